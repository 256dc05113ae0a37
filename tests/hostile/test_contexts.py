"""Every way in which an article's text reaches an output: it prints there as a harmless word would.

What is compared is the whole stream of elements, attributes and text of the output with that of the same
output holding a harmless marker; so nothing may appear, vanish or change but the text itself.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings

from tests.hostile.contexts.prose import anchors, pages, paragraphs
from tests.hostile.contexts.records import front_matter
from tests.hostile.contexts.rendered import drawing, head, popover, scripts
from tests.hostile.contexts.reports import summary, terminal
from tests.hostile.contexts.tables import atom, links, tables
from tests.hostile.strings import hostile

SHORT, LONG = 300, 5_000
VECTORS = yaml.safe_load((Path(__file__).parents[1] / "cases/hostile/vectors.yml").read_text("utf-8"))
FOUND = yaml.safe_load((Path(__file__).parents[1] / "cases/hostile/found.yml").read_text("utf-8"))
Check = Callable[[str], None]
CHECKS: tuple[Check, ...] = (
    pages,
    paragraphs,
    front_matter,
    popover,
    drawing,
    tables,
    links,
    terminal,
    summary,
    atom,
    head,
    scripts,
    anchors,
)
CONTEXTS: dict[str, tuple[Check, ...]] = {
    "paragraph": (pages, paragraphs),
    "quotation": (pages, popover),
    "table cell": (pages, summary),
    "list item": (pages,),
    "heading": (pages, anchors),
    "link text": (pages,),
    "address": (links,),
    "attribute": (pages, popover, drawing, head),
    "front matter": (front_matter,),
    "title and description": (front_matter, head),
    "JSON": (tables,),
    "JSON-LD": (head,),
    "CSV": (tables,),
    "feed": (atom,),
    "search index": (scripts,),
    "script that holds data": (scripts,),
    "SVG": (drawing,),
    "console": (terminal,),
    "log of a workflow": (terminal,),
    "summary of a workflow": (summary,),
}
"""Where a text of anyone is printed. There is no calendar; a new kind of file needs a context here."""
KINDS = {
    ".html": "paragraph",
    ".json": "JSON",
    ".csv": "CSV",
    ".xml": "feed",
    ".svg": "SVG",
    ".js": "script that holds data",
}
OF_THE_THEME = frozenset({".css", ".gz", ".ico", ".map", ".png", ".txt"})
"""Kinds of files in which no text of anyone stands: nothing is printed into them."""


def test_every_check_is_that_of_a_context() -> None:
    assert {check for checks in CONTEXTS.values() for check in checks} == set(CHECKS)


def test_every_kind_of_file_on_the_site_has_its_context(site: Path) -> None:
    kinds = {file.suffix for file in site.rglob("*") if file.is_file()}
    assert kinds - OF_THE_THEME <= set(KINDS)
    assert set(KINDS.values()) <= set(CONTEXTS)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_any_string_prints_as_a_harmless_word_would(check: Check) -> None:
    _many(check, SHORT)


@pytest.mark.long
@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_thousands_of_strings_print_as_a_harmless_word_would(check: Check) -> None:
    _many(check, LONG)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_known_attacks_and_what_was_found_print_as_a_harmless_word_would(check: Check) -> None:
    for text in (*VECTORS, *FOUND):
        check(text)


def _many(check: Check, count: int) -> None:
    quiet = [HealthCheck.too_slow, HealthCheck.data_too_large]
    settings(max_examples=count, deadline=None, database=None, suppress_health_check=quiet)(
        given(hostile)(check)
    )()
