"""Pages: the whole briefing in, its first page out: the event, the accounts, the differences."""

from __future__ import annotations

from build_scripts import edtf, escape
from build_scripts.models import Contact, Difference, Event, PagePlan, State
from build_scripts.pages import (
    chronology,
    claims,
    contact_facts,
    differences,
    drafts,
    facets,
    lineages,
    markdown,
    state,
    wording,
)
from build_scripts.pages.lookup import COMPARISONS, HOME, Lookup

MOST_DIFFERENCES = 4


def write(lookup: Lookup) -> PagePlan:
    blocks = {
        "glance": markdown.sections(*(_glance(event, lookup) for event in lookup.events)),
        "accounts": _accounts(lookup),
        "timeline": chronology.picture(HOME, lookup),
        "differences": _differences(lookup),
        "scope": state.scope(lookup),
    }
    return PagePlan(HOME, blocks, drafts.page(lookup.briefing.config.site_name), top=())


def _glance(event: Event, lookup: Lookup) -> str:
    """When, where, who and how far it is known to have happened; then the questions with a section."""
    contact = next((one for one in lookup.contacts if one.id == event.contact), None)
    settled = contact if contact and contact.state is not State.DRAFTED else None
    rows = [
        ("When", _when(event), _run(settled, "date", lookup)),
        ("Where", escape.cell(event.place) or "not stated", _run(settled, "place", lookup)),
        ("Who", _who(event, lookup), _run(settled, "participant", lookup)),
        *(contact_facts.statuses(settled, lookup) if settled else ()),
    ]
    return markdown.sections(
        markdown.heading(2, f"{event.title}, at a glance", f"glance-{event.id}"),
        markdown.table(("Question", "As the sources give it", "Evidence"), rows),
        _questions(event, lookup),
    )


def _when(event: Event) -> str:
    return edtf.in_words(event.date) if event.date else "no date given"


def _who(event: Event, lookup: Lookup) -> str:
    names = wording.listed(contact_facts.actor_link(name, HOME, lookup) for name in event.participants)
    return names or "not stated"


def _run(contact: Contact | None, kind: str, lookup: Lookup) -> str:
    """The passages behind the contact's claims of one kind; nothing while it is only drafted."""
    if contact is None:
        return ""
    found = [claim for claim in contact.claims if claim.claim.value == kind]
    if kind == "date":
        found = [claim for claim in found if claim.value == contact.date] or found
    if kind == "place":
        found = [claim for claim in found if claim.value == contact.place] or found
    pieces = [piece for claim in found for piece in claims.backing(contact, claim, lookup)]
    return claims.cited(claims.in_order(pieces, lookup))


def _questions(event: Event, lookup: Lookup) -> str:
    """A link to each section of the event's page, with how much stands there."""
    items = []
    for facet in event.facets:
        found = facets.answers(facet, lookup)
        told = lookup.witnesses(one.source for one in found) if found else "no source says"
        items.append(f"{markdown.link(facet.question, f'{event.page}#{facet.id}', HOME)} ({told})")
    whole = markdown.link("The whole account", event.page, HOME)
    return markdown.sections(markdown.bullets(items), whole)


def _accounts(lookup: Lookup) -> str:
    total = len(lookup.sources)
    return markdown.sections(
        markdown.heading(
            2, f"{wording.sentence(wording.counted(total, 'article'))}, {_texts(lookup)}", "accounts"
        ),
        f"{lineages.in_a_sentence(lookup)} {lineages.outlets_in_a_sentence(lookup)}",
        lineages.nested(HOME, lookup),
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
