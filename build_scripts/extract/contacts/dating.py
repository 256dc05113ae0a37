"""Extract: the phrases of a clause in, the dates of its contact out: not those of other events beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from build_scripts import edtf
from build_scripts.extract.contacts.clause import Clause, Kind
from build_scripts.extract.contacts.negation import is_negated
from build_scripts.extract.contacts.phrases import Phrase
from build_scripts.extract.contacts.roles import Reading, reading_of
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.standing import is_first_to
from build_scripts.extract.contacts.words import Tag


@dataclass(frozen=True, slots=True)
class When:
    """A contact's date in EDTF, with its words and the index of the word that gives it."""

    edtf: str
    words: str
    at: int


UNDATED = When("", "", -1)


def dates_of(reading: Reading, asserted: bool = False) -> tuple[When, ...]:
    """The dates of a clause, in order; a list of dates is several.

    A date after `until` in "did not visit until May" is the date of the visit (`asserted`).
    """
    sentence = reading.sentence
    above = reading.clause.parent
    if reading.clause.kind is Kind.PARTICIPLE and reading.is_in("reports"):
        # "the talks, confirmed by A on Monday": the day of the words; "announced … for May": of the talks.
        aimed = [phrase for phrase in reading.after if phrase.preposition == "for"]
        return precise(_of_phrases(aimed, sentence, asserted))
    opened = _of_opening(reading.opening, sentence)
    subject = _of_phrases(reading.own_subject, sentence, asserted)
    after = _of_phrases(_of_plan(reading), sentence, asserted)
    found = precise((*opened, *subject, *after))
    if not found and above is not None and _shares_date(reading):
        asserts = is_negated(above, sentence.words, sentence.grammar).asserts
        shared = dates_of(reading_of(above, sentence), asserts)
        return shared if len(shared) == 1 else ()
    return found or _from_below(reading)


def _of_plan(reading: Reading) -> tuple[Phrase, ...]:
    """ "announced in March for the end of May", "agreed on Monday for Friday": the day that is planned."""
    dated = [
        phrase
        for phrase in reading.after
        if any(reading.sentence.words[each].tag is Tag.DATE for each in phrase.words)
    ]
    aimed = [phrase for phrase in dated if phrase.preposition == "for"]
    plans = reading.is_in("plans") and reading.clause.kind is Kind.PARTICIPLE
    if not plans or len(aimed) != 1 or len(dated) < 2:
        return reading.after
    return tuple(phrase for phrase in reading.after if phrase not in dated or phrase in aimed)


def _from_below(reading: Reading) -> tuple[When, ...]:
    """ "flew to the capital, where he met B on May 4", "met a team led by B in May": the day of both."""
    clause, sentence = reading.clause, reading.sentence
    for other in sentence.clauses:
        if other.parent is not clause or not other.chain:
            continue
        if _is_purpose(other, clause, sentence):
            dates = precise(_of_phrases(reading_of(other, sentence).after, sentence, False))
            return dates if len(dates) == 1 else ()
        led = other.kind is Kind.PARTICIPLE and sentence.has("accompanying", other.chain[-1])
        where = other.kind is Kind.RELATIVE and other.marker == "where"
        if led or where:
            below = reading_of(other, sentence)
            dates = precise(_of_phrases(below.after, sentence, False))
            return dates if len(dates) == 1 else ()
    return ()


def dates_behind(at: int, reading: Reading) -> tuple[When, ...]:
    """ "her visit to the capital, which had been set for May 4", "the feast, which begins on May 4"."""
    clause, sentence = reading.clause, reading.sentence
    for other in sentence.clauses:
        tells = {sense.name for sense in other.senses}
        dating = sentence.grammar.classes["plans"] | sentence.grammar.classes["happens"]
        if other.kind is not Kind.RELATIVE or other.parent is not clause or not tells & dating:
            continue
        if (
            other.marker in ("which", "that")
            and other.head >= at
            and not reading_of(other, sentence).own_subject
        ):
            return precise(_of_phrases(reading_of(other, sentence).after, sentence, False))
    return ()


def since_first(dates: Sequence[When], parts: Sequence[Phrase], sentence: Sentence) -> tuple[When, ...]:
    """ "their first meeting since May 1994": the one before was then; "since the war of May": nobody says.

    A bare year is too rough to tell of another contact.
    """
    since = [phrase for phrase in parts if phrase.preposition == "since"]
    inside = {each for phrase in since for each in phrase.words}
    plain = {
        phrase.words[0]
        for phrase in since
        if all(sentence.words[each].tag in (Tag.DATE, Tag.COMMA, Tag.CLOSE) for each in phrase.words)
    }
    found: list[When] = []
    for when in dates:
        start = when.edtf.removesuffix("/..")
        worded = when.words.lower().startswith("since ")
        if not worded and not (when.at in inside and when.edtf.endswith("/..")):
            found.append(when)
        elif (worded or when.at in plain) and edtf.precision(start) in ("day", "month"):
            found.append(When(start, when.words, when.at))
    return tuple(found)


