"""Extract: a clause that was read in, the contacts that it tells out: of its own, and by the way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from build_scripts import edtf
from build_scripts.extract.contacts.agreed_at import with_meeting
from build_scripts.extract.contacts.another_day import on_another_day
from build_scripts.extract.contacts.at_last import with_those_at_last
from build_scripts.extract.contacts.by_event import by_description, by_event
from build_scripts.extract.contacts.by_verb import by_verb
from build_scripts.extract.contacts.clause import Clause, Kind
from build_scripts.extract.contacts.conditions import is_conditional
from build_scripts.extract.contacts.counted_from import counted_before, counted_from_above
from build_scripts.extract.contacts.dates_in_phrases import When, precise
from build_scripts.extract.contacts.dating import dates_of, is_time_since, last_time_before, since_first
from build_scripts.extract.contacts.draft import Draft
from build_scripts.extract.contacts.dropped import (
    comes_to_nothing,
    dropped_above,
    is_dropped_plan,
    not_as_planned,
)
from build_scripts.extract.contacts.during_visit import during_visit, planned_within
from build_scripts.extract.contacts.event_drafts import event_draft
from build_scripts.extract.contacts.event_parties import described_parties
from build_scripts.extract.contacts.event_words import event_kind
from build_scripts.extract.contacts.expected_there import expected_there
from build_scripts.extract.contacts.guests import as_guest, at_table, doing_together, hosts_named, in_presence
from build_scripts.extract.contacts.invitations import invited, invited_to_come, visit_for_event, visit_under
from build_scripts.extract.contacts.one_beside_another import one_beside_another
from build_scripts.extract.contacts.phrases import Phrase
from build_scripts.extract.contacts.places import Place
from build_scripts.extract.contacts.roles import Reading, reading_of
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.told import TOGETHER
from build_scripts.extract.contacts.under_nouns import under_noun
from build_scripts.extract.contacts.words import Tag, Word
from build_scripts.models import ContactKind, Status

_APART = ("after", "following", "before", "since", "until", "ahead of", "as a result of")
"""Before another event than the clause's own."""


def drafts(clause: Clause, sentence: Sentence) -> tuple[Draft, ...]:
    """What one clause tells: by its verb, or by events in it; an event after "after" is one more."""
    reading = reading_of(clause, sentence)
    if not (reading.frames or sentence.has_occasions or sentence.has_together):
        return expected_there(reading) if sentence.has_home else ()
    found: list[Draft] = []
    described = by_description(reading)
    if described is not None:
        return (described,)
    under = under_noun(reading)
    if under is not None and len(under.sides(sentence.world.joined)) == 2:
        return (under, *invited(reading))
    halves = _halves(reading)
    if halves:
        return tuple(draft for half in halves for draft in drafts(half, sentence))
    opening, opened = _separate(reading.opening, sentence)
    after, trailing = _separate(reading.after, sentence)
    main = by_verb(reading, (*opening, *reading.own_subject[1:], *after))
    refused = main is not None and main.status is Status.DENIED
    if main is None or refused or len(main.sides(sentence.world.joined)) < 2:
        told = by_event(reading, opening, after)
        joins = main is not None and main.kind is not ContactKind.VISIT
        if told is not None and (not joins or len(told.sides(sentence.world.joined)) == 2):
            # "At a meeting with B, A refused to sign": the meeting was held.
            opens = told.event is not None and any(told.event.at in phrase.words for phrase in opening)
            held = opens and told.status is Status.HAPPENED
            main = told if not refused or held else main
    main = at_table(reading) or main or doing_together(reading) or as_guest(reading) or in_presence(reading)
    if main is not None:
        main = with_those_at_last(_told_at_meeting(main, reading), reading)
        if main.event is None and is_time_since(reading):
            main = replace(main, dates=since_first(main.dates, (), sentence))
        in_vain = clause.kind is Kind.INFINITIVE and comes_to_nothing(clause, sentence)
        main = replace(main, status=Status.DENIED) if in_vain else main
        if is_dropped_plan(main, sentence):
            # "…, but the visit was called off" tells it again.
            main = replace(main, status=Status.CANCELLED)
        imagined = is_conditional(clause, main.status, sentence.clauses, sentence.words, sentence.grammar)
        main = replace(main, status=None) if imagined and not _is_open_plan(main, sentence) else main
        main = not_as_planned(dropped_above(main, sentence), sentence)
        main = counted_from_above(main, sentence)
        *off, main = on_another_day(main, reading) or one_beside_another(main, reading)
        visits = during_visit(reading, main)
        main = planned_within(main, visits)
        found.extend((*off, *last_time(main, reading), *visits))
        found.extend(with_meeting(_at_place_above(_with_hosts(main, reading), sentence), reading))
    for part in (opened, trailing):
        found.extend(_beside(reading, part))
    found.extend((*visit_under(reading), *visit_for_event(reading), *invited_to_come(reading)))
    if not found and sentence.has_home:
        return expected_there(reading)
    return tuple(found)


