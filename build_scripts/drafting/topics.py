"""Drafting: a question and readings in, a topic's page out; or the readings that may answer it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from math import log

from build_scripts.drafting.actors import Draft
from build_scripts.drafting.front import front, in_single_marks
from build_scripts.escape import one_line
from build_scripts.models import Briefing, Difference, Reading, Ref
from build_scripts.naming import stem
from build_scripts.text import words

STEM = 6
"""Letters by which words are compared."""
LONGEST = 300
"""Characters of words that a reading cites."""
LEAST = 2
"""Words of the question, longer than three letters, that a difference and its passages share."""


def topic(question: str, readings: Iterable[Reading] = ()) -> Draft:
    """A topic's page with proposed readings for the editor to choose from."""
    name = stem(question)
    cited = tuple(in_single_marks(_cited(one)) for one in readings)
    fields = {"title": question, "id": name, "question": question, "readings": cited}
    return f"comparisons/{name}.md", front(fields)


def proposed(question: str, briefing: Briefing) -> tuple[Reading, ...]:
    """The readings of the difference without a topic that shares the rarest words with the question.

    Of several in the same passages, it is the one whose own sentence shares most words with it. A passage
    stands once; nothing is proposed that shares fewer than `LEAST` words.
    """
    stems = {passage.ref: _stems(passage.text) for found in briefing.facts for passage in found.passages}
    common = Counter(each for found in stems.values() for each in found)
    asked = _stems(question)

    def score(one: Difference) -> tuple[float, int, str]:
        shared = asked & _of(one, stems)
        rarity = sum(log((len(stems) + 1) / (common[each] + 1)) for each in shared)
        return rarity if len(shared) >= LEAST else 0.0, len(asked & _stems(one.says)), one.id

    free = [one for one in briefing.findings.differences if not one.topic]
    best = max(free, key=score, default=None)
    if best is None or not score(best)[0]:
        return ()
    found: dict[Ref, Reading] = {}
    for reading in best.readings:
        found.setdefault(Ref(reading.source, reading.passage), reading)
    return tuple(found.values())


def _of(difference: Difference, stems: Mapping[Ref, set[str]]) -> set[str]:
    """The words that all passages of a difference share, and those of its sentence."""
    there = [stems.get(Ref(one.source, one.passage), set()) for one in difference.readings]
    return set.intersection(*there) | _stems(difference.says) if there else set()


def _stems(text: str) -> set[str]:
    return {word.casefold()[:STEM] for word in words(text) if len(word) > 3}


def _cited(reading: Reading) -> str:
    """A reading's citation; of words that would end it early, or are too many, the whole passage."""
    place, said = f"[@{reading.source}#{reading.passage}", one_line(reading.quote)
    plain = said and '"]' not in said and not set(said) & set("\\&") and said.isprintable()
    return f'{place} "{said}"]' if plain and len(said) <= LONGEST else f"{place}]"
