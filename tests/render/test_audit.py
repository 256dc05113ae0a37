"""The audit lets nothing out that runs or fetches what the site does not ship, and says what stands where."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest
import yaml

from build_scripts.render.audit import audit, known_scripts, seal
from build_scripts.render.audit.page import _read_in_order, read_page
from build_scripts.render.audit.plain import plain
from build_scripts.render.audit.policy import with_policy
from build_scripts.render.audit.scripts import KnownScripts, policy_hash

CASES = Path(__file__).parent.parent / "cases" / "audit"
TEMPLATE = (
    '<script>scope=new URL("{{ base_url }}",location)</script><script src="{{ \'a.js\' | url }}"></script>'
)
HTML = "<!doctype html><html><head><title>A</title></head><body>{}</body></html>"


@pytest.fixture
def known(tmp_path: Path) -> KnownScripts:
    theme = tmp_path / "theme"
    theme.mkdir()
    (theme / "base.html").write_text(TEMPLATE, "utf-8")
    (theme / "a.js").write_text("start()", "utf-8")
    return known_scripts([theme], [])


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "deep").mkdir(parents=True)
    (folder / "a.js").write_text("start()", "utf-8")
    (folder / "deep" / "b.html").write_text(HTML.format('<p id="here">B</p>'), "utf-8")
    return folder


def said(site: Path, known: KnownScripts, body: str, site_url: str = "") -> list[str]:
    (site / "index.html").write_text(HTML.format(body), "utf-8")
    return [f"{fault.file}:{fault.line}: {fault.what}" for fault in audit(site, known, site_url)[1]]


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=case["name"])
        for case in yaml.safe_load((CASES / "pages.yml").read_text(encoding="utf-8"))
    ],
)
def test_page(case: dict[str, Any], known: KnownScripts) -> None:
    found = [fault.what for fault in read_page("a.html", case["html"], known).faults]
    expected = case.get("says", [])
    assert len(found) == len(expected), found
    for what, part in zip(found, expected, strict=True):
        assert part in what


ELEMENTS = ("a", "td", "p", "img", "script", "iframe", "svg", "meta", "link", "area", "title", "x")
ATTRIBUTES = (
    *(
        'class="a b"',
        'data-h="&lt;"',
        'aria-label="a"',
        'id="a"',
        'id="b&amp;c"',
        "id=a",
        'name="a"',
        'ID="d"',
    ),
    *('href="a.html#b"', 'href="#"', 'href="//a"', 'href="a:b"', 'href="a b"', 'href="javascript:a()"'),
    *('onclick="a()"', 'style="a"', 'style="background: url(//a)"', 'src="a"', 'srcset="//a 2x"', "open"),
    *('title="<b>"', 'title="a > b"', 'lang="a"onclick="b"', 'http-equiv="refresh"', 'xlink:href="b.html"'),
)


def test_a_tag_that_is_known_at_first_sight_says_what_it_says_on_a_closer_look() -> None:
    known = 0
    for element, one, other in itertools.product(ELEMENTS, ATTRIBUTES, ("", *ATTRIBUTES)):
        written = f"<{element} {one}{' ' if other else ''}{other}>"
        said = plain(written)
        if said is not None:
            name, address = said
            found = _read_in_order("a.html", written, KnownScripts((), frozenset()))
            assert read_page("a.html", written, KnownScripts((), frozenset())) == found, written
            expected = ({name} if name else set(), {address: None} if address else {}, [])
            assert (found.ids, found.links, found.faults) == expected, written
            known += 1
    assert known > 100


@pytest.mark.parametrize("written", ["</td>", "<td>", '<a class="a" href="../b.html#c-1" id="d:1">'])
def test_what_most_of_a_page_is_written_in_is_known_at_first_sight(written: str) -> None:
    assert plain(written) is not None


@pytest.mark.parametrize(
    "written", ["</td >", "<td/>", "<TD>", "<td\nid='a'>", "<script>", '<a id="b" id="c">']
)
def test_what_is_written_otherwise_is_looked_at_more_closely(written: str) -> None:
    assert plain(written) is None


def test_a_fault_names_file_and_line(known: KnownScripts) -> None:
    (fault,) = read_page("deep/b.html", "<p>\n<b\nonclick=x>A</b>", known).faults
    assert (fault.file, fault.line) == ("deep/b.html", 2)


@pytest.mark.parametrize(
    "address", ["deep/b.html", "deep/b.html#here", "./deep/../deep/b.html?q=1#here", "", "#", "/deep/b.html"]
)
def test_a_link_to_what_is_there_passes(site: Path, known: KnownScripts, address: str) -> None:
    assert said(site, known, f'<a href="{address}">A</a>') == []


@pytest.mark.parametrize(
    ("address", "what"),
    [
        ("deep/c.html", "nothing stands at the address deep/c.html"),
        ("deep/b.html#there", "deep/b.html has no place named there"),
        ("#there", "index.html has no place named there"),
        ("../deep/b.html", "nothing stands at the address ../deep/b.html"),
    ],
)
def test_a_link_into_the_void_is_named(site: Path, known: KnownScripts, address: str, what: str) -> None:
    assert said(site, known, f'<a href="{address}">A</a>') == [f"index.html:1: {what}"]


def test_absolute_links_count_from_where_the_site_will_stand(site: Path, known: KnownScripts) -> None:
    link = '<a href="/briefing/deep/b.html">B</a>'
    assert said(site, known, link, "https://example.org/briefing/") == []
    assert len(said(site, known, link, "https://example.org/")) == 1


def test_a_file_that_the_theme_ships_may_run(site: Path, known: KnownScripts) -> None:
    assert said(site, known, '<script src="a.js" defer></script>') == []


def test_the_same_name_with_other_content_may_not(site: Path, known: KnownScripts) -> None:
    (site / "a.js").write_text("start();steal()", "utf-8")
    assert said(site, known, '<script src="a.js"></script>') == [
        "index.html:1: a script that the site does not ship: a.js"
    ]


def test_a_file_that_only_names_data_may_be_loaded(site: Path, known: KnownScripts) -> None:
    (site / "data.js").write_text('briefingRows = [{"a": "x = 1"}];\n', "utf-8")
    assert said(site, known, '<script src="data.js"></script>') == []
    (site / "data.js").write_text("briefingRows = [steal()];\n", "utf-8")
    assert len(said(site, known, '<script src="data.js"></script>')) == 1


def test_a_script_from_another_host_is_named(site: Path, known: KnownScripts) -> None:
    assert said(site, known, '<script src="https://example.org/a.js"></script>') == [
        "index.html:1: a script from another host: https://example.org/a.js"
    ]


def test_a_file_that_the_configuration_names_may_run(site: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.js"
    own.write_text("mine()", "utf-8")
    (site / "a.js").unlink()
    (site / "own.js").write_text("mine()", "utf-8")
    assert said(site, known_scripts([], [own]), '<script src="own.js"></script>') == []


def test_a_style_sheet_that_asks_another_host_is_named(site: Path, known: KnownScripts) -> None:
    (site / "a.css").write_text(
        "@import url(https://example.org/b.css); p { background: url(c.png) }", "utf-8"
    )
    assert said(site, known, "") == ["a.css:0: a request to another host: https://example.org/b.css"]


def test_the_search_index_is_read_like_a_page(site: Path, known: KnownScripts) -> None:
    (site / "search").mkdir()
    (site / "search" / "search_index.json").write_text(
        '{"docs": [{"location": "deep/b.html#here", "title": "A", "text": "<p>B &lt;b onclick=x&gt;</p>"},'
        ' {"location": "deep/b.html#gone", "title": "<img src=a onerror=x>", "text": ""}]}',
        "utf-8",
    )
    assert said(site, known, "") == [
        "search/search_index.json:1: an attribute that runs a script, onerror, in <img>",
        "search/search_index.json:0: the search leads to deep/b.html#gone, which is not there",
    ]


def test_a_sound_site_gets_its_policy(site: Path, known: KnownScripts) -> None:
    body = 'scope=new URL(".",location)'
    (site / "index.html").write_text(HTML.format(f"<script>{body}</script>"), "utf-8")
    assert seal(site, known) == ()
    text = (site / "index.html").read_text("utf-8")
    assert f"script-src 'self' {policy_hash(body)};" in text
    assert "script-src 'self';" in (site / "deep" / "b.html").read_text("utf-8")


def test_a_site_with_a_fault_is_left_as_it_is(site: Path, known: KnownScripts) -> None:
    before = (site / "deep" / "b.html").read_bytes()
    (site / "index.html").write_text(HTML.format("<p onclick=x>"), "utf-8")
    assert len(seal(site, known)) == 1
    assert (site / "deep" / "b.html").read_bytes() == before


def test_the_policy_stands_before_everything_that_it_governs() -> None:
    text = with_policy('<html><head>\n<meta charset="utf-8">\n<script>x</script></head>', ())
    assert text.index("charset") < text.index("Content-Security-Policy") < text.index("<script>")


@pytest.mark.parametrize("text", ["<p>A</p>", "<header>A</header>", "<!-- <head> --><p>A</p>"])
def test_a_page_in_which_no_policy_would_hold_is_not_published(
    site: Path, known: KnownScripts, text: str
) -> None:
    (site / "raw.html").write_text(text, "utf-8")
    assert [fault.file for fault in seal(site, known)] == ["raw.html"]
    assert "Content-Security-Policy" not in (site / "deep" / "b.html").read_text("utf-8")


@pytest.mark.parametrize("text", ['location = "https://b.example/";', 'window.name = "a";'])
def test_a_file_that_gives_data_another_name_may_not(site: Path, known: KnownScripts, text: str) -> None:
    (site / "data.js").write_text(text, "utf-8")
    assert len(said(site, known, '<script src="data.js"></script>')) == 1


def test_a_script_that_no_page_names_is_named_all_the_same(site: Path, known: KnownScripts) -> None:
    """A script of ours may load it, or a browser as a worker."""
    (site / "deep" / "worker.js").write_text("steal()", "utf-8")
    (site / "deep" / "rows.js").write_text("briefingRows = [1];\n", "utf-8")
    assert said(site, known, "") == ["deep/worker.js:0: a script that the site does not ship: deep/worker.js"]


XML = {
    "feed": ('<feed xmlns="http://www.w3.org/2005/Atom"><title>&lt;script></title></feed>', ""),
    "page": (
        '<a><h:script xmlns:h="http://www.w3.org/1999/xhtml">x()</h:script></a>',
        "browsers run, <script>",
    ),
    "picture": ('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>', "browsers run, <svg>"),
    "written otherwise": ('<a xmlns="http://www.w3.org/1999/xht&#109;l"/>', "browsers run, <a>"),
    "another encoding": ('<a xmlns="http://www.w3.org/1999/xhtml"/>'.encode("utf-16"), "browsers run, <a>"),
    "declared": ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "a declaration of its own"),
    "style sheet": ('<?xml-stylesheet href="a.xsl"?><a/>', "an instruction to the browser, <?xml-stylesheet"),
    "broken": ('<a><b xmlns="http://www.w3.org/1999/xhtml"', "no XML"),
    "no XML": ("<script>x()", "no XML"),
}


@pytest.mark.parametrize("case", XML, ids=XML)
def test_an_xml_file_holds_nothing_that_browsers_run(site: Path, known: KnownScripts, case: str) -> None:
    text, says = XML[case]
    (site / "a.xml").write_bytes(text if isinstance(text, bytes) else text.encode())
    found = said(site, known, "")
    assert len(found) == bool(says)
    assert all(says in one for one in found)


@pytest.mark.parametrize(
    "name",
    ["a.XML", "a.JS", "a.mjs", "a.rss", "a.xhtml", "a.htm", "A.HTML", "a.Svg", "a.svgz", "a.xsl", "a.CSS"],
)
def test_a_kind_of_file_that_browsers_run_unread_is_named(site: Path, known: KnownScripts, name: str) -> None:
    (site / name).write_text("<script>x()</script>", "utf-8")
    what = f"a kind of file that browsers run as a page: {Path(name).suffix}"
    assert said(site, known, "") == [f"{name}:0: {what}"]
