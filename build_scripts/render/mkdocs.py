"""Render: a configuration and the pages on disk in, the built site out, through MkDocs' own interface."""

from __future__ import annotations

import gc
import itertools
import logging
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import chdir, contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

# The theme's maker prints a notice about a version of MkDocs that this project does not use.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, ConfigurationError, MkDocsException
from mkdocs.utils.yaml import yaml_load
from yaml import YAMLError

from build_scripts.errors import BriefingError, CannotReadOrWrite
from build_scripts.render.completing import completed, instead_of
from build_scripts.render.faults import CannotRender
from build_scripts.render.finishing import Built, complete
from build_scripts.render.framing import drawn_once
from build_scripts.render.parts import in_parts
from build_scripts.render.preview import Preview
from build_scripts.render.remembering import Remembered
from build_scripts.render.search import ENTRIES
from build_scripts.render.supplied import SCRIPTS
from build_scripts.render.unsearched import Unsearched
from build_scripts.render.watching import Look, Seen, changed, digest, look
from build_scripts.render.withdrawing import WithholdFront
from build_scripts.saying import say

LOCALHOST, PORT = "127.0.0.1", 8000
INTERVAL = 0.2
"""Seconds between two looks at what people may have saved."""
PATIENCE = 1.0
"""Seconds that a file may be empty before it is taken to be meant so."""


def build(config_file: Path, *, strict: bool = True) -> None:
    """Build the site of a configuration; with `strict`, any warning of the engine stops it.

    Raises `CannotRender` with every message that stopped it; a site that was there before stays then.
    """
    config_file = config_file.resolve()
    with _at_home(config_file), _messages() as said, _rarely_collected():
        try:
            config = _configuration(config_file, strict=strict)
            _build_into(Path(config.site_dir), config, "build")
        except CannotRender as error:
            raise CannotRender(_told(said) or str(error)) from None
        except OSError as error:
            path = Path(error.filename or config_file)
            raise CannotReadOrWrite(path, error.strerror or str(error)) from error
        except (Abort, BuildError, ConfigurationError, MkDocsException) as error:
            what = _told(said) or str(error)
            raise CannotRender((what, "Mend what is named above, then build again.")) from None


def serve(
    config_file: Path,
    renew: Callable[[], Mapping[str, str]],
    *,
    port: int = PORT,
    is_over: Callable[[], bool] = lambda: False,
) -> None:
    """Show the site on this machine until interrupted; what is saved is shown after a moment.

    `renew` runs before each build and returns the texts that it wrote, by path from the configuration's
    folder: they start no other build. A fault is printed, and the last good pages stay up.
    """
    config_file = config_file.resolve()
    remembered = Remembered()
    with _at_home(config_file), tempfile.TemporaryDirectory() as folder:
        preview = Preview(LOCALHOST, port, Path(folder))

        def show(number: int) -> _Watched:
            """Build once more; what is to be watched from now on, with what the build itself wrote."""
            started = time.perf_counter()
            written = renew()
            config = _configuration(config_file, strict=False)
            config.site_url = preview.address
            data = Path(config.docs_dir) / "data"
            with remembered.at_work(data, config_file):
                _build_into(Path(folder) / str(number), config, "serve")
            preview.show(Path(folder) / str(number))
            shutil.rmtree(Path(folder) / str(number - 2), ignore_errors=True)
            _say(f"Built in {time.perf_counter() - started:.1f} s")
            files = {config_file.parent / path: text for path, text in written.items()}
            own = {file: Seen((0, 0, 0), digest(text.encode())) for file, text in files.items()}
            return _Watched(
                tuple(_watched(config, config_file)),
                data,
                {file: seen for file, seen in own.items() if not file.is_relative_to(data)},
            )

        try:
            config = _configuration(config_file, strict=False)
            watched = _Watched(tuple(_watched(config, config_file)), Path(config.docs_dir) / "data", {})
            seen = watched.look({})
            watched = show(0)
            preview.start()
            _say(f"Serving on {preview.address} (interrupt to stop)")
            for number in itertools.count(1):
                files, seen = _next_change(watched, {**seen, **watched.own}, is_over)
                if not files:
                    break
                _say(f"{', '.join(str(file.relative_to(config_file.parent)) for file in files[:3])} changed")
                watched = replace(watched, own={})
                try:
                    watched = show(number)
                except (BriefingError, MkDocsException, OSError, YAMLError) as error:
                    _say(f"{error}\nThe last good pages stay up.")
        except KeyboardInterrupt:
            pass
        finally:
            preview.close()


