"""Render: the engine's pages of one build in, those that the next need not draw again out.

Only for the preview. The engine has no such memory: what it calls a dirty build loses the search. A page is
drawn from its text, the data of the briefing and the names of all pages, and set into the theme with the
navigation and the configuration; while these are the same, so is it. The theme is taken to stay as it was
when the preview began: nobody watches it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, Template
from jinja2.bccache import Bucket
from material.plugins.search.plugin import SearchIndex
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme

from build_scripts.render.search import ENTRIES
from build_scripts.render.watching import digest

_DRAWN = ("content", "toc", "_title_from_render", "present_anchor_ids")


class _Compiled(BytecodeCache):
    """The theme's templates as compiled for the first build: a third of the rendering of the next ones."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if code := self._code.get(bucket.key):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key] = bucket.bytecode_to_string()


class _Listed(FileSystemLoader):
    """Looks once for what the theme consists of: with all its icons, some 14,000 files."""

    def list_templates(self) -> list[str]:
        if not hasattr(self, "_found"):
            self._found = super().list_templates()
        return self._found


class Remembered:
    """Drawn pages, as they stand in the theme as well, and their entries in the search, by page."""

    def __init__(self) -> None:
        self._pages: dict[str, tuple[object, dict[str, Any], dict[str, Any]]] = {}
        self._themed: dict[str, tuple[object, str]] = {}
        self._entries: dict[str, tuple[object, list[Any]]] = {}
        self._data: object = None
        self._settings = b""
        self._compiled = _Compiled()
        self._loaders: dict[tuple[str, ...], _Listed] = {}

    @contextmanager
    def at_work(self, data: Path, config_file: Path) -> Iterator[None]:
        """The engine remembers within; `data` is the folder that all pages are drawn from."""
        self._settings = digest(config_file.read_bytes())
        self._data = tuple(
            (file.name, digest(file.read_bytes()))
            for file in sorted(data.iterdir() if data.is_dir() else ())
            # What the search finds changes with every word of prose, and no page is drawn from it.
            if file.suffix in (".json", ".svg") and file.name != ENTRIES
        )
        # The engine has no door for this: its own functions are replaced while it works, and put back.
        render, index, environment = Page.render, SearchIndex.add_entry_from_context, Theme.get_env
        Page.render = self._render(render)  # type: ignore[method-assign]  # see above
        SearchIndex.add_entry_from_context = self._index(index)
        Theme.get_env = self._environment(environment)  # type: ignore[method-assign]  # see above
        try:
            yield
        finally:
            Page.render = render  # type: ignore[method-assign]  # see above
            SearchIndex.add_entry_from_context = index
            Theme.get_env = environment  # type: ignore[method-assign]  # see above

    def _environment(self, make: Callable[..., Environment]) -> Callable[..., Environment]:
        """The theme's templates, compiled once, and set only for what is not the same as before."""
        themed, settings = self._themed, self._settings
        navigation: dict[int, str] = {}

        class Kept(Template):
            def render(self, context: Any, /) -> str:
                page, nav = context.get("page"), context["nav"]
                if page is None:
                    return super().render(context)
                around = [(one.title, one.url) for one in (page.previous_page, page.next_page) if one]
                pencil = (context["config"].extra.get("new_files") or {}).get(page.file.src_uri)
                listed = navigation.setdefault(id(nav), str(nav))
                key = (
                    settings,
                    listed,
                    around,
                    pencil,
                    page.content,
                    str(page.toc),
                    str(page.meta),
                    page.title,
                )
                known = themed.get(page.url)
                if known is None or known[0] != key:
                    known = themed[page.url] = (key, super().render(context))
                return known[1]

        def environment(theme: Any) -> Environment:
            made, dirs = make(theme), tuple(theme.dirs)
            made.loader = self._loaders.setdefault(dirs, _Listed(dirs))
            made.bytecode_cache, made.template_class = self._compiled, Kept
            return made

        return environment

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
