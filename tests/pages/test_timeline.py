"""The drawings of the timeline: every mark a link, every date as precise as it is given."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from xml.etree.ElementTree import Element, fromstring

import pytest

from build_scripts.models import Briefing, Contact, State, Status
from build_scripts.pages import pictures
from build_scripts.pages.timeline_across import LETTER
from build_scripts.pages.timeline_marks import Shape, mark_shape, short_date
from tests.pages.invented import briefing, empty

NAMES = ("timeline.svg", "timeline-narrow.svg")
SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = 'A <script>alert("x")</script> & a "visit"'


def with_contacts(*made: Contact) -> Briefing:
    full = briefing()
    return replace(full, findings=replace(full.findings, contacts=made))


def contact(name: str, date: str, **known: object) -> Contact:
    first = briefing().findings.contacts[0]
    page = f"chronology/{name}.md"
    return replace(first, id=name, date=date, page=page, **known)  # type: ignore[arg-type]


def drawing(of: Briefing, name: str) -> Element:
    return fromstring(pictures(of)[name])


def links(of: Briefing, name: str) -> list[Element]:
    return list(drawing(of, name).iter(f"{SVG}a"))


@pytest.mark.parametrize("name", NAMES)
def test_every_mark_links_to_its_contact_and_says_what_it_is(name: str) -> None:
    found = [(link.get("href"), link.get("aria-label")) for link in links(briefing(), name)]
    assert found == [
        (
            "/chronology/visit-1996.md",
            "March 1996: Verrin visits Lakeside. 2 articles from one text.",
        ),
        (
            "/chronology/talks-1998.md",
            "4–5 May 1998: Talks in Lakeside. 2 articles from 2 texts.",
        ),
    ]


@pytest.mark.parametrize("name", NAMES)
def test_colours_belong_to_the_stylesheet(name: str) -> None:
    for node in drawing(briefing(), name).iter():
        assert not {"style", "fill", "stroke"} & set(node.attrib)


@pytest.mark.parametrize("name", NAMES)
def test_titles_arrive_as_text(name: str) -> None:
    found = links(with_contacts(contact("a", "1996-03", title=HOSTILE)), name)
    assert HOSTILE in (found[0].get("aria-label") or "")
    assert not [node for node in found[0].iter() if node.tag.endswith("script")]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("of", [empty(), with_contacts()], ids=["empty", "nothing dated"])
def test_a_drawing_without_contacts_is_still_one(of: Briefing, name: str) -> None:
    assert not links(of, name)
    assert "No dated contact" in (drawing(of, name)[0].text or "")


@pytest.mark.parametrize(
    "known",
    [
        {"state": State.DRAFTED},
        {"status": Status.PLANNED},
        {"status": Status.DENIED},
        {"participants": ("ida-corran",)},
    ],
    ids=["drafted", "planned", "denied", "without the focus"],
)
def test_only_settled_contacts_of_the_focus_are_drawn(known: dict[str, object]) -> None:
    assert not links(with_contacts(contact("a", "1996-03", **known)), "timeline.svg")


@pytest.mark.parametrize(
    ("date", "shape"),
    [
        ("2024-02-29", Shape.DAY),
        ("2024-02-29/2024-03-02", Shape.DAY),
        ("2006-03", Shape.MONTH),
        ("2024-02/2024-03", Shape.SPAN),
        ("2007/2011", Shape.SPAN),
        ("2007", Shape.SPAN),
        ("2023-10-07/..", Shape.OPEN),
        ("../2023-10-07", Shape.SINCE),
    ],
)
def test_a_date_is_drawn_as_precisely_as_it_is_given(date: str, shape: Shape) -> None:
    assert mark_shape(date) is shape
    for name in NAMES:
        assert len(links(with_contacts(contact("a", date)), name)) == 1


def test_an_approximate_date_is_marked() -> None:
    assert "about" in pictures(with_contacts(contact("a", "2006-03~")))["timeline.svg"]


def test_labels_do_not_cover_one_another() -> None:
    dates = ["1996-03", "1996-04", "1996-04", "1996-05-02", "1996/1998", "1998-12", "1998-12-30", "1999/.."]
    of = with_contacts(*(contact(f"c{at}", date) for at, date in enumerate(dates)))
    lines: dict[float, list[tuple[float, float]]] = {}
    for label in drawing(of, "timeline.svg").iter(f"{SVG}text"):
        if label.get("class") == "dt":
            x = float(label.get("x", "0"))
            lines.setdefault(float(label.get("y", "0")), []).append((x, x + len(label.text or "") * LETTER))
    for spans in lines.values():
        ordered = sorted(spans)
        assert all(one[1] <= other[0] for one, other in itertools.pairwise(ordered))
        assert ordered[-1][1] <= 1000


def test_a_line_of_the_narrow_drawing_is_high_enough_for_a_finger() -> None:
    of = with_contacts(*(contact(f"c{at}", f"1996-0{at + 1}") for at in range(8)))
    hits = [node for node in drawing(of, "timeline-narrow.svg").iter() if node.get("class") == "hit"]
    tops = sorted(float(hit.get("y", "0")) for hit in hits)
    assert all(float(hit.get("height", "0")) >= 44 for hit in hits)
    assert all(below - above >= 44 for above, below in itertools.pairwise(tops))


def test_short_dates_keep_their_precision() -> None:
    assert short_date("2024-02-29") == "29 Feb 2024"
    assert short_date("2023-10-07/..") == "after 7 Oct 2023"
    assert not re.search("February|October", short_date("2022-10/2024-02"))
