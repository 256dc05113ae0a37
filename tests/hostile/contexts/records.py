"""A text in the front matter of a drafted page, and in what a theme prints of it."""

from __future__ import annotations

import jinja2
import yaml

from build_scripts import escape
from build_scripts.citations import parse_one
from build_scripts.models import Citation, Contact, ContactKind, Evidence, Status
from build_scripts.pages import drafts
from build_scripts.text import fold
from tests.hostile.streams import Stream, stream, with_text
from tests.hostile.strings import MARKER

TEMPLATES = (
    "<title>{{ t | striptags | e }}</title>",
    '<meta name="description" content="{{ t }}">',
    "<h1>{{ t }}</h1>",
)
"""How a theme prints a page's title and description: as they stand, for want of anything better."""


def front_matter(text: str) -> None:
    contact = _drafted(text)
    drafted = yaml.safe_load(drafts.contact(contact, contact.evidence).split("---\n")[1])
    assert list(drafted) == ["title", "description", "id", "anchors", "found"]
    (anchor,) = map(parse_one, drafted["anchors"])
    assert isinstance(anchor, Citation)
    assert anchor.passage == "0a1b2c3d" or fold(anchor.words).text == fold(text).text
    loaded = yaml.safe_load(drafts.page(text, text).split("---\n")[1])
    assert list(loaded) == (["title", "description"] if text else ["title"])
    for template in TEMPLATES:
        printed = jinja2.Environment(autoescape=False).from_string(template)
        expected = with_text(stream(printed.render(t=MARKER)), MARKER, escape.one_line(text))
        found = stream(printed.render(t=loaded["title"]))
        if "striptags" in template:  # which makes one space of any white space
            found, expected = (_one_space(parts) for parts in (found, expected))
        assert found == expected


def _drafted(text: str) -> Contact:
    piece = Evidence("n1", "0a1b2c3d", 0, 1, text, "1998-05-04", "", Status.HAPPENED)
    given = ("c1", text, "1998-05-04", ContactKind.MEETING, Status.HAPPENED, text, (text,), (), (piece,), ())
    return Contact(*given)


def _one_space(found: Stream) -> Stream:
    squeezed = [tuple(" ".join(part.split()) for part in parts) for parts in found]
    return [parts for parts in squeezed if parts != ("text", "")]
