"""Topics are proposed from differences: the readings, never the question."""

from __future__ import annotations

from build_scripts import drafting
from build_scripts.citations import parse_one
from build_scripts.models import Citation, Difference, DifferenceType, Reading, Verdict
from build_scripts.proposals import chosen, proposals


def _difference(name: str, kind: DifferenceType, *passages: str, topic: str = "") -> Difference:
    readings = tuple(
        Reading(source, source * 8, 0, 9, f"{name} in “{source}”'s words") for source in passages
    )
    return Difference(name, kind, Verdict.UNSURE, f"The {name} differs.", readings, topic)


def test_differences_of_the_same_passages_are_one_proposal() -> None:
    number = _difference("number", DifferenceType.NUMBER, "a", "b")
    date = _difference("date", DifferenceType.DATE, "b", "c")
    other = _difference("other", DifferenceType.NAME, "d", "e")
    assert [one.ids for one in proposals((date, other, number))] == [("number", "date"), ("other",)]


def test_a_difference_that_has_a_topic_proposes_none() -> None:
    assert proposals((_difference("number", DifferenceType.NUMBER, "a", "b", topic="deaths"),)) == ()


def test_what_is_left_out_proposes_nothing_by_itself() -> None:
    omission = _difference("omission", DifferenceType.OMISSION, "a", "b")
    assert proposals((omission,)) == ()
    number = _difference("number", DifferenceType.NUMBER, "a", "b")
    assert [one.readings for one in proposals((omission, number))] == [number.readings]


def test_a_drafted_topic_cites_the_readings_and_asks_the_editor_s_question() -> None:
    number = _difference("number", DifferenceType.NUMBER, "a", "b")
    path, text = drafting.topic("How many?", chosen((number,), ("number",)).readings)
    assert path == "comparisons/how-many.md"
    assert "question: " in text
    lines = [line.strip()[2:] for line in text.splitlines() if line.startswith("  - ")]
    cited = [parse_one(line[1:-1].replace("''", "'")) for line in lines]
    assert [(one.source, one.words) for one in cited if isinstance(one, Citation)] == [
        ("a", "number in “a”'s words"),
        ("b", "number in “b”'s words"),
    ]


def test_no_difference_named_leaves_the_readings_to_the_editor() -> None:
    assert "readings" not in drafting.topic("How many?", chosen((), ()).readings)[1]
