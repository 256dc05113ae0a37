"""Foundation: what people decided about pages in; what stands at each address that is no page of its own out.

Addresses are permanent: what was renamed or merged leads on, what was dismissed leaves a line that says why.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum

from build_scripts.models import Config, Contact, Records, Review, State
from build_scripts.parts import owner_of

FILE = ".addresses.json"
"""In docs/data/; hidden, so that no engine publishes what is held back."""


class Why(StrEnum):
    """Why an address is not simply that of a page."""

    RENAMED = "renamed"
    MERGED = "merged"
    DISMISSED = "dismissed"
    GONE = "gone"
    """A contact that no article gives any longer."""
    HELD = "held"
    """A draft, where drafts are held back."""
    NO_PAGE = "no page"
    """A record that wants none."""


UNLISTED = frozenset({Why.DISMISSED, Why.GONE})
"""Their pages are a notice: built, and found neither by search nor in the site map."""
LEFT_OUT = frozenset({Why.HELD, Why.NO_PAGE})
"""Their pages are not built, and links to them are plain words."""


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """A path in docs/, why it is here, and for what leads on the page to which it leads and its title."""

    page: str
    why: Why
    to: str = ""
    title: str = ""


def is_held(review: Review | None, config: Config) -> bool:
    """Whether a record's page is held back, because nobody has checked it."""
    return config.drafts == "hold" and review is None


def addresses(records: Records, contacts: Iterable[Contact], config: Config) -> tuple[Address, ...]:
    """Every such address, sorted; `contacts` are all of them, drafts too."""
    own = [*_own(records, contacts, config)]
    left_out = {one.page for one in own if one.why in LEFT_OUT}
    merged = {one.page: one.to for one in own if one.why is Why.MERGED}
    titles = _titles(records)
    leading = [*own, *(Address(moved.old, Why.RENAMED, moved.page) for moved in records.moved)]
    found = []
    for one in leading:
        to = one.to
        while to in merged:
            to = merged[to]
        if to and to in left_out:
            found += [Address(one.page, Why.HELD)] if one.why is Why.MERGED else []
            continue
        found.append(Address(one.page, one.why, to, titles.get(to, "") if to else ""))
    return tuple(sorted(found))


def of_parts(found: Iterable[Address], paths: Iterable[str], records: Records) -> Iterator[Address]:
    """The addresses of parts of lists among `paths`, where the page whose parts they are has one of its own.

    What is left out is so with its parts, and so are those whose page somebody deleted; all others lead on to
    where that page leads, or to its notice.
    """
    by_page = {one.page: one for one in found}
    there, own = frozenset(paths), frozenset(_titles(records))
    for path in sorted(there - own):
        owner = owner_of(path)
        one = by_page.get(owner)
        if one and (one.why in LEFT_OUT or one.to):
            yield Address(path, one.why, one.to, one.title)
        elif one:
            yield Address(path, Why.MERGED, one.page)
        elif owner and owner not in there:
            yield Address(path, Why.NO_PAGE)


def as_text(found: Iterable[Address]) -> str:
    """The rows as JSON, for whoever builds the site."""
    return json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1) + "\n"


def from_text(text: str) -> tuple[Address, ...]:
    """The rows that `as_text` wrote."""
    return tuple(Address(row["page"], Why(row["why"]), row["to"], row["title"]) for row in json.loads(text))


def _own(records: Records, contacts: Iterable[Contact], config: Config) -> Iterator[Address]:
    """Addresses of records that have a file of their own."""
    page_of = {page.id: page.page for page in records.contacts}
    known = {contact.id: contact for contact in contacts}
    for page in records.contacts:
        if page.dismissed:
            yield Address(page.page, Why.DISMISSED)
        elif page.merge_into and page.merge_into in page_of:
            yield Address(page.page, Why.MERGED, page_of[page.merge_into])
        elif page.id not in known:
            yield Address(page.page, Why.GONE)
        elif config.drafts == "hold" and known[page.id].state is State.DRAFTED:
            yield Address(page.page, Why.HELD)
    asked_on = {topic.id: topic.page for topic in (*records.topics, *records.merged_topics)}
    for topic in records.merged_topics:
        yield Address(topic.page, Why.MERGED, asked_on[topic.merge_into])
    page_of_actor = {actor.id: actor.page for actor in records.actors}
    for joined in records.joined:
        yield Address(joined.page, Why.MERGED, page_of_actor[joined.into])
    for actor in records.actors:
        if not actor.has_page:
            yield Address(actor.page, Why.NO_PAGE)
    reviews = [(actor.page, actor.reviewed) for actor in records.actors if actor.has_page]
    reviews += [(topic.page, topic.reviewed) for topic in records.topics]
    reviews += [(event.page, event.reviewed) for event in records.events]
    for path, review in reviews:
        if is_held(review, config):
            yield Address(path, Why.HELD)


def _titles(records: Records) -> Mapping[str, str]:
    return {
        **{one.page: one.name for one in records.actors},
        **{one.page: one.title for one in records.contacts},
        **{one.page: one.title for one in records.events},
        **{one.page: one.question for one in records.topics},
    }
