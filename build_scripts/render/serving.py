"""Render: a configuration, and what people save below it, in; a preview that follows every save out."""

from __future__ import annotations

import itertools
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from yaml import YAMLError

from build_scripts.errors import BriefingError
from build_scripts.render.faults import CannotRender
from build_scripts.render.mkdocs import as_ours, at_home, build_into, configuration
from build_scripts.render.preview import Preview
from build_scripts.render.remembering import Remembered
from build_scripts.render.watching import Look, Seen, changed, digest, look
from build_scripts.saying import say

LOCALHOST, PORT = "127.0.0.1", 8000
INTERVAL = 0.2
"""Seconds between two looks at what people may have saved."""
PATIENCE = 1.0
"""Seconds that a file may be empty before it is taken to be meant so."""


def serve(
    config_file: Path,
    renew: Callable[[], Mapping[str, str]],
    *,
    port: int = PORT,
    is_over: Callable[[], bool] = lambda: False,
) -> None:
    """Show the site on this machine until interrupted; what is saved is shown after a moment.

    `renew` runs before each build and returns the texts that it wrote, by path from the configuration's
    folder: they start no other build. A fault is printed, and the last good pages stay up; one that is there
    at the start is raised.
    """
    config_file = config_file.resolve()
    with (
        at_home(config_file),
        suppress(KeyboardInterrupt),
        tempfile.TemporaryDirectory() as folder,
        closing(_preview(port, Path(folder))) as preview,
    ):
        shown = _Shown(config_file, renew, preview, Path(folder))
        with as_ours(config_file):
            seen = shown.watched().look({})
            watched = shown.build(0)
        preview.start()
        _say(f"Serving on {preview.address} (interrupt to stop)")
        _follow(shown, watched, seen, is_over)


def _preview(port: int, folder: Path) -> Preview:
    try:
        return Preview(LOCALHOST, port, folder)
    except OSError as error:
        what = f"no preview at http://{LOCALHOST}:{port}/: {error.strerror or error}"
        raise CannotRender(
            (what, "If another preview runs there, end it first, or look at it there.")
        ) from None


@dataclass(frozen=True, slots=True)
class _Shown:
    """A site that is previewed: built each time in a folder of its own, which takes the place of the last."""

    config_file: Path
    renew: Callable[[], Mapping[str, str]]
    preview: Preview
    folder: Path
    remembered: Remembered = field(default_factory=Remembered)

    def watched(self) -> _Watched:
        """What is to be watched, by the configuration as it is now."""
        return self._watched(configuration(self.config_file, strict=False), {})

    def build(self, number: int) -> _Watched:
        """Build once more, and show it; what is to be watched from now on."""
        started = time.perf_counter()
        written = self.renew()
        config = configuration(self.config_file, strict=False)
        config.site_url = self.preview.address
        with self.remembered.at_work(Path(config.docs_dir) / "data", self.config_file):
            build_into(self.folder / str(number), config, "serve")
        self.preview.show(self.folder / str(number))
        shutil.rmtree(self.folder / str(number - 2), ignore_errors=True)
        _say(f"Built in {time.perf_counter() - started:.1f} s")
        return self._watched(config, written)

    def _watched(self, config: MkDocsConfig, written: Mapping[str, str]) -> _Watched:
        root, data = self.config_file.parent, Path(config.docs_dir) / "data"
        seeds = (config.extra.get("briefing") or {}).get("seeds", "seeds")
        folders = [Path(config.docs_dir), root / str(seeds)]
        own = {root / path: Seen((0, 0, 0), digest(text.encode())) for path, text in written.items()}
        return _Watched(
            (self.config_file, *(folder for folder in folders if folder.is_dir())),
            data,
            {file: seen for file, seen in own.items() if not file.is_relative_to(data)},
        )


@dataclass(frozen=True, slots=True)
class _Watched:
    """Where people save, the folder below that is the build's alone, and what the build wrote elsewhere."""

    paths: tuple[Path, ...]
    left_out: Path
    own: Look

    def look(self, before: Look) -> Look:
        return look(self.paths, (self.left_out,), before)


def _follow(shown: _Shown, watched: _Watched, seen: Look, is_over: Callable[[], bool]) -> None:
    """Build for every change, until interrupted."""
    root = shown.config_file.parent
    for number in itertools.count(1):
        files, seen = _next_change(watched, {**seen, **watched.own}, is_over)
        if not files:
            break
        _say(f"{', '.join(str(file.relative_to(root)) for file in files[:3])} changed")
        watched = replace(watched, own={})
        try:
            watched = shown.build(number)
        except (BriefingError, MkDocsException, OSError, YAMLError) as error:
            _say(f"{error}\nThe last good pages stay up.")


def _next_change(watched: _Watched, seen: Look, is_over: Callable[[], bool]) -> tuple[tuple[Path, ...], Look]:
    """Wait for somebody to save something; what changed, and what is there once it changes no more.

    What the build wrote is in `seen` as it wrote it: whatever else is there is a change.
    """
    while not is_over():
        now = watched.look(seen)
        if changed(seen, now):
            patience = int(PATIENCE / INTERVAL * 4)
            while changed(now, again := _later(watched, now)) or (patience and _is_emptied(seen, again)):
                now, patience = again, max(0, patience - 1)
            if files := changed(seen, now):
                return files, now
        seen = now
        time.sleep(INTERVAL)
    return (), seen


def _is_emptied(seen: Look, now: Look) -> bool:
    """An editor that empties a file before it writes it is between the two."""
    return any(one.stat[1] == 0 != seen[file].stat[1] for file, one in now.items() if file in seen)


def _later(watched: _Watched, now: Look) -> Look:
    time.sleep(INTERVAL / 4)
    return watched.look(now)


def _say(words: str) -> None:
    say(words, sys.stderr)
