"""Texts that are no plain article give a result or a clear remark: never a crash, never an invented fact."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.__main__ import Exit, main
from build_scripts.errors import InvalidInput
from build_scripts.inputs import read_inputs
from build_scripts.models import LONGEST_SENTENCE, UNDETERMINED, ReviewRow, SourceFacts
from build_scripts.pipeline import Result, build
from build_scripts.read.limits import LARGEST

MEETING = "Foreign Minister Ida Corran met Tomas Verrin of the Upland League in Lakeside on 4 May 1998."
FOREIGN = {
    "another script": "التقت الوزيرة ايدا كوران توماس فيرين يوم الخميس في المدينة.",
    "another language": (
        "Die Ministerin Ida Corran traf am 4. Mai 1998 in Lakeside den Vorsitzenden Tomas Verrin, wie das "
        "Ministerium mitteilte. Am Abend flog er nach Hause und sagte nichts mehr, so ein Sprecher."
    ),
    "a language whose words look like ours": (
        "La ministre Ida Corran visite Lakeside et rencontre Tomas Verrin en mai 1998, selon son bureau. "
        "Elle a dit que la conversation a dur\u00e9 deux heures, puis elle est partie sans autre mot."
    ),
}
STORY = """Minister Ida Corran met Tomas Verrin of the Upland League in Lakeside on 4 May 1998, she said.

They spoke about the weir, the price of barley and 1,250 families who had left the valley in spring.

Verrin called the talks useful and went home by the night train, without a word to the reporters."""
MORE = """The weir was built in 1911 by a company that no longer exists, and nobody has mended it since.

