"""Dates against the gold file: the words that date contacts, every date expression, publication dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from build_scripts.models import DateExpression, SourceFacts

from .gold import Gold, key
from .score import Score, Share

# Match: "on the " of "on the 19th", "since " of "since May 20". Near-miss: "last " of "last week".
LEADING = re.compile(r"^(?:(?:on|in|at|by|for|from|since|after|before|until|between|to|of|the)\s+)+", re.I)


@dataclass(frozen=True)
class Expected:
    """A date expression of the gold file, where it stands; without values where no value can be known."""

    article: str
    start: int
    end: int
    words: str
    values: frozenset[str]
    optional: bool

    def is_met_by(self, date: DateExpression) -> bool:
        """Whether the found words are these, or a part of them, or hold them."""
        if date.start >= self.end or self.start >= date.end:
            return False
        mine, theirs = LEADING.sub("", key(self.words)), LEADING.sub("", key(date.text))
        return mine in theirs or theirs in mine


def score_dates_of_contacts(gold: Gold, facts: Iterable[SourceFacts]) -> Share:
    """Of the words that date a contact in the gold file: found in their sentence, with the right value."""
    by_source = {found.source.id: found for found in facts}
    found_count, missed = 0, []
    for contact in gold.contacts:
        for support in contact["support"]:
            words, value = support.get("date_surface"), support.get("date")
            if not words or not value:
                continue
            article = by_source[support["article"]]
            accepted = (contact.get("date_accept") or ()) if "dates" not in gold.data else ()
            values = {value, *accepted, *(support.get("date_accept") or ())}
            at = article.source.text.find(support["quote"])
            passages = {one.id for one in article.passages if one.start <= at < one.end}
            if any(
                date.edtf in values or f"{date.edtf}/.." in values
                for date in article.dates
                if (date.text in words or words in date.text) and date.passage in passages
            ):
                found_count += 1
            else:
                missed.append(f"{support['article']} {words!r} = {value}")
    return Share("date expressions of contacts", found_count, tuple(missed))


def score_all_dates(gold: Gold, facts: Iterable[SourceFacts], *, value: bool) -> Score:
    """Every date expression: its words found and, with `value`, what they mean right.

    A bare year on a line of its own is a heading, neither wanted nor wrong; so are words without a
    value. A value for words that have none is wrong.
    """
    by_source = {found.source.id: found for found in facts}
    expected = tuple(_expected(gold, {name: one.source.text for name, one in by_source.items()}))
    missed, hits = [], 0
    for one in expected:
        if one.optional or not one.values:
            continue
        met = [date for date in by_source[one.article].dates if one.is_met_by(date)]
        if any(not value or date.edtf in one.values for date in met):
            hits += 1
        else:
            said = " (" + ", ".join(f"{date.text!r} = {date.edtf}" for date in met) + ")" if met else ""
            missed.append(f"{one.article} {one.words!r} = {' or '.join(sorted(one.values))}{said}")
    right, wrong = 0, []
    for name, found in sorted(by_source.items()):
        for date in found.dates:
            meets = [one for one in expected if one.article == name and one.is_met_by(date)]
            if not date.edtf or (not meets and _is_heading(found.source.text, date)):
                continue
            if any(date.edtf in one.values if value else True for one in meets):
                right += 1
            else:
                wrong.append(f"{name} {date.text!r} = {date.edtf}")
    kind = "date expressions, value" if value else "date expressions, words"
    return Score(kind, hits, tuple(missed), tuple(wrong), right)


def score_publication(gold: Gold, facts: Iterable[SourceFacts]) -> Share:
    """When each article was published, and whether that is stated, inferred or open."""
    by_source = {found.source.id: found.source for found in facts}
    right, missed = 0, []
    for article in gold.data["articles"]:
        wanted, source = article["published"], by_source[article["id"]]
        value, basis = wanted["edtf"] or "", {"open": ""}.get(wanted["basis"], wanted["basis"])
        if (source.published, source.published_basis) == (value, basis):
            right += 1
        else:
            missed.append(
                f"{article['id']} {value or 'open'} {basis}: {source.published} {source.published_basis}"
            )
    return Share("publication date and its basis", right, tuple(missed))


def _expected(gold: Gold, texts: Mapping[str, str]) -> Iterator[Expected]:
    """Each date expression of the file once, in no special order."""
    seen: dict[tuple[str, int, int], Expected] = {}
    for item in _dated_words(gold):
        text = texts[item["article"]]
        start = text.index(item["quote"]) + item["quote"].index(item["surface"])
        end = start + len(item["surface"])
        values = frozenset({item["edtf"], *(item.get("accept") or ())} - {None})
        place = (item["article"], start, end)
        if place in seen:
            values |= seen[place].values
        seen[place] = Expected(*place, item["surface"], values, bool(item.get("optional")))
    return iter(seen.values())


def _dated_words(gold: Gold) -> Iterator[Mapping[str, Any]]:
    yield from gold.data["dates"]
    for contact in gold.contacts:
        for one in contact["support"]:
            if one["date_surface"]:
                yield {
                    "article": one["article"],
                    "quote": one["quote"],
                    "surface": one["date_surface"],
                    "edtf": one["date"],
                    "accept": one.get("date_accept"),
                }


def _is_heading(text: str, date: DateExpression) -> bool:
    line = text[text.rfind("\n", 0, date.start) + 1 :].split("\n", 1)[0]
    return line.strip() == date.text
