"""Escaping: what one context prints for a hostile text is what it prints for a harmless one."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import markdown
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from build_scripts import escape
from tests.hostile.streams import stream, with_text
from tests.hostile.strings import MARKER, hostile

FOLDER = Path(__file__).parent / "cases/escape"
CASES = yaml.safe_load((FOLDER / "contexts.yml").read_text(encoding="utf-8"))
HOSTILE = yaml.safe_load((FOLDER / "hostile.yml").read_text(encoding="utf-8"))

# What a page may do with a text, `%s`.
STRICT_CONTEXTS = (
    "# %s { #h }",
    "[%s](https://example.org/)",
    "- [%s](https://example.org/ 'Arden')",
    '<div title="%s">\n<p>Arden</p>\n</div>',
    'Arden\n{ title="%s" }',
    "| one | two |\n|---|---|\n| [%s](a.md) | %s |",
)
READABLE_CONTEXTS = (
    "%s",
    "Arden %s Arden",
    "Arden\n%s\nArden",
    "- %s\n- Arden",
    "1. %s",
    "> %s",
    "| one | two |\n|---|---|\n| %s | Arden |",
    "| one | two |\n|---|---|\n| Arden %s | %s Arden |",
    "<div markdown>\n\n%s\n\n</div>",
    "%s\n\n[^1]: Arden\n\n*[Ard]: Arden\n\n[a]: https://example.org/\n\nA[^1] <x@example.org>",
    "**%s** *%s* Arden",
)
EXTENSIONS = ["tables", "attr_list", "md_in_html", "footnotes", "abbr", "def_list", "admonition", "toc"]
EXTENSIONS += ["pymdownx.superfences", "pymdownx.magiclink", "pymdownx.smartsymbols", "pymdownx.tilde"]


def _render(context: str, text: str) -> str:
    return markdown.markdown(context.replace("%s", text), extensions=EXTENSIONS)


def _assert_inert(context: str, escaped: str, text: str) -> None:
    plain = escape.one_line(text)
    assert stream(_render(context, escaped)) == with_text(stream(_render(context, MARKER)), MARKER, plain)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_would_be_markup_is_text(text: str) -> None:
    for context in STRICT_CONTEXTS:
        _assert_inert(context, escape.strict(text), text)
    for context in READABLE_CONTEXTS:
        _assert_inert(context, escape.cell(text), text)


@pytest.mark.drawn
@settings(max_examples=100, deadline=None)
@given(text=hostile)
def test_strict_text_adds_no_markup(text: str) -> None:
    for context in STRICT_CONTEXTS:
        if escape.one_line(text):
            _assert_inert(context, escape.strict(text), text)


@pytest.mark.drawn
@settings(max_examples=100, deadline=None)
@given(text=hostile)
def test_readable_text_adds_no_markup(text: str) -> None:
    for context in READABLE_CONTEXTS:
        if escape.one_line(text):
            _assert_inert(context, escape.cell(text), text)


@pytest.mark.drawn
@settings(max_examples=100, deadline=None)
@given(text=hostile)
def test_readable_paragraphs_hold_text_and_nothing_else(text: str) -> None:
    """Lines and paragraphs of the text may part it; no element but a paragraph appears."""
    found = stream(_render("%s", escape.readable(text)))
    assert {parts for parts in found if parts[0] != "text"} <= {("element", "p"), ("end", "p")}
    shown = "".join(parts[1] for parts in found if parts[0] == "text")
    assert shown.replace(" ", "") == escape.one_line(text).replace(" ", "")


@pytest.mark.drawn
@given(text=hostile)
def test_front_matter_comes_back_as_text(text: str) -> None:
    value = yaml.safe_load(f"title: {escape.front_matter(text)}")["title"]
    for context in ("<title>%s</title>", '<meta content="%s">', "<p>%s <b>Arden</b></p>"):
        harmless = stream(context.replace("%s", MARKER))
        expected = with_text(harmless, MARKER, escape.one_line(text))
        assert stream(context.replace("%s", value)) == expected


@pytest.mark.drawn
@given(url=st.one_of(hostile, hostile.map(lambda text: "https://example.org/" + text)))
def test_a_link_leads_to_http_or_nowhere(url: str) -> None:
    address = escape.link(url)
    assert not address or re.fullmatch(r"https?://[A-Za-z0-9/:?=&%#+,;.@~_-]+", address)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['form']}: {case['name']}")
def test_form(case: dict[str, str]) -> None:
    assert getattr(escape, case["form"])(case["text"]) == case["expect"]


def test_readable_text_grows_little() -> None:
    """An editor reads the Markdown: an ordinary sentence keeps its face."""
    sentence = (
        "A. Arden said that the meeting, the third of its kind, opens on 3 May (not 4 May); she left at 5:30."
    )
    assert len(escape.readable(sentence)) < 1.3 * len(sentence)


def test_what_must_not_reach_a_page_is_one_sign_and_nothing_else_goes() -> None:
    assert escape.normalise("a\x00b\u202ec") == "a\ufffdb\ufffdc"
    assert escape.one_line(" \n\u00a0X a X\u00a0 ") == "\u00a0X a X\u00a0"
    assert escape.one_line(" X a X ") == "X a X"
    assert escape.normalise("é" + "\u0301\u20dd" * 5 + "n") == "é" + "\u0301\u20dd" * 5 + "n"
    assert (
        escape.normalise("e" + "\u0301\u20dd" * 8 + "n\u0303") == "e" + "\u0301\u20dd" * 5 + "\ufffdn\u0303"
    )
    assert escape.readable("\u00a0X a X\n b ") == "&#xa0;X a X\nb"


def test_no_usual_sign_is_one_that_is_replaced() -> None:
    usual = [sign for sign in map(chr, range(0x110000)) if not escape._UNUSUAL.match(sign)]
    assert len(usual) > 1000
    assert {"\n", " ", "~", "é", "“", "…", "Ж"} <= set(usual)
    marks = {sign for sign in usual if unicodedata.category(sign) in ("Mn", "Me", "Cc", "Cs", "Zl", "Zp")}
    assert marks == {"\t", "\n"}
    assert not escape.unprintable("".join(usual))


@pytest.mark.parametrize("mark", ["\u0301", "\u0e49", "\U00011301", "\U000e0101"])
def test_marks_of_every_plane_are_counted(mark: str) -> None:
    assert escape.normalise("a" + mark * 10) == "a" + mark * 10
    assert escape.normalise("a" + mark * 13) == "a" + mark * 10 + "\ufffd"


def test_what_no_page_shows_is_told_with_the_first_of_it() -> None:
    assert escape.unprintable("a\tb\r\nc\x0bd\u2028e\ufeff é") == ""
    assert escape.unprintable("a\nb\u202ec\x00") == "\u202e"
    assert escape.unprintable("\ud83d") == "\ud83d"


def test_what_a_terminal_or_a_log_would_obey_is_shown_in_its_place() -> None:
    assert escape.console("a ##[group]b\n ::error::c\x1b") == "a ##\\x5bgroup]b\n \\x3a:error::c\\x1b"
    assert escape.console("a::b #[c]") == "a::b #[c]"
    given = '"a\x7f\x9b\u202e ##[b] #[c]"'
    assert escape.json_text(given) == r'"a\u007f\u009b\u202e ##\u005bb] #[c]"'
