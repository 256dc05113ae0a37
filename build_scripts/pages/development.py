"""Pages: what each source adds, changes and leaves out in, the story's course and one source's part out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from build_scripts import escape
from build_scripts.models import (
    ClaimKind,
    Development,
    DifferenceType,
    Figure,
    Ref,
    Revision,
    Source,
    Turn,
    Verdict,
)
from build_scripts.pages import differences, lineages, markdown, readings, wording
from build_scripts.pages.lookup import Lookup

MOST_TURNS = 3
MOST_BESIDE = 12
"""Articles that are offered one by one for a view side by side, those with most in common before others; the
page itself offers them all."""
_TELLING = {Verdict.CONFLICTING: 0, Verdict.UNSURE: 1, Verdict.COMPATIBLE: 2}


def course(page: str, lookup: Lookup, some: Iterable[Source]) -> str:
    """Sources in order of publication: how much each adds, and its most telling changes."""
    lines = []
    for source in some:
        found = lookup.development.get(source.id)
        if found is None:
            continue
        told = f"{readings.source_link(source, page, lookup)}: {counts(found, lookup)}"
        more = markdown.link("What it adds", f"sources/{source.id}.md#adds", page)
        lines.append(markdown.bullets([f"{told} {more}."]))
        turns = [differences.moved(one, lookup) for one in _most_telling(found.turns)]
        lines += [markdown.bullets(turns, 1)] if turns else []
    return "\n".join(lines)


def counts(found: Development, lookup: Lookup) -> str:
    """One line: how many sentences are new, reworded, the same, left out."""
    if not found.editions:
        return f"the first article of its text here; {_of_others(found)}."
    parts = [
        _count(found.added, "new sentence"),
        f"{wording.number(len(found.changed))} reworded",
        *([f"{wording.number(len(found.same))} word for word"] if found.same else []),
        f"{wording.number(len(found.dropped))} of {_label(found.editions[-1], lookup)} left out",
        *([_count(found.changed_figures, "changed figure")] if found.changed_figures else []),
    ]
    return f"{wording.listed(parts)}."


def adds(source: Source, page: str, lookup: Lookup) -> str:
    """The section of a source's page on what the article adds to those before it."""
    found = lookup.development.get(source.id)
    if found is None:
        return ""
    parts = [markdown.heading(2, "What this article adds", "adds"), _place(source, found, lookup)]
    items = [
        *_turns(found, lookup),
        *(_folded("New figures", len(found.new_figures), _figures(found.new_figures, lookup))),
        *_passages(found, lookup),
    ]
    parts.append("\n".join(items))
    return markdown.sections(*parts, _beside(source, found, page, lookup))


def _place(source: Source, found: Development, lookup: Lookup) -> str:
    if not found.before:
        return "The first of the articles here: all that it says is new to them."
    told = wording.sentence(counts(found, lookup))
    if found.editions:
        names = wording.listed(_label(one, lookup) for one in found.editions)
        earlier = f"the earlier {_articles(found.editions)} of the same text"
        told = f"Compared with {names}, {earlier}: {counts(found, lookup)}"
    return f"{told}{_same_day(source, found, lookup)}"


def _same_day(source: Source, found: Development, lookup: Lookup) -> str:
    """Articles of one day have no known order; those without a date have none at all."""
    if not source.published:
        return " Its date is not known: it is taken as the last."
    earlier = [one for one in lookup.published_with(source) if lookup.position[one] < found.before]
    near = sorted(earlier, key=lambda one: (one not in found.editions, lookup.position[one]))
    names = wording.listed(_label(one, lookup) for one in near)
    has = "has" if len(near) == 1 else "have"
    return f" {names} {has} the same date; which came first is not known." if near else ""


def _turns(found: Development, lookup: Lookup) -> list[str]:
    """What moved, figures and dates first; the rest folded."""
    grave = (DifferenceType.NUMBER, DifferenceType.DATE)
    first = [one for one in found.turns if one.type in grave]
    rest = [one for one in found.turns if one.type not in grave]
    lines = []
    if first:
        lines.append(markdown.bullets([f"**Figures and dates that moved** ({len(first)}):"]))
        lines.append(markdown.bullets((differences.moved(one, lookup) for one in first), 1))
    typed = [f"{differences.NAMES[one.type]}: {differences.moved(one, lookup)}" for one in rest]
    return [*lines, *_folded("Other changes of wording that matter", len(rest), typed)]


def _passages(found: Development, lookup: Lookup) -> list[str]:
    again = [one.later for one in found.resumed]
    known = {one.later for one in found.confirmed}
    new = [ref for ref in found.added if ref not in known] if found.before else []
    before = _label(found.editions[-1], lookup) if found.editions else ""
    return [
        *_folded("Sentences that no earlier article has", len(new), _words(new, lookup)),
        *_folded(
            f"Sentences that {before} does not have, and an earlier article has",
            len(again),
            _words(again, lookup),
        ),
        *_folded(
            f"Sentences of {before} that are left out", len(found.dropped), _words(found.dropped, lookup)
        ),
        *_folded(
            "Known from an article of another text and outlet",
            len(found.confirmed) + len(found.claims),
            [*_confirmed(found.confirmed, lookup), *_claims(found, lookup)],
        ),
    ]


