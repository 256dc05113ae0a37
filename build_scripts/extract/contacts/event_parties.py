"""Extract: a noun of an event and its sentence in, who took part in the event out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from build_scripts.extract.contacts.clause import Clause, Kind
from build_scripts.extract.contacts.dates_in_phrases import When
from build_scripts.extract.contacts.dating import dates_of, was_before
from build_scripts.extract.contacts.event_standing import tells_event
from build_scripts.extract.contacts.event_words import event_kind
from build_scripts.extract.contacts.parties import Party
from build_scripts.extract.contacts.places import Place
from build_scripts.extract.contacts.roles import Reading, agents, reading_of
from build_scripts.extract.contacts.said_of_events import is_ruled_out
from build_scripts.extract.contacts.sentence import Event, Sentence
from build_scripts.extract.contacts.standing import standing
from build_scripts.extract.contacts.words import Tag
from build_scripts.models import ContactKind, Status

_APART = ("after", "following", "before", "until", "since")
"""Before an event at which nothing of what the verb says was done."""


def tellers(reading: Reading, position: str) -> tuple[Party, ...]:
    """ "A said no talks with B were held", "A denied that a meeting with B took place": A's talks."""
    clause, sentence = reading.clause, reading.sentence
    above = clause.parent if clause.kind is Kind.CONTENT else _trailing(clause, sentence)
    status = standing(clause, sentence.words, sentence.grammar)
    told = tells_event(reading) or reading.is_in("organises")
    if clause.kind not in (Kind.CONTENT, Kind.MAIN) or above is None or position == "occasion" or not told:
        return ()
    if position == "object" and reading.subject:
        # "B said that A had held talks with C": A's, whoever says it.
        return ()
    denied = status is Status.DENIED or is_ruled_out(reading)
    people = reading_of(above, sentence).subject
    # "A said that talks with B would begin in May": talks of A's side.
    if denied or clause.kind is not Kind.CONTENT:
        return people if denied else ()
    return tuple(Party("", party.side, -1, is_many=True) for party in people)


def _trailing(clause: Clause, sentence: Sentence) -> Clause | None:
    """ "There were no talks, A said": the clause of him who says so."""
    last = sentence.clauses[-1]
    if clause.kind is not Kind.MAIN or last is clause or last.kind is not Kind.MAIN or not last.chain:
        return None
    return last if reading_of(last, sentence).is_in("reports") and not last.after else None


def described_parties(
    event: Event, named: set[int], clause: Clause, sentence: Sentence
) -> tuple[tuple[Party, ...], Place | None, tuple[When, ...]]:
    """What a participle says of the event: "organised by the ministry in May", "held in Northtown".

    `named` are the words after which it may stand, `clause` is the event's.
    """
    people: tuple[Party, ...] = ()
    place: Place | None = None
    dates: tuple[When, ...] = ()
    for other in sentence.clauses:
        if other.kind not in (Kind.PARTICIPLE, Kind.RELATIVE) or not other.chain:
            continue
        if other.head not in named and other.head != event.at:
            continue
        if was_before(other, clause, sentence):
            # "will continue the talks, which were held last in March".
            continue
        reading = reading_of(other, sentence)
        people += agents(other, sentence, "accompanying")
        if not reading.is_in("becomes_known"):
            # "talks that became public a year ago": when they were is not said.
            dates += dates_of(reading)
        for phrase in reading.after:
            if phrase.preposition in ("in", "at"):
                place = place or sentence.place(phrase)
    return people, place, dates


def whose_programme(event: Event, sentence: Sentence) -> tuple[Party, ...]:
    """ "A meeting, which had been on her programme for Friday": hers; near-miss: "on the programme"."""
    for other in sentence.clauses:
        reading = reading_of(other, sentence) if other.kind is Kind.RELATIVE and other.chain else None
        if reading is None or other.head != event.at or "be" not in reading.verbs:
            continue
        for phrase in reading.after:
            listed = phrase.preposition in ("on", "in") and sentence.has_any("programmes", phrase.words)
            if listed and sentence.has_any("possessives_of_one", phrase.words):
                return tuple(replace(party, at=-1) for party in sentence.carried.one)
    return ()


def parties_between(event: Event, sentence: Sentence) -> tuple[Party, ...]:
    """ "a meeting planned for May between A and B": those who stand behind the participle."""
    people: tuple[Party, ...] = ()
    for other in sentence.clauses:
        if other.kind is Kind.PARTICIPLE and other.head == event.at:
            for phrase in sentence.phrases(other.after):
                if phrase.preposition in ("with", "between"):
                    people += sentence.parties(phrase.words)
    return people


