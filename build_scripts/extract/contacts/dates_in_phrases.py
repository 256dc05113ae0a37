"""Extract: phrases of a clause in, the dates in them that are of its contact, and their values, out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from build_scripts import edtf
from build_scripts.extract.contacts.phrases import Phrase
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.words import Tag
from build_scripts.extract.records import record


@record
class When:
    """A contact's date in EDTF, with its words and the index of the word that gives it."""

    edtf: str
    words: str
    at: int


UNDATED = When("", "", -1)


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


_PLAIN = (Tag.DATE, Tag.DETERMINER, Tag.COMMA, Tag.ADVERB)
# Match: "three weeks later", "Two days before". Near-miss: "later in May".
_COUNTED = re.compile(r"\b (?: later | after | before | earlier | afterwards ) $", re.VERBOSE | re.IGNORECASE)


def _is_counted_beside(when: When, dates: Sequence[When]) -> bool:
    """ "Three weeks later, in June": what is counted is rough, the month is stated."""
    return bool(_COUNTED.search(when.words)) and any(
        other is not when and not _COUNTED.search(other.words) and edtf.contains(other.edtf, when.edtf)
        for other in dates
    )


_TITLE = 5
"""Words, at most, of a title and the name behind it."""


def lasting(when: When, days: int, backwards: bool = False) -> When:
    """The interval of an event of so many days that begins on a day, or ends on it.

    >>> lasting(When("2024-02-29", "", 0), 3).edtf
    '2024-02-29/2024-03-02'
    """
    ends = edtf.bounds(when.edtf)
    if ends is None or edtf.precision(when.edtf) != "day" or days < 2:
        return when
    length = timedelta(days=days - 1)
    first, last = (ends[0] - length, ends[1]) if backwards else (ends[0], ends[1] + length)
    return When(f"{first.isoformat()}/{last.isoformat()}", when.words, when.at)


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


def of_opening(opening: Sequence[Phrase], sentence: Sentence, asserted: bool) -> tuple[When, ...]:
    """Dates before the subject. A date in "After the attack of May 7, …" opens a span or says nothing."""
    grammar = sentence.grammar
    other_event = ""
    found: list[When] = []
    for phrase in opening if Tag.DATE in sentence.tags else ():
        spans = grammar.has("opens_span", phrase.preposition)
        closed = grammar.has("keeps_span_closed", phrase.preposition)
        names_event = (spans or closed) and not _is_plain(phrase, sentence)
        if names_event and sentence.occasion(phrase) is None and not _is_meal(phrase, sentence):
            other_event = "open" if spans else "closed"
        for when in _in_phrase(phrase, sentence, asserted and phrase.preposition == "since"):
            if other_event == "open":
                found.append(_opened(when))
            elif not other_event:
                found.append(when)
    return tuple(found)


def of_phrases(parts: Sequence[Phrase], sentence: Sentence, asserted: bool) -> tuple[When, ...]:
    """Dates in and after the subject or the verb; those that hang on another event are left out."""
    found: list[When] = []
    other_event = ""
    for phrase in parts if Tag.DATE in sentence.tags else ():
        spans = sentence.grammar.has("opens_span", phrase.preposition)
        closed = sentence.grammar.has("keeps_span_closed", phrase.preposition) and not asserted
        closed = closed and not _is_until_hour(phrase, sentence)
        if (spans or closed) and not _is_plain(phrase, sentence):
            other_event = "open" if spans and sentence.occasion(phrase) is None else "closed"
        dates = _in_phrase(phrase, sentence, asserted)
        if other_event == "open":
            found.extend(_opened(when) for when in dates)
        elif not other_event:
            found.extend(dates)
        if any(_counts_from(each, sentence) for each in phrase.words):
            other_event = "closed"
    return tuple(found)


def _is_meal(phrase: Phrase, sentence: Sentence) -> bool:
    """ "After a breakfast on Wednesday, …": on Wednesday, too; near-miss: "After the attack on Wednesday"."""
    return sentence.has_any("hospitality", phrase.words)


def _is_plain(phrase: Phrase, sentence: Sentence) -> bool:
    """ "since the 4th, again": a date and no event."""
    return all(sentence.words[each].tag in _PLAIN for each in phrase.words)


def _is_until_hour(phrase: Phrase, sentence: Sentence) -> bool:
    """ "talked until four o'clock this morning", "until midnight on Monday": that day; not "until May"."""
    late = phrase.preposition in ("until", "till")
    return late and sentence.has_any("hours", phrase.words)


def _counts_from(each: int, sentence: Sentence) -> bool:
    """ "ten months after the fall of …": what follows is another event's."""
    word = sentence.words[each]
    if word.tag is not Tag.DATE:
        return False
    last = word.low.rpartition(" ")[2]
    return sentence.grammar.has("opens_span", last) or sentence.grammar.has("keeps_span_closed", last)


def _in_phrase(phrase: Phrase, sentence: Sentence, asserted: bool) -> tuple[When, ...]:
    found: list[When] = []
    for position, each in enumerate(phrase.words):
        date = sentence.words[each].date
        if date is None or not date.edtf:
            continue
        if _is_about_another(phrase, position, sentence) or _goes_on_from(phrase, position, sentence):
            continue
        when = When(date.edtf, date.text, each)
        if asserted and when.edtf.startswith("../"):
            # "did not visit until May": the day of the visit.
            when = When(when.edtf.removeprefix("../"), when.words, each)
        simple = "/" not in when.edtf
        if asserted and (phrase.preposition == "since" or when.edtf.endswith("/..")):
            # "Not since May had A been there".
            found.append(When(when.edtf.removesuffix("/.."), when.words, each))
            continue
        if phrase.preposition == "before" and simple and not asserted and position == 0:
            when = When(f"../{when.edtf}", when.words, each)
        elif sentence.grammar.has("opens_span", phrase.preposition) and simple and position == 0:
            when = _opened(when)
        found.append(when)
    return tuple(found)


def _goes_on_from(phrase: Phrase, position: int, sentence: Sentence) -> bool:
    """ "first in Westford and from the summer on in Eastville": since when in the other place."""
    last = phrase.words[position] + 1
    following = sentence.words[last].low if last < len(sentence.words) else ""
    opens = phrase.preposition == "from" or sentence.words[phrase.words[position]].low.startswith("from ")
    return opens and following in ("on", "onward", "onwards")


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
        if _is_title(phrase.words[position + 1 :], sentence):
            return False
        # "in May 1958 Mr. A …": of him.
        return not any(grammar.has(kind, words[following[0]].low) for kind in ("honorifics", "held_by_one"))
    before = phrase.words[:position]
    if before and words[before[-1]].low == "of":
        # "the night of 4 May".
        timed = grammar.classes["times_of_day"]
        return not any(words[each].low in grammar.events or words[each].low in timed for each in before)
    return False


def _is_title(indices: Sequence[int], sentence: Sentence) -> bool:
    """ "The next day | Foreign Minister A met her": capital words up to a name; near-miss: "May attack"."""
    for each in indices[:_TITLE]:
        word = sentence.words[each]
        if sentence.world.is_person(word):
            return each > indices[0]
        if not word.text[:1].isupper():
            return False
    return False
