"""Render: the theme's navigation in; the same drawn once for all pages of a folder that are not in it, out.

To each of these pages it looks alike: nothing in it is marked as the page at hand, and links differ with the
folder alone. On a page in the navigation it is drawn anew, and so is what a site has in its place.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import material
from jinja2 import Environment, Template
from jinja2.runtime import Context
from mkdocs.theme import Theme

ALIKE = frozenset({"partials/nav.html", "partials/tabs.html"})
_THEME = Path(material.__file__).parent / "templates"

_Draw = Callable[[Context], Iterator[str]]


@contextmanager
def drawn_once() -> Iterator[None]:
    """Within, the engine draws the navigation once for each folder."""
    # The engine has no door for this: its own function is replaced while it works, and put back.
    make = Theme.get_env
    Theme.get_env = _framed(make)  # type: ignore[method-assign]  # see above
    try:
        yield
    finally:
        Theme.get_env = make  # type: ignore[method-assign]  # see above


def _framed(make: Callable[..., Environment]) -> Callable[..., Environment]:
    def environment(theme: Theme) -> Environment:
        made = make(theme)
        made.template_class = _Framed
        return made

    return environment


class _Framed(Template):
    """A template of the theme; of those that look alike, what they gave is kept."""

    @classmethod
    def from_code(cls, environment: Environment, code: Any, *others: Any) -> Template:
        made = super().from_code(environment, code, *others)
        if made.name in ALIKE and made.filename == str(_THEME / made.name):
            made.root_render_func = _once(made.root_render_func)
        return made


def _once(draw: _Draw) -> _Draw:
    known: dict[tuple[object, ...], tuple[str, ...]] = {}

    def drawn(context: Context) -> Iterator[str]:
        page, nav = context.get("page"), context.get("nav")
        if page is None or context["config"].use_directory_urls or page in nav.pages:
            yield from draw(context)
            return
        key = (id(nav), context["base_url"], posixpath.dirname(page.url))
        if key not in known:
            known[key] = tuple(draw(context))
        yield from known[key]

    return drawn
