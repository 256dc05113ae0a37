"""Pages put together at random from markers, prose, code and line ends, and their prose."""

from __future__ import annotations

from hypothesis import strategies as st

from build_scripts import blocks

PIECES = (
    *("one\n", "\n", "\r\n", " ", "# A\n", "---\n", "title: A\n", "```\n", "~~~~"),
    *("new\n", "old\n", "mine\n"),
    *("<!-- generated: a -->\n", "<!-- generated: b keep -->\r\n", "<!-- generated: a omit -->\n"),
    *("<!-- end generated: a cba06b57 -->\n", "<!-- end generated: b 11507a0e -->", "\ufeff", "<<<<<<<\n"),
)
pages = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


def prose(text: str) -> str:
    parts = (part for part in blocks.parse(text).segments if isinstance(part, blocks.Prose))
    return "".join(text[part.start : part.end] for part in parts)


def without_line_ends(text: str) -> str:
    """Adding a block parts prose and adds blank lines to it; nothing else."""
    return text.replace("\r", "").replace("\n", "")
