"""Foundation: the editors' guide in; for a message that the tools print, the paragraph that explains it out.

The guide lists each message where it explains it, as a list item that is code and nothing else, with `…`
for what differs from case to case. Headings are plain words: every renderer gives them the same anchor.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_scripts.text import slug

PAGE = "guide.md"
"""Its path in docs/."""
GAP = "…"

# match: "### Unknown key"   near-miss: "#hashtag"
_HEADING = re.compile(r"#{2,4} +(?P<title>.+?)\s*")
# match: "- `unknown key …`"   near-miss: "- `side` is a key"
_MESSAGE = re.compile(r"[-*] +`(?P<message>[^`]+)`\s*")


@dataclass(frozen=True, slots=True)
class Guide:
    """The messages of a guide, the most particular first, each with the anchor of its paragraph."""

    messages: tuple[tuple[str, str], ...]

    def anchor(self, what: str) -> str:
        """The anchor of the paragraph that explains a message; empty where none does.

        >>> parse("## No such key\\n\\n- `unknown key …`\\n").anchor("unknown key sied")
        'no-such-key'
        """
        return next((anchor for message, anchor in self.messages if _pattern(message).fullmatch(what)), "")


def parse(text: str) -> Guide:
    """Read the messages of a guide, and the headings under which they stand."""
    anchor, found = "", []
    for line in text.split("\n"):
        if heading := _HEADING.fullmatch(line):
            anchor = slug(heading["title"])
        elif message := _MESSAGE.fullmatch(line):
            found.append((message["message"], anchor))
    return Guide(tuple(sorted(found, key=lambda pair: -len(pair[0].replace(GAP, "")))))


def _pattern(message: str) -> re.Pattern[str]:
    return re.compile(".*".join(map(re.escape, message.split(GAP))), re.DOTALL)
