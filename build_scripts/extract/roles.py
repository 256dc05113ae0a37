"""Extract: passages and mentions of persons in, the descriptions that stand beside their names out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from build_scripts.extract.kept import kept
from build_scripts.extract.names import split_words
from build_scripts.extract.role_forms import after_comma, before_comma, in_front
from build_scripts.extract.role_words import RoleWords, role_words, tokens
from build_scripts.models import Actor, ActorKind, How, Lexicon, Mention, Passage, Role, Source

_NAMING = frozenset({How.ALIAS, How.SHORT, How.PROPOSED})
_LONGEST = 24
"""Words of a description: a longer one is a sentence that was taken for one."""
_REACH = 3 * _LONGEST
"""Words on either side of a name among which its description stands."""


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
    language = role_words(lexicon)
    found: list[Role] = []
    for passage in passages:
        named = by_passage.get(passage.id, ())
        if not named or language.signs.isdisjoint(split_words(passage.text).lower):
            continue
        for mention in named:
            if passage.start <= mention.start and mention.end <= passage.end:
                found += (
                    role
                    for role in _beside(mention, passage, language)
                    if not _names_another(role, mention, named, passage)
                    and not _is_of_next(role, mention, named, passage, language)
                )
    return tuple(sorted(found, key=lambda role: (role.start, role.end, role.actor)))


def _names_another(role: Role, mention: Mention, named: Iterable[Mention], passage: Passage) -> bool:
    """ "Secretary for Roads A. Arden", behind the name before it; near-misses: "B. Birch's deputy", "envoy of
    A. Arden"."""
    for other in named:
        if other is mention or not (role.start < other.start and other.end <= role.end):
            continue
        behind = passage.text[other.end - passage.start :]
        before = passage.text[: other.start - passage.start].rstrip()
        if behind[:1] not in ("'", "’") and not before.endswith((" of", " to", " for")):
            return True
    return False


def _is_of_next(
    role: Role, mention: Mention, named: Iterable[Mention], passage: Passage, language: RoleWords
) -> bool:
    """ "King A, the minister, Mr. B, left": A has a title already, so that it is B who is the minister."""
    if mention.start > role.start or not _has_title(mention, passage, language):
        return False
    behind = passage.text[role.end - passage.start :]
    nearest = min((other.start for other in named if other.start >= role.end), default=-1)
    between = (
        passage.text[role.end - passage.start : nearest - passage.start].casefold() if nearest >= 0 else ""
    )
    words = between.replace(".", " ").removeprefix(",").split()
    return behind.startswith(",") and between.startswith(",") and language.honorifics.issuperset(words)


def _has_title(mention: Mention, passage: Passage, language: RoleWords) -> bool:
    """ "King A", "the king, A": what begins the name, or stands right before it."""
    before = passage.text[: mention.start - passage.start].replace(".", " ").split()
    first = mention.text.split()[0].casefold()
    return first in language.offices or (bool(before) and before[-1].casefold() in language.offices)


@kept()
def _persons(actors: Iterable[Actor]) -> frozenset[str]:
    return frozenset(actor.id for actor in actors if actor.kind is ActorKind.PERSON)


def _beside(mention: Mention, passage: Passage, language: RoleWords) -> Iterator[Role]:
    found = tokens(passage.text, passage.start)
    left = bisect_right(found, mention.start, key=lambda token: token.end)
    right = bisect_left(found, mention.end, key=lambda token: token.start)
    # A passage may be nothing but names: what is far from one is not looked at for each.
    before, after = found[max(0, left - _REACH) : left], found[right : right + _REACH]
    # `A. Arden's deputy` speaks of the deputy.
    if after and after[0].start == mention.end and after[0].text in ("'", "’"):
        return
    for span in (
        in_front(before, language),
        before_comma(before, after, language),
        after_comma(after, language),
    ):
        if span and len(span) <= _LONGEST:
            start, end = span[0].start, span[-1].end
            words = passage.text[start - passage.start : end - passage.start]
            yield Role(mention.source, mention.passage, start, end, words, mention.actor)
