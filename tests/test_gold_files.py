"""The gold files are sound: their words stand in their articles, their dates exist, their ids are known."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from build_scripts import edtf
from build_scripts.models import ContactKind, Status
from tests.conftest import TESTS

FILES = sorted((TESTS / "gold").glob("*/*/gold.yml"))
LEAST = {"tune": (61, 185), "held": (9, 28)}
"""How many series and articles each half has at least."""


def load(file: Path) -> tuple[dict[str, Any], dict[str, str]]:
    """A gold file and the text of each of its articles."""
    data = yaml.safe_load(file.read_text("utf-8"))
    seeds = file.parent / data["dir"]
    return data, {one["id"]: (seeds / one["file"]).read_text("utf-8") for one in data["articles"]}


def contacts_of(data: dict[str, Any]) -> list[dict[str, Any]]:
    return [*data["contacts"], *data["undated_contacts"]]


def dates_in(data: dict[str, Any]) -> Iterator[str | None]:
    for contact in contacts_of(data):
        yield from (contact["date"], *contact.get("date_accept", ()))
        for support in contact["support"]:
            yield from (support["date"], *support.get("date_accept", ()))
    for one in data["dates"]:
        yield from (one["edtf"], *one.get("accept", ()))
    yield from (trap["date_bait"] for trap in data["traps"])
    yield from (article["published"]["edtf"] for article in data["articles"])


def test_each_half_has_articles_on_several_series() -> None:
    for half, (series, articles) in LEAST.items():
        found = [load(file) for file in FILES if file.parent.parent.name == half]
        assert {data["half"] for data, _ in found} <= {half}
        assert len(found) >= series
        assert sum(len(texts) for _, texts in found) >= articles


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_every_quote_stands_once_in_its_article(file: Path) -> None:
    data, texts = load(file)
    quotes = [(one["article"], one["quote"]) for key in ("dates", "traps", "not_actors") for one in data[key]]
    quotes += [(one["article"], one["quote"]) for contact in contacts_of(data) for one in contact["support"]]
    quotes += [(one["article"], one["words"]) for one in data["quotations"]]
    assert [quote for article, quote in quotes if texts[article].count(quote) != 1] == []
    assert [one for one in data["figures"] if one["words"] not in texts[one["article"]]] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_the_words_of_a_date_stand_in_their_quote(file: Path) -> None:
    data, _ = load(file)
    words = [(one["surface"], one["quote"]) for one in data["dates"]]
    supports = [support for contact in contacts_of(data) for support in contact["support"]]
    words += [(one["date_surface"], one["quote"]) for one in supports if one["date_surface"]]
    assert [one for one, quote in words if one not in quote] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_every_date_is_one_that_this_project_reads(file: Path) -> None:
    data, _ = load(file)
    assert [one for one in dates_in(data) if one and not edtf.is_valid(one)] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_ids_kinds_and_spellings_are_known(file: Path) -> None:
    data, texts = load(file)
    actors = {actor["id"]: actor for actor in data["actors"]}
    contacts = contacts_of(data)
    ids = [one["id"] for key in ("articles", "actors", "traps") for one in data[key]]
    ids += [contact["id"] for contact in contacts]
    assert len(ids) == len(set(ids))
    for contact in contacts:
        people = {*contact["participants"], *contact.get("participants_from_context", ())}
        assert people <= set(actors)
        assert {contact["kind"], *contact.get("kind_accept", ())} <= set(ContactKind)
        assert contact["status"] in set(Status)
        assert contact["tier"] == "edge" or contact["support"]
    assert {trap.get("contact") for trap in data["traps"]} <= {None, *(one["id"] for one in contacts)}
    for actor in actors.values():
        page = file.parent / "docs" / "actors" / f"{actor['id']}.md"
        assert page.exists() is actor.get("page", True)
        for spelling, articles in actor["spellings"].items():
            assert all(spelling in texts[article] for article in articles)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_who_speaks_has_a_page_or_is_nobody(file: Path) -> None:
    data, _ = load(file)
    pages = {actor["id"] for actor in data["actors"] if actor.get("page", True)}
    assert {one["speaker"] for one in data["quotations"]} <= {None, "", *pages}
