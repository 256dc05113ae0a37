"""Extract: mentions and the offices beside names in; bare descriptions that name the same person later, out.

"Peace commissioner A. Arden … The commissioner": where one article introduces one holder of an office,
the office alone is he. Two ministers, known or not, make "the minister" nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from build_scripts.extract.names import straight
from build_scripts.models import Actor, How, Lexicon, Mention, Passage, PassageKind, Role, Source

# Match: "foreign minister". Near-miss: "minister's", of which only the word counts.
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# What stands between a name and an office that describes it: "A. Arden, the minister".
_BESIDE = re.compile(r",\s\w+\s")
_MOST_WORDS = 2
"""Words between "the" and the office: "the foreign minister"."""


@dataclass(frozen=True, slots=True)
class _Language:
    offices: frozenset[str]
    """Offices that one person holds at a time."""
    all_offices: frozenset[str]
    carrying: frozenset[str]
    """Words behind an office that make it another's: "the president of Northland"."""
    bare: re.Pattern[str]
    before_name: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Holder:
    actor: str
    end: int
    """Where the words end that introduce the person."""
    words: frozenset[str]


@lru_cache(maxsize=8)
def _words_of(lexicon: Lexicon) -> _Language:
    section = lexicon["roles"]
    offices = "|".join(sorted(map(re.escape, section["single"]), key=len, reverse=True))
    article = "|".join(section["definite"])
    # Match: "The minister", "the foreign minister". Near-miss: "a minister", "the ministers".
    bare = rf"\b(?:{article})\ (?P<words>(?:[a-z-]+\ ){{0,{_MOST_WORDS}}}?(?P<office>{offices}))\b"
    return _Language(
        frozenset(section["single"]),
        frozenset(section["offices"]),
        frozenset(section["continuing"]),
        re.compile(bare, re.IGNORECASE),
        re.compile(rf"\b(?P<office>{offices}),?\ (?=(?P<name>[^\W\d_]+))", re.IGNORECASE),
    )


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
    holders = _holders(roles, language)
    for office in _of_others(passages, mentions, language):
        holders.pop(office, None)
    if not holders:
        return tuple(mentions)
    ordered = sorted(mentions, key=lambda mention: mention.start)
    starts = [mention.start for mention in ordered]
    sides = {actor.id: actor.side for actor in actors}
    found: list[Mention] = []
    for passage in passages:
        if passage.kind is not PassageKind.SENTENCE:
            continue
        for start, end, actor in _bare(passage, holders, language):
            after = bisect_left(starts, start)
            clear = after == len(starts) or starts[after] >= end
            behind = source.text[ordered[after - 1].end : start] if after else ""
            if clear and (not after or (behind and not _BESIDE.fullmatch(behind))):
                text = passage.text[start - passage.start : end - passage.start]
                side = sides.get(actor, "")
                found.append(
                    Mention(source.id, passage.id, start, end, text, actor, side, How.DESCRIPTION, True)
                )
    return tuple(sorted((*mentions, *found), key=lambda mention: (mention.start, mention.end)))


def _holders(roles: Sequence[Role], language: _Language) -> dict[str, _Holder]:
    """By office, the one person whom the article introduces with it."""
    found: dict[str, list[_Holder]] = defaultdict(list)
    for role in roles:
        words = [word.casefold() for word in _WORD.findall(role.text)]
        end = next((at for at, word in enumerate(words) if at and word in language.carrying), len(words))
        head = words[end - 1] if words else ""
        if head in language.offices:
            found[head].append(_Holder(role.actor, role.end, frozenset(words[:end])))
    return {
        office: min(held, key=lambda one: one.end)
        for office, held in found.items()
        if len({one.actor for one in held}) == 1
    }


def _of_others(
    passages: Sequence[Passage], mentions: Sequence[Mention], language: _Language
) -> Iterator[str]:
    """Offices that someone else holds in this article: "President Cedar", "the minister, B. Birch"."""
    named = {mention.start for mention in mentions}
    for passage in passages:
        for match in language.before_name.finditer(passage.text):
            name = match["name"]
            is_name = name[0].isupper() and name.casefold() not in language.all_offices
            if is_name and passage.start + match.start("name") not in named:
                yield match["office"].casefold()


def _bare(
    passage: Passage, holders: dict[str, _Holder], language: _Language
) -> Iterator[tuple[int, int, str]]:
    text = straight(passage.text)
    for match in language.bare.finditer(text):
        holder = holders.get(match["office"].casefold())
        start, end = passage.start + match.start("words"), passage.start + match.end()
        if holder is None or start <= holder.end:
            continue
        described = {word.casefold() for word in match["words"].split()}
        following = _WORD.search(text, match.end())
        behind = text[match.end() : following.start()] if following else ""
        beside = following is not None and (
            (behind in (" ", ", ") and following.group()[0].isupper())
            or (behind == " " and following.group() in language.carrying - {"in", "at", "on", "with", "to"})
        )
        if described <= holder.words and not beside:
            yield start, end, holder.actor
