"""Foundation: what people wrote in; its links to pages that are written as HTML out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_scripts.citations.prose import code_spans, prose

# Match: `<a class="x" href="old.md#when">`, `<a href=old.html>`. Near-miss: `<area href="old.md">`.
_LINK = re.compile(r"""<a\s(?:[^<>]*?\s)?href\s*=\s*["']?(?P<address>[^"'\s<>]+)""", re.IGNORECASE)
# Match: `actors/old.md#when`, `/old.html`. Near-miss: `https://example.org/old.html`, `#when`, `data/a.json`.
_OF_PAGE = re.compile(r"(?!//|[A-Za-z][A-Za-z0-9+.-]*:)[^#?]*\.(?:md|html)(?:[#?].*)?")


def html_links(text: str) -> Iterator[tuple[int, str]]:
    """Addresses of pages of this site in raw HTML, with the line (1-based) of each; not in code.

    >>> list(html_links('[a](b.md) and <a href="b.md">b</a>, `<a href="c.md">`'))
    [(1, 'b.md')]
    """
    for stretch in prose(text):
        spans = code_spans(text, stretch.start, stretch.end)
        for match in _LINK.finditer(text, stretch.start, stretch.end):
            is_code = any(start <= match.start() < end for start, end in spans)
            if not is_code and _OF_PAGE.fullmatch(match["address"]):
                yield text.count("\n", 0, match.start()) + 1, match["address"]
