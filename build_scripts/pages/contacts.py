"""Pages: one contact in, its page out: what is known of it claim by claim, and the words that carry it."""

from __future__ import annotations

from build_scripts import edtf, escape, naming
from build_scripts.models import Contact, ContactPage, Evidence, PagePlan
from build_scripts.pages import claims, contact_facts, disagreement, drafts, markdown, state, wording
from build_scripts.pages.lookup import Lookup


def write(lookup: Lookup) -> tuple[PagePlan, ...]:
    """A plan for each contact, and a notice for each page that was dismissed or merged."""
    plans = [_plan(contact, lookup) for contact in lookup.contacts]
    written = {plan.path for plan in plans}
    gone = [
        _notice(page, lookup)
        for page in lookup.briefing.records.contacts
        if page.page not in written and (page.dismissed or page.merge_into)
    ]
    return (*plans, *gone)


def _plan(contact: Contact, lookup: Lookup) -> PagePlan:
    path = lookup.contact_path(contact)
    page = lookup.contact_page.get(contact.id)
    blocks = {
        "state": state.of_contact(contact, page),
        "facts": contact_facts.write(contact, page, path, lookup),
        "evidence": _evidence(contact, path, lookup),
        "scope": state.scope(lookup),
    }
    return PagePlan(path, blocks, drafts.contact(contact, claims.in_order(contact.evidence, lookup)))


def _notice(page: ContactPage, lookup: Lookup) -> PagePlan:
    if page.dismissed:
        told = f"Dismissed, and counted nowhere: {escape.cell(page.dismissed)}"
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


def _evidence(contact: Contact, path: str, lookup: Lookup) -> str:
    pieces = claims.in_order(contact.evidence, lookup)
    exact = [piece for piece in pieces if not piece.vague]
    vague = [piece for piece in pieces if piece.vague]
    said = lookup.witnesses(piece.source for piece in pieces)
    return markdown.sections(
        markdown.heading(2, "The words that carry it", "evidence"),
        f"{wording.sentence(said)}{', in order of publication' if len(contact.sources) > 1 else ''}.",
        markdown.bullets(_piece(piece, path, lookup) for piece in exact),
        "Less precise, and not counted for the date:" if vague else "",
        markdown.bullets(_piece(piece, path, lookup) for piece in vague),
        disagreement.told(contact, path, lookup),
    )


def _piece(piece: Evidence, path: str, lookup: Lookup) -> str:
    source = lookup.source[piece.source]
    name = markdown.link(naming.source_label(source), naming.source_page(source.id), path)
    day = f" dated {markdown.quoted(piece.date_words)}" if piece.date_words else ""
    words = edtf.in_words(piece.date) if piece.date else ""
    read = f" ({words})" if words and day and words not in piece.date_words else ""
    notes = ";".join(part for part in (day + read, f" {contact_facts.STATUS[piece.status]}") if part)
    return (
        f"{name} {escape.cell(naming.source_name(source))}: "
        f"{markdown.quoted(piece.quote)} {claims.cited([piece])}{notes}"
    )
