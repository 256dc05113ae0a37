"""Extract: passages and known actors in; every mention of an actor, or of a side as a whole, out.

Names, aliases and titles first, longest match; then spellings that are near-certainly a known person's;
then the short forms of persons and organisations that the article names in full; then sides as a whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

from build_scripts.extract.article import Article
from build_scripts.extract.initials import find_initials
from build_scripts.extract.kept import kept
from build_scripts.extract.likeness import Likeness, likeness
from build_scripts.extract.name_words import NameWords, name_words
from build_scripts.extract.names import Name, NameIndex, name_of, split_words, straight
from build_scripts.extract.neighbours import is_of_other_age
from build_scripts.extract.proper_bodies import find_proper_words
from build_scripts.extract.rivals import rivals
from build_scripts.extract.shared_names import find_shared
from build_scripts.extract.short_bodies import find_short_bodies
from build_scripts.extract.short_names import acronym_behind, family_names, short_names
from build_scripts.extract.sides import SidePattern, side_names, side_patterns
from build_scripts.models import Actor, ActorKind, Config, How, Lexicon, Mention, Passage, Source

_LETTERS = re.compile(r"[A-Z]{2,6}")  # "RUF", which is "R.U.F." as well


def find_mentions(
    source: Source, passages: tuple[Passage, ...], actors: tuple[Actor, ...], config: Config, lexicon: Lexicon
) -> tuple[Mention, ...]:
    """The mentions of a source, in the order of its text, none overlapping another.

    A possessive ending stays outside the mention. A home word or title of a side that no actor has as a
    name is a mention of the side (`actor` empty, `how` collective).
    """
    register = _register(actors, config, name_words(lexicon))
    names = register.names
    article = Article(source, passages, register.actors, names, register.words, name_words(lexicon))
    article.scan(names)
    article.learn_titles()
    _propose(article, likeness(actors))
    article.scan(_short_names(article, register.surnames))
    find_shared(article, rivals(article, register.surnames))
    if any(article.found):
        article.scan(register.initialled)
        article.scan(register.families.without(rivals(article, register.surnames)))
    article.scan(NameIndex.of(_acronyms(article)))
    find_initials(article, likeness(actors).acronyms)
    find_short_bodies(article)
    find_proper_words(article)
    _find_sides(article, side_patterns(config, lexicon))
    return article.mentions()


@dataclass(frozen=True, slots=True, eq=False)
class _Register:
    """What the names of all actors give, whatever an article says."""

    actors: Mapping[str, Actor]
    names: NameIndex
    words: frozenset[str]
    """The words of all names."""
    initialled: NameIndex
    """ "A. Brook" for a person whom the article never names in full."""
    families: NameIndex
    """ "Brook" for one: near-certain where one person has it."""
    surnames: frozenset[str]
    """The last words of persons' names."""


@kept()
def _register(actors: tuple[Actor, ...], config: Config, lexicon: NameWords) -> _Register:
    names = _index(actors, side_names(config, actors, lexicon.openers))
    persons = [
        (actor.id, actor.side, name)
        for actor in actors
        if actor.kind is ActorKind.PERSON
        for name in actor.names
    ]
    return _Register(
        {actor.id: actor for actor in actors},
        names,
        frozenset(word for same in names.names.values() for name in same for word in name.words),
        family_names(frozenset(persons), lexicon, initial=True),
        family_names(frozenset(persons), lexicon),
        frozenset(split_words(name).words[-1] for _, _, name in persons if " " in name),
    )


def _index(actors: tuple[Actor, ...], sides: tuple[Name | None, ...]) -> NameIndex:
    names: list[Name | None] = list(sides)
    for actor in actors:
        for name in dict.fromkeys(actor.names):
            names.append(name_of(name, actor.id, actor.side, How.ALIAS))
            if _LETTERS.fullmatch(name):
                names.append(name_of(f"{'.'.join(name)}.", actor.id, actor.side, How.ALIAS))
        for title in dict.fromkeys(actor.titles):
            names.append(name_of(title, actor.id, actor.side, How.DESCRIPTION))
    return NameIndex.of(names)


def _propose(article: Article, like: Likeness) -> None:
    """Names of several words that are, but for their transliteration, a known person's.

    Of a longer run of capitals, a person's is what stands last: "Under Secretary Boris Birch".
    """
    for at, sequence in article.unknown():
        if sequence.first in article.in_titles[at] or is_of_other_age(article.words[at], sequence.last + 1):
            continue
        # "Boris Birch Street", "the Boris Birch Foundation": no person.
        is_of_thing = sequence.words[-1].lower() in article.lexicon.things
        text = article.words[at].text
        for first in range(sequence.first, sequence.last):
            words = text[article.words[at].starts[first] : article.words[at].ends[sequence.last]]
            actor = like.near_certain(words)
            is_person = bool(actor) and article.actors[actor].kind is ActorKind.PERSON
            if actor and (not is_of_thing if is_person else first == sequence.first):
                name = name_of(words, actor, article.actors[actor].side, How.PROPOSED)
                if name is not None:
                    article.add(at, first, sequence.last + 1, name)
                break


def _short_names(article: Article, surnames: frozenset[str]) -> NameIndex:
    """Short forms of the persons whom this article names in full."""
    introduced = {
        (one.name.actor, one.name.side, passage.text[one.start : one.end])
        for passage, found in zip(article.passages, article.found, strict=True)
        for one in found
        if article.is_person(one.name) and one.name.how is not How.DESCRIPTION and len(one.name.words) > 1
    }
    return short_names(introduced, rivals(article, surnames, is_introduced=True), article.lexicon)


def _acronyms(article: Article) -> list[Name | None]:
    """Acronyms in brackets behind the name of an organisation: "Road Users League (RUL)"."""
    made: dict[str, set[tuple[str, str]]] = {}
    for passage, found in zip(article.passages, article.found, strict=True):
        for one in found:
            if one.name.actor and not article.is_person(one.name):
                acronym = acronym_behind(passage.text, one.end, one.name.words)
                if acronym and acronym.lower() not in article.names.names:
                    made.setdefault(acronym, set()).add((one.name.actor, one.name.side))
    return [
        name_of(acronym, actor, side, How.SHORT)
        for acronym, owners in made.items()
        if len(owners) == 1
        for actor, side in owners
    ]


def _find_sides(article: Article, patterns: tuple[SidePattern, ...]) -> None:
    """Sides as a whole; where an actor is named by the last of the words, only the adjective is taken."""
    for at, passage in enumerate(article.passages):
        text = straight(passage.text)
        for side in patterns:
            if side.adjective not in text:
                continue
            for match in side.pattern.finditer(text):
                words = article.words[at]
                inside = range(
                    bisect_left(words.starts, match.start()), bisect_left(words.starts, match.end())
                )
                taken = [i for i in inside if i in article.covered[at]]
                if not inside or inside[0] in taken:
                    continue
                name = name_of(match.group(), "", side.side, How.COLLECTIVE)
                if name is not None:
                    article.add(at, inside[0], taken[0] if taken else inside[-1] + 1, name)
