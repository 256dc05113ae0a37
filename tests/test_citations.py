"""Citations are found outside code, and resolve only to what the source says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from build_scripts.citations import (
    Found,
    Malformed,
    NotFound,
    Resolver,
    find_citations,
    parse_one,
    used_source_ids,
)
from build_scripts.citations.whole import is_whole, joins_alike
from build_scripts.citations.wordings import marked
from build_scripts.models import Citation, Passage
from build_scripts.text import fold, passage_id

CASES = Path(__file__).parent / "cases" / "citations"


def cases(kind: str) -> list[Any]:
    loaded = yaml.safe_load((CASES / f"{kind}.yml").read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["name"]) for case in loaded]


def shown(citation: Citation) -> str:
    place = f"{citation.source}#{citation.passage}" if citation.passage else citation.source
    return f"{place} | {citation.words}" if citation.words else place


@pytest.mark.parametrize("case", cases("grammar"))
def test_grammar(case: dict[str, Any]) -> None:
    found, malformed = find_citations(case["text"])
    assert [shown(citation) for citation in found] == case["expect"]
    wanted = case.get("malformed", [])
    assert len(malformed) == len(wanted)
    for fault, says in zip(malformed, wanted, strict=True):
        assert says in fault.what
        assert fault.mend


def passages(sentences: list[str]) -> tuple[str, list[Passage]]:
    text = " ".join(sentences)
    at, found = 0, []
    for number, sentence in enumerate(sentences, 1):
        found.append(Passage("n1", passage_id(sentence), 1, number, at, at + len(sentence), sentence))
        at += len(sentence) + 1
    return text, found


@pytest.mark.parametrize("case", cases("resolve"))
def test_resolve(case: dict[str, Any]) -> None:
    text, known = passages(case["passages"])
    ids = [passage.id for passage in known]
    citation = parse_one(case["citation"].replace("{0}", ids[0]).replace("{1}", ids[-1]))
    assert isinstance(citation, Citation)
    result = Resolver(known).resolve(citation)
    if "expect" in case:
        assert isinstance(result, Found), result
        assert [text[start:end] for start, end in result.spans] == case["expect"]
        assert [start for start, _ in result.spans] == case.get("at", [start for start, _ in result.spans])
    else:
        assert isinstance(result, NotFound)
        for says in case["missing"]:
            assert says.replace("{0}", ids[0]).replace("{1}", ids[-1]) in f"{result.what} {result.mend}"


def test_offsets_and_lines_are_those_of_the_page() -> None:
    text = 'One.\r\n\r\nTwo [@n1 "a"]\r\nand [@n2 "b"].'
    found, _ = find_citations(text, start_line=5)
    assert [(citation.line, text[citation.start : citation.end]) for citation in found] == [
        (7, '[@n1 "a"]'),
        (8, '[@n2 "b"]'),
    ]


@pytest.mark.parametrize(
    "text", ["", "n1", '[@n1 "a"] [@n2 "b"]', '[@n1 "a"] more', 'see [@n1 "a"]', "[@n1]"]
)
def test_front_matter_holds_one_citation_and_nothing_else(text: str) -> None:
    assert isinstance(parse_one(text), Malformed)


def test_used_sources_are_sorted_and_stand_once() -> None:
    assert used_source_ids('[@b "x"] [@a "y"] [@b "z"] `[@c "w"]`') == ("a", "b")


@pytest.mark.parametrize(
    "text",
    ['[@a "' * 20_000, "`" * 60_000, "` `` " * 20_000, "<!--" * 20_000, "```\n" * 20_001, "[@" * 50_000],
)
def test_reading_is_linear(text: str) -> None:
    """Sixty thousand hostile characters are read in a moment; a quadratic reading would take minutes."""
    find_citations(text)


@pytest.mark.parametrize("case", cases("wordings"))
def test_what_differs_is_marked_and_what_is_far_away_left_out(case: dict[str, Any]) -> None:
    assert list(marked(case["cited"], case["said"])) == case["expect"]


@pytest.mark.parametrize("case", cases("code"))
def test_code_and_comments_cite_nothing_and_hide_nothing_else(case: dict[str, Any]) -> None:
    found, malformed = find_citations(case["text"])
    assert [citation.source for citation in found] == case["expect"]
    assert malformed == ()


@pytest.mark.parametrize("case", yaml.safe_load((CASES / "exact.yml").read_text("utf-8")))
def test_each_is_told_with_its_place(case: dict[str, Any]) -> None:
    found, malformed = find_citations(case["text"])
    told = [
        *(
            (one.start, f"{one.start}:{one.end} {one.line} {shown(one)}".replace("\n", r"\n"))
            for one in found
        ),
        *((one.start, f"{one.start} {one.line}: {one.what}") for one in malformed),
    ]
    assert [words for _, words in sorted(told)] == case["expect"]
    assert all(one.mend.endswith((".", '"].')) for one in malformed)


@pytest.mark.parametrize("case", cases("whole"))
def test_what_is_cited_cuts_nothing(case: dict[str, str]) -> None:
    text = fold(case["text"])
    places = range(len(text.text) + 1)
    begins = {
        start
        for start in places[:-1]
        if any(is_whole(text, case["text"], start, end) for end in places[start + 1 :])
    }
    ends = {
        end for end in places[1:] if any(is_whole(text, case["text"], start, end) for start in places[:end])
    }
    assert "".join("|" * (at in begins) + char for at, char in enumerate(text.text)) == case["begins"]
    assert "".join(char + "|" * (at + 1 in ends) for at, char in enumerate(text.text)) == case["ends"]


@pytest.mark.parametrize(
    ("cited", "said", "is_alike"),
    [
        ("re-form", "re\u2010form", True),
        ("re-form", "re\u2014form", False),
        ("re\u2014form", "re\u2015form", True),
        ("a-b", "a\u2014b", False),
        ("1-2", "1\u2014b", False),
        # Not between two letters or digits: a dash of a sentence.
        ("a -b", "a \u2014b", True),
        ("a- b", "a\u2014 b", True),
        ("-a", "\u2014a", True),
        ("a-", "a\u2014", True),
        ("a-", "a\u2014b", True),
        ("a-b", "a b", True),
        ("ab-", "ab\u2014", True),
        (" -ab", " \u2014ab", True),
        ("a .-b", "a .\u2014b", True),
    ],
)
def test_a_hyphen_is_no_long_dash(cited: str, said: str, is_alike: bool) -> None:
    places = range(len(cited))
    assert joins_alike((cited, places), (said, places)) is is_alike


def test_what_front_matter_holds_is_told_exactly() -> None:
    """So that an editor is led to the place, and shown what to write."""
    example = 'Write [@000 "exact words"] or [@000#a3f9c102].'
    assert parse_one(" n1 ") == Malformed(0, 1, "n1 is not a citation", example)
    assert parse_one("[@a#0a1b2c3d]") == Citation("a", "0a1b2c3d", "", 0, 13, 1)
    assert parse_one('[@a "x"]') == Citation("a", "", "x", 0, 8, 1)
    after = parse_one('[@a "x"] more')
    mend = 'Keep one citation and nothing else: [@000 "exact words"] or [@000#a3f9c102].'
    assert after == Malformed(8, 1, " more follows the citation", mend)
    heading = "Move it to the sentence below: headings also stand in menus, where it cannot be drawn."
    assert find_citations('# A [@a "x"]')[1] == (
        Malformed(4, 1, "a citation of a stands in a heading", heading),
    )
    digits = "A passage's id has eight hexadecimal digits: [@000#a3f9c102]."
    assert parse_one("[@a#1]") == Malformed(0, 1, "[@a#1] names no passage", digits)
    lines = [parse_one(text) for text in ("[@a]", '[@a ""]', '[@a "x', "[@ x]", "[@a#1]", "[@a x]")]
    assert [(one.start, one.line) for one in lines] == [(0, 1)] * 6


def test_one_resolver_answers_each_citation_by_itself() -> None:
    _, known = passages(["They met in May.", "They met in June."])
    resolver = Resolver(known)
    first, second = (resolver.resolve(Citation("n1", "", words)) for words in ("in May", "in June"))
    assert isinstance(first, Found)
    assert isinstance(second, Found)
    assert [first.passage, second.passage] == known
    whole = resolver.resolve(Citation("n1", known[1].id, ""))
    assert isinstance(whole, Found)
    assert whole.passage == known[1]


@pytest.mark.parametrize(
    ("sentences", "words", "start"),
    [
        (["Met in May and in May."], "in May", 4),
        (["The Maya, May 1, May 2."], "May", 10),
        (["So\u200b!! said Arden."], "!", 4),
    ],
)
def test_the_first_place_where_words_stand_whole_counts(sentences: list[str], words: str, start: int) -> None:
    found = Resolver(passages(sentences)[1]).resolve(Citation("n1", "", words))
    assert isinstance(found, Found)
    assert found.spans[0][0] == start


def test_a_gap_at_the_end_is_no_part() -> None:
    text, known = passages(["They met in May."])
    found = Resolver(known).resolve(Citation("n1", "", "They […] May […]"))
    assert isinstance(found, Found)
    assert [text[start:end] for start, end in found.spans] == ["They", "May"]


def test_why_nothing_is_found_is_told_with_the_way_out() -> None:
    _, known = passages(["They met in May.", "They left in May.", "They met."])
    ids = [passage.id for passage in known]
    resolver = Resolver(known, withdrawn=("n2",))

    def told(source: str, passage: str, words: str) -> NotFound:
        found = resolver.resolve(Citation(source, passage, words))
        assert isinstance(found, NotFound)
        return found

    assert told("n2", "", "x") == NotFound("source n2 is withdrawn", "Cite another source.")
    assert told("n3", "", "x") == NotFound('no source has the id "n3"', "The sources are called n1.")
    which = f"[@n1#{ids[0]}] (sentence 1), [@n1#{ids[1]}] (sentence 2)"
    mend = f"Cite more of the words around them, or name the passage: {which}."
    assert told("n1", "", "in May") == NotFound(
        'source n1 says "in May" in 2 passages', mend, is_ambiguous=True
    )
    assert (
        told("n1", "00000000", "").mend
        == "A passage's id changes with its words: look it up on the source's page."
    )
    over = told("n1", "", "in May. They left")
    assert over.mend == "They run over more than one sentence: cite each sentence by itself."
    assert told("n1", "", "xyz").mend == "No sentence of it has these words: cite exactly what it says."
    assert not over.is_ambiguous


def test_of_many_sources_the_five_that_are_called_most_alike_are_named() -> None:
    known = [Passage(f"s{number}", "0a1b2c3d", 1, 1, 0, 1, "A") for number in range(7)]
    found = Resolver(known).resolve(Citation("s3x", "", "A"))
    assert isinstance(found, NotFound)
    named = found.mend.removeprefix("The sources are called ").removesuffix(".").split(", ")
    assert len(named) == 5
    assert named == sorted(named)
    assert "s3" in named
    none = Resolver([]).resolve(Citation("s3", "", "A"))
    assert isinstance(none, NotFound)
    assert none.mend == "There are no sources yet."


@pytest.mark.parametrize(
    ("sentences", "number"),
    [
        (["Arden met Corran and many others there.", "Arden met Verrin there."], 2),
        (["Arden met Verrin there.", "Arden met Marsh there."], 1),
        (["Nobody spoke.", "Arden met Verrin there, it is said."], 2),
        (["Nobody spoke.", "Arden met Verrin there.", "Nobody left."], 2),
    ],
)
def test_of_passages_that_share_as_many_words_the_shorter_then_the_earlier_is_shown(
    sentences: list[str], number: int
) -> None:
    found = Resolver(passages(sentences)[1]).resolve(Citation("n1", "", "Arden met Hale there"))
    assert isinstance(found, NotFound)
    assert f"(sentence {number}, " in found.mend


def test_very_long_wordings_are_compared_as_far_as_a_reader_would() -> None:
    assert marked("a " * 500, "b")[0].count("a") == 400
    assert marked("b", "a " * 3000)[1].count("a") == 2000


def test_a_word_that_stands_often_is_compared_like_any_other() -> None:
    assert marked("the", "At " + "the " * 300)[0] == "the"


def test_what_differs_behind_a_bracket_keeps_no_space() -> None:
    assert marked("they met (June)", "they met (May)") == ("they met (»June«)", "they met (»May«)")