def _is_purpose(other: Clause, clause: Clause, sentence: Sentence) -> bool:
    """ "flew to the capital to see B on May 4": what the journey was for has its day."""
    verbs = {sense.name for sense in clause.senses}
    if other.kind is not Kind.INFINITIVE or other.head >= 0:
        return False
    return any(verbs & sentence.grammar.classes[kind] for kind in ("approaches", "guides"))


def _shares_date(reading: Reading) -> bool:
    """ "In May A visited the capital and met B", "…, meeting B", "… to meet B": one date for both."""
    kind = reading.clause.kind
    above = reading.clause.parent
    if kind is Kind.INFINITIVE and above is not None:
        verbs = {sense.name for sense in above.senses}
        if {sense.name for sense in reading.clause.senses} & reading.sentence.grammar.classes["plans"]:
            # "met her deputy in May to prepare talks with B".
            return False
        first = is_first_to(reading.clause, above, reading.sentence.words, reading.sentence.grammar)
        awaited = bool(verbs & reading.sentence.grammar.classes["awaits"])
        return first or awaited or bool(verbs & reading.sentence.grammar.classes["approaches"])
    if kind is Kind.RELATIVE and reading.clause.marker == "where":
        return True
    if kind is Kind.RELATIVE and above is not None and _is_cleft(above, reading.sentence):
        # "It was A who met B, in Northtown, in May".
        return True
    if kind is Kind.RELATIVE and above is not None and reading.clause.head >= 0:
        # "The last time that A and B met was in May".
        turn = reading.sentence.has("turns", reading.clause.head)
        return turn and any(sense.name == "be" for sense in above.senses)
    if kind is Kind.CONTENT and above is not None:
        return _is_cleft(above, reading.sentence)
    if kind is Kind.PARTICIPLE and reading.clause.marker == "after" and above is not None:
        return bool({sense.name for sense in above.senses} & reading.sentence.grammar.classes["departs"])
    if kind is Kind.SUBORDINATE and above is not None:
        # "in May 2000, when A came": the day of both.
        at = reading.clause.words[0] - 2
        return (
            reading.clause.marker == "when"
            and at > 0
            and (Tag.DATE in (reading.sentence.words[at].tag, reading.sentence.words[at - 1].tag))
        )
    beside = any(frame.name in ("flank", "join") for frame in reading.frames)
    return kind is Kind.JOINED or (kind is Kind.PARTICIPLE and (beside or not reading.is_passive))


def _is_cleft(above: Clause, sentence: Sentence) -> bool:
    """ "It was in May that A met B": the day of what follows."""
    subject = [sentence.words[each].low for each in above.before]
    return subject == ["it"] and any(sense.name == "be" for sense in above.senses)


def precise(dates: Sequence[When]) -> tuple[When, ...]:
    """Without those that only give the frame of another: "In 1994 … in May"."""
    found: list[When] = []
    dates = [when for when in dates if not _is_counted_beside(when, dates)]
    for when in dates:
        inside = any(
            other is not when and other.edtf != when.edtf and edtf.contains(when.edtf, other.edtf)
            for other in dates
        )
        if not inside and all(when.edtf != other.edtf for other in found):
            found.append(when)
    return tuple(found)


# Match: "three weeks later", "Two days before". Near-miss: "later in May".
_COUNTED = re.compile(r"\b (?: later | after | before | earlier | afterwards ) $", re.VERBOSE | re.IGNORECASE)


def _is_counted_beside(when: When, dates: Sequence[When]) -> bool:
    """ "Three weeks later, in June": what is counted is rough, the month is stated."""
    return bool(_COUNTED.search(when.words)) and any(
        other is not when and not _COUNTED.search(other.words) and edtf.contains(other.edtf, when.edtf)
        for other in dates
    )


def lasting(when: When, days: int) -> When:
    """The interval of an event of so many days that begins on a day.

    >>> lasting(When("2024-02-29", "", 0), 3).edtf
    '2024-02-29/2024-03-02'
    """
    ends = edtf.bounds(when.edtf)
    if ends is None or edtf.precision(when.edtf) != "day" or days < 2:
        return when
    last = ends[1] + timedelta(days=days - 1)
    return When(f"{ends[0].isoformat()}/{last.isoformat()}", when.words, when.at)


# Match: "three-day", "3-day", "two-week". Near-miss: "day-long", "third-day".
_LENGTH = re.compile(r"(?P<number> \d+ | [a-z]+ ) - (?P<unit> [a-z]+ )", re.VERBOSE)


def days_of(indices: Sequence[int], sentence: Sentence) -> int:
    """How many days an event lasts by the words before it ("a three-day meeting"); 0 if not said."""
    section = sentence.grammar.lengths
    for each in indices:
        match = _LENGTH.fullmatch(sentence.words[each].low)
        if match is None or match["unit"] not in section.units:
            continue
        number = (
            int(match["number"]) if match["number"].isdigit() else section.numbers.get(match["number"], 0)
        )
        return int(number * section.units[match["unit"]])
    return 0