@dataclass(frozen=True, slots=True)
class _Watched:
    """Where people save, the folder below that is the build's alone, and what the build wrote elsewhere."""

    paths: tuple[Path, ...]
    left_out: Path
    own: Look

    def look(self, before: Look) -> Look:
        return look(self.paths, (self.left_out,), before)


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


def _build_into(site: Path, config: MkDocsConfig, command: Literal["build", "serve"]) -> None:
    data = Path(config.docs_dir) / "data"
    config.plugins.on_startup(command=command, dirty=False)
    config.plugins["briefing/unsearched"] = Unsearched(wholly=(data / ENTRIES).is_file())
    config.plugins["briefing/withheld"] = WithholdFront(data)
    with instead_of(site) as folder:
        config.site_dir = str(folder)
        # A preview remembers what it drew, which others could not.
        is_shared = command == "build" and (data / ENTRIES).is_file()
        with (
            drawn_once() if command == "build" else nullcontext(),
            in_parts(config) if is_shared else nullcontext(),
        ):
            build_site(config, serve_url=config.site_url if command == "serve" else None)
        built = Built(
            folder,
            data,
            config.site_name,
            config.site_description or "",
            config.site_url or "",
            config.use_directory_urls,
            tuple(Path(one) for one in config.theme.dirs),
            # Ours have the theme's word: a file of the same name in docs/ has not.
            tuple(
                data.parent / path
                for path in (str(getattr(one, "path", one)) for one in config.extra_javascript)
                if path not in SCRIPTS
            ),
        )
        complete(built, is_published=command == "build")
    config.plugins.on_shutdown()


def _watched(config: MkDocsConfig, config_file: Path) -> list[Path]:
    seeds = (config.extra.get("briefing") or {}).get("seeds", "seeds")
    folders = [Path(config.docs_dir), config_file.parent / str(seeds)]
    return [config_file, *(folder for folder in folders if folder.is_dir())]


def _configuration(config_file: Path, *, strict: bool) -> MkDocsConfig:
    """The configuration as stated, with what it leaves out."""
    with config_file.open(encoding="utf-8") as stream:
        given: dict[str, Any] = yaml_load(stream)
    return load_config(str(config_file), strict=strict, **completed(given, config_file.parent))


_SELDOM = (50_000, 20, 100)
"""New objects before the youngest are looked through; so many times before the next older ones are."""


@contextmanager
def _rarely_collected() -> Iterator[None]:
    """A page leaves garbage in cycles behind, a few thousand objects; to look for it ten times a page, among
    all that was read, took a tenth of the time."""
    before = gc.get_threshold()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def _at_home(config_file: Path) -> Iterator[None]:
    with chdir(config_file.parent):
        yield


class _Kept(logging.Handler):
    """Keeps the engine's warnings, each once."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        line = record.getMessage().strip()
        if line not in self.lines:
            self.lines.append(line)


@contextmanager
def _messages() -> Iterator[_Kept]:
    """The engine's warnings and errors, kept instead of printed: the command line says them."""
    kept, engine = _Kept(), logging.getLogger("mkdocs")
    before = engine.propagate
    engine.addHandler(kept)
    engine.propagate = False
    try:
        yield kept
    finally:
        engine.removeHandler(kept)
        engine.propagate = before


def _told(said: _Kept) -> str:
    return "\n".join(said.lines)
