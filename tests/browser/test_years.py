"""A chronology split by year: filters over all years, also from a folder; all is there without scripts."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from build_scripts import commands
from tests.browser.conftest import served
from tests.conftest import OTHER

MET = "Foreign Minister Ida Corran met Tomas Verrin of the Upland League in {place} in March {year}."
YEARS = range(1981, 1991)
ROWS = ".block-found tbody tr:visible"


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("years") / "briefing"
    shutil.copytree(OTHER, root)
    told = "\n\n".join(MET.format(year=year, place="Lakeside" if year % 2 else "Fordwick") for year in YEARS)
    (root / "seeds" / "900_years.txt").write_text(f"1 June 1998\n\n{told}\n", "utf-8")
    # Where there is a page of a year, the chronology is split, however short it is.
    (root / "docs" / "chronology").mkdir(parents=True, exist_ok=True)
    (root / "docs" / "chronology" / "year-1979.md").write_text("---\ntitle: Contacts of 1979\n---\n", "utf-8")
    commands.build_site(root / "mkdocs.yml")
    return root / "site"


def test_nothing_is_read_before_somebody_asks_and_then_all_years_are_filtered(
    wide: Page, years: Path
) -> None:
    asked: list[str] = []
    wide.on("request", lambda request: asked.append(request.url))
    for address in served(years):
        wide.goto(f"{address}/chronology/index.html")
        assert not any("all-years" in one for one in asked)
        wide.get_by_role("button", name="Filter all contacts").focus()
        wide.keyboard.press("Enter")
        wide.select_option("[name=place]", "Fordwick")
        wide.select_option("[name=from]", "1984")
        expect(wide.locator(ROWS)).to_have_count(4)
        expect(wide).to_have_url(re.compile(r"\?place=Fordwick&from=1984$"))
        assert sum("all-years" in one for one in asked) == 1
        wide.locator(f"{ROWS} a").first.click()
        expect(wide.locator("h1")).to_contain_text("1984")


def test_a_shared_view_opens_from_a_folder(wide: Page, years: Path) -> None:
    wide.goto(f"{(years / 'chronology' / 'index.html').as_uri()}?from=1983&to=1984&sort=-When")
    expect(wide.locator(ROWS)).to_have_count(2)
    assert wide.locator(f"{ROWS} td:first-child").all_inner_texts() == ["March 1984", "March 1983"]


def test_nothing_is_listed_before_something_is_asked(wide: Page, years: Path) -> None:
    wide.goto((years / "chronology" / "index.html").as_uri())
    wide.get_by_role("button", name="Filter all contacts").click()
    expect(wide.locator("[name=from]")).to_be_visible()
    expect(wide.locator(ROWS)).to_have_count(0)
    expect(wide.locator(".block-found .ask-none:visible")).to_have_count(0)


def test_without_scripts_every_year_is_a_link(browser_without_script: Page, years: Path) -> None:
    page = browser_without_script
    page.goto((years / "chronology" / "index.html").as_uri())
    expect(page.get_by_role("button", name="Filter all contacts")).to_have_count(0)
    for year in YEARS:
        expect(page.locator(f".block-contacts a[href='year-{year}.html']")).to_have_count(1)
    page.locator("a[href='year-1985.html']").click()
    expect(page.locator(".block-contacts tbody tr")).to_have_count(1)
    expect(page.locator("meta[name=robots][content*=noindex]")).to_have_count(0)


def test_it_fits_a_phone(phone: Page, years: Path) -> None:
    phone.goto(f"{(years / 'chronology' / 'index.html').as_uri()}?from=1983")
    expect(phone.locator(ROWS).first).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320
