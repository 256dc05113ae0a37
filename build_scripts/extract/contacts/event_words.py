"""Extract: an event's noun and the words before it in, its kind, people and place out."""

from __future__ import annotations

from itertools import pairwise

from build_scripts.extract.contacts.parties import Party
from build_scripts.extract.contacts.phrases import Phrase
from build_scripts.extract.contacts.places import Place
from build_scripts.extract.contacts.roles import Reading
from build_scripts.extract.contacts.sentence import Event, Sentence
from build_scripts.extract.contacts.words import Tag
from build_scripts.models import ContactKind


def own_parties(event: Event, sentence: Sentence) -> tuple[Party, ...]:
    """Those named in the event's own phrase: "A's visit", "inter-Northern talks", "the talks of A and B".

    The owner of what is shown or opened gives his side, not himself ("the presentation of A's book").
    """
    found: list[Party] = []
    for each in reversed(event.modifiers):
        word = sentence.words[each]
        if word.tag in (Tag.COMMA, Tag.PREPOSITION):
            break
        if word.mention is not None and not word.home:
            side = word.sides[0] if word.sides else ""
            found.append(Party(word.mention.actor, side, each, sentence.world.is_person(word), False))
        elif word.sides and not word.home:
            found.extend(Party("", side, each, is_many=True) for side in word.sides)
    behind = [each for each in event.phrase.words if each > event.at]
    found.extend(sentence.parties(behind))
    for each, following in pairwise(behind):
        word = sentence.words[each]
        # "the visit of A's envoy"; near-miss: "the visit of A's wife".
        family = following + 1 < len(sentence.words) and sentence.has("relations", following + 1)
        owns = sentence.words[following].tag is Tag.POSSESSIVE and not family
        if word.mention is not None and word.sides and owns:
            found.append(Party("", word.sides[0], each, is_many=True))
    return tuple(dict.fromkeys(found))


def is_still_ahead(at: int, phrase: Phrase, reading: Reading) -> bool:
    """ "Ahead of the talks A said on Monday …": not then; near-miss: "Before the talks on Monday, A …"."""
    if not reading.sentence.has_preposition("ahead_of_it", phrase):
        return False
    part = reading.clause.before if at in reading.clause.before else reading.clause.after
    behind = [reading.sentence.words[each].tag for each in part if each > at]
    return Tag.DATE not in (behind[: behind.index(Tag.COMMA)] if Tag.COMMA in behind else behind)


def event_kind(event: Event, sentence: Sentence) -> ContactKind:
    """The noun's kind; talks by telephone are a call, talks of a side's members are a conference."""
    kind = sentence.grammar.events[sentence.words[event.at].low]
    if is_by_wire(event, sentence):
        return ContactKind.CALL
    among = any("-" in sentence.words[each].text and sentence.words[each].sides for each in event.modifiers)
    if kind is ContactKind.MEETING and among:
        sides = {side for each in event.modifiers for side in sentence.words[each].sides}
        return ContactKind.CONFERENCE if len(sides) == 1 else kind
    return kind


def is_by_wire(event: Event, sentence: Sentence) -> bool:
    return sentence.has_any("by_wire", event.modifiers)


def is_imagined(event: Event, sentence: Sentence) -> bool:
    """ "a possible meeting", "plans for a meeting"."""
    if sentence.has_preposition("imagined_after", event.phrase):
        return True
    first = event.phrase.words[0]
    if event.phrase.preposition == "for" and first > 1 and sentence.has("needed", first - 2):
        # "set a date for talks"; near-miss: "came in time for talks".
        return first < 3 or sentence.words[first - 3].low not in ("in", "on")
    before = [each for each in (first - 2, first - 1) if each >= 0]
    if any(sentence.has("imagined", each) and sentence.words[each].tag is not Tag.VERB for each in before):
        return True
    # "a chance encounter" took place.
    return any(sentence.has("imagined", m) and not sentence.has("by_chance", m) for m in event.modifiers)


def drops_plans(event: Event, reading: Reading) -> bool:
    """ "Plans for a meeting were dropped", "dropped plans for a meeting"."""
    before = event.phrase.words[0] - 1
    planned = event.phrase.preposition in ("for", "of") and reading.sentence.has("plan_nouns", before - 1)
    return planned and reading.is_in("cancels")


def modifying_place(event: Event, sentence: Sentence) -> Place | None:
    """ "the Northtown talks"."""
    for each in event.modifiers:
        word = sentence.words[each]
        if word.home:
            return Place(sentence.world.home_name(word), word.home, each)
    return None


def is_since_of_another(at: int, reading: Reading) -> bool:
    """ "their first meeting since fighting broke out in May": the fighting broke out."""
    first = reading.clause.chain[0] if reading.clause.chain else -1
    return any(
        other.marker == "since" and bool(other.chain) and at < other.chain[0] < first
        for other in reading.sentence.clauses
    )
