"""Extract: the lexicon's contact words in, tables for the clause rules out, compiled once per lexicon."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, ClassVar

from build_scripts.extract.contacts.words import Tag
from build_scripts.extract.symbols import Symbol
from build_scripts.models import ContactKind, Lexicon


class Form(Symbol):
    """Which form of its verb a word is."""

    BASE: ClassVar[Form]
    THIRD: ClassVar[Form]
    PAST: ClassVar[Form]
    PARTICIPLE: ClassVar[Form]
    ING: ClassVar[Form]


_FORMS = (Form.BASE, Form.THIRD, Form.PAST, Form.PARTICIPLE, Form.ING)
"""As the lexicon spells out a verb: "go goes went gone going"."""
IN_ED = frozenset((Form.PAST, Form.PARTICIPLE))
"""Of a verb that the lexicon does not have: it is known by its "-ed"."""


@dataclass(frozen=True, slots=True)
class Sense:
    """One verb that a form may belong to, and the word that must follow it, if any."""

    lemma: str
    particle: str = ""
    name: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", f"{self.lemma} {self.particle}".rstrip())


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """How a verb of contact takes those who take part."""

    name: str
    kind: ContactKind
    object: str
    roles: Mapping[str, str]
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lengths:
    """Days in a unit ("week": 7) and what number words count."""

    units: Mapping[str, int]
    numbers: Mapping[str, int]


@dataclass(frozen=True, eq=False)
class Grammar:
    """The lexicon's section `contacts` as tables."""

    forms: Mapping[str, frozenset[Form]]
    senses: Mapping[str, tuple[Sense, ...]]
    frames: Mapping[str, tuple[Frame, ...]]
    classes: Mapping[str, frozenset[str]]
    """Verb names of a class (`plans`, `refuses` …), plain words of every other list."""
    events: Mapping[str, ContactKind]
    occasions: frozenset[str]
    """Those nouns of contact, and those of being a guest."""
    openers: frozenset[str]
    """Words at which a clause may open: relatives, subordinators, "that"."""
    lengths: Lengths
    small: Mapping[str, Tag]
    """What small words are, whatever stands beside them."""
    longer_words: Mapping[str, tuple[tuple[tuple[str, ...], Tag], ...]]
    """Words that are one ("as well as", "face to face") and what they are, by their first."""

    def has(self, kind: str, word: str) -> bool:
        """Whether the word (or verb name) stands in the lexicon's list of that name."""
        return word in self.classes[kind]

    def nouns(self, *kinds: str) -> frozenset[str]:
        return _nouns(self, kinds)

    def with_plurals(self, *kinds: str) -> frozenset[str]:
        return _with_plurals(self, kinds)


@lru_cache(maxsize=64)
def _nouns(tables: Grammar, kinds: tuple[str, ...]) -> frozenset[str]:
    """One set of several lists: asked for at nearly every word."""
    return frozenset().union(*(tables.classes[kind] for kind in kinds))


@lru_cache(maxsize=64)
def _with_plurals(tables: Grammar, kinds: tuple[str, ...]) -> frozenset[str]:
    """The words of several lists, and with an "s" behind them."""
    return frozenset(f"{word}{ending}" for word in _nouns(tables, kinds) for ending in ("", "s"))


SMALL_WORDS = {
    "adverbs": Tag.ADVERB,
    "prepositions": Tag.PREPOSITION,
    "in_order_to": Tag.TO,
    "determiners": Tag.DETERMINER,
    "pronouns": Tag.PRONOUN,
    "joining": Tag.JOINING,
    "modals": Tag.MODAL,
    "auxiliaries": Tag.AUX,
    "negations": Tag.NOT,
}
"""The small words, by list; a word of several lists is what the last of them says."""

LONGER_LISTS = {"subordinators": Tag.NOUN, "negated_manner": Tag.ADVERB}
"""Further lists whose entries may be of several words."""