def _of_opening(opening: Sequence[Phrase], sentence: Sentence) -> tuple[When, ...]:
    """Dates before the subject. A date in "After the attack of May 7, …" opens a span or says nothing."""
    grammar = sentence.grammar
    other_event = ""
    found: list[When] = []
    for phrase in opening:
        spans = grammar.has("opens_span", phrase.preposition)
        closed = grammar.has("keeps_span_closed", phrase.preposition)
        plain = all(
            sentence.words[each].tag in (Tag.DATE, Tag.DETERMINER, Tag.COMMA, Tag.ADVERB)
            for each in phrase.words
        )
        if (spans or closed) and not plain and sentence.occasion(phrase) is None:
            other_event = "open" if spans else "closed"
        for when in _in_phrase(phrase, sentence, False):
            if other_event == "open":
                found.append(_opened(when))
            elif not other_event:
                found.append(when)
    return tuple(found)


def _of_phrases(parts: Sequence[Phrase], sentence: Sentence, asserted: bool) -> tuple[When, ...]:
    """Dates in and after the subject or the verb; those that hang on another event are left out."""
    found: list[When] = []
    other_event = ""
    for phrase in parts:
        spans = sentence.grammar.has("opens_span", phrase.preposition)
        closed = sentence.grammar.has("keeps_span_closed", phrase.preposition) and not asserted
        closed = closed and not _is_until_hour(phrase, sentence)
        plain = all(
            sentence.words[each].tag in (Tag.DATE, Tag.DETERMINER, Tag.COMMA, Tag.ADVERB)
            for each in phrase.words
        )
        if (spans or closed) and not plain:
            other_event = "open" if spans and sentence.occasion(phrase) is None else "closed"
        dates = _in_phrase(phrase, sentence, asserted)
        if other_event == "open":
            found.extend(_opened(when) for when in dates)
        elif not other_event:
            found.extend(dates)
        if any(_counts_from(each, sentence) for each in phrase.words):
            other_event = "closed"
    return tuple(found)


def _is_until_hour(phrase: Phrase, sentence: Sentence) -> bool:
    """ "talked until four o'clock this morning": on that day; near-miss: "until May"."""
    late = phrase.preposition in ("until", "till") and len(phrase.words) > 1
    return late and any(sentence.has("hours", each) for each in phrase.words)


def _counts_from(each: int, sentence: Sentence) -> bool:
    """ "ten months after the fall of …": what follows is another event's."""
    word = sentence.words[each]
    last = word.low.rpartition(" ")[2] if word.tag is Tag.DATE else ""
    return sentence.grammar.has("opens_span", last) or sentence.grammar.has("keeps_span_closed", last)


def _in_phrase(phrase: Phrase, sentence: Sentence, asserted: bool) -> tuple[When, ...]:
    found: list[When] = []
    for position, each in enumerate(phrase.words):
        date = sentence.words[each].date
        if date is None or not date.edtf:
            continue
        if _is_about_another(phrase, position, sentence):
            continue
        when = When(date.edtf, date.text, each)
        if asserted and when.edtf.startswith("../"):
            # "did not visit until May": the day of the visit.
            when = When(when.edtf.removeprefix("../"), when.words, each)
        simple = "/" not in when.edtf
        if phrase.preposition == "before" and simple and not asserted and position == 0:
            when = When(f"../{when.edtf}", when.words, each)
        elif sentence.grammar.has("opens_span", phrase.preposition) and simple and position == 0:
            when = _opened(when)
        found.append(when)
    return tuple(found)


def _opened(when: When) -> When:
    start = when.edtf.split("/")[0]
    return When(f"{start}/..", when.words, when.at) if start not in ("", "..") else when


def _is_about_another(phrase: Phrase, position: int, sentence: Sentence) -> bool:
    """ "the May 7 attack", "the accord of May 1994": the date belongs to another noun.

    Near-miss: "the May 7 meeting", "the meeting of May 7".
    """
    words, grammar = sentence.words, sentence.grammar
    following = phrase.words[position + 1 : position + 2]
    if following and words[following[0]].tag is Tag.POSSESSIVE:
        # "last night's statement"; near-miss: "last night's meeting".
        owned = phrase.words[position + 2 :]
        return bool(owned) and not any(words[each].low in grammar.events for each in owned[:4])
    if (
        following
        and words[following[0]].tag in (Tag.NOUN, Tag.NAME)
        and words[following[0]].low not in grammar.events
    ):
        # "in May 1958 Mr. A …": of him.
        return not any(grammar.has(kind, words[following[0]].low) for kind in ("honorifics", "held_by_one"))
    before = phrase.words[:position]
    if before and words[before[-1]].low == "of":
        # "the night of 4 May".
        timed = grammar.classes["times_of_day"]
        return not any(words[each].low in grammar.events or words[each].low in timed for each in before)
    return False
