"""What a reader does with the site of the frozen briefing, on a desk and on a phone."""

from __future__ import annotations

import itertools
import re

import pytest
from playwright.sync_api import Page, expect

FAMILIES = (
    "index.html",
    "summit.html",
    "chronology/index.html",
    "actors/index.html",
    "actors/khaled-mashal.html",
    "comparisons/index.html",
    "sources/index.html",
    "sources/000.html",
    "about.html",
    "method.html",
    "corrections.html",
)
CHIP = "article a.cite[data-ev]"


def test_search_finds_a_spelling_and_lands_on_the_actor(wide: Page, address: str) -> None:
    wide.goto(f"{address}/index.html")
    wide.locator(".md-search__input").click()
    wide.keyboard.type("Meshal", delay=20)
    result = wide.locator(".md-search-result__link").first
    result.wait_for(timeout=15_000)
    expect(result).to_have_attribute("href", re.compile("actors/khaled-mashal"))
    result.click()
    expect(wide.locator("h1")).to_contain_text("Khaled Mashal")


def test_tabs_title_and_footer_begin_on_one_line(wide: Page, address: str) -> None:
    left = "where => Math.round(document.querySelector(where).getBoundingClientRect().left)"
    for page in ("index.html", "actors/index.html", "comparisons/index.html", "sources/000.html"):
        wide.goto(f"{address}/{page}")
        found = {
            wide.evaluate(left, where) for where in (".md-tabs__link", ".md-content h1", ".md-copyright")
        }
        assert len(found) == 1, page


def test_citation_leads_to_its_passage(wide: Page, address: str) -> None:
    wide.goto(f"{address}/summit.html")
    chip = wide.locator(CHIP).first
    target = chip.get_attribute("href") or ""
    wide.goto(f"{address}/{target}")
    passage = wide.locator(f"[id='{target.partition('#')[2]}']")
    expect(passage).to_be_in_viewport()
    assert passage.evaluate("node => node.matches(':target')")


def test_hover_shows_the_words_and_leaving_hides_them(wide: Page, address: str) -> None:
    wide.goto(f"{address}/summit.html")
    wide.locator(CHIP).first.hover()
    popover = wide.locator(".pop")
    expect(popover).to_be_visible()
    expect(popover.locator("blockquote .pass")).not_to_be_empty()
    wide.mouse.move(0, 0)
    expect(popover).to_be_hidden()


def test_keyboard_opens_moves_in_and_comes_back(wide: Page, address: str) -> None:
    wide.goto(f"{address}/summit.html")
    chip = wide.locator(CHIP).first
    wide.locator("article h1").click()
    for _ in range(60):
        wide.keyboard.press("Tab")
        if chip.evaluate("node => node === document.activeElement"):
            break
    popover = wide.locator(".pop")
    expect(popover).to_be_visible()
    expect(chip).to_have_attribute("aria-expanded", "true")
    wide.keyboard.press("Enter")
    expect(popover).to_be_focused()
    wide.keyboard.press("Escape")
    expect(popover).to_be_hidden()
    expect(chip).to_be_focused()
    expect(chip).to_have_attribute("aria-expanded", "false")


def test_popover_marks_the_words_of_this_citation_only(wide: Page, address: str) -> None:
    wide.goto(f"{address}/actors/khaled-mashal.html")
    chips = wide.locator(f"{CHIP}:not([data-q=''])")
    chips.first.click()
    spans = (chips.first.get_attribute("data-q") or "").split()
    marked = wide.locator(".pop mark.quoted")
    expect(marked).to_have_count(len(spans))
    start, end = map(int, spans[0].split("-"))
    assert len(marked.first.inner_text()) == end - start


def test_tap_on_a_phone_opens_a_sheet_at_the_foot(phone: Page, address: str) -> None:
    phone.goto(f"{address}/summit.html")
    phone.locator(CHIP).first.tap()
    box = phone.locator(".pop").bounding_box()
    assert box
    assert (box["x"], box["width"]) == (0, 320)
    assert box["y"] + box["height"] == pytest.approx(640, abs=1)


def test_without_script_the_evidence_stands_at_the_end(browser_without_script: Page, address: str) -> None:
    page = browser_without_script
    page.goto(f"{address}/summit.html")
    page.locator("details.evd > summary").click()
    expect(page.locator("details.evd .evi").first).to_be_visible()


@pytest.mark.parametrize("path", FAMILIES)
def test_every_page_lights_up_the_tab_of_its_section(wide: Page, address: str, path: str) -> None:
    wide.goto(f"{address}/{path}")
    expect(wide.locator(".md-tabs__item--active")).to_have_count(1)


def test_no_request_leaves_the_site(wide: Page, address: str) -> None:
    elsewhere: list[str] = []
    wide.on("request", lambda request: elsewhere.append(request.url))
    for path in FAMILIES:
        wide.goto(f"{address}/{path}", wait_until="networkidle")
    assert [url for url in elsewhere if not re.match(rf"data:|blob:|{address}/", url)] == []


def test_notes_stand_beside_their_sentences_on_a_desk(wide: Page, address: str) -> None:
    wide.goto(f"{address}/sources/000.html")
    gaps = wide.evaluate(
        """[...document.querySelectorAll('.para > .margin li[data-s]')].map(note => {
             const numbers = [...note.closest('.para').querySelectorAll('.s > .sn')];
             const number = numbers.find(each => each.textContent === note.dataset.s);
             return note.getBoundingClientRect().top - number.getBoundingClientRect().top; })"""
    )
    assert gaps
    assert min(gaps) > -16


def test_notes_cover_one_another_nowhere_and_part_no_paragraphs(wide: Page, address: str) -> None:
    wide.goto(f"{address}/sources/000.html")
    boxes = wide.locator(".margin li[data-s]").evaluate_all(
        """notes => notes.map(note => note.getBoundingClientRect()).map(box => [box.top, box.bottom])"""
    )
    assert all(above[1] <= below[0] for above, below in itertools.pairwise(boxes))
    spare = wide.locator(".para").evaluate_all(
        """all => all.map(box => box.getBoundingClientRect().bottom
                           - box.firstElementChild.getBoundingClientRect().bottom)"""
    )
    assert max(spare) < 2


def test_evidence_opens_for_paper(wide: Page, address: str) -> None:
    wide.goto(f"{address}/summit.html")
    wide.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(wide.locator("details.evd")).to_have_attribute("open", "")
