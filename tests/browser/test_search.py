"""What the search finds, how its results are told apart, and how it is used without a mouse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import served

RESULT = ".md-search-result__link"


def ask(page: Page, words: str) -> None:
    page.locator(".md-search__input").fill(words)
    expect(page.locator(".md-search-result__meta")).to_have_text(re.compile(r"\d|Nothing"))


@pytest.mark.parametrize(
    ("words", "kind", "leads_to"),
    [
        ("Meshal", "Person", r"actors/khaled-mashal\.html$"),
        ("PIJ", "Organisation", r"actors/islamic-jihad\.html$"),
        ("mechal", "Person", r"actors/khaled-mashal\.html$"),
        ("lula inacio", "Person", r"actors/lula-da-silva\.html$"),
        ("March 2006", "Contact, visit", r"chronology/2006-03-khaled-mashal-moscow\.html$"),
        ("2022-09", "Contact, meeting", r"chronology/2022-09-haniyeh-lavrov\.html$"),
        ("who hosted the meeting", "Question", r"comparisons/host\.html$"),
        ("what a citation proves", "In: Method", r"method\.html#"),
        ("expressing support for the continuity", "Sentence", r"sources/002\.html#p-c5cae381$"),
    ],
)
def test_first_result_is_what_the_words_mean(
    wide: Page, address: str, words: str, kind: str, leads_to: str
) -> None:
    wide.goto(f"{address}/index.html")
    ask(wide, words)
    first = wide.locator(RESULT).first
    expect(first).to_have_attribute("href", re.compile(leads_to))
    expect(first.locator(".find-kind")).to_contain_text(kind)


def test_words_that_are_nowhere_are_said_to_be_nowhere(wide: Page, address: str) -> None:
    wide.goto(f"{address}/index.html")
    ask(wide, "xylophone 1877")
    expect(wide.locator(RESULT)).to_have_count(0)
    expect(wide.locator(".md-search-result__meta")).to_have_text("Nothing found")


def test_search_is_used_by_keyboard_alone(wide: Page, address: str) -> None:
    wide.goto(f"{address}/index.html")
    wide.keyboard.press("/")
    wide.keyboard.type("Marzouk")
    wide.locator(RESULT).first.wait_for()
    wide.keyboard.press("ArrowDown")
    expect(wide.locator(RESULT).first).to_be_focused()
    wide.keyboard.press("ArrowUp")
    expect(wide.locator(".md-search__input")).to_be_focused()
    wide.keyboard.press("Escape")
    expect(wide.locator(RESULT).first).to_be_hidden()
    wide.keyboard.press("/")
    wide.keyboard.press("Enter")
    expect(wide.locator("h1")).to_contain_text("Mousa Abu Marzook")


def test_index_is_fetched_only_when_somebody_searches(wide: Page, address: str) -> None:
    asked: list[str] = []
    wide.on("request", lambda request: asked.append(request.url))
    wide.goto(f"{address}/index.html", wait_until="networkidle")
    assert not [url for url in asked if "search_index" in url]
    assert len(asked) <= 12
    with wide.expect_request(lambda request: "search_index" in request.url):
        wide.keyboard.press("/")
    assert [url for url in asked if "search_index" in url] == [f"{address}/search/search_index.js"]


@pytest.fixture(scope="module")
def below(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site one folder below the root of its host."""
    root = tmp_path_factory.mktemp("host")
    (root / "talks").symlink_to(site, target_is_directory=True)
    yield from (f"{host}/talks" for host in served(root))


def test_search_and_evidence_work_below_a_sub_path(wide: Page, below: str) -> None:
    wide.goto(f"{below}/actors/hamas.html")
    ask(wide, "Meshal")
    wide.locator(RESULT).first.click()
    expect(wide).to_have_url(f"{below}/actors/khaled-mashal.html")
    wide.locator("article a.cite[data-ev]").first.hover()
    expect(wide.locator(".pop")).to_be_visible()


def test_search_filters_and_evidence_work_from_a_folder(wide: Page, site: Path) -> None:
    wide.goto((site / "chronology" / "index.html").as_uri())
    wide.select_option("[name=kind]", "call")
    expect(wide.locator(".ask-n")).to_contain_text("1 of ")
    assert wide.url.endswith("index.html?kind=call")
    wide.locator("article a.cite[data-ev]:visible").first.hover()
    expect(wide.locator(".pop")).to_be_visible()
    ask(wide, "Meshal")
    wide.locator(RESULT).first.click()
    expect(wide.locator("h1")).to_contain_text("Khaled Mashal")
