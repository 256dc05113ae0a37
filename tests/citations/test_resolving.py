"""Citations resolve to what the source says, and only there."""

from __future__ import annotations

from typing import Any

import pytest

from build_scripts.citations import Found, NotFound, Resolver, parse_one
from build_scripts.citations.whole import is_whole, joins_alike
from build_scripts.models import Citation
from build_scripts.text import fold
from tests.citations.made import cases, passages


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