def _told_at_meeting(draft: Draft, reading: Reading) -> Draft:
    """ "A told B at a meeting on Monday", "handed B a list during the session": they met.

    Near-miss: "A wrote to B after the meeting on Monday".
    """
    if draft.kind is not ContactKind.STATEMENT or not reading.is_in("to_ones_face"):
        return draft
    sentence = reading.sentence
    for phrase in reading.after:
        event = sentence.event(phrase) if phrase.preposition in ("at", "during", "in") else None
        if event is not None and event_kind(event, sentence) is ContactKind.MEETING:
            return replace(draft, kind=ContactKind.MEETING)
    return replace(draft, kind=ContactKind.MEETING) if _is_told_when_met(draft, reading) else draft


def _is_told_when_met(draft: Draft, reading: Reading) -> bool:
    """ "B told A on 4 May, when she called on him, that …": one contact; near-miss: "when he met C"."""
    sentence = reading.sentence
    for other in sentence.clauses:
        if other.parent is not reading.clause or other.kind is not Kind.SUBORDINATE or other.marker != "when":
            continue
        frames = [frame for sense in other.senses for frame in sentence.grammar.frames.get(sense.name, ())]
        if any(frame.kind is ContactKind.MEETING for frame in frames):
            people = (*sentence.parties(other.before), *sentence.parties(other.after))
            return {party.actor for party in people} == {party.actor for party in draft.parties}
    return False


def last_time(draft: Draft, reading: Reading) -> tuple[Draft, ...]:
    """ "met for the first time since May 1994": the time before was then."""
    held = draft.status is Status.HAPPENED and draft.kind in (*TOGETHER, ContactKind.VISIT)
    dates = last_time_before(reading) if held and draft.event is None else ()
    return (replace(draft, dates=dates, place=_home_of(draft)),) if dates else ()


def _home_of(draft: Draft) -> Place | None:
    return draft.place if draft.kind is ContactKind.VISIT else None


def _is_open_plan(draft: Draft, sentence: Sentence) -> bool:
    """ "will meet B on Friday if the truce holds": planned, for a day; not: "would meet B on Friday if"."""
    open_verb = any(sentence.has("modals-planned", each) for each in draft.clause.chain)
    chain = [sentence.words[each].low for each in draft.clause.chain[:2]]
    open_verb = open_verb or (chain[1:] == ["to"] and sentence.grammar.has("forms_of_be", chain[0]))
    days = all(edtf.precision(when.edtf) == "day" for when in draft.dates)
    return draft.status is Status.PLANNED and open_verb and bool(draft.dates) and days


def _with_hosts(draft: Draft, reading: Reading) -> Draft:
    hosts = hosts_named(reading) if draft.kind is ContactKind.VISIT else ()
    parties = tuple(dict.fromkeys((*draft.parties, *hosts)))
    return replace(draft, parties=parties) if parties != draft.parties else draft


def _at_place_above(draft: Draft, sentence: Sentence) -> Draft:
    """ "flew to the capital, where he met B", "…, when A spent a day there": where the clause above is."""
    clause = draft.clause
    hangs = clause.marker == "where" or (clause.marker == "when" and draft.is_return)
    if draft.place is not None or not hangs or clause.parent is None:
        return draft
    for phrase in reversed(reading_of(clause.parent, sentence).after):
        place = sentence.place(phrase) if phrase.preposition in ("to", "in", "at", "") else None
        if place is not None and (phrase.preposition or place.home):
            return replace(draft, place=place)
    return draft


def _halves(reading: Reading) -> tuple[Clause, ...]:
    """ "met with B on Monday and with C on Tuesday": two contacts of one verb."""
    sentence, clause = reading.sentence, reading.clause
    if Tag.DATE not in sentence.tags:
        return ()
    dated = [sentence.has_date(phrase.words) or phrase.preposition == "with" for phrase in reading.after]
    if (apart := _gapped(clause, sentence)) is not None:
        return apart
    for number, phrase in enumerate(reading.after[1:], 1):
        last = reading.after[number - 1].words
        joined = bool(last) and sentence.words[last[-1]].tag is Tag.JOINING
        if phrase.preposition != "with" or not phrase.words or not joined or not all(dated):
            continue
        both = (reading.after[:number], reading.after[number:])
        if all(any(sentence.words[i].tag is Tag.DATE for part in half for i in part.words) for half in both):
            cut = clause.after.index(phrase.words[0])
            return tuple(
                replace(clause, after=half) for half in (clause.after[: cut - 1], clause.after[cut - 1 :])
            )
    return ()


