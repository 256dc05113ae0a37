"""Render: the name of an engine in, what builds a site with it out.

MkDocs is the engine that the briefing is written for. ProperDocs is its maintained fork and takes its place
under its name; Zensical reads the same configuration and runs by itself.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from build_scripts.errors import BriefingError

ENGINES = ("mkdocs", "properdocs", "zensical")
"""The first is the default."""
INSTALL = "Install it: pip install --require-hashes -r requirements-engines.txt (or run make engines)."


def builder(engine: str) -> Callable[[Path], None]:
    """What builds the site of a configuration.

    Raises `CannotRender` if the engine is not installed, or came too late to take the place of another.
    """
    if engine != ENGINES[0] and find_spec(engine) is None:
        raise _cannot(f"the engine {engine} is not installed", INSTALL)
    if engine == "zensical":
        return _build_of("zensical")
    if engine == "properdocs":
        _put_in_the_place_of_mkdocs()
    return _build_of("mkdocs")


def _build_of(module: str) -> Callable[[Path], None]:
    build: Callable[[Path], None] = import_module(f"build_scripts.render.{module}").build
    return build


def _put_in_the_place_of_mkdocs() -> None:
    """From now on, whoever imports `mkdocs` (the theme and its search, too) gets ProperDocs."""
    known = sys.modules.get("mkdocs")
    if known is not None and known.__name__ != "properdocs":
        raise _cannot(
            "another engine is at work in this process already", "Run each by itself: briefing build."
        )
    import_module("properdocs.replacement")


def _cannot(what: str, mend: str) -> BriefingError:
    """The error of this stage, which itself belongs to the engine: not loaded before one is chosen."""
    from build_scripts.render.faults import CannotRender

    return CannotRender((what, mend))
