"""Pages: a record's review and its evidence in, the lines at the head and the foot of its page out."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Mapping

from build_scripts import edtf, naming
from build_scripts.models import Contact, ContactPage, Review, State
from build_scripts.pages import markdown, wording
from build_scripts.pages.lookup import Lookup

POINTING = frozenset({"mentions", "scope", "state"})
"""Blocks on which no statement rests: what they list does not make a page's evidence new."""

# Match: `[@010#0a1b2c3d-2]`. Near-miss: `[@010 "words"]`, which blocks do not hold.
_CITED = re.compile(r"\[@([^\]#]+\#[0-9a-f]{8}(?:-\d+)?)\]")


def scope(lookup: Lookup) -> str:
    """What the sources cover and until when."""
    covered, undated = lookup.coverage
    if not covered:
        return "Sources: dates not known. Offices are as the sources give them."
    aside = f" ({wording.number(undated)} more without a date)" if undated else ""
    return f"Sources: {covered}{aside}. Later events are not covered; offices are as the sources give them."


def evidence_code(blocks: Mapping[str, str]) -> str:
    """A short code of all that a page's blocks rest on: it changes when the evidence does."""
    cited = {ref for name, text in blocks.items() if name not in POINTING for ref in _CITED.findall(text)}
    return _code(cited)


def of_record(review: Review | None, blocks: Mapping[str, str]) -> str:
    """The state of an event, actor or topic page, whose evidence is what its blocks cite."""
    code = evidence_code(blocks)
    if review is None:
        return _line(State.DRAFTED, "", code)
    changed = bool(review.evidence) and review.evidence != code
    return _line(State.CHANGED if changed else State.REVIEWED, review.date, code)


def of_contact(contact: Contact, page: ContactPage | None) -> str:
    """The state of a contact's page."""
    code = contact.evidence_code or _code([f"{one.source}#{one.passage}" for one in contact.evidence])
    return _line(contact.state, page.reviewed.date if page and page.reviewed else "", code)


def is_drafted(review: Review | None) -> bool:
    """Whether nobody has checked the page of a record yet."""
    return review is None


def _line(state: State, day: str, code: str) -> str:
    when = edtf.in_words(day) if edtf.is_valid(day) else markdown.inline(day)
    on = f" {when}" if when else ""
    told = {
        State.DRAFTED: "Drafted by the build; not yet reviewed.",
        State.REVIEWED: f"Reviewed{on}.",
        State.CHANGED: f"{naming.CHANGED}{' of' + on if on else ''}: the evidence is no longer the same.",
    }
    return f"{told[state]} {naming.EVIDENCE_CODE} {code}." if code else told[state]


def _code(cited: Collection[str]) -> str:
    """Eight hexadecimal digits; nothing where nothing is cited."""
    if not cited:
        return ""
    return hashlib.sha256("\n".join(sorted(set(cited))).encode()).hexdigest()[:8]
