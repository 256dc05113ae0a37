"""Extract: an article in which several persons have one family name in; whom it means by that name, as far as
it is certain, out.

Before the second of them is named in full, the first; and where one of them only has been named in full in
the same paragraph, he. Elsewhere the name alone stays nobody's.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace

from build_scripts.extract.article import Article, Found
from build_scripts.extract.names import Name, NameIndex, name_of, split_words
from build_scripts.extract.short_names import family_forms
from build_scripts.models import How


def find_shared(article: Article, rivals: Set[str]) -> None:
    """Add the mentions by a family name that several persons of the article have, marked as proposed."""
    bearers = _bearers(article, rivals)
    if not bearers:
        return
    indices = {
        actor: NameIndex.of(name for names in bearers.values() for name in names if name.actor == actor)
        for actor in {name.actor for names in bearers.values() for name in names}
    }
    first_names = _first_names(article)
    named: set[str] = set()
    here: set[str] = set()
    paragraph = 0
    for at, passage in enumerate(article.passages):
        if passage.paragraph != paragraph:
            paragraph, here = passage.paragraph, set()
        for what in list(_in_order(article, at, bearers)):
            if isinstance(what, Found):
                here.add(what.name.actor)
                named.add(what.name.actor)
                continue
            those = {name.actor for form, names in bearers.items() for name in names if form[0] == what[1]}
            meant = those & here or those & named
            called = _of_title(article, at, what[0], those, first_names)
            meant = called if len(called) == 1 else meant
            if len(meant) == 1:
                article.take(at, what[0], indices[next(iter(meant))])


def _first_names(article: Article) -> dict[str, str]:
    """By person, the first name that the article gives."""
    return {
        one.name.actor: one.name.lower[0]
        for found in article.found
        for one in found
        if article.is_person(one.name) and one.name.how is not How.DESCRIPTION and len(one.name.words) > 1
    }


def _of_title(article: Article, at: int, word: int, those: set[str], first_names: dict[str, str]) -> set[str]:
    """Of several of one name, her whom "Mrs Birch" can mean, him whom "Mr Birch" can."""
    words, lexicon = article.words[at], article.lexicon
    title = words.lower[word - 1] if word and words.gaps[word] in (" ", ". ") else ""
    if title not in lexicon.her_titles and title not in lexicon.his_titles:
        return set()
    not_meant = lexicon.men if title in lexicon.her_titles else lexicon.women
    meant = lexicon.women if title in lexicon.her_titles else lexicon.men
    possible = {actor for actor in those if first_names.get(actor, "") not in not_meant}
    certain = {actor for actor in possible if first_names.get(actor, "") in meant}
    return certain if (len(certain) == 1 and len(possible) == 1) or len(certain) == 1 else possible


def _bearers(article: Article, rivals: Set[str]) -> dict[tuple[str, ...], list[Name]]:
    """The family names that several persons have whom the article names in full."""
    forms: dict[tuple[str, ...], dict[str, Name]] = {}
    for passage, found in zip(article.passages, article.found, strict=True):
        for one in found:
            if not article.is_person(one.name) or one.name.how is How.DESCRIPTION or len(one.name.words) < 2:
                continue
            for form in family_forms(split_words(passage.text[one.start : one.end]), article.lexicon):
                name = name_of(form, one.name.actor, one.name.side, How.PROPOSED)
                if name is not None and (len(name.words) > 1 or name.lower[0] not in rivals):
                    forms.setdefault(name.lower, {}).setdefault(
                        name.actor, replace(name, dotted=False) if name.dotted else name
                    )
    return {form: list(owners.values()) for form, owners in forms.items() if len(owners) > 1}


def _in_order(
    article: Article, at: int, bearers: dict[tuple[str, ...], list[Name]]
) -> Iterator[Found | tuple[int, str]]:
    """Full names of the bearers, and places where a form may stand free, in the order of the passage."""
    words, actors = article.words[at], {name.actor for names in bearers.values() for name in names}
    firsts = {form[0] for form in bearers}
    places: list[tuple[int, Found | tuple[int, str]]] = [
        (one.start, one)
        for one in article.found[at]
        if one.name.actor in actors and len(one.name.words) > 1 and one.name.how is not How.DESCRIPTION
    ]
    places += [
        (words.starts[word], (word, words.lower[word]))
        for word in words.capitals
        if words.lower[word] in firsts and word not in article.covered[at]
    ]
    places += [
        (words.starts[word], (word, words.lower[word]))
        for word, lower in enumerate(words.lower)
        if lower in firsts and word not in article.covered[at] and not words.words[word][0].isupper()
    ]
    return (what for _, what in sorted(places, key=lambda place: place[0]))
