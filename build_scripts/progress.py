"""Command line: what the stages report in; a line on a terminal, plain lines in CI, and a table of times out.

The stages hold no clock. They call `Watch(stage, done, total)`; when, and how long since, is known here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TextIO

Watch = Callable[[str, int, int], None]
"""Called with a stage, how much of it is done, and how much there is (0 where nothing is counted)."""

PATIENCE = 2.0
"""Seconds after which a run says what it is doing."""
EVERY = {True: 0.2, False: 10.0}
"""Seconds between two reports, on a terminal and elsewhere."""


def silent(stage: str, done: int, total: int) -> None:
    """Watch nothing."""


class Reporter:
    """Says on a stream what a long run is doing and how much is left; keeps the time of each stage."""

    def __init__(
        self,
        stream: TextIO,
        *,
        is_plain: bool,
        clock: Callable[[], float],
        usage: Callable[[], tuple[float, float]] = lambda: (0.0, 0.0),
    ) -> None:
        """`usage` gives the CPU seconds that the run has taken, and its memory at its peak so far, in MB."""
        self._stream, self._is_plain, self._clock, self._usage = stream, is_plain, clock, usage
        self._cpu = 0.0
        self._is_terminal = stream.isatty()
        self._started = self._stage_started = self._told = clock()
        self._stage = ""
        self.spent: dict[str, tuple[float, float, float]] = {}
        """By stage: seconds, CPU seconds, MB at the peak of the run up to its end."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        now = self._clock()
        if stage != self._stage:
            self._end_stage(now)
            self._stage, self._stage_started, self._cpu = stage, now, self._usage()[0]
        is_due = now - self._started >= PATIENCE and now - self._told >= EVERY[self._is_terminal]
        if is_due and (self._is_terminal or self._is_plain):
            self._told = now
            self._say(f"{stage}{self._how_far(done, total, now)}")

    def finish(self) -> None:
        """The run is over: the last stage ends, the line on the terminal goes away."""
        self._end_stage(self._clock())
        self._stage = ""
        if self._is_terminal and self._told > self._started:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def profile(self) -> tuple[str, ...]:
        """The stages in order, with the seconds and CPU seconds of each, and the memory at its end."""
        width = max((len(stage) for stage in self.spent), default=0)
        return tuple(
            f"{stage:<{width}}  {wall:8.3f} s  {cpu:8.3f} s CPU  {peak:6.0f} MB"
            for stage, (wall, cpu, peak) in self.spent.items()
        )

    def _end_stage(self, now: float) -> None:
        if self._stage:
            wall, cpu, _ = self.spent.get(self._stage, (0.0, 0.0, 0.0))
            used, peak = self._usage()
            self.spent[self._stage] = wall + now - self._stage_started, cpu + used - self._cpu, peak

    def _how_far(self, done: int, total: int, now: float) -> str:
        if not total:
            return " …"
        spent = now - self._stage_started
        left = f", about {spent / done * (total - done):.0f} s left" if done and spent >= PATIENCE else ""
        return f" {done} of {total}{left}"

    def _say(self, text: str) -> None:
        self._stream.write(f"\r\x1b[K{text}" if self._is_terminal else f"{text}\n")
        self._stream.flush()
