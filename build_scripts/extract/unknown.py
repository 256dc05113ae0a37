"""Extract: passages and mentions in; names that no actor claims, offered to the editor, out."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field

from build_scripts.extract.capital_runs import Sequence, sequences, small_words, words_in
from build_scripts.extract.kept import kept
from build_scripts.extract.likeness import likeness
from build_scripts.extract.longer_names import titles_in
from build_scripts.extract.name_words import name_words
from build_scripts.extract.names import Words, split_words, straight
from build_scripts.extract.unknown_kinds import KindWords, described, kind_of, kind_words
from build_scripts.models import Actor, Lexicon, Mention, Passage, PassageKind, Source, UnknownName


def find_unknown_names(
    source: Source,
    passages: tuple[Passage, ...],
    mentions: tuple[Mention, ...],
    actors: tuple[Actor, ...],
    lexicon: Lexicon,
) -> tuple[UnknownName, ...]:
    """Names that no actor claims, in order of first appearance, with their count in the source.

    A surname alone counts for the longer name that has it. `guess` is the actor whose name has the same
    consonants, if there is exactly one; it is a proposal, for different names may share them.
    """
    words, like, taken = name_words(lexicon), likeness(actors), _names_of(actors)
    split = [split_words(passage.text) for passage in passages]
    small = small_words(passages)
    known: dict[str, list[Mention]] = {}
    for mention in mentions:
        known.setdefault(mention.passage, []).append(mention)
    found = _Found(kind_words(lexicon))
    titles = titles_in(source, passages, frozenset(), words)
    for passage, one, spans in zip(passages, split, titles, strict=True):
        if passage.kind is not PassageKind.SENTENCE:
            continue  # capitals of a headline are no names, and an outlet is no actor
        here = known.get(passage.id, ())
        inside = [(m.start - passage.start, m.end - passage.start) for m in here]
        persons = {m.start - passage.start for m in here if m.is_person}
        for sequence in sequences(one, words_in(one, [*inside, *spans]), small, words):
            is_office = one.lower[sequence.last] in words.offices
            if sequence.text not in taken and not is_office and not _is_title(one, sequence, persons):
                found.add(passage, one, sequence)
    found.fold_surnames()
    return tuple(
        UnknownName(source.id, found.where[name], name, count, like.guess(name), *found.shown[name])
        for name, count in found.counts.items()
    )


@kept()
def _names_of(actors: tuple[Actor, ...]) -> frozenset[str]:
    return frozenset(name for actor in actors for name in actor.names)


@dataclass(slots=True)
class _Found:
    """What one article says of each name; belongs to one run over it."""

    beside: KindWords
    counts: dict[str, int] = field(default_factory=dict)
    where: dict[str, str] = field(default_factory=dict)
    """The passage of the first appearance."""
    shown: dict[str, tuple[str, str]] = field(default_factory=dict)
    """The kind of whom it names, and how the article describes them."""
    opening: list[str] = field(default_factory=list)
    """Words whose capital may be that of a sentence."""

    def add(self, passage: Passage, words: Words, sequence: Sequence) -> None:
        name = sequence.text
        if _opens_sentence(words, sequence):
            self.opening.append(name)
            return
        self.counts[name] = self.counts.get(name, 0) + 1
        self.where.setdefault(name, passage.id)
        kind, said = self.shown.get(name, ("", ""))
        if kind and said:
            return
        text, start, end = straight(passage.text), words.starts[sequence.first], words.ends[sequence.last]
        here = described(text, start, end, self.beside)
        kind = kind or kind_of(text, start, end, here, self.beside)
        self.shown[name] = (kind, said or here)

    def fold_surnames(self) -> None:
        """Count a surname alone for the only longer name that has it, also where it opens a sentence."""
        longer: dict[str, list[str]] = {}
        for name in self.counts:
            if " " in name:
                longer.setdefault(name.split()[-1], []).append(name)
        for name in [name for name in self.counts if " " not in name]:
            if len(full := longer.get(name, [])) == 1:
                self.counts[full[0]] += self.counts.pop(name)
        for name in self.opening:
            if len(full := longer.get(name, [])) == 1:
                self.counts[full[0]] += 1
            elif name in self.counts:
                self.counts[name] += 1


def _is_title(words: Words, sequence: Sequence, persons: Container[int]) -> bool:
    """ "Dean" in "Dean Olof Birch": one word right before a known person."""
    after = sequence.last + 1
    return (
        sequence.first == sequence.last
        and after < len(words.words)
        and words.gaps[after] in (" ", ". ")
        and words.starts[after] in persons
    )


def _opens_sentence(words: Words, sequence: Sequence) -> bool:
    """A capital at the beginning says nothing, unless a comma, a possessive or another capital follows."""
    alone = sequence.first == sequence.last == 0 and not sequence.words[0].isupper()
    return alone and words.gap_after(0) == " "
