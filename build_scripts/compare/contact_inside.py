"""Compare: contacts in, each repeated or vaguely dated one with those that lie inside it out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from build_scripts import edtf
from build_scripts.compare.same_contact import family
from build_scripts.compare.same_time import is_wide
from build_scripts.models import Contact
from build_scripts.places import Places


def including(contacts: Sequence[Contact], places: Places) -> Iterator[Contact]:
    """Each repeated or vaguely dated contact with those of the same people that lie inside it.

    What is open at one end has no inside: everything later would lie in it.
    """
    of: dict[str, list[Contact]] = defaultdict(list)
    for contact in contacts:
        if not is_wide(contact.date):
            for name in contact.participants:
                of[name].append(contact)
    for contact in contacts:
        if not is_wide(contact.date) or ".." in contact.date:
            yield contact
            continue
        near = (other for name in contact.participants for other in of.get(name, ()))
        inside = {other.id for other in near if _is_inside(other, contact, places)}
        yield replace(contact, includes=tuple(sorted(inside)))


def _is_inside(other: Contact, contact: Contact, places: Places) -> bool:
    return (
        other.id != contact.id
        and other.status is contact.status
        and edtf.contains(contact.date, other.date)
        and family(other.kind) == family(contact.kind)
        and places.may_be_one(contact.place, other.place)
    )
