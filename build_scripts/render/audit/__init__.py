"""Render, audit: the folder of a built site in; faults out, or the same pages with a policy for browsers.

Escaping keeps article text from becoming markup; this is the check that it did, on what readers get.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from build_scripts.errors import Fault
from build_scripts.render.audit.addresses import Kind, kind_of, target, urls_in_style
from build_scripts.render.audit.page import MEND, Found, read_page
from build_scripts.render.audit.policy import HEAD, with_policy
from build_scripts.render.audit.scripts import KnownScripts, known_scripts

__all__ = ["KnownScripts", "audit", "known_scripts", "seal"]

INDEX = "search/search_index.json"
READ = frozenset({".css", ".html", ".svg"})
RUN = frozenset({".htm", ".mht", ".mhtml", ".shtml", ".svgz", ".swf", ".xht", ".xhtml", ".xsl", ".xslt"})
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
    texts = {path: (site / path).read_text(encoding="utf-8") for path in pages if path.endswith(".html")}
    faults += tuple(
        Fault(path, 1, HEADLESS, MEND_HEAD) for path, text in texts.items() if not HEAD.match(text)
    )
    if faults:
        return faults
    for path, text in texts.items():
        (site / path).write_text(with_policy(text, pages[path].hashes), encoding="utf-8", newline="")
    return ()


def audit(
    site: Path, known: KnownScripts, site_url: str = ""
) -> tuple[Mapping[str, Found], tuple[Fault, ...]]:
    """Read pages, pictures, style sheets and the search index of a site; name all that must not be there."""
    files = {file.relative_to(site).as_posix(): file for file in sorted(site.rglob("*")) if file.is_file()}
    base = f"{urlsplit(site_url).path.rstrip('/')}/"
    pages, faults = {}, []
    for path, file in files.items():
        kind = file.suffix.lower()
        if kind in RUN or (kind in READ and kind != file.suffix):
            what = f"a kind of file that browsers run as a page: {file.suffix}"
            faults.append(Fault(path, 0, what, MEND_KIND))
        elif path.endswith((".html", ".svg")):
            pages[path] = read_page(path, file.read_text(encoding="utf-8"), known)
            faults += pages[path].faults
        elif path.endswith(".css"):
            faults += _style_sheet(path, file.read_text(encoding="utf-8"))
    for path, found in pages.items():
        faults += _links(path, found, pages, files, base)
        faults += _scripts(path, found, files, base, known)
    if INDEX in files:
        faults += _search(files[INDEX].read_text(encoding="utf-8"), pages, files, known)
    return pages, tuple(faults)


def _links(
    path: str, found: Found, pages: Mapping[str, Found], files: Mapping[str, Path], base: str
) -> Iterator[Fault]:
    for address, position in found.links:
        where = target(address, path, base)
        if where.path not in files:
            yield _fault(path, position, files, f"nothing stands at the address {address}", MEND_LINK)
        elif where.fragment and where.path in pages and where.fragment not in pages[where.path].ids:
            what = f"{where.path} has no place named {where.fragment}"
            yield _fault(path, position, files, what, MEND_LINK)


def _scripts(
    path: str, found: Found, files: Mapping[str, Path], base: str, known: KnownScripts
) -> Iterator[Fault]:
    for address, position in found.scripts:
        if kind_of(address) is not Kind.INTERNAL:
            yield _fault(path, position, files, f"a script from another host: {address[:80]}", MEND)
            continue
        where = target(address, path, base).path
        if where not in files or not known.has_file(files[where].read_bytes()):
            yield _fault(path, position, files, f"a script that the site does not ship: {address[:80]}", MEND)


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


def _fault(path: str, position: int, files: Mapping[str, Path], what: str, mend: str) -> Fault:
    line = files[path].read_text(encoding="utf-8").count("\n", 0, position) + 1
    return Fault(path, line, what, mend)
