"""Read: the folder of what earlier builds found or wrote in, the text kept there under a key out.

Nothing here can be a fault: what is not there, or cannot be read, is found anew.
"""

from __future__ import annotations

from pathlib import Path

MEMORY = ".cache/extraction"
"""Beside mkdocs.yml; not committed, and safe to delete."""
SHELVES = ".cache/comparison"
"""Likewise."""


def recall(root: Path, key: str) -> str:
    """What is kept under a key; nothing if there is no such thing, or if it cannot be read."""
    return _kept(root / MEMORY / f"{key}.json")


def recall_shelf(root: Path, name: str) -> str:
    """What is kept of comparing under a name; likewise."""
    return _kept(root / SHELVES / f"{name}.json")


def recall_data(folder: Path, name: str) -> str:
    """The text of a file of docs/data/, line ends as they are; likewise."""
    try:
        return (folder / name).read_bytes().decode("utf-8")
    except (OSError, ValueError):
        return ""


def _kept(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""
