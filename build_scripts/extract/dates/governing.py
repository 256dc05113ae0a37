"""Extract, dates: a date among its tokens in; the verb it belongs to out.

It is the nearest verb before the date in its clause, or the one after it where the date opens the clause.
"""

from __future__ import annotations

from dataclasses import replace

from build_scripts.extract.dates.plans_over import (
    came_about,
    is_called_off,
    is_over,
    is_overtaken,
    is_thwarted,
)
from build_scripts.extract.dates.tenses import Governing, is_infinitive, verb_at
from build_scripts.extract.dates.tokens import Tokens
from build_scripts.extract.dates.values import Bound, Expression

_REACH, _REACH_AHEAD = 30, 60
"""Tokens between a date and its verb before it, or behind it (a long subject stands between)."""
_OCCASION = 6
"""Tokens of "in a long telephone call on"."""
_LONGEST_CREDIT = 10
"""Tokens of ", officials of the ministry said,"."""
_CLOSING = ('"', "”", "»")


def governing(t: Tokens, date: Expression) -> Governing:
    """The verb that the date belongs to; without one, nothing is known of its direction.

    Remembered: the day of publication is sought by the same verbs as the dates.
    """
    known = t.governed.get((date.start, date.end))
    if known is None:
        known = t.governed[date.start, date.end] = _seen_from(t, date)
    return known


def _seen_from(t: Tokens, date: Expression) -> Governing:
    if date.is_attribute and _is_ahead_of(t, date):
        return Governing(1)
    verb = _governing(t, date)
    if t.has("meant_for", date.head - 1) and t.has("programmes", date.head - 2):
        # "had been on her programme for Friday", "has an appointment for Monday"
        return Governing(1, False, verb.at, is_overtaken=verb.direction < 0)
    if verb.at < 0:
        return verb
    is_put_off = t.has("moved", verb.at) or t.has("adjourned", verb.at)
    is_end = date.bound is Bound.BEFORE or t.has("infinitive", date.start - 1)
    if is_end and is_put_off and not verb.reports and not is_called_off(t, date, verb):
        return Governing(1, False, verb.at)  # "was put off until the autumn", "has been moved to Friday"
    if is_called_off(t, date, verb):
        return Governing(1, False, verb.at, is_overtaken=True)
    is_bound = t.has("bound_for", verb.at) and (t.has("meant_for", date.head - 1) or date.head - 1 == verb.at)
    if date.is_attribute and is_bound and not any(t.has("pluperfect", verb.at - step) for step in (1, 2)):
        return Governing(1, False, verb.at)  # "arrived on Saturday for Monday's talks"
    if verb.reports and verb.at < date.start and t.has("meant_for", date.head - 1):
        # "announced talks for Friday"
        return Governing(1, False, verb.at, is_present=True, is_overtaken=is_over(t, date))
    if verb.direction > 0 and t.has("resolving", verb.at) and _is_of_occasion(t, date, verb.at):
        # "agreed to the talks in a telephone call on Monday"
        return replace(verb, direction=-1)
    if verb.direction > 0 and is_thwarted(t, verb.at, date):
        return replace(verb, is_overtaken=True)
    if verb.direction > 0 and is_overtaken(t, verb.at, date):
        came = came_about(t, date)
        return replace(verb, is_overtaken=not came, direction=-1 if came else 1)
    is_earlier = any(t.has("pluperfect", verb.at - step) for step in range(4))
    if is_earlier and t.has("intending", verb.at):
        # "had been expected on Tuesday"; "a call agreed on for Tuesday never came about"
        after = date.end + t.has("not", date.end)
        came = t.has("came_about", after)
        return replace(verb, is_earlier=True, direction=-1 if came else 1, is_overtaken=not came)
    return replace(verb, is_earlier=is_earlier, is_present=not is_earlier and _is_present(t, verb))


def _is_of_occasion(t: Tokens, date: Expression, verb: int) -> bool:
    """Whether the date is that of where something was agreed: "in a call on Monday"."""
    at = date.head - 1
    while t.has("leading", at):
        at -= 1
    if not t.has("own_dates", at) or any(is_infinitive(t, here) for here in range(verb + 1, at)):
        # "agreed to meet at a summit in May"
        return False
    for here in range(at - 1, max(at - _OCCASION, verb), -1):
        if t.word(here) in ("in", "at", "during"):
            return t.has("indefinite", here + 1) or t.has("determiners", here + 1)
        if t.word(here) in ("to", "for", ",", "of"):
            return False
    return False


def _is_ahead_of(t: Tokens, date: Expression) -> bool:
    """ "arrived for Monday's talks", "ahead of Friday's summit"; not "thanked him for Monday's dinner"."""
    is_day = date.value.weekday >= 0 and date.value.is_relative and date.value.shift is None
    if not is_day or not t.is_apostrophe(date.end):
        return False
    for_it = t.has("meant_for", date.head - 1) and any(
        t.has("coming_for", date.head - step) for step in range(2, 9)
    )
    return for_it or (t.has("before_tails", date.head - 1) and t.word(date.head - 2) == "ahead")


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


def _is_opening_sign(token: str) -> bool:
    return token in ("(", ":", ";", "“", '"', "«")


def _leftwards(t: Tokens, at: int) -> Governing | None:
    has_link = has_infinitive = is_meant = False
    to = comma = -1
    for here in range(at, max(at - _REACH, -1), -1):
        is_list = t.word(here) == ":" and _are_dates(t, here + 1, at)
        if not is_list and (t.word(here) in (";", ":", "!", "?") or t.has("clause_ends", here)):
            return None
        is_towards = (to >= 0 and t.has("inviting", here)) or (to == at and t.has("moved", here))
        found = verb_at(t, here, has_link or is_towards, has_infinitive)
        if found and not (comma > here and _is_aside_participle(t, here)):
            return replace(found, direction=1) if is_meant and _is_present(t, found) else found
        comma = here if t.word(here) == "," else comma
        is_meant = is_meant or (t.has("meant_nouns", here) and t.has("meant_links", here + 1))
        has_infinitive = has_infinitive or is_infinitive(t, here)
        has_link = has_link or _is_link(t, here)
        to = here if t.has("infinitive", here) else to
    return None


def _are_dates(t: Tokens, start: int, last: int) -> bool:
    """ "Three had preceded it: in April, from 26 to 28 May, and on": dates and what joins them."""
    joints = ("leading", "and", "or", "to", "repeated", "ordinal_endings")
    return all(
        t.triggers[each] or t.word(each) in (",", ".") or any(t.has(name, each) for name in joints)
        for each in range(start, last + 1)
    )


def _is_aside_participle(t: Tokens, at: int) -> bool:
    """ "The house must ratify the accord, known as the Charter, by May": set off, and not the verb."""
    return t.word(at - 1) == "," and t.has("participles_aside", at) and t.has("aside_tails", at + 1)


def _is_link(t: Tokens, at: int) -> bool:
    """Whether what is intended begins here: "agreed to go", "to talks", "for"; not "wrote to the chair"."""
    if not t.has("future_links", at) or not t.has("infinitive", at):
        return t.has("future_links", at)
    return is_infinitive(t, at) or any(t.has("own_dates", at + step) for step in (1, 2, 3))


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
        if t.has("coming", here) and t.has("circumstances", here + 1):
            return Governing(-1, False, here)  # "Their talks on Monday come amid fears that …"
        ahead = any(t.has("future_links", here + step) for step in (1, 2, 3))
        found = verb_at(t, here, ahead, ahead)
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
