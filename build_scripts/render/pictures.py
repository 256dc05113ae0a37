"""Render: a line that includes a generated picture in, the picture itself in the page out.

Inlined, a picture takes the page's colours in light and dark, its links work, and it prints.
"""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, fromstring

from build_scripts.render.elements import add_class, element, parents, plain
from build_scripts.render.faults import CannotRender

_LIVE = ("script", "foreignObject", "style", "animate", "set")


def put_pictures_into(root: Element, folder: Path) -> None:
    """Replace every paragraph that is one image of the data folder by the drawing itself."""
    for parent, place, node in parents(root):
        image = node[0] if node.tag == "p" and len(node) == 1 and not (node.text or "").strip() else None
        if image is None or image.tag != "img" or (image.tail or "").strip():
            continue
        name = _generated(image.get("src", ""), folder)
        if name:
            parent[place] = _figure(folder / name, image.get("alt", ""))


def _generated(address: str, folder: Path) -> str:
    """The file's name, if the address leads into the data folder and to a drawing."""
    parts = address.split("/")
    return parts[-1] if address.endswith(".svg") and parts[-2:-1] == [folder.name] else ""


def _figure(file: Path, alternative: str) -> Element:
    figure = element("figure", "picture")
    narrow = file.with_stem(f"{file.stem}-narrow")
    if narrow.is_file():
        figure.append(_drawing(file, alternative, "wide"))
        figure.append(_drawing(narrow, alternative, "narrow"))
    else:
        figure.append(_drawing(file, alternative, ""))
    return figure


def _drawing(file: Path, alternative: str, width: str) -> Element:
    try:
        drawing = fromstring(file.read_text(encoding="utf-8"))
    except (OSError, ParseError, ValueError) as error:
        what = f"the picture {file.name} cannot be read: {error}"
        raise CannotRender((what, "Run `briefing generate` first: it draws the pictures.")) from None
    _make_inert(drawing)
    add_class(drawing, width)
    drawing.set("role", "group" if drawing.find(".//a") is not None else "img")
    drawing.set("aria-label", plain(alternative))
    return drawing


def _make_inert(drawing: Element) -> None:
    """Drop name spaces (HTML knows the names), whatever acts, and links out of the site's own pages."""
    for node in drawing.iter():
        node.tag = node.tag.rpartition("}")[2]
        node.attrib = {key.rpartition("}")[2]: value for key, value in node.attrib.items()}
        for key in [key for key in node.attrib if key.lower().startswith("on")]:
            del node.attrib[key]
        for key in set(node.attrib) - {"href"}:
            node.set(key, plain(node.attrib[key]))
        if node.text:
            node.text = plain(node.text)
        if node.tail:
            node.tail = plain(node.tail)
    for parent, _, node in parents(drawing):
        if node.tag in _LIVE:
            parent.remove(node)
