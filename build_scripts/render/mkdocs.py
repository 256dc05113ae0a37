"""Render: a configuration and the pages on disk in, the built site out, through MkDocs' own interface."""

from __future__ import annotations

import logging
import os
from collections.abc import Collection, Iterator
from contextlib import chdir, contextmanager, nullcontext
from pathlib import Path
from typing import Any, Literal

# The theme's maker prints a notice about a version of MkDocs that this project does not use.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, ConfigurationError, MkDocsException
from mkdocs.utils.yaml import yaml_load

from build_scripts.collecting import rarely_collected
from build_scripts.errors import CannotReadOrWrite
from build_scripts.render.completing import completed, instead_of
from build_scripts.render.faults import CannotRender
from build_scripts.render.finishing import Built, complete
from build_scripts.render.framing import drawn_once
from build_scripts.render.parts import in_parts
from build_scripts.render.search import ENTRIES
from build_scripts.render.supplied import SCRIPTS
from build_scripts.render.unsearched import Unsearched
from build_scripts.render.withdrawing import WithholdFront

SELDOM = (50_000, 20)
"""New objects before garbage is looked for: each page leaves a few thousand behind, in cycles. To look ten
times a page, among all that was read, took a tenth of the time."""


def build(config_file: Path, *, strict: bool = True) -> None:
    """Build the site of a configuration; with `strict`, any warning of the engine stops it.

    Raises `CannotRender` with every message that stopped it; a site that was there before stays then.
    """
    config_file = config_file.resolve()
    with at_home(config_file), _messages() as said, as_ours(config_file, said), rarely_collected(*SELDOM):
        config = configuration(config_file, strict=strict)
        build_into(Path(config.site_dir), config, "build")


def build_into(site: Path, config: MkDocsConfig, command: Literal["build", "serve"]) -> None:
    """Build the pages, and complete the site; it takes its place once all went well."""
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


def configuration(config_file: Path, *, strict: bool) -> MkDocsConfig:
    """The configuration as stated, with what it leaves out."""
    with config_file.open(encoding="utf-8") as stream:
        given: dict[str, Any] = yaml_load(stream)
    return load_config(str(config_file), strict=strict, **completed(given, config_file.parent))


@contextmanager
def at_home(config_file: Path) -> Iterator[None]:
    """The engine's extensions look for their data from the folder of the configuration."""
    with chdir(config_file.parent):
        yield


@contextmanager
def as_ours(config_file: Path, said: Collection[str] = ()) -> Iterator[None]:
    """Errors of the engine and of files as those of this project, with what the engine had `said` before."""
    try:
        yield
    except CannotRender as error:
        raise CannotRender("\n".join(said) or str(error)) from None
    except OSError as error:
        path = Path(error.filename or config_file)
        raise CannotReadOrWrite(path, error.strerror or str(error)) from error
    except (Abort, BuildError, ConfigurationError, MkDocsException) as error:
        what = "\n".join(said) or str(error)
        raise CannotRender((what, "Mend what is named above, then build again.")) from None


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
def _messages() -> Iterator[Collection[str]]:
    """The engine's warnings and errors, kept instead of printed: the command line says them."""
    kept, engine = _Kept(), logging.getLogger("mkdocs")
    before = engine.propagate
    engine.addHandler(kept)
    engine.propagate = False
    try:
        yield kept.lines
    finally:
        engine.removeHandler(kept)
        engine.propagate = before
