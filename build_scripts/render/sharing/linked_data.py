"""Render, sharing: what is known of a page in; the same as schema.org says it out.

A claim that a machine takes out of a page must not lose who says so: every `Claim` names the articles in
which it appears and how far the page was checked. Nothing is rated, and nothing stands outside a claim that
only an article says: what a page is about is given by its name alone.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from build_scripts.render.sharing.page import Built, Site, SourceFacts

STATUS = {
    "drafted": "Draft: not checked by a person yet",
    "reviewed": "Reviewed",
    "changed": "Changed since review",
}
ARTICLE = "#article"
"""By which the article is known that a source's page tells about, other than the page."""
# match: "2031-05-03", "2031-05"   near-miss: "2031-05~", "2031-05/2031-06", "2031-21"
_DAY = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?")


def linked_data(page: Built, site: Site) -> dict[str, Any]:
    """One page, as an object of schema.org."""
    is_record = bool(page.state)
    made: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Article" if is_record else "WebPage",
        "@id": _address(page.path, page, site),
        "name": page.title,
        "description": page.description,
        "version": page.version,
        "isPartOf": {
            "@type": "WebSite",
            "name": site.name,
            **({"url": site.address} if site.address else {}),
        },
    }
    if is_record:
        made["headline"] = page.title
        made["about"] = {"@type": "Thing", "name": page.title}
    if page.state:
        made["creativeWorkStatus"] = STATUS.get(page.state, page.state)
    if page.family == "sources" and page.path in site.source_at:
        known = site.sources[site.source_at[page.path][1]]
        if not known.is_withdrawn:
            made["mainEntity"] = {"@id": f"{_address(page.path, page, site)}{ARTICLE}", **article(known)}
        return made
    # An article that a claim names is told once on a page, and named by what it is called there.
    appearing = dict.fromkeys(one for claim in page.claims for one in claim.sources)
    named = {one: f"_:a{place}" for place, one in enumerate(appearing, 1)}
    if page.sources:
        made["isBasedOn"] = [_rested_on(one, named, page, site) for one in page.sources]
    if page.claims:
        here = _address(page.path, page, site) if site.address else ""
        made["hasPart"] = [
            {
                "@type": "Claim",
                "@id": f"{here}#{claim.id}",
                "text": f"{page.title}. As the sources give it: {claim.text}",
                "creativeWorkStatus": made.get("creativeWorkStatus", "Not reviewed as a record"),
                "appearance": [{"@id": named[one]} for one in claim.sources],
            }
            for claim in page.claims
            if claim.sources
        ]
    return made


def _rested_on(source: str, named: Mapping[str, str], page: Built, site: Site) -> dict[str, Any]:
    """An article that a page cites; beyond those that its claims name, by the page that tells all about it.

    A page on which many write has ten times as many articles as claims.
    """
    known = site.sources[source]
    if source in named or source not in site.page_of or known.is_withdrawn:
        return {**({"@id": named[source]} if source in named else {}), **article(known)}
    return {"@id": f"{_address(site.page_of[source], page, site)}{ARTICLE}", "name": known.name}


def article(source: SourceFacts) -> dict[str, Any]:
    """An article as far as it is known; neither an inferred date nor a headline guessed from an address."""
    if source.is_withdrawn:
        return {"@type": "NewsArticle", "name": source.name, "creativeWorkStatus": "Withdrawn"}
    made: dict[str, Any] = {"@type": "NewsArticle", "name": source.name}
    if source.title:
        made["headline"] = source.title
    if source.publisher:
        made["publisher"] = {"@type": "Organization", "name": source.publisher}
    if _DAY.fullmatch(source.published) and not source.is_inferred:
        made["datePublished"] = source.published
    if source.url:
        made["url"] = source.url
    return made


def _address(path: str, page: Built, site: Site) -> str:
    """Absolute where the site's address is known, else relative to the page itself."""
    if site.address:
        return f"{site.address}{quote(path)}"
    return quote(posixpath.relpath(path, posixpath.dirname(page.path) or "."))
