"""Extract: an article that names organisations in full in; where it calls them by their proper word, out.

"Ostwick Movement … Ostwick": the word before a common noun, where nothing else in the article has it.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.extract.article import Article
from build_scripts.extract.names import Name, name_of
from build_scripts.models import How, PassageKind

_SHORTEST = 4
"""Letters of a word that is nobody else's."""


def find_proper_words(article: Article) -> None:
    """Add the mentions of organisations by the first of the two words of their names."""
    proper = dict(_proper(article))
    if not proper:
        return
    for at, words in enumerate(article.words):
        is_prose = article.passages[at].kind is PassageKind.SENTENCE  # "(Ostwick)" in a dateline is an agency
        for word in words.capitals if is_prose else ():
            name = proper.get(words.lower[word])
            # What opens a sentence has its capital in any case.
            if name is None or not word or word in article.covered[at] | article.in_titles[at]:
                continue
            behind = word + 1 < len(words.words) and words.gaps[word + 1] in (" ", "-")
            if not (behind and words.words[word + 1][0].isupper()) and words.gaps[word] != "-":
                article.add(at, word, word + 1, name)


def _proper(article: Article) -> Iterator[tuple[str, Name]]:
    """By word, the short name of the organisation that alone has it."""
    longer = {
        word.lower() for _, one in article.unknown() if len(one.words) > 1 for word in one.words
    } | article.small
    for found in article.found:
        for one in found:
            full, lexicon = one.name, article.lexicon
            is_body = bool(full.actor) and not article.is_person(full) and full.how is How.ALIAS
            if not is_body or len(full.words) != 2 or full.lower[1] not in lexicon.organisations:
                continue
            first, low = full.words[0], full.lower[0]
            is_common = low in lexicon.organisations or low in lexicon.not_names or lexicon.is_origin(low)
            starts = article.names.names.get(low, ())
            is_alone = all(name.actor == full.actor for name in starts) and low not in longer
            if first.istitle() and len(first) >= _SHORTEST and is_alone and not is_common:
                name = name_of(first, full.actor, full.side, How.SHORT)
                if name is not None and low not in lexicon.place_openers:
                    yield low, name
