"""The drawings of the timeline: every mark a link, every date as precise as it is given."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from typing import Any
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


def contact(name: str, date: str, **known: Any) -> Contact:
    first = briefing().findings.contacts[0]
    page = f"chronology/{name}.md"
    return replace(first, id=name, date=date, page=page, **known)


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
            "Mar 1996: Verrin visits Lakeside. 2 articles from one text.",
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


CROWDED = {
    "a row of months, a span over them": [
        "2006-03",
        "2006-03/2010-02",
        "2007-02",
        "2008-03",
        "2009-05",
        "2010-02",
    ],
    "every shape": [
        "1996-03",
        "1996-04",
        "1996-04",
        "1996-05-02",
        "1996/1998",
        "1998-12",
        "1998-12-30",
        "1999/..",
    ],
    "the right edge": [
        "2017-01",
        "2023-10",
        "2023-10-07/..",
        "2024-02-28",
        "2024-02-29/2024-03-02",
        "2024-12-30",
    ],
    "one day": ["2020-01", "2024-05-01", "2024-05-01", "2024-05-02"],
}


def drawn_labels(dates: list[str]) -> list[tuple[float, float, float, float]]:
    """Top and base of the line to each label, and from where to where its words go."""
    of = with_contacts(*(contact(f"c{at}", date) for at, date in enumerate(dates)))
    found = []
    for link in links(of, "timeline.svg"):
        label = next(node for node in link.iter(f"{SVG}text"))
        x, width = float(label.get("x", "0")), len(label.text or "") * LETTER
        left = x - width if label.get("text-anchor") == "end" else x
        lead = next(
            (node.get("d", "") for node in link.iter(f"{SVG}path") if node.get("class") == "lead"), ""
        )
        found.append(
            (float(lead[1:].split(" ")[0]) if lead else -1.0, float(label.get("y", "0")), left, left + width)
        )
    return found


@pytest.mark.parametrize("dates", CROWDED.values(), ids=CROWDED)
def test_labels_do_not_cover_one_another(dates: list[str]) -> None:
    found = drawn_labels(dates)
    for one, other in itertools.combinations(found, 2):
        assert one[1] != other[1] or one[3] <= other[2] or other[3] <= one[2]
    assert all(right <= 1000 for _, _, _, right in found)


@pytest.mark.parametrize("dates", CROWDED.values(), ids=CROWDED)
def test_no_line_to_a_label_crosses_another_label(dates: list[str]) -> None:
    found = drawn_labels(dates)
    for lead, base, _, _ in found:
        above = [other for other in found if other[1] < base and other[1] > min(each[1] for each in found)]
        assert lead < 0 or not any(left < lead < right for _, _, left, right in above)


@pytest.mark.parametrize("dates", CROWDED.values(), ids=CROWDED)
def test_what_is_touched_is_high_enough_and_covers_nothing_else(dates: list[str]) -> None:
    of = with_contacts(*(contact(f"c{at}", date) for at, date in enumerate(dates)))
    hits = [
        tuple(float(node.get(key, "0")) for key in ("x", "y", "width", "height"))
        for node in drawing(of, "timeline.svg").iter()
        if node.get("class") == "hit"
    ]
    assert all(width >= 28 and height >= 28 for _, _, width, height in hits)
    for (x, y, width, height), (u, v, broad, high) in itertools.combinations(hits, 2):
        assert x + width <= u or u + broad <= x or y + height <= v or v + high <= y


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
