"""A page on disk, and lines of front matter, in; the page with these lines first, out."""

from __future__ import annotations

from pathlib import Path


def prepend(page: Path, lines: str) -> None:
    page.write_text(page.read_text("utf-8").replace("---\n", f"---\n{lines}\n", 1), "utf-8")
