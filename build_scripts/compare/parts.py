"""Compare: the corpus in, the parts of it that cannot touch one another out; what was found in one, as rows.

Passages hang together when they are compared with one another, when they are evidence of one contact, or
when an editor reads them on one question. What a comparator says of one such part hangs on no other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeVar

from build_scripts import shelves
from build_scripts.compare.corpus import Corpus, Draft
from build_scripts.compare.pairs import Pair
from build_scripts.corroboration import joined
from build_scripts.models import Contact, DifferenceType, Evidence, Reading, Ref, Verdict

Fact = TypeVar("Fact")


@dataclass(slots=True)
class Part:
    """Passages that hang together, and what ties them."""

    refs: tuple[Ref, ...]
    pairs: list[Pair] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    readings: dict[str, tuple[Reading, ...]] = field(default_factory=dict)


def parts(corpus: Corpus) -> Iterator[Part]:
    """The parts in which two things could differ: each passage is in one at most."""
    contacts = [(contact, _dated(contact)) for contact in corpus.contacts]
    asked = {
        topic: tuple(Ref(one.source, one.passage) for one in of)
        for topic, of in corpus.readings.items()
        if of
    }
    several = (refs for _, refs in contacts if len(refs) > 1)
    ties = [*(pair.refs for pair in corpus.pairs), *several, *asked.values()]
    groups = joined(tuple({ref for tie in ties for ref in tie}), ties)
    found = [Part(tuple(Ref(*ref) for ref in group)) for group in groups]
    home = {ref: part for part in found for ref in part.refs}
    for pair in corpus.pairs:
        home[pair.refs[0]].pairs.append(pair)
    for contact, refs in contacts:
        if refs and refs[0] in home:
            home[refs[0]].contacts.append(contact)
    for topic, of in asked.items():
        home[of[0]].readings[topic] = corpus.readings[topic]
    return iter(found)


def _dated(contact: Contact) -> tuple[Ref, ...]:
    """The passages that date a contact, one for each time that one does."""
    return tuple(_ref(piece) for piece in contact.evidence if piece.date and not piece.vague)


def _ref(one: Reading | Evidence) -> Ref:
    return Ref(one.source, one.passage)


def alone(part: Part, corpus: Corpus) -> Corpus:
    """The corpus as if there were no other part."""
    within: dict[str, Any] = {
        name: _of(part.refs, getattr(corpus, name))
        for name in ("dates", "figures", "mentions", "quotations", "reports", "roles")
    }
    return replace(
        corpus,
        facts=(),
        lineages=(),
        alignments=(),
        contacts=tuple(part.contacts),
        pairs=tuple(part.pairs),
        compared=tuple(dict.fromkeys(ref for pair in part.pairs for ref in pair.refs)),
        readings=part.readings,
        passages=_of(part.refs, corpus.passages),
        **within,
    )


def _of(refs: Sequence[Ref], facts: Mapping[Ref, Fact]) -> dict[Ref, Fact]:
    return {ref: facts[ref] for ref in refs if ref in facts}


def key_of(part: Part, corpus: Corpus, keys: Mapping[str, str]) -> str:
    """Stands for all that comparators look at in a part; `keys` for what each source holds.

    Sources stand in the order of publication, in which readings are told.
    """
    of_source: dict[str, list[str]] = defaultdict(list)
    for ref in part.refs:
        of_source[ref.source].append(ref.passage)
    told: list[str] = []
    for source in sorted(of_source, key=lambda one: corpus.order[one]):
        told += (source, keys[source], corpus.text_of.get(source, ""), " ".join(of_source[source]))
    told += (f"{pair.refs[0]} {pair.refs[1]} {pair.match}" for pair in part.pairs)
    for contact in part.contacts:
        evidence = (
            (one.source, one.passage, one.date, one.date_words, one.vague) for one in contact.evidence
        )
        told.append(repr((contact.id, contact.participants, *evidence)))
    told += (repr((topic, of)) for topic, of in part.readings.items())
    return shelves.key(told)


_READING = tuple(each.name for each in fields(Reading))


def as_rows(drafts: Sequence[Draft]) -> list[Any]:
    """Differences as JSON has them."""
    return [
        [
            one.type,
            one.verdict,
            one.says,
            [[getattr(each, name) for name in _READING] for each in one.readings],
        ]
        for one in drafts
    ]


def from_rows(rows: Any) -> list[Draft] | None:
    """What `as_rows` made of these differences; None if it is anything else."""
    try:
        return [
            Draft(DifferenceType(type), Verdict(verdict), says, tuple(Reading(*each) for each in of))
            for type, verdict, says, of in rows
        ]
    except (ValueError, TypeError):
        return None
