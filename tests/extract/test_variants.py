"""Sentences put together at random: what is others' is never told as held, what is held is."""

from __future__ import annotations

import pytest

from build_scripts.extract import extract
from build_scripts.models import ContactKind, Report, Source
from tests.extract import variants
from tests.extract.cases import english
from tests.extract.world import world

FILES = ("held.yml", "others.yml")
SEED = 1998
EACH = 25
"""Variants of each family."""
_SENT = (ContactKind.INVITATION, ContactKind.STATEMENT)
"""Given with the words themselves, whatever they plan."""


def reports(text: str) -> tuple[Report, ...]:
    config, actors = world()
    before = variants.shared()["before"]
    source = Source("000", "000.txt", "A", f"{before}\n{text}\n", "0" * 64)
    return extract(source, actors, config, english()).reports


def faults(variant: variants.Variant) -> list[str]:
    """What the variant tells and was not found, and what was found and is not so."""
    found = [
        (report.status.value, report.date) for report in reports(variant.text) if report.kind not in _SENT
    ]
    missed = [
        each
        for each in variant.expect
        if not any(status == each[0] and each[1] in ("*", date) for status, date in found)
    ]
    wrong = [
        each
        for each in found
        if each[0] not in variant.allow
        and not any(each[0] == status and date in ("*", each[1]) for status, date in variant.expect)
    ]
    return [f"missed {each}" for each in missed] + [f"wrong {each}" for each in wrong]


FAMILIES = [(file, family["name"]) for file in FILES for family in variants.given(file)[0]]


@pytest.mark.parametrize(("file", "family"), FAMILIES, ids=[family for _, family in FAMILIES])
def test_a_variant_tells_what_it_was_put_together_to_tell(file: str, family: str) -> None:
    made = variants.variants(file, EACH, SEED, family)
    assert {each.text: found for each in made if (found := faults(each))} == {}
