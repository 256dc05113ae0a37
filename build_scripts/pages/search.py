"""Pages: the briefing and its written pages in, what a search finds out: each thing once, where it stands.

The engine's own index holds every page's tables, so that a name is found forty times. This one holds records
(with every spelling, date and participant), the words of people's own prose, and the published passages.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields

from build_scripts import edtf, guide, naming
from build_scripts.models import Actor, Basis, Contact, Source, State, Status
from build_scripts.pages import prose
from build_scripts.pages.contact_facts import STATUS
from build_scripts.pages.lookup import Lookup

FILE = "search.json"
FOLDERS = ("actors/", "chronology/", "comparisons/", "sources/")
"""Pages in these are found as the records that they are, or (a notice at an old address) not at all."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to find: `kind` is what it is, in words; `names` weigh as much as the title.

    `more` is found and not shown: every spelling of who took part.
    """

    page: str
    anchor: str
    kind: str
    title: str
    names: tuple[str, ...] = ()
    text: str = ""
    more: tuple[str, ...] = ()


_NAMES = tuple(each.name for each in fields(Entry))
_ENCODE = json.JSONEncoder(ensure_ascii=False).encode


def index(lookup: Lookup, pages: Mapping[str, str], written: Collection[str]) -> str:
    """The entries as JSON, one a line."""
    every = entries(lookup, pages, written)
    rows = ",\n".join(_ENCODE({name: getattr(one, name) for name in _NAMES}) for one in every)
    return f"[\n{rows}\n]\n"


def entries(lookup: Lookup, pages: Mapping[str, str], written: Collection[str]) -> Iterator[Entry]:
    """Records first, then pages and their sections, then sentences.

    `pages` are texts by path, `written` those of them that have prose.
    """
    gone = frozenset(source.id for source in lookup.briefing.withdrawn)
    own = {
        path: prose.parts(text, ("guide",) if path == guide.PAGE else (), gone)
        if path in written or path == guide.PAGE
        else ()
        for path, text in pages.items()
    }
    titles = {path: lookup.titles.get(path) or prose.title(text) or path for path, text in pages.items()}
    words = {path: " ".join(part.text for part in parts) for path, parts in own.items()}
    names = {name: _names(actor, lookup) for name, actor in lookup.actor.items()}
    for actor in sorted(lookup.actor.values(), key=lambda one: one.id):
        if actor.has_page:
            yield _actor(actor, names[actor.id], words.get(actor.page, ""), lookup)
    for contact in lookup.contacts:
        yield _contact(contact, names, words.get(lookup.contact_path(contact), ""), lookup)
    for topic in lookup.topics:
        yield Entry(topic.page, "", "Question", topic.question, (), words.get(topic.page, ""))
    yield from _sources(lookup)
    for path, parts in sorted(own.items()):
        if path.endswith("/index.md") or not path.startswith(FOLDERS):
            yield from _sections(path, titles[path], parts, lookup)
    yield from _passages(lookup)


def _actor(actor: Actor, names: tuple[str, ...], words: str, lookup: Lookup) -> Entry:
    side = lookup.briefing.config.sides.get(actor.side, "")
    kind = actor.kind.value.capitalize()
    return Entry(actor.page, "", f"{kind}, {side}" if side else kind, actor.name, names, words)


def _names(actor: Actor, lookup: Lookup) -> tuple[str, ...]:
    """Every other spelling, whether an article uses it or only the page lists it, and titles."""
    spelled = naming.spellings(lookup.mentions.get(actor.id, ()))
    return _once((*actor.aliases, *spelled, *actor.titles), but=actor.name)


def _contact(contact: Contact, names: Mapping[str, Iterable[str]], words: str, lookup: Lookup) -> Entry:
    """Its date in words and in figures, who took part by every spelling, and what it was."""
    there = [lookup.actor[name] for name in contact.participants if name in lookup.actor]
    spelled = [name for actor in there for name in (actor.name, *names[actor.id])]
    dates = (edtf.in_words(contact.date), contact.date) if contact.date else ()
    notes = ["Contact", contact.kind.value]
    notes += [STATUS[contact.status]] if contact.status is not Status.HAPPENED else []
    notes += ["drafted"] if contact.state is State.DRAFTED else []
    text = ". ".join(part for part in (contact.place, words) if part)
    path = lookup.contact_path(contact)
    title = lookup.titles.get(path, contact.title)
    return Entry(path, "", ", ".join(notes), title, _once(dates, but=title), text, _once(spelled))


def _sources(lookup: Lookup) -> Iterator[Entry]:
    for source in lookup.sources:
        title = naming.source_title(source)
        dates = (source.published,) if source.published else ()
        yield Entry(naming.source_page(source.id), "", "Article", title, dates, _headline(source))


def _headline(source: Source) -> str:
    """Its headline in quotation marks; one that was rebuilt from an address is no quotation."""
    if source.title_basis is Basis.FROM_ADDRESS and source.title:
        return f"title rebuilt from the page's address: {source.title}"
    return f"“{source.title}”" if source.title else ""


def _sections(path: str, title: str, parts: Sequence[prose.Part], lookup: Lookup) -> Iterator[Entry]:
    """A page, then each of its sections under the page's name."""
    event = next((one for one in lookup.events if one.page == path), None)
    dates = (edtf.in_words(event.date),) if event and event.date else ()
    said = parts[0].text if parts and not parts[0].title else ""
    yield Entry(path, "", "Event" if event else "Page", title, dates, said)
    for part in parts:
        if part.title and part.title != title:
            yield Entry(path, part.anchor, f"In: {title}", part.title, (), part.text)
    for facet in event.facets if event else ():
        if all(part.anchor != facet.id for part in parts):
            yield Entry(path, facet.id, f"In: {title}", facet.question)


def _passages(lookup: Lookup) -> Iterator[Entry]:
    """The published sentences of each article, and no other."""
    for source in lookup.sources:
        label, kind = naming.source_label(source), f"Sentence, {naming.source_name(source)}"
        for passage in sorted(lookup.facts[source.id].passages, key=lambda one: one.number):
            if lookup.is_shown(passage.ref):
                title = f"{label} {passage.number}"
                page = naming.source_page(source.id)
                yield Entry(page, f"p-{passage.id}", kind, title, (), passage.text)


def _once(names: Iterable[str], but: str = "") -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name and name != but))