def _gapped(clause: Clause, sentence: Sentence) -> tuple[Clause, ...] | None:
    """ "met B in May and C in June", "in Northtown in May and in Westford in June", "…, D in June".

    Near-misses: "met B and C in May", "met B in May and again in June".
    """
    words, after = sentence.words, clause.after
    if clause.kind is Kind.INFINITIVE:
        return None
    for at, each in enumerate(after[1:-1], 1):
        if words[each].tag not in (Tag.JOINING, Tag.COMMA):
            continue
        rest = after[at + 1 :]
        while rest and words[rest[0]].tag in (Tag.ADVERB, Tag.JOINING):
            rest = rest[1:]
        named = rest[1:] if rest and words[rest[0]].low == "the" else []
        if named and words[named[0]].tag is Tag.ACTOR:
            # "saw A on Monday and the League on Tuesday".
            rest = named
        first = after[:at]
        dated = [any(words[one].tag is Tag.DATE for one in half) for half in (first, rest)]
        if not all(dated) or words[first[-1]].tag is not Tag.DATE:
            continue
        if all(_has_partner(half, words) for half in (first, rest)):
            # "signed a truce with B on Monday and an accord with C on Tuesday", "… and with C on Tuesday".
            cut = next(n for n, one in enumerate(first) if words[one].low == "with")
            kept = first[:cut] if words[rest[0]].low == "with" else []
            return replace(clause, after=first), replace(clause, after=[*kept, *rest])
        lead = words[rest[0]]
        doing = {party.side for party in reading_of(clause, sentence).subject} & sentence.world.joined
        another = lead.tag is Tag.NAME and not lead.home
        if (lead.tag is Tag.ACTOR and not lead.home and not doing & set(lead.sides)) or another:
            # "C met A on Monday and B on Tuesday", "A met B on Monday and C on Tuesday": apart.
            return replace(clause, after=first), replace(clause, after=rest)
        earlier = next((one for one in first if words[one].tag is Tag.ACTOR and words[one].sides), -1)
        if lead.tag is Tag.ACTOR and lead.sides and not lead.home:
            if earlier >= 0 and lead.sides == words[earlier].sides:
                return replace(clause, after=first), replace(clause, after=rest)
            kept = [one for one in first if words[one].tag is not Tag.DATE]
            while kept and words[kept[-1]].tag is Tag.PREPOSITION:
                kept.pop()
            return replace(clause, after=first), replace(clause, before=rest[:1], after=[*kept, *rest[1:]])
        placed = len(rest) > 1 and words[rest[1]].tag is Tag.NAME and lead.tag in (Tag.PREPOSITION, Tag.TO)
        if placed:
            cut = next((n for n, one in enumerate(first) if words[one].tag in (Tag.PREPOSITION, Tag.TO)), 0)
            return replace(clause, after=first), replace(clause, after=[*first[:cut], *rest])
    return None


def _has_partner(part: Sequence[int], words: Sequence[Word]) -> bool:
    """ "with B", "with the envoy of B"; near-miss: "with on Tuesday"."""
    at = next((number for number, each in enumerate(part) if words[each].low == "with"), len(part))
    return any(words[each].is_name or words[each].tag is Tag.NOUN for each in part[at + 1 : at + 3])


def _is_of_sides(clause: Clause, sentence: Sentence) -> bool:
    return any(party.side in sentence.world.joined for party in reading_of(clause, sentence).subject)


def _separate(parts: Sequence[Phrase], sentence: Sentence) -> tuple[tuple[Phrase, ...], tuple[Phrase, ...]]:
    """Phrases of the clause's own event, and those of another that it came after or before."""
    for number, phrase in enumerate(parts):
        apart = phrase.preposition in _APART
        if apart and sentence.occasion(phrase) is not None:
            return tuple(parts[:number]), tuple(parts[number:])
    return tuple(parts), ()


def _beside(reading: Reading, parts: Sequence[Phrase]) -> Iterable[Draft]:
    """ "After talks with B in May, A …": the talks, told by the way."""
    if not parts:
        return
    sentence = reading.sentence
    event = sentence.event(parts[0])
    if event is None:
        return
    draft = event_draft(event, parts[1:], "occasion", reading)
    if draft is None:
        return
    inner = Reading(Clause(Kind.MAIN, after=[each for phrase in parts for each in phrase.words]), sentence)
    dates = tuple(
        When(date.edtf, date.text, each)
        for each in inner.clause.after
        if (date := sentence.words[each].date) is not None and date.edtf
    )
    status = draft.status if draft.status is not Status.DENIED else Status.HAPPENED
    at = parts[0].words[0] - 1 if parts[0].words else -1
    counted = counted_before(at, dates_of(reading), sentence) if parts[0].preposition == "after" else None
    if counted is not None and not dates:
        if counted:
            yield replace(draft, dates=counted, status=status)
        return
    dates = dates or described_parties(event, set(), reading.clause, sentence)[2]
    found = precise(dates) or (_day_of_outcome(parts[0], draft, reading) if status is Status.HAPPENED else ())
    yield replace(draft, dates=found, status=status)


def _day_of_outcome(phrase: Phrase, draft: Draft, reading: Reading) -> tuple[When, ...]:
    """ "agreed on Thursday after two days of talks", "left on May 4 after talks": the day they ended.

    Near-miss: "was arrested on Thursday after talks with B".
    """
    clause = reading.clause
    if clause.kind is Kind.INFINITIVE and clause.parent is not None and reading.opening == ():
        reading = reading_of(clause.parent, reading.sentence)
    ends = any(reading.is_in(kind) for kind in ("departs", "concluding_verbs"))
    if phrase.preposition not in ("after", "following") or draft.kind not in TOGETHER or not ends:
        return ()
    days = tuple(when for when in dates_of(reading) if edtf.precision(when.edtf) == "day")
    return days if len(days) == 1 else ()