VERB_LISTS = (
    "takes_part",
    "organises",
    "happens",
    "plans",
    "refuses",
    "cancels",
    "doubts",
    "passes",
    "reports",
    "common",
    "outcome_verbs",
    "involves",
    "incidental",
)


@lru_cache(maxsize=8)
def grammar(lexicon: Lexicon) -> Grammar:
    """Tables of a lexicon; the same lexicon gives the same tables."""
    section = lexicon["contacts"]
    forms: dict[str, set[Form]] = defaultdict(set)
    senses: dict[str, dict[Sense, None]] = defaultdict(dict)
    frames: dict[str, list[Frame]] = defaultdict(list)
    classes: dict[str, frozenset[str]] = {}

    def learn(line: str) -> str:
        words, _, particle = line.partition(" + ")
        spelled = words.split()
        sense = Sense(spelled[0], particle.strip())
        for word, form in zip(spelled, _FORMS, strict=False):
            forms[word].add(form)
            senses[word][sense] = None
        return sense.name

    for name, given in section["frames"].items():
        frame = _frame(name, given)
        for line in given["verbs"]:
            verb = learn(line) if " " in line else line
            if frame not in frames[verb]:
                frames[verb].append(frame)
    for name in VERB_LISTS:
        classes[name] = frozenset(learn(line) if " " in line else line for line in section[name])
    for word in section["participles"]:
        forms[word].add(Form.PARTICIPLE)
        senses[word][Sense(word)] = None
    for name, given in section.items():
        if name not in VERB_LISTS and isinstance(given, list):
            classes[name] = frozenset(str(word) for word in given)
        elif name in ("modals", "pronouns"):
            classes.update({f"{name}-{key}": frozenset(map(str, words)) for key, words in given.items()})
    classes["modals"] = _union(section["modals"].values())
    classes["pronouns"] = _union(section["pronouns"].values())
    events = {word: ContactKind(kind) for kind, words in section["events"].items() for word in words}
    return Grammar(
        forms={word: frozenset(found) for word, found in forms.items()},
        senses={word: tuple(sorted(found, key=_words_of_particle)) for word, found in senses.items()},
        frames={verb: tuple(found) for verb, found in frames.items()},
        classes=classes,
        events=events,
        occasions=classes["guesthood"].union(events),
        openers=classes["relatives"].union(classes["subordinators"], ("that",)),
        small={word: tag for name, tag in SMALL_WORDS.items() for word in classes[name]},
        longer_words=_longer({name: classes[name] for name in (*LONGER_LISTS, *SMALL_WORDS)}),
        lengths=Lengths(*(_numbers(section[name]) for name in ("length_units", "length_numbers"))),
    )


def _words_of_particle(sense: Sense) -> int:
    """For the longest particle first: "came face to face with" before "came face to face"."""
    return -len(sense.particle.split())


def _longer(
    lists: Mapping[str, Iterable[str]],
) -> dict[str, tuple[tuple[tuple[str, ...], Tag], ...]]:
    """Words of several words, the longest first; of several lists the last one says what they are."""
    tags = {
        tuple(phrase.split()): SMALL_WORDS.get(name) or LONGER_LISTS[name]
        for name, words in lists.items()
        for phrase in words
        if " " in phrase
    }
    found: dict[str, tuple[tuple[tuple[str, ...], Tag], ...]] = {}
    for parts in sorted(tags, key=lambda each: (-len(each), each)):
        found[parts[0]] = (*found.get(parts[0], ()), (parts, tags[parts]))
    return found


def _frame(name: str, given: Mapping[str, Any]) -> Frame:
    return Frame(
        name=name,
        kind=ContactKind(given["kind"]),
        object=given.get("object", ""),
        roles=dict(given.get("roles", {})),
        needs=tuple(given.get("needs", ())),
    )


def _numbers(given: Mapping[str, Any]) -> Mapping[str, int]:
    return {str(word): int(number) for word, number in given.items()}


def _union(lists: Iterable[Iterable[str]]) -> frozenset[str]:
    return frozenset(str(word) for words in lists for word in words)
