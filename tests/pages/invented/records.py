"""What editors of the invented briefing wrote: its settings and the records of its pages."""

from __future__ import annotations

from typing import Any

from build_scripts.models import (
    Actor,
    ActorKind,
    Config,
    ContactPage,
    Correction,
    Event,
    Facet,
    Records,
    Review,
    Topic,
)

REVIEWED = Review("1998-06-01")


def config() -> Config:
    return Config(
        root=".",
        file="mkdocs.yml",
        site_name="The Lakeside talks",
        sides={"upland": "Upland parties", "lake": "Lake Republic"},
        contacts=("upland", "lake"),
        home={"lake": ("Lakeside",)},
        focus=("upland-league",),
        contact="desk@example.org",
    )


def records() -> Records:
    def actor(name: str, title: str, kind: ActorKind, side: str, **known: Any) -> Actor:
        return Actor(name, title, kind, side, f"actors/{name}.md", **known)

    person, body = ActorKind.PERSON, ActorKind.ORGANISATION
    return Records(
        actors=(
            actor(
                "tomas-verrin",
                "Tomas Verrin",
                person,
                "upland",
                member_of=("upland-league",),
                reviewed=REVIEWED,
            ),
            actor("ida-corran", "Ida Corran", person, "lake"),
            actor("olen-marsh", "Olen Marsh", person, "lake", has_page=False),
            actor("upland-league", "Upland League", body, "upland", reviewed=REVIEWED),
            actor("lake-republic", "Lake Republic", ActorKind.STATE, "lake"),
            actor("relief-board", "Relief Board", body, ""),
        ),
        contacts=(
            ContactPage(
                "visit-1996", "Verrin visits Lakeside", "chronology/visit-1996.md", reviewed=REVIEWED
            ),
            ContactPage("talks-1998", "Talks in Lakeside", "chronology/talks-1998.md", reviewed=REVIEWED),
            ContactPage(
                "twice", "The same twice", "chronology/twice.md", merge_into="visit-1996", why="One visit."
            ),
            ContactPage("none", "No contact at all", "chronology/none.md", dismissed="A remark *only*."),
        ),
        topics=(
            Topic("families", "How many families left?", "comparisons/families.md", reviewed=REVIEWED),
            Topic("water", "What about the water?", "comparisons/water.md"),
        ),
        events=(
            Event(
                "talks",
                "The Lakeside talks",
                "talks.md",
                "1998-05-04/1998-05-05",
                "Lakeside",
                ("upland-league", "lake-republic"),
                (
                    Facet("when", "When are they?", ("talks",), having="date"),
                    Facet("left", "Who left?", ("families left",), without=("nobody knows",)),
                    Facet("why", "Why are they held?", ("reasons",)),
                ),
                "talks-1998",
                REVIEWED,
            ),
        ),
        corrections=(("talks.md", Correction("1998-06-02", "3 May", "4 May", "Misread.")),),
    )
