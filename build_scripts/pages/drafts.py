"""Pages: what a page that does not exist yet starts from: its front matter, and prose where there is any."""

from __future__ import annotations

from collections.abc import Iterable

from build_scripts import edtf, escape, text
from build_scripts.citations import parse_one
from build_scripts.models import Citation, Contact, Evidence

_LONGEST_ANCHOR = 300


def page(title: str, description: str = "", prose: str = "") -> str:
    """A page with a title, a description and some prose."""
    lines = ["---", f"title: {escape.front_matter(title)}"]
    if description:
        lines.append(f"description: {escape.front_matter(description)}")
    lines.append("---")
    return "\n".join(lines) + "\n" + (f"\n{prose.strip()}\n" if prose else "")


def titled(title: str) -> str:
    """A page with a title only."""
    return page(title)


def contact(found: Contact, evidence: Iterable[Evidence]) -> str:
    """A contact's page: how the next build finds it again, whatever its title becomes."""
    when = edtf.in_words(found.date) if found.date else "undated"
    title = found.title if when in found.title else f"{found.title}, {when}"
    told = f"{title}: what the sources say, and in which words."
    lines = [
        "---",
        f"title: {escape.front_matter(found.title)}",
        f"description: {escape.front_matter(told)}",
        f"id: {escape.front_matter(found.id)}",
    ]
    anchor = next((anchor for piece in evidence if (anchor := _anchor(piece))), "")
    if anchor:
        lines += ["anchors:", f"  - {anchor}"]
    lines.append("found:")
    if found.date:
        lines.append(f'  date: "{found.date}"')
    lines.append(f"  participants: [{', '.join(map(escape.front_matter, found.participants))}]")
    return "\n".join([*lines, "---", ""])


def _anchor(piece: Evidence) -> str:
    """The citation of the first evidence as a quoted YAML scalar; by its words where they come back.

    An article may hold what means something in a citation: `"]`, `[…]`, `&#40;`, another citation.
    """
    words = escape.one_line(piece.quote)
    read = parse_one(f'[@{piece.source} "{words}"]')
    is_told = isinstance(read, Citation) and text.fold(read.words).text == text.fold(piece.quote).text
    if not is_told or len(words) > _LONGEST_ANCHOR or not words.isprintable():
        return f"'[@{piece.source}#{piece.passage}]'"
    escaped = words.replace("'", "''")
    return f"""'[@{piece.source} "{escaped}"]'"""
