"""Extract: an article while its names are being found in; organisations that it calls by their initials, out.

"UAW" is the United Auto Workers where only they have these letters: for certain where the article names them
in full, too; near-certain where it has three letters or more. What else of the article has the same letters,
is a rival.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from build_scripts.extract.article import Article
from build_scripts.extract.names import Name, NameIndex, name_of
from build_scripts.models import ActorKind, How

SHORTEST = 3
"""Letters that say something without the full name beside them."""
_FEWEST = 2


def letters_of(words: tuple[str, ...]) -> frozenset[str]:
    """The initials of a name's capital words; a word of capitals may count as its letters.

    >>> sorted(letters_of(("Northern", "League", "for", "Roads"))), sorted(letters_of(("NHL", "Players")))
    (['NLR'], ['NHLP', 'NP'])
    """
    capitals = [word for word in words if word[0].isupper()]
    short = "".join(word[0] for word in capitals)
    whole = "".join(word if word.isupper() else word[0] for word in capitals)
    return frozenset((short, whole))


def find_initials(article: Article, owners: Mapping[str, Set[str]]) -> None:
    """Add the mentions by initials; `owners`: by letters, the actors that may have them."""
    article.scan(NameIndex.of(_names(article, owners)))


def _names(article: Article, owners: Mapping[str, Set[str]]) -> Iterator[Name | None]:
    named = {
        one.name.actor
        for found in article.found
        for one in found
        if len(one.name.words) > 1 and one.name.how is not How.DESCRIPTION
    }
    longer = (one.words for _, one in article.unknown() if any(len(word) > 1 for word in one.words[1:]))
    rivals = {letters for words in longer for letters in letters_of(words)}
    for letters, actors in owners.items():
        if len(letters) < _FEWEST:
            continue
        low = letters.lower()
        written = low in article.places or (low[0] in article.places and low[-1] in article.places)
        if len(actors) != 1 or not written or letters in rivals or low in article.names.names:
            continue
        actor = article.actors[next(iter(actors))]
        is_named = actor.id in named
        is_body = actor.kind is ActorKind.ORGANISATION and len(letters) >= SHORTEST
        if is_named or is_body:
            how = How.SHORT if is_named else How.PROPOSED
            yield name_of(letters, actor.id, actor.side, how)
            yield name_of(f"{'.'.join(letters)}.", actor.id, actor.side, how)
