"""Extract: mentions and the offices beside names in; bare descriptions that name the same person later, out.

"Peace commissioner A. Arden … The commissioner": where one article introduces one holder of an office,
the office alone is he. Two ministers, known or not, make "the minister" nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from build_scripts.extract.kept import kept
from build_scripts.extract.longer_names import titles_in
from build_scripts.extract.name_words import name_words
from build_scripts.extract.names import split_words, straight
from build_scripts.models import Actor, How, Lexicon, Mention, Passage, PassageKind, Role, Source

# Match: "foreign minister". Near-miss: "minister's", of which only the word counts.
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# What stands between a name and an office that describes it: "A. Arden, the minister".
_BESIDE = re.compile(r",\s\w+\s")
_BETWEEN = (" ", ". ", ", ")
"""What may stand between an office and a name: "Gen. Birch", "the minister, Birch"."""
_NAMING = frozenset({How.ALIAS, How.SHORT, How.PROPOSED})
_RANK = 8
"""Code points before a name in which its bearer's rank stands."""
_MOST_WORDS = 2
"""Words between "the" and the office: "the foreign minister"."""


@dataclass(frozen=True, slots=True)
class _Language:
    offices: frozenset[str]
    """Offices that one person holds at a time."""
    all_offices: frozenset[str]
    shared: frozenset[str]
    """Of these, the ones of which there may be several: "a spokesman"."""
    apart: frozenset[str]
    """Words before an office that make it another one: "deputy minister"."""
    ranks: Mapping[str, str]
    honorifics: frozenset[str]
    indefinite: frozenset[str]
    carrying: frozenset[str]
    """Words behind an office that make it another's: "the president of Northland"."""
    bare: re.Pattern[str]
    rank: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Holder:
    actor: str
    end: int
    """Where the words end that introduce the person."""
    words: frozenset[str]


@lru_cache(maxsize=8)
def _words_of(lexicon: Lexicon) -> _Language:
    section = lexicon["roles"]
    offices, ranks = _one_of(section["single"]), _one_of(section["ranks"])
    # Match: "The minister", "the foreign minister". Near-miss: "a minister", "the ministers".
    bare = rf"""
        \b (?:{_one_of(section["definite"])})[ ]
        (?P<words> (?:[a-z-]+\ ){{0,{_MOST_WORDS}}}? (?P<office>{offices}) ) \b
        (?! \ (?:{offices})\b )                                # "the deputy minister" is no "deputy"
    """
    # Match: "Gen. " at the end. Near-miss: "General ", which is an office itself.
    rank = rf"\b (?P<rank>{ranks})\.?\ $"
    return _Language(
        frozenset(section["single"]),
        frozenset(section["offices"]),
        frozenset(section["shared"]),
        frozenset(section["apart"]),
        section["ranks"],
        frozenset(section["honorifics"]),
        frozenset(section["indefinite"]),
        frozenset(section["continuing"]),
        *(re.compile(each, re.IGNORECASE | re.VERBOSE) for each in (bare, rank)),
    )


