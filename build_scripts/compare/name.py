"""Compare: mentions of actors in all sources in, differences of name out.

A short form is no other name: a surname for the full name, an abbreviation for what it stands for.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from build_scripts.compare.corpus import Corpus, Draft
from build_scripts.compare.name_of_body import bare, fullest, is_name, is_part
from build_scripts.compare.sayings import quoted
from build_scripts.compare.tokens import tokens
from build_scripts.compare.words import words
from build_scripts.models import Actor, ActorKind, DifferenceType, How, Mention, Verdict

# match: "union's", "unions’"   near-miss: "d's" within a word such as "o'shea"
_POSSESSIVE = re.compile(r"['’]s?$")


def compare(corpus: Corpus) -> Iterator[Draft]:
    """One draft for each actor whose name is not the same everywhere."""
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for found in corpus.facts:
        for mention in found.mentions:
            if mention.actor and mention.how in (How.ALIAS, How.SHORT):
                mentions[mention.actor].append(mention)
    for actor in corpus.records.actors:
        draft = _compare(actor, mentions[actor.id], corpus)
        if draft:
            yield draft


def _compare(actor: Actor, mentions: Iterable[Mention], corpus: Corpus) -> Draft | None:
    first: dict[tuple[str, tuple[str, ...]], Mention] = {}
    is_person = actor.kind is ActorKind.PERSON
    titles = words(corpus.lexicon, "before_names") if is_person else frozenset()
    empty, forms = words(corpus.lexicon, "function_words"), words(corpus.lexicon, "legal_forms")
    for mention in mentions:
        name = _words(mention.text, titles)
        if not is_person:
            name = bare(name, empty, forms) if is_name(mention.text, empty) else ()
        if name:
            first.setdefault((mention.source, name), mention)
    kept = _spellings({name for _, name in first}) if is_person else fullest(first, empty)
    if len(kept) < 2:
        return None
    chosen = [mention for (_, name), mention in first.items() if name in kept]
    if len({mention.source for mention in chosen}) < 2:
        return None
    readings = corpus.in_order(corpus.reading(mention, mention.text) for mention in chosen)
    lead = "One person is spelt" if is_person else "One body is called"
    says = f"{lead} {quoted(readings)}."
    return Draft(DifferenceType.NAME, Verdict.COMPATIBLE, says, readings)


def _words(name: str, titles: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The words of a name; a possessive ending is no difference (`Union Press`, `Union's Press`), nor is a
    title (`Mr Arden`)."""
    found = [_POSSESSIVE.sub("", token.text.casefold()) for token in tokens(name)]
    while len(found) > 1 and found[0] in titles:
        del found[0]
    return tuple(found)


def _spellings(names: Iterable[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """Names that are not part of a longer one: `Arden` is part of `Anna Arden`, `Ana Arden` is not.

    A short form that no full name contains is a spelling of its own.
    """
    every = set(names)
    return {name for name in every if not any(is_part(name, other) for other in every if other != name)}
