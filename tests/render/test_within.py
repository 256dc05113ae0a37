"""What is drawn in one go is what the library draws pattern by pattern, to the letter."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch
from xml.etree.ElementTree import Element

import markdown
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_scripts.render import sparing
from build_scripts.render.within import NotPlain, Within
from tests.hostile.strings import hostile

Render = Callable[[str], str]
EXTENSION = "build_scripts.render.extension"
PIECES = (
    *(
        "They met",
        " ",
        "\n",
        "[@n1#{n1.1}]",
        "[@n2#{n2.2}] [@n1#{n1.2}]",
        '[@n1 "10,000"]',
        "[…]",
        ". ",
        "a_b",
    ),
    *(
        "[A](../sources/n1.md#text)",
        "[A “b” &amp; c](b.md)",
        '[a](b "c")',
        "[a](<b c>)",
        "[a](b(c))",
        "[a]()",
    ),
    *(
        "[#a3f9c102 13] ",
        "[#a3f9c102-2 4] ",
        "[#a3f9c102 13](b)",
        "“",
        "”",
        '"',
        "&#x5f;",
        "&amp;",
        "& ",
        "&x",
    ),
    *(
        "*",
        "**",
        "`",
        "``",
        "\\",
        "\\[",
        "[",
        "]",
        "(",
        ")",
        "!",
        "<b>",
        "</b>",
        "<http://a.example>",
        "  \n",
    ),
    *("{ .fold }", "|", "\x02", "\x03", "\ue000", "[A][b]", "~", "_", "“They “met” there”", '"They met"'),
)
CONTEXTS = ("{}", "- {}", "- a\n\n    {}\n", "| a | b |\n| --- | --- |\n| {} | x |", "## {}", "> {}")
# A quotation in an item that holds a list as well was one in another: the library goes over such items twice.
_TWICE = re.compile(r'<span class="q">(<span class="q">[^<]*</span>)</span>')
# Fixtures hold nothing that an example changes.
SHARED = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def by_the_library(render: Render, text: str) -> str:
    with patch.object(sparing._Inline, "_within", lambda _: None):
        return _TWICE.sub(r"\1", said(render, text))


def said(render: Render, text: str) -> str:
    """What is drawn, or what is wrong with the text."""
    try:
        return render(text)
    except Exception as fault:  # whatever it is: it must be the same
        return f"{type(fault).__name__}: {fault}"


def assert_same(render: Render, text: str) -> None:
    assert _TWICE.sub(r"\1", said(render, text)) == by_the_library(render, text)


@pytest.mark.drawn
@SHARED
@given(st.sampled_from(CONTEXTS), st.lists(st.sampled_from(PIECES), min_size=1, max_size=7))
def test_what_stands_within_a_text_is_drawn_the_same(render: Render, context: str, pieces: list[str]) -> None:
    assert_same(render, context.replace("{}", "".join(pieces)))


@pytest.mark.drawn
@SHARED
@given(st.sampled_from(CONTEXTS), hostile)
def test_hostile_words_are_drawn_the_same(render: Render, context: str, text: str) -> None:
    assert_same(render, context.replace("{}", f"a “{text}” [@n1#{{n1.1}}] {text}"))


def test_the_pages_of_a_briefing_are_drawn_the_same(site: Path) -> None:
    data = site.parent / "docs" / "data"
    drawn = 0

    def render(text: str) -> str:
        names = ["tables", "attr_list", "toc", EXTENSION]
        return markdown.markdown(text, extensions=names, extension_configs={EXTENSION: {"data": str(data)}})

    for page in sorted(data.parent.rglob("*.md"))[::5]:
        text = page.read_text("utf-8").partition("\n---\n")[2]
        assert_same(render, text)
        drawn += "Error" not in said(render, text)[:40]
    assert drawn > 10


@pytest.mark.parametrize(
    "text",
    [
        *("They met.", "“They met” &#x5f; there", "[A](a_b.md*c) [@n1#{n1.1}], “a [b](c.md) d”"),
        *("[#a3f9c102 13] They met. […]", "a ] b", "a & b"),
    ],
)
def test_what_scripts_write_is_drawn_in_one_go(render: Render, text: str) -> None:
    with patch.object(sparing._Inline, "_by_itself", side_effect=AssertionError):
        assert render(text)


@pytest.mark.parametrize(
    "text",
    ["*a*", "a_b_", "`a`", "\\[", "<b>", "![a](b)", "[a](b 'c')", "a [b", "a  \nb", "[#a3f9c102 1](b c)"],
)
def test_what_may_be_anything_is_left_to_the_library(render: Render, text: str) -> None:
    left: list[str] = []
    put = Within.put

    def watched(within: Within, text: str, into: Element) -> None:
        try:
            put(within, text, into)
        except NotPlain:
            left.append(text)
            raise

    with patch.object(Within, "put", watched):
        render(f"{text} [@n1#{{n1.1}}]")
    assert len(left) == 1


def test_with_a_reference_or_a_pattern_that_nobody_knows_the_library_draws_it_all(render: Render) -> None:
    with patch.object(Within, "put", side_effect=AssertionError):
        assert '<a href="c.md">a</a>' in render("[a][b] [@n1#{n1.1}]\n\n[b]: c.md")
