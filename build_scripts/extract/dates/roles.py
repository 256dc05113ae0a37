"""Extract, dates: a date among its tokens and the verb it belongs to in; its role out.

A date is the event's own unless its verb reports ("said on Friday"), or it only bounds or names
something else ("since October 7", "the October 7 attack").
"""

from __future__ import annotations

from build_scripts.extract.dates.tenses import Governing
from build_scripts.extract.dates.tokens import Tokens
from build_scripts.extract.dates.values import Expression
from build_scripts.models import DateRole, PassageKind

_LETTER = 5
"""Tokens of "wrote a second long letter"."""


def is_of_a_letter(t: Tokens, verb: int) -> bool:
    """ "wrote a second letter", "wrote to the ministry": what was done that day; not "wrote that …"."""
    if verb < 0 or not t.has("letter_writing", verb):
        return False
    return t.has("addressing", verb + 1) or any(t.has("letters", verb + step) for step in range(1, _LETTER))


def role(t: Tokens, date: Expression, verb: Governing, kind: PassageKind) -> DateRole:
    """`report` in bylines and datelines and with reporting verbs, `background` as parsed, else `event`."""
    if kind in (PassageKind.BYLINE, PassageKind.DATELINE):
        return DateRole.REPORT
    if date.start == 0 and t.opens_entry(date.end):
        return DateRole.EVENT  # "12 March: Northland announces that": the day of what the entry tells
    if date.is_background:
        return DateRole.BACKGROUND
    before = date.head - 1
    before -= t.has("dating", before)
    if t.has("report_nouns", before):
        return DateRole.REPORT
    if not verb.reports or date.is_attribute or is_of_a_letter(t, verb.at):
        return DateRole.EVENT
    is_of_day = date.value.weekday >= 0 or date.value.is_relative
    matter = range(verb.at + 1, date.start) if verb.at < date.start else range(0)
    if not is_of_day and any(t.has("own_dates", at) for at in matter):
        # "announced talks on 5 May": the day of the talks; "announced the talks on Monday": of the words.
        return DateRole.EVENT
    return DateRole.REPORT
