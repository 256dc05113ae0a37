"""A stamp tells that a file is as it was, and no lie, whatever somebody writes to it and however fast."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from build_scripts import looking

LONG_AGO = time.time_ns() - 3_600_000_000_000


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "page.md"
    file.write_text("Some words.", "utf-8")
    os.utime(file, ns=(LONG_AGO, LONG_AGO))
    return file


def taken(page: Path) -> frozenset[str]:
    return looking.as_stamped(page.parent, looking.stamps(page.parent, (page.name, "none.md")))


def test_a_file_that_nobody_touches_is_as_it_was(page: Path) -> None:
    assert taken(page) == {"page.md"}


def test_a_file_that_was_changed_just_now_has_no_stamp(page: Path) -> None:
    page.write_text("Other words", "utf-8")
    assert taken(page) == frozenset()


@pytest.mark.parametrize("how", ["longer", "as long", "replaced", "gone"])
def test_a_file_that_is_written_to_is_another_one(page: Path, how: str) -> None:
    before = looking.stamps(page.parent, (page.name,))
    assert before
    if how == "gone":
        page.unlink()
    elif how == "replaced":  # with its size, and with its time put back
        other = page.with_name("other.md")
        other.write_text("Same words.", "utf-8")
        os.utime(other, ns=(LONG_AGO, LONG_AGO))
        other.replace(page)
    else:
        page.write_text("Some words, and more." if how == "longer" else "Same words.", "utf-8")
    assert looking.as_stamped(page.parent, before) == frozenset()
