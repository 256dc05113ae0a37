"""What a page tells those who hear it: what a table lists, and where the language changes."""

from __future__ import annotations

from xml.etree.ElementTree import Element, fromstring

import pytest

from build_scripts.render.spoken import mark_languages, name_tables

TABLE = "<table><tbody><tr><td>May</td><td>x</td></tr><tr><td> </td><td>y</td></tr></tbody></table>"


def test_table_is_named_by_the_heading_above_it_without_the_heading_s_link() -> None:
    root = fromstring(f'<div><h2>Talks<a class="headerlink">¶</a></h2><p/>{TABLE}</div>')
    name_tables(root)
    assert root.find("table").get("aria-label") == "Talks"


def test_first_cell_heads_its_row_unless_it_is_empty() -> None:
    root = fromstring(f"<div>{TABLE}</div>")
    name_tables(root)
    assert [cell.get("role") for cell in root.iter("td")] == ["rowheader", None, None, None]


FRENCH = {"sources/n1.md": "fr"}


def marked(page: str, body: str, spoken: dict[str, str]) -> list[tuple[str | None, str | None]]:
    root = fromstring(f"<div>{body}</div>")
    mark_languages(root, page, spoken)
    found: list[Element] = [node for node in root.iter() if node.get("lang")]
    return [(node.text, node.get("lang")) for node in found]


CITED = '<p><span class="q">mots</span> <span class="ev"><a href="/sources/n1.md#p-1">A</a></span></p>'


@pytest.mark.parametrize(
    ("body", "spoken", "found"),
    [
        (CITED, FRENCH, [("mots", "fr")]),
        (CITED, {}, []),
        (CITED.replace("</span> <", "</span> said <"), FRENCH, []),
        (CITED.replace("n1", "n2"), FRENCH, []),
    ],
    ids=["cited", "no language known", "words between", "another article"],
)
def test_quotation_has_the_language_of_what_it_cites(
    body: str, spoken: dict[str, str], found: list[tuple[str, str]]
) -> None:
    assert marked("talks.md", body, spoken) == found


def test_article_s_own_text_has_its_language() -> None:
    body = '<div class="para"><p>Bonjour</p><div class="margin">note</div></div>'
    assert marked("sources/n1.md", body, FRENCH) == [("Bonjour", "fr")]
    assert marked("sources/n2.md", body, FRENCH) == []