def _folded(title: str, count: int, items: Iterable[str]) -> list[str]:
    listed = list(items)
    return [markdown.folded_item(f"**{title}** ({count})"), markdown.bullets(listed, 1)] if listed else []


def _words(refs: Iterable[Ref], lookup: Lookup) -> list[str]:
    return _quoted(((ref, lookup.passage[ref].text) for ref in refs), lookup)


def _figures(figures: Sequence[Figure], lookup: Lookup) -> list[str]:
    return _quoted(((Ref(one.source, one.passage), one.text) for one in figures), lookup)


def _quoted(told: Iterable[tuple[Ref, str]], lookup: Lookup) -> list[str]:
    """Words one by one; those that are not published say nothing each: one line at the end cites them."""
    every = list(told)
    shown = [readings.quotation(ref, words, lookup) for ref, words in every if lookup.is_shown(ref)]
    hidden = [ref for ref, _ in every if not lookup.is_shown(ref)]
    return [*shown, *([f"{readings.NOT_SHOWN} {markdown.cite(hidden)}"] if hidden else ())]


def _confirmed(found: Iterable[Revision], lookup: Lookup) -> list[str]:
    return [
        f"{readings.quotation(one.later, lookup.passage[one.later].text, lookup)}, as "
        f"{readings.quotation(one.earlier, lookup.passage[one.earlier].text, lookup)}"
        for one in found
    ]


def _claims(found: Development, lookup: Lookup) -> list[str]:
    page = f"sources/{found.source}.md"
    lines = []
    for name, at in found.claims:
        contact = lookup.contact.get(name)
        if contact is None:
            continue
        claim = contact.claims[at]
        value = "" if claim.claim is ClaimKind.HELD else f": {_value(claim.value, lookup)}"
        link = markdown.link(contact.title, lookup.contact_path(contact), page)
        lines.append(f"{link}, {_CLAIMS[claim.claim]}{value}")
    return lines


_CLAIMS = {
    ClaimKind.HELD: "whether it was held",
    ClaimKind.DATE: "its date",
    ClaimKind.PLACE: "its place",
    ClaimKind.PARTICIPANT: "who took part",
}


def _value(value: str, lookup: Lookup) -> str:
    actor = lookup.actor.get(value)
    return markdown.inline(actor.name) if actor else escape.cell(wording.value(value))


def _beside(source: Source, found: Development, page: str, lookup: Lookup) -> str:
    """The way to the view side by side: the nearest edition, the other articles of the text, then all."""
    near = found.editions[::-1]
    family = [one for one in lookup.in_order(lookup.family[source.id].sources) if one != source.id]
    offered = list(dict.fromkeys((*near, *family, *_sharing(source, lookup))))[:MOST_BESIDE]
    if not offered:
        return ""
    links = wording.listed(
        f"[{markdown.inline(lineages.label(one, lookup))}]({markdown.beside(one, source.id, page)})"
        for one in offered
    )
    own = markdown.inline(lineages.label(source.id, lookup))
    return f"Side by side, with the words that differ marked: {own} beside {links}."


def _sharing(source: Source, lookup: Lookup) -> list[str]:
    """The others by how many of the sentences they have as well; where all fit, also those with none."""
    passages = lookup.facts[source.id].passages
    shared = Counter(
        other
        for passage in passages
        for other in {ref.source for ref in lookup.counterparts.get(passage.ref, ())}
    )
    every = [one.id for one in lookup.sources] if len(lookup.sources) <= MOST_BESIDE + 1 else shared
    others = (one for one in every if one != source.id)
    return sorted(others, key=lambda one: (-shared[one], lookup.position[one]))


def _most_telling(turns: Iterable[Turn]) -> list[Turn]:
    """The first few: conflicting ones first, and of each type one before a second of any."""
    ranked = sorted(turns, key=lambda one: (_TELLING[one.verdict], differences.TYPES.index(one.type)))
    chosen = {one.type: one for one in reversed(ranked) if one.earlier.quote and one.later.quote}
    return [one for one in ranked if chosen.get(one.type) is one][:MOST_TURNS]


def _of_others(found: Development) -> str:
    if not found.before:
        return "nothing stands before it"
    if not found.confirmed:
        return "none of its sentences has a counterpart in an earlier article"
    return f"{_count(found.confirmed, 'sentence')} with a counterpart in an earlier article of another text"


def _count(items: Sequence[object], what: str) -> str:
    return wording.counted(len(items), what)


def _articles(found: Sequence[str]) -> str:
    return "article" if len(found) == 1 else "articles"


def _label(source: str, lookup: Lookup) -> str:
    return escape.cell(lineages.label(source, lookup))
