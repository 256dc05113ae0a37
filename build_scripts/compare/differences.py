"""Compare: the corpus in, typed differences out, each with a stable id and the topic it belongs to.

A new kind of difference is one module with `compare(corpus)` and one line in `COMPARATORS`.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from build_scripts.compare import (
    attribution,
    date,
    event,
    happenings,
    name,
    number,
    omission,
    purpose,
    quantity,
    quotation,
    role,
    status,
    wording,
)
from build_scripts.compare.corpus import Corpus, Draft
from build_scripts.models import Difference, DifferenceType, Reading

COMPARATORS: tuple[Callable[[Corpus], Iterable[Draft]], ...] = (
    number.compare,
    quantity.compare,
    date.compare,
    name.compare,
    role.compare,
    quotation.compare,
    attribution.compare,
    status.compare,
    wording.compare,
    purpose.compare,
    happenings.compare,
    event.compare,
    omission.compare,
)
_TYPES = tuple(DifferenceType)


def find_differences(corpus: Corpus) -> tuple[Difference, ...]:
    """All differences, by type, then by where the first reading stands."""
    drafts = [draft for compare in COMPARATORS for draft in compare(corpus)]
    drafts = list(dict.fromkeys(drafts))
    drafts.sort(key=lambda draft: (_TYPES.index(draft.type), _place(draft), draft.says))
    taken: Counter[str] = Counter()
    found = []
    for draft in drafts:
        plain = difference_id(draft)
        taken[plain] += 1
        id = plain if taken[plain] == 1 else f"{plain}-{taken[plain]}"
        topic = topic_of(draft, corpus.readings)
        found.append(Difference(id, draft.type, draft.verdict, draft.says, draft.readings, topic))
    return tuple(found)


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
