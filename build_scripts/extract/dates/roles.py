"""Extract, dates: a date among its tokens in; the verb it belongs to out, as a direction and a role.

A date is the event's own unless its verb reports ("said on Friday"), or it only bounds or names
something else ("since October 7", "the October 7 attack").
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from build_scripts.extract.dates.tokens import Tokens
from build_scripts.extract.dates.values import Bound, Expression
from build_scripts.models import DateRole, PassageKind

_REACH, _REACH_AHEAD = 30, 60
"""Tokens between a date and its verb before it, or behind it (a long subject stands between)."""
_LONGEST_CREDIT = 10
"""Tokens of ", officials of the ministry said,"."""
_CLOSING = ('"', "”", "»")


@dataclass(frozen=True, slots=True)
class Governing:
    """What the verb says: ahead of publication (1), behind it (-1) or neither (0), and whether it reports."""

    direction: int = 0
    reports: bool = False
    at: int = -1
    is_earlier: bool = False
    """The verb steps back behind what was told last: "had met"."""
    is_present: bool = False
    """The verb speaks of now or of what is to come: "has met", "will meet", "plans"; not "would meet"."""

    def is_open(self, t: Tokens) -> bool:
        """Whether it looks ahead from then, not from now: "agreed to sell it in May", "was set for May"."""
        if self.direction <= 0 or self.at < 0:
            return False
        was = t.has("auxiliary", self.at - 1) and t.has("past", self.at - 1)
        return t.has("resolving", self.at) or (was and t.has("planning", self.at))


def governing(t: Tokens, date: Expression) -> Governing:
    """The verb that the date belongs to; without one, nothing is known of its direction."""
    verb = _governing(t, date)
    if verb.at < 0:
        return verb
    matter = range(verb.at + 1, date.start)
    if verb.reports and t.has("meant_for", date.head - 1) and any(t.has("own_dates", at) for at in matter):
        return Governing(1, False, verb.at, is_present=True)  # "announced talks for Friday"
    is_earlier = any(t.has("pluperfect", verb.at - step) for step in range(4))
    if is_earlier and t.has("intending", verb.at):
        return replace(verb, is_earlier=True, direction=0)  # "had been expected on Tuesday"
    return replace(verb, is_earlier=is_earlier, is_present=not is_earlier and _is_present(t, verb))


def _is_present(t: Tokens, verb: Governing) -> bool:
    """ "has met", "is to meet", "will meet", "plans to"; not "would meet", "was to meet", "planned"."""
    if t.has("future", verb.at):
        return not t.has("future_of_then", verb.at)
    if verb.direction > 0 and t.has("intending", verb.at) and t.word(verb.at).endswith("s"):
        return True
    return any(
        (t.has("perfect", verb.at - step) or t.has("present", verb.at - step))
        and not t.has("infinitive", verb.at - step - 1)
        and t.word(verb.at - step) != "having"
        for step in range(4)
    )


def _governing(t: Tokens, date: Expression) -> Governing:
    """The nearest verb before the date in its clause, or the one after it where the date opens the clause."""
    if t.has("due_nouns", date.end):
        return Governing(1)
    if date.bound is Bound.AFTER and (date.is_attribute or t.has("after_the_past", date.start)):
        return Governing(-1)
    before = date.head - 1
    while t.has("leading", before) or (t.is_dash(before) and t.is_glued(before)):
        before -= 1
    left = _leftwards(t, before)
    opens = before < 0 or t.has("clause_openings", before) or _is_opening_sign(t.word(before))
    if left is None or opens:
        return _rightwards(t, date.end) or left or Governing()
    return left


def role(t: Tokens, date: Expression, verb: Governing, kind: PassageKind) -> DateRole:
    """`report` in bylines and datelines and with reporting verbs, `background` as parsed, else `event`."""
    if kind in (PassageKind.BYLINE, PassageKind.DATELINE):
        return DateRole.REPORT
    if date.is_background:
        return DateRole.BACKGROUND
    before = date.head - 1
    before -= t.has("dating", before)
    if t.has("report_nouns", before):
        return DateRole.REPORT
    if not verb.reports or date.is_attribute:
        return DateRole.EVENT
    is_of_day = date.value.weekday >= 0 or date.value.is_relative
    matter = range(verb.at + 1, date.start) if verb.at < date.start else range(0)
    if not is_of_day and any(t.has("own_dates", at) for at in matter):
        # "announced talks on 5 May": the day of the talks; "announced the talks on Monday": of the words.
        return DateRole.EVENT
    return DateRole.REPORT


def _is_opening_sign(token: str) -> bool:
    return token in ("(", ":", ";", "“", '"', "«")


def _leftwards(t: Tokens, at: int) -> Governing | None:
    has_link = has_infinitive = False
    for here in range(at, max(at - _REACH, -1), -1):
        if t.word(here) in (";", ":", "!", "?") or t.has("clause_ends", here):
            return None
        found = _verb(t, here, has_link, has_infinitive)
        if found:
            return found
        has_link = has_link or t.has("future_links", here)
        has_infinitive = has_infinitive or _is_infinitive(t, here)
    return None


def _rightwards(t: Tokens, at: int) -> Governing | None:
    here = at
    while here < min(at + _REACH_AHEAD, len(t)):
        here = _past_a_credit(t, here)
        if t.word(here) == "," and t.has("relative_words", here + 1):
            here += 2
            while here < len(t) and t.word(here) != ",":
                here += 1
        if t.word(here) in (";", "!", "?") or (here > at and t.has("clause_ends", here)):
            return None
        if t.word(here) in _CLOSING and (t.word(here - 1) == "," or t.word(here + 1) == ","):
            return None  # what follows is who says it
        if t.has("resolving", here) and not t.is_linking(here - 1):
            return Governing(-1, False, here)  # "on Thursday agreed to plead"
        ahead = any(t.has("future_links", here + step) for step in (1, 2, 3))
        found = _verb(t, here, ahead, ahead)
        if found:
            later = [here + step for step in (1, 2, 3) if t.has("reporting", here + step)]
            is_auxiliary = t.has("perfect", here) or t.has("auxiliary", here)
            return Governing(found.direction, True, later[0]) if is_auxiliary and later else found
        here += 1
    return None


def _past_a_credit(t: Tokens, at: int) -> int:
    """Behind a crediting clause between commas ("On Friday, officials said, they met"), else the place."""
    if t.word(at) != ",":
        return at
    for here in range(at + 1, min(at + _LONGEST_CREDIT, len(t))):
        if t.word(here) == "," and any(t.has("reporting", step) for step in (at + 1, here - 1)):
            return here + 1
        if t.is_stop(here) or t.word(here) in (",", *_CLOSING):
            break
    return at


def _verb(t: Tokens, at: int, has_link: bool, has_infinitive: bool) -> Governing | None:
    """What the token says if it is a verb, seen from a date with "to" or "for" between, or not."""
    if t.has("reporting", at) and not (t.has("determiners", at - 1) or (t.is_capital(at) and at > 0)):
        return Governing(-1, True, at)
    if t.has("future", at):
        return Governing(1, False, at)
    if t.has("scheduled", at) and not _is_led(t, at - 1):
        return Governing(1, False, at)
    if t.has("intending", at) and (has_link or t.has("planning", at)) and _is_linked(t, at):
        return Governing(1, False, at)
    if t.has("present", at):
        return _present(t, at)
    if t.has("perfect", at) and not t.has("pluperfect", at) and not _has_participle(t, at):
        return None
    is_past = t.has("past", at) or t.has("perfect", at) or t.is_past(at)
    if not is_past:
        return None
    if t.has("perfect", at) and t.has("infinitive", at - 1):
        return Governing(-1, False, at)  # "was to have come"
    if t.has("present", at - 1) and not t.has("auxiliary", at):
        return None  # "is thought of": the verb before it says when
    if t.has("moved", at) and has_link and not t.has("perfect", at - 1):
        return Governing(1, False, at)  # "was put off to Friday"
    if t.has("be", at - 1) or t.has("been", at - 1):
        return _passive(t, at)
    if t.has("future", at - 1):
        return Governing(1, False, at)
    if t.has("auxiliary", at) and t.has("infinitive", at + 1):
        return Governing(1, False, at)  # "were to meet": a condition, or a plan of then
    if t.has("infinitive", at - 1):
        return None  # "to set", "to read": forms that are also the past
    if t.has("determiners", at - 1):
        return None
    return Governing(-1, False, at)


def _is_led(t: Tokens, at: int) -> bool:
    """Whether what stands here makes no present of the plain form behind it: "to meet", "will meet"."""
    return any(t.has(name, at) for name in ("plain_form", "determiners", "future"))


def _is_linked(t: Tokens, at: int) -> bool:
    """ "set to meet"; "set out for" is no intention."""
    return not t.has("linked", at) or t.has("future_links", at + 1)


def _has_participle(t: Tokens, at: int) -> bool:
    """ "have met", "has also visited"; "we have until Sunday" is present."""
    return any(t.has("past", step) or t.is_past(step) for step in range(at + 1, at + 4))


def _present(t: Tokens, at: int) -> Governing:
    """ "is to meet" looks ahead; so does "are meeting on Monday", if less certainly."""
    is_progressive = t.word(at + 1).endswith(t.words.endings["participle"]) and not t.has("been", at + 1)
    if t.has("infinitive", at + 1) or is_progressive:
        return Governing(1, False, at)
    is_set = t.has("leading", at + 1) and t.word(at + 2) in t.words.full_weekdays
    return Governing(1 if is_set else 0, False, at)  # "the next round is on Friday"


def _passive(t: Tokens, at: int) -> Governing:
    """ "will be held", "to be held" look ahead; "has been held" and "is being held" do not."""
    for here in range(at - 2, max(at - 6, -1), -1):
        if t.has("future", here) or t.has("infinitive", here):
            return Governing(1, False, at)
        if t.has("perfect", here) or t.has("past", here):
            return Governing(-1, False, at)
        if t.has("present", here):
            return Governing(0, False, at)
    return Governing(-1 if t.has("been", at - 1) else 0, False, at)


def _is_infinitive(t: Tokens, at: int) -> bool:
    after = at + 1
    return (
        t.has("infinitive", at)
        and t.is_word(after)
        and not t.is_capital(after)
        and not t.has("determiners", after)
    )
