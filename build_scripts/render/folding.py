"""Render: blocks and list items that ask for it (`{ .fold }`) in, folded under their first line out."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from build_scripts.render.elements import UNSEARCHED, element, has_class

_LISTS = ("ul", "ol")
_HEADINGS = ("h2", "h3")


def fold(root: Element) -> None:
    """Fold what follows a block's first line, or the list within an item, until a reader opens it."""
    for section in root.findall("section"):
        # A heading keeps its place in the list of contents: what folds is what follows it.
        first = 1 if len(section) > 1 and section[0].tag in _HEADINGS else 0
        if len(section) and has_class(section[first], "fold"):
            _fold_block(section, first)
    for item in [node for node in root.iter("li") if has_class(node, "fold")]:
        _fold_item(item)
    _leave_out_innermost(root)


def _leave_out_innermost(root: Element) -> None:
    """Of folds within folds only the innermost are left out of the search.

    The theme's search takes the end of an inner element for that of an outer one of the same tag.
    """
    for outer in root.iter("details"):
        within = [inner for inner in outer.iter("details") if inner is not outer]
        if any(UNSEARCHED.keys() <= inner.attrib.keys() for inner in within):
            for name in UNSEARCHED:
                outer.attrib.pop(name, None)


def _fold_block(section: Element, first: int) -> None:
    line, *rest = list(section)[first:]
    details = element("details", "more")
    line.tag = "summary"
    for node in (line, *rest):
        section.remove(node)
        details.append(node)
    section.append(details)


def _fold_item(item: Element) -> None:
    """The item's own words become the line that opens; an item without a list stays as it is."""
    children = list(item)
    at = next((place for place, child in enumerate(children) if child.tag in _LISTS), None)
    if at is None:
        return
    # What is folded here stands open on a page of its own, where a search should lead.
    details = element("details", "more")
    details.attrib.update(UNSEARCHED)
    summary = element("summary")
    summary.text, item.text = item.text, None
    for node in children:
        item.remove(node)
    for node in children[:at]:
        # The paragraph of a loose list has no place in a summary.
        if node.tag == "p":
            node.tag = "span"
        summary.append(node)
    details.extend([summary, *children[at:]])
    item.append(details)
