"""What is shared of a page says who says so and how far it was checked, whatever the page is called."""

from __future__ import annotations

import json
import re
import struct
from pathlib import Path

import pytest

from build_scripts.render.sharing import share
from build_scripts.render.sharing.images import SHAPES, SIZE, image
from build_scripts.render.sharing.printing import MOST

HOSTILE = '</script><b onclick="x">&amp; \u2028 “A” {\\input} $'
ADDRESS = "https://example.org/talks"
PAGE = """<!doctype html>
<html><head><meta charset="utf-8"><title>T</title>{head}</head><body>
<article class="md-content__inner"><h1>{title}</h1>
<p class="status {state}">{said}</p>
<section class="block block-facts"><table><tbody><tr id="claim-when" role="row"><td>When</td><td>May 2031</td>
<td><span class="ev"><a class="cite l1" data-ev="n1-aa" href="../sources/n1.html#p-aa">A</a></span>
<a class="claim-link" href="#claim-when">#</a></td></tr></tbody></table></section>
<details class="evd"><summary>Evidence</summary><ul class="evlist"><li class="evi l1" id="ev-n1-aa">
<p><a href="../sources/n1.html#p-aa">Read it</a></p></li></ul></details>
</article></body></html>
"""
NOINDEX = '<meta name="robots" content="noindex">'


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    pages = {
        "index.html": PAGE.format(title="Talks", state="", said="", head="").replace("../", ""),
        "chronology/may.html": PAGE.format(
            title=escaped(HOSTILE), state="drafted", said="Drafted.", head=NOINDEX
        ),
        "actors/arden.html": PAGE.format(
            title="A. Arden", state="reviewed", said="Reviewed. Evidence code 0a1b2c3d.", head=""
        ),
        "actors/gone.html": PAGE.format(title="Gone", state="", said="", head=NOINDEX),
        "sources/n1.html": "<html><head></head><article><h1>A</h1><p>"
        '<span class="s" id="p-aa">They met.</span></p></article></html>',
        "actors/old.html": '<html><head></head><body><p><a href="arden.html">moved</a></p></body></html>',
        "404.html": "<html><head></head><article><h1>Not found</h1></article></html>",
    }
    site, data = tmp_path / "site", tmp_path / "data"
    for path, text in pages.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, "utf-8")
    data.mkdir()
    source = {"id": "n1", "name": "The Mail, 3 May 2031", "page": "sources/n1.md", "publisher": HOSTILE}
    source |= {"published": "2031-05-03", "published_basis": "stated", "title": "Guess"}
    source |= {"title_basis": "from-address", "url": None, "withdrawn": None}
    (data / "sources.json").write_text(json.dumps([source]), "utf-8")
    (data / "sources.csv").write_text("id\n", "utf-8")
    return site


def shared(site: Path, address: str = ADDRESS) -> Path:
    data = site.parent / "data"
    share(site, data, ["actors/gone.md"], name="The talks", description="Talks.", address=address)
    return site


def linked(site: Path, path: str) -> dict[str, object]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', (site / path).read_text("utf-8"))
    assert found
    assert not re.search("[<>&\u2028\u2029]", found[1])
    value: dict[str, object] = json.loads(found[1])
    return value


def test_hostile_titles_stay_text_in_the_head(folder: Path) -> None:
    site = shared(folder)
    assert str(linked(site, "chronology/may.html")["name"]).startswith("</script><b onclick=")
    text = (site / "chronology/may.html").read_text("utf-8")
    assert "<b onclick" not in text


def test_a_claim_taken_out_names_its_articles_and_its_draft_state(folder: Path) -> None:
    page = linked(shared(folder), "chronology/may.html")
    (claim,) = page["hasPart"]
    assert claim["@type"] == "Claim"
    assert claim["@id"] == f"{ADDRESS}/chronology/may.html#claim-when"
    assert claim["text"].endswith("As the sources give it: When: May 2031")
    assert claim["creativeWorkStatus"].startswith("Draft")
    articles = {one["@id"]: one["name"] for one in page["isBasedOn"]}
    assert [articles[one["@id"]] for one in claim["appearance"]] == ["The Mail, 3 May 2031"]


@pytest.mark.parametrize(
    ("address", "whole"), [(ADDRESS, f"{ADDRESS}/sources/n1.html"), ("", "../sources/n1.html")]
)
def test_an_article_that_no_claim_names_is_told_on_its_own_page(
    folder: Path, address: str, whole: str
) -> None:
    cited = '<a class="cite l1" href="../sources/n1.html#p-aa">A</a>'
    (folder / "actors/arden.html").write_text(
        f"<html><head></head><article><h1>A. Arden</h1><p>{cited}</p></article></html>", "utf-8"
    )
    site = shared(folder, address)
    (article,) = linked(site, "actors/arden.html")["isBasedOn"]
    assert article == {"@id": f"{whole}#article", "name": "The Mail, 3 May 2031"}
    told = linked(site, "sources/n1.html")["mainEntity"]
    assert told["@id"] == (article["@id"] if address else "n1.html#article")


def test_nothing_is_rated_and_no_headline_is_guessed(folder: Path) -> None:
    site = shared(folder)
    assert "Rating" not in (site / "actors/arden.html").read_text("utf-8")
    article = linked(site, "sources/n1.html")["mainEntity"]
    assert article["datePublished"] == "2031-05-03"
    assert "headline" not in article


