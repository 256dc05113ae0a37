"""Render: links whose words are a source's letter in, the letter in shape and colour of its lineage out."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from build_scripts.render.corpus import SourceEntry
from build_scripts.render.elements import add_class, hidden, text_of


def draw_letters(root: Element, by_file: Mapping[str, SourceEntry]) -> None:
    """Mark links such as `[A](../sources/000.md)`, and list items that speak of one lineage only.

    `by_file` holds the sources by the name of their page's file.
    """
    found: dict[Element, SourceEntry] = {}
    for link in root.iter("a"):
        source = by_file.get(posixpath.basename(link.get("href", "").partition("#")[0]))
        if source and not link.get("class") and text_of(link) == source.label:
            found[link] = source
            add_class(link, f"tile {source.lineage_class}")
            hidden(link, f": {source.name}")
    for item in root.iter("li") if found else ():
        lineages = {found[link].lineage_class for link in item.iter("a") if link in found}
        if len(lineages) == 1:
            add_class(item, lineages.pop())
