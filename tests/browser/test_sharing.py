"""What readers pass on and print, in a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

CONTACT = "chronology/2020-03-haniyeh-lavrov.html"


@pytest.fixture
def copying(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


def test_the_button_copies_words_sources_count_version_and_address(copying: Page, address: str) -> None:
    copying.goto(f"{address}/{CONTACT}")
    button = copying.locator("#claim-when .claim-copy")
    button.focus()
    copying.keyboard.press("Enter")
    expect(copying.locator(".claim-said")).to_contain_text("Copied")
    first, sources, *others, version, where = copying.evaluate("navigator.clipboard.readText()").split("\n")
    assert first == "When: March 2020 (to the month)"
    assert sources.startswith("Sources: A: News of Israel, 28 February 2024, sentence 16; ")
    assert sources.endswith("(3 articles from one text)")
    assert any(line.startswith("Reviewed") for line in others)
    assert version.startswith("Version ")
    assert version.endswith("sources to 2024-02-29")
    assert where == f"{address}/{CONTACT}#claim-when"


def test_a_sentence_of_prose_is_copied_from_the_popover_of_its_evidence(copying: Page, address: str) -> None:
    copying.goto(f"{address}/summit.html")
    sentence = copying.locator("article p > .claim").nth(1)
    sentence.locator("a.cite").first.click()
    link = copying.locator(".pop .ev-claim a")
    identity = sentence.get_attribute("id")
    expect(link).to_have_attribute("href", f"#{identity}")
    copying.locator(".pop .ev-copy").click()
    expect(copying.locator(".claim-said")).to_contain_text("Copied")
    first, *_, where = copying.evaluate("navigator.clipboard.readText()").split("\n")
    begun = "Article B, published on the day, reports that “a three-day meeting” has begun on 29 February."
    assert first == begun
    assert where == f"{address}/summit.html#{identity}"
    link.click()
    assert sentence.evaluate("node => node.matches(':target')")


def test_what_shows_nothing_is_reached_with_the_keyboard(copying: Page, address: str) -> None:
    copying.goto(f"{address}/summit.html")
    tools = copying.locator("article p > .claim .claim-do").first
    assert tools.evaluate("node => getComputedStyle(node).opacity") == "0"
    tools.locator(".claim-link").focus()
    copying.keyboard.press("Tab")
    assert tools.locator(".claim-copy").evaluate("node => node === document.activeElement")
    assert tools.evaluate("node => getComputedStyle(node).opacity") == "1"


def test_every_citation_belongs_to_a_statement_with_an_address(wide: Page, site: Path) -> None:
    """One page of each kind; in the margin of an article and in the evidence the passage is the address."""
    loose = """() => [...document.querySelectorAll("article .ev")]
      .filter(each => !each.closest('.evd, .margin, [id^="claim-"]'))
      .map(each => each.parentNode.textContent)"""
    for path in (
        "index",
        "summit",
        CONTACT[:-5],
        "actors/hamas",
        "comparisons/index",
        "comparisons/aim",
        "sources/index",
        "sources/003",
        "about",
        "method",
    ):
        wide.goto((site / f"{path}.html").as_uri())
        assert wide.evaluate(loose) == [], path


def test_without_scripts_the_link_stands(browser_without_script: Page, address: str) -> None:
    page = browser_without_script
    page.goto(f"{address}/{CONTACT}#claim-when")
    assert page.locator("#claim-when").evaluate("node => node.matches(':target')")
    expect(page.locator("#claim-when .claim-link")).to_have_attribute("href", "#claim-when")
    assert page.locator(".claim-copy").count() == 0


def test_on_paper_citations_have_the_numbers_of_their_notes(wide: Page, address: str) -> None:
    wide.goto(f"{address}/{CONTACT}")
    wide.emulate_media(media="print")
    chip = wide.locator("#claim-when a.cite").first
    number = chip.get_attribute("data-n")
    assert chip.evaluate("node => getComputedStyle(node, '::after').content") == f'"{number}"'
    expect(wide.locator(".evd .evi").first).to_be_visible()
    expect(wide.locator(".citing-plain")).to_be_visible()
    for chrome in (".md-header", ".claim-link", ".kicker"):
        expect(wide.locator(chrome).first).to_be_hidden()


def test_on_paper_the_number_of_a_note_stands_beside_what_else_a_mark_says(wide: Page, address: str) -> None:
    wide.goto(f"{address}/summit.html")
    chip = wide.locator("article a.cite[data-n]:has(.cite-n)").first
    width = "node => node.getBoundingClientRect().width"
    on_screen = chip.evaluate(width)
    wide.emulate_media(media="print")
    assert chip.evaluate("node => getComputedStyle(node, '::after').position") == "static"
    assert chip.evaluate(width) >= on_screen + 3


def test_the_print_view_holds_the_whole_briefing(wide: Page, address: str, site: Path) -> None:
    wide.goto(f"{address}/print.html")
    titles = {"Khaled Mashal", "Sources", "Chronology"}
    assert titles <= set(wide.locator(".sheet > h2").all_inner_texts())
    assert wide.locator("h1").count() == 1
    section = wide.locator("nav > ul > li", has=wide.locator(":scope > a", has_text="Actors"))
    assert "Khaled Mashal" in section.locator("ul > li").all_inner_texts()
    note = wide.locator("a.cite").first
    number = note.locator(".note-n").inner_text()
    note.click()
    expect(wide.locator(f"#note-{number}")).to_be_in_viewport()
    assert "print.html" not in (site / "search" / "search_index.json").read_text("utf-8")


def test_the_print_view_fits_a_phone(phone: Page, address: str) -> None:
    phone.goto(f"{address}/print.html")
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
