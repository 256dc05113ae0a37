"""Foundation: text of any origin in, the same text made inert for one context out.

Two forms of reference hold against Markdown and HTML: `strict` for headings, link texts and attributes,
`readable` for body text, where an editor still has to read the Markdown. Everything else refines them.
"""

from __future__ import annotations

import html
import json
import re
import unicodedata
from functools import lru_cache

# Line ends of any kind; Python-Markdown and browsers do not agree on the rarer ones.
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# Controls (Python-Markdown strips STX and ETX late: `<` STX `script>` would come alive), lone surrogates,
# noncharacters, and the controls that reorder text on the screen.
_REFUSED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\u202a-\u202e\u2066-\u2069"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
    + "]"
)
# What may have to be replaced. Match: CR, U+202E, an accent by itself. Near-miss: `é`, `“`, `Ж`.
_UNUSUAL = re.compile("[^\t\n -~\xa0-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e]")
_BLANKS = re.compile(r"[ \t\n]+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_UNSEEN = frozenset(("Cf", "Zs", "Zl", "Zp", "Cc", "Co", "Cn"))

# Typographic extensions rewrite `2nd` (near-miss: `2 nd`), repository links 40 hexadecimal digits (not 39).
_WORD_RULES = r"[0-9](?=(?:st|nd|rd|th)) | [0-9A-Fa-f](?=[0-9A-Fa-f]{39})"

# Match: every mark in `a-b, (c)`. Near-miss: letters, digits, U+0020.
_STRICT = re.compile(rf"[!-/:-@\[-`{{-~] | {_WORD_RULES}", re.VERBOSE | re.IGNORECASE)

# Match: `*` anywhere, the first mark of `- item`, `.` of `1. item` and of `..`, `-` of `-->`, `:` of `http://`.
# Near-miss: `,` and `.` inside a sentence, `-` inside a word, `:` of `word: word`.
_READABLE = re.compile(
    rf"""
      [&<>\\`*_{{}}\[\]\#|~^=@+/$"]
    | ^[!-/:-@\[-`{{-~]                 # opens a list, quotation, table, admonition …
    | (?<=\.)\. | \.(?=\.) | (?<=[wW])\.
    | -(?=[->]) | (?<=-)-
    | (?<!\w): | :(?!\ )
    | [!?](?=[0-9])
    | \((?=(?:c|r|tm)\))
    | {_WORD_RULES}
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
# Match: `12.` at the start of a line. Near-miss: `12.` later in it.
_LEADING_WORD = re.compile(r"^(\w+)([.)])", re.MULTILINE)

# In a quoted YAML scalar that a template prints as HTML, other punctuation has no meaning; nor has an
# apostrophe between letters: people read and edit these names. Match: that of `'a`. Near-miss: of `O'Hara`.
_FRONT_MATTER = re.compile(r"[&<>\"\\`*_{}\[\]#|~^=@+/$%]|(?<![^\W\d_])'|'(?![^\W\d_])")

# Match: `=1+1`, ` @x`, `@x` after a byte-order mark. Near-miss: `-5`, which is a number, and `a=b`.
_FORMULA = re.compile(r"[\s\"\u00ad\u200b-\u200f\u2060-\u2064\ufeff\ufffd]*[=+\-@＝＋－＠]")
# Where spreadsheets part cells that are told apart by another sign, or take a line for a row.
# Match: before `=` of `a;=1`, `a|"=1`, `a` LF ` @x`. Near-miss: `a; b=1`, `a,=1` (a comma parts these cells).
_FORMULA_WITHIN = re.compile(
    r"""
    (?<=[;|\t\n])
    (?P<before>[\ "'\u00a0\u00ad\u200b-\u200f\u2060-\u2064\u3000\ufeff\ufffd]*)
    (?P<sign>[=+\-@＝＋－＠])
    """,
    re.VERBOSE,
)
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")
# Match: `https://news.example.org:8080/a`. Near-miss: `https://user@example.org`, `https://example.org\a`.
_ADDRESS = re.compile(r"https?://[\w.-]*\w(?::[0-9]+)?(?:[/?#].*)?", re.IGNORECASE)
_NOT_IN_ADDRESS = re.compile(r"[^A-Za-z0-9/:?=&%#+,;.\-_@~]+")
# What the log of a workflow obeys. Match: ` ::error::x` at the start of a line, `##[group]` anywhere.
# Near-miss: `a::b`, `#[x]`.
_COMMAND = re.compile(r"(?P<before>^[^\S\n]*(?=::)|\#\#(?=\[))(?P<sign>[:\[])", re.MULTILINE)


def normalise(text: str) -> str:
    """Line ends as LF; what must never reach a page (controls, reordering, noncharacters) as U+FFFD.

    So too the marks above and below a letter from the eleventh on, which would cover the lines around it.
    """
    # A tenth of the time of rendering went into texts that hold nothing of the kind.
    if not _UNUSUAL.search(text):
        return text
    plain = _REFUSED.sub("\ufffd", _LINE_ENDS.sub("\n", text))
    return plain if plain.isascii() else _piled().sub("\\1\ufffd", plain)


@lru_cache(maxsize=1)
def _piled() -> re.Pattern[str]:
    """Match: eleven accents on one letter. Near-miss: ten; no language writes more than nine."""
    codes = (*range(0x300, 0x1F000), *range(0xE0100, 0xE01F0))
    marks = [char for char in map(chr, codes) if unicodedata.category(char) in ("Mn", "Me")]
    # Those of the first plane alone are a table; a set with any other is gone through range by range.
    first, others = ("".join(c for c in marks if (c > "\uffff") is beyond) for beyond in (False, True))
    mark = f"(?:[{first}]|(?=[\U00010000-\U0010ffff])[{others}])"
    return re.compile(f"({mark}{{10}}){mark}+")


def unprintable(text: str) -> str:
    r"""The first character that no page shows as it is; empty where there is none.

    >>> unprintable("a\tb\r\n"), unprintable("a\u202eb")
    ('', '\u202e')
    """
    found = _REFUSED.search(_LINE_ENDS.sub("\n", text))
    return found[0] if found else ""


def one_line(text: str) -> str:
    r"""Normalised text on one line, runs of white space as one space.

    >>> one_line(" one\r\n  two ")
    'one two'
    """
    return _BLANKS.sub(" ", normalise(text)).strip(" ")


@lru_cache(maxsize=1 << 13)
def strict(text: str) -> str:
    """One line that holds in headings, link texts, attributes and titles.

    >>> strict("a_b")
    'a&#x5f;b'
    """
    return _strictly(text)


@lru_cache(maxsize=1 << 13)
def readable(text: str) -> str:
    """Body text of a Markdown page, paragraphs kept; not for link titles, not with `smarty`.

    >>> readable("Ms Arden said: 3 < 4, no more.")
    'Ms Arden said: 3 &#x3c; 4, no more.'
    """
    return _readably(text)


def cell(text: str) -> str:
    """Readable text on one line, for a table cell or a list item."""
    return readable(one_line(text))


def front_matter(text: str) -> str:
    """A quoted YAML scalar whose value is inert wherever a template prints it.

    >>> front_matter('Talks of 3-4 May: "open"')
    '"Talks of 3-4 May: &#x22;open&#x22;"'
    """
    return f'"{_unseen(_FRONT_MATTER.sub(_reference, one_line(text)))}"'


def link(url: str) -> str:
    """An http or https address for an attribute or a Markdown link; empty for any other.

    >>> link("https://example.org/a b?c=1&d=2"), link("javascript:alert(1)")
    ('https://example.org/a%20b?c=1&amp;d=2', '')
    """
    clean = one_line(url)
    if not _ADDRESS.fullmatch(clean):
        return ""
    return _NOT_IN_ADDRESS.sub(_percent_encoded, clean).replace("&", "&amp;")


def svg(text: str) -> str:
    """One line as character data or a quoted attribute of SVG."""
    return html.escape(one_line(text))


def csv_cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula (an apostrophe is put before it); numbers as they are.

    Nor a part of it, where cells are told apart by semicolons, tabs or lines.

    >>> csv_cell("=1+1"), csv_cell("-5"), csv_cell("a; =1+1")
    ("'=1+1", '-5', "a;' =1+1")
    """
    if text.isascii() and text.isalnum():  # most cells: ids, numbers, words
        return text
    plain = _FORMULA_WITHIN.sub(r"'\g<before>\g<sign>", normalise(text))
    return f"'{plain}" if _FORMULA.match(plain) and not _NUMBER.fullmatch(plain) else plain


def csv_json(text: str) -> str:
    r"""The same for a cell that holds JSON: the sign as an escape of JSON.

    >>> print(csv_json('["a;=1"]'))
    ["a;\u003d1"]
    """
    return _FORMULA_WITHIN.sub(lambda found: f"{found['before']}\\u{ord(found['sign']):04x}", text)


def console(text: str) -> str:
    r"""Text for a terminal or a log: controls, undecodable bytes and workflow commands shown, never obeyed.

    >>> print(console("a\x1b[1m ##[group]b"))
    a\x1b[1m ##\x5bgroup]b
    >>> print(console(" ::stop-commands::x"))
     \x3a:stop-commands::x
    """
    shown = _REFUSED.sub(lambda match: _code(match[0]), _LINE_ENDS.sub("\n", text))
    return _COMMAND.sub(lambda match: match["before"] + _code(match["sign"]), shown)


def json_text(text: str) -> str:
    r"""JSON for a terminal or a log: what those would obey, as escapes of JSON.

    >>> print(json_text('"\x9b"'), json_text('"##[group]"'))
    "\u009b" "##\u005bgroup]"
    """
    shown = _REFUSED.sub(lambda match: json.dumps(match[0])[1:-1], text)
    return shown.replace("##[", "##\\u005b")


# `make mutate` changes no function that a decorator wraps: what is remembered is made in one of its own.
def _strictly(text: str) -> str:
    return _unseen(_STRICT.sub(_reference, one_line(text)))


def _readably(text: str) -> str:
    paragraphs = [_lines(part) for part in re.split(r"\n[ \t\n]*\n", normalise(text))]
    plain = "\n\n".join(part for part in paragraphs if part)
    marked = _READABLE.sub(_reference, plain)
    return _unseen(_LEADING_WORD.sub(lambda match: match[1] + _reference_of(match[2]), marked))


def _lines(paragraph: str) -> str:
    """Lines without outer white space (four spaces would be code, two at the end a line break)."""
    lines = (re.sub(r"[ \t]+", " ", line).strip(" ") for line in paragraph.split("\n"))
    return "\n".join(line for line in lines if line)


def _unseen(text: str) -> str:
    return _NOT_ASCII.sub(lambda match: _shown(match[0]), text)


@lru_cache(maxsize=4096)
def _shown(char: str) -> str:
    return _reference_if_unseen(char)


def _reference_if_unseen(char: str) -> str:
    return _reference_of(char) if unicodedata.category(char) in _UNSEEN else char


def _reference(match: re.Match[str]) -> str:
    return _reference_of(match[0])


def _reference_of(char: str) -> str:
    return f"&#x{ord(char):x};"


def _code(char: str) -> str:
    return f"\\x{ord(char):02x}"


def _percent_encoded(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())
