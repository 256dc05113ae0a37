"""Extract: the organisations that an article names in full in; the short forms by which it goes on, out.

"Harbour Workers' Union … the Union": the noun of the name, with a capital and "the" before it, once the name
has been given, where nothing else in the article has that noun in its name.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.extract.article import Article
from build_scripts.extract.name_words import NameWords
from build_scripts.extract.names import Name, Words, name_of, split_words
from build_scripts.models import How

_BEHIND = ("of", "for")
_DEFINITE = ("the", "our")


def find_short_bodies(article: Article) -> None:
    """Add the mentions of organisations by their noun alone."""
    heads = _heads(article)
    if not heads:
        return
    introduced: set[str] = set()
    for at, words in enumerate(article.words):
        given = {one.start: one.name for one in article.found[at]}
        for word in words.capitals:
            name = given.get(words.starts[word])
            if name is not None:
                introduced.update(head for head, one in heads.items() if one.actor == name.actor)
            short = heads.get(words.lower[word])
            if short is not None and short.lower[0] in introduced and _stands_alone(article, at, word):
                article.add(at, word, word + 1, short)


def _heads(article: Article) -> dict[str, Name]:
    """By noun, the short name of the one organisation that this article names in full and that has it."""
    owners: dict[str, dict[str, Name]] = {}
    for at, passage in enumerate(article.passages):
        for one in article.found[at]:
            if not one.name.actor or article.is_person(one.name) or one.name.how is How.DESCRIPTION:
                continue
            for head in _nouns(split_words(passage.text[one.start : one.end]), article.lexicon):
                name = name_of(head, one.name.actor, one.name.side, How.SHORT)
                if name is not None:
                    owners.setdefault(head.lower(), {})[one.name.actor] = name
    if not owners:
        return {}
    others = {word for word in _of_others(article) if word in owners}
    return {
        head: next(iter(names.values()))
        for head, names in owners.items()
        if len(names) == 1 and head not in others and head not in article.names.names
    }


def _nouns(name: Words, lexicon: NameWords) -> Iterator[str]:
    """The noun that says what a body is: "Union" of "Harbour Workers' Union", of "Union of Carters"."""
    if len(name.words) < 2:
        return
    for at, lower in enumerate(name.lower):
        is_last = at + 1 == len(name.words)
        is_first = not at and not is_last and name.lower[1] in _BEHIND
        is_before_article = not at and not is_last and name.lower[1] in lexicon.articles
        if (is_last or is_first) and lower in lexicon.organisations and name.words[at][0].isupper():
            yield name.words[at]
        elif is_before_article and lower not in lexicon.articles and name.words[0][0].isupper():
            yield name.words[0]


def _of_others(article: Article) -> Iterator[str]:
    """Words of longer names that nobody known has: "Security Council", "Council of Elders"."""
    for _, sequence in article.unknown():
        if len(sequence.words) > 1:
            yield from (word.lower() for word in sequence.words)
    for at, words in enumerate(article.words):
        for word in words.capitals:
            if word not in article.covered[at] and _goes_on(words, word):
                yield words.lower[word]


def _goes_on(words: Words, at: int) -> bool:
    """Whether a longer name begins or goes on here: "Council of Elders", "Northern Council"."""
    if at + 1 < len(words.words) and words.gaps[at + 1] == " ":
        following = words.words[at + 1]
        if following[0].isupper() or (
            following in _BEHIND
            and at + 2 < len(words.words)
            and (words.words[at + 2][0].isupper() or words.words[at + 2] == "the")
        ):
            return True
    return bool(at and words.gaps[at] == " " and words.words[at - 1][0].isupper() and at - 1 > 0)


def _stands_alone(article: Article, at: int, word: int) -> bool:
    """Whether "the Union" stands here, and no longer name."""
    words = article.words[at]
    return (
        word > 0
        and words.lower[word - 1] in _DEFINITE
        and words.gaps[word] == " "
        and words.gap_after(word)[:1] != "-"
        and word not in article.covered[at]
        and word not in article.in_titles[at]
        and not _goes_on(words, word)
    )
