"""Render, audit: the folder of a built site in; faults out, or the same pages with a policy for browsers.

Escaping keeps article text from becoming markup; this is the check that it did, on what readers get.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from build_scripts.errors import Fault
from build_scripts.render.audit.addresses import Kind, kind_of, target, urls_in_style
from build_scripts.render.audit.documents import wrong_in_xml
from build_scripts.render.audit.page import MEND, Found, places, read_page
from build_scripts.render.audit.policy import HEAD, with_policy
from build_scripts.render.audit.scripts import KnownScripts, known_scripts
from build_scripts.render.processes import changed, made_of

__all__ = ["KnownScripts", "audit", "known_scripts", "seal"]

INDEX = "search/search_index.json"
READ = frozenset({".css", ".html", ".js", ".svg", ".xml"})
RUN = frozenset(
    {".atom", ".cjs", ".hta", ".htm", ".mathml", ".mht", ".mhtml", ".mjs", ".mml", ".rdf", ".rss", ".shtml"}
    | {".svgz", ".swf", ".xbl", ".xht", ".xhtm", ".xhtml", ".xsd", ".xsl", ".xslt", ".xul"}
)
"""Files that could run scripts and that no page needs; a page is written `.html`, a drawing `.svg`."""
MEND_KIND = "Take it out of docs/, or write it as Markdown, or as a picture that browsers only show."
HEADLESS = "a page that does not begin with its head, where the policy for browsers stands"
MEND_HEAD = "Write it as Markdown, or begin it with <!doctype html><html><head>."
MEND_LINK = "Correct the address, or give the place that it names an id."


def seal(site: Path, known: KnownScripts, site_url: str = "") -> tuple[Fault, ...]:
    """Audit a built site and, if nothing is wrong, give every page its Content-Security-Policy.

    `site_url` is the address at which the site will stand; without one it stands at the root of its host.
    """
    pages, faults = audit(site, known, site_url)
    headless = [path for path in _html(pages) if not pages[path].has_head]
    faults += tuple(Fault(path, 1, HEADLESS, MEND_HEAD) for path in headless)
    if faults:
        return faults

    hashes = {site / path: pages[path].hashes for path in _html(pages)}
    changed(list(hashes), lambda file: (None, with_policy(file.read_text(encoding="utf-8"), hashes[file])))
    return ()


def _html(pages: Iterable[str]) -> Iterator[str]:
    return (path for path in pages if path.endswith(".html"))


def audit(
    site: Path, known: KnownScripts, site_url: str = ""
) -> tuple[Mapping[str, Found], tuple[Fault, ...]]:
    """Read pages, pictures, style sheets and the search index of a site; name all that must not be there."""
    files = {file.relative_to(site).as_posix(): file for file in sorted(site.rglob("*")) if file.is_file()}
    base = f"{urlsplit(site_url).path.rstrip('/')}/"
    faults: list[Fault] = []
    read = [path for path in files if path.endswith((".html", ".svg"))]
    every = made_of(read, lambda path: _read(path, files[path], known))
    pages = dict(zip(read, every, strict=True))
    for path, file in files.items():
        kind = file.suffix.lower()
        if kind in RUN or (kind in READ and kind != file.suffix):
            what = f"a kind of file that browsers run as a page: {file.suffix}"
            faults.append(Fault(path, 0, what, MEND_KIND))
        elif path.endswith((".html", ".svg")):
            faults += pages[path].faults
        elif path.endswith(".css"):
            faults += _style_sheet(path, file.read_text(encoding="utf-8"))
        elif path.endswith(".xml") and (what := wrong_in_xml(file.read_bytes())):
            faults.append(Fault(path, 0, what, MEND_KIND))
    is_shipped = cache(lambda path: path in files and known.has_file(files[path].read_bytes()))

    def wrong(path: str) -> tuple[tuple[str, str], ...]:
        return (
            *_links(path, pages[path], pages, files, base),
            *_scripts(path, pages[path], base, is_shipped),
        )

    for path, named in zip(pages, made_of(list(pages), wrong), strict=True):
        for address, what in named:
            text = files[path].read_text(encoding="utf-8")
            mend = MEND_LINK if address in pages[path].links else MEND
            faults += (
                Fault(path, text.count("\n", 0, at) + 1, what, mend) for at in places(text, address, known)
            )
    faults += _unasked(files, pages, base, is_shipped)
    if INDEX in files:
        faults += _search(files[INDEX].read_text(encoding="utf-8"), pages, files, known)
    return pages, tuple(faults)


def _read(path: str, file: Path, known: KnownScripts) -> Found:
    text = file.read_text(encoding="utf-8")
    found = read_page(path, text, known)
    found.has_head = HEAD.match(text) is not None
    return found


_Wrong = Iterator[tuple[str, str]]
"""An address, and what is wrong with it."""


def _links(
    path: str, found: Found, pages: Mapping[str, Found], files: Mapping[str, Path], base: str
) -> _Wrong:
    for address in found.links:
        where = target(address, path, base)
        if where.path not in files:
            yield address, f"nothing stands at the address {address}"
        elif where.fragment and where.path in pages and where.fragment not in pages[where.path].ids:
            yield address, f"{where.path} has no place named {where.fragment}"


def _scripts(path: str, found: Found, base: str, is_shipped: Callable[[str], bool]) -> _Wrong:
    for address in found.scripts:
        if kind_of(address) is not Kind.INTERNAL:
            yield address, f"a script from another host: {address[:80]}"
        elif not is_shipped(target(address, path, base).path):
            yield address, f"a script that the site does not ship: {address[:80]}"


def _unasked(
    files: Iterable[str], pages: Mapping[str, Found], base: str, is_shipped: Callable[[str], bool]
) -> Iterator[Fault]:
    """Scripts that no page names: one of them may stand in the place of what a script of ours loads."""
    asked = {target(one, path, base).path for path, found in pages.items() for one in found.scripts}
    unasked = [path for path in files if path.endswith(".js") and path not in asked]
    for path, is_known in zip(unasked, made_of(unasked, is_shipped), strict=True):
        if not is_known:
            yield Fault(path, 0, f"a script that the site does not ship: {path}", MEND)


def _style_sheet(path: str, text: str) -> Iterator[Fault]:
    for url in urls_in_style(text):
        if kind_of(url) in (Kind.EXTERNAL, Kind.UNKNOWN):
            yield Fault(path, 0, f"a request to another host: {url[:80]}", MEND)


def _search(
    text: str, pages: Mapping[str, Found], files: Mapping[str, Path], known: KnownScripts
) -> Iterator[Fault]:
    """Results are shown as markup, so that the index is read like a page."""
    for entry in json.loads(text).get("docs", ()):
        where = target(entry["location"], "index.html", "/")
        yield from read_page(INDEX, f"{entry['title']}\n{entry['text']}", known).faults
        is_there = where.path in files and (
            not where.fragment or where.path not in pages or where.fragment in pages[where.path].ids
        )
        if not is_there:
            yield Fault(INDEX, 0, f"the search leads to {entry['location']}, which is not there", MEND_LINK)
