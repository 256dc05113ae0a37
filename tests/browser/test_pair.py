"""Two articles side by side: by mouse, keyboard, shared address and on a phone."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

PAIR = "comparisons/pair.html"


def test_the_way_from_an_article_s_page_leads_to_its_pair(wide: Page, address: str) -> None:
    wide.goto(f"{address}/sources/003.html")
    wide.locator("a[href*='pair.html?a=002&b=003']").click()
    expect(wide.locator(".ph p").first).to_contain_text("C:")
    expect(wide.locator(".ph p").last).to_contain_text("D:")


def test_words_that_differ_are_marked_on_their_side(wide: Page, address: str) -> None:
    wide.goto(f"{address}/{PAIR}?a=002&b=003")
    row = wide.locator(".pr", has_text="over 10,000").first
    expect(row.locator(".pc").first.locator("del", has_text="10,000")).to_have_count(1)
    expect(row.locator(".pc").last.locator("ins", has_text="12,000")).to_have_count(1)
    expect(row.locator(".pc").first.locator("ins")).to_have_count(0)


def test_what_has_no_counterpart_says_so(wide: Page, address: str) -> None:
    wide.goto(f"{address}/{PAIR}?a=002&b=004")
    alone = wide.locator(".pr.alone .none", has_text="Nothing in E stands for this.")
    expect(alone.first).to_be_visible()
    expect(wide.locator(".pr:not(.alone) .none")).to_have_count(0)


def test_every_sentence_of_both_articles_stands_once(wide: Page, address: str) -> None:
    wide.goto(f"{address}/{PAIR}?a=000&b=001")
    shown = wide.locator(".pp .cite").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    wide.goto(f"{address}/sources/000.html")
    ours = wide.locator(".s").count()
    wide.goto(f"{address}/sources/001.html")
    assert len(shown) == len(set(shown)) == ours + wide.locator(".s").count()


def test_choosing_changes_the_address_and_back_goes_back(wide: Page, address: str) -> None:
    wide.goto(f"{address}/{PAIR}?a=002&b=003")
    wide.locator("select[name=b]").select_option("001")
    expect(wide).to_have_url(re.compile(r"\?a=002&b=001$"))
    expect(wide.locator(".ph p").last).to_contain_text("B:")
    wide.go_back()
    expect(wide.locator(".ph p").last).to_contain_text("D:")
    expect(wide.locator("select[name=b]")).to_have_value("003")


def test_it_is_used_from_the_keyboard(wide: Page, address: str) -> None:
    wide.goto(f"{address}/{PAIR}?a=002&b=003")
    wide.locator("select[name=a]").focus()
    wide.keyboard.press("Tab")
    expect(wide.locator(".turn")).to_be_focused()
    wide.keyboard.press("Enter")
    expect(wide).to_have_url(re.compile(r"\?a=003&b=002$"))
    wide.keyboard.press("Tab")
    wide.keyboard.press("Tab")
    wide.keyboard.press("Space")
    expect(wide.locator("#pair-only")).to_be_checked()


def test_an_address_that_names_nothing_known_shows_two_articles(wide: Page, address: str) -> None:
    wide.goto(f"{address}/{PAIR}?a=%3Cb%3E&b=__proto__")
    expect(wide.locator(".ph p")).to_have_count(2)
    expect(wide.locator(".pr").first).to_be_visible()


def test_on_a_phone_the_two_stand_below_one_another(phone: Page, address: str) -> None:
    phone.goto(f"{address}/{PAIR}?a=002&b=003")
    cells = phone.locator(".pr:not(.alone)").first.locator(".pc")
    above, below = cells.first.bounding_box(), cells.last.bounding_box()
    assert above
    assert below
    assert below["y"] >= above["y"] + above["height"]
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320


def test_it_works_from_a_disk(browser: Browser, site: Path) -> None:
    """The theme's search does not there; that error is not this page's."""
    page = browser.new_page()
    page.goto(f"{(site / PAIR).as_uri()}?a=002&b=003")
    expect(page.locator(".pr").first).to_be_visible()
    page.locator("select[name=b]").select_option("001")
    expect(page.locator(".ph p").last).to_contain_text("B:")
    page.locator(".pp .cite").first.click()
    expect(page.locator(":target")).to_be_in_viewport()
    page.close()


def _serve(
    page: Page, sources: Sequence[Mapping[str, object]], passages: Sequence[Mapping[str, object]]
) -> None:
    """Other articles in place of those of the site."""
    given = {"pair.js": f"window.briefingPair = {json.dumps({'sources': sources})};"}
    for source in sources:
        said = json.dumps([one for one in passages if one["source"] == source["id"]])
        given[f"pair-{source['key']}.js"] = f"window.briefingPair_{source['key']} = {said};"
    for name, body in given.items():
        page.route(f"**/data/{name}", partial(_answer, body=body))


def _answer(route: Route, body: str) -> None:
    route.fulfill(body=body, content_type="text/javascript")


def _two(left: str, right: str) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    """Two articles of one sentence each, which stand for one another."""
    names = (("a", left, "b"), ("b", right, "a"))
    sources = [
        {"id": name, "key": name, "label": name.upper(), "name": name, "page": f"sources/{name}.md"}
        for name, _, _ in names
    ]
    passages: list[dict[str, object]] = [
        {
            "source": name,
            "id": f"0{name}",
            "number": 1,
            "kind": "sentence",
            "text": words,
            "counterparts": [{"source": other, "passage": f"0{other}"}],
        }
        for name, words, other in names
    ]
    return [dict(one) for one in sources], passages


@pytest.mark.parametrize("words", [350, 3000])
def test_one_word_that_differs_is_marked_in_runs_of_any_length(wide: Page, address: str, words: int) -> None:
    said = [f"word{number}" for number in range(words)]
    there = [*said]
    there[words // 2] = "another"
    _serve(wide, *_two(" ".join(said), " ".join(there)))
    wide.goto(f"{address}/{PAIR}?a=a&b=b")
    expect(wide.locator(".place del")).to_have_text([f"word{words // 2}"])
    expect(wide.locator(".place ins")).to_have_text(["another"])


def test_the_same_words_are_said_to_be_the_same_however_long(wide: Page, address: str) -> None:
    said = " ".join(f"word{number}" for number in range(400))
    _serve(wide, *_two(said, said))
    wide.goto(f"{address}/{PAIR}?a=a&b=b")
    expect(wide.locator(".pr.same")).to_have_count(1)


def test_runs_too_long_for_a_table_are_marked_word_by_word(wide: Page, address: str) -> None:
    here, there = ([f"{name}{number}" for number in range(2500)] for name in ("ours", "theirs"))
    _serve(wide, *_two(" ".join([*here, "both", "end1"]), " ".join([*there, "both", "end2"])))
    wide.goto(f"{address}/{PAIR}?a=a&b=b")
    expect(wide.locator(".place del")).to_have_count(2)
    expect(wide.locator(".place ins").last).to_have_text("end2")


def test_only_the_two_articles_that_are_asked_for_are_loaded(wide: Page, address: str) -> None:
    asked: list[str] = []
    wide.on("request", lambda request: asked.append(request.url))
    wide.goto(f"{address}/{PAIR}?a=002&b=003")
    expect(wide.locator(".pr").first).to_be_visible()
    assert len([url for url in asked if "/data/pair-" in url]) == 2


def test_an_article_that_cannot_be_loaded_is_said_to_be_missing(wide: Page, address: str) -> None:
    sources, passages = _two("one two", "one three")
    _serve(wide, sources, passages)
    wide.route("**/data/pair-b.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    wide.goto(f"{address}/{PAIR}?a=a&b=b")
    expect(wide.locator(".told")).to_contain_text("could not be loaded")


def test_words_that_look_like_markup_stay_words(wide: Page, address: str) -> None:
    sources = [
        {"id": "a", "key": "a", "label": "<b>A", "name": "<img src=x onerror=1>", "page": "sources/a.md"},
        {"id": "b", "key": "b", "label": "B", "name": "B", "page": "sources/b.md"},
    ]
    said = [
        ("a", "0a", "<script>bad()</script> one two", "0b"),
        ("b", "0b", "<i>one</i> two", ""),
        ("b", "0c", None, ""),
    ]
    passages = [
        {
            "source": source,
            "id": name,
            "number": at,
            "kind": "sentence",
            "text": words,
            "counterparts": [{"source": "b", "passage": other}] if other else [],
        }
        for at, (source, name, words, other) in enumerate(said, 1)
    ]
    _serve(wide, sources, passages)
    wide.goto(f"{address}/{PAIR}")
    expect(wide.locator(".pr").first).to_contain_text("<script>bad()</script> one two")
    expect(wide.locator(".pr").last).to_contain_text("[…]")
    assert wide.locator(".block-pair :is(script, img, i, b)").count() == 0


def test_without_scripts_the_page_says_where_the_same_stands(
    browser_without_script: Page, address: str
) -> None:
    browser_without_script.goto(f"{address}/{PAIR}?a=002&b=003")
    block = browser_without_script.locator(".block-pair")
    expect(block).to_contain_text("needs scripts")
    assert block.locator("a[href*='sources/']").count() == 5
