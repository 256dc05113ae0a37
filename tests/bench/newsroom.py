"""A newsroom of invented outlets: events over twenty years, each told by several of them in forms of their
own, some articles rewriting others; actors of whom a few stand everywhere and most almost nowhere."""

from __future__ import annotations

import datetime
import itertools
import random
from collections.abc import Callable
from dataclasses import dataclass

from tests.bench.words import ADJECTIVES, FORMS, NOUNS, VERBS, name

SIDES = ("upland", "lake")
FIRST = datetime.date(2001, 1, 8)
DAYS = 20 * 365
REWRITTEN = 0.5
"""Share of articles that rewrite an earlier one on the same event."""
PER_EVENT = 3
SENTENCES = (18, 34)
VOCABULARY = 12_000


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of a side, or of none."""

    full: str
    side: str

    @property
    def last(self) -> str:
        return self.full.split()[-1]


@dataclass(frozen=True, slots=True)
class Article:
    """One text as an outlet printed it."""

    file: str
    outlet: str
    published: datetime.date
    sentences: tuple[str, ...]


class Newsroom:
    """Writes articles, always the same ones for one seed."""

    def __init__(self, articles: int, seed: int) -> None:
        self.rng = random.Random(seed)
        self.outlets = [f"{name(self.rng)} {paper}" for paper in ("Courier", "Post", "Wire", "Herald") * 6]
        self.places = ["Lakeside", *(name(self.rng) for _ in range(40))]
        self.vocabulary = [*NOUNS, *dict.fromkeys(name(self.rng, 3).lower() for _ in range(VOCABULARY))]
        self.frequency = list(itertools.accumulate(1 / rank for rank in range(3, len(self.vocabulary) + 3)))
        self.people = self._people(20 + round(articles**0.75))
        # Zipf: the n-th is named 1/n times as often as the first.
        self.weights = [[1 / rank for rank in range(1, len(one) + 1)] for one in self.people]
        self.events = max(1, articles // PER_EVENT)

    def articles(self, count: int) -> list[Article]:
        written: list[Article] = []
        by_event: dict[int, list[Article]] = {}
        for number in range(count):
            event = number % self.events
            earlier = by_event.setdefault(event, [])
            day = FIRST + datetime.timedelta(days=event * DAYS // self.events + len(earlier))
            file = f"{number:05d}_{name(self.rng).lower()}.txt"
            outlet = self.rng.choice(self.outlets)
            if earlier and self.rng.random() < REWRITTEN:
                sentences = self._rewritten(self.rng.choice(earlier).sentences)
            else:
                sentences = self._told(event, day)
            article = Article(file, outlet, day, tuple(sentences))
            earlier.append(article)
            written.append(article)
        return written

    def _people(self, count: int) -> list[list[Person]]:
        sides: list[list[Person]] = [[], [], []]
        for number, side in zip(range(count), itertools.cycle((0, 1, 2))):
            first, last = name(self.rng), name(self.rng, 2 + number % 2)
            sides[side].append(Person(f"{first} {last}", (*SIDES, "")[side]))
        return sides

    def _someone(self, side: int) -> Person:
        return self.rng.choices(self.people[side], self.weights[side])[0]

    def _told(self, event: int, day: datetime.date) -> list[str]:
        """What happened, first; each outlet tells the same event in a form of its own."""
        rng = random.Random(event)
        met = [rng.choices(self.people[side], self.weights[side])[0] for side in (0, 1)]
        given = {
            "upland": met[0].full,
            "lake": met[1].full,
            "last": met[1].last,
            "place": rng.choice(self.places),
            "count": f"{rng.randrange(200, 9000):,}",
            "day": f"{day:%B} {day.day}, {day.year}",
        }
        lead = [self._formed(kind, given) for kind in ("held", "said", "figure")]
        return [*lead, *(self._sentence(day) for _ in range(self.rng.randint(*SENTENCES)))]

    def _sentence(self, day: datetime.date) -> str:
        """Mostly about other things; now and then somebody's contact, a figure or a quotation."""
        past = day - datetime.timedelta(days=self.rng.randrange(30, 4000))
        kind = self.rng.choices(("matter", "contact", "counted", "quoted"), (21, 2, 3, 3))[0]
        return self._formed(kind, {"month": f"{past:%B %Y}", "year": f"{past.year}"})

    def _formed(self, kind: str, given: dict[str, str]) -> str:
        """A sentence in one of the forms of its kind."""
        sentence = self.rng.choice(FORMS[kind]).format_map(_Drawn(self._draw, given))
        at = sentence.startswith("\u201c")
        return f"{sentence[:at]}{sentence[at].upper()}{sentence[at + 1 :]}"

    def _draw(self, word: str) -> str:
        rng = self.rng
        return {
            "upland": lambda: self._someone(0).full,
            "lake": lambda: self._someone(1).full,
            "other": lambda: self._someone(2).full,
            "place": lambda: rng.choice(self.places),
            "verb": lambda: rng.choice(VERBS),
            "noun": lambda: rng.choice(NOUNS),
            "adjective": lambda: rng.choice(ADJECTIVES),
            "few": lambda: str(rng.randrange(12, 900)),
            "phrase": self._phrase,
            "clause": self._clause,
        }[word]()

    def _clause(self) -> str:
        rng = self.rng
        of = f" of the {self._phrase()}" if rng.random() < 0.5 else ""
        return f"the {self._phrase()} {rng.choice(VERBS)} the {self._phrase()}{of}"

    def _phrase(self) -> str:
        """A short phrase from a vocabulary in which, as in any text, most words are rare."""
        words = self.rng.choices(self.vocabulary, cum_weights=self.frequency, k=2)
        return f"{self.rng.choice(ADJECTIVES)} {words[0]}" if self.rng.random() < 0.5 else " ".join(words)

    def _rewritten(self, sentences: tuple[str, ...]) -> list[str]:
        """Most of it kept, some figures moved, some words exchanged, some sentences dropped or moved."""
        kept = [one for one in sentences if self.rng.random() < 0.85]
        for at, sentence in enumerate(kept):
            words = sentence.split(" ")
            if self.rng.random() < 0.3:
                words[self.rng.randrange(len(words) // 2, len(words) - 1)] = self.rng.choice(NOUNS)
            kept[at] = " ".join(words).replace("More than", self.rng.choice(("More than", "Over", "Nearly")))
        if len(kept) > 6 and self.rng.random() < 0.5:
            cut = self.rng.randrange(3, len(kept) - 2)
            kept = [*kept[:2], *kept[cut:], *kept[2:cut]]
        return kept


class _Drawn(dict[str, str]):
    """What stands in the braces of a form: given, or drawn anew at each place."""

    def __init__(self, draw: Callable[[str], str], given: dict[str, str]) -> None:
        super().__init__(given)
        self._draw = draw

    def __missing__(self, word: str) -> str:
        return self._draw(word)
