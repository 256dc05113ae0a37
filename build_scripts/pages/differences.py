"""Pages: differences in, a list with both wordings and their passages out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import islice

from build_scripts import edtf, escape, text
from build_scripts.models import Difference, DifferenceType, Reading, Ref, Turn, Verdict
from build_scripts.pages import markdown, marking, wording
from build_scripts.pages.lookup import Lookup

TYPES = tuple(DifferenceType)
NAMES = {
    DifferenceType.NUMBER: "Number",
    DifferenceType.DATE: "Date",
    DifferenceType.NAME: "Name",
    DifferenceType.ROLE: "Office or role",
    DifferenceType.QUOTATION: "Quoted words",
    DifferenceType.ATTRIBUTION: "Who says so",
    DifferenceType.STATUS: "Planned or done",
    DifferenceType.WORDING: "Wording",
    DifferenceType.OMISSION: "Left out",
}
VERDICTS = {
    Verdict.CONFLICTING: "not compatible as worded",
    Verdict.COMPATIBLE: "differs in precision only",
    Verdict.UNSURE: "may or may not be compatible",
}
# What stands between quotation marks at the end of a sentence. Match: `: "a"`, ` "a", "b" and "c".`
# Near-miss: `"a" in some articles.`
_LAST_QUOTED = re.compile(r""":?\s"[^"]*"(?:(?:,|\sand)\s"[^"]*")*\.?$""")
_BY_DEGREE = frozenset({DifferenceType.NUMBER, DifferenceType.DATE, DifferenceType.STATUS})
"""Types in which one reading can be more precise than another; of others both may stand."""
_ONE_THING = frozenset({DifferenceType.NAME, DifferenceType.OMISSION})
SHORT, FEW = 64, 4
"""Code points of a wording, and wordings, that still fit into the line by which a difference is opened."""
MOST = 12
"""Wordings that an entry lists; how many more there are, it says."""
_GRAVITY = {Verdict.CONFLICTING: 0, Verdict.UNSURE: 1, Verdict.COMPATIBLE: 2}


def by_gravity(differences: Iterable[Difference], lookup: Lookup) -> tuple[Difference, ...]:
    """Conflicting ones first; among equals those between more texts, then more sources."""

    def key(one: Difference) -> tuple[int, int, int, int, str]:
        texts, sources = _spread(one, lookup)
        return (_GRAVITY[one.verdict], -texts, TYPES.index(one.type), -sources, one.id)

    return tuple(sorted(differences, key=key))


def _spread(difference: Difference, lookup: Lookup) -> tuple[int, int]:
    """Between how many texts, and how many sources: counted once, since it may stand on every page."""
    if difference.id not in lookup.spread:
        sources = {reading.source for reading in difference.readings}
        texts = {lookup.lineage_of.get(source, source) for source in sources}
        lookup.spread[difference.id] = len(texts), len(sources)
    return lookup.spread[difference.id]


def entries(
    differences: Iterable[Difference],
    page: str,
    lookup: Lookup,
    *,
    typed: bool = True,
    folded: bool = False,
    about: Collection[Ref] = (),
    most: int = markdown.MOST_CITED,
) -> str:
    """A list of differences; under each, its readings in order of publication.

    `typed` says whether each entry names its type (not where a heading above does), `folded` whether its
    readings are folded away until a reader opens them. Of more than `MOST` wordings, those of the passages
    that the page is `about` stand first in line.
    """
    lines: list[str] = []
    for difference in differences:
        wordings = readings(difference, lookup, about, most)
        if folded:
            lines.append(markdown.folded_item(_in_short(difference, page, lookup, typed)))
            wordings += _topic_link(difference, page, lookup)
        else:
            lines.append(markdown.bullets([_headline(difference, page, lookup, typed)]))
        lines.append(markdown.bullets(wordings, 1))
    return "\n".join(lines)


def said(sentence: str) -> str:
    """What differs, without the list of wordings at its end: they stand below, each with its passages.

    >>> said('The dates differ: "3 May" and "4 May".')
    'The dates differ'
    >>> said('"Anna Arden" is described as "chair" and "member".')
    '“Anna Arden” is described as'
    """
    kept = _LAST_QUOTED.sub(lambda match: "" if _is_list(match.group()) else match.group(), sentence)
    parts = kept.rstrip(" .").split('"')
    return "".join(
        markdown.quoted(part) if at % 2 else _kept_spaces(part) for at, part in enumerate(parts) if part
    )


def verdict_of(difference: Difference) -> str:
    """What the readings are to one another, in words; nothing where it goes without saying."""
    if difference.verdict is Verdict.COMPATIBLE and difference.type not in _BY_DEGREE:
        return "" if difference.type in _ONE_THING else "all may hold at once"
    return VERDICTS[difference.verdict]


def readings(
    difference: Difference, lookup: Lookup, about: Collection[Ref] = (), most: int = markdown.MOST_CITED
) -> list[str]:
    """Each wording once, with the passages that have it; words that are not in the one before are marked."""
    every = _by_wording(difference, lookup)
    groups = _chosen(every, _places(difference, lookup), about) if len(every) > MOST else every
    before = ["", *(group[0].quote for group in groups)]
    told = [_wording(group, last, most) for group, last in zip(groups, before, strict=False)]
    left = len(every) - len(groups)
    return [*told, f"and {wording.counted(left, 'other wording')}"] if left else told


def _chosen(
    groups: list[list[Reading]], places: Mapping[Ref, Iterable[int]], about: Iterable[Ref]
) -> list[list[Reading]]:
    """Of many wordings the ones that a page is about and the first, in their order."""
    near = {at for ref in about for at in places.get(ref, ())}
    chosen = sorted(near)[:MOST]
    others = (at for at in range(len(groups)) if at not in near)
    return [groups[at] for at in sorted((*chosen, *islice(others, MOST - len(chosen))))]


def _by_wording(difference: Difference, lookup: Lookup) -> list[list[Reading]]:
    """Worked out once: a difference stands on the page of each article that it touches."""
    if difference.id not in lookup.wordings:
        groups: dict[str, list[Reading]] = {}
        for reading in sorted(difference.readings, key=lambda one: (*lookup.order(_ref(one)), one.start)):
            groups.setdefault(_same(reading), []).append(reading)
        lookup.wordings[difference.id] = list(groups.values())
    return lookup.wordings[difference.id]


def _places(difference: Difference, lookup: Lookup) -> Mapping[Ref, set[int]]:
    """In which wordings each passage is: worked out once, like the wordings."""
    if difference.id not in lookup.places_of_wordings:
        places: dict[Ref, set[int]] = defaultdict(set)
        for at, group in enumerate(_by_wording(difference, lookup)):
            for reading in group:
                places[_ref(reading)].add(at)
        lookup.places_of_wordings[difference.id] = places
    return lookup.places_of_wordings[difference.id]


def first_published(difference: Difference, lookup: Lookup) -> str:
    """When the first of its articles appeared."""
    first = min(difference.readings, key=lambda one: lookup.position.get(one.source, len(lookup.position)))
    return lookup.source[first.source].published if first.source in lookup.source else ""


def moved(turn: Turn, lookup: Lookup) -> str:
    """A reading as it was and as it became: `“over 300” → “over 400”`, each with its passage."""
    now = marking.marked(turn.later.quote, turn.earlier.quote) if turn.later.quote else "not said"
    before = markdown.quoted(turn.earlier.quote) if turn.earlier.quote else "not said"
    return f"{before} {markdown.cite([_ref(turn.earlier)])} → {now} {markdown.cite([_ref(turn.later)])}"


def _same(reading: Reading) -> str:
    return text.folded(reading.quote).casefold().strip(" .,;:\"'") if reading.quote else ""


def _wording(group: list[Reading], before: str, most: int) -> str:
    first = group[0]
    cited = markdown.cite_most((_ref(reading) for reading in group), most)
    if not first.quote:
        return f"not said {cited}" if first.passage else "not said"
    values = {reading.value for reading in group if edtf.is_valid(reading.value)}
    told = wording.listed(sorted({edtf.in_words(value) for value in values} - {first.quote}))
    return f"{marking.marked(first.quote, before)} {cited}" + (f" read as {told}" if told else "")


def _headline(difference: Difference, page: str, lookup: Lookup, typed: bool) -> str:
    asked = "".join(f"{link} " for link in _topic_link(difference, page, lookup))
    return f"{asked}{_typed(difference, typed)}{said(difference.says)}:"


def _in_short(difference: Difference, page: str, lookup: Lookup, typed: bool) -> str:
    """One line that a list can be scanned by; a link in it would get in the way of opening it."""
    topic = lookup.topic.get(difference.topic)
    asked = f"**{markdown.inline(topic.question)}** " if topic and topic.page != page else ""
    return f"{asked}{_typed(difference, typed)}{in_short(difference, lookup)}"


def in_short(difference: Difference, lookup: Lookup) -> str:
    """What differs and the wordings as far as they fit into a line, without type, verdict or topic."""
    return f"{said(difference.says)}: {_wordings(difference, lookup)}"


def _wordings(difference: Difference, lookup: Lookup) -> str:
    """The wordings themselves where they are few and short, else the first if it is short, and the count."""
    every = _by_wording(difference, lookup)
    quotes = [group[0].quote for group in every[:FEW]]
    is_short = [0 < len(quote) <= SHORT for quote in quotes]
    if 1 < len(every) <= FEW and all(is_short):
        return wording.listed(markdown.quoted(quote) for quote in quotes)
    if len(every) > 1 and is_short[0]:
        others = wording.counted(len(every) - 1, "other wording")
        return f"{markdown.quoted(quotes[0])} and {others}"
    return wording.counted(len(every), "wording")


def _typed(difference: Difference, typed: bool) -> str:
    """The type of a difference and what its readings are to one another, as a sentence of its own."""
    named = (NAMES[difference.type] if typed else "", verdict_of(difference))
    told = wording.sentence(", ".join(part for part in named if part))
    return f"{told}. " if told else ""


def _topic_link(difference: Difference, page: str, lookup: Lookup) -> list[str]:
    topic = lookup.topic.get(difference.topic)
    return [] if topic is None or topic.page == page else [markdown.link(topic.question, topic.page, page)]


def _is_list(words: str) -> bool:
    """Whether words at the end of a sentence list wordings, and are not what the sentence is about."""
    return words.startswith(":") or words.count('"') > 2


def _kept_spaces(part: str) -> str:
    before = " " if part[:1] == " " else ""
    after = " " if part[-1:] == " " and part.strip() else ""
    return f"{before}{escape.cell(part)}{after}"


def _ref(reading: Reading) -> Ref:
    return Ref(reading.source, reading.passage)
