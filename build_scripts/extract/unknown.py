"""Extract: passages and mentions in; names that no actor claims, offered to the editor, out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Set

from build_scripts.extract.kept import kept
from build_scripts.extract.likeness import likeness
from build_scripts.extract.longer_names import titles_in
from build_scripts.extract.name_words import NameWords, name_words
from build_scripts.extract.names import Words, split_words, straight
from build_scripts.extract.records import record
from build_scripts.extract.unknown_kinds import described, kind_of, kind_words
from build_scripts.models import Actor, Lexicon, Mention, Passage, PassageKind, Source, UnknownName

_HALF = 5
"""Letters of the small half of a first name."""
_LETTERS = 7
_SMALL_WORDS = ("of", "for", "and", "the", "in", "to", "on")
LONGEST_NAME = 12
"""Words; a line in capitals throughout is not one name."""


@record
class Sequence:
    """Capital words that stand together: bounds in words, `last` inclusive."""

    first: int
    last: int
    words: tuple[str, ...]
    text: str


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
    words = name_words(lexicon)
    like = likeness(actors)
    taken = _names_of(actors)
    split = [split_words(passage.text) for passage in passages]
    small = {low for one in split for low in small_words(one)}
    counts: dict[str, int] = {}
    where: dict[str, str] = {}
    known: dict[str, list[Mention]] = {}
    persons: dict[str, set[int]] = {}
    offsets = {passage.id: passage.start for passage in passages}
    for mention in mentions:
        known.setdefault(mention.passage, []).append(mention)
        if mention.is_person:
            persons.setdefault(mention.passage, set()).add(mention.start - offsets[mention.passage])
    opening: list[str] = []
    shown: dict[str, tuple[str, str]] = {}
    beside = kind_words(lexicon)
    titles = titles_in(source, passages, frozenset(), words)
    for passage, one, spans in zip(passages, split, titles, strict=True):
        if passage.kind is not PassageKind.SENTENCE:
            continue  # capitals of a headline are no names, and an outlet is no actor
        inside = [(m.start - passage.start, m.end - passage.start) for m in known.get(passage.id, ())]
        covered = words_in(one, [*inside, *spans])
        for sequence in sequences(one, covered, small, words):
            if sequence.text in taken or _is_title(one, sequence, persons.get(passage.id, ())):
                continue
            if _opens_sentence(one, sequence):
                opening.append(sequence.text)
            else:
                counts[sequence.text] = counts.get(sequence.text, 0) + 1
                where.setdefault(sequence.text, passage.id)
                if not all(shown.get(sequence.text, ("", ""))):
                    kind, said = shown.get(sequence.text, ("", ""))
                    start, end = one.starts[sequence.first], one.ends[sequence.last]
                    words_of_it = described(straight(passage.text), start, end, beside)
                    kind = kind or kind_of(straight(passage.text), start, end, words_of_it, beside)
                    shown[sequence.text] = (kind, said or words_of_it)
    _fold_surnames(counts, opening)
    return tuple(
        UnknownName(source.id, where[name], name, count, like.guess(name), *shown[name])
        for name, count in counts.items()
    )


@kept()
def _names_of(actors: tuple[Actor, ...]) -> frozenset[str]:
    return frozenset(name for actor in actors for name in actor.names)


def small_words(words: Words) -> Iterator[str]:
    """The words that a text writes small; not the half of a name, "lin" in "Chen-lin"."""
    for at, (low, word) in enumerate(zip(words.lower, words.words, strict=True)):
        if low == word and not (words.gaps[at] == "-" and words.words[at - 1][0].isupper()):
            yield low


def _is_title(words: Words, sequence: Sequence, persons: Container[int]) -> bool:
    """ "Dean" in "Dean Olof Birch": one word right before a known person."""
    after = sequence.last + 1
    return (
        sequence.first == sequence.last
        and after < len(words.words)
        and words.gaps[after] in (" ", ". ")
        and words.starts[after] in persons
    )


def sequences(words: Words, covered: Set[int], small: Set[str], lexicon: NameWords) -> list[Sequence]:
    """Runs of capital words that may be names: "Boris bin Brook", "Ministry of Roads", "Arden".

    Titles before a name, days and months, words that open sentences or that the article also writes
    small, and adjectives of origin before a noun are left out.
    """
    found = []
    free = 0
    spelled = _spelled_out(words, covered)
    for at in words.capitals:
        if at < free or at in covered:
            continue
        if (end := spelled.get(at, -1)) >= at:
            parts, text = words.words[at : end + 1], words.text[words.starts[at] : words.ends[end]]
            found.append(Sequence(at, end, parts, text))
            free = end + 1
            continue
        last = at
        while (step := _step(words, last, covered, lexicon)) is not None:
            if words.words[last + 1] == "of" and _is_whole(words, at, last, lexicon):
                break
            last = step
        sequence = _trimmed(words, at, last, small, lexicon)
        if sequence is not None:
            found.append(sequence)
        free = last + 1
    return found


def _spelled_out(words: Words, covered: Set[int]) -> dict[int, int]:
    """ "State Peace and Roads Council (SPRC)": where names begin and end whose letters follow in brackets."""
    found: dict[int, int] = {}
    for at in words.capitals:
        letters = words.words[at]
        if (
            at < 2
            or not words.gaps[at].endswith(" (")
            or not 2 < len(letters) <= _LETTERS
            or not letters.isupper()
        ):
            continue
        first, left = at - 1, list(letters)
        while first >= 0 and left and first not in covered:
            word = words.words[first]
            if word[0] == left[-1]:
                left.pop()
            elif word not in _SMALL_WORDS:
                break
            if not left or words.gaps[first] != " ":
                break
            first -= 1
        if not left and words.words[at - 1] not in _SMALL_WORDS:
            found[first] = at - 1
    return found


def _is_whole(words: Words, first: int, last: int, lexicon: NameWords) -> bool:
    """Whether the words are a name without what "of" adds: "Boris Birch of the Roads Board".

    Not "Ministry of Roads", "Road Users Front of Northland", nor an office, "Foreign Minister of Northland".
    """
    parts = words.lower[first : last + 1]
    names = [part for part in parts if part not in lexicon.titles]
    return len(parts) > 1 and bool(names) and lexicon.organisations.isdisjoint(parts)


def _is_capital(words: Words, at: int, covered: Set[int]) -> bool:
    return at < len(words.words) and at not in covered and words.words[at][0].isupper()


def _step(words: Words, last: int, covered: Set[int], lexicon: NameWords) -> int | None:
    """The next word of the same name, over particles and over "of", or None."""
    at = last + 1
    if at < len(words.words) and words.gaps[at] == "." and len(words.words[last]) == 1:
        return at if len(words.words[at]) == 1 and _is_capital(words, at, covered) else None  # "U.N."
    if at >= len(words.words) or words.gaps[at] not in (" ", "-", ". ", "'"):
        return None
    if words.gaps[at] == ". " and len(words.words[last]) > 2:
        return None
    if _is_capital(words, at, covered) or _is_behind_sign(words, at, covered):
        return at
    if _is_second_half(words, at, covered, lexicon):
        return at
    if (
        words.lower[at] in lexicon.parts
        and words.gap_after(at) in (" ", "-", "'")
        and _is_capital(words, at + 1, covered)
    ):
        return at + 1 if words.lower[at] not in lexicon.openers or words.gap_after(at) == "-" else None
    is_for = words.words[at] == "for" and words.lower[last] in lexicon.organisations
    if (words.words[at] == "of" or is_for) and words.gaps[at] == " ":
        on = at + 1
        if on < len(words.words) and words.words[on] == "the" and words.gaps[on] == " ":
            on += 1
        if _is_capital(words, on, covered) and words.gaps[on] == " ":
            return on
    return None


def _is_behind_sign(words: Words, at: int, covered: Set[int]) -> bool:
    """The rest of "Sa'id", "Isma'il"; not that of "Arden's", "they'll"."""
    rest = words.words[at]
    is_rest = words.gaps[at] == "'" and rest.islower() and rest.isalpha() and len(rest) > 1
    return is_rest and at not in covered and rest not in ("ll", "re", "ve")


def _is_second_half(words: Words, at: int, covered: Set[int], lexicon: NameWords) -> bool:
    """The small half of "Aslan-bek", "Chol-su"; not of "Northland-led"."""
    half = words.words[at]
    is_small = words.gaps[at] == "-" and half.islower() and half.isalpha() and 2 <= len(half) <= _HALF
    return is_small and at not in covered and half not in lexicon.hyphened and words.gap_after(at) != "-"


def _trimmed(words: Words, first: int, last: int, small: Set[str], lexicon: NameWords) -> Sequence | None:
    if words.lower[first] in lexicon.titles and "of" in words.words[first:last]:
        first = _behind_body(words, first, last, lexicon)
        if first > last:
            return None  # an office: "Minister of Roads"
    organisation = any(word in lexicon.organisations for word in words.lower[first : last + 1])
    while first <= last and _is_leading_noise(words, first, last, organisation, small, lexicon):
        first += 1
    if not organisation:
        first = _behind_office(words, first, last, lexicon)
    while last >= first and (words.lower[last] in lexicon.calendar or words.lower[last] in lexicon.openers):
        last -= 1
    if first > last or last - first >= LONGEST_NAME:
        return None
    parts = words.words[first : last + 1]
    if len(parts) == 1 and (parts[0].lower() in lexicon.organisations or len(parts[0]) == 1):
        return None
    return Sequence(first, last, parts, words.text[words.starts[first] : words.ends[last]])


def _behind_body(words: Words, first: int, last: int, lexicon: NameWords) -> int:
    """Where the name begins behind an office in a body: "Secretary of the Roads Council Boris Birch"."""
    bodies = [at for at in range(first, last - 1) if words.lower[at] in lexicon.organisations]
    if not bodies:
        # "Secretary of State Boris Birch"
        begin = words.words.index("of", first) + 1
        while begin <= last and words.lower[begin] in lexicon.titles | lexicon.matters | {"and"}:
            begin += 1
        return begin if words.words[begin - 1] != "of" and last > begin else last + 1
    return bodies[-1] + 1 if bodies and words.words[bodies[-1] + 1][0].isupper() else last + 1


def _behind_office(words: Words, first: int, last: int, lexicon: NameWords) -> int:
    """Where the name begins behind an office with its matter: "Roads Minister Boris Birch".

    Two words at least have to follow it: not "Martin Luther King".
    """
    titles = [at for at in range(first + 1, last - 1) if words.lower[at] in lexicon.titles]
    return titles[-1] + 1 if titles else first


def _is_leading_noise(
    words: Words, first: int, last: int, organisation: bool, small: Set[str], lexicon: NameWords
) -> bool:
    lower = words.lower[first]
    if last - first > 1 and len(lower) == len(words.words[first + 1]) == 1 and words.gap_after(first) == ". ":
        return False  # "I. V. Birch"
    if first < last and lower in lexicon.calendar and first and words.lower[first - 1] in lexicon.titles:
        return False  # "Commissioner Sunday Birch"
    if last - first > 1 and lower in lexicon.matters and first and words.lower[first - 1] == "and":
        return True  # "Minister of Trade, Economy and Industry Boris Birch"
    if lower in lexicon.parts and first < last and words.gap_after(first) == "-":
        return False
    if lower in lexicon.openers or lower in lexicon.calendar:
        return True
    if first < last and lower in lexicon.place_openers and words.gap_after(first) == " ":
        return False
    if organisation and first < last:
        return False
    if lexicon.is_origin(lower):
        after = words.words[first + 1] if words.gap_after(first) == " " else ""
        return first < last or after[:1].islower()
    return lower in lexicon.titles or (lower in small and first < last) or (lower in small and first == 0)


def words_in(words: Words, spans: Iterable[tuple[int, int]]) -> set[int]:
    """The words (by index) that begin within one of the spans of the text."""
    inside: set[int] = set()
    for start, end in spans:
        inside.update(range(bisect_left(words.starts, start), bisect_left(words.starts, end)))
    return inside


def _opens_sentence(words: Words, sequence: Sequence) -> bool:
    """A capital at the beginning says nothing, unless a comma, a possessive or another capital follows."""
    alone = sequence.first == sequence.last == 0 and not sequence.words[0].isupper()
    return alone and words.gap_after(0) == " "


def _fold_surnames(counts: dict[str, int], opening: list[str]) -> None:
    """Count a surname alone for the only longer name that has it, also where it opens a sentence."""
    last_words: dict[str, list[str]] = {}
    for name in counts:
        if " " in name:
            last_words.setdefault(name.split()[-1], []).append(name)
    for name in [name for name in counts if " " not in name]:
        longer = last_words.get(name, [])
        if len(longer) == 1:
            counts[longer[0]] += counts.pop(name)
    for name in opening:
        longer = last_words.get(name, [])
        if len(longer) == 1:
            counts[longer[0]] += 1
        elif name in counts:
            counts[name] += 1
