"""Pages: one contact in, its page out: what is known of it claim by claim, and the words that carry it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from build_scripts import edtf, escape, parts
from build_scripts.models import Contact, ContactPage, Evidence, PagePlan, Status
from build_scripts.pages import (
    claims,
    contact_claims,
    contact_facts,
    crediting,
    disagreement,
    drafts,
    further,
    long_lists,
    markdown,
    readings,
    state,
    wording,
)
from build_scripts.pages.keys import Keys
from build_scripts.pages.lookup import Lookup


def write(lookup: Lookup, keys: Keys) -> tuple[PagePlan, ...]:
    """A plan for each contact, and a notice for each page that is no contact (any longer)."""
    plans = [
        plan
        for one in lookup.contacts
        for plan in keys.standing.plans(partial(keys.of_contact, one), partial(_plans, one, lookup))
    ]
    written = {plan.path for plan in plans}
    gone = [_notice(page, lookup) for page in lookup.briefing.records.contacts if page.page not in written]
    return (*plans, *gone)


def _plans(contact: Contact, lookup: Lookup) -> Iterator[PagePlan]:
    path = lookup.contact_path(contact)
    page = lookup.contact_page.get(contact.id)
    told, evidence = state.of_contact(contact, page), _evidence(contact, path, lookup)
    blocks = {
        "state": told,
        "facts": markdown.sections(
            contact_facts.write(contact, page, path, lookup), contact_claims.write(contact, lookup)
        ),
        "evidence": evidence.shown,
        "scope": state.scope(lookup),
    }
    yield PagePlan(path, blocks, drafts.contact(contact, claims.in_order(contact.evidence, lookup)))
    yield from further.of_record(told, evidence)


def _notice(page: ContactPage, lookup: Lookup) -> PagePlan:
    if page.dismissed:
        told = f"Dismissed, and counted nowhere: {escape.cell(page.dismissed)}"
    elif not page.merge_into:
        told = "No article of this briefing gives this contact any longer; it is counted nowhere."
    else:
        other = next((one for one in lookup.contacts if one.id == page.merge_into), None)
        where = (
            markdown.link(other.title, lookup.contact_path(other), page.page)
            if other
            else markdown.inline(page.merge_into)
        )
        told = f"Part of another contact: {where}. {escape.cell(page.why)}".strip()
    blocks = {"state": told, "facts": "", "evidence": "", "scope": state.scope(lookup)}
    return PagePlan(page.page, blocks, drafts.titled(page.title))


def _evidence(contact: Contact, path: str, lookup: Lookup) -> further.Block:
    """The words that carry a contact, in order of publication; where there are very many, by year."""
    pieces = claims.in_order(contact.evidence, lookup)
    status = _common_status(pieces)
    long = long_lists.Long(
        page=path,
        block="evidence",
        title=f"{contact.title}: evidence",
        anchor="evidence",
        items=pieces,
        named=lambda one: parts.dated(lookup.source[one.source].published, "vague" if one.vague else ""),
        unit="passage",
        names={"vague": "Less precise"},
    )
    found = long_lists.divided(long, lookup)
    told = {
        one.name: _pieces(one.items, long.address(one), lookup, with_status=not status)
        for one in long_lists.leaves(found)
        if one.items
    }
    head = markdown.sections(
        markdown.heading(2, "The words that carry it", "evidence"), _said(contact, pieces, status, lookup)
    )
    differing = disagreement.told(contact, path, lookup)
    whole = "" if found else _pieces(pieces, path, lookup, with_status=not status)
    return further.block(
        long, found, head, markdown.sections(head, whole, differing), told, lookup, differing
    )


def _said(contact: Contact, pieces: Sequence[Evidence], status: Status | None, lookup: Lookup) -> str:
    said = wording.sentence(lookup.witnesses_at(map(claims.ref, pieces)))
    ordered = ", in order of publication" if len(contact.sources) > 1 else ""
    agreed = f": {contact_facts.status_in_words(contact, status, lookup)}" if status else ""
    return f"{said}{ordered}{agreed}."


def _pieces(pieces: Sequence[Evidence], path: str, lookup: Lookup, *, with_status: bool) -> str:
    exact = [piece for piece in pieces if not piece.vague]
    vague = [piece for piece in pieces if piece.vague]
    return markdown.sections(
        _by_source(exact, path, lookup, with_status=with_status),
        "Less precise, and not counted for the date:" if vague else "",
        _by_source(vague, path, lookup, with_status=with_status),
    )


def _by_source(pieces: Sequence[Evidence], path: str, lookup: Lookup, *, with_status: bool) -> str:
    """A list of sources, each with its words; under the source where there are several."""
    lines = []
    for source_id, group in groupby(pieces, key=lambda piece: piece.source):
        named = readings.source_link(lookup.source[source_id], path, lookup)
        found = list(group)
        status = _common_status(found) if with_status else None
        told = f", {contact_facts.STATUS[status]}" if status else ""
        each = [_piece(piece, lookup, with_status=with_status and not status) for piece in found]
        if len(each) == 1:
            lines.append(markdown.bullets([f"{named}{told}: {each[0]}"]))
        else:
            lines.append(markdown.bullets([f"{named}{told}:"]))
            lines.append(markdown.bullets(each, 1))
    return "\n".join(lines)


def _common_status(pieces: Sequence[Evidence]) -> Status | None:
    """The status that all pieces give; none where they differ."""
    found = {piece.status for piece in pieces}
    return found.pop() if len(found) == 1 else None


def _piece(piece: Evidence, lookup: Lookup, *, with_status: bool) -> str:
    credited = crediting.of_evidence(piece, lookup)
    notes = [
        f"on the word of {credited}" if credited else "",
        _dated(piece, lookup),
        contact_facts.STATUS[piece.status] if with_status else "",
    ]
    told = "; ".join(note for note in notes if note)
    return f"{markdown.quoted(piece.quote)} {claims.cited([piece])}{f' {told}' if told else ''}"


def _dated(piece: Evidence, lookup: Lookup) -> str:
    """The words that date a piece, and whether they stand in another sentence of the article."""
    if not piece.date_words:
        return ""
    passage = lookup.passage.get(claims.ref(piece))
    here = passage is None or piece.date_words in passage.text
    words = edtf.in_words(piece.date) if piece.date else ""
    read = f" ({words})" if words and words not in piece.date_words else ""
    return f"dated {'' if here else 'by another sentence '}{markdown.quoted(piece.date_words)}{read}"
