"""Render: things in, what is made of each out, in their order, by several processes where that is safe.

The others are copies of this one (a fork): what it has read they need not read again. Only where a copy is
sound, and with one thread alone: elsewhere, and where there is little to do, this process does it all.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, TypeVar

_One = TypeVar("_One")
_Made = TypeVar("_Made")

LEAST = 120
"""Things from which it pays."""
MOST = 4
"""Processes: each may come to hold as much as this one."""


def made_of(things: Sequence[_One], make: Callable[[_One], _Made]) -> list[_Made]:
    """What `make` makes of each; where that fails in another process, this one tries it again, and says so.

    What is made must be data: it comes back as a copy. What `make` changes elsewhere, but for files, is lost.
    """
    count = processes() if len(things) >= LEAST else 1
    if count < 2:
        return [make(one) for one in things]
    # What there is so far stays where it is, shared by all: nobody looks through it for garbage meanwhile.
    gc.freeze()
    others = [_begun(things[part::count], make) for part in range(1, count)]
    made: list[list[_Made]] = []
    try:
        made.append([make(one) for one in things[::count]])
        for part, other in enumerate(others, 1):
            told = other.result()
            made.append([make(one) for one in things[part::count]] if told is None else told)
    finally:
        for other in others:
            other.end()
        gc.unfreeze()
    return [made[place % count][place // count] for place in range(len(things))]


def processes() -> int:
    """How many there may be: the cores that this one may use, where it can be copied safely."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return min(len(os.sched_getaffinity(0)), MOST)


@dataclass(slots=True)
class _Other:
    """Another process, and where it tells what it made."""

    number: int
    told: IO[bytes]
    is_over: bool = False

    def result(self) -> Any:
        """What it made; nothing if it did not come to its end, or if what it made is no data."""
        try:
            made = pickle.load(self.told)
        except Exception:  # whatever it is: this process does the same work, and says what is wrong with it
            return None
        self.is_over = True
        return made

    def end(self) -> None:
        if not self.is_over:
            os.kill(self.number, signal.SIGKILL)
        self.told.close()
        os.waitpid(self.number, 0)


def _begun(things: Sequence[_One], make: Callable[[_One], _Made]) -> _Other:
    sys.stdout.flush()
    sys.stderr.flush()
    inner, outer = os.pipe()
    number = os.fork()
    if number:
        os.close(outer)
        return _Other(number, os.fdopen(inner, "rb"))
    os.close(inner)
    try:
        with os.fdopen(outer, "wb") as stream:
            pickle.dump([make(one) for one in things], stream, pickle.HIGHEST_PROTOCOL)
    finally:
        # Nothing of what this copy inherited is its own to close, to flush or to delete.
        os._exit(0)


def changed(files: Sequence[Path], change: Callable[[Path], tuple[_Made, str]]) -> list[_Made]:
    """Give each file the text that `change` makes of it; what else it finds out comes back.

    No file is touched before all texts are there: a part of the work may be done a second time.
    """

    def written(file: Path) -> _Made:
        made, text = change(file)
        _beside(file).write_text(text, "utf-8", newline="")
        return made

    made = made_of(files, written)
    for file in files:
        _beside(file).replace(file)
    return made


def _beside(file: Path) -> Path:
    return file.with_name(f"{file.name}.new")
