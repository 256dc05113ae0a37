"""Write: a folder in; the promise that no other build writes there at the same time out.

The system holds the lock on an open file, so that whatever ends a build, `kill -9` too, gives it back:
what a dead process leaves behind is a file that says nothing any more.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from build_scripts.errors import CannotReadOrWrite

NAME = ".briefing.lock.tmp"
"""Hidden from the engine, and ignored by git like other files that a killed run leaves behind."""
PATIENCE = 60.0
"""Seconds to wait for another build before giving up: several times what the slowest one takes."""
_STEP = 0.05


@contextmanager
def locked(root: Path, say: Callable[[str], object], patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock of a folder, if there is such a folder; `say` is told once if another build has it.

    Raises `CannotReadOrWrite` after `patience` seconds, or if the folder cannot be written.
    """
    if not root.is_dir():
        yield
        return
    file = root / NAME
    handle = _acquired(file, say, patience)
    try:
        yield
    finally:
        # Gone before it is given back: who waits for it sees that it stands for nothing, and makes another.
        with suppress(OSError):  # Windows removes no open file
            file.unlink()
        os.close(handle)


def _acquired(file: Path, say: Callable[[str], object], patience: float) -> int:
    end = time.monotonic() + patience
    is_told = False
    while True:
        handle = _opened(file)
        try:
            if _is_taken(handle) and _is_current(handle, file):
                os.ftruncate(handle, 0)
                os.write(handle, f"{os.getpid()}\n".encode())
                return handle
            holder = "" if is_told else os.read(handle, 32).decode(errors="replace").strip()
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)
        if time.monotonic() >= end:
            why = f"another build has been at work here for {patience:.0f} seconds; wait for it or end it"
            raise CannotReadOrWrite(file, why)
        if not is_told:
            process = f" (process {holder})" if holder.isdecimal() else ""
            say(f"Another build{process} is at work in {file.parent}; waiting for it.")
            is_told = True
        time.sleep(_STEP)


def _opened(file: Path) -> int:
    try:
        return os.open(file, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
    except OSError as error:
        raise CannotReadOrWrite(file, error.strerror or str(error)) from error


def _is_current(handle: int, file: Path) -> bool:
    """Whether the locked file is still the one that others will open."""
    try:
        there = file.stat()
    except FileNotFoundError:
        return False
    mine = os.fstat(handle)
    return (mine.st_ino, mine.st_dev) == (there.st_ino, there.st_dev)


if sys.platform == "win32":
    import msvcrt

    def _is_taken(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _is_taken(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
