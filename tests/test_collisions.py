"""Two pages at one address, or for one record, are errors that name the page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from build_scripts.__main__ import Exit, main
from tests.front import prepend

Edit = Callable[[Path], None]


def rename_onto_a_page(docs: Path) -> None:
    prepend(docs / "actors" / "ida-corran.md", "formerly: [olen-marsh]")


def two_from_one(docs: Path) -> None:
    prepend(docs / "actors" / "ida-corran.md", "formerly: [corran]")
    prepend(docs / "actors" / "olen-marsh.md", "formerly: corran.md")


def itself(docs: Path) -> None:
    prepend(docs / "actors" / "ida-corran.md", "formerly: [Ida-Corran]")


def out_of_docs(docs: Path) -> None:
    prepend(docs / "actors" / "ida-corran.md", "formerly: [../../x]")


def where_a_draft_comes_out(docs: Path) -> None:
    prepend(docs / "actors" / "ida-corran.md", "formerly: [chronology/1996-06-tomas-verrin-ida-corran]")


def twice(docs: Path) -> None:
    (docs / "actors" / "copy.md").write_text(
        "---\ntitle: A copy\nkind: person\nid: ida-corran\n---\n", "utf-8"
    )


@pytest.mark.parametrize(
    ("edit", "says"),
    [
        (rename_onto_a_page, ["docs/actors/ida-corran.md:2: ", "where actors/olen-marsh.md stands"]),
        (two_from_one, ["docs/actors/olen-marsh.md:2: ", "which actors/ida-corran.md names too"]),
        (itself, ["docs/actors/ida-corran.md:2: ", "own address"]),
        (out_of_docs, ["docs/actors/ida-corran.md:2: ", "no page of docs/"]),
        (where_a_draft_comes_out, ["docs/actors/ida-corran.md:2: ", "comes out"]),
        (twice, ["docs/actors/ida-corran.md", "actors/copy.md", "the actor ida-corran has a page already"]),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_colliding_addresses_and_ids_are_errors_that_name_the_page(
    edit: Edit, says: list[str], other: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(other.parent / "docs")
    assert main(["generate", "-f", str(other)]) == Exit.INVALID_INPUT
    said = capsys.readouterr().err
    for words in says:
        assert words in said
    assert not (other.parent / "docs" / "chronology").exists()
