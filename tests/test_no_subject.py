"""Nothing about the briefing's subject stands in the code: another corpus builds with the same."""

from __future__ import annotations

import re
from pathlib import Path

from build_scripts.models import ActorKind, Config, Records

PACKAGE = Path(__file__).parent.parent / "build_scripts"
TEXTUAL = (".py", ".yml", ".css", ".js", ".html", ".json", ".md")


def subject_words(config: Config, records: Records) -> set[str]:
    """Every title, alias, side and home word of the briefing."""
    found = {name for actor in records.actors for name in (*actor.names, *actor.titles, actor.id)}
    persons = (actor for actor in records.actors if actor.kind is ActorKind.PERSON)
    found |= {name.split()[-1] for actor in persons for name in actor.names}
    found |= {page.title for page in records.contacts} | {page.id for page in records.contacts}
    found |= {topic.question for topic in records.topics} | {event.title for event in records.events}
    found |= {*config.sides, *config.sides.values(), *config.focus}
    found |= {word for words in config.home.values() for word in words}
    return {word for word in found if word}


def test_no_name_of_the_subject_stands_in_the_code(config: Config, records: Records) -> None:
    words = subject_words(config, records)
    assert len(words) > 50
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})\b", re.I)
    hits = [
        f"{path.relative_to(PACKAGE)}: {match.group()}"
        for path in sorted(PACKAGE.rglob("*"))
        if path.suffix in TEXTUAL
        for match in pattern.finditer(path.read_text("utf-8"))
    ]
    assert hits == []
