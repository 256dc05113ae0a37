"""Foundation: how often the interpreter looks for garbage, while much is read and made that is none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

YOUNGEST = 200_000
"""New objects before the youngest are looked through: 17 MB more than at 50,000, and 8 % less time for
extraction."""
LATER = 1_000
"""So many times before those that stayed are looked through, and then the oldest: with 20, each record was
looked through once more, which was 3 % of a run with one article more."""


@contextmanager
def rarely_collected(youngest: int = YOUNGEST, later: int = LATER) -> Iterator[None]:
    """Cycles of garbage are looked for among what is new alone.

    Only extraction and the pages' renderer leave any, and to look through millions of records for some, again
    and again, took 40 % of the time of comparing.
    """
    before = gc.get_threshold()
    gc.set_threshold(youngest, later, LATER)
    try:
        yield
    finally:
        gc.set_threshold(*before)
