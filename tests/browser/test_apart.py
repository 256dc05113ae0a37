"""In a large briefing a popover shows what it shows in a small one, from a file of the article cited."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from build_scripts import commands
from build_scripts.render import corpus
from tests.browser.conftest import served
from tests.conftest import OTHER

CHIP = "article a.cite[data-ev]"
PAGE = "actors/ida-corran.html"


def built(root: Path, large: int) -> Path:
    shutil.copytree(OTHER, root)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(corpus, "LARGE", large)
        commands.build_site(root / "mkdocs.yml")
    return root / "site"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("small") / "other", 12)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("large") / "other", 0)


@pytest.fixture(scope="module")
def address(large: Path) -> Iterator[str]:
    yield from served(large)


def shown(page: Page, at: str) -> list[tuple[str, list[str]]]:
    """The words of each popover of a page, and where its links lead."""
    page.goto(at)
    found = []
    for chip in page.locator(CHIP).all():
        if chip.is_visible():
            chip.click()
            box = page.locator(".pop")
            expect(box).to_be_visible()
            links = [link.get_attribute("href") or "" for link in box.locator("a").all()]
            found.append((box.inner_text(), [link.rpartition("/")[2] for link in links]))
            page.keyboard.press("Escape")
    return found


def test_it_shows_the_same(wide: Page, small: Path, large: Path) -> None:
    one = shown(wide, (small / PAGE).as_uri())
    assert any("The same sentence in other articles" in words for words, _ in one)
    assert shown(wide, (large / PAGE).as_uri()) == one


def test_the_page_itself_holds_words_and_no_neighbours(large: Path) -> None:
    text = (large / PAGE).read_text("utf-8")
    assert 'class="pass"' in text
    assert 'class="ctx"' not in text
    assert 'class="ev-cp"' not in text


def test_it_comes_over_the_net_and_moves_in_by_keyboard(wide: Page, address: str) -> None:
    wide.goto(f"{address}/{PAGE}")
    chip = wide.locator(CHIP).first
    chip.focus()
    wide.keyboard.press("Enter")
    expect(wide.locator(".pop .ctx").first).to_be_visible()
    expect(wide.locator(".pop")).to_be_focused()
    wide.keyboard.press("Escape")
    expect(chip).to_be_focused()


def test_without_its_file_a_citation_is_a_link(wide: Page, address: str) -> None:
    wide.route("**/data/evidence/*", lambda route: route.abort())
    wide.goto(f"{address}/{PAGE}")
    wide.locator(CHIP).first.click()
    wide.wait_for_url("**/sources/*.html#p-*")


def test_words_in_the_file_are_text_whatever_they_say(wide: Page, address: str) -> None:
    words = "<img src=x onerror=document.title=1>"
    told = (
        'briefingEvidence={"label":"A","name":"W","lineage":"l1","known":"W","language":"","passages":{"%s":'
        '{"number":1,"text":"W","before":"W","after":"W","original":"","others":[],"more":0}}};'
    ).replace("W", words)
    wide.goto(f"{address}/{PAGE}")
    chip = wide.locator(CHIP).first
    passage = (chip.get_attribute("href") or "").rpartition("#p-")[2]
    wide.route(
        "**/data/evidence/*",
        lambda route: route.fulfill(body=told % passage, content_type="text/javascript"),
    )
    chip.click()
    expect(wide.locator(".pop .pass")).to_have_text(words)
    expect(wide.locator(".pop img")).to_have_count(0)
