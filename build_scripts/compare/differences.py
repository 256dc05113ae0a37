"""Compare: the corpus in, typed differences out, each with a stable id and the topic it belongs to.

A new kind of difference is one module with `compare(corpus)` and one line in `COMPARATORS`, if it is found
in passages that hang together (`parts`), else in `OF_THE_WHOLE`.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from build_scripts.compare import (
    attribution,
    date,
    event,
    happenings,
    name,
    number,
    omission,
    part_taken,
    parts,
    purpose,
    quantity,
    quotation,
    role,
    status,
    wording,
)
from build_scripts.compare.corpus import Corpus, Draft
from build_scripts.models import Difference, DifferenceType, Reading
from build_scripts.shelves import Earlier

COMPARATORS: tuple[Callable[[Corpus], Iterable[Draft]], ...] = (
    number.compare,
    quantity.compare,
    date.compare,
    part_taken.compare,
    quotation.compare,
    attribution.compare,
    status.compare,
    wording.compare,
    purpose.compare,
    happenings.compare,
    event.compare,
)
"""They are given a part of the corpus alone, and look at nothing but what `parts.key_of` stands for."""
OF_THE_WHOLE: tuple[Callable[[Corpus], Iterable[Draft]], ...] = (
    name.compare,
    role.compare,
    omission.compare,
)
SHELF = "differences"
_TYPES = tuple(DifferenceType)


def find_differences(corpus: Corpus, earlier: Earlier | None = None) -> tuple[Difference, ...]:
    """All differences, by type, then by where the readings stand."""
    drafts = [draft for compare in OF_THE_WHOLE for draft in compare(corpus)]
    drafts += (draft for part in parts.parts(corpus) for draft in _within(part, corpus, earlier))
    drafts = list(dict.fromkeys(drafts))
    drafts.sort(key=lambda draft: (_TYPES.index(draft.type), _place(draft), draft.says, _places(draft)))
    taken: Counter[str] = Counter()
    found = []
    for draft in drafts:
        plain = difference_id(draft)
        taken[plain] += 1
        id = plain if taken[plain] == 1 else f"{plain}-{taken[plain]}"
        topic = topic_of(draft, corpus.readings)
        found.append(Difference(id, draft.type, draft.verdict, draft.says, draft.readings, topic))
    return tuple(found)


def _within(part: parts.Part, corpus: Corpus, earlier: Earlier | None) -> Sequence[Draft]:
    """What differs within a part: known from an earlier run, or found now."""
    if earlier is None:
        return _found(part, corpus)
    shelf, key = earlier.shelves[SHELF], parts.key_of(part, corpus, earlier.keys)
    known = parts.from_rows(shelf.known(key))
    if known is not None:
        return known
    found = _found(part, corpus)
    shelf.keep(key, parts.as_rows(found))
    return found


def _found(part: parts.Part, corpus: Corpus) -> list[Draft]:
    alone = parts.alone(part, corpus)
    return [draft for compare in COMPARATORS for draft in compare(alone)]


def difference_id(draft: Draft) -> str:
    """The first eight hexadecimal digits of the SHA-256 of the type and the readings' passages."""
    passages = sorted({f"{reading.source}#{reading.passage}" for reading in draft.readings})
    return hashlib.sha256("|".join((draft.type.value, *passages)).encode()).hexdigest()[:8]


def topic_of(draft: Draft, readings: Mapping[str, tuple[Reading, ...]]) -> str:
    """The topic that has two of the difference's passages among its readings; of several, the closest."""
    best = ("", 0, 0)
    passages = {(reading.source, reading.passage) for reading in draft.readings}
    for topic, of in sorted(readings.items()):
        shared = passages & {(reading.source, reading.passage) for reading in of}
        touched = sum(any(_touches(one, other) for other in of) for one in draft.readings)
        if len(shared) > 1 and (touched, len(shared)) > best[1:]:
            best = (topic, touched, len(shared))
    return best[0]


def _touches(one: Reading, other: Reading) -> bool:
    return one.source == other.source and one.start < other.end and other.start < one.end


def _place(draft: Draft) -> tuple[str, int, int]:
    first = draft.readings[0]
    return first.source, first.start, first.end


def _places(draft: Draft) -> tuple[tuple[str, int, int], ...]:
    return tuple((one.source, one.start, one.end) for one in draft.readings)
