"""The preview: what is saved is shown where the reader is, a fault leaves the last good page up."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.editor import ARTICLE, Editor, told
from tests.browser.serving import Serving


@pytest.fixture
def serving(other: Path) -> Iterator[Serving]:
    started = Serving(other)
    yield started
    started.stop()


def test_a_save_is_shown_where_the_reader_was_without_another_build(
    serving: Serving, other: Path, wide: Page
) -> None:
    docs = other.parent / "docs"
    wide.goto(f"{serving.address}about.html")
    wide.evaluate("scrollTo(0, 100)")
    with (docs / "about.md").open("a", encoding="utf-8") as page:
        page.write("\nA sentence by hand.\n")
    expect(wide.get_by_text("A sentence by hand.")).to_be_visible(timeout=60_000)
    wide.wait_for_function("scrollY === 100", timeout=60_000)
    wide.goto("about:blank")  # a page that reloads would get in the way of the next address
    (other.parent / "seeds" / "020_new.txt").write_text(ARTICLE, "utf-8")
    serving.wait_for("seeds/020_new.txt changed")
    serving.wait_for("Built in")
    wide.goto(f"{serving.address}sources/020.html")
    expect(wide.get_by_text("Hill Gazette").first).to_be_visible()
    other.write_text(other.read_text("utf-8").replace("The Lakeside talks", "The talks at Lakeside"), "utf-8")
    title = "D: Hill Gazette, 5 June 1998 · Sources · The talks at Lakeside"
    expect(wide).to_have_title(title, timeout=60_000)
    about = docs / "about.md"
    about.write_bytes(about.read_bytes())  # saved as it was
    time.sleep(1)
    assert serving.builds() == 4
    assert sum("changed" in line for line in serving.lines) == 3


def test_a_fault_is_said_and_the_last_good_page_stays_up(serving: Serving, other: Path, wide: Page) -> None:
    about = other.parent / "docs" / "about.md"
    good = about.read_text("utf-8")
    wide.goto(f"{serving.address}about.html")
    about.write_text(good + '\nForged [@010 "a share of the moon"].\n', "utf-8")
    serving.wait_for('source 010 does not say "a share of the moon"')
    serving.wait_for("The last good pages stay up.")
    wide.reload()
    assert wide.locator("h1").is_visible()
    assert "Forged" not in wide.content()
    about.write_text(good + "\nMended.\n", "utf-8")
    expect(wide.get_by_text("Mended.")).to_be_visible(timeout=60_000)


@pytest.mark.long
def test_fifty_saves_build_once_each(briefing: Path, wide: Page) -> None:
    """The real briefing: how long it takes from saving a page to the new page in the browser."""
    serving = Serving(briefing)
    try:
        about = briefing.parent / "docs" / "about.md"
        wide.goto(f"{serving.address}about.html")
        taken: list[float] = []
        before = serving.cpu()
        for number in range(50):
            with about.open("a", encoding="utf-8") as page:
                page.write(f"\nSentence {number} by hand.\n")
            started = time.perf_counter()
            expect(wide.get_by_text(f"Sentence {number} by hand.")).to_be_attached(timeout=60_000)
            taken.append(time.perf_counter() - started)
        cpu = (serving.cpu() - before) / len(taken)
        print(f"\n{told(taken)}; {cpu:.2f} CPU s a save; load {os.getloadavg()[0]:.1f}")
        serving.rest()
        assert serving.builds() == 1 + len(taken)
    finally:
        serving.stop()


@pytest.mark.long
def test_minutes_of_editing_build_for_every_change_and_for_nothing_else(briefing: Path, wide: Page) -> None:
    """The real briefing, edited at a person's pace for EDITING_MINUTES (10); the log of it is printed."""
    serving = Serving(briefing)
    editor = Editor(briefing, serving, wide, random.Random(1))
    try:
        end = time.monotonic() + 60 * float(os.environ.get("EDITING_MINUTES", "10"))
        while time.monotonic() < end:
            editor.step()
        serving.rest(5)
        print(f"\n{editor.log()}")
        assert serving.builds() == 1 + editor.changes
        assert serving.said(" changed") == editor.changes + editor.faults, "\n".join(serving.lines)
        assert editor.changes >= 5
    finally:
        serving.stop()
