"""Dates against a folder of TimeML files: news whose dates other people have marked (TIMEX3, type DATE).

Wanted are calendar dates. What has no place in the calendar (PRESENT_REF, "XXXX-WI"), and what is marked
as a time of day, a duration or a set, is neither wanted nor wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

from build_scripts.extract.dates import find_dates
from build_scripts.extract.passages import find_passages
from build_scripts.models import DateExpression, Lexicon, Source

from .score import Measure, Score, added

_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
_THIRDS = {"START": ("01", "04"), "MID": ("05", "08"), "END": ("09", "12")}
_DECADE = {"START": ("0", "3"), "MID": ("4", "6"), "END": ("7", "9")}

# Match: the end of a line that a wrapped sentence goes on behind. Near-miss: "… a republic.\nPrime Minister".
_WRAPPED = re.compile(r"(?<=[^\s.!?:\"'])\n(?=\S)")
# Match: "1998-02-13", "1998-02-13T14:26". Near-miss: "1998-02".
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T.*)?")


@dataclass(frozen=True)
class Timex:
    """One marked expression: where it stands, and the EDTF values that say the same; none if not wanted."""

    start: int
    end: int
    values: frozenset[str]


@dataclass(frozen=True)
class Document:
    """One file: its text, the day on which it was written, and what is marked in it."""

    name: str
    text: str
    published: str
    marked: tuple[Timex, ...]


def score_timeml(folder: Path, lexicon: Lexicon) -> tuple[Measure, ...]:
    """Words exactly, words in part, and values, over all `.tml` files of the folder."""
    scores = [_score(read_timeml(file), lexicon) for file in sorted(folder.rglob("*.tml"))]
    return tuple(added(column) for column in zip(*scores, strict=True))


def read_timeml(file: Path) -> Document:
    """The text and the marked expressions of one file, as TimeBank, AQUAINT and TempEval write them."""
    root = ElementTree.fromstring(file.read_bytes())
    body = root.find("TEXT")
    created = next(
        (one for one in root.iter("TIMEX3") if one.get("functionInDocument") == "CREATION_TIME"), None
    )
    day = _DAY.fullmatch(created.get("value", "")) if created is not None else None
    pieces: list[str] = []
    marked = []
    for text, timex in _pieces(root if body is None else body):
        start = sum(map(len, pieces))
        if timex is created and timex is not None:
            text = ""
        elif timex is not None:
            marked.append(Timex(start, start + len(text), _values(timex)))
        pieces.append(text)
    return Document(
        name=file.stem,
        text=_WRAPPED.sub(" ", "".join(pieces)),
        published=day.group(1) if day else "",
        marked=tuple(marked),
    )


def _pieces(element: ElementTree.Element) -> Iterator[tuple[str, ElementTree.Element | None]]:
    """The text in order, each marked expression as one piece."""
    if element.tag == "TIMEX3":
        yield "".join(element.itertext()), element
        return
    yield element.text or "", None
    for inner in element:
        yield from _pieces(inner)
        yield inner.tail or "", None


def _values(timex: ElementTree.Element) -> frozenset[str]:
    """The EDTF values that say what the mark says; none where it marks no date of the calendar."""
    value, mod = timex.get("value", ""), timex.get("mod", "")
    if timex.get("type") != "DATE":
        return frozenset()
    day = _DAY.fullmatch(value)
    if day:
        return frozenset({day.group(1)})
    if re.fullmatch(r"\d{4}-W\d{2}(-WE)?", value):
        return frozenset({_week(value)})
    if re.fullmatch(r"\d{4}-(SP|SU|FA|WI)", value):
        return frozenset({f"{value[:5]}{_SEASONS[value[5:]]}"})
    if re.fullmatch(r"\d{4}-Q[1-4]", value):
        last = int(value[-1]) * 3
        return frozenset({f"{value[:4]}-{last - 2:02}/{value[:4]}-{last:02}"})
    if re.fullmatch(r"\d{4}-H[12]", value):
        last = int(value[-1]) * 6
        return frozenset({f"{value[:4]}-{last - 5:02}/{value[:4]}-{last:02}"})
    if re.fullmatch(r"\d{2}", value):
        return frozenset({f"{value}XX"})
    if re.fullmatch(r"\d{3}", value):
        first, last_ = _DECADE.get(mod, ("", ""))
        return frozenset({f"{value}X", *([f"{value}{first}/{value}{last_}"] if first else ())})
    if re.fullmatch(r"\d{4}", value):
        first, last_ = _THIRDS.get(mod, ("", ""))
        return frozenset({value, *([f"{value}-{first}/{value}-{last_}"] if first else ())})
    return frozenset({value} if re.fullmatch(r"\d{4}-\d{2}", value) else ())


def _week(value: str) -> str:
    monday = date.fromisocalendar(int(value[:4]), int(value[6:8]), 1)
    first = monday + timedelta(days=5 if value.endswith("WE") else 0)
    return f"{first.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def _score(document: Document, lexicon: Lexicon) -> tuple[Score, ...]:
    source = Source(id="x", file="x.txt", label="X", text=document.text, sha256="")
    source = replace(source, published=document.published)
    found = find_dates(source, find_passages(source, lexicon), lexicon)
    wanted = [one for one in document.marked if one.values]
    unmarked = [one for one in found if one.edtf and not any(_meet(one, mark) for mark in document.marked)]
    measured: list[tuple[str, Callable[[DateExpression, Timex], bool]]] = [
        ("dates, words exactly", lambda said, one: (said.start, said.end) == (one.start, one.end)),
        ("dates, words in part", lambda said, one: True),
        ("dates, value", lambda said, one: _says(said, one, wanted)),
    ]
    scores = []
    for kind, is_right in measured:
        right, missed, wrong = 0, [], [f"{document.name} {one.text!r} = {one.edtf}" for one in unmarked]
        for one in wanted:
            met = [said for said in found if _meet(said, one)]
            if any(is_right(said, one) for said in met):
                right += 1
                continue
            words = document.text[one.start : one.end]
            answer = ", ".join(f"{said.text!r} = {said.edtf or 'open'}" for said in met)
            missed.append(
                f"{document.name} {words!r} = {' or '.join(sorted(one.values))}: {answer or 'not found'}"
            )
            wrong += [f"{document.name} {said.text!r} = {said.edtf}" for said in met if said.edtf]
        scores.append(Score(kind, right, tuple(missed), tuple(wrong)))
    return tuple(scores)


def _meet(said: DateExpression, one: Timex) -> bool:
    return said.start < one.end and one.start < said.end


def _says(said: DateExpression, one: Timex, wanted: Iterable[Timex]) -> bool:
    """Whether the value is the marked one: qualifiers aside, one end of an open interval or of a range."""
    first, _, last = said.edtf.replace("~", "").partition("/")
    if last == "..":
        return any(value.partition("/")[0] == first for value in one.values)
    if first == "..":
        return any(value.rpartition("/")[2] == last for value in one.values)
    is_range = sum(_meet(said, each) for each in wanted) > 1
    whole = f"{first}/{last}" if last else first
    return whole in one.values or (is_range and not one.values.isdisjoint((first, last)))
