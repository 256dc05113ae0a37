"""A seeded corpus of any size, like what a desk collects: events over twenty years, told by several outlets,
some of whose articles rewrite one another; actors of whom a few stand everywhere and most almost nowhere.

    python -m tests.bench.corpus FOLDER ARTICLES [SEED]
"""

from __future__ import annotations

import datetime
import itertools
import random
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.bench.words import ADJECTIVES, NOUNS, VERBS, name

SIDES = ("upland", "lake")
FIRST = datetime.date(2001, 1, 8)
DAYS = 20 * 365
REWRITTEN = 0.5
"""Share of articles that rewrite an earlier one on the same event."""
PER_EVENT = 3
SENTENCES = (18, 34)
VOCABULARY = 12_000

CONFIG = """\
site_name: The Lakeside contacts
site_description: An invented briefing for measurements.
theme: {name: material}
extra:
  briefing:
    sides: {upland: Upland parties, lake: Lake Republic}
    contacts: [upland, lake]
    home: {lake: [Lakeside]}
    contact: desk@example.org
"""


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
        rng = random.Random(event)
        met = rng.choices(self.people[0], self.weights[0])[0], rng.choices(self.people[1], self.weights[1])[0]
        place, count = rng.choice(self.places), rng.randrange(200, 9000)
        held = f"{day:%B} {day.day}, {day.year}"
        lead = [
            f"{met[0].full} met with {met[1].full} in {place} on {held}, officials said.",
            f"{met[1].last} said that the talks were \u201ca {self._phrase()}\u201d.",
            f"More than {count:,} people have left the valley, according to the {place} Relief Board.",
        ]
        return [*lead, *(self._sentence(day) for _ in range(self.rng.randint(*SENTENCES)))]

    def _sentence(self, day: datetime.date) -> str:
        """Mostly about other things; now and then somebody's contact, a figure or a quotation."""
        rng = self.rng
        past = day - datetime.timedelta(days=rng.randrange(30, 4000))
        month, verb, noun = f"{past:%B %Y}", rng.choice(VERBS), rng.choice(NOUNS)
        upland, lake, other = self._someone(0), self._someone(1), self._someone(2)
        place, clause, phrase = rng.choice(self.places), self._clause(), self._phrase()
        forms = (
            f"{clause}, and {self._clause()}.",
            f"{clause} near the {phrase} in {place}.",
            f"{other.full} {verb} the {phrase}, while {clause}.",
            f"{upland.full} visited Lakeside in {month} to see the {phrase}.",
            f"{lake.last} had met {upland.full} in {place} in {month}, {clause}.",
            f"About {rng.randrange(12, 900)} {noun}s were {verb} in {past.year} after {clause}.",
            f"\u201cThe {phrase} must be {verb},\u201d said {lake.full} when {clause}.",
        )
        sentence = rng.choices(forms, (9, 7, 5, 1, 1, 3, 3))[0]
        return f"{sentence[0].upper()}{sentence[1:]}"

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


def write_corpus(folder: Path, count: int, seed: int = 1) -> None:
    """A briefing of `count` articles, ready to build; the same bytes for the same count and seed."""
    newsroom = Newsroom(count, seed)
    for part in ("seeds", "docs/actors"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text(CONFIG, "utf-8")
    entries = []
    for article in newsroom.articles(count):
        text = "\n\n".join(" ".join(sentences) for sentences in _paragraphs(article))
        (folder / "seeds" / article.file).write_text(f"{text}\n", "utf-8")
        entries.append(
            f"- file: {article.file}\n  publisher: {article.outlet}\n"
            f"  published: {article.published}\n  published_basis: stated\n"
        )
    (folder / "seeds" / "sources.yml").write_text("".join(entries), "utf-8")
    for person in {one.full: one for side in newsroom.people for one in side}.values():
        stem = person.full.lower().replace(" ", "-")
        side = f"side: {person.side}\n" if person.side else ""
        (folder / "docs" / "actors" / f"{stem}.md").write_text(
            f"---\ntitle: {person.full}\nkind: person\n{side}---\n", "utf-8"
        )


def _paragraphs(article: Article) -> list[tuple[str, ...]]:
    return [article.sentences[at : at + 3] for at in range(0, len(article.sentences), 3)]


if __name__ == "__main__":
    write_corpus(Path(sys.argv[1]), int(sys.argv[2]), int((*sys.argv, "1")[3]))
