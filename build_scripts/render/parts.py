"""Render: an engine at its work in; its pages drawn, and set into the theme, by several processes, out.

Each page is drawn from its own text, the data and the names of all pages, so that it is the same whoever
draws it. Only with the plugins that are known to see one page at a time: another may gather something from
all of them, which it would miss.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from mkdocs.commands import build as engine
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from build_scripts.render.processes import made_of, processes

KNOWN = frozenset({"search", "material/search", "briefing/unsearched", "briefing/withheld"})
_DRAWN = ("markdown", "meta", "content", "toc", "_title_from_render", "present_anchor_ids")
_STEPS = ("_populate_page", "_build_page")
_One = TypeVar("_One")

_Step = Callable[..., None]
_Said = tuple[tuple[str, int, str], ...]
"""Logger, level and words."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What comes of a step with a page: what the engine said, what stopped it, and what it drew."""

    said: _Said
    fault: Exception | None = None
    parts: Mapping[str, Any] = field(default_factory=dict)
    anchors: Mapping[str, dict[str, str]] | None = None
    """By the path of the page that it links to."""


@contextmanager
def in_parts(config: MkDocsConfig) -> Iterator[None]:
    """The engine has help within, if what it does with pages can be done in parts."""
    if not set(config.plugins) <= KNOWN or config.hooks or processes() < 2:
        yield
        return
    # The engine has no door for this: its own steps are replaced while it works, and put back.
    steps = {name: getattr(engine, name) for name in _STEPS}
    replaced = {"_populate_page": _drawing, "_build_page": _building}
    for name, step in steps.items():
        setattr(engine, name, replaced[name](step))
    try:
        yield
    finally:
        for name, step in steps.items():
            setattr(engine, name, step)


def _drawing(draw: _Step) -> _Step:
    """The step that reads a page and draws it: the first page has all of them drawn."""
    done: list[Page] = []

    def all_at_once(_: Page, config: MkDocsConfig, files: Files, dirty: bool = False) -> None:
        if done:
            return
        done[:] = [file.page or Page(None, file, config) for file in files.documentation_pages()]

        def drawn(page: Page) -> _Told:
            draw(page, config, files, dirty)
            links = page.links_to_anchors
            anchors = None if links is None else {file.src_uri: named for file, named in links.items()}
            return _Told((), None, {name: getattr(page, name) for name in _DRAWN}, anchors)

        for page, told in zip(done, _in_order(done, drawn), strict=True):
            for name, part in told.parts.items():
                setattr(page, name, part)
            if told.anchors is not None:
                linked = {files.get_file_from_path(path): named for path, named in told.anchors.items()}
                page.links_to_anchors = {file: named for file, named in linked.items() if file}

    return all_at_once


def _building(build: _Step) -> _Step:
    """The step that sets a page into the theme and writes it: again all of them with the first."""
    done: list[File] = []

    def all_at_once(_: Page, config: MkDocsConfig, files: Sequence[File], *others: Any, **more: Any) -> None:
        if done:
            return
        done[:] = files

        def built(file: File) -> _Told:
            build(file.page, config, files, *others, **{**more, "excluded": file.inclusion.is_excluded()})
            return _Told(())

        list(_in_order(done, built))

    return all_at_once


def _in_order(things: Sequence[_One], step: Callable[[_One], _Told]) -> Iterator[_Told]:
    """What comes of each; what the engine said of it is said when it is its turn, and what stopped it raised.

    A process that was stopped does no more: it was to be the last thing.
    """
    stopped: list[_One] = []

    def told(one: _One) -> _Told | None:
        if stopped:
            return None
        with _noted() as said:
            try:
                return replace(step(one), said=tuple(said))
            except Exception as fault:
                stopped.append(one)
                return _Told(tuple(said), fault)

    for each in made_of(things, told):
        for logger, level, words in each.said if each else ():
            logging.getLogger(logger).log(level, "%s", words)
        if each and each.fault:
            raise each.fault
        if each:
            yield each


class _Notes(logging.Handler):
    """Keeps what is logged, to be said later, and maybe by another process."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[tuple[str, int, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append((record.name, record.levelno, record.getMessage()))


@contextmanager
def _noted() -> Iterator[list[tuple[str, int, str]]]:
    logger, notes = logging.getLogger("mkdocs"), _Notes()
    handlers, propagates = logger.handlers, logger.propagate
    logger.handlers, logger.propagate = [notes], False
    try:
        yield notes.said
    finally:
        logger.handlers, logger.propagate = handlers, propagates