An engineer from Port Ansel says that two winters are left; the council says that there are ten."""
NO_SENTENCE = {
    "marks alone": "* * *\n\n--- 12 / 34 ---\n",
    "names alone": "Ida Corran\n\nTomas Verrin\n",
    "a word": "Corran\n",
    "a byline and a date": "By A. Hill\n\nJune 5, 1998\n",
}
ODD_DAYS = {
    "30 February 1998": ("", "there is no such day"),
    "31 April 1998": ("", "there is no such day"),
    "Monday, 5 May 1998": ("1998-05-05", "the weekday does not fit the date"),
}


def added(other: Path, text: str, entry: str = "") -> Result:
    """The small corpus with one more article."""
    seeds = other.parent / "seeds"
    (seeds / "020_new.txt").write_text(text, "utf-8")
    if entry:
        (seeds / "sources.yml").write_text(f"- file: 020_new.txt\n  {entry}\n", "utf-8")
    return build(read_inputs(other))


def briefing_of(folder: Path, *texts: str) -> Path:
    """A briefing of these articles and nothing else."""
    (folder / "seeds").mkdir()
    sides = "sides: {a: North, b: South}, contacts: [a, b]"
    (folder / "mkdocs.yml").write_text(
        f"site_name: T\ntheme: {{name: material}}\nextra: {{briefing: {{seeds: seeds, {sides}}}}}\n", "utf-8"
    )
    for at, text in enumerate(texts):
        (folder / "seeds" / f"{at:03}_a.txt").write_text(text, "utf-8")
    return folder / "mkdocs.yml"


def comparisons(config: Path) -> str:
    return build(read_inputs(config)).pages["comparisons/index.md"]


def facts_of(result: Result) -> SourceFacts:
    return next(facts for facts in result.briefing.facts if facts.source.id == "020")


def row(result: Result, words: str) -> ReviewRow:
    found = [one for one in result.review if words in one.what]
    assert len(found) == 1, [one.what for one in result.review]
    return found[0]


@pytest.mark.parametrize("text", FOREIGN.values(), ids=FOREIGN)
def test_what_is_in_another_language_is_shown_and_remarked_and_tells_nothing(other: Path, text: str) -> None:
    result = added(other, text + "\n")
    facts = facts_of(result)
    assert facts.source.language == UNDETERMINED
    assert facts.passages
    assert facts == SourceFacts(facts.source, facts.passages)
    assert row(result, "020_new.txt is not compared").file == "seeds/sources.yml"


def test_a_stated_language_is_believed(other: Path) -> None:
    facts = facts_of(added(other, FOREIGN["a language whose words look like ours"] + "\n", "language: en"))
    assert facts.source.language == "en"
    assert facts.mentions


@pytest.mark.parametrize("text", [MEETING, "Corran met Verrin.", "1998\n\n4 May: Corran met Tomas Verrin.\n"])
def test_short_texts_and_lists_are_read(other: Path, text: str) -> None:
    """Near-miss of another language: too short to tell by its words."""
    assert facts_of(added(other, text + "\n")).source.language == ""


@pytest.mark.parametrize("text", NO_SENTENCE.values(), ids=NO_SENTENCE)
def test_a_text_without_a_sentence_is_remarked(other: Path, text: str) -> None:
    result = added(other, text)
    assert not facts_of(result).reports
    assert row(result, "020_new.txt has no sentence").file == "seeds/020_new.txt"


def test_a_text_of_one_line_is_read_sentence_by_sentence(other: Path) -> None:
    result = added(other, " ".join([MEETING, *["The harvest was good that year, the paper said."] * 300]))
    assert len(facts_of(result).passages) == 301
    assert [report.date for report in facts_of(result).reports] == ["1998-05-04"]


def test_a_sentence_without_an_end_is_remarked(other: Path) -> None:
    endless = f"The paper said\n\n{MEETING[:-1]} and " + "the harvest was good and " * 200
    assert len(endless) > LONGEST_SENTENCE
    result = added(other, endless)
    assert [report.date for report in facts_of(result).reports] == ["1998-05-04"]
    assert row(result, "characters is read in pieces").line == 3


def test_a_text_of_very_many_lines_is_read(other: Path) -> None:
    lines = [f"On {day} May 1998 Ida Corran met Tomas Verrin." for day in range(1, 29)] * 10
    reports = facts_of(added(other, "\n".join(lines) + "\n")).reports
    assert len({report.date for report in reports}) == 28


def test_a_text_over_the_limit_is_a_fault_that_says_so(other: Path) -> None:
    with pytest.raises(InvalidInput) as caught:
        added(other, "The harvest was good.\n" * (LARGEST // 22 + 1))
    assert "an article may have 1,000,000" in str(caught.value)


@pytest.mark.parametrize("day", ODD_DAYS, ids=ODD_DAYS)
def test_a_day_that_cannot_be_right_is_remarked_and_no_other_day_is_made_of_it(other: Path, day: str) -> None:
    date, remark = ODD_DAYS[day]
    result = added(other, MEETING.replace("4 May 1998", day) + "\n")
    assert [report.date for report in facts_of(result).reports] == [date]
    assert row(result, remark).file == "seeds/020_new.txt"


def test_one_article_alone_is_compared_with_nothing_and_its_pages_say_so(tmp_path: Path) -> None:
    config = briefing_of(tmp_path, STORY)
    assert main(["build", "-f", str(config)]) == Exit.DONE
    page = comparisons(config)
    assert "**One article: one text.**" in page
    assert "they count as one witness" not in page
    assert "There are no two articles" in build(read_inputs(config)).pages["comparisons/pair.md"]


def test_two_articles_of_the_same_words_are_one_text_and_differ_in_nothing(tmp_path: Path) -> None:
    config = briefing_of(tmp_path, STORY, STORY + "\n")
    assert main(["build", "-f", str(config)]) == Exit.DONE
    page = comparisons(config)
    assert "**Two articles: one text.** Both articles rewrite one text (A and B)" in page
    assert build(read_inputs(config)).briefing.findings.differences == ()


def test_an_article_that_contains_another_is_an_edition_of_it(tmp_path: Path) -> None:
    config = briefing_of(tmp_path, STORY, f"{STORY}\n\n{MORE}\n")
    assert main(["build", "-f", str(config)]) == Exit.DONE
    assert "**Two articles: one text.**" in comparisons(config)


def test_articles_that_share_one_sentence_are_texts_of_their_own(tmp_path: Path) -> None:
    """Each has a story of its own; one sentence went round."""
    copied = "The Relief Board said that 1,250 sacks of barley had reached Port Ansel."
    told = [" ".join(_word(60 * at + each) for each in range(60)) for at in range(40)]
    page = comparisons(briefing_of(tmp_path, *(f"In the {one} of it.\n\n{copied}\n" for one in told)))
    assert "**40 articles: 40 texts.** None of the 40 articles rewrites another." in page


def _word(number: int) -> str:
    """A word that no other number gives, and that begins like no other."""
    return "".join(chr(97 + number // 26**place % 26) for place in range(4))


def test_of_very_many_editions_a_sentence_names_the_first(tmp_path: Path) -> None:
    page = comparisons(briefing_of(tmp_path, *(STORY + "\n\n" + MORE + "\n" * at for at in range(1, 15))))
    assert "All 14 articles rewrite one text (A, B, C, D, E, F, G, H, I, J, K and 3 more)" in page
