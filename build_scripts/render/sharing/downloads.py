"""Render, sharing: the tables that the build wrote in; links to them, for the pages they stand for, out."""

from __future__ import annotations

from collections.abc import Sequence

STANDS_FOR = {
    "chronology/index": ("contacts",),
    "actors/index": ("actors",),
    "comparisons/index": ("readings", "differences", "developments"),
    "sources/index": ("sources", "lineages", "passages"),
}
"""Tables by the page on which a reader sees what is in them."""
ALL = ("method", "about")
"""Pages that link every table."""


def downloads(path: str, tables: Sequence[str]) -> str:
    """A section with links to what a page's tables hold; nothing where there is nothing to link."""
    page = path.removesuffix(".html")
    page = page if page in STANDS_FOR or not page.endswith("/index") else page.removesuffix("/index")
    names = tables if page in ALL else [name for name in STANDS_FOR.get(page, ()) if name in tables]
    if not names:
        return ""
    up = "../" * path.count("/")
    if page not in ALL:
        links = "; ".join(_links(name, up) for name in names)
        return (
            f'<p class="downloads">As data: {links}. '
            f'What the columns hold: <a href="{up}data/datapackage.json">data package</a>.</p>\n'
        )
    rows = "".join(f"<li>{_links(name, up)}</li>" for name in names)
    return (
        '<section class="downloads"><h2 id="downloads">The data</h2>'
        "<p>Every table of this briefing, as it was when these pages were built. "
        f'The <a href="{up}data/datapackage.json">data package</a> says what the columns hold.</p>'
        f"<ul>{rows}</ul></section>\n"
    )


def _links(name: str, up: str) -> str:
    forms = " ".join(
        f'<a href="{up}data/{name}.{form}" download aria-label="{name} as {form.upper()}">{form.upper()}</a>'
        for form in ("csv", "json")
    )
    return f"{name} ({forms})"
