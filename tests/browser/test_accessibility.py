"""Every page of the built site against the rules of axe, in both schemes; and what axe cannot see."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, expect

AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
RUN = """() => {
  return axe.run(document, {resultTypes: ['violations']}).then(
    found => found.violations.map(
      each => `${each.id}: ${each.nodes[0].target} ${each.nodes[0].failureSummary}`));
}"""


DARK = """() => {
  if (document.body.matches(".print-view")) return [];  // paper, and so its view, has one scheme
  const before = getComputedStyle(document.body).backgroundColor;
  document.body.setAttribute("data-md-color-scheme", "slate");
  const isDark = getComputedStyle(document.body).backgroundColor !== before;
  if (!isDark) return ["the scheme did not change"];
  return axe.run(document, {resultTypes: ["violations"], runOnly: {type: "rule", values: [
    "color-contrast", "link-in-text-block"]}}).then(
    found => found.violations.map(each => `dark: ${each.id}: ${each.nodes[0].target}`));
}"""


def violations(page: Page) -> list[Any]:
    found: list[Any] = page.evaluate(RUN)
    return found


def is_page(file: Path) -> bool:
    return 'http-equiv="refresh"' not in file.read_text("utf-8")


SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def test_axe_finds_nothing_on_any_page_in_either_scheme(browser: Browser, site: Path, address: str) -> None:
    """All rules in the light scheme; then, in the dark one, those of which the colours are a part."""
    context = browser.new_context(reduced_motion="reduce", color_scheme="light")
    page, source = context.new_page(), AXE.read_text("utf-8")
    # A machine that does other things as well is slow, not wrong.
    page.set_default_timeout(180_000)
    found = {}
    files = [file for file in sorted(site.rglob("*.html")) if is_page(file)]
    assert len(files) > 90
    for file in files:
        path = file.relative_to(site).as_posix()
        page.goto(f"{address}/{path}")
        page.evaluate(source)
        said = violations(page)
        said += page.evaluate(DARK)
        if said:
            found[path] = said
    context.close()
    assert found == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_in_what_opens(wide: Page, address: str, scheme: Literal["light", "dark"]) -> None:
    wide.emulate_media(reduced_motion="reduce", color_scheme=scheme)
    wide.goto(f"{address}/chronology/index.html?actor=hamas&sort=Where")
    wide.evaluate(AXE.read_text("utf-8"))
    wide.locator("article a.cite[data-ev]").first.click()
    expect(wide.locator(".pop")).to_be_visible()
    assert violations(wide) == []
    wide.keyboard.press("Escape")
    wide.locator(".md-search__input").fill("Meshal")
    wide.locator(".md-search-result__link").first.wait_for()
    wide.wait_for_timeout(400)
    assert violations(wide) == []


def test_no_page_scrolls_sideways_on_the_narrowest_phone(phone: Page, site: Path) -> None:
    """Which is also what 400 % of zoom makes of a window of 1280 pixels."""
    wider = {}
    for file in sorted(site.rglob("*.html")):
        if not is_page(file) or file.name == "404.html":
            continue
        phone.goto(file.as_uri())
        width = phone.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            wider[file.relative_to(site).as_posix()] = width
    assert wider == {}


def test_scheme_is_switched_by_keyboard_and_stays(wide: Page, address: str) -> None:
    wide.goto(f"{address}/index.html")
    wide.locator("form[data-md-component=palette] label:visible").click()
    expect(wide.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    wide.goto(f"{address}/summit.html")
    expect(wide.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_sources_stay_apart_where_colours_are_forced(browser: Browser, address: str) -> None:
    """The tile of a source keeps an edge, and the bracket of a lineage its line."""
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(f"{address}/chronology/index.html")
    tile = page.locator("article .cite-l").first
    assert tile.evaluate("node => getComputedStyle(node).borderTopStyle") == "solid"
    lines = page.locator("article .wit").evaluate_all(
        "all => [...new Set(all.map(node => getComputedStyle(node).borderLeftStyle))]"
    )
    assert sorted(lines) == ["double", "solid"]
    context.close()
