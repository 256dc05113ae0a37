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
            if len(meant) == 1:
                article.take(at, what[0], indices[next(iter(meant))])


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
