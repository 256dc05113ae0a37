"""Extract, dates: tokens in; the dates that stand in one list or range out, each filled from its neighbours.

"March 2006, February 2007, and February 2010" are three dates, "February 28-29" is one interval, and
in "11 and 12 June" the first day takes its month from the second.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from build_scripts.extract.dates import full_forms
from build_scripts.extract.dates.almanac import is_day
from build_scripts.extract.dates.calendar_parts import day_at
from build_scripts.extract.dates.items import day_after, item, year_after
from build_scripts.extract.dates.tokens import Tokens
from build_scripts.extract.dates.values import Base, Expression, Found, Value
from build_scripts.extract.records import record

_LONGEST = 12
_REPEATED = 3
"""Words such as "again on the" between "and" and the next date."""


_LEAP_YEAR = 2000


@record
class Joint:
    """What joins two dates of a chain: `to`, `and`, `or` or `comma`."""

    kind: str
    end: int


def chain(t: Tokens, at: int) -> tuple[Expression, ...]:
    """The dates of the list or range that begins here; empty if no date does."""
    members, joints = _opening_days(t, at) or ([], [])
    if not members:
        first = item(t, at)
        if first is None:
            return ()
        members = [first]
    while len(members) < _LONGEST and (joint := _joint(t, members[-1].end)):
        following = _continued(t, joint, members[-1])
        if following is None:
            break
        members.append(following)
        joints.append(joint.kind)
    return _expressions(t, _filled(t, members, joints), joints)


def _opening_days(t: Tokens, at: int) -> tuple[list[Found], list[str]] | None:
    """The days before a month: "11 and 12 June", "28-29 February", "5, 6 and 7 May"; not "12-14 groups"."""
    members: list[Found] = []
    joints: list[str] = []
    if at < t.no_days_before or day_at(t, at) is None:
        return None
    while True:
        found = full_forms.dated(t, at) if at < len(t) else None
        if found:
            whole = item(t, at) if members else None
            if whole is not None and whole.end > found.end and whole.value.day:
                found = whole  # "from 2 to 4 May of the same year"
            if not members or found.value.weekday >= 0 or day_at(t, at) is None:
                t.no_days_before = at
                return None
            return [*members, found], joints
        day = day_at(t, at)
        joint = _joint(t, day[1]) if day else None
        if day is None or joint is None:
            # No shorter list within this one can end in a month either.
            t.no_days_before = at
            return None
        members.append(Found(Value(day=day[0]), at, day[1]))
        joints.append(joint.kind)
        at = t.skip_any(joint.end, "the")


def _joint(t: Tokens, at: int) -> Joint | None:
    """A comma, "and", ", and", "or", "to", "until" or a dash, and the place behind it."""
    after = t.skip(at, ",")
    for name in ("and", "or", "to"):
        if t.has(name, after) and not (name == "to" and after > at):
            is_double = t.word(after) == "through" and t.word(after + 1) == "to"  # "Monday through to Friday"
            return Joint(name, after + 1 + is_double)
    if after > at:
        return Joint("comma", after)
    if t.word(at) == "/" and t.is_glued(at) and t.is_glued(at + 1):
        return Joint("to", at + 1)  # "1995/96"
    return Joint("to", at + 1) if t.is_dash(at) else None


def _continued(t: Tokens, joint: Joint, before: Found) -> Found | None:
    """The next date behind a joint: a whole one, or a bare day or year that leans on the one before."""
    at = joint.end
    for _ in range(_REPEATED):
        if joint.kind != "comma" and t.has("repeated", at) and not item(t, at):
            at += 1
    whole = item(t, at)
    if whole:
        # "on May 5, a year later", "next week or the week after": said from the date before.
        shift = whole.value.shift
        is_counted = shift is not None and (joint.kind == "comma" or shift.base is not Base.PUBLISHED)
        return None if is_counted else whole
    if before.value.month and _opening_days(t, at):
        return None  # "8 and 9 October 1985, 8 and 9 January 1986": a list of its own
    day = day_after(t, at, before.value)
    if day and (joint.kind != "comma" or _joint(t, day.end)):
        return day
    return year_after(t, at, before.value, joint.kind == "to")


def _filled(t: Tokens, members: list[Found], joints: list[str]) -> list[Found]:
    """The dates with months and years from the right, then years from the left."""
    if not joints:
        return members
    values = [member.value for member in members]
    is_list = any(joint != "comma" for joint in joints)
    for here in range(len(values) - 2, -1, -1):
        # "on the 21st and on 2 March": the month is not the second's.
        if is_list and not t.has("day_prepositions", members[here + 1].start - 1):
            values[here] = _from_right(values[here], values[here + 1], joints[here])
    for here in range(1, len(values)):
        if is_list:
            values[here] = _from_left(values[here - 1], values[here], joints[here - 1])
    return [replace(member, value=value) for member, value in zip(members, values, strict=True)]


def _from_right(value: Value, right: Value, joint: str) -> Value:
    """ "in March and May 2009", "11 and 12 June", "from November to March 2020"."""
    if value.day and not value.month and right.month:
        value = replace(value, month=right.month, filled=True)
    if value.day and not value.month and right.day and right.shift and right.shift.unit == "month":
        return replace(value, shift=right.shift, filled=True)  # "the 18th and 19th inst."
    if not value.has_month_or_season or value.year or value.shift:
        return value
    if right.year and right.has_month_or_season:
        is_wrapped = joint == "to" and bool(right.month) and value.month > right.month
        return replace(value, year=right.year - is_wrapped, filled=True)
    if right.shift and right.shift.unit == "year" and right.has_month_or_season:
        return replace(value, shift=right.shift, filled=True)
    return value


def _from_left(left: Value, value: Value, joint: str) -> Value:
    """ "March 5, 1998 to April 2"; a list runs on within the year only, a range also over its end."""
    if not value.month or value.year or value.shift or not left.year or not left.month:
        return value
    if (value.month, value.day) >= (left.month, left.day if value.day else 0):
        return replace(value, year=left.year, filled=True)
    return replace(value, year=left.year + 1, filled=True) if joint == "to" else value


def _expressions(t: Tokens, members: list[Found], joints: list[str]) -> tuple[Expression, ...]:
    """One expression for each date; dates joined by "to", a dash, "or", or "between … and" are one range.

    So are days that follow one another, which is the same span in other words: "on 11 and 12 June".
    """
    is_between = t.has("between", members[0].start - 1)
    is_moved = _is_moved(t, members[0].start)
    found: list[Expression] = []
    first = 0
    for here, member in enumerate(members):
        joint = joints[here] if here < len(joints) else ""
        is_range = (
            joint == "or"
            or (joint == "to" and not is_moved)
            or (joint == "and" and is_between and not here)
            or (joint in ("and", "comma") and not is_moved and _is_day_after(t, *members[here : here + 2]))
        )
        if is_range:
            continue
        start, last = members[first].start, None
        if first < here:
            last = member.value
            opened = "between" if is_between else "from"
            start -= t.has(opened, start - 1) and first == 0
        found.append(Expression(start, member.end, members[first].value, last, head=members[0].start))
        first = here + 1
    return tuple(found)


def _is_moved(t: Tokens, at: int) -> bool:
    """ "moved from Monday to Tuesday"; not "rescheduled to take place from 2 to 4 May"."""
    moved = next((step for step in range(1, 6) if t.has("moved", at - step)), 0)
    return bool(moved) and not any(t.has("infinitive", at - step) for step in range(1, moved))


def _is_day_after(t: Tokens, one: Found, next_: Found) -> bool:
    """Whether the second date is the day after the first: "5 and 6 May"; not "on 5 and again on 6 May"."""
    first, then = one.value, next_.value
    if not (first.day and then.day and first.month and then.month) or first.shift or then.shift:
        return False
    if any(t.has("repeated", at) and not t.has("the", at) for at in range(one.end, next_.start)):
        return False
    year = first.year or then.year or _LEAP_YEAR
    if not (is_day(year, first.month, first.day) and is_day(year, then.month, then.day)):
        return False
    days = date(year, then.month, then.day) - date(year, first.month, first.day)
    return days.days == 1 and (first.year or then.year) == (then.year or first.year)