def _are_named(reading: Reading) -> bool:
    """Whether the clause has persons for its subject, by name."""
    words = reading.sentence.words
    own = reading.own_subject[0].words if reading.own_subject else ()
    return any(
        party.is_person and party.at in own and words[party.at].tag is Tag.ACTOR for party in reading.subject
    )


def possessors(event: Event, reading: Reading) -> tuple[Party, ...]:
    """ "their meeting" is of those just spoken of; "his talks with B" of him."""
    sentence = reading.sentence
    owned = sentence.has_any("possessives", event.modifiers)
    clause = reading.clause
    if clause.kind is Kind.RELATIVE and clause.marker == "whose":
        return reading.antecedent
    owned_by_speaker = sentence.has_any("possessives_of_first", event.modifiers)
    if not owned and not owned_by_speaker and not _follows(clause, reading):
        return ()
    behind = bool(clause.chain) and event.at > clause.chain[-1]
    single = sentence.has_any("possessives_of_one", event.modifiers)
    if owned and not single and behind and len(reading.subject) == 1:
        # "A had promised B a truce at their meeting": A's and B's.
        to = [party for p in reading.after if p.preposition == "to" for party in sentence.parties(p.words)]
        both = (*reading.subject, *reading.object_parties, *to)
        if {party.side for party in both if party.is_person} >= sentence.world.joined:
            return both
    above = clause.parent
    if above is not None and above.chain and not owned_by_speaker:
        reader = reading_of(above, sentence)
        met = tuple(party for party in reader.object_parties if not sentence.words[party.at].home)
        filled: tuple[Party, ...] = reader.subject + met
        for phrase in reader.after:
            if phrase.preposition in ("with", "by"):
                filled += sentence.parties(phrase.words)
        return filled
    if owned and event.at in clause.after and (len(reading.subject) == 1 or _are_named(reading)):
        # "A cancelled his meeting with B", "A and B held their first summit": not of those before.
        return reading.subject
    spoken = next((each for each in event.modifiers if sentence.has("possessives_of_first", each)), -1)
    if spoken >= 0:
        return tuple(
            replace(party, at=-1) for party in sentence.carried.speaker(sentence.words[spoken].start)
        )
    if single and reading.own_subject and not reading.subject:
        # "Elm spoke of it during his trip": of someone unknown.
        return ()
    if (
        single
        and len(reading.subject) == 1
        and reading.subject[0].is_person
        and event.at < reading.subject[0].at
    ):
        # "Following his meeting with C, A …": A's.
        return reading.subject
    apart = {party.side for party in reading.subject if party.is_person} >= sentence.world.joined
    if owned and not single and apart and event.at < reading.subject[0].at:
        # "At their meeting in May, A and B …": A's and B's.
        return reading.subject
    acting = [party.at for party in reading.subject if party.is_person]
    if owned and not single and len(acting) > 1 and max(acting) < event.at:
        # "A and C hold their first summit": theirs.
        return reading.subject
    people = sentence.carried.many or sentence.carried.one if owned else ()
    return tuple(replace(party, at=-1) for party in people)


def _follows(clause: Clause, reading: Reading) -> bool:
    """ "…, followed by a meeting in May": of the same people."""
    return clause.kind is Kind.PARTICIPLE and bool({"follow", "precede"} & reading.verbs)


def subject_joins(event: Event, position: str, people: Iterable[Party], reading: Reading) -> bool:
    if position == "subject":
        return False
    sentence = reading.sentence
    people = tuple(people)
    if position == "occasion" and event.phrase.preposition == "on" and people:
        # "commented on the visit of A".
        return False
    subject = reading.own_subject[0].words if reading.own_subject else ()
    of_things = len(subject) == 1 and sentence.has("event_pronouns", subject[0]) and reading.is_passive
    if position == "occasion" and of_things and event.phrase.preposition in _APART:
        # "They are to be resumed after the visit"; near-miss: "A was arrested after talks with B".
        return False
    owned = sentence.is_owned(event)
    whole = len({party.side for party in people} & sentence.world.joined) == 2
    if position == "object":
        if sentence.has("invitation_nouns", event.at) and (
            reading.is_in("refuses") or "accept" in reading.verbs
        ):
            return True
        if whole and not (reading.is_in("takes_part") or reading.is_in("organises")):
            # "A spokesman confirmed the meeting between A and B": he speaks of it.
            return False
        return (
            reading.is_in("takes_part")
            or reading.is_in("organises")
            or reading.is_in("recalls")
            or any(frame.object == "message" for frame in reading.frames)
            or ("accept" in reading.verbs and event_kind(event, sentence) is ContactKind.INVITATION)
            or (
                not owned
                and not (reading.is_in("prepares") and event.phrase.preposition != "for")
                and any(reading.is_in(kind) for kind in ("plans", "cancels", "refuses", "moves_events"))
            )
        )
    return not owned and not whole
