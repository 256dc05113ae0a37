"""A long run says what it is doing; a short one, and one that nobody watches, says nothing."""

from __future__ import annotations

import io
import itertools
import re
from pathlib import Path

import pytest

from build_scripts.__main__ import main
from build_scripts.progress import Reporter


class Clock:
    """A clock that moves when told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def run(stream: io.StringIO, *, is_plain: bool, seconds: float) -> Reporter:
    clock = Clock()
    cpu = itertools.count()
    reporter = Reporter(stream, is_plain=is_plain, clock=clock, usage=lambda: (float(next(cpu)), 7.0))
    for done in range(100):
        reporter("extract", done, 100)
        clock.now += seconds / 100
    reporter("compare", 0, 0)
    clock.now += 1
    reporter.finish()
    return reporter


def test_a_short_run_says_nothing() -> None:
    stream = Terminal()
    run(stream, is_plain=False, seconds=0.5)
    assert stream.getvalue() == ""


def test_a_long_run_says_how_far_it_is_and_what_is_left() -> None:
    stream = Terminal()
    run(stream, is_plain=False, seconds=10)
    assert "extract 50 of 100, about 5 s left" in stream.getvalue()
    assert stream.getvalue().endswith("\r\x1b[K")


def test_it_is_quiet_where_nobody_watches() -> None:
    stream = io.StringIO()
    run(stream, is_plain=False, seconds=100)
    assert stream.getvalue() == ""


def test_it_is_plain_in_ci() -> None:
    stream = io.StringIO()
    run(stream, is_plain=True, seconds=100)
    lines = stream.getvalue().splitlines()
    assert lines[0] == "extract 10 of 100, about 90 s left"
    assert len(lines) == 10
    assert "\r" not in stream.getvalue()


def test_the_profile_adds_up_each_stage() -> None:
    reporter = run(io.StringIO(), is_plain=False, seconds=3)
    assert reporter.profile() == (
        "extract     3.000 s     1.000 s CPU       7 MB",
        "compare     1.000 s     1.000 s CPU       7 MB",
    )


def test_profile_prints_every_stage_of_a_run(briefing: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["generate", "--profile", "-f", str(briefing)]) == 0
    stages = re.findall(
        r"^(\w+) +\d+\.\d{3} s +\d+\.\d{3} s CPU +\d+ MB$", capsys.readouterr().err, re.MULTILINE
    )
    assert stages == [
        "read", "passages", "citations", "extract", "compare", "pages", "check", "tables", "write"
    ]  # fmt: skip
