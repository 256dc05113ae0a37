"""Compare: the corpus and its differences in, what each source adds, changes and leaves out, out.

Sources are taken in order of publication. A passage is compared with its counterpart in the latest
earlier edition of its own text; what has none there is new to that text. Each pair of passages is looked
at once, and each edition is held against the one before it: the cost grows as the text does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from build_scripts.compare.corpus import Corpus
from build_scripts.compare.pairs import Pair
from build_scripts.corroboration import Chain, are_apart, origins
from build_scripts.models import (
    Claim,
    Contact,
    Development,
    Difference,
    DifferenceType,
    Figure,
    FigureChange,
    Match,
    Passage,
    PassageKind,
    Reading,
    Ref,
    Revision,
    Turn,
)
from build_scripts.text import folded

_NO_CREDITS: Mapping[Ref, Chain] = {}


def find_developments(
    corpus: Corpus, differences: Iterable[Difference], credits: Mapping[Ref, Chain] = _NO_CREDITS
) -> tuple[Development, ...]:
    """One development for each source, in order of publication; undated sources come last."""
    story = _Story.of(corpus, credits)
    turns = _turns((one for one in differences if one.type is not DifferenceType.OMISSION), corpus, story)
    claims = _claims(corpus.contacts, story)
    return tuple(
        _development(corpus, story, source, turns.get(source, ()), claims.get(source, ()))
        for source in story.sources
    )


@dataclass(frozen=True, slots=True)
class _Story:
    """Who came before whom, and which passages of earlier sources each passage stands for."""

    sources: tuple[str, ...]
    order: Mapping[str, int]
    lineage: Mapping[str, str]
    family: Mapping[str, tuple[str, ...]]
    """The sources of each lineage, in order of publication."""
    publisher: Mapping[str, str]
    passages: Mapping[str, tuple[Passage, ...]]
    earlier: Mapping[Ref, tuple[Ref, ...]]
    """Counterparts in earlier sources, the latest source first, in the order of its text."""
    pairs: Mapping[tuple[Ref, Ref], Pair]
    credits: Mapping[Ref, Chain]
    """On whose word a passage gives what it says."""
    apart: dict[tuple[tuple[str, Chain], ...], bool]
    """What is known of `are_apart`: two articles are asked about once for each sentence that both have."""

    @classmethod
    def of(cls, corpus: Corpus, credits: Mapping[Ref, Chain]) -> _Story:
        found: dict[Ref, list[Ref]] = defaultdict(list)
        order = corpus.order
        for left, right, _, match in corpus.alignments:
            if match is not Match.REVIEW:
                is_later = order[right.source] > order[left.source]
                first, second = (left, right) if is_later else (right, left)
                found[second].append(first)

        def latest(ref: Ref) -> tuple[int, int]:
            return -corpus.order[ref.source], corpus.passages[ref].number

        return cls(
            sources=tuple(sorted(corpus.order, key=lambda source: corpus.order[source])),
            order=corpus.order,
            lineage={source: one.id for one in corpus.lineages for source in one.sources},
            family={
                one.id: tuple(sorted(one.sources, key=lambda source: corpus.order[source]))
                for one in corpus.lineages
            },
            publisher={found.source.id: found.source.publisher for found in corpus.facts},
            passages={found.source.id: found.passages for found in corpus.facts},
            earlier={
                ref: tuple(sorted(refs, key=latest) if len(refs) > 1 else refs) for ref, refs in found.items()
            },
            pairs={pair.refs: pair for pair in corpus.pairs},
            credits=credits,
            apart={},
        )

    def is_one_text(self, one: str, other: str) -> bool:
        return self.lineage.get(one, one) == self.lineage.get(other, other)

    def are_apart(self, said: Iterable[tuple[str, Chain]]) -> bool:
        """Whether two sources, each with whom it credits here, are two witnesses for what they say."""
        told = tuple(said)
        if told not in self.apart:
            chains = origins(told)
            said_by = [(source, chains.get(source, ())) for source in dict.fromkeys(one for one, _ in told)]
            first, last = said_by[0], said_by[-1]
            self.apart[told] = are_apart(first, last, self.lineage, self.publisher)
        return self.apart[told]

    def editions(self, ref: Ref) -> tuple[Ref, ...]:
        return tuple(one for one in self.earlier.get(ref, ()) if self.is_one_text(one.source, ref.source))

    def elsewhere(self, ref: Ref) -> Ref | None:
        """The latest earlier counterpart that is another witness: of another text, outlet and origin."""
        ours = ref.source, self.credits.get(ref, ())
        return next(
            (
                one
                for one in self.earlier.get(ref, ())
                if self.are_apart(((one.source, self.credits.get(one, ())), ours))
            ),
            None,
        )


def _development(
    corpus: Corpus, story: _Story, source: str, turns: tuple[Turn, ...], claims: tuple[tuple[str, int], ...]
) -> Development:
    place = story.order[source]
    family = story.family.get(story.lineage.get(source, source), ())
    editions = tuple(one for one in family if story.order[one] < place)
    passages = _sentences(story, source)
    near = {ref.source for passage in passages for ref in story.earlier.get(passage.ref, ())}
    told = [(passage.ref, story.editions(passage.ref)) for passage in passages]
    revised = [Revision(refs[0], ref) for ref, refs in told if refs]
    is_same = {one.later: _has_same_words(one, corpus) for one in revised}
    changed = tuple(one for one in revised if not is_same[one.later])
    last = editions[-1] if editions else ""
    kept = {one for _, refs in told for one in refs if one.source == last}
    return Development(
        source=source,
        before=place,
        editions=editions,
        others=tuple(sorted(near.difference(editions), key=lambda one: story.order[one])),
        added=tuple(ref for ref, refs in told if not refs),
        confirmed=tuple(
            Revision(other, passage.ref) for passage in passages if (other := story.elsewhere(passage.ref))
        ),
        same=tuple(one.later for one in revised if is_same[one.later]),
        changed=changed,
        resumed=tuple(one for one in revised if one.earlier.source != last),
        dropped=tuple(one.ref for one in _sentences(story, last) if one.ref not in kept) if last else (),
        new_figures=tuple(_new_figures(corpus, story, passages)),
        changed_figures=tuple(_changed_figures(corpus, story, changed)),
        turns=turns,
        claims=claims,
    )


def _sentences(story: _Story, source: str) -> list[Passage]:
    """Bylines, datelines and headings say nothing that could be added or dropped."""
    return [one for one in story.passages.get(source, ()) if one.kind is PassageKind.SENTENCE]


def _has_same_words(revision: Revision, corpus: Corpus) -> bool:
    one, other = (folded(corpus.passages[ref].text) for ref in (revision.earlier, revision.later))
    return one == other


def _new_figures(corpus: Corpus, story: _Story, passages: Iterable[Passage]) -> Iterator[Figure]:
    """Figures for which no counterpart of their passage has one that stands in their place."""
    for passage in passages:
        earlier = story.earlier.get(passage.ref, ())
        for figure in corpus.figures.get(passage.ref, ()):
            if not any(_facing(figure, ref, corpus, story) for ref in earlier):
                yield figure


def _changed_figures(corpus: Corpus, story: _Story, changed: Iterable[Revision]) -> Iterator[FigureChange]:
    """Figures whose counterpart in the latest earlier edition has other bounds, or another operator."""
    for revision in changed:
        for figure in corpus.figures.get(revision.later, ()):
            there = _facing(figure, revision.earlier, corpus, story)
            if there is not None and _value(there) != _value(figure):
                yield FigureChange(there, figure)


def _facing(figure: Figure, earlier: Ref, corpus: Corpus, story: _Story) -> Figure | None:
    """The figure of an earlier passage that stands where this one does, of the same unit."""
    here = Ref(figure.source, figure.passage)
    found = corpus.figures.get(earlier, ())
    pair = story.pairs.get((min(here, earlier), max(here, earlier)))
    if pair is None:
        # The same words: figures stand in the same order.
        return next((one for one in found if _value(one) == _value(figure)), None)
    for one in found:
        left, right = (figure, one) if pair.left.ref == here else (one, figure)
        is_alike = one.unit == figure.unit
        if is_alike and pair.are_facing((left.start, left.end), (right.start, right.end)):
            return one
    return None


def _value(figure: Figure) -> tuple[float | None, float | None, str, str]:
    return figure.low, figure.high, figure.operator, figure.unit


def _turns(differences: Iterable[Difference], corpus: Corpus, story: _Story) -> dict[str, tuple[Turn, ...]]:
    """By source, the differences in which it departs from the latest earlier edition of its text."""
    found: dict[str, list[Turn]] = defaultdict(list)
    for difference in differences:
        by_source: dict[str, list[Reading]] = defaultdict(list)
        for reading in difference.readings:
            by_source[reading.source].append(reading)
        latest: dict[str, str] = {}
        for source in sorted(by_source, key=lambda source: story.order.get(source, 0)):
            text = story.lineage.get(source, source)
            last, latest[text] = latest.get(text, ""), source
            turn = _turn(difference, by_source[last], by_source[source]) if last else None
            if turn and not _is_one_figure(turn, corpus):
                found[source].append(turn)
    return {source: tuple(turns) for source, turns in found.items()}


def _turn(difference: Difference, before: list[Reading], now: list[Reading]) -> Turn | None:
    known = {_words(reading) for reading in before}
    new = next((reading for reading in now if _words(reading) not in known), None)
    if new is None:
        return None
    still = {_words(reading) for reading in now}
    gone = next((reading for reading in before if _words(reading) not in still), before[0])
    return Turn(difference.id, difference.type, difference.verdict, gone, new)


def _is_one_figure(turn: Turn, corpus: Corpus) -> bool:
    """`over 400` and `more than 400`: other words, the same figure."""
    values = [
        {
            _value(one)
            for one in corpus.figures.get(Ref(reading.source, reading.passage), ())
            if _is_in(one, reading)
        }
        for reading in (turn.earlier, turn.later)
    ]
    return turn.type is DifferenceType.NUMBER and bool(values[0]) and values[0] == values[1]


def _is_in(figure: Figure, reading: Reading) -> bool:
    return figure.start < reading.end and reading.start < figure.end


def _words(reading: Reading) -> str:
    return folded(reading.quote).casefold().strip(" .,;:\"'")


def _said(claim: Claim, *sources: str) -> list[tuple[str, Chain]]:
    """Two of a claim's sources, with whom they credit for it; in their own voice where nothing is known."""
    known = {credit.source for credit in claim.credits}
    return [
        *((credit.source, credit.chain) for credit in claim.credits if credit.source in sources),
        *((source, ()) for source in sources if source not in known),
    ]


def _claims(contacts: Iterable[Contact], story: _Story) -> dict[str, tuple[tuple[str, int], ...]]:
    """By source, the claims that an earlier source of another text and outlet makes as well.

    Claims that count as one witness (one credited origin) are none: a copy confirms nothing.
    """
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for contact in contacts:
        for at, claim in enumerate(contact.claims):
            if claim.witnesses < 2:
                continue
            told = sorted(claim.sources, key=lambda source: story.order.get(source, 0))
            for place, source in enumerate(told):
                if any(story.are_apart(_said(claim, one, source)) for one in told[:place]):
                    found[source].append((contact.id, at))
    return {source: tuple(claims) for source, claims in found.items()}
