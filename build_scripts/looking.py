"""Read: paths in; a digest of the bytes of each file there out, and one of the program.

Outside the stage `read`, whose libraries take longer to import than all this takes. Bytes are looked at and
not times: a time can be put back, and those of a fresh clone say nothing.
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

_ENDS = (".py", ".yml", ".md")
"""What the program is made of, and its words; the theme's files are copied and decide nothing."""


def program() -> str:
    """Stands for the program with its words, the libraries that are installed, and the interpreter."""
    told = [sys.version, *_libraries()]
    own = _below(Path(__file__).parent)
    told += (f"{path} {digest(file.read_bytes())}" for path, file in own if path.endswith(_ENDS))
    return digest("\n".join(told).encode())


def look(root: Path, paths: Iterable[str]) -> Mapping[str, str] | None:
    """The digest of each file below some paths of a folder, by path; None if there is more than files.

    A link, a pipe, or a file that cannot be read: a build says what is wrong with it.
    """
    found: dict[str, str] = {}
    try:
        for path in paths:
            place = root / path
            if place.is_dir():
                found |= {f"{path}/{name}": digest(file.read_bytes()) for name, file in _below(place)}
            elif place.exists():
                found[path] = digest(place.read_bytes())
    except OSError:
        return None
    return found


Stamp = tuple[int, int, int]
"""Size, time of the last change in nanoseconds, and number of a file."""
_TICK = 3_000_000_000
"""Nanoseconds within which a system may give two changes of a file one time: two seconds on the coarsest."""


def stamps(root: Path, paths: Iterable[str]) -> Mapping[str, Stamp]:
    """What tells that files of a folder are as they were, by path, for as long as one build runs.

    What was changed just now has none: it could change once more within the same tick of the clock.
    """
    latest = time.time_ns() - _TICK
    taken = ((path, _stamp(f"{root}/{path}")) for path in paths)
    return {path: stamp for path, stamp in taken if stamp and stamp[1] < latest}


def as_stamped(root: Path, before: Mapping[str, Stamp]) -> frozenset[str]:
    """The paths of those files that nobody has written to since."""
    return frozenset(path for path, stamp in before.items() if _stamp(f"{root}/{path}") == stamp)


def _stamp(path: str) -> Stamp | None:
    try:
        found = os.lstat(path)
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ino


def digest(data: bytes) -> str:
    """What stands for some bytes."""
    return hashlib.sha256(data).hexdigest()


def _below(folder: Path) -> Iterator[tuple[str, Path]]:
    """The files below a folder, hidden ones too: path from it, and place, in one order everywhere."""
    waiting = [("", str(folder))]
    while waiting:
        path, place = waiting.pop()
        with os.scandir(place) as entries:
            for entry in sorted(entries, key=lambda one: one.name):
                name = f"{path}{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((f"{name}/", entry.path))
                elif entry.is_file(follow_symlinks=False):
                    yield name, Path(entry.path)
                else:
                    raise OSError(f"{entry.path} is no file")


def _libraries() -> list[str]:
    """Names of what is installed, with versions, as the folders beside the libraries give them."""
    places = {Path(place) for place in sys.path if place.endswith(("site-packages", "dist-packages"))}
    names = {one.name for place in places if place.is_dir() for one in place.iterdir()}
    return sorted(name for name in names if name.endswith((".dist-info", ".egg-info")))
