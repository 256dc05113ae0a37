"""Render: what stands at addresses that are no page of their own in; redirects, and a site without notices in
its map, out. (What the search finds is made without them.)

Written after the engine is done, as plain files: no plugin is needed, and every engine's site can have them.
"""

from __future__ import annotations

import gzip
import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from mkdocs.structure.files import File
from mkdocs.utils import get_relative_url

from build_scripts.addresses import FILE, LEFT_OUT, UNLISTED, from_text

_REDIRECT = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="{canonical}">
<meta http-equiv="refresh" content="0; url={there}">
<meta name="viewport" content="width=device-width, initial-scale=1">
</head>
<body>
<p>This page has moved: <a href="{there}">{title}</a></p>
</body>
</html>
"""
_ENTRY = re.compile(r"[ \t]*<url>.*?</url>\s*", re.DOTALL)
_LOCATION = re.compile(r"<loc>(.*?)</loc>")
_LITERAL = re.compile(r"[\\*?\[\]!# ]")


@dataclass(frozen=True, slots=True)
class Places:
    """By path in docs/: where addresses lead on (page and title), pages not built, and pages not listed."""

    leading: Mapping[str, tuple[str, str]]
    left_out: frozenset[str]
    unlisted: frozenset[str]

    @property
    def unbuilt(self) -> frozenset[str]:
        """Pages that the engine does not see: what stands at their address, if anything, is a redirect."""
        return self.left_out | frozenset(self.leading)


def load(data: Path) -> Places:
    """What the build wrote; nothing where it wrote nothing."""
    file = data / FILE
    return _read(file, file.stat().st_mtime_ns) if file.is_file() else Places({}, frozenset(), frozenset())


@lru_cache(maxsize=4)
def _read(file: Path, changed: int) -> Places:
    """The file as it was when it last changed: every page of a build asks for it."""
    found = from_text(file.read_text("utf-8"))
    return Places(
        leading={one.page: (one.to, one.title) for one in found if one.to},
        left_out=frozenset(one.page for one in found if one.why in LEFT_OUT),
        unlisted=frozenset(one.page for one in found if one.why in UNLISTED),
    )


def patterns(pages: Iterable[str]) -> str:
    """Lines, as of a .gitignore file, that name exactly these pages.

    >>> patterns(["actors/a*.md"])
    '/actors/a\\\\*.md'
    """
    return "\n".join("/" + _LITERAL.sub(lambda match: f"\\{match[0]}", page) for page in sorted(pages))


def finish(site: Path, places: Places, *, use_directory_urls: bool, site_url: str) -> None:
    """Write the redirects of a built site, and take the notices out of its map."""
    for old, (new, title) in sorted(places.leading.items()):
        here, there = (_file(path, site, use_directory_urls) for path in (old, new))
        target = site / here.dest_uri
        relative = get_relative_url(there.url, here.url)
        base = site_url if site_url.endswith("/") else f"{site_url}/"
        target.parent.mkdir(parents=True, exist_ok=True)
        words = {
            "title": title or new,
            "there": relative,
            "canonical": f"{base}{there.url}" if site_url else relative,
        }
        written = {key: html.escape(each) for key, each in words.items()}
        target.write_text(_REDIRECT.format(**written), "utf-8")
    unlisted = {_file(path, site, use_directory_urls).url for path in places.unlisted}
    if unlisted:
        _leave_out_of_map(site / "sitemap.xml", unlisted)


def _file(path: str, site: Path, use_directory_urls: bool) -> File:
    return File(path, src_dir="", dest_dir=str(site), use_directory_urls=use_directory_urls)


def _leave_out_of_map(file: Path, addresses: Iterable[str]) -> None:
    if not file.is_file():
        return
    ends = tuple(f"/{address}" for address in addresses)
    before = file.read_text("utf-8")

    def kept(match: re.Match[str]) -> str:
        location = _LOCATION.search(match[0])
        return "" if location and html.unescape(location[1]).endswith(ends) else match[0]

    text = _ENTRY.sub(kept, before)
    if text != before:
        file.write_text(text, "utf-8")
        packed = file.with_name(f"{file.name}.gz")
        if packed.is_file():
            packed.write_bytes(gzip.compress(text.encode(), mtime=0))
