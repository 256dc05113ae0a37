"""Read: paths in; the bytes and texts of files, and the files below a folder, out."""

from __future__ import annotations

import os
from pathlib import Path

from build_scripts.errors import CannotReadOrWrite, Faults

_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read_bytes(path: Path) -> bytes:
    """The bytes of a file; raises `CannotReadOrWrite`, which names it."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise CannotReadOrWrite(path, error.strerror or str(error)) from error


def read_text(path: Path, name: str, faults: Faults) -> str | None:
    """The text of a UTF-8 file, line ends and byte-order mark kept; None, with a fault, for any other."""
    return decoded(read_bytes(path), name, faults)


def decoded(data: bytes, name: str, faults: Faults) -> str | None:
    """Bytes as UTF-8, or a fault that names the first byte that is not."""
    if (zero := data.find(0)) >= 0 and data[:2] not in _MARKS:  # letters of UTF-16 that pass for UTF-8
        line = data.count(b"\n", 0, zero) + 1
        what = f"not text: byte {zero} is 0x00"
        faults.add(name, line, what, "The file seems to be UTF-16; save it again as UTF-8.")
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        guess = "UTF-16" if data[:2] in _MARKS else "another encoding"
        what = f"not UTF-8: byte {error.start} is 0x{data[error.start]:02x}"
        line = data.count(b"\n", 0, error.start) + 1
        faults.add(name, line, what, f"The file seems to be {guess}; save it again as UTF-8.")
        return None


def files_below(folder: Path, name: str, faults: Faults) -> tuple[str, ...]:
    """Paths (posix, relative) of the files below a folder, sorted, without hidden ones; no links, no pipes.

    A link is a fault: its target, wherever it is, would be published.
    """
    if not folder.is_dir():
        return ()
    found: list[str] = []
    waiting = [folder]
    while waiting:
        place = waiting.pop()
        within = "" if place == folder else f"{place.relative_to(folder).as_posix()}/"
        for entry in _entries(place):
            path = f"{within}{entry.name}"
            if entry.name.startswith("."):
                continue
            if entry.is_symlink():
                mend = "Replace the link by the file itself: what it points at would be published."
                faults.add(f"{name}/{path}", 0, "a symbolic link", mend)
            elif entry.is_dir():
                waiting.append(Path(entry.path))
            elif not entry.is_file():
                mend = "Delete it, or move it elsewhere: pipes, sockets and devices cannot be read as text."
                faults.add(f"{name}/{path}", 0, "not a plain file", mend)
            elif not path.isprintable():
                shown = "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in path)
                what = "a name with a character that cannot be seen"
                faults.add(f"{name}/{shown}", 0, what, "Rename the file with letters, digits and hyphens.")
            else:
                found.append(path)
    return tuple(sorted(found))


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError as error:
        raise CannotReadOrWrite(folder, error.strerror or str(error)) from error
