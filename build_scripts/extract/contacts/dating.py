"""Extract: the phrases of a clause in, the dates of its contact out: not those of other events beside it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from build_scripts import edtf
from build_scripts.extract.contacts.clause import Clause, Kind
from build_scripts.extract.contacts.dates_in_phrases import When, of_opening, of_phrases, precise
from build_scripts.extract.contacts.infinitives import is_first_to, is_message, is_on_way_there
from build_scripts.extract.contacts.negation import is_negated
from build_scripts.extract.contacts.neighbour_dates import of_fronted, of_journey
from build_scripts.extract.contacts.phrases import Phrase
from build_scripts.extract.contacts.roles import Reading, reading_of
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.standing import standing
from build_scripts.extract.contacts.words import Tag
from build_scripts.models import DateRole, Status


def dates_of(reading: Reading, asserted: bool = False) -> tuple[When, ...]:
    """The dates of a clause, in order; a list of dates is several.

    A date after `until` in "did not visit until May" is the date of the visit (`asserted`).
    """
    if asserted not in reading.dates:
        reading.dates[asserted] = _dates_of(reading, asserted)
    return reading.dates[asserted]


def _dates_of(reading: Reading, asserted: bool) -> tuple[When, ...]:
    sentence = reading.sentence
    above = reading.clause.parent
    if reading.clause.kind is Kind.PARTICIPLE and (reading.is_in("reports") or _is_promise(reading)):
        # "the talks, confirmed by A on Monday": the day of the words; "announced … for May": of the talks.
        aimed = [phrase for phrase in reading.after if phrase.preposition == "for"]
        return precise(of_phrases(aimed, sentence, asserted))
    dated = sentence.has_date(reading.clause.words)
    if not dated and (behind := just_then(reading)):
        return behind
    opened = of_opening(reading.opening, sentence, asserted)
    subject = of_phrases(reading.own_subject, sentence, asserted)
    after = of_phrases(_of_plan(reading), sentence, asserted)
    found = _of_events(precise((*opened, *subject, *after)), sentence)
    if not found and above is not None and _shares_date(reading):
        asserts = is_negated(above, sentence.words, sentence.grammar).asserts
        shared = dates_of(reading_of(above, sentence), asserts)
        return shared if len(shared) == 1 else ()
    if not found and (before := reading.resumes) is not None:
        clauses = sentence.clauses[
            sentence.clauses.index(before.clause) : sentence.clauses.index(reading.clause)
        ]
        shared = () if any(other.kind is Kind.RELATIVE for other in clauses) else dates_of(before)
        return shared if len(shared) == 1 else ()
    return (
        found
        or _from_below(reading)
        or _after_which(reading)
        or _from_aside(reading)
        or _behind_description(reading)
        or of_fronted(reading)
        or of_journey(reading)
    )


def _of_events(dates: tuple[When, ...], sentence: Sentence) -> tuple[When, ...]:
    """ "Talks begin next week, an official said Monday": of next week, not of the day of the words."""
    given = [sentence.words[when.at].date if when.at >= 0 else None for when in dates]
    own = [date is None or date.role is not DateRole.REPORT for date in given]
    return tuple(when for when, is_own in zip(dates, own, strict=True) if is_own) if any(own) else dates


def just_then(reading: Reading) -> tuple[When, ...]:
    """ "had not been there since May 1994, when B received him": in May 1994."""
    clause, words = reading.clause, reading.sentence.words
    if clause.kind is not Kind.SUBORDINATE or clause.marker != "when" or not clause.words:
        return ()
    at = clause.words[0] - 2
    while at > 0 and words[at].tag is Tag.COMMA:
        at -= 1
    date = words[at].date if at > 0 else None
    if date is None:
        return ()
    value = date.edtf.removesuffix("/..").removeprefix("../")
    return (When(value, date.text, at),) if value else ()


def _is_promise(reading: Reading) -> bool:
    """ "a visit, promised by A in May": the day of the promise; near-miss: "promised for May"."""
    return reading.is_in("promises") and any(phrase.preposition == "by" for phrase in reading.after)


def _after_which(reading: Reading) -> tuple[When, ...]:
    """ "said on Wednesday that peace was near after he had met B": on the day on which it was said.

    Near-miss: "said on Wednesday that he had met B".
    """
    clause, sentence = reading.clause, reading.sentence
    if clause.kind is not Kind.SUBORDINATE or clause.marker != "after":
        return ()
    above = clause.parent
    while above is not None and above.kind is Kind.CONTENT:
        above = above.parent
    if above is None or not reading_of(above, sentence).is_in("departs"):
        return ()
    days = [when for when in dates_of(reading_of(above, sentence)) if edtf.precision(when.edtf) == "day"]
    return tuple(days) if len(days) == 1 else ()


def _from_aside(reading: Reading) -> tuple[When, ...]:
    """ "shared a platform, though not a car, at the forum in May": behind words without a verb."""
    clauses, sentence = reading.sentence.clauses, reading.sentence
    if sentence.has_date(reading.clause.words):
        return ()
    behind = clauses[clauses.index(reading.clause) + 1 :][:1] if reading.clause in clauses else ()
    for other in behind:
        if not other.chain and other.parent is reading.clause and other.kind is Kind.SUBORDINATE:
            phrases = sentence.phrases(other.before)
            dates = precise(of_phrases(phrases[1:], sentence, False))
            return dates if len(dates) == 1 else ()
    return ()


def _behind_description(reading: Reading) -> tuple[When, ...]:
    """ "met A and B, who is the speaker there, on May 4", without its commas: who he is has no day."""
    sentence, clause = reading.sentence, reading.clause
    for other in sentence.clauses:
        first = sentence.words[other.chain[0]].low if other.chain else ""
        if other.parent is clause and other.kind is Kind.RELATIVE and first in ("is", "are"):
            days = precise(of_phrases(reading_of(other, sentence).after, sentence, False))
            plain = other.marker == "who" and len(other.chain) == 1 and len(days) == 1
            return days if plain and edtf.precision(days[0].edtf) == "day" else ()
    return ()


def _of_plan(reading: Reading) -> tuple[Phrase, ...]:
    """ "announced in March for the end of May", "agreed on Monday for Friday": the day that is planned."""
    dated = [phrase for phrase in reading.after if reading.sentence.has_date(phrase.words)]
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
            dates = precise(of_phrases(reading_of(other, sentence).after, sentence, False))
            return dates if len(dates) == 1 else ()
        led = other.kind is Kind.PARTICIPLE and sentence.has("accompanying", other.chain[-1])
        where = other.kind is Kind.RELATIVE and other.marker == "where"
        if led or where:
            below = reading_of(other, sentence)
            dates = precise(of_phrases(below.after, sentence, False))
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
        below = reading_of(other, sentence)
        if was_before(other, clause, sentence):
            # "will continue the talks, which were held last in March": not those to come.
            continue
        if other.marker in ("which", "that") and other.head >= at:
            # "that both offices had announced on Monday for Tuesday": Tuesday.
            aimed = tuple(phrase for phrase in below.after if phrase.preposition == "for")
            return precise(of_phrases(aimed if below.own_subject else below.after, sentence, False))
    return ()


def was_before(other: Clause, clause: Clause, sentence: Sentence) -> bool:
    told = standing(other, sentence.words, sentence.grammar)
    happens = bool({sense.name for sense in other.senses} & sentence.grammar.classes["takes_place"])
    ahead = standing(clause, sentence.words, sentence.grammar) is Status.PLANNED
    return happens and ahead and told is Status.HAPPENED


_TURN = 6
"""Words, at most, from "first time" to the verb: "the first time that the two sides had met"."""
_ALONE = (Tag.DATE, Tag.COMMA, Tag.CLOSE)


def since_first(dates: Sequence[When], parts: Sequence[Phrase], sentence: Sentence) -> tuple[When, ...]:
    """ "their first meeting since May 1994": the one before was then; "since the war of May": nobody says.

    A bare year is too rough to tell of another contact.
    """
    since = [phrase for phrase in parts if phrase.preposition == "since"]
    inside = {each for phrase in since for each in phrase.words}
    plain = {
        phrase.words[0]
        for phrase in since
        if phrase.words and all(sentence.words[each].tag in _ALONE for each in phrase.words)
    }
    found: list[When] = []
    grammar = sentence.grammar
    for when in dates:
        start = when.edtf.removesuffix("/..")
        worded = when.words.lower().startswith("since ")
        if not worded and not (when.at in inside and when.edtf.endswith("/..")):
            found.append(when)
        elif any(grammar.has("late_or_early", low) for low in when.words.lower().split()):
            # "their first meeting since late 1993": in none of its months for certain.
            continue
        elif (worded or when.at in plain) and edtf.precision(start) in ("day", "month"):
            found.append(When(start, when.words, when.at))
    return tuple(found)


def last_time_before(reading: Reading) -> tuple[When, ...]:
    """ "for the first time since May 1994": in May 1994; near-misses: "since 1994", "since the war"."""
    words, after = reading.sentence.words, reading.clause.after
    firsts = [at for at, each in enumerate(after) if reading.sentence.has("first_time", each)]
    if not firsts or firsts[0] + 1 >= len(after):
        return ()
    date = words[after[firsts[0] + 1]].date
    if date is None or not date.edtf.endswith("/.."):
        return ()
    when = When(date.edtf, date.text, after[firsts[0] + 1])
    return since_first((when,), (), reading.sentence)


def is_time_since(reading: Reading) -> bool:
    """ "It was the first time (that) A and B had met since May": it tells of May."""
    sentence, clause = reading.sentence, reading.clause
    first = clause.chain[0] if clause.chain else 0
    lows = [word.low for word in sentence.words[max(first - _TURN, 0) : first]]
    return any(one == "first" and other == "time" for one, other in pairwise(lows))


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
        if is_on_way_there(above, reading.sentence.words, reading.sentence.grammar):
            return False
        if is_message(reading.clause, above, reading.sentence.grammar):
            return True
        first = is_first_to(reading.clause, above, reading.sentence.words, reading.sentence.grammar)
        awaited = bool(verbs & reading.sentence.grammar.classes["awaits"])
        return first or awaited or bool(verbs & reading.sentence.grammar.classes["approaches"])
    if kind is Kind.RELATIVE and reading.clause.marker == "where":
        return True
    sends = reading.sentence.grammar.classes["sends_another"]
    if kind is Kind.RELATIVE and above is not None and {sense.name for sense in above.senses} & sends:
        # "was expected there on Monday, but sent B, who sat next to C".
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
        at = reading.clause.first - 2
        return (
            reading.clause.marker == "when"
            and at > 0
            and (Tag.DATE in (reading.sentence.words[at].tag, reading.sentence.words[at - 1].tag))
        )
    if kind is Kind.MAIN and above is not None and not reading.own_subject:
        # "travelled there in May, | was received by B, and came home".
        return all(reading.sentence.words[each].tag is Tag.COMMA for each in reading.clause.before)
    beside = any(frame.name in ("flank", "join") for frame in reading.frames)
    return kind is Kind.JOINED or (kind is Kind.PARTICIPLE and (beside or not reading.is_passive))


def _is_cleft(above: Clause, sentence: Sentence) -> bool:
    """ "It was in May that A met B": the day of what follows."""
    subject = [sentence.words[each].low for each in above.before]
    return subject == ["it"] and any(sense.name == "be" for sense in above.senses)
