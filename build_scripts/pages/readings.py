"""Pages: passages that speak of one thing in, the list of their words, source by source, out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from build_scripts import escape, naming
from build_scripts.models import Passage, Ref, Source
from build_scripts.pages import markdown, wording
from build_scripts.pages.lookup import Lookup

NOT_SHOWN = "words not shown"
"""What stands in the place of words that are not published."""


def side_by_side(passages: Sequence[Passage], page: str, lookup: Lookup) -> str:
    """Passages in order of publication; those that say the same stand together, with their count."""
    lines: list[str] = []
    for group in _groups(passages, lookup):
        if len(group) == 1:
            lines.append(markdown.bullets([_words(group[0], page, lookup)]))
            continue
        told = wording.sentence(lookup.witnesses_at(one.ref for one in group))
        lines.append(markdown.bullets([f"{told}:"]))
        lines.append(markdown.bullets((_words(one, page, lookup) for one in group), 1))
    return "\n".join(lines)


def source_link(source: Source, page: str, lookup: Lookup) -> str:
    """The label of a source, as a link to its page, and its name."""
    label = markdown.link(naming.source_label(source), naming.source_page(source.id), page)
    return f"{label} {escape.cell(naming.source_name(source))}"


def quotation(ref: Ref, words: str, lookup: Lookup) -> str:
    """An article's words with their citation; the citation alone where the words are not published."""
    cited = markdown.cite([ref])
    return f"{markdown.quoted(words)} {cited}" if lookup.is_shown(ref) else f"{NOT_SHOWN} {cited}"


def _words(passage: Passage, page: str, lookup: Lookup) -> str:
    source = lookup.source[passage.source]
    return f"{source_link(source, page, lookup)}: {quotation(passage.ref, passage.text, lookup)}"


def _groups(passages: Iterable[Passage], lookup: Lookup) -> list[list[Passage]]:
    """Passages joined with their counterparts among them, in order of their first."""
    waiting = {passage.ref: passage for passage in passages}
    groups = []
    while waiting:
        reached = [next(iter(waiting))]
        group: list[Passage] = []
        while reached:
            ref = reached.pop()
            if ref in waiting:
                group.append(waiting.pop(ref))
                reached.extend(lookup.counterparts.get(ref, ()))
        groups.append(sorted(group, key=lambda one: lookup.order(one.ref)))
    return groups
