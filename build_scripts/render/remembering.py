"""Render: the engine's pages of one build in, those that the next need not draw again out.

Only for the preview. The engine has no such memory: what it calls a dirty build loses the search. A page is
drawn from its text, the data of the briefing and the names of all pages; while these are the same, so is it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from material.plugins.search.plugin import SearchIndex
from mkdocs.structure.pages import Page

from build_scripts.render.search import ENTRIES
from build_scripts.render.watching import digest

_DRAWN = ("content", "toc", "_title_from_render", "present_anchor_ids")


class Remembered:
    """Drawn pages and their entries in the search, by page."""

    def __init__(self) -> None:
        self._pages: dict[str, tuple[object, dict[str, Any], dict[str, Any]]] = {}
        self._entries: dict[str, tuple[object, list[Any]]] = {}
        self._data: object = None

    @contextmanager
    def at_work(self, data: Path) -> Iterator[None]:
        """The engine remembers within; `data` is the folder that all pages are drawn from."""
        self._data = tuple(
            (file.name, digest(file.read_bytes()))
            for file in sorted(data.iterdir() if data.is_dir() else ())
            # What the search finds changes with every word of prose, and no page is drawn from it.
            if file.suffix in (".json", ".svg") and file.name != ENTRIES
        )
        render, index = Page.render, SearchIndex.add_entry_from_context
        Page.render = self._render(render)  # type: ignore[method-assign]
        SearchIndex.add_entry_from_context = self._index(index)
        try:
            yield
        finally:
            Page.render = render  # type: ignore[method-assign]
            SearchIndex.add_entry_from_context = index

    def _render(self, draw: Callable[..., None]) -> Callable[..., None]:
        def render(page: Any, config: Any, files: Any) -> None:
            names = tuple(file.src_uri for file in files)
            key = (page.markdown, self._data, names, str(config["mdx_configs"]), str(config.validation))
            path = page.file.src_uri
            known = self._pages.get(path)
            if known and known[0] == key:
                for name, value in known[1].items():
                    setattr(page, name, value)
                page.links_to_anchors = {
                    files.get_file_from_path(each): anchors for each, anchors in known[2].items()
                }
                return
            draw(page, config, files)
            links = {file.src_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()}
            self._pages[path] = (key, {name: getattr(page, name) for name in _DRAWN}, links)

        return render

    def _index(self, add: Callable[..., None]) -> Callable[..., None]:
        def index(search: Any, page: Any) -> None:
            key = (page.content, page.url, str(page.meta), page.title)
            known = self._entries.get(page.url)
            if known and known[0] == key:
                search.entries.extend(known[1])
                return
            before = len(search.entries)
            add(search, page)
            self._entries[page.url] = (key, search.entries[before:])

        return index
