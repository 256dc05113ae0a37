"""Compare: mentions of actors in all sources in, differences of name out.

A short form is no other name: a surname for the full name, an abbreviation for what it stands for.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from build_scripts.compare.corpus import Corpus, Draft
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
    for mention in mentions:
        first.setdefault((mention.source, _words(mention.text, titles)), mention)
    kept = _spellings({name for _, name in first}) if is_person else _fullest(first, corpus)
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
    return {name for name in every if not any(_is_part(name, other) for other in every if other != name)}


def _is_part(name: tuple[str, ...], other: tuple[str, ...]) -> bool:
    rest = iter(other)
    return all(word in rest for word in name)


def _fullest(first: Iterable[tuple[str, tuple[str, ...]]], corpus: Corpus) -> set[tuple[str, ...]]:
    """The fullest name in each source, where they differ by more than the order of their words.

    What a longer name goes on from (`Bank of Trade`, `Bank of Trade of Northland`) is its short form.
    """
    empty = words(corpus.lexicon, "function_words")
    longest: dict[str, tuple[str, ...]] = {}
    for source, name in first:
        if len(name) > len(longest.get(source, ())):
            longest[source] = name
    names = {name for name in longest.values() if len(name) > 1}
    names = {name for name in names if not any(_is_adjective_of(name, other) for other in names)}
    return {
        name
        for name in names
        if not any(_is_reordered(name, other) or _is_reordered(other, name) for other in names)
        and not any(_goes_on(name, other, empty) for other in names)
    }


def _is_adjective_of(name: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether a name is another with an ending (`Upper Northlandish`, `Upper Northland`)."""
    return name[:-1] == other[:-1] and name != other and name[-1].startswith(other[-1]) and len(other[-1]) > 3


def _goes_on(name: tuple[str, ...], other: tuple[str, ...], empty: frozenset[str]) -> bool:
    """Whether another name begins with this one and adds whose or of what it is."""
    return len(other) > len(name) and other[: len(name)] == name and other[len(name)] in empty


def _is_reordered(name: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether a longer name has the same words in another order (`Bank of Trade`, `Trade Bank`)."""
    stems = {word[:6] for word in name}
    return len(other) > len(name) and stems <= {word[:6] for word in other} and not _is_part(name, other)
