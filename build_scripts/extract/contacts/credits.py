"""Extract: a clause in its sentence in, who is credited for what it tells out: an agency, then its source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from build_scripts.extract.contacts.clause import Clause, Kind
from build_scripts.extract.contacts.grammar import Grammar
from build_scripts.extract.contacts.roles import reading_of
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.words import Tag
from build_scripts.models import Mention, Passage, Quotation


def credited_by(
    clause: Clause, sentence: Sentence, start: int, end: int, quotations: Sequence[Quotation]
) -> tuple[str, ...]:
    """Actor ids (or names) of those who say it, outermost first; empty where the article says it itself."""
    found: list[str] = []
    for quotation in quotations:
        if quotation.start <= start and end <= quotation.end:
            found.extend(name for name in (quotation.via, quotation.speaker) if name)
    found.extend(_cited(sentence))
    above = clause.parent
    while above is not None:
        if clause.kind is Kind.CONTENT:
            found.extend(_speakers(above, sentence))
        clause, above = above, above.parent
    tail = sentence.clauses[-1]
    if tail is not clause and tail.kind is Kind.MAIN and not tail.after and tail.chain:
        found.extend(_speakers(tail, sentence))
    return tuple(dict.fromkeys(found))


def reporting(
    passages: Sequence[Passage], mentions: Mapping[str, Sequence[Mention]], grammar: Grammar
) -> frozenset[str]:
    """Actors that the article quotes as media: "A reports", "the A report", "according to A"."""
    found: set[str] = set()
    for passage in passages:
        for mention in mentions.get(passage.id, ()):
            at = mention.end - passage.start
            after = passage.text[at : at + 12].split()
            before = (
                passage.text[max(0, mention.start - passage.start - 14) : mention.start - passage.start]
                .lower()
                .split()
            )
            cited = before[-2:] == ["according", "to"] or before[-1:] == ["citing"]
            if mention.actor and (cited or (after and grammar.has("media", after[0].strip(",.")))):
                found.add(mention.actor)
    return frozenset(found)


def _speakers(clause: Clause, sentence: Sentence) -> tuple[str, ...]:
    reading = reading_of(clause, sentence)
    if not reading.is_in("reports"):
        return ()
    return tuple(_people_of(party.at, sentence) or party.actor for party in reading.subject if party.actor)


def _people_of(at: int, sentence: Sentence) -> str:
    """ "Westish officials", in the article's words: they are not the state; empty where it is the state."""
    words = sentence.words
    if at < 0 or not sentence.world.is_state(words[at]):
        return ""
    end = at + 1
    while end < len(words) and words[end].tag is Tag.NOUN and words[end].text[:1].islower():
        end += 1
    return " ".join(word.text for word in words[at:end]) if end > at + 1 else ""


def _cited(sentence: Sentence) -> tuple[str, ...]:
    """ "According to A", "citing A"."""
    words = sentence.words
    found: list[str] = []
    if sentence.lows.isdisjoint(sentence.grammar.classes["according"]):
        return ()
    for at, word in enumerate(words):
        if not sentence.grammar.has("according", word.low):
            continue
        for behind, follows in enumerate(words[at + 1 : at + 6], at + 1):
            if follows.tag is Tag.ACTOR and follows.mention is not None:
                found.append(_people_of(behind, sentence) or follows.mention.actor or follows.text)
                break
            if follows.tag in (Tag.COMMA, Tag.STOP):
                break
    return tuple(found)
