"""Extract: mentions in; their places within one passage out."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.extract.records import record
from build_scripts.models import Mention


@record
class Named:
    """A mention's place in the passage."""

    start: int
    end: int
    actor: str
    is_person: bool = False


def named_in(offset: int, mentions: Sequence[Mention]) -> tuple[Named, ...]:
    """The mentions of actors (not of sides) in a passage that begins at `offset`."""
    return tuple(Named(m.start - offset, m.end - offset, m.actor, m.is_person) for m in mentions if m.actor)
