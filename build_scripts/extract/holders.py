"""Extract: mentions and the offices beside names in; by office, whom an article introduces with it, out.

Two ministers, known or not, make "the minister" nobody.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_scripts.extract.names import split_words
from build_scripts.extract.office_words import MOST_WORDS, OfficeWords
from build_scripts.models import How, Mention, Passage, Role

# Match: "foreign minister". Near-miss: "minister's", of which only the word counts.
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BETWEEN = (" ", ". ", ", ")
"""What may stand between an office and a name: "Gen. Birch", "the minister, Birch"."""
_NAMING = frozenset({How.ALIAS, How.SHORT, How.PROPOSED})
_RANK = 8
"""Code points before a name in which its bearer's rank stands."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Whom an article introduces with an office, and the words that do so; somebody else has no actor."""

    actor: str
    end: int
    """Where the words end that introduce the person."""
    words: frozenset[str]


def holders(
    passages: Sequence[Passage], mentions: Sequence[Mention], roles: Sequence[Role], language: OfficeWords
) -> Mapping[str, Sequence[Holder]]:
    """By office, whom the article introduces with it, in the order of the text; nameless ones as well."""
    introduced = (
        *_introduced(roles, language),
        *_ranked(passages, mentions, language),
        *_titled(mentions, language),
    )
    found: dict[str, list[Holder]] = defaultdict(list)
    for office, holder in introduced:
        found[office].append(holder)
    for office, end in (*_of_others(passages, mentions, language), *_of_anyone(passages, language)):
        if office in found:
            found[office].append(Holder("", end, frozenset()))
    return {office: tuple(sorted(held, key=lambda one: one.end)) for office, held in found.items()}


def holder_at(held: Sequence[Holder], start: int) -> Holder | None:
    """The one person whom the article has introduced with the office before this place.

    A second holder makes it nobody from there on, and not before: a reader has met only the first.
    """
    before = [one for one in held if one.end < start]
    if not before or len({one.actor for one in before}) != 1 or not before[0].actor:
        return None
    return Holder(before[0].actor, before[0].end, frozenset(word for one in before for word in one.words))


def _introduced(roles: Sequence[Role], language: OfficeWords) -> Iterator[tuple[str, Holder]]:
    """Offices, each with a person whom the article introduces with it."""
    for role in roles:
        words = [word.casefold() for word in WORD.findall(role.text)]
        end = next((at for at, word in enumerate(words) if at and word in language.carrying), len(words))
        head = words[end - 1] if words else ""
        if head in language.offices:
            yield language.office(words[:end], head), Holder(role.actor, role.end, frozenset(words[:end]))


def _ranked(
    passages: Sequence[Passage], mentions: Sequence[Mention], language: OfficeWords
) -> Iterator[tuple[str, Holder]]:
    """Persons with a shortened rank before their names: "Gen. A. Arden", later "the general"."""
    texts = {passage.id: passage for passage in passages}
    for mention in mentions:
        passage = texts.get(mention.passage)
        if mention.is_person and mention.how in _NAMING and passage is not None:
            before = passage.text[: mention.start - passage.start][-_RANK:]
            match = language.rank.search(before)
            if match is not None:
                office = language.ranks[match["rank"].casefold()]
                yield office, Holder(mention.actor, mention.end, frozenset((office,)))


def _titled(mentions: Sequence[Mention], language: OfficeWords) -> Iterator[tuple[str, Holder]]:
    """Persons whose names begin with what they are: "King Adalbert", later "the king"."""
    for mention in mentions:
        if not mention.is_person or mention.how not in _NAMING:
            continue
        before = mention.text.casefold().split()[:-1]
        office = next((word for word in before if word in language.offices), "")
        if office:
            yield language.office(before, office), Holder(mention.actor, mention.end, frozenset(before))


def _of_others(
    passages: Sequence[Passage], mentions: Sequence[Mention], language: OfficeWords
) -> Iterator[tuple[str, int]]:
    """Offices that someone else holds in this article, and where that is said: "President Cedar", "the
    minister, Mr. B. Birch".
    """
    named = frozenset(at for mention in mentions for at in range(mention.start, mention.end))
    for passage in passages:
        words = split_words(passage.text)
        for name in words.capitals:
            if words.lower[name] in language.all_offices or words.lower[name] in language.honorifics:
                continue
            at = name - 1
            while at > 0 and words.lower[at] in language.honorifics and words.lower[at] not in language.ranks:
                at -= 1
            office = language.ranks.get(words.lower[at], words.lower[at]) if at >= 0 else ""
            if office not in language.offices or passage.start + words.starts[name] in named:
                continue
            if all(words.gaps[each] in _BETWEEN for each in range(at + 1, name + 1)):
                before = words.lower[max(0, at - MOST_WORDS) : at]
                yield language.office(before, office), passage.start + words.ends[name]


def _of_anyone(passages: Sequence[Passage], language: OfficeWords) -> Iterator[tuple[str, int]]:
    """ "A spokesman" may be another than the one who is named."""
    for passage in passages:
        words = split_words(passage.text)
        if language.shared.isdisjoint(words.lower):
            continue
        for at, lower in enumerate(words.lower):
            if lower not in language.shared:
                continue
            before = words.lower[max(0, at - 1 - MOST_WORDS) : at]
            last = max((n for n, word in enumerate(before) if word in language.indefinite), default=-1)
            # "An audience for Bishop Cedar" is of no other.
            if last >= 0 and language.carrying.isdisjoint(before[last:]):
                yield lower, passage.start + words.ends[at]
