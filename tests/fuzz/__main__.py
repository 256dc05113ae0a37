"""One parser for some seconds: `python -m tests.fuzz dates --seconds 600`; what breaks it is kept."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import atheris
import yaml

with atheris.instrument_imports(include=["build_scripts"]):
    from tests.fuzz.parsers import PARSERS

TESTS = Path(__file__).parents[1]
KEPT = TESTS.parent / ".cache" / "fuzz"
"""Inputs that broke a parser; each becomes a case in tests/cases/fuzz once it is mended."""
LONGEST, PATIENCE = 4096, 120
"""Code points of an input; seconds by the clock, of which a busy machine may give a test few."""


def texts(found: object) -> Iterator[str]:
    """Every text of a case, at any depth."""
    if isinstance(found, str):
        yield found
    elif isinstance(found, dict):
        yield from texts(list(found.values()))
    elif isinstance(found, list):
        for one in found:
            yield from texts(one)


def begin_with(folder: Path, parser: str) -> None:
    """The cases of the tests, which hold the words that parsers look for."""
    files = sorted((TESTS / "cases" / parser).glob("*.yml")) or sorted((TESTS / "cases").glob("*/*.yml"))
    number = 0
    for file in (*files, TESTS / "cases/hostile/vectors.yml"):
        for text in texts(yaml.safe_load(file.read_text("utf-8"))):
            number += 1
            (folder / str(number)).write_text(text, "utf-8")


def main() -> None:
    reading = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    reading.add_argument("parser", choices=PARSERS)
    reading.add_argument("--seconds", type=int, default=600)
    given = reading.parse_args()
    KEPT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        begin_with(Path(folder), given.parser)
        options = [f"-max_total_time={given.seconds}", f"-max_len={LONGEST}", f"-timeout={PATIENCE}"]
        options += [f"-artifact_prefix={KEPT / given.parser}-", "-rss_limit_mb=2048", "-print_final_stats=1"]
        atheris.Setup([sys.argv[0], *options, folder], PARSERS[given.parser])
        atheris.Fuzz()


if __name__ == "__main__":
    main()
