"""Write: the texts of files by path in; those that differ on disk replaced, each whole or not at all.

There is no journal: pages are a function of what people wrote, and a build that finds some of them old and
some new writes the rest. Blocks carry their own checksums, so that a page that was not reached is not taken
for one that was edited.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from build_scripts.errors import CannotReadOrWrite

# Match: `.index.md.k3_x9a1b.tmp`. Near-miss: `index.md.tmp`, `.notes.tmp`.
_LEFT_BEHIND = re.compile(r"\..+\.[a-z0-9_]{8}\.tmp")


_MANY = 200
"""More files than these are flushed to disk together: one by one, each waits for the disk by itself."""


class ChangedMeanwhile(CannotReadOrWrite):
    """Somebody saved a page after the build had read it: it is not overwritten."""


def apply(
    changes: Mapping[str, str | bytes], root: Path, read: Mapping[str, str | None] | None = None
) -> tuple[str, ...]:
    """Write the files (posix paths below `root`) that differ from what stands there; return their paths.

    Texts are written as UTF-8, line ends as they are. First every new file is written beside the old one
    and flushed to disk; only then are they put in place, in the order of `changes`, each in one step. Who
    stops in between leaves whole files, old or new, and the next run completes the rest. Raises
    `CannotReadOrWrite`, which names the path; nothing has changed unless a replacement itself failed.

    `read` holds texts as they were when the build read them (None: there was no such file): a file that is
    another one by now raises `ChangedMeanwhile`, up to the moment at which it would be replaced.
    Only one process at a time may do this in a folder (`locked`).
    """
    wanted = {path: text.encode("utf-8") if isinstance(text, str) else text for path, text in changes.items()}
    expected = {path: None if text is None else text.encode("utf-8") for path, text in (read or {}).items()}
    targets = _targets(root, wanted)
    for folder in sorted({target.parent for target in targets.values()}):
        _sweep(folder)
    differing = [path for path in wanted if _current(targets[path]) != wanted[path]]
    ready: dict[str, Path] = {}
    try:
        at_once = len(differing) > _MANY and hasattr(os, "sync")
        for path in differing:
            with _naming(targets[path], "nothing was written"):
                ready[path] = _beside(targets[path], wanted[path], flush=not at_once)
        if at_once:
            os.sync()
        for path in differing:
            with _naming(targets[path], "the next run writes what is missing"):
                if path in expected and _current(targets[path]) != expected[path]:
                    raise ChangedMeanwhile(
                        targets[path], "was saved while the build was running; run it again"
                    )
                ready[path].replace(targets[path])
                del ready[path]
        for folder in sorted({targets[path].parent for path in differing}):
            _flush(folder)
    finally:
        _remove(ready.values())
    return tuple(sorted(differing))


def prune(root: Path, folder: str, pattern: re.Pattern[str], keep: Collection[str]) -> tuple[str, ...]:
    """Remove the files of a folder below `root` whose names the build once gave and does not give any longer.

    Only what `pattern` matches whole is looked at; links are left alone.
    Raises `CannotReadOrWrite`, which names the path.
    """
    place = _below(root, folder)
    if not place.is_dir():
        return ()
    stale = [
        file
        for file in sorted(place.iterdir())
        if pattern.fullmatch(file.name) and file.name not in keep and file.is_file() and not file.is_symlink()
    ]
    for file in stale:
        with _naming(file, "the next run removes it"):
            file.unlink(missing_ok=True)
    return tuple(f"{folder}/{file.name}" for file in stale)


def _below(root: Path, path: str) -> Path:
    return _targets(root, (path,))[path]


def _targets(root: Path, paths: Iterable[str]) -> dict[str, Path]:
    """The files' places; a path that leads out of the folder, or through a link, is refused."""
    targets = {path: root / path for path in paths}
    top = root.resolve()
    # Each folder once: there are some ten, and many thousands of files.
    folders = {folder: folder.resolve() for folder in {target.parent for target in targets.values()}}
    below = {folder for folder, place in folders.items() if place.is_relative_to(top)}
    for target in targets.values():
        if target.parent not in below or target.name == ".." or target.is_symlink():
            raise CannotReadOrWrite(target, "leads out of the folder of the configuration")
    return targets


def _current(target: Path) -> bytes | None:
    try:
        return target.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CannotReadOrWrite(target, error.strerror or str(error)) from error


def _sweep(folder: Path) -> None:
    """Remove what a run that was killed left beside the pages: never anything but the build's own text."""
    try:
        left = [path for path in folder.iterdir() if _LEFT_BEHIND.fullmatch(path.name)]
    except OSError:  # no such folder yet, or not ours to read: writing will say so
        return
    _remove(path for path in left if path.is_file() and not path.is_symlink())


def _remove(files: Iterable[Path]) -> None:
    for file in list(files):
        try:
            file.unlink(missing_ok=True)
        except OSError:  # the next run tries again; what went wrong first is the message that counts
            continue


@contextmanager
def _naming(target: Path, after: str) -> Iterator[None]:
    """Whatever stops the writing of a file names it: the system, or a person."""
    try:
        yield
    except OSError as error:
        raise CannotReadOrWrite(target, error.strerror or str(error)) from error
    except KeyboardInterrupt:
        raise CannotReadOrWrite(target, f"interrupted; {after}") from None


def _beside(target: Path, data: bytes, *, flush: bool) -> Path:
    """A new file in the same folder (so that replacing is one step), complete; flushed to disk if asked."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            if flush:
                os.fsync(file.fileno())
        temporary.chmod(_mode(target))
    except BaseException:
        _remove((temporary,))
        raise
    return temporary


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced; for a new one, those that the folder's own suggest."""
    if target.exists():
        return target.stat().st_mode & 0o777
    return target.parent.stat().st_mode & 0o666


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
