"""Extract: passages and mentions of persons in, the descriptions that stand beside their names out.

Three forms: `Prime Minister A. Arden`; `the deputy chair of the league, A. Arden,`; `A. Arden, who led the
league for years,`. A description needs an office in the singular; a list of names is none.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from build_scripts.extract.endings import last_words
from build_scripts.extract.kept import kept
from build_scripts.extract.names import split_words
from build_scripts.extract.records import record
from build_scripts.models import Actor, ActorKind, How, Lexicon, Mention, Passage, Role, Source

# Match: `Arden's`, `vice-president`, `,`. Near-miss: `Arden, the`, which is three.
_TOKEN = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*['’]?|[^\w\s]")
_NAMING = frozenset({How.ALIAS, How.SHORT, How.PROPOSED})
_LONGEST = 24
"""Words of a description: a longer one is a sentence that was taken for one."""
_REACH = 3 * _LONGEST
"""Words on either side of a name among which its description stands."""
_FURTHEST = 7
"""How many words in the office of a description stands at the latest."""


def find_roles(
    source: Source,
    passages: Iterable[Passage],
    mentions: Iterable[Mention],
    actors: Sequence[Actor],
    lexicon: Lexicon,
) -> tuple[Role, ...]:
    """The descriptions of persons, in the order of the text; of two that overlap, the longer one."""
    persons = _persons(actors)
    by_passage: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.source == source.id and mention.actor in persons and mention.how in _NAMING:
            by_passage.setdefault(mention.passage, []).append(mention)
    language = _words_of(lexicon)
    found: list[Role] = []
    for passage in passages:
        named = by_passage.get(passage.id, ())
        if not named or language.signs.isdisjoint(split_words(passage.text).lower):
            continue
        for mention in named:
            if passage.start <= mention.start and mention.end <= passage.end:
                found += _beside(mention, passage, language)
    return tuple(sorted(found, key=lambda role: (role.start, role.end, role.actor)))


@record
class _Token:
    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        return self.text.casefold()

    @property
    def is_mark(self) -> bool:
        return not self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def is_possessive(self) -> bool:
        return self.low.endswith(("'s", "’s", "s'", "s’"))


@kept()
def _persons(actors: Iterable[Actor]) -> frozenset[str]:
    return frozenset(actor.id for actor in actors if actor.kind is ActorKind.PERSON)


@dataclass(frozen=True, slots=True)
class _Language:
    offices: frozenset[str]
    modifiers: frozenset[str]
    openings: frozenset[str]
    boundaries: frozenset[str]
    continuing: frozenset[str]
    leading: frozenset[str]
    honorifics: frozenset[str]
    signs: frozenset[str]
    """The last words of offices and of what follows "who": without one nobody is described."""


@lru_cache(maxsize=8)
def _words_of(lexicon: Lexicon) -> _Language:
    section = lexicon["roles"]
    names = ("offices", "modifiers", "openings", "boundaries", "continuing", "leading", "honorifics")
    signs = last_words(section["offices"], section["leading"])
    return _Language(**{name: frozenset(section[name]) for name in names}, signs=signs)


@lru_cache(maxsize=64)
def _tokens(text: str, start: int) -> tuple[_Token, ...]:
    """The words and marks of a passage that begins there."""
    found = [
        _Token(match.group(), start + match.start(), start + match.end()) for match in _TOKEN.finditer(text)
    ]
    return tuple(found)


def _beside(mention: Mention, passage: Passage, language: _Language) -> Iterator[Role]:
    tokens = _tokens(passage.text, passage.start)
    left = bisect_right(tokens, mention.start, key=lambda token: token.end)
    right = bisect_left(tokens, mention.end, key=lambda token: token.start)
    # A passage may be nothing but names: what is far from one is not looked at for each.
    before, after = tokens[max(0, left - _REACH) : left], tokens[right : right + _REACH]
    # `A. Arden's deputy` speaks of the deputy.
    if after and after[0].start == mention.end and after[0].text in ("'", "’"):
        return
    for span in (
        _in_front(before, language),
        _before_comma(before, after, language),
        _after_comma(after, language),
    ):
        if span and len(span) <= _LONGEST:
            start, end = span[0].start, span[-1].end
            words = passage.text[start - passage.start : end - passage.start]
            yield Role(mention.source, mention.passage, start, end, words, mention.actor)


def _in_front(before: Sequence[_Token], language: _Language) -> Sequence[_Token]:
    """`Northland's former Foreign Minister` or `President of Northland`, right before a name."""
    at = len(before)
    while at and before[at - 1].is_capital and before[at - 1].low not in language.offices:
        at -= 1
    at -= 1 if at and before[at - 1].low == "the" else 0
    if 2 <= at < len(before) and before[at - 1].low == "of" and before[at - 2].low in language.offices:
        office = at - 1
    elif before and before[-1].low in language.offices:
        office = len(before)
    else:
        return ()
    first = office
    while first and _belongs(before[first - 1], language):
        first -= 1
    return before[first:]


def _belongs(token: _Token, language: _Language) -> bool:
    """Whether a word before an office is part of its description."""
    if token.is_mark or token.low in language.boundaries:
        return False
    return _opens(token, language)


def _before_comma(before: Sequence[_Token], after: Sequence[_Token], language: _Language) -> Sequence[_Token]:
    """`the deputy chair of the league, Mr. A. Arden,`. Near-miss: `according to the chair, A. Arden left`."""
    end = len(before)
    while end and (before[end - 1].low in language.honorifics or before[end - 1].text == "."):
        end -= 1
    before = before[:end]
    if not before or before[-1].text != "," or (after and not after[0].is_mark):
        return ()
    first = len(before) - 1
    while first and not before[first - 1].is_mark and before[first - 1].low not in language.boundaries:
        first -= 1
    return _described(before[first:-1], language)


def _after_comma(after: Sequence[_Token], language: _Language) -> Sequence[_Token]:
    """`A. Arden, a member of the league,`. Near-miss: `A. Arden, the chair said,`."""
    if len(after) < 3 or after[0].text not in (",", "("):
        return ()
    rest = after[1:]
    end = next((at for at, token in enumerate(rest) if token.is_mark), len(rest))
    if rest[0].low == "who":
        return rest[:end] if end > 2 and rest[1].low in language.leading else ()
    clause = next((at for at, token in enumerate(rest[:end]) if token.low in ("who", "which", "that")), end)
    found = _described(rest[:clause], language)
    more = rest[end + 1 :]
    if found and len(more) > 2 and rest[end].text == "," and more[0].low == "and":
        # A second office after a comma: `the envoy for the lakes, and deputy minister of trade,`.
        stop = next((at for at, token in enumerate(more) if token.is_mark), len(more))
        if _described(more[1:stop], language):
            return rest[: end + 1 + stop]
    return found


def _described(words: Sequence[_Token], language: _Language) -> Sequence[_Token]:
    """The words, if they are an office with what belongs to it and nothing else."""
    if not words or not _opens(words[0], language):
        return ()
    for at, word in enumerate(words[:_FURTHEST]):
        if word.low in language.boundaries:
            return ()
        if word.low in language.offices and (
            at + 1 == len(words) or words[at + 1].low in language.continuing
        ):
            return words
    return ()


def _opens(word: _Token, language: _Language) -> bool:
    return word.is_possessive or word.is_capital or _is_known(word, language)


def _is_known(word: _Token, language: _Language) -> bool:
    return any(word.low in words for words in (language.openings, language.offices, language.modifiers))
