"""Extract: one article while its names are being found: its words, and which of them name whom."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping

from build_scripts.extract.capital_runs import Sequence, sequences, small_words, words_in
from build_scripts.extract.longer_names import is_part_of_longer_name, titles_in
from build_scripts.extract.name_words import NameWords
from build_scripts.extract.names import Name, NameIndex, Words, name_of, split_words
from build_scripts.extract.neighbours import is_another_person, is_of_other_age, names_former_holder
from build_scripts.extract.records import record
from build_scripts.extract.spellings import near_certain
from build_scripts.models import Actor, ActorKind, How, Mention, Passage, PassageKind, Source


@record
class Found:
    """A name at a place: bounds in the text of its passage."""

    start: int
    end: int
    name: Name


class Article:
    """Words by passage, with what has been found so far; `at` is always the index of a passage."""

    def __init__(
        self,
        source: Source,
        passages: tuple[Passage, ...],
        actors: Mapping[str, Actor],
        names: NameIndex,
        known: frozenset[str],
        lexicon: NameWords,
    ) -> None:
        self.source = source
        self.passages = passages
        self.actors = actors
        self.names = names
        self.lexicon = lexicon
        self.words = tuple(split_words(passage.text) for passage in passages)
        self.places: dict[str, list[tuple[int, int]]] = defaultdict(list)
        """By word, in lower case, where it stands: passage and word."""
        for at, words in enumerate(self.words):
            for word, lower in enumerate(words.lower):
                self.places[lower].append((at, word))
        self.small = small_words(passages)
        """Words that the article writes small somewhere: no names, wherever a capital stands."""
        self.found: tuple[list[Found], ...] = tuple([] for _ in passages)
        self.covered: tuple[set[int], ...] = tuple(set() for _ in passages)
        """The words that belong to a mention, by their index in the passage."""
        self._unknown: list[list[Sequence]] = [[] for _ in passages]
        self._unknown_at = [-1] * len(passages)
        """How many words were covered when the names beside were last sought."""
        titles = titles_in(source, passages, known, lexicon)
        self.in_titles = tuple(words_in(*pair) for pair in zip(self.words, titles, strict=True))
        """The words that stand in titles of works and names of texts."""

    def scan(self, index: NameIndex) -> None:
        """Find the names of an index among the words that are still free."""
        shared = index.names.keys() & self.places.keys()
        for at, word in sorted([place for lower in shared for place in self.places[lower]]):
            if word not in self.covered[at]:
                name = self._accepted(at, word, index)
                if name is not None and not self._opens_longer(at, word, name, index):
                    respelt = self._respelt(at, word, name)
                    self.add(at, word - (respelt is not None), word + len(name.words), respelt or name)

    def learn_titles(self) -> None:
        """Take words that stand right before full names for titles: "Dean Olof Birch", later "Dean Birch".

        Like words that the article also writes small, they are no first names.
        """
        titles = set()
        for at, words in enumerate(self.words):
            for one in self.found[at]:
                first = bisect_left(words.starts, one.start)
                is_full = self.is_person(one.name) and len(one.name.words) > 1
                if is_full and first and one.name.how is not How.DESCRIPTION and words.gaps[first] == " ":
                    before = words.words[first - 1]
                    if before[0].isupper() and len(before) > 1 and first - 1 not in self.covered[at]:
                        titles.add(before.lower())
        if titles:
            self.small |= titles
            self._unknown_at = [-1] * len(self.passages)

    def _opens_longer(self, at: int, word: int, name: Name, index: NameIndex) -> bool:
        """Whether a longer name of the same actor begins within: "Sheikh Ali" in "Sheikh Ali bin Cedar"."""
        last = word + len(name.words)
        for inner in range(word + 1, last):
            longer = self._accepted(at, inner, index) if self.words[at].lower[inner] in index.names else None
            if longer is not None and longer.actor == name.actor and inner + len(longer.words) > last:
                return True
        return False

    def _respelt(self, at: int, word: int, name: Name) -> Name | None:
        """The name with the first name before it, where that is spelt in another way: "Yury Arden"."""
        words = self.words[at]
        if not word or len(name.words) > 1 or words.gaps[word] != " " or not self.is_person(name):
            return None
        first = words.words[word - 1]
        full = f"{first} {words.words[word]}"
        is_free = first[0].isupper() and word - 1 not in self.covered[at] | self.in_titles[at]
        if not is_free or not any(near_certain(full, known) for known in self.actors[name.actor].names):
            return None
        return name_of(full, name.actor, name.side, How.PROPOSED)

    def take(self, at: int, word: int, index: NameIndex) -> None:
        """Take the name of an index that stands at this word, if one does."""
        name = self._accepted(at, word, index) if word not in self.covered[at] else None
        if name is not None:
            self.add(at, word, word + len(name.words), name)

    def add(self, at: int, first: int, last: int, name: Name) -> None:
        """Take the words `first:last` for a mention."""
        words = self.words[at]
        self.found[at].append(Found(words.starts[first], _end(words, first, last, name), name))
        self.covered[at].update(range(first, last))

    def unknown(self) -> list[tuple[int, Sequence]]:
        """Capital words that no mention covers, with the index of their passage."""
        for at, words in enumerate(self.words):
            # What is covered only grows: as much of it, and nothing has changed.
            if len(self.covered[at]) != self._unknown_at[at]:
                self._unknown_at[at] = len(self.covered[at])
                self._unknown[at] = sequences(words, self.covered[at], self.small, self.lexicon)
        return [(at, sequence) for at, found in enumerate(self._unknown) for sequence in found]

    def is_person(self, name: Name) -> bool:
        return bool(name.actor) and self.actors[name.actor].kind is ActorKind.PERSON

    def mentions(self) -> tuple[Mention, ...]:
        """What has been found, in the order of the text."""
        return tuple(
            Mention(
                source=self.source.id,
                passage=passage.id,
                start=passage.start + one.start,
                end=passage.start + one.end,
                text=passage.text[one.start : one.end],
                actor=one.name.actor,
                side=one.name.side,
                how=one.name.how,
                is_person=self.is_person(one.name),
            )
            for passage, found in zip(self.passages, self.found, strict=True)
            for one in sorted(found, key=lambda one: one.start)
        )

    def _accepted(self, at: int, first: int, index: NameIndex) -> Name | None:
        for name in index.at(self.words[at], first):
            last = first + len(name.words)
            if self.covered[at].isdisjoint(range(first, last)) and self._is_mention(at, first, last, name):
                return name
        return None

    def _is_mention(self, at: int, first: int, last: int, name: Name) -> bool:
        words = self.words[at]
        if first in self.in_titles[at]:
            return False
        if _is_of_letters(name) and any(words.gaps[inner] != "." for inner in range(first + 1, last)):
            return False  # "U. N. Fern" is no "U.N."
        if name.how is How.DESCRIPTION:
            return not names_former_holder(words, first, last, name, self.names, self.lexicon)
        person = self.is_person(name)
        place = not name.actor or self.actors[name.actor].kind is ActorKind.STATE
        if is_part_of_longer_name(words, first, last, self.lexicon, is_place=place, is_person=person):
            return False
        if person and len(name.words) > 1 and is_of_other_age(words, last) and self._is_elsewhere(name):
            return False
        if self.passages[at].kind in (PassageKind.HEADLINE, PassageKind.HEADING):
            return True  # capitals throughout say nothing of the neighbours
        if person and _is_short(name, self.lexicon):
            full = self.actors[name.actor].names
            covered = self.covered[at]
            return not is_another_person(
                words, first, last, full, covered, self.names, self.small, self.lexicon
            )
        return len(name.words) > 1 or not _goes_on_with_article(words, last, self.lexicon)

    def _is_elsewhere(self, name: Name) -> bool:
        """Whether the name stands alone, too: "Boris Birch and his son, Boris Birch Jr."."""
        return any(
            self.words[at].lower[word : word + len(name.words)] == name.lower
            and not is_of_other_age(self.words[at], word + len(name.words))
            for at, word in self.places.get(name.lower[0], ())
        )


def _end(words: Words, first: int, last: int, name: Name) -> int:
    """Where a name ends: with the full stop of "U.N.", and the bracket of "League (North)"."""
    end = words.ends[last - 1]
    gaps = words.gaps[first + 1 : last]
    behind = words.text[end : end + 1]
    is_letter = len(words.words[last - 1]) == 1 and gaps[-1:] == (".",)
    is_open = "".join(gaps).count("(") > "".join(gaps).count(")")
    return end + ((behind == "." and (name.dotted or is_letter)) or (behind == ")" and is_open))


def _is_of_letters(name: Name) -> bool:
    return name.dotted and all(len(word) == 1 for word in name.words)


def _is_short(name: Name, lexicon: NameWords) -> bool:
    """Whether the name leaves room for another first name: "Brook", "bin Brook"."""
    return len(name.words) == 1 or name.how is How.SHORT or name.lower[0] in lexicon.parts


def _goes_on_with_article(words: Words, last: int, lexicon: NameWords) -> bool:
    """Whether a name goes on as another's: "League al-Brook"."""
    return (
        words.gap_after(last - 1) == " "
        and words.lower[last] in lexicon.articles
        and words.gap_after(last) == "-"
    )
