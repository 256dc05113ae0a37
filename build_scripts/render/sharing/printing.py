"""Render, sharing: the pages of a built site in; all of them as one page for paper out.

Each passage that any page cites stands once, as a numbered note at the end.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Sequence
from itertools import count, groupby
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from build_scripts.parts import owner_of
from build_scripts.render.sharing.page import FAMILIES, Built, Site

PRINT = "print.html"
LEFT_OUT = frozenset({"guide.html", "comparisons/pair.html"})
"""How to edit, and a page that is nothing without scripts."""
MOST = 150
"""Pages up to which the sheet holds all of them; beyond, no printer and hardly a browser takes it."""
FIRST, LAST = ("index.html",), ("about.html", "method.html", "corrections.html")

_ARTICLE = re.compile(r"<article\b[^>]*>(?P<inner>.*)</article>", re.DOTALL)
_EVIDENCE = re.compile(r'<details[^>]* class="evd".*?</ul></details>', re.DOTALL)
_ENTRY = re.compile(r'<li class="evi\b.*?(?=<li class="evi\b|</ul></details>$)', re.DOTALL)
_ENTRY_ID = re.compile(r'id="ev-(?P<key>[^"]+)"')
_CHIP = re.compile(r'<a (?P<rest>class="cite [^"]*")(?=[^>]* data-ev="(?P<key>[^"]+)")[^>]*>')
_CHIP_END = re.compile(r'(<a class="cite [^"]*" href="#note-(?P<number>[0-9]+)">.*?)</a>', re.DOTALL)
_CITING = re.compile(r'data-ev="(?P<key>[^"]+)"')
_CHROME = re.compile(
    r"""
      <nav\ class="kicker".*?</nav>
    | <a\ id="__skip"[^>]*></a>
    | <a\b[^>]*\bclass="(?:headerlink|claim-link|md-content__button[^"]*)"[^>]*>.*?</a>
    | <(?P<tag>script|form|button|dialog|noscript|template)\b.*?</(?P=tag)>
    """,
    re.VERBOSE | re.DOTALL,
)
_HEADING = re.compile(r"<(?P<end>/?)h(?P<level>[1-5])\b")
_ID = re.compile(r'(?<=\s)(?P<name>id|for|headers|aria-labelledby|aria-describedby)="(?P<value>[^"]*)"')
_LINK = re.compile(r'(?<=\s)(?P<name>href|src|xlink:href)="(?P<value>[^"]*)"')
_URL = re.compile(r"url\(#(?P<id>[^)]+)\)")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_STYLE = re.compile(r'<link rel="stylesheet" href="[^"]*"\s*/?>')


def numbered(text: str) -> str:
    """Give each citation of a page the number that its passage has among the page's notes, for paper.

    >>> numbered('<a data-ev="a"> <details class="evd"><ul><li id="ev-a"></li></ul></details>')
    '<a data-ev="a" data-n="1"> <details class="evd"><ul><li id="ev-a"></li></ul></details>'
    """
    evidence = _EVIDENCE.search(text)
    keys = [found["key"] for found in _ENTRY_ID.finditer(evidence[0])] if evidence else []
    number = {key: place for place, key in enumerate(keys, 1)}

    def with_number(match: re.Match[str]) -> str:
        place = number.get(match["key"])
        return f'{match[0]} data-n="{place}"' if place else match[0]

    return _CITING.sub(with_number, text)


def print_view(pages: Sequence[tuple[Built, str]], site: Site) -> str:
    """One page with all pages in the order of reading, and the passages cited as notes at its end."""
    shown = sorted(
        (each for each in _fitting(pages) if each[0].path not in LEFT_OUT),
        key=lambda each: _order(each[0].path),
    )
    left = len(pages) - len(shown) if len(pages) > MOST else 0
    told = (
        f"<p>{left:,} pages are not on this one, which would be too long with them: the indexes name them, "
        "and each prints by itself.</p>\n"
        if left
        else ""
    )
    inside = frozenset(built.path for built, _ in shown)
    listed = frozenset(html.unescape(found["key"]) for _, text in shown for found in _ENTRY_ID.finditer(text))
    notes, numbers = _Notes(listed), count(1)
    parts = []
    for built, text in shown:
        inner = notes.taken(_bare(text), built.path, inside, numbers)
        parts.append(f'<section class="sheet" id="{html.escape(_anchor(built.path))}">{inner}</section>')
    styles = _STYLE.findall(next((text for built, text in shown if "/" not in built.path), ""))
    name = html.escape(site.name)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{name}: the whole briefing on one page</title>\n"
        '<meta name="robots" content="noindex">\n<meta name="color-scheme" content="light">\n'
        f'{"".join(styles)}<link rel="stylesheet" href="assets/share.css">\n</head>\n'
        '<body class="print-view md-typeset" data-md-color-scheme="default" data-md-color-primary="custom" '
        'data-md-color-accent="custom">\n<main>\n'
        f'<h1>{name}</h1>\n<p><a href="index.html">The briefing as a site</a></p>\n{told}'
        f'<nav aria-label="Contents"><ul>{_contents([built for built, _ in shown])}</ul></nav>\n'
        f"{''.join(parts)}\n"
        f"{notes.as_section()}</main>\n</body>\n</html>\n"
    )


def _fitting(pages: Sequence[tuple[Built, str]]) -> Sequence[tuple[Built, str]]:
    """All pages; of too many those that are no leaf of a section."""
    if len(pages) <= MOST:
        return pages
    return [each for each in pages if not is_leaf(each[0].path)]


def is_leaf(path: str) -> bool:
    """Whether this is a page of a section other than its index."""
    return path.split("/")[0] in FAMILIES and not path.endswith("/index.html")


def _contents(pages: Sequence[Built]) -> str:
    """Pages of their own, and each section with its pages below it; the first page follows right behind."""
    written: list[str] = []
    behind = [built for built in pages if built.path != "index.html"]
    for _, group in groupby(behind, key=lambda built: built.path.rpartition("/")[0]):
        section = list(group)
        entries = [_entry(built) for built in section]
        if section[0].path.endswith("/index.html") and len(entries) > 1:
            below = "".join(f"<li>{one}</li>" for one in entries[1:])
            entries = [f"{entries[0]}<ul>{below}</ul>"]
        written += [f"<li>{one}</li>" for one in entries]
    return "".join(written)


def _entry(built: Built) -> str:
    state = f" ({built.state_in_words.rstrip('.')})" if built.is_draft else ""
    return f'<a href="#{quote(_anchor(built.path))}">{html.escape(built.title + state)}</a>'


class _Notes:
    """Passages in the order of their first citation, each with the fullest entry that any page has for it."""

    def __init__(self, listed: frozenset[str]) -> None:
        """`listed`: passages that any page lists; a citation of another leads to its article as before."""
        self._listed = listed
        self._numbers: dict[str, int] = {}
        self._entries: dict[str, str] = {}

    def taken(self, inner: str, path: str, inside: frozenset[str], numbers: count[int]) -> str:
        """A page's content without its evidence, with numbers in its place, as a part of the whole."""
        evidence = _EVIDENCE.search(inner)
        for entry in _ENTRY.findall(evidence[0]) if evidence else ():
            found = _ENTRY_ID.search(entry)
            if found is None:
                continue
            key = html.unescape(found["key"])
            written = _placed(_ENTRY_ID.sub("", entry), path, inside)
            if len(written) > len(self._entries.get(key, "")):
                self._entries[key] = written

        def chip(match: re.Match[str]) -> str:
            key = html.unescape(match["key"])
            if key not in self._listed:
                return match[0]
            number = self._numbers.get(key) or self._numbers.setdefault(key, next(numbers))
            return f"<a {match['rest']} data-note={number}>"

        body = _CHIP.sub(chip, _EVIDENCE.sub("", inner))
        body = _placed(body, path, inside)
        body = re.sub(r" data-note=([0-9]+)>", r' href="#note-\1">', body)
        return _CHIP_END.sub(r'\1<sup class="note-n">\2</sup></a>', body)

    def as_section(self) -> str:
        rows = []
        for key, number in self._numbers.items():
            entry = self._entries.get(key, "<li>")
            rows.append(entry.replace("<li ", f'<li id="note-{number}" ', 1).replace("  ", " "))
        if not rows:
            return ""
        return (
            f'<section class="endnotes"><h2 id="evidence">Evidence, word for word</h2>'
            f'<ol class="evlist">{"".join(rows)}</ol></section>\n'
        )


