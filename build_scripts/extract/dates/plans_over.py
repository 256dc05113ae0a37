"""Extract, dates: a date with its verb in; whether it is the day of a plan that is over or was moved out.

It may lie on either side of publication: "postponed Friday's talks", "a trip set for July was put off".
"""

from __future__ import annotations

from build_scripts.extract.dates.tenses import Governing
from build_scripts.extract.dates.tokens import Tokens
from build_scripts.extract.dates.values import Expression

_REACH = 30
"""Tokens between a date and the verb behind it."""


def is_called_off(t: Tokens, date: Expression, verb: Governing) -> bool:
    """ "postponed Friday's talks", "Friday's talks are off", "moved from Friday to Monday": on either side.

    Near-misses: "called off the talks on Friday", "the talks on Friday were called off".
    """
    if date.is_attribute and date.value.weekday >= 0 and t.is_apostrophe(date.end):
        return any(t.has("called_off", verb.at + step) for step in range(4))
    # The old day and the new one stand in one list.
    listed = date.head < date.start or t.has("infinitive", date.end)
    return listed and date.head > verb.at and t.has("moved", verb.at) and t.word(date.head - 1) == "from"


def is_thwarted(t: Tokens, at: int, date: Expression) -> bool:
    """ "was due on Tuesday, but fell ill", "a trip, which was to begin on Tuesday, had to be cancelled".

    Near-miss: "was due on Tuesday".
    """
    was = next(
        (step for step in (at, at - 1, at - 2) if t.has("auxiliary", step) and t.has("past", step)), -1
    )
    if was < 0 or at >= date.start:
        return False
    aside = t.word(date.end) == "," and t.has("describing", was - 1)
    return (aside or t.word(t.skip(date.end, ",")) == "but") and _is_past_later(t, date.end)


def is_overtaken(t: Tokens, at: int, date: Expression) -> bool:
    """ "A trip set for July was put off": the participle names the plan, and the verb behind it is past.

    "The plan for July is being put off", "a trip set for July will go ahead" speak of what is to come.
    """
    is_participle = t.has("planning", at) and not t.word(at).endswith("s") and not t.is_linking(at - 1)
    return is_participle and 0 < at < date.start and is_over(t, date, is_plan=True)


def came_about(t: Tokens, date: Expression) -> bool:
    """ "A session fixed for 12 March did take place"; near-misses: "did not take place", "was put off"."""
    after = t.skip(date.end, ",")
    return t.has("came_about", after) and not t.has("not", after + 1)


def is_over(t: Tokens, date: Expression, is_plan: bool = False) -> bool:
    """Whether the next verb behind the date is past; of a plan, also "has been put off"."""
    closed = date.end
    for here in range(date.end, min(date.end + _REACH, len(t))):
        if here < closed:
            continue
        if t.word(here) == "," and any(t.has("relative_words", here + step) for step in (1, 2)):
            closed = next((k for k in range(here + 1, len(t)) if t.word(k) == ","), len(t))
            continue
        if t.word(here) in (";", ":", "!", "?") or t.has("clause_ends", here):
            return False
        if t.has("present", here) or t.has("future", here) or t.has("perfect", here):
            return t.has("pluperfect", here) or (is_plan and t.has("called_off", here + 2))
        if (t.has("past", here) or t.is_past(here)) and not t.has("by", here + 1):
            return True  # not the participle of "talks set for May, hosted by the ministry"
    return False


def _is_past_later(t: Tokens, at: int) -> bool:
    """Whether the next verb behind "but" is past."""
    for here in range(t.skip(at, ",") + 1, min(at + _REACH, len(t))):
        if t.has("present", here) or t.has("future", here) or t.is_stop(here):
            return False
        if t.has("past", here) or t.has("perfect", here) or t.is_past(here):
            return True
    return False
