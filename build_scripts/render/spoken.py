"""Render: the elements of a page in; tables named by their heading, article words marked with their language.

For those who hear a page: a table says what it lists, and a voice changes where the language does.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from build_scripts.render.elements import has_class, parents, plain, text_of

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def name_tables(root: Element) -> None:
    """Give each table the words of the heading above it as its name, and each row its first cell as head."""
    heading = ""
    for node in root.iter():
        if node.tag in HEADINGS:
            links = "".join(text_of(link) for link in node.iter("a") if has_class(link, "headerlink"))
            heading = text_of(node).removesuffix(links).strip()
        elif node.tag == "table":
            if heading and not node.get("aria-label"):
                node.set("aria-label", plain(heading))
            for row in node.findall("tbody/tr"):
                if len(row) > 1 and text_of(row[0]).strip():
                    row[0].set("role", "rowheader")


def mark_languages(root: Element, page: str, spoken: Mapping[str, str]) -> None:
    """Mark an article's own text on its page, and quotations elsewhere that cite articles of one language.

    `spoken` is the language of each article that has one, by the path of its page.
    """
    if not spoken:
        return
    if page in spoken:
        for box in root.iter("div"):
            if has_class(box, "para") and len(box):
                _mark(box[0], spoken[page])
    for parent, place, node in parents(root):
        before = parent[place - 1] if place else None
        is_cited = before is not None and has_class(before, "q") and not (before.tail or "").strip()
        if before is not None and is_cited and has_class(node, "ev"):
            found = _cited(node, spoken)
            if len(found) == 1:
                _mark(before, found.pop())


def _cited(run: Element, spoken: Mapping[str, str]) -> set[str]:
    """The languages of the articles that a run of citations names."""
    pages = (link.get("href", "").partition("#")[0].lstrip("/") for link in run.iter("a"))
    return {spoken.get(page, "") for page in pages} - {""}


def _mark(node: Element, language: str) -> None:
    node.set("lang", plain(language))
    node.set("dir", "auto")
