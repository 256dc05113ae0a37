"""Extract: a clause with a sign of contact in, the dates that can only be the contact's out."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts import edtf
from build_scripts.extract.contacts.clause import Clause, Kind
from build_scripts.extract.contacts.dates_in_phrases import When, of_opening, of_phrases, precise
from build_scripts.extract.contacts.dating import dates_of, just_then
from build_scripts.extract.contacts.roles import Reading, reading_of
from build_scripts.extract.contacts.signs.words import Sign, Use
from build_scripts.extract.contacts.words import Tag

_TELLING = ("in", "at", "on", "with", "between", "near", "outside")
"""Before what is said of an event: where and when it was, and who met."""
_BETWEEN = (Tag.DATE, Tag.COMMA, Tag.JOINING, Tag.ADVERB, Tag.PREPOSITION)


def dates_of_sign(
    sign: Sign, reading: Reading, around: Sequence[Clause], entry: When | None
) -> tuple[When, ...]:
    """The date of the clause, else of those around it, else of the entry; none where several compete.

    "Three meetings were held last year" is a count. A list ("in May and again in July") is several contacts.
    """
    if sign.day >= 0:
        date = reading.sentence.words[sign.day].date
        return (When(date.edtf, date.text, sign.day),) if date is not None and date.edtf else ()
    if sign.is_past:
        return _behind(sign, reading)
    shared = reading.resumes is not None or reading.clause.marker == "when"
    own = _dates(reading) or (dates_of(reading) if shared else ())
    if reading.clause.marker == "when" and own and (before := just_then(reading)):
        # "since 1994, when they reached a truce that broke down in May": in 1994.
        own = own if any(edtf.contains(before[0].edtf, when.edtf) for when in own) else before
    own = own or _dates_of_plan(reading, around)
    is_own = bool(own)
    if not own:
        others = (
            other for other in around if other is not reading.clause and _may_date(other, sign, reading)
        )
        own = tuple(when for other in others for when in _dates(reading_of(other, reading.sentence)))
    found = tuple(when for when in precise(own) if ".." not in when.edtf)
    if not found:
        words = reading.sentence.words
        speaks = any(words[each].tag is Tag.DATE for clause in around for each in clause.words)
        elsewhere = [each for each, word in enumerate(words) if word.tag is Tag.DATE]
        return () if speaks or entry is None or elsewhere or _says_how(sign, reading) else (entry,)
    vague = any(edtf.precision(when.edtf) == "year" for when in found) and _is_counted(sign, reading)
    return found if not vague and (is_own or _is_list(found, reading)) else ()


def _dates_of_plan(reading: Reading, around: Sequence[Clause]) -> tuple[When, ...]:
    """ "He had gone there in May, and a second journey, arranged for June, was given up": June."""
    arranges = reading.sentence.grammar.classes["arranges"]
    for other in around:
        below = other.kind in (Kind.PARTICIPLE, Kind.RELATIVE) and other.parent is reading.clause
        if below and {sense.name for sense in other.senses} & arranges:
            return dates_of(reading_of(other, reading.sentence))
    return ()


def _says_how(sign: Sign, reading: Reading) -> bool:
    """ "… says that talks are constructive", under a date: how they are, not that some were held that day."""
    subject = reading.own_subject[0].words if reading.own_subject else ()
    plain = sign.use is Use.EVENT and sign.at in subject and "be" in reading.verbs
    return plain and reading.clause.kind is Kind.CONTENT and not reading.is_passive


def _behind(sign: Sign, reading: Reading) -> tuple[When, ...]:
    """ "since a secret meeting in May", "following a meeting in Westford on 4 May": the date behind it."""
    words = reading.sentence.words
    parts = (*reading.before, *reading.after)
    at = next((n for n, phrase in enumerate(parts) if sign.at in phrase.words), len(parts))
    found: list[When] = []
    for number, phrase in enumerate(parts[at:]):
        if number and phrase.preposition not in _TELLING:
            break
        for each in phrase.words:
            date = words[each].date
            if date is not None and date.edtf and ".." not in date.edtf:
                found.append(When(date.edtf, date.text, each))
    return tuple(found) if len(found) == 1 else ()


def _is_counted(sign: Sign, reading: Reading) -> bool:
    """ "Three meetings", "her third visit"; near-misses: "talks", "his visit"."""
    sentence = reading.sentence
    if sign.use not in (Use.EVENT, Use.TRIP):
        return False
    low = sentence.words[sign.at].low
    before = range(max(sign.at - 2, 0), sign.at)
    return (low.endswith("s") and low != "talks") or sentence.has_any("other_event", before)


def _may_date(other: Clause, sign: Sign, reading: Reading) -> bool:
    """ "A round that had been fixed for May was called off".

    Near-misses: "the first talks since he took office in May", "A, who had resigned in May, met B".
    """
    grammar = reading.sentence.grammar
    if other.kind is Kind.RELATIVE and sign.use is Use.EVENT and sign.at <= other.head:
        near = all(each not in reading.clause.chain for each in range(sign.at, other.head))
        dating = grammar.classes["arranges"] | grammar.classes["happens"]
        return near and bool({sense.name for sense in other.senses} & dating)
    if other.kind is Kind.PARTICIPLE and _is_due(other, reading) and _is_gone_to(sign, reading):
        # "came for the session due to open on 4 May".
        return False
    if other.kind is Kind.PARTICIPLE and other.parent is not None and other.parent is not reading.clause:
        # "cut short his trip and did not meet B as planned in May": of what it stands with.
        return other.parent.kind is not Kind.JOINED
    if other.kind is Kind.SUBORDINATE and grammar.has("asks_about", other.marker):
        # "shared views on how the next leader will be elected in 2017".
        return False
    if other.kind is Kind.SUBORDINATE and other.marker == "as" and other.chain:
        # "agreed to call a meeting as soon as possible on the principles settled in May".
        return False
    apart = grammar.has("opens_span", other.marker) or grammar.has("keeps_span_closed", other.marker)
    if {sense.lemma for sense in other.senses} & grammar.classes["attributing"]:
        # "In these meetings, confirmed by A on 4 May, a list was agreed upon".
        return False
    return other.kind is not Kind.RELATIVE and not apart


def _is_due(other: Clause, reading: Reading) -> bool:
    words = reading.sentence.words
    return any(words[each].tag is Tag.TO for each in other.chain[:2])


def _is_gone_to(sign: Sign, reading: Reading) -> bool:
    """ "came", "for the session"; near-miss: "The session due to open on 4 May was put off"."""
    aims = (phrase for phrase in reading.after if phrase.preposition == "for")
    return sign.use is Use.MOVE or (sign.use is Use.EVENT and any(sign.at in phrase.words for phrase in aims))


def _dates(reading: Reading) -> tuple[When, ...]:
    sentence = reading.sentence
    return (
        *of_opening(reading.opening, sentence, False),
        *of_phrases(reading.own_subject, sentence, False),
        *of_phrases(reading.after, sentence, False),
    )


def _is_list(dates: Sequence[When], reading: Reading) -> bool:
    """Whether nothing but small words stands between the dates."""
    words = reading.sentence.words
    return all(word.tag in _BETWEEN for word in words[dates[0].at : dates[-1].at + 1])
