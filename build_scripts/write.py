"""Write: the texts of files by path in; those that differ on disk replaced, each whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from build_scripts.errors import CannotReadOrWrite


def apply(changes: Mapping[str, str | bytes], root: Path) -> tuple[str, ...]:
    """Write the files (posix paths below `root`) that differ from what stands there; return their paths.

    Texts are written as UTF-8, line ends as they are. First every new file is written beside the old one
    and flushed to disk; only then are they put in place, in the order of `changes`, each in one step. Who
    stops in between leaves whole files, old or new, and the next run completes the rest. Raises
    `CannotReadOrWrite`, which names the path; nothing has changed unless a replacement itself failed.
    """
    wanted = {path: text.encode("utf-8") if isinstance(text, str) else text for path, text in changes.items()}
    targets = {path: _below(root, path) for path in wanted}
    differing = [path for path in wanted if _current(targets[path]) != wanted[path]]
    ready: dict[Path, Path] = {}
    try:
        for path in differing:
            ready[targets[path]] = _beside(targets[path], wanted[path])
        for target in list(ready):
            _put(ready[target], target)
            del ready[target]
        for folder in sorted({targets[path].parent for path in differing}):
            _flush(folder)
    finally:
        for left in ready.values():
            left.unlink(missing_ok=True)
    return tuple(sorted(differing))


def _below(root: Path, path: str) -> Path:
    """The file's place; a path that leads out of the folder, or through a link, is refused."""
    target = root / path
    if not target.resolve().is_relative_to(root.resolve()) or target.is_symlink():
        raise CannotReadOrWrite(target, "leads out of the folder of the configuration")
    return target


def _current(target: Path) -> bytes | None:
    try:
        return target.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CannotReadOrWrite(target, error.strerror or str(error)) from error


def _beside(target: Path, data: bytes) -> Path:
    """A new file in the same folder (so that replacing is one step), complete and flushed to disk."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    except OSError as error:
        raise CannotReadOrWrite(target, error.strerror or str(error)) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(target))
    except BaseException as error:
        temporary.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise CannotReadOrWrite(target, error.strerror or str(error)) from error
        raise
    return temporary


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced; for a new one, those that the folder's own suggest."""
    if target.exists():
        return target.stat().st_mode & 0o777
    return target.parent.stat().st_mode & 0o666


def _put(temporary: Path, target: Path) -> None:
    try:
        temporary.replace(target)
    except OSError as error:
        raise CannotReadOrWrite(target, error.strerror or str(error)) from error


def _flush(folder: Path) -> None:
    """Make the new names last through a loss of power, where the system can."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:  # Windows opens no folders
        return
    try:
        os.fsync(handle)
    except OSError:
        pass
    finally:
        os.close(handle)
