"""A page for which less is looked for is the same page, to the letter."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from markdown import Markdown
from markdown.inlinepatterns import SimpleTagInlineProcessor
from markdown.util import ETX, STX

from build_scripts.render.sparing import spare, without_contents
from tests.hostile.strings import hostile

DOCS = Path(__file__).parent.parent / "briefing" / "docs"
WRITTEN = (
    "[A][a] and [a], ![b][a], ![a]\n\n[a]: b.md 'C'",
    "[A][a] and [a], ![b][a], ![a](c.png)",
    '`a` \\* *b* __c__ <b>d</b> &amp; <http://example.org> <a@example.org>  \ne "f" “g”',
    "one **two *three* four** five_six_seven",
    "| a | `b|c` |\n|--|--|\n| \\| | *d* |",
    "~~gone~~ stays",
    "&#35; \\# \\[a](b) [\\]](c)",
    "<div>\n*a*\n</div>\n\n<b>b</b>\n\n<!-- c -->\n\n<p>d</p> &lt; <i>e</i>",
    "[a&#x2e;](b 'c \\' d')\n{ title='\\e' }",
    f"{STX}1{ETX} and {STX}briefing-run:0{ETX}",
)


def drawn(text: str, *change: Callable[[Markdown], None]) -> str:
    md = Markdown(extensions=["attr_list", "tables", "toc", "fenced_code"])
    for each in change:
        each(md)
    return md.convert(text)


@pytest.mark.parametrize("text", WRITTEN)
def test_what_people_write_is_drawn_the_same(text: str) -> None:
    assert drawn(text, spare) == drawn(text)


@pytest.mark.drawn
@settings(deadline=None)
@given(hostile)
def test_hostile_words_are_drawn_the_same(text: str) -> None:
    assert drawn(f"a {text} *b*", spare) == drawn(f"a {text} *b*")


def test_the_pages_of_a_briefing_are_drawn_the_same() -> None:
    for page in sorted(DOCS.rglob("*.md"))[::7]:
        text = page.read_text("utf-8")
        assert drawn(text, spare) == drawn(text), page.name


def test_a_pattern_that_nobody_knows_is_looked_for_in_every_text() -> None:
    def with_strike(md: Markdown) -> None:
        md.inlinePatterns.register(SimpleTagInlineProcessor("(-)(.+?)-", "del"), "strike", 50)

    assert drawn("a -b- c", with_strike, spare) == "<p>a <del>b</del> c</p>"


def test_a_page_that_asks_for_a_list_of_contents_has_one_and_the_next_as_well() -> None:
    md = Markdown(extensions=["toc"])
    root = md.parser.parseDocument(["plain"]).getroot()
    restore = without_contents(root, md)
    assert md.treeprocessors["toc"].marker == ""
    restore()
    without_contents(md.parser.parseDocument(["[TOC]"]).getroot(), md)
    assert md.treeprocessors["toc"].marker == "[TOC]"
