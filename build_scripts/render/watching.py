"""Render: folders in; what people have changed in them since the last look out.

By content: a file that was saved as it was, or that the build itself wrote, has not changed.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

Look = Mapping[Path, "Seen"]


@dataclass(frozen=True, slots=True)
class Seen:
    """A file at one moment: what the system says of it, and the digest of what it held."""

    stat: tuple[int, int, int]
    digest: bytes


def look(paths: Iterable[Path], left_out: Iterable[Path], before: Look) -> dict[Path, Seen]:
    """All files at and below `paths`; those that the system calls unchanged are not read again."""
    skipped = frozenset(left_out)
    found: dict[Path, Seen] = {}
    for path in paths:
        for file in _files(path, skipped):
            known = before.get(file)
            try:
                told = file.stat()
                stat = (told.st_mtime_ns, told.st_size, told.st_ino)
                if known and known.stat == stat:
                    found[file] = known
                else:
                    found[file] = Seen(stat, digest(file.read_bytes()))
            except OSError:  # gone, or not to be read just now: the next look sees it
                continue
    return found


def changed(before: Look, now: Look) -> tuple[Path, ...]:
    """Files that hold something else, are new, or are gone; sorted."""
    either = {*before, *now}
    return tuple(sorted(path for path in either if _digest(before, path) != _digest(now, path)))


def digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16).digest()


def _digest(seen: Look, path: Path) -> bytes:
    return seen[path].digest if path in seen else b""


def _files(path: Path, skipped: frozenset[Path]) -> Iterator[Path]:
    """Without hidden files and the copies that editors leave beside what they save."""
    if path.is_file():
        yield path
        return
    for folder, folders, names in os.walk(path):
        here = Path(folder)
        folders[:] = [name for name in folders if not name.startswith(".") and here / name not in skipped]
        yield from (
            here / name for name in names if not name.startswith((".", "#")) and not name.endswith("~")
        )
