"""What `briefing new` writes: a name or a file in, the text of a page or an entry with what is known out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from build_scripts import escape
from build_scripts.models import Basis, Config, Reading, Source, SourceFacts
from build_scripts.naming import stem
from build_scripts.text import words

_LONGEST_WORDS = 300


def actor(name: str, kind: str, side: str, facts: Iterable[SourceFacts]) -> tuple[str, str]:
    """Path in docs/ and text of an actor's page, with the unclaimed names that end in the same word."""
    last = words(name)[-1].casefold() if words(name) else ""
    spelled = {
        unknown.text
        for found in facts
        for unknown in found.unknown_names
        if words(unknown.text)[-1:] and words(unknown.text)[-1].casefold() == last and unknown.text != name
    }
    return f"actors/{stem(name)}.md", _front(
        {"title": name, "kind": kind, "side": side, "aliases": sorted(spelled)}
    )


def topic(question: str, proposed: Iterable[Reading] = ()) -> tuple[str, str]:
    """Path in docs/ and text of a topic's page, with proposed readings for the editor to choose from."""
    name = stem(question)
    front = _front({"title": question, "id": name, "question": question})
    listed = "".join(f"  - {_citation(reading)}\n" for reading in proposed)
    text = front.replace("\n---\n", f"\nreadings:\n{listed}---\n") if listed else front
    return f"comparisons/{name}.md", text


def _citation(reading: Reading) -> str:
    """A reading's citation as a quoted YAML scalar; of words that would end it early, the whole passage."""
    words = escape.one_line(reading.quote)
    if '"]' in words or len(words) > _LONGEST_WORDS or not words.isprintable():
        return f"'[@{reading.source}#{reading.passage}]'"
    return f"""'[@{reading.source}#{reading.passage} "{words.replace("'", "''")}"]'"""


def contact(
    title: str, date: str, kind: str, participants: Sequence[str], place: str, status: str
) -> tuple[str, str]:
    """Path in docs/ and text of the page of a contact that the build did not find."""
    name = stem(title)
    fields = {
        "date": date,
        "kind": kind,
        "participants": list(participants),
        "place": place,
        "status": status,
    }
    return f"chronology/{name}.md", _front({"title": title, "id": name, "added": "true", **fields})


def entry(source: Source, config: Config) -> str:
    """An entry for sources.yml with what the article's own text states; what is inferred stays out."""
    stated = {
        "title": (source.title, source.title_basis),
        "published": (source.published, source.published_basis),
    }
    lines = [f"- file: {escape.front_matter(source.file)}", f"  label: {escape.front_matter(source.label)}"]
    if source.publisher:
        lines.append(f"  publisher: {escape.front_matter(source.publisher)}")
    for key, (value, basis) in stated.items():
        if value and basis is Basis.STATED:
            lines += [f"  {key}: {escape.front_matter(value)}", f"  {key}_basis: {basis.value}"]
    if source.language and source.language != config.language:
        lines.append(f"  language: {source.language}")
    return "\n".join(lines) + "\n"


def _front(fields: Mapping[str, object]) -> str:
    """Front matter with the fields that have a value."""
    lines = ["---"]
    for key, value in fields.items():
        if isinstance(value, list):
            if value:
                lines.append(f"{key}: [{', '.join(escape.front_matter(str(one)) for one in value)}]")
        elif value:
            lines.append(f"{key}: {escape.front_matter(str(value))}")
    return "\n".join([*lines, "---", ""])
