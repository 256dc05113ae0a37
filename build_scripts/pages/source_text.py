"""Pages: one source in, its text out as far as it is published, with notes after each paragraph."""

from __future__ import annotations

from itertools import groupby

from build_scripts import naming
from build_scripts.models import Passage, Ref, Source
from build_scripts.pages import lineages, markdown, wording
from build_scripts.pages.lookup import HOME, METHOD, Lookup

MOST_COUNTERPARTS = 6
"""Other articles named with a sentence that very many of them have: those that word it most alike."""
MOST_PAGES = 2
_OVERVIEWS = frozenset({HOME, METHOD})
"""Pages that repeat what others say: they are not named before those."""
_FOLDERS = ("", "comparisons", "chronology", "actors")
LEFT_OUT = "[…]"


def write(source: Source, page: str, lookup: Lookup) -> str:
    """Paragraphs of marked sentences; each is followed by a list of what belongs in its margin."""
    passages = sorted(lookup.facts[source.id].passages, key=lambda passage: passage.number)
    parts: list[str] = []
    for _, group in groupby(passages, key=lambda passage: passage.paragraph):
        paragraph = list(group)
        parts.append("\n".join(_sentence(passage, lookup) for passage in paragraph))
        notes = [note for passage in paragraph if (note := _note(passage, page, lookup))]
        parts.append(markdown.bullets(notes))
    return markdown.sections(*parts)


def _sentence(passage: Passage, lookup: Lookup) -> str:
    words = markdown.words(passage.text) if lookup.is_shown(passage.ref) else LEFT_OUT
    return f"[#{passage.id} {passage.number}] {words}"


def _note(passage: Passage, page: str, lookup: Lookup) -> str:
    """The same sentence in other sources, and the pages that cite this one."""
    others = lookup.nearest(passage.ref, MOST_COUNTERPARTS)
    left = len(lookup.counterparts.get(passage.ref, ())) - len(others)
    shown = [ref for ref in others if lookup.is_shown(ref)]
    hidden = [_pointer(ref, page, lookup) for ref in others if not lookup.is_shown(ref)]
    cited = _citing(passage, page, lookup)
    parts = [
        markdown.cite(shown),
        " ".join(hidden),
        f"and {wording.number(left)} more" if left else "",
        cited,
    ]
    if not any(parts):
        return ""
    return " ".join([str(passage.number), *(part for part in parts if part)])


def _citing(passage: Passage, page: str, lookup: Lookup) -> str:
    """The pages that rest on a passage: the event first, then topics, contacts, actors; a few by name."""
    paths = [path for path in lookup.briefing.cited_by.get(passage.ref, ()) if path != page]
    paths.sort(key=lambda path: (path in _OVERVIEWS, _rank(path), path))
    links = [markdown.link(lookup.titles.get(path, path), path, page) for path in paths[:MOST_PAGES]]
    more = f" and {wording.number(len(paths) - len(links))} more" if len(paths) > len(links) else ""
    return f"cited in {', '.join(links)}{more}" if links else ""


def _rank(path: str) -> int:
    folder = path.rpartition("/")[0]
    return _FOLDERS.index(folder) if folder in _FOLDERS else len(_FOLDERS)


def _pointer(ref: Ref, page: str, lookup: Lookup) -> str:
    """A plain link to a counterpart whose words are not published."""
    passage = lookup.passage[ref]
    named = f"{lineages.label(ref.source, lookup)} {passage.number}"
    return markdown.link(named, f"{naming.source_page(ref.source)}#p-{ref.passage}", page)
