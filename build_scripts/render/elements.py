"""Render: small parts of a page as elements, whose text stays text whatever it says."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AMP_SUBSTITUTE, AtomicString

UNSEARCHED = {"data-search-exclude": ""}
"""Keeps the text of an element out of the search index. The indexer ends the exclusion at the first end tag
of the same name inside, so only elements without such a child may carry it."""


def plain(text: str) -> AtomicString:
    """Text that neither Markdown nor the serialiser takes for anything else.

    The serialiser would leave `&amp;` as it stands and so show `&` for an article's literal `&amp;`.
    """
    return AtomicString(text.replace("&", f"{AMP_SUBSTITUTE}amp;"))


def element(tag: str, classes: str = "", text: str = "", /, **attributes: str) -> Element:
    """An element with a class and plain text."""
    made = Element(tag, {key: plain(value) for key, value in attributes.items()})
    if classes:
        made.set("class", classes)
    if text:
        made.text = plain(text)
    return made


def within(parent: Element, tag: str, classes: str = "", text: str = "", /, **attributes: str) -> Element:
    """The same, put at the end of a parent."""
    made = element(tag, classes, text, **attributes)
    parent.append(made)
    return made


def hidden(parent: Element, text: str) -> Element:
    """Words for those who do not see the page."""
    made = SubElement(parent, "span", {"class": "vh", **UNSEARCHED})
    made.text = plain(text)
    return made


def then(parent: Element, text: str) -> None:
    """Add plain text after what the parent holds so far."""
    if len(parent):
        parent[-1].tail = AtomicString((parent[-1].tail or "") + plain(text))
    else:
        parent.text = AtomicString((parent.text or "") + plain(text))


def has_class(node: Element, name: str) -> bool:
    return name in node.get("class", "").split()


def add_class(node: Element, name: str) -> None:
    node.set("class", f"{node.get('class', '')} {name}".strip())


def parents(root: Element) -> Iterator[tuple[Element, int, Element]]:
    """Every element below the root with its parent and place there; safe while children are replaced."""
    for parent in list(root.iter()):
        for place, child in enumerate(list(parent)):
            yield parent, place, child


def text_of(node: Element) -> str:
    return "".join(node.itertext())
