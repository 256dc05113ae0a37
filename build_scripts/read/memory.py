"""Read: the folder of what earlier builds found in, the text kept there under a key out.

Nothing here can be a fault: what is not there, or cannot be read, is found anew.
"""

from __future__ import annotations

from pathlib import Path

MEMORY = ".cache/extraction"
"""Beside mkdocs.yml; not committed, and safe to delete."""


def recall(root: Path, key: str) -> str:
    """What is kept under a key; nothing if there is no such thing, or if it cannot be read."""
    try:
        return (root / MEMORY / f"{key}.json").read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""
