"""Foundation: sources and pages in; words that only withdrawn articles have, and the same without them, out.

The files stay as people wrote them; nothing that is made of them has these words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from build_scripts import withholding
from build_scripts.models import Actor, Page, Source


def words(sources: Iterable[Source], actors: Iterable[Actor], guide: str) -> tuple[str, ...]:
    """Marks of the words that only withdrawn articles have: not the live ones, no name, not our guide."""
    gone: list[str] = []
    said = [guide]
    for source in sources:
        (said if source.withdrawn is None else gone).append(source.text)
    said += [name for actor in actors for name in (actor.name, *actor.aliases, *actor.titles)]
    return withholding.marks_of(gone, said)


def pages(given: Iterable[Page], marks: tuple[str, ...]) -> tuple[Page, ...]:
    """The pages with a notice in the place of such words in their front matter."""
    found = []
    for page in given:
        front = withholding.cleaned(page.front, marks)
        found.append(replace(page, front=front) if isinstance(front, Mapping) else page)
    return tuple(found)


def sources(given: Iterable[Source], marks: tuple[str, ...]) -> tuple[Source, ...]:
    """The sources with a notice in the place of such words in what people noted about them."""

    def without(text: str) -> str:
        return withholding.without(text, withholding.still_said(text, marks))

    return tuple(
        replace(
            source,
            note=without(source.note),
            genre=without(source.genre),
            rights=without(source.rights),
            lineage_why=without(source.lineage_why),
            withdrawn=source.withdrawn and replace(source.withdrawn, why=without(source.withdrawn.why)),
        )
        for source in given
    )
