"""Escaping: what one context prints for a hostile text is what it prints for a harmless one."""

from __future__ import annotations

import re
import string
from html.parser import HTMLParser
from pathlib import Path

import markdown
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from build_scripts import escape

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
PIECES = [*string.punctuation, *"0123abw \n\t", "\x00", "\x02", "\u202e", "\u2028", "\ufdd0", "\u00a0", "é"]
PIECES += [
    "<script>",
    "</td>",
    "<!-- generated: x -->",
    "{ onclick=x }",
    "](javascript:x)",
    "[^1]",
    "*[and]:",
]
PIECES += [
    "&amp;",
    "&#60;",
    "--8<--",
    "http://",
    "www.",
    "1. ",
    "    ",
    "```",
    "~~~",
    "---",
    "===",
    "!!! ",
    "(c)",
]
PIECES += ["a" * 40, "2nd", "| a |\n|---|\n", "[a]", ":::", "klzzwxh:0001", "AMP", "amp"]
hostile = st.one_of(st.lists(st.sampled_from(PIECES), max_size=8).map("".join), st.text(max_size=30))


class _Seen(HTMLParser):
    """What a browser finds on a page, in order: elements with their attributes, and runs of text."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, ...]] = []
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

    def handle_pi(self, data: str) -> None:
        self.found.append(("instruction", data))


def _seen(page: str) -> list[tuple[str, ...]]:
    """Blanks beside an element do not count."""
    stripped = [tuple(part.strip(" ") for part in parts) for parts in _Seen(page).found]
    return [parts for parts in stripped if parts != ("text", "")]


def _render(context: str, text: str) -> str:
    return markdown.markdown(context.replace("%s", text), extensions=EXTENSIONS)


def _assert_inert(context: str, escaped: str, text: str) -> None:
    plain = escape.one_line(text)
    harmless = _seen(_render(context, "qmarkq"))
    expected = [tuple(part.replace("qmarkq", plain).strip(" ") for part in parts) for parts in harmless]
    assert _seen(_render(context, escaped)) == expected


@pytest.mark.parametrize("text", HOSTILE)
def test_what_would_be_markup_is_text(text: str) -> None:
    for context in STRICT_CONTEXTS:
        _assert_inert(context, escape.strict(text), text)
    for context in READABLE_CONTEXTS:
        _assert_inert(context, escape.cell(text), text)


@settings(max_examples=100, deadline=None)
@given(text=hostile)
def test_strict_text_adds_no_markup(text: str) -> None:
    for context in STRICT_CONTEXTS:
        if escape.one_line(text):
            _assert_inert(context, escape.strict(text), text)


@settings(max_examples=100, deadline=None)
@given(text=hostile)
def test_readable_text_adds_no_markup(text: str) -> None:
    for context in READABLE_CONTEXTS:
        if escape.one_line(text):
            _assert_inert(context, escape.cell(text), text)


@settings(max_examples=100, deadline=None)
@given(text=hostile)
def test_readable_paragraphs_hold_text_and_nothing_else(text: str) -> None:
    """Lines and paragraphs of the text may part it; no element but a paragraph appears."""
    found = _seen(_render("%s", escape.readable(text)))
    assert {parts for parts in found if parts[0] != "text"} <= {("element", "p"), ("end", "p")}
    shown = "".join(parts[1] for parts in found if parts[0] == "text")
    assert shown.replace(" ", "") == escape.one_line(text).replace(" ", "")


@given(text=hostile)
def test_front_matter_comes_back_as_text(text: str) -> None:
    value = yaml.safe_load(f"title: {escape.front_matter(text)}")["title"]
    for context in ("<title>%s</title>", '<meta content="%s">', "<p>%s <b>Arden</b></p>"):
        harmless = _seen(context.replace("%s", "qmarkq"))
        plain = escape.one_line(text)
        expected = [tuple(part.replace("qmarkq", plain).strip(" ") for part in parts) for parts in harmless]
        assert _seen(context.replace("%s", value)) == [parts for parts in expected if parts != ("text", "")]


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
