"""Each page of the built briefing says what it is, to machines as well, and the missing page leads back."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from build_scripts import commands
from build_scripts.pipeline import Result


def heads(site: Path) -> dict[str, str]:
    pages = {page.relative_to(site).as_posix(): page.read_text("utf-8") for page in site.rglob("*.html")}
    return {path: text for path, text in pages.items() if "application/ld+json" in text}


def test_each_page_has_a_description_of_its_own(site: Path) -> None:
    found = [re.findall(r'<meta name="description" content="([^"]*)"', text) for text in heads(site).values()]
    assert len(found) > 50
    assert all(len(one) == 1 and one[0] for one in found)
    assert len({one[0] for one in found}) == len(found)


def test_every_claim_of_every_page_names_an_article_and_a_state(site: Path) -> None:
    claims = []
    for text in heads(site).values():
        written = re.search(r'application/ld\+json">(.*?)</script>', text)
        assert written
        claims += json.loads(written[1]).get("hasPart", [])
    assert len(claims) > 50
    assert all(claim["appearance"] and claim["creativeWorkStatus"] for claim in claims)


def test_drafts_say_so_to_machines(site: Path, result: Result) -> None:
    drafted = [one.page for one in result.briefing.findings.contacts if one.state == "drafted" and one.page]
    for path in drafted:
        text = (site / path).with_suffix(".html").read_text("utf-8")
        assert '"creativeWorkStatus":"Draft' in text, path


def test_every_table_is_linked_from_the_method_page(site: Path) -> None:
    text = (site / "method.html").read_text("utf-8")
    tables = [file.name for file in (site / "data").glob("*.csv")]
    assert len(tables) > 8
    for name in (*tables, *(name.replace(".csv", ".json") for name in tables), "datapackage.json"):
        assert f'href="data/{name}"' in text, name


@pytest.fixture
def below(other: Path) -> Path:
    """A site that stands below another's root."""
    text = other.read_text("utf-8")
    other.write_text(f"{text}\nsite_url: https://example.org/talks/\n", "utf-8")
    commands.build_site(other)
    return other.parent / "site"


def test_the_missing_page_and_previews_are_right_below_another_root(below: Path) -> None:
    missing = (below / "404.html").read_text("utf-8")
    body = missing[missing.index("<article") : missing.index("</article>")]
    links = re.findall(r'href="([^"]*)"', body)
    assert links
    assert all(link.startswith("/talks/") for link in links)
    home = (below / "index.html").read_text("utf-8")
    (picture,) = re.findall(r'property="og:image" content="https://example.org/talks/([^"]*)"', home)
    assert (below / picture).is_file()
    (own,) = re.findall(r'property="og:url" content="([^"]*)"', home)
    assert f'rel="canonical" href="{own}"' in home
    assert f"<loc>{own}</loc>" in (below / "sitemap.xml").read_text("utf-8")
