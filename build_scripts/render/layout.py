"""Render: the elements of a page in, arranged for its stylesheet: blocks, tables, an article's paragraphs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from build_scripts.blocks import Block
from build_scripts.render.elements import UNSEARCHED, add_class, element, has_class, text_of
from build_scripts.render.marks import BLOCK_TOKEN

EDITED = "This part is edited by hand and not updated by the build."
SHORT_CELL = 6
"""Longest text of a cell, beyond the first of its row, in a table that stays a table on a phone."""
MOST_COLUMNS = 7
NOTHING = "–"
"""What a cell says that has nothing to say: on a phone, where a row is a list, it is left out."""
STATES = {"reviewed": "reviewed", "drafted": "drafted", "changed": "changed"}
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# match: "When { #when }", which is read as an attribute later   near-miss: "When #when"
_ANCHOR = re.compile(r"\{(?=[^{}]*\})[^{}]*#([^\s{}]++)[^{}]*\}")
# match: ",", ").", "”;"   near-miss: " ,", "(see"
_CLOSING = re.compile(r"[.,;:!?)\]”’]+")
# match: "13", "13 see", "13: see"   near-miss: "1,300"
_LEADING_NUMBER = re.compile(r"\s*([1-9][0-9]*)(?=[\s:]|$):?\s*")


def arrange(root: Element, blocks: list[Block], kinds: Mapping[str, str]) -> None:
    """Lay out a page in place; `kinds` gives the kind of a passage by its id."""
    put_blocks_into_sections(root, blocks)
    for node in list(root.iter()):
        if node.tag == "table":
            prepare_table(node)
        elif node.tag == "span" and has_class(node, "one"):
            keep_with_what_follows(node)
    for parent in [root, *root.iter("section")]:
        put_paragraphs_beside_notes(parent, kinds)


def put_blocks_into_sections(root: Element, blocks: list[Block]) -> None:
    """Wrap what stands between the tokens of a block in a section that is named after it.

    Its anchor is its name, unless a heading of the page has that one.
    """
    taken = {name for node in root.iter() if node.tag in HEADINGS for name in _ANCHOR.findall(text_of(node))}
    children, into = list(root), root
    for child in children:
        root.remove(child)
    for child in children:
        token = (
            BLOCK_TOKEN.fullmatch((child.text or "").strip()) if child.tag == "p" and not len(child) else None
        )
        if token is None:
            into.append(child)
        elif token[1] == "begin":
            block = blocks[int(token[2])]
            anchor = f"block-{block.name}" if block.name in taken else block.name
            into = SubElement(root, "section", {"class": f"block block-{block.name}", "id": anchor})
        else:
            _finish(into, blocks[int(token[2])])
            into = root
    for section in root.findall("section"):
        if has_class(section, "block") and not len(section):
            root.remove(section)


def _finish(section: Element, block: Block) -> None:
    if block.edited:
        section.append(element("p", "by-hand", EDITED))
    if block.name in ("state", "scope"):
        # They stand on every page: a search for a month would find them all.
        for paragraph in section.findall("p"):
            paragraph.attrib.update(UNSEARCHED)
    if block.name == "state":
        for paragraph in section.findall("p"):
            first = text_of(paragraph).split(maxsplit=1)[:1]
            state = STATES.get(first[0].strip(".:").lower() if first else "")
            if state:
                add_class(paragraph, f"status {state}")


def prepare_table(table: Element) -> None:
    """Name the columns in every cell and keep the roles, so that rows can become blocks on a phone."""
    add_class(table, "t")
    table.set("role", "table")
    heads = [text_of(head).strip() for head in table.iter("th")]
    for part in table:
        part.set("role", "rowgroup")
    for row in table.iter("tr"):
        row.set("role", "row")
        for place, cell in enumerate(row):
            is_head = cell.tag == "th"
            cell.set("role", "columnheader" if is_head else "cell")
            if is_head:
                cell.set("scope", "col")
            elif place < len(heads) and heads[place]:
                cell.set("data-h", heads[place])
                if text_of(cell).strip() == NOTHING:
                    add_class(cell, "none")
    rows = [list(row) for row in table.findall("tbody/tr")]
    others = [text_of(cell).strip() for row in rows for cell in row[1:]]
    if others and len(heads) <= MOST_COLUMNS and all(len(text) <= SHORT_CELL for text in others):
        add_class(table, "compact")


def keep_with_what_follows(chip: Element) -> None:
    """Take a full stop or comma after a chip into it: a line must not begin with one."""
    match = _CLOSING.match(chip.tail or "") if len(chip) and not isinstance(chip.tail, AtomicString) else None
    if match:
        chip[-1].tail = match.group()
        chip.tail = (chip.tail or "")[match.end() :]


def put_paragraphs_beside_notes(parent: Element, kinds: Mapping[str, str]) -> None:
    """Turn each paragraph of an article into sentences with anchors, beside the notes of its margin."""
    children = list(parent)
    for place, child in enumerate(children):
        if child.tag != "p" or not any(has_class(inner, "sn") for inner in child):
            continue
        box = element("div", "para")
        parent.insert(list(parent).index(child), box)
        parent.remove(child)
        box.append(child)
        put_into_sentences(child, kinds)
        kind = next((kinds.get(node.get("id", "")[2:], "") for node in child), "")
        add_class(box, f"is-{kind}" if kind else "")
        following = children[place + 1] if place + 1 < len(children) else None
        if following is not None and following.tag in ("ul", "ol"):
            parent.remove(following)
            box.append(as_margin(following))


def put_into_sentences(paragraph: Element, kinds: Mapping[str, str]) -> None:
    """Wrap each numbered sentence, from its number to the next, in a span that carries its anchor."""
    children = list(paragraph)
    for child in children:
        paragraph.remove(child)
    into = paragraph
    for child in children:
        if has_class(child, "sn"):
            passage = child.get("href", "#p-")[3:]
            into = SubElement(paragraph, "span", {"class": "s", "id": f"p-{passage}"})
            if child.tail:
                said = child.tail.strip()
                into.tail = " "
                child.tail = said
                if said == "[…]":
                    add_class(into, "gap")
        into.append(child)


def as_margin(notes: Element) -> Element:
    """A list whose items begin with a sentence's number, as the margin of its paragraph."""
    margin = element("div", "margin", role="note")
    margin.set("aria-label", "Notes to the sentences")
    notes.attrib.update(UNSEARCHED)
    margin.append(notes)
    for item in notes.findall("li"):
        if len(item) and item[0].tag == "p" and not (item.text or "").strip():
            inner = item[0]
            item.remove(inner)
            item.text, rest = inner.text, list(inner)
            for node in reversed(rest):
                item.insert(0, node)
        number = _LEADING_NUMBER.match(item.text or "")
        if number:
            label = element("span", "mn", number[1])
            label.tail = (item.text or "")[number.end() :]
            item.text = ""
            item.insert(0, label)
            item.set("data-s", number[1])
    return margin
