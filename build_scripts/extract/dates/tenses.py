"""Extract, dates: a token in; what it says of time if it is a verb out (ahead, behind, or reporting)."""

from __future__ import annotations

from build_scripts.extract.dates.tokens import Tokens
from build_scripts.extract.records import record

_FIXED = 9
"""Tokens within which "set" is said of "the next talks", and a question's "did" of its verb."""


@record
class Governing:
    """What the verb says: ahead of publication (1), behind it (-1) or neither (0), and whether it reports."""

    direction: int = 0
    reports: bool = False
    at: int = -1
    is_earlier: bool = False
    """The verb steps back behind what was told last: "had met"."""
    is_present: bool = False
    """The verb speaks of now or of what is to come: "has met", "will meet", "plans"; not "would meet"."""
    is_overtaken: bool = False
    """What was planned is told of as over: "a trip set for Monday was put off"."""

    def is_open(self, t: Tokens) -> bool:
        """Whether it looks ahead from then, not from now: "agreed to sell it in May", "was set for May"."""
        if self.direction <= 0 or self.at < 0:
            return False
        has = t.has("perfect", self.at - 1) and not t.has("pluperfect", self.at - 1)
        if has and t.has("resolving", self.at):
            return False  # "has promised to receive her in the spring"
        was = any(t.has("auxiliary", at) and t.has("past", at) for at in (self.at - 1, self.at - 2))
        is_now = t.has("perfect", self.at - 1) and not t.has("pluperfect", self.at - 1)
        is_told = (t.has("resolving", self.at) and not is_now) or t.has("moved", self.at)
        return self.is_overtaken or is_told or (was and t.has("planning", self.at))


def verb_at(t: Tokens, at: int, has_link: bool, has_infinitive: bool) -> Governing | None:
    """What the token says if it is a verb, seen from a date with "to" or "for" between, or not."""
    if not t.may_be_verb(at):
        return None
    if t.has("reporting", at) and not (t.has("determiners", at - 1) or (t.is_capital(at) and at > 0)):
        is_to_come = t.has("be", at - 1) and (t.has("future", at - 2) or t.has("infinitive", at - 2))
        return Governing(1, False, at) if is_to_come else Governing(-1, True, at)
    if t.has("future", at) or (t.has("taking", at) and t.has("taken", at + 1)):
        return Governing(1, False, at)
    if (
        t.has("permitting", at)
        and not t.is_capital(at)
        and t.is_word(at + 1)
        and not t.has("perfect", at + 1)
    ):
        return Governing(1, False, at)  # "may meet him in April"; not "may have met"
    if t.has("leading_up", at) and t.word(at + 1) == "up" and t.has("infinitive", at + 2):
        return Governing(1, False, at)  # "leading up to the talks on Tuesday"
    if t.has("fixing", at) and any(t.has("to_be_fixed", at + step) for step in range(1, _FIXED)):
        return Governing(1, False, at)  # "set the next talks on 4 May", "set 4 May as the new date"
    if t.has("heading", at) and t.has("towards", at + 1):
        return Governing(1, False, at)
    if t.has("scheduled", at) and _is_asked(t, at):
        return Governing(-1, False, at)
    if t.has("scheduled", at) and (t.has("possible", at - 1) or not _is_led(t, at - 1)):
        return Governing(1, False, at)
    if t.has("planning", at) and not has_link and _is_noun(t, at):
        return None
    if t.has("intending", at) and (has_link or t.has("planning", at)) and _is_linked(t, at):
        return Governing(1, False, at)
    if t.has("present", at):
        return _present(t, at)
    if t.has("perfect", at) and not t.has("pluperfect", at) and is_infinitive(t, at + 1):
        return Governing(1, False, at)  # "has to ratify it by July"
    if t.has("perfect", at) and not t.has("pluperfect", at) and not _has_participle(t, at):
        return None
    is_past = t.has("past", at) or t.has("perfect", at) or t.is_past(at)
    if not is_past:
        return None
    to = next((step for step in (at - 1, at - 2) if t.has("infinitive", step)), -1)
    if to >= 0 and t.has("perfect", to + 1):
        if t.has("believed", to - 1):
            return Governing(-1, False, at)  # "is supposed to have called"
        return Governing(1, False, at, is_overtaken=True)  # "was to have come": on either side
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


def _is_asked(t: Tokens, at: int) -> bool:
    """ "Did they meet in May?": the plain form is the past; near-miss: "So they did. They meet in May"."""
    for here in range(at - 2, max(at - _FIXED, -1), -1):
        if t.word(here) == "did":
            return here == 0 or not t.is_word(here - 1) or t.is_capital(here)
        if t.is_stop(here) or t.word(here) == ",":
            return False
    return False


def _is_led(t: Tokens, at: int) -> bool:
    """Whether what stands here makes no present of the plain form behind it: "to meet", "will meet"."""
    return any(t.has(name, at) for name in ("plain_form", "determiners", "future"))


def _is_noun(t: Tokens, at: int) -> bool:
    """ "raised hopes", "the plan", "a new plan"; near-misses: "the envoy plans", "the envoys plan"."""
    if not t.has("plans_as_nouns", at):
        return False
    return t.has("determiners", at - 1) or t.is_past(at - 1) or t.word(at - 2) in ("a", "an")


def _is_linked(t: Tokens, at: int) -> bool:
    """ "set to meet"; "set out for" is no intention."""
    return not t.has("linked", at) or t.has("future_links", at + 1)


def _has_participle(t: Tokens, at: int) -> bool:
    """ "have met", "has also visited"; "we have until Sunday" is present."""
    return any(t.has("past", step) or t.is_past(step) for step in range(at + 1, at + 4))


def _present(t: Tokens, at: int) -> Governing:
    """ "is to meet" looks ahead; so does "are meeting on Monday", if less certainly."""
    is_progressive = t.word(at + 1).endswith(t.words.endings["participle"]) and not t.has("been", at + 1)
    is_to = any(is_infinitive(t, at + step) for step in (1, 2))  # "is now to come"; not "is close to the end"
    if is_to or is_progressive:
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


def is_infinitive(t: Tokens, at: int) -> bool:
    after = at + 1
    return (
        t.has("infinitive", at)
        and t.is_word(after)
        and not t.is_capital(after)
        and not t.has("determiners", after)
    )
