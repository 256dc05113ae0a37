"""Foundation: Markdown in, citations with their places out, and what was meant as one but is not.

`[@id "exact words"]`, `[@id#passage]`, `[@id#passage "words in it"]`. The words end at the first `"]`;
entities and backslash escapes in them are decoded, `[…]` stays for the resolver.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html.entities import html5

from build_scripts.citations.prose import code_spans, prose
from build_scripts.models import Citation

OPENING = "[@"
EXAMPLE = '[@000 "exact words"] or [@000#a3f9c102]'

_HEAD = re.compile(
    r"""
    \[@ (?P<source> [^\s\[\]"“”„#|<>\\&]+ )     # match: [@000   near-miss: [@ 000
    (?: \# (?P<passage> [0-9a-f]{8} (?:-[1-9][0-9]*)? ) (?![^\s\]]) )?
    """,
    re.VERBOSE,
)
_END = re.compile(r"\s*\]")
_OPEN_WORDS = re.compile(r'\s+"')
# match: "\|" and "&quot;"   near-miss: "\n" (a letter is not escaped), "& so;"
_ESCAPED = re.compile(
    r"\\(?P<sign>[!-/:-@\[-`{-~])|&(?P<entity>#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);"
)
_QUOTE_PREFIX = re.compile(r"\n {0,3}>[ \t]?")


@dataclass(frozen=True, slots=True)
class Malformed:
    """Something that begins like a citation and cannot be one: where, what, how to mend it."""

    start: int
    line: int
    what: str
    mend: str


@lru_cache(maxsize=2048)  # pages are asked for theirs again and again, by what is shown, counted, checked
def find_citations(text: str, start_line: int = 1) -> tuple[tuple[Citation, ...], tuple[Malformed, ...]]:
    """All citations outside code, in order, and every left-over `[@` that is none.

    Offsets are code points of `text`; lines count from `start_line`.

    >>> find_citations('So it is said [@000 "in \\\\| out"].')[0][0].words
    'in | out'
    """
    return _find_citations(text, start_line)


# Apart, since `make mutate` changes no function that a decorator wraps.
def _find_citations(text: str, start_line: int) -> tuple[tuple[Citation, ...], tuple[Malformed, ...]]:
    if OPENING not in text:
        return (), ()
    found: list[Citation] = []
    malformed: list[Malformed] = []
    newlines = [match.start() for match in re.finditer("\n", text)]
    for stretch in prose(text):
        for read in _in_stretch(text, stretch.start, stretch.end):
            line = start_line + bisect_right(newlines, read.start)
            if isinstance(read, Malformed):
                malformed.append(Malformed(read.start, line, read.what, read.mend))
            elif stretch.heading:
                what = f"a citation of {read.source} stands in a heading"
                mend = (
                    "Move it to the sentence below: headings also stand in menus, where it cannot be drawn."
                )
                malformed.append(Malformed(read.start, line, what, mend))
            else:
                found.append(Citation(read.source, read.passage, read.words, read.start, read.end, line))
    return tuple(found), tuple(malformed)


def parse_one(text: str) -> Citation | Malformed:
    """A text that is one citation and nothing else, as front matter holds it.

    >>> parse_one("[@000#a3f9c102]").passage
    'a3f9c102'
    """
    stripped = text.strip()
    if not stripped.startswith(OPENING):
        return Malformed(0, 1, f"{_shown(stripped)} is not a citation", f"Write {EXAMPLE}.")
    read = _read(stripped, 0, len(stripped))
    if isinstance(read, Citation) and read.end != len(stripped):
        rest = _shown(stripped[read.end :])
        return Malformed(
            read.end, 1, f"{rest} follows the citation", f"Keep one citation and nothing else: {EXAMPLE}."
        )
    return read


def used_source_ids(text: str) -> tuple[str, ...]:
    """The ids of the sources that a page cites, sorted, each once."""
    return tuple(sorted({citation.source for citation in find_citations(text)[0]}))


def decode(words: str) -> str:
    """Words as the source has them: backslash escapes and entities undone, once.

    >>> decode(r"a \\| b &amp; &#34;c&#34;")
    'a | b & "c"'
    """
    return _ESCAPED.sub(_decoded, words)


def _decoded(match: re.Match[str]) -> str:
    if match["sign"]:
        return match["sign"]
    name = match["entity"]
    if not name.startswith("#"):
        return html5.get(f"{name};", match.group())
    number = int(name[2:], 16) if name[1].lower() == "x" else int(name[1:])
    return chr(number) if 0 < number <= 0x10FFFF else match.group()


def _in_stretch(text: str, start: int, end: int) -> Iterator[Citation | Malformed]:
    """Whatever opens first, code or citation, has the characters up to its end."""
    at = text.find(OPENING, start, end)
    code = code_spans(text, start, end) if at >= 0 else ()
    starts = [span[0] for span in code]
    while at >= 0:
        before = bisect_right(starts, at) - 1
        if before >= 0 and at < code[before][1]:
            at = text.find(OPENING, code[before][1], end)
            continue
        read = _read(text, at, end)
        yield read
        at = text.find(OPENING, at + len(OPENING), end)


def _read(text: str, at: int, end: int) -> Citation | Malformed:
    """The citation that opens at `at`, or what is wrong with it; line 1, the caller knows better."""
    head = _HEAD.match(text, at)  # it has no white space, and so ends before the stretch does
    if head is None:
        return Malformed(at, 1, f"{_opening(text, at, end)} names no source", f"Write {EXAMPLE}.")
    source, passage = head["source"], head["passage"] or ""
    if text.startswith("#", head.end()) and not passage:
        what = f"{_opening(text, at, end)} names no passage"
        return Malformed(at, 1, what, "A passage's id has eight hexadecimal digits: [@000#a3f9c102].")
    if closing := _END.match(text, head.end(), end):
        if passage:
            return Citation(source, passage, "", at, closing.end(), 1)
        what = f"[@{source}] cites nothing in particular"
        return Malformed(at, 1, what, f'Say which words: [@{source} "exact words"].')
    opening = _OPEN_WORDS.match(text, head.end(), end)
    if opening is None:
        mend = f'Words stand between straight quotation marks: [@{source} "exact words"].'
        return Malformed(at, 1, f"{_opening(text, at, end)} is no citation", mend)
    return _with_words(text, at, end, opening.end(), source, passage)


def _with_words(text: str, at: int, end: int, begin: int, source: str, passage: str) -> Citation | Malformed:
    following = text.find(OPENING, begin, end)
    close = text.find('"]', begin, following if following >= 0 else end)
    if close < 0:
        what = f"the words of {_opening(text, at, end)} do not end"
        return Malformed(at, 1, what, f'End them with "] in the same paragraph: [@{source} "exact words"].')
    words = decode(_QUOTE_PREFIX.sub("\n", text[begin:close].replace("\r\n", "\n"))).strip()
    if not words:
        return Malformed(
            at, 1, f'[@{source} ""] cites no words', f"Put the words between the marks: {EXAMPLE}."
        )
    return Citation(source, passage, words, at, close + 2, 1)


def _opening(text: str, at: int, end: int) -> str:
    return _shown(text[at : min(end, at + 60)])


def _shown(text: str) -> str:
    line = text.partition("\n")[0]
    return line if len(line) <= 40 else f"{line[:39]}…"
