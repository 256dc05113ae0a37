"""Foundation: sources, lineages and mentions in, what readers call them out, in pages and data."""

from __future__ import annotations

import re
from collections.abc import Iterable

from build_scripts import edtf, text
from build_scripts.models import Contact, How, Lineage, Mention, Source

CHANGED = "Changed since review"
"""How a page says that its evidence is no longer what was checked."""
EVIDENCE_CODE = "Evidence code"
"""What stands before the code of the evidence that a page rests on."""
LONGEST_STEM = 60
"""Letters of a file's name; a question may be longer."""
# Match: `chronology/year-2031.md`, `chronology/year-2031-05.md`. Near-miss: `chronology/year-2031-talks.md`.
_PART = re.compile(
    r"chronology/(?:year-[0-9]{4}(?:-(?:[0-9]{2}|no-month))?|without-a-date|not-held)(?:-page-[0-9]+)?\.md"
)
_SPELLED = frozenset({How.ALIAS, How.SHORT})


def stem(name: str) -> str:
    """A file's stem for a name or a question, cut at a word.

    >>> stem("Who led the delegations, and how are they titled?")
    'who-led-the-delegations-and-how-are-they-titled'
    """
    whole = text.slug(name)
    return whole if len(whole) <= LONGEST_STEM else whole[:LONGEST_STEM].rpartition("-")[0]


def source_name(source: Source) -> str:
    """Publisher and day: what readers call an article beside its label.

    >>> source_name(Source("010", "010.txt", "A", "", "", publisher="The Courier", published="1998-03-03"))
    'The Courier, 3 March 1998'
    """
    day = edtf.in_words(source.published) if source.published else ""
    return ", ".join(part for part in (source.publisher, day) if part) or "publisher and date not known"


def source_label(source: Source) -> str:
    """The shortest name of a source: a letter or short name that was given once and is never reused."""
    return source.label or source.id


def source_title(source: Source) -> str:
    """The title of a source's page: label, publisher and date."""
    return f"{source_label(source)}: {source_name(source)}"


def source_page(source_id: str) -> str:
    """The path of a source's page in docs/."""
    return f"sources/{source_id}.md"


def contact_page(contact: Contact) -> str:
    """The path of a contact's page in docs/, whether it exists yet or not."""
    return contact.page or f"chronology/{contact.id}.md"


def chronology_part(name: str) -> str:
    """The path in docs/ of one page of a chronology that is too long for one."""
    return f"chronology/{name}.md"


def is_chronology_part(path: str) -> bool:
    """Whether a page of docs/chronology/ lists contacts instead of being about one.

    >>> [is_chronology_part(f"chronology/{name}.md") for name in ("year-2031", "not-held", "2031-05-arden")]
    [True, True, False]
    """
    return _PART.fullmatch(path) is not None


def by_size(lineages: Iterable[Lineage]) -> tuple[Lineage, ...]:
    """Lineages with most sources first, then by id: the order in which they get their colours."""
    return tuple(sorted(lineages, key=lambda lineage: (-len(lineage.sources), lineage.id)))


def lineage_classes(lineages: Iterable[Lineage]) -> dict[str, str]:
    """The class (`l1`, `l2` …) of each lineage by its id.

    >>> lineage_classes([Lineage("b", ("b",)), Lineage("a", ("a", "c"))])
    {'a': 'l1', 'b': 'l2'}
    """
    return {lineage.id: f"l{number}" for number, lineage in enumerate(by_size(lineages), 1)}


def spellings(mentions: Iterable[Mention]) -> dict[str, dict[str, int]]:
    """How often each source writes each name, the most frequent spelling first; descriptions are no names."""
    counts: dict[str, dict[str, int]] = {}
    for mention in mentions:
        if mention.how in _SPELLED:
            by_source = counts.setdefault(text.folded(mention.text), {})
            by_source[mention.source] = by_source.get(mention.source, 0) + 1
    return dict(sorted(counts.items(), key=lambda item: (-sum(item[1].values()), item[0])))
