"""What a comparison of the invented articles finds, but for the contacts."""

from __future__ import annotations

from dataclasses import replace

from build_scripts.models import (
    Alignment,
    Development,
    Difference,
    DifferenceType,
    Findings,
    Lineage,
    Match,
    Reading,
    Ref,
    Revision,
    Share,
    Turn,
    Verdict,
)
from tests.pages.invented.contacts import contacts
from tests.pages.invented.texts import Texts


def findings(texts: Texts) -> Findings:
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
        contacts=contacts(texts),
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
