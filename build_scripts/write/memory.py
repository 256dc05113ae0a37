"""Write: what was found in articles by key in; kept beside the configuration, what is out of use thrown away.

What cannot be kept is found anew next time: nothing here stops a build.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path

# Match: 64 hexadecimal digits and `.json`, or what was left of writing such a file. Near-miss: `notes.json`.
_OURS = re.compile(r"[0-9a-f]{64}\.json(?:\.\d+\.tmp)?")


def shelve(folder: Path, found: Iterable[tuple[str, str]]) -> None:
    """Keep texts by their names, each whole or not at all."""
    with suppress(OSError):
        _keep(folder, found)


def remember(folder: Path, found: Iterable[tuple[str, str]], used: Collection[str]) -> None:
    """Keep texts by their keys, each whole or not at all; delete those under keys that nobody used."""
    with suppress(OSError):
        _keep(folder, found)
        kept = {f"{key}.json" for key in used}
        for entry in folder.iterdir():
            if _OURS.fullmatch(entry.name) and entry.name not in kept:
                entry.unlink()


def _keep(folder: Path, found: Iterable[tuple[str, str]]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    ignored = folder / ".gitignore"
    if not ignored.exists():
        ignored.write_text("*\n", encoding="utf-8")
    for name, text in found:
        fresh = folder / f"{name}.json.{os.getpid()}.tmp"
        fresh.write_text(text, encoding="utf-8", newline="")
        fresh.replace(folder / f"{name}.json")
