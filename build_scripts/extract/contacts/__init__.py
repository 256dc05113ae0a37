"""Extract: a source's passages, mentions and dates in; its reports of contacts out, each from one passage.

By clause: who, with whom, where, when, what kind, and whether it happened. A contact joins the two
sides of the configuration: someone of one with someone of the other, or at the other's home.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from build_scripts.extract.contacts.answers import answers
from build_scripts.extract.contacts.authors import author_of
from build_scripts.extract.contacts.behind_colon import with_subject_first
from build_scripts.extract.contacts.bynames import bynames
from build_scripts.extract.contacts.capital import Capital
from build_scripts.extract.contacts.clauses import clauses
from build_scripts.extract.contacts.counted_from import with_their_day
from build_scripts.extract.contacts.credits import reporting
from build_scripts.extract.contacts.dateline import Dateline
from build_scripts.extract.contacts.discourse import Discourse
from build_scripts.extract.contacts.grammar import Grammar, grammar
from build_scripts.extract.contacts.plain_words import in_plain_words
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.tagging import in_parts, read_words
from build_scripts.extract.contacts.word_order import in_plain_order
from build_scripts.extract.contacts.world import wholes, world_of
from build_scripts.models import (
    Actor,
    Config,
    DateExpression,
    Lexicon,
    Mention,
    Passage,
    PassageKind,
    Quotation,
    Report,
    Source,
)

__all__ = ["find_reports"]

READ = (PassageKind.SENTENCE, PassageKind.HEADLINE, PassageKind.HEADING)


def find_reports(
    source: Source,
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
    dates: Sequence[DateExpression],
    quotations: Sequence[Quotation],
    actors: Sequence[Actor],
    config: Config,
    lexicon: Lexicon,
) -> tuple[Report, ...]:
    """Every report of a contact between the two sides, in the order of the text.

    Denied, planned and cancelled contacts keep that status; what is merely imagined is no report.
    """
    if len(config.contacts) != 2:
        return ()
    tables = grammar(lexicon)
    world = world_of(actors, config, tables.small)
    mentions_of: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        mentions_of[mention.passage].append(mention)
    dates_of: dict[str, list[DateExpression]] = defaultdict(list)
    for date in with_their_day(dates, tables):
        dates_of[date.passage].append(date)
    quotations_of: dict[str, list[Quotation]] = defaultdict(list)
    for quotation in quotations:
        quotations_of[quotation.passage].append(quotation)
    discourse = Discourse(source, world, tables, quotations_of)
    discourse.carried.whole = wholes(mentions, world)
    author = author_of(passages, mentions_of, world, tables)
    speech = answers(passages, mentions_of, world)
    capital = Capital(world, tables)
    dateline = Dateline(passages, world, tables, source.published)
    media = reporting(passages, mentions_of, tables)
    told = [
        (passage, read_words(passage, mentions_of[passage.id], dates_of[passage.id], world, tables))
        for passage in passages
        if passage.kind in READ or _is_caption(passage, tables)
    ]
    meant = bynames([words for _, words in told], world, tables)
    read: list[Sentence] = []
    for passage, words in told:
        begin, discourse.carried.author = speech.get(passage.id, (0, author))
        meant_words = [word for word in meant.read(words) if word.start >= begin]
        whole = in_plain_words(dateline.read(capital.read(meant_words)), tables)
        for part in in_parts(whole):
            ordered = in_plain_order(with_subject_first(part, tables), tables)
            sentence = Sentence(ordered, clauses(ordered, tables), tables, world, discourse.carried, media)
            discourse.read(passage, sentence)
            read.append(sentence)
    for sentence in read:
        # Each of its readings knows it: a circle that only the collector of garbage would find.
        sentence.readings.clear()
    return discourse.reports()


def _is_caption(passage: Passage, tables: Grammar) -> bool:
    """ "PHOTO: A and B at a reception": no byline that names nobody but a photographer."""
    first, colon, _ = passage.text.partition(":")
    return passage.kind is PassageKind.BYLINE and bool(colon) and tables.has("of_pictures", first.lower())
