"""Render: what a mkdocs.yml says, and the pages there are, in; the options that it leaves out, out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

EXTENSION = "build_scripts.render.extension"
SECTIONS = ("chronology", "actors", "comparisons", "sources")
HOME, GUIDE = "index.md", "guide.md"
ABOUT = ("about.md", "method.md", "corrections.md", GUIDE)
STYLES = ("assets/briefing.css", "assets/blocks.css", "assets/tools.css")
SCRIPTS = ("assets/briefing.js", "assets/search.js")
VALIDATION = {
    "omitted_files": "warn",
    "absolute_links": "relative_to_docs",
    "unrecognized_links": "warn",
    "anchors": "warn",
}
UNSERVED = "/data/*.svg\n/data/search.json"
"""Pictures are drawn for the pages that they stand in (on their own, their links would lead nowhere); what is
found becomes the search's index."""


def supplied(given: Mapping[str, Any], theme: str, data: str, pages: Collection[str]) -> dict[str, Any]:
    """Options to add to a configuration: what it states itself stays, lists are completed.

    `theme` and `data` are the folders of the theme's parts and of the build's data, `pages` paths in docs/.

    >>> supplied({"nav": ["index.md"], "theme": "material"}, "t", "d", ())["theme"]["custom_dir"]
    't'
    """
    options: dict[str, Any] = {
        "use_directory_urls": False,
        "plugins": ["search"],
        "nav": navigation(pages),
        "not_in_nav": "\n".join(f"/{section}/*.md" for section in SECTIONS),
    }
    missing = {key: value for key, value in options.items() if key not in given}
    if "nav" in given and GUIDE not in str(given["nav"]):
        # A navigation that somebody wrote does not know every page that the program brings.
        missing["not_in_nav"] = f"{given.get('not_in_nav') or options['not_in_nav']}\n/{GUIDE}"
    extra = dict(given.get("extra") or {})
    return {
        **missing,
        "validation": {**VALIDATION, **(given.get("validation") or {})},
        "theme": _theme(given.get("theme"), theme),
        "markdown_extensions": _extensions(given.get("markdown_extensions") or [], data),
        "extra_css": _completed(given.get("extra_css") or [], list(STYLES)),
        "extra_javascript": _completed(
            given.get("extra_javascript") or [], [{"path": path, "defer": True} for path in SCRIPTS]
        ),
        "extra": {"generator": False, **extra},
        "exclude_docs": "\n".join((UNSERVED, str(given.get("exclude_docs") or ""))).strip(),
    }


def navigation(pages: Collection[str]) -> list[Any]:
    """The first page, pages of their own, the sections' indexes, and what is said about the briefing.

    The first has the site's own title, which stands above the menu already.

    >>> navigation(["index.md", "talks.md", "actors/index.md", "actors/a-arden.md", "about.md"])
    [{'Home': 'index.md'}, 'talks.md', 'actors/index.md', {'About': ['about.md']}]
    """
    own = sorted(page for page in pages if "/" not in page and page not in (HOME, *ABOUT))
    about = [page for page in ABOUT if page in pages]
    indexes = [f"{section}/index.md" for section in SECTIONS]
    home: list[Any] = [{"Home": HOME}] if HOME in pages else []
    return [
        *home,
        *(page for page in (*own, *indexes) if page in pages),
        *([{"About": about}] if about else []),
    ]


def _theme(given: Any, folder: str) -> dict[str, Any]:
    stated = {"name": given} if isinstance(given, str) else dict(given or {"name": "material"})
    usual = {
        "custom_dir": folder,
        "features": ["navigation.tabs", "navigation.top", "search.highlight"],
        "icon": {"logo": "material/format-quote-open"},
        "palette": [
            _palette("light", "default", "weather-night", "Switch to the dark scheme"),
            _palette("dark", "slate", "weather-sunny", "Switch to the light scheme"),
        ],
    }
    # Fonts are never fetched: a reader's visit is nobody else's business.
    return {**usual, **stated, "font": False}


def _palette(preferred: str, scheme: str, icon: str, told: str) -> dict[str, Any]:
    return {
        "media": f"(prefers-color-scheme: {preferred})",
        "scheme": scheme,
        "primary": "custom",
        "accent": "custom",
        "toggle": {"icon": f"material/{icon}", "name": told},
    }


def _extensions(given: Any, data: str) -> list[Any]:
    """Those that pages need, and ours, told where the data is."""
    stated = list(given) if not isinstance(given, Mapping) else [{key: value} for key, value in given.items()]
    names = {name for entry in stated for name in (entry if isinstance(entry, Mapping) else (entry,))}
    usual: list[Any] = ["attr_list", "tables", {"toc": {"title": "On this page", "permalink": True}}]
    added = [
        entry for entry in usual if (next(iter(entry)) if isinstance(entry, dict) else entry) not in names
    ]
    ours = [entry for entry in stated if _name(entry) not in ("briefing", EXTENSION)]
    return [*ours, *added, {EXTENSION: {"data": data}}]


def _name(entry: Any) -> str:
    return str(next(iter(entry))) if isinstance(entry, Mapping) else str(entry)


def _completed(given: list[Any], ours: list[Any]) -> list[Any]:
    def path(entry: Any) -> str:
        return str(entry.get("path")) if isinstance(entry, Mapping) else str(entry)

    stated = {path(entry) for entry in given}
    return [*(entry for entry in ours if path(entry) not in stated), *given]
