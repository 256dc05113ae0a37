"""An invented briefing, put together by hand: three articles, of which two rewrite one text."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

from build_scripts.models import (
    Actor,
    ActorKind,
    Alignment,
    Basis,
    Briefing,
    Claim,
    ClaimKind,
    Config,
    Contact,
    ContactKind,
    ContactPage,
    Correction,
    DateExpression,
    Development,
    Difference,
    DifferenceType,
    Event,
    Evidence,
    Facet,
    Figure,
    Findings,
    How,
    Lineage,
    Match,
    Mention,
    Passage,
    Reading,
    Records,
    Ref,
    Report,
    Review,
    Revision,
    Role,
    Share,
    Source,
    SourceFacts,
    State,
    Status,
    Topic,
    Turn,
    Verdict,
)
from build_scripts.text import passage_id

TEXTS = {
    "010": (
        ["Envoy Tomas Verrin visited Lakeside in March 1996.", "He wanted “a fair share of the water”."],
        ["Talks between the Upland League and the Lake Republic are scheduled for 4-5 May 1998."],
        ["More than 300 families have left the valley | the <b>dam</b> is named __after__ nobody."],
    ),
    "011": (
        ["Tomas Verrin, an envoy of the Upland League, visited Lakeside in March 1996."],
        ["More than 400 families have left the valley.", "Nobody knows how many will come back."],
    ),
    "012": (
        ["Talks of the Upland League in Lakeside began on May 4, 1998.", "They are to last two days."],
        ["The League does not intend to meet President Olen Marsh.", "Verrin has met Ida Corran before."],
    ),
}
NAMES = {
    "tomas-verrin": ("Tomas Verrin", "Verrin"),
    "ida-corran": ("Ida Corran",),
    "olen-marsh": ("Olen Marsh",),
    "upland-league": ("Upland League", "The League"),
    "lake-republic": ("Lake Republic",),
}
REVIEWED = Review("1998-06-01")


def briefing() -> Briefing:
    """The briefing with everything that pages and tables may be asked for."""
    facts = tuple(_facts(source) for source in _sources())
    lookup = {passage.text: passage for found in facts for passage in found.passages}
    texts = Texts(lookup)
    every = frozenset(passage.ref for passage in lookup.values())
    hidden = {texts.ref("They are to last"), texts.ref("Nobody knows")}
    return Briefing(
        config=_config(),
        sources=tuple(found.source for found in facts),
        facts=facts,
        records=_records(),
        findings=_findings(texts),
        shown=every - hidden,
        cited_by={texts.ref("Envoy Tomas"): ("actors/tomas-verrin.md", "talks.md")},
    )


def empty() -> Briefing:
    """A briefing of which nothing is known but its name and its pages."""
    full = briefing()
    bare = replace(full.records, contacts=(), topics=(), corrections=())
    return replace(
        full, sources=(), facts=(), records=bare, findings=Findings(), shown=frozenset(), cited_by={}
    )


class Texts:
    """Passages and words found by how they begin."""

    def __init__(self, passages: dict[str, Passage]) -> None:
        self.passages = passages

    def passage(self, beginning: str) -> Passage:
        return next(one for text, one in self.passages.items() if text.startswith(beginning))

    def ref(self, beginning: str) -> Ref:
        return self.passage(beginning).ref

    def words(self, beginning: str, words: str) -> tuple[str, str, int, int, str]:
        passage = self.passage(beginning)
        start = passage.start + passage.text.index(words)
        return passage.source, passage.id, start, start + len(words), words


def _config() -> Config:
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


def _sources() -> tuple[Source, ...]:
    def source(name: str, label: str, **known: Any) -> Source:
        text = "\n\n".join(" ".join(paragraph) for paragraph in TEXTS[name])
        sha = hashlib.sha256(text.encode()).hexdigest()
        return Source(name, f"{name}_x.txt", label, text, sha, **known)

    return (
        source(
            "010",
            "A",
            title="Envoy visits <Lakeside>",
            title_basis=Basis.STATED,
            publisher="Lakeside Courier",
            published="1998-05-02",
            published_basis=Basis.STATED,
            url="https://example.org/a b?c=1",
        ),
        source(
            "011",
            "B",
            title="families leave the valley",
            title_basis=Basis.FROM_ADDRESS,
            publisher="Lakeside Courier",
            published="1998-05-03",
            published_basis=Basis.INFERRED,
            published_reason="the text speaks of yesterday",
            url="javascript:alert(1)",
        ),
        source("012", "C", publisher="Valley Mail", published="1998-05-04", published_basis=Basis.LOOKED_UP),
    )


def _facts(source: Source) -> SourceFacts:
    passages: list[Passage] = []
    at = 0
    for paragraph, sentences in enumerate(TEXTS[source.id], 1):
        for sentence in sentences:
            start = source.text.index(sentence, at)
            at = start + len(sentence)
            number = len(passages) + 1
            passages.append(Passage(source.id, passage_id(sentence), paragraph, number, start, at, sentence))
    found = Texts({passage.text: passage for passage in passages})
    return SourceFacts(
        source=source,
        passages=tuple(passages),
        mentions=tuple(_mentions(passages)),
        dates=tuple(
            DateExpression(*found.words(beginning, words), edtf)
            for beginning, words, edtf in (
                ("Talks between", "4-5 May 1998", "1998-05-04/1998-05-05"),
                ("Talks of", "May 4, 1998", "1998-05-04"),
            )
            if any(passage.text.startswith(beginning) for passage in passages)
        ),
        figures=tuple(
            Figure(*found.words("More than", words), low, None, ">", "", "families")
            for words, low in (("More than 300", 300.0), ("More than 400", 400.0))
            if any(words in passage.text for passage in passages)
        ),
        reports=tuple(_reports(found)),
        roles=tuple(
            Role(*found.words(beginning, words), "tomas-verrin")
            for beginning, words in (
                ("Envoy Tomas", "Envoy"),
                ("Tomas Verrin, an", "an envoy of the Upland League"),
            )
            if any(passage.text.startswith(beginning) for passage in passages)
        ),
    )


def _mentions(passages: list[Passage]) -> list[Mention]:
    found = []
    for passage in passages:
        for actor, names in NAMES.items():
            name = next((one for one in names if one in passage.text), "")
            if name:
                start = passage.start + passage.text.index(name)
                end = start + len(name)
                found.append(Mention(passage.source, passage.id, start, end, name, actor, "", How.ALIAS))
    return found


def _reports(found: Texts) -> list[Report]:
    rows = (
        ("Envoy Tomas", "visited Lakeside in March 1996", "1996-03", ("tomas-verrin",), "Lakeside"),
        ("Tomas Verrin, an", "visited Lakeside in March 1996", "1996-03", ("tomas-verrin",), ""),
    )
    return [
        Report(
            *found.words(beginning, words),
            date,
            "March 1996",
            ContactKind.VISIT,
            Status.HAPPENED,
            who,
            ("lake", "upland"),
            place,
        )
        for beginning, words, date, who, place in rows
        if any(text.startswith(beginning) for text in found.passages)
    ]


def _records() -> Records:
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


def _findings(texts: Texts) -> Findings:
    def pair(left: str, right: str) -> Alignment:
        return Alignment(texts.ref(left), texts.ref(right), 0.8, Match.FULL)

    def reading(beginning: str, words: str, value: str = "") -> Reading:
        return Reading(*texts.words(beginning, words), value)

    families = (
        reading("More than 300", "More than 300 families"),
        reading("More than 400", "More than 400 families"),
    )

    def revision(earlier: str, later: str) -> Revision:
        return Revision(texts.ref(earlier), texts.ref(later))

    def every(source: str) -> tuple[Ref, ...]:
        return tuple(one.ref for one in texts.passages.values() if one.source == source)

    number, conflicting = DifferenceType.NUMBER, Verdict.CONFLICTING
    return Findings(
        developments=(
            Development("010", 0, (), (), added=every("010")),
            Development(
                "011",
                1,
                ("010",),
                (),
                added=(texts.ref("Nobody knows"),),
                changed=(
                    revision("Envoy Tomas", "Tomas Verrin, an"),
                    revision("More than 300", "More than 400"),
                ),
                dropped=(texts.ref("He wanted"), texts.ref("Talks between")),
                turns=(Turn("d1", number, conflicting, *families),),
            ),
            Development("012", 2, (), ("010", "011"), added=every("012")),
        ),
        alignments=(pair("Envoy Tomas", "Tomas Verrin, an"), pair("More than 300", "More than 400")),
        lineages=(
            Lineage("010", ("010", "011"), (Share("010", "011", 0.5), Share("011", "010", 0.75))),
            Lineage("012", ("012",)),
        ),
        contacts=_contacts(texts),
        differences=(
            Difference(
                "d1",
                DifferenceType.NUMBER,
                Verdict.CONFLICTING,
                "How many families left: 300 or 400.",
                families,
                "families",
            ),
        ),
        readings={
            "families": (replace(families[0], value="> 300"), replace(families[1], value="> 400")),
            "water": (),
        },
    )


def _contacts(texts: Texts) -> tuple[Contact, ...]:
    def piece(beginning: str, words: str, date: str, said: str, status: Status = Status.HAPPENED) -> Evidence:
        return Evidence(*texts.words(beginning, words), date, said, status)

    visit = (
        piece("Envoy Tomas", "visited Lakeside in March 1996", "1996-03", "March 1996"),
        piece("Tomas Verrin, an", "visited Lakeside in March 1996", "1996-03", "March 1996"),
    )
    planned = piece(
        "Talks between",
        "are scheduled for 4-5 May 1998",
        "1998-05-04/1998-05-05",
        "4-5 May 1998",
        Status.PLANNED,
    )
    begun = piece("Talks of", "began on May 4, 1998", "1998-05-04", "May 4, 1998")
    denied = piece("The League", "does not intend to meet President Olen Marsh", "", "", Status.DENIED)
    before = piece("Verrin has met", "Verrin has met Ida Corran before", "", "")
    both, one = ("010", "011"), "The 2 articles rewrite one text."

    def claim(kind: ClaimKind, value: str, sources: tuple[str, ...], why: str = one) -> Claim:
        return Claim(kind, value, sources, 1, why)

    contacts = (
        Contact(
            "visit-1996",
            "Verrin visits Lakeside",
            "1996-03",
            ContactKind.VISIT,
            Status.HAPPENED,
            "Lakeside",
            ("tomas-verrin",),
            ("lake", "upland"),
            visit,
            (
                claim(ClaimKind.HELD, "visit", both),
                claim(ClaimKind.DATE, "1996-03", both),
                claim(ClaimKind.PARTICIPANT, "tomas-verrin", both),
                claim(ClaimKind.PLACE, "Lakeside", ("010",)),
            ),
            state=State.REVIEWED,
            page="chronology/visit-1996.md",
            presence=True,
            evidence_code="0a1b2c3d",
        ),
        Contact(
            "talks-1998",
            "Talks in Lakeside",
            "1998-05-04/1998-05-05",
            ContactKind.CONFERENCE,
            Status.HAPPENED,
            "Lakeside",
            ("lake-republic", "upland-league"),
            ("lake", "upland"),
            (planned, begun),
            (
                claim(ClaimKind.DATE, "1998-05-04/1998-05-05", ("010", "012")),
                claim(ClaimKind.PARTICIPANT, "upland-league", ("010", "012")),
                claim(ClaimKind.PARTICIPANT, "lake-republic", ("010",)),
            ),
            state=State.CHANGED,
            page="chronology/talks-1998.md",
            found_date="1998-05-04",
        ),
        Contact(
            "no-meeting",
            "No meeting with Marsh",
            "",
            ContactKind.MEETING,
            Status.DENIED,
            "",
            ("olen-marsh", "upland-league"),
            ("lake", "upland"),
            (denied,),
            (),
        ),
        Contact(
            "met-before",
            "Verrin meets Corran",
            "",
            ContactKind.MEETING,
            Status.HAPPENED,
            "",
            ("ida-corran", "tomas-verrin"),
            ("lake", "upland"),
            (before,),
            (),
        ),
    )
    return tuple(as_found(one) for one in contacts)


def as_found(contact: Contact) -> Contact:
    """A contact as the build found it, but for a date that an editor set."""
    return replace(
        contact,
        found_date=contact.found_date or contact.date,
        found_kind=contact.kind.value,
        found_status=contact.status.value,
        found_place=contact.place,
        found_participants=contact.participants,
    )
