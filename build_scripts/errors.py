"""What can go wrong, said so that a person can mend it: where, what, how.

Invalid input is gathered as faults and raised together, so that one run names them all.
Doubt is not an error: it is a value (`Verdict.UNSURE`) or a row of the review list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path


class BriefingError(Exception):
    """Root of every error that the briefing raises on purpose."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong with the input: file, line (1-based; 0 for the whole file), what, how to mend it."""

    file: str
    line: int
    what: str
    mend: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        return f"{where}: {self.what}\n    {self.mend}"


class InvalidInput(BriefingError):
    """The input has faults, all of them here, sorted by file and line."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(str(fault) for fault in self.faults))


class CannotReadOrWrite(BriefingError):
    """A file could not be read or written; the path is named and originals are intact."""

    def __init__(self, path: Path, why: str) -> None:
        self.path = path
        super().__init__(f"{path}: {why}")


@dataclass(slots=True)
class Faults:
    """Gathers the faults of a run; used at the edges, where input is read."""

    found: list[Fault] = field(default_factory=list)

    def add(self, file: str, line: int, what: str, mend: str) -> None:
        self.found.append(Fault(file, line, what, mend))

    def stop_if_any(self) -> None:
        """Raise `InvalidInput` with everything gathered so far, if anything was."""
        if self.found:
            raise InvalidInput(tuple(self.found))


@contextmanager
def gathered(before: Iterable[Fault] = ()) -> Iterator[Faults]:
    """Collect faults in the block; raise them at its end, together with those found before."""
    faults = Faults([*before])
    yield faults
    faults.stop_if_any()
