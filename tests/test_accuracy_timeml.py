"""The score against TimeML files counts what is wanted, and only that."""

from __future__ import annotations

from pathlib import Path

from tests.accuracy.score import Score
from tests.accuracy.timeml import read_timeml, score_timeml
from tests.extract.cases import english

TEXT = """<?xml version="1.0" ?><TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="1998-06-10"
functionInDocument="CREATION_TIME">June 10, 1998</TIMEX3></DCT><TEXT>
Arden came <TIMEX3 tid="t1" type="DATE" value="1998-06-05">Friday</TIMEX3> for
<TIMEX3 tid="t2" type="DURATION" value="P2D">two days</TIMEX3> and left <TIMEX3 tid="t3" type="DATE"
value="1998-06-09">on Monday</TIMEX3>. He is <TIMEX3 tid="t4" type="DATE" value="PRESENT_REF">now</TIMEX3>
at home since <TIMEX3 tid="t5" type="DATE" value="1998-W23">last week</TIMEX3>, as in May 1996.
</TEXT></TimeML>"""


def scores(folder: Path) -> dict[str, Score]:
    (folder / "a.tml").write_text(TEXT, "utf-8")
    return {one.kind: one for one in score_timeml(folder, english()) if isinstance(one, Score)}


def test_a_file_gives_its_text_its_day_and_its_marks(tmp_path: Path) -> None:
    (tmp_path / "a.tml").write_text(TEXT, "utf-8")
    document = read_timeml(tmp_path / "a.tml")
    assert document.published == "1998-06-10"
    words = [document.text[one.start : one.end] for one in document.marked if one.values]
    assert words == ["Friday", "on Monday", "last week"]


def test_values_are_counted_and_what_is_not_of_the_calendar_is_not(tmp_path: Path) -> None:
    """Friday and last week are right, Monday has another value, and May 1996 is not marked."""
    value = scores(tmp_path)["dates, value"]
    assert value.found == 2
    assert [one.split(":")[0] for one in value.missed] == ["a 'on Monday' = 1998-06-09"]
    assert value.wrong == ("a 'May 1996' = 1996-05", "a 'Monday' = 1998-06-08")


def test_words_are_counted_exactly_and_in_part(tmp_path: Path) -> None:
    found = scores(tmp_path)
    assert found["dates, words exactly"].found == 1
    assert found["dates, words in part"].found == 3