def _bare(text: str) -> str:
    """What stands on the page itself, one level of heading down, with all folds open."""
    article = _ARTICLE.search(text)
    inner = _CHROME.sub("", article["inner"] if article else "")
    inner = _HEADING.sub(lambda match: f"<{match['end']}h{int(match['level']) + 1}", inner)
    return re.sub(r"<details(?![^>]*\sopen\b)", "<details open", inner)


def _placed(markup: str, path: str, inside: frozenset[str]) -> str:
    """Ids and addresses of a page as they are on the page that holds all."""

    def own(value: str) -> str:
        return " ".join(f"{html.escape(_anchor(path))}:{one}" for one in value.split())

    def link(match: re.Match[str]) -> str:
        value = html.unescape(match["value"])
        if _SCHEME.match(value):
            return match[0]
        parts = urlsplit(value)
        folder = posixpath.dirname(path)
        place = posixpath.normpath(posixpath.join(folder, unquote(parts.path))) if parts.path else path
        if place in inside:
            to = "#" + quote(_anchor(place), safe="/:") + (f":{parts.fragment}" if parts.fragment else "")
        else:
            to = urlunsplit(("", "", quote(place), parts.query, parts.fragment))
        return f'{match["name"]}="{html.escape(to)}"'

    markup = _ID.sub(lambda match: f'{match["name"]}="{own(match["value"])}"', markup)
    markup = _URL.sub(lambda match: f"url(#{own(match['id'])})", markup)
    return _LINK.sub(link, markup)


def _anchor(path: str) -> str:
    """The name of a page within the whole."""
    return path.removesuffix(".html").replace(" ", "%20")


def _order(path: str) -> tuple[int, int, str]:
    """The first page, pages of their own, the sections with their indexes first, then about the briefing."""
    section = path.split("/")[0]
    if path in FIRST:
        return 0, 0, path
    if path in LAST:
        return 9, 0, f"{LAST.index(path)}"
    ranks = ("chronology", "actors", "comparisons", "sources")
    rank = 2 + ranks.index(section) if section in FAMILIES else 1
    # The parts of a list stand behind it: those of an index before the pages of its section.
    owner = owner_of(f"{path[:-5]}.md")
    place = 0 if path.endswith("/index.html") else 1 if owner.endswith("/index.md") else 2
    return rank, place, f"{owner[:-3]}.html\n{path}" if owner and place == 2 else path
