"""Pages: differences in, a list with both wordings and their passages out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from build_scripts import edtf, escape, text
from build_scripts.models import Difference, DifferenceType, Reading, Ref, Verdict
from build_scripts.pages import markdown, wording
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
_GRAVITY = {Verdict.CONFLICTING: 0, Verdict.UNSURE: 1, Verdict.COMPATIBLE: 2}


def by_gravity(differences: Iterable[Difference], lookup: Lookup) -> tuple[Difference, ...]:
    """Conflicting ones first; among equals those between more texts, then more sources."""

    def key(one: Difference) -> tuple[int, int, int, int, str]:
        sources = {reading.source for reading in one.readings}
        texts = {lookup.lineage_of.get(source, source) for source in sources}
        return (_GRAVITY[one.verdict], -len(texts), TYPES.index(one.type), -len(sources), one.id)

    return tuple(sorted(differences, key=key))


def entries(differences: Iterable[Difference], page: str, lookup: Lookup, *, typed: bool = True) -> str:
    """A list of differences; under each, its readings in order of publication.

    `typed` says whether each entry names its type (not where a heading above does).
    """
    lines: list[str] = []
    for difference in differences:
        lines.append(markdown.bullets([_headline(difference, page, lookup, typed)]))
        lines.append(markdown.bullets(readings(difference, lookup), 1))
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
        return "" if difference.type in _ONE_THING else "compatible"
    return VERDICTS[difference.verdict]


def readings(difference: Difference, lookup: Lookup) -> list[str]:
    """Each wording once, with the passages that have it."""
    groups: dict[str, list[Reading]] = {}
    for reading in sorted(difference.readings, key=lambda one: (*lookup.order(_ref(one)), one.start)):
        groups.setdefault(_same(reading), []).append(reading)
    return [_wording(group) for group in groups.values()]


def _same(reading: Reading) -> str:
    return text.fold(reading.quote).text.casefold().strip(" .,;:\"'") if reading.quote else ""


def _wording(group: list[Reading]) -> str:
    first = group[0]
    cited = markdown.cite(_ref(reading) for reading in group)
    if not first.quote:
        return f"not said {cited}" if first.passage else "not said"
    values = {reading.value for reading in group if edtf.is_valid(reading.value)}
    told = wording.listed(sorted({wording.value(value) for value in values} - {first.quote}))
    return f"{markdown.quoted(first.quote)} {cited}" + (f" read as {told}" if told else "")


def _headline(difference: Difference, page: str, lookup: Lookup, typed: bool) -> str:
    named = (NAMES[difference.type] if typed else "", verdict_of(difference))
    told = wording.sentence(", ".join(part for part in named if part))
    topic = lookup.topic.get(difference.topic)
    asked = (
        "" if topic is None or topic.page == page else f"{markdown.link(topic.question, topic.page, page)} "
    )
    return f"{asked}{f'{told}. ' if told else ''}{said(difference.says)}:"


def _is_list(words: str) -> bool:
    """Whether words at the end of a sentence list wordings, and are not what the sentence is about."""
    return words.startswith(":") or words.count('"') > 2


def _kept_spaces(part: str) -> str:
    before = " " if part[:1] == " " else ""
    after = " " if part[-1:] == " " and part.strip() else ""
    return f"{before}{escape.cell(part)}{after}"


def _ref(reading: Reading) -> Ref:
    return Ref(reading.source, reading.passage)