def _one_of(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


def with_descriptions(
    source: Source,
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
    roles: Sequence[Role],
    actors: Sequence[Actor],
    lexicon: Lexicon,
) -> tuple[Mention, ...]:
    """The mentions, and those by an office alone, in the order of the text."""
    language = _words_of(lexicon)
    holders = _holders(
        (
            *_introduced(roles, language),
            *_ranked(passages, mentions, language),
            *_titled(mentions, language),
        ),
        _of_others(passages, mentions, language),
    )
    if not holders:
        return tuple(mentions)
    ordered = sorted(mentions, key=lambda mention: mention.start)
    starts = [mention.start for mention in ordered]
    sides = _sides(actors)
    found: list[Mention] = []
    titles = titles_in(source, tuple(passages), frozenset(), name_words(lexicon))
    for passage, spans in zip(passages, titles, strict=True):
        if passage.kind is not PassageKind.SENTENCE:
            continue
        for start, end, actor in _bare(passage, holders, language):
            after = bisect_left(starts, start)
            clear = after == len(starts) or starts[after] >= end
            behind = source.text[ordered[after - 1].end : start] if after else ""
            in_title = any(one <= start - passage.start < other for one, other in spans)
            if clear and not in_title and (not after or (behind and not _BESIDE.fullmatch(behind))):
                text = passage.text[start - passage.start : end - passage.start]
                side = sides.get(actor, "")
                found.append(
                    Mention(source.id, passage.id, start, end, text, actor, side, How.DESCRIPTION, True)
                )
    return tuple(sorted((*mentions, *found), key=lambda mention: (mention.start, mention.end)))


@kept()
def _sides(actors: Sequence[Actor]) -> Mapping[str, str]:
    return {actor.id: actor.side for actor in actors}


def _office(words: Iterable[str], office: str, language: _Language) -> str:
    """An office with the words that make it another one: "deputy minister" for a deputy road minister."""
    return " ".join((*sorted(language.apart.intersection(words) - {office}), office))


def _introduced(roles: Sequence[Role], language: _Language) -> Iterator[tuple[str, _Holder]]:
    """Offices, each with a person whom the article introduces with it."""
    for role in roles:
        words = [word.casefold() for word in _WORD.findall(role.text)]
        end = next((at for at, word in enumerate(words) if at and word in language.carrying), len(words))
        head = words[end - 1] if words else ""
        if head in language.offices:
            yield _office(words[:end], head, language), _Holder(role.actor, role.end, frozenset(words[:end]))


def _ranked(
    passages: Sequence[Passage], mentions: Sequence[Mention], language: _Language
) -> Iterator[tuple[str, _Holder]]:
    """Persons with a shortened rank before their names: "Gen. A. Arden", later "the general"."""
    texts = {passage.id: passage for passage in passages}
    for mention in mentions:
        passage = texts.get(mention.passage)
        if mention.is_person and mention.how in _NAMING and passage is not None:
            before = passage.text[: mention.start - passage.start][-_RANK:]
            match = language.rank.search(before)
            if match is not None:
                office = language.ranks[match["rank"].casefold()]
                yield office, _Holder(mention.actor, mention.end, frozenset((office,)))


def _titled(mentions: Sequence[Mention], language: _Language) -> Iterator[tuple[str, _Holder]]:
    """Persons whose names begin with what they are: "King Adalbert", later "the king"."""
    for mention in mentions:
        if not mention.is_person or mention.how not in _NAMING:
            continue
        before = mention.text.casefold().split()[:-1]
        office = next((word for word in before if word in language.offices), "")
        if office:
            yield _office(before, office, language), _Holder(mention.actor, mention.end, frozenset(before))


def _holders(
    introduced: Iterable[tuple[str, _Holder]], others: Iterable[tuple[str, int]]
) -> dict[str, tuple[_Holder, ...]]:
    """By office, whom the article introduces with it, in the order of the text; nameless ones as well."""
    found: dict[str, list[_Holder]] = defaultdict(list)
    for office, holder in introduced:
        found[office].append(holder)
    for office, end in others:
        if office in found:
            found[office].append(_Holder("", end, frozenset()))
    return {office: tuple(sorted(held, key=lambda one: one.end)) for office, held in found.items()}


def _holder_at(held: Sequence[_Holder], start: int) -> _Holder | None:
    """The one person whom the article has introduced with the office before this place.

    A second holder makes it nobody from there on, and not before: a reader has met only the first.
    """
    before = [one for one in held if one.end < start]
    if not before or len({one.actor for one in before}) != 1 or not before[0].actor:
        return None
    return _Holder(before[0].actor, before[0].end, frozenset(word for one in before for word in one.words))


def _of_others(
    passages: Sequence[Passage], mentions: Sequence[Mention], language: _Language
) -> Iterator[tuple[str, int]]:
    """Offices that someone else holds in this article, and where that is said: "President Cedar", "the
    minister, Mr. B. Birch".

    "A spokesman" may be another than the one who is named.
    """
    named = {at for mention in mentions for at in range(mention.start, mention.end)}
    for passage in passages:
        words = split_words(passage.text)
        for name in words.capitals:
            if words.lower[name] in language.all_offices or words.lower[name] in language.honorifics:
                continue
            at = name - 1
            while at > 0 and words.lower[at] in language.honorifics and words.lower[at] not in language.ranks:
                at -= 1
            office = language.ranks.get(words.lower[at], words.lower[at]) if at >= 0 else ""
            is_beside = all(words.gaps[each] in _BETWEEN for each in range(at + 1, name + 1))
            if office in language.offices and is_beside and passage.start + words.starts[name] not in named:
                before = words.lower[max(0, at - _MOST_WORDS) : at]
                yield _office(before, office, language), passage.start + words.ends[name]
        if language.shared.isdisjoint(words.lower):
            continue
        for at, lower in enumerate(words.lower):
            if lower not in language.shared:
                continue
            before = words.lower[max(0, at - 1 - _MOST_WORDS) : at]
            last = max((n for n, word in enumerate(before) if word in language.indefinite), default=-1)
            # "An audience for Bishop Cedar" is of no other.
            if last >= 0 and language.carrying.isdisjoint(before[last:]):
                yield lower, passage.start + words.ends[at]


def _bare(
    passage: Passage, holders: Mapping[str, Sequence[_Holder]], language: _Language
) -> Iterator[tuple[int, int, str]]:
    text = straight(passage.text)
    for match in language.bare.finditer(text):
        described = {word.casefold() for word in match["words"].split()}
        start, end = passage.start + match.start("words"), passage.start + match.end()
        office = _office(described, match["office"].casefold(), language)
        holder = _holder_at(holders.get(office, ()), start)
        if holder is None:
            continue
        following = _WORD.search(text, match.end())
        behind = text[match.end() : following.start()] if following else ""
        beside = following is not None and (
            (behind in (" ", ", ") and following.group()[0].isupper())
            or (behind == " " and following.group() in language.carrying - {"in", "at", "on", "with", "to"})
        )
        if described <= holder.words and not beside:
            yield start, end, holder.actor
