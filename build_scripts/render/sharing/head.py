"""Render, sharing: a built page and what is known of it in; the page with a head that says so out."""

from __future__ import annotations

import html
import json
import re
from urllib.parse import quote

from build_scripts.render.sharing.images import IMAGES, SIZE
from build_scripts.render.sharing.linked_data import linked_data
from build_scripts.render.sharing.page import Built, Site

_DESCRIPTION = re.compile(r'[ \t]*<meta name="description" content="[^"]*"\s*/?>\n?')
_IN_SCRIPT = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)
STYLE, SCRIPT = "assets/share.css", "assets/share.js"


def with_head(text: str, page: Built, site: Site) -> str:
    """The page's text with description, preview, linked data and the files that sharing needs."""
    before, mark, after = text.partition("</head>")
    before = _DESCRIPTION.sub("", before)
    up = "../" * page.path.count("/")
    lines = [
        *(
            f'<meta {kind}="{name}" content="{html.escape(value)}">'
            for kind, name, value in _named(page, site)
        ),
        f'<link rel="stylesheet" href="{up}{STYLE}">',
        f'<script type="application/ld+json">{in_script(linked_data(page, site))}</script>',
    ]
    if 'class="claim-link"' in text:
        lines.append(f'<script src="{up}{SCRIPT}" defer></script>')
    return before + "".join(f"{line}\n" for line in lines) + mark + after


def in_script(value: object) -> str:
    """JSON that no reader of HTML can take for markup.

    >>> in_script({"name": "</script><b>"})
    '{"name":"\\\\u003c/script\\\\u003e\\\\u003cb\\\\u003e"}'
    """
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_IN_SCRIPT)


def address_of(page: Built, site: Site) -> str:
    """The page's address as it will be published; empty where nobody knows it yet."""
    if not site.address:
        return ""
    return page.canonical or f"{site.address}{quote(page.path)}"


def _named(page: Built, site: Site) -> list[tuple[str, str, str]]:
    named = [
        ("name", "description", page.description),
        ("name", "briefing-version", page.version),
        ("property", "og:type", "website" if page.family in ("home", "about") else "article"),
        ("property", "og:site_name", site.name),
        ("property", "og:title", page.title),
        ("property", "og:description", page.description),
    ]
    if site.newest:
        named.insert(2, ("name", "briefing-sources-to", site.newest))
    if site.address:
        wide, high = SIZE
        named += [
            ("property", "og:url", address_of(page, site)),
            ("property", "og:image", f"{site.address}{IMAGES}/{page.family}.png"),
            ("property", "og:image:width", str(wide)),
            ("property", "og:image:height", str(high)),
            ("property", "og:image:alt", "A drawing without words that stands for this kind of page"),
            ("name", "twitter:card", "summary_large_image"),
        ]
    return named
