"""A page in; what a browser finds on it, in order, out: elements with their attributes, and runs of text."""

from __future__ import annotations

import re
from html.parser import HTMLParser

Stream = list[tuple[str, ...]]


class _Seen(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: Stream = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(("element", tag, *(f"{name}={value}" for name, value in attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(("end", tag))

    def handle_data(self, data: str) -> None:
        text = re.sub(r"[ \n]+", " ", data)
        if self.found and self.found[-1][0] == "text":
            text = re.sub(r"  +", " ", self.found.pop()[1] + text)
        self.found.append(("text", text))

    def handle_comment(self, data: str) -> None:
        self.found.append(("comment", data))

    def handle_decl(self, decl: str) -> None:
        self.found.append(("declaration", decl))

    def unknown_decl(self, data: str) -> None:
        self.found.append(("declaration", data))

    def handle_pi(self, data: str) -> None:
        self.found.append(("instruction", data))


def stream(page: str) -> Stream:
    """Blanks beside an element do not count."""
    stripped = [tuple(part.strip(" ") for part in parts) for parts in _Seen(page).found]
    return [parts for parts in stripped if parts != ("text", "")]


def with_text(found: Stream, marker: str, text: str) -> Stream:
    """The same stream with another text in the marker's place."""
    replaced = [tuple(part.replace(marker, text).strip(" ") for part in parts) for parts in found]
    return [parts for parts in replaced if parts != ("text", "")]


def unwrapped(found: Stream, of_class: str) -> Stream:
    """Without the spans of a class; what stands in them joins what stands around. Blanks do not count."""
    joined: Stream = []
    dropped: list[bool] = []
    for parts in found:
        if parts[:2] == ("element", "span"):
            dropped.append(parts[2:] == (of_class,))
            if dropped[-1]:
                continue
        if parts == ("end", "span") and dropped.pop():
            continue
        if parts[0] == "text" and joined and joined[-1][0] == "text":
            joined[-1] = ("text", joined[-1][1] + parts[1])
        else:
            joined.append(parts)
    return [tuple(re.sub(r"\s+", "", part) for part in parts) for parts in joined if parts != ("text", "")]
