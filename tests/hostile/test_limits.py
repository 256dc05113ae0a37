"""What is too large is named, with the limit, before it costs time; what is merely large is built.

No clock is read here: without the bounds these tests hold, some of them would not end today.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.errors import Faults, InvalidInput
from build_scripts.extract import extract
from build_scripts.inputs import Inputs, read_inputs
from build_scripts.models import Source, SourceFacts
from build_scripts.pipeline import build
from build_scripts.read import page_of
from build_scripts.read.limits import (
    LARGEST,
    LARGEST_FRONT_MATTER,
    LARGEST_PAGE,
    LONGEST_LINE,
    LONGEST_LINE_OF_PAGE,
    MOST_BLOCKS,
    MOST_CITATIONS,
    MOST_LINES,
)
from tests.extract.counting import lines_run

ARTICLES = {
    "bytes": ("The harvest was good.\n" * (LARGEST // 22 + 1), "an article may have 1,000,000"),
    "lines": ("A.\n" * (MOST_LINES + 1), "10,001 lines; an article may have 10,000"),
    "a line": ("x" * (LONGEST_LINE + 1), "a line of 100,001 characters; it may have 100,000"),
}
PAGES = {
    "bytes": ("Arden.\n" * (LARGEST_PAGE // 7 + 1), "a page may have 2,000,000"),
    "a line": ("x" * (LONGEST_LINE_OF_PAGE + 1), "a line of 200,001 characters; it may have 200,000"),
    "front matter": (
        f"---\ntitle: {'x' * LARGEST_FRONT_MATTER}\n---\n",
        "front matter of 100,008 characters",
    ),
    "blocks": (
        "<!-- generated: a -->\n" * (MOST_BLOCKS + 1),
        "1,001 generated regions; a page may have 1,000",
    ),
    "citations": ("[@a#0a1b2c3d]\n" * (MOST_CITATIONS + 1), "20,001 citations; a page may have 20,000"),
    "lists within lists": (f"---\ntitle: {'[' * 200}{']' * 200}\n---\n", "nested too deep"),
    "mappings within mappings": (f"---\ntitle: {'{a: ' * 200}{'}' * 200}\n---\n", "nested too deep"),
}
LARGE = {
    "brackets that never close": "[" * LONGEST_LINE,
    "brackets in brackets": "(" * 20_000 + ")" * 20_000,
    "quotations that never close": "“a " * 30_000,
    "apostrophes": "'a " * 30_000,
    "bare numbers": "12 " * 33_000,
    "dates without an end": "5 May 1998, " * 8_000,
    "very short paragraphs": "A.\n\n" * MOST_LINES,
    "initials": "A. " * 30_000,
    "one word": "a" * LONGEST_LINE,
    "commas": ", " * 50_000,
    "capitals": "Arden Corran " * 7_500,
    "citations": '[@010 "x"] ' * 9_000,
    "dashes": "- " * 50_000,
    "figures that never end": "1,000," * 16_000,
    "clauses in clauses": "to meet " * 2_000,
    "verbs of speech before a figure": "They met in the capital, and he was asked for it. " * 100
    + f"The envoy is {'asked ' * 600}for 12 men.",
}


REPEATED = (
    *("to meet ", "met ", "who met ", "that he met ", "if met ", "would meet ", "Ida Corran ", "Ida "),
    *("5 May ", "5-", "“a” said ", "A, B, ", "of the ", "said that ", "[1]", "A's ", "(A) ", "1,"),
)
"""Of each, a sentence of nothing else: twice as long, it is twice the work."""


def with_article(other: Path, text: str) -> Path:
    (other.parent / "seeds" / "020_new.txt").write_text(f"{text}\n", "utf-8")
    return other


@pytest.mark.parametrize("case", ARTICLES, ids=ARTICLES)
def test_an_article_over_a_limit_is_a_fault_that_names_it(case: str, other: Path) -> None:
    text, says = ARTICLES[case]
    with pytest.raises(InvalidInput) as caught:
        build(read_inputs(with_article(other, text)))
    assert [fault.file for fault in caught.value.faults] == ["seeds/020_new.txt"]
    assert says in caught.value.faults[0].what
    assert caught.value.faults[0].mend


@pytest.mark.parametrize("case", PAGES, ids=PAGES)
def test_a_page_over_a_limit_is_a_fault_that_names_it(case: str) -> None:
    text, says = PAGES[case]
    faults = Faults()
    assert page_of(text, "a.md", "docs/a.md", faults) is None
    assert says in faults.found[0].what
    assert faults.found[0].mend


def test_a_page_at_the_limits_is_read() -> None:
    faults = Faults()
    front = f"---\ntitle: A\ndescription: {'x' * 90_000}\n---\n"
    cited = "[@a#0a1b2c3d] " * 1_000 + "\n"
    assert page_of(front + cited * 20, "a.md", "docs/a.md", faults)
    assert faults.found == []


@pytest.mark.parametrize("words", REPEATED)
def test_a_sentence_of_one_thing_is_work_that_grows_as_it_does(words: str, inputs: Inputs) -> None:
    def read(length: int) -> SourceFacts:
        source = Source("a", "a.txt", "A", f"{(words * length)[:length]}.\n", "", published="1998-06-05")
        return extract(source, inputs.records.actors, inputs.config, inputs.lexicon)

    read(50)  # what is made once for every text
    # Beyond 800 words, where a sentence is cut; up to there some rules look at all pairs of clauses.
    assert lines_run(lambda: read(6400)) < 2.5 * lines_run(lambda: read(3200))


@pytest.mark.parametrize("case", LARGE, ids=LARGE)
@pytest.mark.long
def test_a_large_article_of_one_odd_thing_is_built(case: str, other: Path) -> None:
    assert build(read_inputs(with_article(other, LARGE[case]))).pages


@pytest.mark.parametrize(
    "case",
    [
        "brackets that never close",
        "very short paragraphs",
        "bare numbers",
        "clauses in clauses",
        "verbs of speech before a figure",
    ],
)
def test_what_once_took_more_than_linear_time_is_built(case: str, other: Path) -> None:
    assert build(read_inputs(with_article(other, LARGE[case]))).pages
