"""Render, sharing: the text of a built page in; what it is, says of itself and rests on, out."""

from __future__ import annotations

import hashlib
import html
import posixpath
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from build_scripts import edtf

_ARTICLE = re.compile(r"<article\b[^>]*>(?P<inner>.*)</article>", re.DOTALL)
_HEADING = re.compile(r"<h1\b[^>]*>(?P<inner>.*?)</h1>", re.DOTALL)
_DESCRIPTION = re.compile(r'<meta name="description" content="(?P<text>[^"]*)"\s*/?>')
_CANONICAL = re.compile(r'<link rel="canonical" href="(?P<address>[^"]*)"')
_STATE = re.compile(r'<p class="status (?P<state>\w+)"[^>]*>(?P<inner>.*?)</p>', re.DOTALL)
# match: "Evidence code 0af27243"   near-miss: "evidence codes"
_CODE = re.compile(r"[Ee]vidence code (?P<code>[0-9a-f]{8})\b")
_CITED = re.compile(r'<a class="cite [^"]*"[^>]*? href="(?P<page>[^"#]+)#p-')
_PARAGRAPH = re.compile(r"<p>(?P<inner>.*?)</p>", re.DOTALL)
_UNSAID = re.compile(
    r"""
      <a\ class="(?:headerlink|claim-link)"[^>]*>.*?</a>
    | <span\ class="corr"[^>]*>.*?</span>
    | <script\b.*?</script>
    """,
    re.VERBOSE | re.DOTALL,
)
_CHIP = re.compile(r'<a class="cite .*?</a>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
# match: a claim's row with its id   near-miss: a row without one
_CLAIM = re.compile(r'<tr\b(?=[^>]*\sid="(?P<id>claim-[^"]+)")[^>]*>(?P<inner>.*?)</tr>', re.DOTALL)
_CELL = re.compile(r"<td\b[^>]*>(?P<inner>.*?)</td>", re.DOTALL)
_SPACE_BEFORE = re.compile(r"\s+([.,;:!?)\]”’])")
NOINDEX = 'name="robots" content="noindex'
FAMILIES = ("actors", "chronology", "comparisons", "sources")
UNSHARED = ("404.html",)


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """An article as far as it is known."""

    name: str
    title: str
    publisher: str
    published: str
    is_inferred: bool
    url: str
    is_withdrawn: bool


@dataclass(frozen=True)
class Site:
    """The briefing; `address` ends with a slash, or is empty where it is not known yet."""

    name: str
    description: str
    address: str
    sources: Mapping[str, SourceFacts]
    built: Collection[str] = ()
    """Its pages, by their path there."""

    @cached_property
    def newest(self) -> str:
        """The date of the newest article, in EDTF; empty where none has one."""
        dates = [each.published for each in self.sources.values() if not each.is_withdrawn]
        dates = [date for date in dates if date and edtf.bounds(date)]
        return max(dates, key=edtf.sort_key, default="")

    @cached_property
    def source_at(self) -> Mapping[str, tuple[int, str]]:
        """Sources' pages, and their place in the site's own list, by where they may stand in a site."""
        return {at: (place, page) for place, page in enumerate(self.sources) for at in sorted(built_at(page))}

    @cached_property
    def page_of(self) -> Mapping[str, str]:
        """Where the page of each source stands in this site, by its path in docs/."""
        built = frozenset(self.built)
        return {page: at for at, (_, page) in self.source_at.items() if at in built}


@dataclass(frozen=True, slots=True)
class Claimed:
    """A row that cites passages: its address on the page, what it says, pages of the sources."""

    id: str
    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Built:
    """A page as it stands."""

    path: str
    canonical: str
    """Its whole address as the engine gives it; empty where the site has none."""
    family: str
    title: str
    description: str
    state: str
    state_in_words: str
    evidence: str
    version: str
    is_indexed: bool
    sources: tuple[str, ...]
    claims: tuple[Claimed, ...]

    @property
    def is_draft(self) -> bool:
        return self.state == "drafted"


def read(path: str, text: str, site: Site) -> Built | None:
    """A page of the site; None for redirects and for the page that says that nothing is there."""
    article = _ARTICLE.search(text)
    if article is None or path in UNSHARED:
        return None
    inner = article["inner"]
    heading = _HEADING.search(inner)
    state = _STATE.search(inner)
    state_in_words = in_words(state["inner"]) if state else ""
    code = _CODE.search(state_in_words)
    canonical = _CANONICAL.search(text)
    title = in_words(heading["inner"]) if heading else site.name
    return Built(
        path=path,
        canonical=html.unescape(canonical["address"]) if canonical else "",
        family=family_of(path, inner),
        title=title,
        description=_description(text, inner, title, state["state"] if state else "", site),
        state=state["state"] if state else "",
        state_in_words=state_in_words,
        evidence=code["code"] if code else "",
        version=hashlib.sha256(in_words(inner).encode()).hexdigest()[:8],
        is_indexed=NOINDEX not in text,
        sources=_sources(inner, path, site),
        claims=tuple(
            Claimed(html.unescape(row["id"]), _said(row["inner"]), _sources(row["inner"], path, site))
            for row in _CLAIM.finditer(inner)
        ),
    )


def family_of(path: str, inner: str) -> str:
    """The kind of page: a section's name, the first page, an event, or about the briefing.

    >>> family_of("actors/a-arden.html", ""), family_of("index.html", "")
    ('actors', 'home')
    """
    section = path.split("/")[0]
    if section in FAMILIES:
        return section
    if path == "index.html":
        return "home"
    return "event" if 'class="status ' in inner else "about"


def in_words(markup: str) -> str:
    """What a piece of a page says, on one line, without marks of citations.

    >>> in_words('They met <a class="cite l1" href="#">A</a>. 3 &lt; 5')
    'They met. 3 < 5'
    """
    plain = _TAG.sub("", _CHIP.sub("", _UNSAID.sub("", markup)).replace("</td>", " "))
    return _SPACE_BEFORE.sub(r"\1", " ".join(html.unescape(plain).split()))


def _said(row: str) -> str:
    """A row in words: "When: March 2031"."""
    cells = [in_words(cell["inner"]) for cell in _CELL.finditer(row)]
    first, *others = [cell for cell in cells if cell] or [""]
    return ": ".join([first, *([" · ".join(others)] if others else [])])


def _description(text: str, inner: str, title: str, state: str, site: Site) -> str:
    """What front matter says; else the page's first words of its own; a draft says that it is one."""
    stated = _DESCRIPTION.search(text)
    given = html.unescape(stated["text"]).strip() if stated else ""
    if not given or (given == site.description and title != site.name):
        first = next((in_words(each["inner"]) for each in _PARAGRAPH.finditer(inner)), "")
        given = f"{title}: {first}" if first and not first.startswith(title) else first or title
    if state == "drafted" and "draft" not in given.lower():
        given = f"Draft, not checked yet: {given}"
    return shortened(given, 300)


def shortened(text: str, most: int) -> str:
    """Cut at a word, with a sign that it was.

    >>> shortened("They met in May", 10)
    'They met…'
    """
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"


def _sources(markup: str, path: str, site: Site) -> tuple[str, ...]:
    """Pages of the sources cited, each once, in the order of the site's own list."""
    targets = {html.unescape(found["page"]) for found in _CITED.finditer(markup)}
    folder = posixpath.dirname(path)
    places = {posixpath.normpath(posixpath.join(folder, unquote(one))) for one in targets}
    known = {site.source_at[place] for place in places if place in site.source_at}
    return tuple(page for _, page in sorted(known))


def built_at(page: str) -> frozenset[str]:
    """Where a page of docs/ may stand in a site, with and without folders as addresses.

    >>> sorted(built_at("sources/n1.md"))
    ['sources/n1', 'sources/n1.html', 'sources/n1/index.html']
    """
    stem = page.removesuffix(".md")
    return frozenset({stem, f"{stem}.html", f"{stem}/index.html"})
