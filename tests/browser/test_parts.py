"""Long lists on several pages: filters over all of them, old addresses, and all is there without scripts."""

from __future__ import annotations

import itertools
import json
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from build_scripts import commands
from build_scripts.render import search
from tests.browser.conftest import served
from tests.conftest import OTHER

MET = "Foreign Minister Ida Corran met Tomas Verrin of the Upland League in {place} in March {year}."
YEARS = range(1981, 1991)
PEOPLE = (
    "Ann Abel",
    "Bert Bode",
    "Cleo Abbot",
    "Dora Dunn",
    "Ezra Bold",
    "Finn Adler",
    "Gus Dale",
    "Hal Boyd",
)
ROWS = ".block-found tbody tr:visible"
DIVIDED = (
    "actors/letter--q",
    "sources/year--1979",
    "actors/tomas-verrin--mentions-1990s",
    "actors/tomas-verrin--contacts-1984",
    "comparisons/texts--1979",
)


@pytest.fixture(scope="module")
def divided(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("parts") / "briefing"
    shutil.copytree(OTHER, root)
    told = "\n\n".join(MET.format(year=year, place="Lakeside" if year % 2 else "Fordwick") for year in YEARS)
    named = " ".join(f"{name} was there." for name in PEOPLE)
    for number, year in enumerate((1990, 1991, 1998, 1998, 1999, 2001, 2001, 2001)):
        text = f"{number + 1} June {year}\n\n{told}\n\n{named}\n"
        (root / "seeds" / f"90{number}_years.txt").write_text(text, "utf-8")
    for name in PEOPLE:
        page = root / "docs" / "actors" / f"{name.lower().replace(' ', '-')}.md"
        page.write_text(f"---\ntitle: {name}\nkind: person\n---\n", "utf-8")
    # Where a part has a page the list is divided, however short it is.
    for name in DIVIDED:
        page = root / "docs" / f"{name}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("---\ntitle: A part\n---\n", "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        # Its search stands in several scripts, however little it holds.
        patch.setattr(search, "MOST", 6_000)
        commands.build_site(root / "mkdocs.yml")
    return root / "site"


def test_all_actors_are_filtered_wherever_they_are_listed(wide: Page, divided: Path) -> None:
    asked: list[str] = []
    wide.on("request", lambda request: asked.append(request.url))
    for address in served(divided):
        wide.goto(f"{address}/actors/index.html")
        assert not any("all-actors" in one for one in asked)
        wide.get_by_role("button", name="Filter all actors").focus()
        wide.keyboard.press("Enter")
        wide.select_option("[name=sort]", "-Name")
        names = wide.locator(f"{ROWS} td:first-child a").all_inner_texts()
        assert names == sorted(names, reverse=True)
        assert set(PEOPLE) < set(names)
        wide.locator(f"{ROWS} a", has_text="Cleo Abbot").click()
        expect(wide.locator("h1")).to_have_text("Cleo Abbot")


def test_a_shared_view_of_the_sources_opens_from_a_folder(wide: Page, divided: Path) -> None:
    wide.goto(f"{(divided / 'sources' / 'index.html').as_uri()}?from=2001")
    expect(wide.locator(ROWS)).to_have_count(3)
    wide.locator(f"{ROWS} a").first.click()
    expect(wide.locator("h1")).to_contain_text("2001")


def test_headings_stay_on_the_index_where_parts_are_filtered(wide: Page, divided: Path) -> None:
    wide.goto(f"{(divided / 'actors' / 'index.html').as_uri()}?sort=Name")
    expect(wide.locator(ROWS).first).to_be_visible()
    assert wide.locator(".block-actors > h2:visible").count() > 1


def test_an_old_address_leads_to_the_part_that_holds_it_now(wide: Page, divided: Path) -> None:
    """A row's own address, as somebody passed it on before the list was divided."""
    part = next(
        file for file in sorted((divided / "actors").glob("letter--*")) if "claim-" in file.read_text()
    )
    claim = re.search(r'<tr[^>]* id="(claim-[^"]+)"', part.read_text("utf-8"))
    assert claim
    for address in itertools.chain(served(divided), [divided.as_uri()]):
        wide.goto(f"{address}/actors/index.html#{claim[1]}")
        expect(wide).to_have_url(f"{address}/actors/{part.name}#{claim[1]}")


def test_a_records_long_list_is_reached_step_by_step(browser_without_script: Page, divided: Path) -> None:
    page = browser_without_script
    page.goto((divided / "actors" / "tomas-verrin.html").as_uri())
    page.locator(".block-contacts a", has_text="1985").click()
    expect(page.locator("h1")).to_have_text("Tomas Verrin: contacts, 1985")
    expect(page.locator(".block-contacts tbody tr")).to_have_count(1)
    expect(page.locator(".block-parts p")).to_have_count(2)
    expect(page.locator(".block-state")).to_contain_text("not yet reviewed")
    expect(page.locator("meta[name=robots][content*=noindex]")).to_have_count(1)
    page.locator(".block-parts a", has_text="All").click()
    expect(page).to_have_url(re.compile(r"tomas-verrin\.html#contacts$"))


def test_a_records_contacts_are_filtered_in_the_chronology(wide: Page, divided: Path) -> None:
    wide.goto((divided / "actors" / "tomas-verrin.html").as_uri())
    wide.get_by_role("link", name="Filter and sort these contacts").click()
    expect(wide.locator("[name=actor]")).to_have_value("tomas-verrin")


def test_an_anchor_of_a_record_leads_to_the_part_that_holds_it_now(wide: Page, divided: Path) -> None:
    part = (divided / "actors" / "tomas-verrin--contacts-1985.html").read_text("utf-8")
    claim = re.search(r' id="(claim-[^"]+)"', part)
    assert claim
    wide.goto(f"{(divided / 'actors' / 'tomas-verrin.html').as_uri()}#{claim[1]}")
    expect(wide.locator("h1")).to_have_text("Tomas Verrin: contacts, 1985")


def test_a_large_index_is_read_in_several_scripts_and_finds_the_same(wide: Page, divided: Path) -> None:
    docs = json.loads((divided / "search" / "search_index.json").read_text("utf-8"))["docs"]
    last = next(doc for doc in reversed(docs) if "#p-" in doc["location"])
    scripts = sorted((divided / "search").glob("search_index*.js"))
    assert len(scripts) > 3
    for address in itertools.chain(served(divided), [divided.as_uri()]):
        wide.goto(f"{address}/index.html")
        box, told = wide.locator(".md-search__input"), wide.locator(".md-search-result__meta")
        box.fill(last["title"])
        links = wide.locator(".md-search-result__link")
        expect(links.first).to_have_attribute("href", f"{address}/{last['location']}")
        box.fill("Verin")
        expect(links.first).to_contain_text("Tomas Verrin")
        box.fill("xylophone 1877")
        expect(told).to_have_text("Nothing found")


def test_without_scripts_every_part_is_a_link(browser_without_script: Page, divided: Path) -> None:
    page = browser_without_script
    page.goto((divided / "sources" / "index.html").as_uri())
    expect(page.get_by_role("button", name="Filter all sources")).to_have_count(0)
    page.locator("a[href='year--2001.html']").first.click()
    expect(page.locator(".block-sources tbody tr")).to_have_count(3)
    expect(page.locator("meta[name=robots][content*=noindex]")).to_have_count(0)
    page.locator(".block-parts a[href='year--1998.html']").click()
    expect(page.locator("h1")).to_contain_text("1998")


def test_they_fit_a_phone(phone: Page, divided: Path) -> None:
    for name in ("actors/index", "sources/index", *DIVIDED, "sources/year--2001"):
        phone.goto((divided / f"{name}.html").as_uri())
        assert phone.evaluate("document.documentElement.scrollWidth") <= 320, name
