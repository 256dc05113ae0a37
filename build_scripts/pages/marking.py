"""Pages: two wordings in, one of them as a quotation with the words that the other has not marked, out."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import groupby

from build_scripts import escape
from build_scripts.pages import markdown

LONGEST = 120
"""Words compared of each wording; longer ones stand unmarked."""
LEAST_SHARED = 0.25
"""Share of the words that must stand in both: where nearly all differ, marks would show nothing."""
_AROUND = " .,;:!?\"'“”‘’()[]…"


def marked(words: str, other: str) -> str:
    """An article's words between quotation marks, those that differ from `other` in bold.

    >>> marked("over 400 families", "over 300 families")
    '“over **400** families”'
    """
    ours, theirs = escape.one_line(words).split(), escape.one_line(other).split()
    if not ours or not theirs or max(len(ours), len(theirs)) > LONGEST:
        return markdown.quoted(words)
    codes = SequenceMatcher(None, _plain(theirs), _plain(ours), autojunk=False).get_opcodes()
    shared = sum(end - start for tag, _, _, start, end in codes if tag == "equal")
    if shared < LEAST_SHARED * len(ours) or shared == len(ours):
        return markdown.quoted(words)
    flags = [tag != "equal" for tag, _, _, start, end in codes for _ in range(start, end)]
    parts = [
        (flag, " ".join(word for _, word in group))
        for flag, group in groupby(zip(flags, ours, strict=True), key=lambda pair: pair[0])
    ]
    quoted = " ".join(f"**{markdown.words(part)}**" if flag else markdown.words(part) for flag, part in parts)
    return markdown.between_marks(quoted, words)


def _plain(words: list[str]) -> list[str]:
    """Case and marks of punctuation are no difference."""
    return [word.casefold().replace("’", "'").strip(_AROUND) or word for word in words]
