"""Export: corrections and withdrawals in; an Atom feed (RFC 4287) of them out, newest first.

Every date is one that people wrote: no clock is read, and two builds give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from build_scripts import edtf, naming
from build_scripts.escape import one_line
from build_scripts.models import Briefing

NAME = "feed.xml"
ATOM = "http://www.w3.org/2005/Atom"
CORRECTIONS = "corrections.md"
BEFORE_ALL = "1970-01-01"


@dataclass(frozen=True, slots=True)
class Change:
    """One entry: the day, the page (path in docs/), a headline, what changed, and why."""

    date: str
    page: str
    title: str
    told: str

    @property
    def id(self) -> str:
        """Stays the same while the day, the page and the headline do."""
        named = f"{self.page} {self.date} {self.title}".encode("utf-8", "replace")
        return f"urn:uuid:{uuid5(NAMESPACE_URL, named.decode('utf-8'))}"


def feed(briefing: Briefing) -> str:
    """The text of the feed; links are absolute where the site has an address."""
    config = briefing.config
    changes = sorted(changed(briefing), key=lambda one: (one.date, one.page, one.title), reverse=True)
    latest = changes[0].date if changes else _last_day(briefing)
    root = Element("feed", {"xmlns": ATOM, "xml:lang": config.language})
    own = f"{config.site_url.rstrip('/')}/data/{NAME}" if config.site_url else NAME
    _add(root, "id", f"urn:uuid:{uuid5(NAMESPACE_URL, config.site_url or config.site_name)}")
    _add(root, "title", f"{config.site_name}: corrections")
    _add(root, "updated", f"{latest}T00:00:00Z")
    SubElement(root, "link", {"rel": "self", "href": own})
    SubElement(root, "link", {"rel": "alternate", "href": _address(CORRECTIONS, briefing)})
    _add(SubElement(root, "author"), "name", config.site_name)
    for change in changes:
        entry = SubElement(root, "entry")
        _add(entry, "id", change.id)
        _add(entry, "title", change.title)
        _add(entry, "updated", f"{change.date}T00:00:00Z")
        SubElement(entry, "link", {"rel": "alternate", "href": _address(change.page, briefing)})
        _add(entry, "content", change.told)
    indent(root)
    return f"<?xml version='1.0' encoding='utf-8'?>\n{tostring(root, encoding='unicode')}\n"


def changed(briefing: Briefing) -> Iterator[Change]:
    """Each correction of a page, and each source that was withdrawn."""
    titles = dict(_titles(briefing))
    for path, made in briefing.records.corrections:
        told = f"It said: {made.was} It says: {made.now} Why: {made.why}"
        yield Change(made.date, path, f"Corrected: {titles.get(path, path)}: {made.was}", told)
    for source in briefing.withdrawn:
        if source.withdrawn:
            what = f"Withdrawn: {naming.source_title(source)}"
            yield Change(source.withdrawn.date, naming.source_page(source.id), what, source.withdrawn.why)


def _titles(briefing: Briefing) -> Iterable[tuple[str, str]]:
    records = briefing.records
    yield from ((one.page, one.name) for one in records.actors)
    yield from ((one.page, one.title) for one in records.contacts)
    yield from ((one.page, one.title) for one in records.events)
    yield from ((one.page, one.question) for one in records.topics)
    yield from ((naming.source_page(one.id), naming.source_title(one)) for one in briefing.sources)


def _last_day(briefing: Briefing) -> str:
    """The last day that the sources cover: a feed has to say since when it is as it is."""
    ends = [bounds[1] for source in briefing.sources if (bounds := edtf.bounds(source.published))]
    return max(ends).isoformat() if ends else BEFORE_ALL


def _address(path: str, briefing: Briefing) -> str:
    page = f"{path.removesuffix('.md')}.html"
    base = briefing.config.site_url.rstrip("/")
    return f"{base}/{page}" if base else f"../{page}"


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = one_line(text)
