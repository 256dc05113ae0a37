"""Extract: an article's passages and who is named in them in; where questions are answered, who speaks, out.

"Mr A: I received B on 5 May.", "The Minister of Works (Mr A): …", among lines of others: then "I" is A.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from build_scripts.extract.contacts.parties import Party
from build_scripts.extract.contacts.world import World
from build_scripts.models import Mention, Passage, PassageKind

# Match: "Mr. A. Arden: ", "The Minister of Works (Mr. Arden): ". Near-miss: "Arden said: ", "NORTHTOWN: ".
_SPOKEN = re.compile(
    r"""
    (?P<speaker>
        (?: [A-Z][\w'’-]*\.? \s+ ){0,4} (?=\w*[a-z]) [A-Z][\w'’-]+
      | The \s [^():.!?]{3,60} \s \( [^():!?]{3,40} \)
    )
    : \s+ (?= ["“]?[A-Z] )
    """,
    re.VERBOSE,
)
_FEWEST = 3
"""Lines that make a record of questions and answers."""


def answers(
    passages: Sequence[Passage], mentions_of: Mapping[str, Sequence[Mention]], world: World
) -> dict[str, tuple[int, tuple[Party, ...]]]:
    """By passage of a speech: where it begins, and who speaks, if a person of either side."""
    found: dict[str, tuple[int, tuple[Party, ...]]] = {}
    paragraph, lines = -1, 0
    speaker: tuple[Party, ...] = ()
    for passage in passages:
        if passage.kind is not PassageKind.SENTENCE:
            continue
        match = _SPOKEN.match(passage.text)
        if match is not None:
            paragraph, lines = passage.paragraph, lines + 1
            end = passage.start + match.end("speaker")
            speaker = _speaker([one for one in mentions_of.get(passage.id, ()) if one.start < end], world)
            # "June: Arden goes to Northtown" is no speech, and loses nothing.
            found[passage.id] = passage.start + (match.end() if speaker else 0), speaker
        elif passage.paragraph == paragraph:
            found[passage.id] = passage.start, speaker
    is_record = lines >= _FEWEST and any(speaker for _, speaker in found.values())
    return found if is_record else {}


def _speaker(named: Sequence[Mention], world: World) -> tuple[Party, ...]:
    """The one person of either side who is named before the colon."""
    sides = {one.actor: world.actors[one.actor].side for one in named if one.actor in world.persons}
    ours = {actor: side for actor, side in sides.items() if side in world.joined}
    return tuple(Party(*each, -1, is_person=True) for each in ours.items()) if len(sides) == 1 else ()
