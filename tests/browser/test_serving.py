"""The preview: what is saved is shown where the reader is, a fault leaves the last good page up."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serving import Serving

ARTICLE = """Verrin in Port Ansel

Hill Gazette

June 5, 1998

Tomas Verrin met Ida Corran in Port Ansel on June 4, 1998, the ministry said.
"""


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
    wide.evaluate("scrollTo(0, 300)")
    with (docs / "about.md").open("a", encoding="utf-8") as page:
        page.write("\nA sentence by hand.\n")
    expect(wide.get_by_text("A sentence by hand.")).to_be_visible(timeout=60_000)
    wide.wait_for_function("scrollY > 200", timeout=10_000)
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
def test_an_hour_of_editing_in_short_builds_once_for_each_save(briefing: Path, wide: Page) -> None:
    """The real briefing: sixty saves of all kinds, and how long each takes to be in the browser."""
    serving = Serving(briefing)
    try:
        docs = briefing.parent / "docs"
        about, source = docs / "about.md", briefing.parent / "seeds" / "005_new.txt"
        wide.goto(f"{serving.address}about.html")
        taken, wanted = [], 1
        for number in range(50):
            with about.open("a", encoding="utf-8") as page:
                page.write(f"\nSentence {number} by hand.\n")
            started = time.perf_counter()
            expect(wide.get_by_text(f"Sentence {number} by hand.")).to_be_attached(timeout=60_000)
            taken.append(time.perf_counter() - started)
            wanted += 1
            if number % 10 == 9:  # an article, a page saved as it was, a file of an editor, all in a row
                source.write_text(ARTICLE + f"\nIt rained for {number} days.\n", "utf-8")
                serving.wait_for("seeds/005_new.txt changed")
                serving.wait_for("Built in")
                wanted += 1
                about.write_bytes(about.read_bytes())
                (docs / "about.md~").write_text("a copy", "utf-8")
                (docs / ".about.md.swp").write_text("a copy", "utf-8")
                time.sleep(2)
        print(
            f"{len(taken)} saves: median {statistics.median(taken):.2f} s, most {max(taken):.2f} s to the "
            f"new page; {serving.builds()} builds for {wanted - 1} saves and the start"
        )
        assert serving.builds() == wanted
    finally:
        serving.stop()
