"""Pages: the whole briefing in, its first page out: the accounts, the event, the differences."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts import edtf, escape
from build_scripts.models import Contact, Difference, Event, PagePlan, State
from build_scripts.pages import (
    chronology,
    claims,
    contact_facts,
    contact_remarks,
    differences,
    drafts,
    facets,
    lineages,
    long_lists,
    markdown,
    state,
    wording,
)
from build_scripts.pages.lookup import COMPARISONS, HOME, Lookup

MOST_DIFFERENCES = 4


def write(lookup: Lookup) -> PagePlan:
    blocks = {
        "accounts": _accounts(lookup),
        "glance": markdown.sections(*(_glance(event, lookup) for event in lookup.events)),
        "timeline": chronology.picture(HOME, lookup),
        "differences": _differences(lookup),
        "scope": state.scope(lookup),
    }
    return PagePlan(HOME, blocks, drafts.page(lookup.briefing.config.site_name), top=())


def _glance(event: Event, lookup: Lookup) -> str:
    """When, where, who and how far it is known to have happened; then the questions with a section."""
    contact = lookup.contact_of(event)
    settled = contact if contact and contact.state is not State.DRAFTED else None
    rows = [
        *contact_facts.asked_once("When", _when(event, settled, lookup)),
        ("Where", escape.cell(event.place) or "not stated", _run(settled, "place", event.place, lookup)),
        *_who(event, settled, lookup),
        *(contact_facts.statuses(settled, lookup) if settled else ()),
    ]
    return markdown.sections(
        markdown.heading(2, f"{event.title}, at a glance", f"glance-{event.id}"),
        markdown.table(("Question", "As the sources give it", "Evidence"), rows),
        _questions(event, settled, lookup),
    )


def _when(event: Event, contact: Contact | None, lookup: Lookup) -> list[tuple[str, str]]:
    """The date of the event's page and, where the evidence gives more of it, that of the contact."""
    dates = dict.fromkeys(date for date in (event.date, contact.date if contact else "") if date)
    answers = [(edtf.in_words(date), _run(contact, "date", date, lookup)) for date in dates]
    return answers or [("no date given", "")]


def _who(event: Event, contact: Contact | None, lookup: Lookup) -> Iterator[tuple[str, str, str]]:
    for question, names in contact_facts.by_side(event.participants, (), lookup):
        links = wording.listed(contact_remarks.actor_link(name, HOME, lookup) for name in names)
        evidence = claims.covering(contact, names, lookup) if contact else ""
        yield markdown.inline(question), links, evidence


def _run(contact: Contact | None, kind: str, value: str, lookup: Lookup) -> str:
    """The passages behind a claim of the contact; nothing while it is only drafted."""
    found = contact.claims if contact else ()
    return "".join(
        claims.cited(claims.backing(contact, claim, lookup))
        for claim in found
        if contact and claim.claim.value == kind and claim.value == value
    )


def _questions(event: Event, contact: Contact | None, lookup: Lookup) -> str:
    """A link to each section of the event's page, with how much stands there."""
    items = []
    for facet in event.facets:
        found = facets.answers(facet, lookup)
        told = lookup.witnesses_at(one.ref for one in found) if found else "no source says"
        items.append(f"{markdown.link(facet.question, f'{event.page}#{facet.id}', HOME)} ({told})")
    onward = markdown.link("The whole account", event.page, HOME)
    if contact:
        onward += f" and {markdown.link('all the evidence for it', lookup.contact_path(contact), HOME)}"
    return markdown.sections(markdown.bullets(items), onward)


def _accounts(lookup: Lookup) -> str:
    total = len(lookup.sources)
    return markdown.sections(
        markdown.heading(
            2, f"{wording.sentence(wording.counted(total, 'article'))}, {_texts(lookup)}", "accounts"
        ),
        f"{lineages.in_a_sentence(lookup)} {lineages.outlets_in_a_sentence(lookup)}",
        lineages.nested(HOME, lookup) if len(lookup.lineages) <= long_lists.MOST else _some_texts(lookup),
    )


def _some_texts(lookup: Lookup) -> str:
    """Of very many texts those with most articles, and the way to all of them."""
    most = lineages.largest(lookup)
    return markdown.sections(
        "The texts with most articles:" if most else "",
        lineages.nested(HOME, lookup, most),
        markdown.link("All texts and their articles", f"{COMPARISONS}#lineages", HOME),
    )


def _texts(lookup: Lookup) -> str:
    return wording.counted(len(lookup.lineages), "text")


def _differences(lookup: Lookup) -> str:
    """Those of reviewed topics first: what people chose weighs more than what was computed."""
    reviewed = {topic.id for topic in lookup.topics if not state.is_drafted(topic.reviewed)}
    ranked = differences.by_gravity(lookup.briefing.findings.differences, lookup)
    chosen = _varied(sorted(ranked, key=lambda one: one.topic not in reviewed))
    title = markdown.heading(2, "Where the articles differ most", "differences")
    if not chosen:
        return markdown.sections(title, "No difference was found.")
    rest = markdown.link("All differences, by type", f"{COMPARISONS}#differences", HOME)
    return markdown.sections(title, differences.entries(chosen, HOME, lookup), rest)


def _varied(ranked: list[Difference]) -> list[Difference]:
    """The first few, at most one of a topic and two of a type."""
    chosen: list[Difference] = []
    for one in ranked:
        same_topic = one.topic and any(other.topic == one.topic for other in chosen)
        same_type = sum(other.type is one.type for other in chosen)
        if not same_topic and same_type < 2:
            chosen.append(one)
        if len(chosen) == MOST_DIFFERENCES:
            break
    return chosen
