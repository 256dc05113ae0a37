"""Read: the folder of what earlier builds found in, the text kept there under a key out.

Nothing here can be a fault: what is not there, or cannot be read, is found anew.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

MEMORY = ".cache/extraction"
"""Beside mkdocs.yml; not committed, and safe to delete."""
_ENDS = (".py", ".yml", ".md")


def recall(root: Path, key: str) -> str:
    """What is kept under a key; nothing if there is no such thing, or if it cannot be read."""
    try:
        return (root / MEMORY / f"{key}.json").read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""


def rules() -> str:
    """Stands for the program with its words, the library that cuts sentences, and the interpreter."""
    every = hashlib.sha256(f"{sys.version_info} nupunkt {version('nupunkt')}".encode())
    for path, file in _program(files("build_scripts"), ""):
        data = file.read_bytes()
        every.update(f"{path} {len(data)}\n".encode())
        every.update(data)
    return every.hexdigest()


def _program(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    for one in sorted(folder.iterdir(), key=lambda each: each.name):
        here = f"{path}/{one.name}"
        if one.is_dir():
            yield from _program(one, here)
        elif one.name.endswith(_ENDS):
            yield here, one