def test_a_description_of_a_draft_says_that_it_is_one(folder: Path) -> None:
    site = shared(folder)
    assert str(linked(site, "chronology/may.html")["description"]).startswith("Draft, not checked yet: ")
    assert "Draft" not in str(linked(site, "actors/arden.html")["description"])


def test_a_citation_names_version_state_and_address(folder: Path) -> None:
    text = (shared(folder) / "actors/arden.html").read_text("utf-8")
    plain = re.search(r'<p class="citing-plain">(.*?)</p>', text)
    assert plain
    assert re.fullmatch(
        r"“A\. Arden”\. In: The talks\. Version [0-9a-f]{8}, sources to 3 May 2031\. "
        r"Reviewed\. Evidence code 0a1b2c3d\. https://example\.org/talks/actors/arden\.html\.",
        plain[1],
    )


def test_what_bibtex_would_run_stays_text(folder: Path) -> None:
    text = (shared(folder) / "chronology/may.html").read_text("utf-8")
    assert r"\{\textbackslash{}input\} \$" in text


def test_the_version_changes_with_the_words(folder: Path) -> None:
    file = folder / "actors/arden.html"
    before = file.read_text("utf-8")
    first = linked(shared(folder), "actors/arden.html")["version"]
    file.write_text(before, "utf-8")
    assert linked(shared(folder), "actors/arden.html")["version"] == first
    file.write_text(before.replace("May 2031", "June 2031"), "utf-8")
    assert linked(shared(folder), "actors/arden.html")["version"] != first


def test_the_map_has_the_pages_that_ask_to_be_found(folder: Path) -> None:
    named = ("actors/arden.html", "", "chronology/may.html", "actors/gone.html", "sources/n1.html")
    entries = "".join(f"<url><loc>{ADDRESS}/{page}</loc></url>\n" for page in named)
    (folder / "sitemap.xml").write_text(f"<urlset>\n{entries}</urlset>", "utf-8")
    found = re.findall("<loc>(.*?)</loc>", (shared(folder) / "sitemap.xml").read_text("utf-8"))
    pages = ("actors/arden.html", "", "sources/n1.html")
    assert found == [f"{ADDRESS}/{page}" for page in pages]
    assert f"Sitemap: {ADDRESS}/sitemap.xml" in (folder / "robots.txt").read_text("utf-8")


def test_without_an_address_nothing_claims_one(folder: Path) -> None:
    (folder / "sitemap.xml").write_text("<urlset></urlset>", "utf-8")
    site = shared(folder, "")
    assert not (site / "sitemap.xml").exists()
    assert (site / "robots.txt").read_text("utf-8") == "User-agent: *\nAllow: /\n"
    text = (site / "index.html").read_text("utf-8")
    assert "og:url" not in text
    assert "og:image" not in text


def test_redirects_notices_and_the_missing_page_are_left_alone(folder: Path) -> None:
    names = ("actors/old.html", "actors/gone.html", "404.html")
    before = [(folder / name).read_text("utf-8") for name in names]
    site = shared(folder)
    assert [(site / name).read_text("utf-8") for name in names] == before
    assert "Gone" not in (site / "print.html").read_text("utf-8")


def test_the_print_view_has_each_id_once_and_each_passage_as_one_note(folder: Path) -> None:
    text = (shared(folder) / "print.html").read_text("utf-8")
    ids = re.findall(r'\sid="([^"]*)"', text)
    assert len(ids) == len(set(ids))
    assert text.count('id="note-1"') == 1
    assert 'id="note-2"' not in text
    assert text.count('href="#note-1"') == 3
    assert 'href="#sources/n1:p-aa"' in text
    assert NOINDEX in text
    assert "<script" not in text


@pytest.mark.parametrize("family", sorted(SHAPES))
def test_previews_are_pictures_of_the_size_that_is_said(family: str) -> None:
    written = image(family)
    assert written.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", written[16:24]) == SIZE
    assert len(written) < 20_000


def test_families_look_unlike_each_other() -> None:
    assert len({image(family) for family in SHAPES}) == len(SHAPES)


def test_the_print_view_of_a_large_site_leaves_out_the_leaves_and_says_so(folder: Path) -> None:
    for at in range(MOST):
        text = PAGE.format(title=f"N. {at}", state="", said="", head="")
        (folder / "actors" / f"n{at}.html").write_text(text, "utf-8")
    text = (shared(folder) / "print.html").read_text("utf-8")
    assert "pages are not on this one" in text
    assert 'id="index"' in text
    assert 'id="actors/n1"' not in text


def test_a_citation_without_its_evidence_leads_to_the_article_in_the_print_view(folder: Path) -> None:
    page = folder / "index.html"
    page.write_text(page.read_text("utf-8").replace('id="ev-n1-aa"', 'id="ev-n1-bb"'), "utf-8")
    for other in ("chronology/may.html", "actors/arden.html"):
        (folder / other).unlink()
    text = (shared(folder) / "print.html").read_text("utf-8")
    assert 'data-ev="n1-aa" href="#sources/n1:p-aa"' in text
    assert "#note-" not in text
