"""Render: a configuration and the pages on disk in, the built site out, through MkDocs' own interface."""

from __future__ import annotations

import logging
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import chdir, contextmanager
from pathlib import Path
from typing import Any, Literal

# The theme's maker prints a notice about a version of MkDocs that this project does not use.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, ConfigurationError, MkDocsException
from mkdocs.livereload import LiveReloadServer
from mkdocs.utils.yaml import yaml_load

from build_scripts.errors import BriefingError, CannotReadOrWrite
from build_scripts.render import places
from build_scripts.render.audit import known_scripts, seal
from build_scripts.render.faults import CannotRender
from build_scripts.render.places import finish
from build_scripts.render.supplied import supplied

THEME = Path(__file__).parent / "theme"
LOCALHOST, PORT = "127.0.0.1", 8000


def build(config_file: Path, *, strict: bool = True) -> None:
    """Build the site of a configuration; with `strict`, any warning of the engine stops it.

    Raises `CannotRender` with every message that stopped it; a site that was there before stays then.
    """
    config_file = config_file.resolve()
    with _at_home(config_file), _messages() as said:
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


def serve(config_file: Path, renew: Callable[[], object], *, port: int = PORT) -> None:
    """Show the site on this machine until interrupted; a saved page or article is shown after a moment.

    `renew` runs before each build. What it writes is in that build; as it writes only what differs, the
    build that its own writing starts is the last.
    """
    config_file = config_file.resolve()
    with _at_home(config_file), tempfile.TemporaryDirectory() as folder:
        site, address = Path(folder) / "site", f"http://{LOCALHOST}:{port}/"

        def show() -> None:
            renew()
            config = _configuration(config_file, strict=False)
            config.site_url = address
            _build_into(site, config, "serve")

        def show_again() -> None:
            # A fault leaves the last good pages up: the server would answer nobody until it is mended.
            try:
                show()
            except (BriefingError, MkDocsException) as error:
                print(error, file=sys.stderr, flush=True)

        show()
        config = _configuration(config_file, strict=False)
        server = LiveReloadServer(builder=show_again, host=LOCALHOST, port=port, root=str(site))
        for watched in _watched(config, config_file):
            server.watch(str(watched))
        print(f"Serving on {address} (interrupt to stop)", file=sys.stderr, flush=True)
        try:
            server.serve(open_in_browser=False)
        except KeyboardInterrupt:
            pass
        finally:
            server.shutdown()


def _build_into(site: Path, config: MkDocsConfig, command: Literal["build", "serve"]) -> None:
    config.plugins.on_startup(command=command, dirty=False)
    with _instead_of(site) as folder:
        config.site_dir = str(folder)
        build_site(config, serve_url=config.site_url if command == "serve" else None)
        finish(
            folder,
            places.load(Path(config.docs_dir) / "data"),
            use_directory_urls=config.use_directory_urls,
            site_url=config.site_url or "",
        )
        if command == "build":
            _seal(folder, config)
    config.plugins.on_shutdown()


def _seal(folder: Path, config: MkDocsConfig) -> None:
    """Let nothing out that runs or fetches what the site does not ship; a preview has a script of its own."""
    docs = Path(config.docs_dir)
    named = [docs / str(getattr(script, "path", script)) for script in config.extra_javascript]
    known = known_scripts([Path(one) for one in config.theme.dirs], named)
    faults = seal(folder, known, config.site_url or "")
    if faults:
        raise CannotRender(*(str(fault) for fault in faults))


def _watched(config: MkDocsConfig, config_file: Path) -> list[Path]:
    seeds = (config.extra.get("briefing") or {}).get("seeds", "seeds")
    folders = [Path(config.docs_dir), config_file.parent / str(seeds)]
    return [config_file, *(folder for folder in folders if folder.is_dir())]


def _configuration(config_file: Path, *, strict: bool) -> MkDocsConfig:
    """The configuration as stated, with what it leaves out."""
    with config_file.open(encoding="utf-8") as stream:
        given: dict[str, Any] = yaml_load(stream)
    docs = config_file.parent / str(given.get("docs_dir", "docs"))
    unbuilt = places.load(docs / "data").unbuilt
    pages = [page.relative_to(docs).as_posix() for page in docs.rglob("*.md")]
    pages = [page for page in pages if page not in unbuilt]
    options = supplied(given, str(THEME), str(docs / "data"), pages)
    options["exclude_docs"] = f"{options['exclude_docs']}\n{places.patterns(unbuilt)}".strip()
    return load_config(str(config_file), strict=strict, **options)


@contextmanager
def _instead_of(site: Path) -> Iterator[Path]:
    """A folder beside the site that takes its place if all goes well: the engine empties its own first."""
    fresh, old = (site.with_name(f".{site.name}.{what}") for what in ("new", "old"))
    if old.is_dir() and not site.exists():
        old.rename(site)  # a run was killed between the two steps below
    try:
        for left in (fresh, old):
            shutil.rmtree(left, ignore_errors=True)
        yield fresh
        if site.exists():
            site.rename(old)
        fresh.rename(site)
    except BaseException:
        if old.is_dir() and not site.exists():
            old.rename(site)
        raise
    finally:
        for left in (fresh, old):
            shutil.rmtree(left, ignore_errors=True)


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
