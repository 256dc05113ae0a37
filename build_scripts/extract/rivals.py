"""Extract: an article while its names are being found in; words that may be the names of others, out."""

from __future__ import annotations

import re
from collections.abc import Set

from build_scripts.extract.article import Article
from build_scripts.models import PassageKind

# Match: "Arden-Brook", "Arden–Brook". Near-miss: "Arden Brook-Cedar".
_HYPHENS_ONLY = re.compile(r"[^\W_]+(?:[-–‑][^\W_]+)+")


def rivals(article: Article, surnames: Set[str], *, is_introduced: bool = False) -> frozenset[str]:
    """Words of longer names that nobody claims, and words that the article writes small.

    A title ("Arden Goes Home") is nobody's longer name, nor are two who also stand apart or have pages ("the
    Arden-Brook memorandum"), nor those whose name a text bears ("the Brook Plan"). Of someone whom the
    article introduces (`is_introduced`), neither is a headline ("Brook Meets Arden"), where sentences have
    the word alone.
    """
    unknown = article.unknown()
    alone = {sequence.text for _, sequence in unknown if len(sequence.words) == 1}
    words: set[str] = set()
    for at, sequence in unknown:
        if len(sequence.words) == 1 or sequence.first in article.in_titles[at]:
            continue
        if sequence.words[-1].lower() in article.lexicon.documents:
            continue
        if _HYPHENS_ONLY.fullmatch(sequence.text) and (alone | surnames).issuperset(sequence.words):
            continue
        if sequence.words[0].lower() in article.lexicon.articles and len(sequence.words) == 2:
            continue  # "al-Brook"
        is_headline = article.passages[at].kind is not PassageKind.SENTENCE
        words.update(
            word.lower()
            for word in sequence.words
            if len(word) > 1 and not (is_headline and is_introduced and word in alone)
        )
    return frozenset(words | article.small)
