"""Whoever may edit docs/ runs nothing, takes no file of the site's own, and breaks no page by a name."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.__main__ import Exit, main

PAGE = "---\ntitle: A page\n---\nSome words.\n"
REFUSED = {
    "assets/briefing.js": ("attack()", "assets/briefing.js"),
    "assets/search.js": ("attack()", "assets/search.js"),
    "assets/javascripts/workers/mine.js": ("attack()", "assets/javascripts/workers/mine.js"),
    "sw.js": ("attack()", "sw.js"),
    "notes.xml": ("<a><script xmlns='http://www.w3.org/1999/xhtml'>attack()</script></a>", "browsers run"),
    "notes.XML": ("<a/>", "a kind of file that browsers run"),
    "notes.mjs": ("attack()", "a kind of file that browsers run"),
    "notes.html": ("<!doctype html><html><head></head><script>attack()</script></html>", "attack()"),
    "notes.svg": ("<svg xmlns='http://www.w3.org/2000/svg' onload='attack()'/>", "onload"),
    "print.md": (PAGE, "the address of the sheet for printing"),
    "print.html": ("<!doctype html><html><head></head></html>", "the address of the sheet for printing"),
}
NAMES = ("a&b", "a'b", 'a"b', "a<b>", "a b", "a%26b", "é", "[a](b)", "{{a}}", "__config", "javascript:a")


def build(config: Path) -> int:
    return main(["build", "-f", str(config)])


@pytest.mark.parametrize("name", REFUSED)
def test_what_would_run_or_take_the_place_of_ours_stops_the_build(
    name: str, other: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text, says = REFUSED[name]
    file = other.parent / "docs" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    assert build(other) == Exit.INVALID_INPUT
    assert says in capsys.readouterr().err
    assert not (other.parent / "site").exists()


def test_pages_of_any_name_are_built_and_stand_on_the_sheet_for_printing(other: Path) -> None:
    for number, name in enumerate(NAMES):
        (other.parent / "docs" / f"{name}.md").write_text(
            f"---\ntitle: Page {number}\n---\n## A heading\n\nThe words of page {number}.\n", "utf-8"
        )
    assert build(other) == Exit.DONE
    printed = (other.parent / "site" / "print.html").read_text("utf-8")
    assert all(f"The words of page {number}." in printed for number in range(len(NAMES)))
