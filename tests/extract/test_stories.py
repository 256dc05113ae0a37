"""Small articles of several sentences, put together at random: each contact that they tell is found once."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.compare import contacts as comparing
from build_scripts.extract import extract
from build_scripts.models import Contact, Records, Source, Status
from tests.extract.cases import english
from tests.extract.stories import FOLDER, Story, Told, families, stories
from tests.extract.world import world


def contacts(text: str) -> tuple[Contact, ...]:
    config, actors = world()
    facts = extract(Source("000", "000.txt", "A", text, "0" * 64), actors, config, english())
    found, _ = comparing.merge((facts,), Records(actors=actors), config)
    return found


def faults(story: Story) -> list[str]:
    """What is missed, told twice, told wrong, or told though nobody said it."""
    found = [one for one in contacts(story.text) if one.status is Status.HAPPENED]
    dated = [one for one in found if one.date]
    wrong: list[str] = []
    taken: set[str] = set()
    for want in story.wants:
        if want.date.startswith("="):
            continue
        same = [one for one in dated if one.date == want.date and want.people <= _there(one)]
        if len(same) > 1 or (same and same[0].id in taken):
            wrong.append(f"twice {want.date}")
        elif not same:
            near = [_in_words(one) for one in dated if one.date == want.date]
            wrong.append(f"people {sorted(want.people)} not in {near}" if near else f"missed {_words(want)}")
        elif want.absent & _there(same[0]):
            wrong.append(f"absent {sorted(want.absent)} in {_in_words(same[0])}")
        taken.update(one.id for one in same)
    days = {want.date for want in story.wants}
    for one in dated:
        if one.id not in taken and one.date not in story.allows and one.date not in days:
            wrong.append(f"spurious {_in_words(one)}")
    return wrong


def _there(contact: Contact) -> set[str]:
    return {*contact.participants, *contact.sides}


def _words(want: Told) -> str:
    return f"{want.date} {' '.join(sorted(want.people))}"


def _in_words(contact: Contact) -> str:
    return f"{contact.date} {contact.kind} {' '.join(contact.participants)}"


FILES = [file for file in sorted(FOLDER.glob("over_*.yml")) if file.stem != "over_words"]
FAMILIES = [(file, family) for file in FILES for family in families(file)]
SEED = 1998
EACH = 6
"""Articles of each family."""


@pytest.mark.parametrize(("file", "family"), FAMILIES, ids=[family for _, family in FAMILIES])
def test_each_contact_of_a_small_article_is_told_once(file: Path, family: str) -> None:
    made = stories(file, EACH, SEED, family)
    assert {story.text: found for story in made if (found := faults(story))} == {}
