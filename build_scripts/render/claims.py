"""Render: rows, list items and sentences in, each that cites a passage with an address of its own out.

A claim's address moves with its words, as a passage's does: another statement is never found at an address
that somebody passed on. The answers to a contact's questions keep the question's address, since they are
asked of every contact.
"""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterable, Iterator, Sequence
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE, AtomicString, HtmlStash

from build_scripts.render.elements import UNSEARCHED, element, has_class
from build_scripts.render.sentences import cited_sentences

WITHOUT = frozenset({"state", "scope", "publication", "timeline"})
"""Blocks that say something of the page, or that draw what other blocks say."""
LISTS = ("ul", "ol")
PREFIX = "claim-"
# match: "{ .fold }" behind an item's words   near-miss: "{fold}"
_FOLD = re.compile(r"\{\s*\.fold\s*\}")
_SHOWN = '#<span class="vh" data-search-exclude=""> link to this statement</span>'
_NOT_IN_ADDRESS = re.compile(r"[^a-z0-9]+")


class Addresses(Treeprocessor):
    """Gives the claims of a page addresses, once it is laid out.

    An article's own sentences, with the notes in their margin, have theirs already.
    """

    def run(self, root: Element) -> None:
        give_addresses(root, self.md.htmlStash)


def give_addresses(root: Element, stash: HtmlStash) -> None:
    """Give each claim of the page an id, and a link to it behind its citations.

    In `stash` stands what references to characters have become, by the number that stands for them: a claim
    is known by its words, not by how many such there are above it.
    """
    shown = AtomicString(stash.store(_SHOWN))
    known: dict[str, int] = {}
    for name, part in _parts(root):
        for node in claims(part):
            identity = _identity(name, node, stash.rawHtmlBlocks)
            known[identity] = known.get(identity, 0) + 1
            identity += f"-{known[identity]}" if known[identity] > 1 else ""
            node.set("id", identity)
            _put_link(node, identity, shown)


def _parts(root: Element) -> Iterator[tuple[str, Element]]:
    """What people wrote, without a name; then the blocks that state something, with theirs."""
    yield "", root
    for section in root.findall("section"):
        names = section.get("class", "").split()
        name = next((each.removeprefix("block-") for each in names if each.startswith("block-")), "")
        if name and name not in WITHOUT:
            yield name, section


def claims(part: Element) -> Iterator[Element]:
    """Rows, items and sentences that cite a passage themselves; of items in items the outermost that do."""
    for row in part.findall(".//tbody/tr" if part.tag == "section" else "table/tbody/tr"):
        if not row.get("id") and any(has_class(node, "ev") for node in row.iter()):
            yield row
    for item in part.findall("ul/li") + part.findall("ol/li"):
        yield from _of_item(item)
    for paragraph in part.findall("p") + part.findall("blockquote/p"):
        # A line that opens what is folded holds no link.
        if not any(_FOLD.search(text) for text in _own_text(paragraph)):
            yield from cited_sentences(paragraph)


def _of_item(item: Element) -> Iterator[Element]:
    folds = any(_FOLD.search(text) for text in _own_text(item))
    if not folds and not item.get("id") and any(True for _ in _groups(item)):
        yield item
        return
    for inner in item.iter("li"):
        if inner is not item:
            yield from (inner,) if not inner.get("id") and any(True for _ in _groups(inner)) else ()


def _own_text(item: Element) -> Iterator[str]:
    """What an item says before and between the lists in it."""
    for node in _own(item):
        yield node.text or ""
        yield from (child.tail or "" for child in node)


def _own(item: Element) -> Iterator[Element]:
    yield item
    for child in item:
        if child.tag not in LISTS:
            yield from _own(child)


def _groups(item: Element) -> Iterator[tuple[Element, int]]:
    """Where the item's own groups of citations stand: the parent and the place in it."""
    for node in _own(item):
        yield from ((node, place) for place, child in enumerate(node) if has_class(child, "ev"))


def _identity(block: str, node: Element, stashed: Sequence[object]) -> str:
    if block == "facts" and node.tag == "tr" and len(node):
        question = _said("".join(_words(node[0])), stashed)
        return PREFIX + _NOT_IN_ADDRESS.sub("-", question.lower()).strip("-")
    said = _said("".join(_words(node)), stashed)
    return PREFIX + hashlib.sha256(f"{block}\n{said}".encode()).hexdigest()[:8]


def _said(words: str, stashed: Sequence[object]) -> str:
    plain = HTML_PLACEHOLDER_RE.sub(lambda match: html.unescape(str(stashed[int(match[1])])), words)
    return " ".join(plain.split())


def _words(node: Element) -> Iterable[str]:
    """What a claim says, without its citations."""
    if has_class(node, "ev"):
        return
    yield node.text or ""
    for child in node:
        yield from _words(child)
        yield child.tail or ""


def _put_link(node: Element, identity: str, shown: AtomicString) -> None:
    link = element("a", "claim-link", href=f"#{identity}")
    link.attrib.update(UNSEARCHED)
    link.text = shown
    # It takes no room in the line: it stands above it, or at its end, while it is asked for.
    tools = element("span", "claim-do")
    tools.append(link)
    if node.tag != "li":
        (node[-1] if node.tag == "tr" else node).append(tools)
        return
    parent, place = list(_groups(node))[-1]
    before = parent[place]
    tools.tail, before.tail = before.tail, None
    parent.insert(place + 1, tools)
