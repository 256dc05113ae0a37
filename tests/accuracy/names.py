"""Names against the gold file: spellings of known actors, unknown names, names inside titles."""

from __future__ import annotations

from collections.abc import Iterable

from build_scripts.models import SourceFacts

from .gold import Gold, key
from .score import Share, Traps


def score_spellings(gold: Gold, facts: Iterable[SourceFacts], *, proposed: bool = False) -> Share:
    """Each spelling of a person or organisation in each article that the gold file lists.

    With `proposed`, an unknown name that is offered as a spelling of the right actor counts as well.
    """
    articles = tuple(facts)
    said = {
        (found.source.id, mention.actor, key(mention.text))
        for found in articles
        for mention in found.mentions
    }
    offered = [
        (found.source.id, name.guess, key(name.text))
        for found in articles
        for name in (found.unknown_names if proposed else ())
    ]
    found_count, missed = 0, []
    for actor in gold.data["actors"]:
        if actor["kind"] == "place" or actor["id"] not in gold.actor_of:
            continue
        id_ = gold.actor_of[actor["id"]]
        for spelling, places in actor["spellings"].items():
            for article in places:
                words = key(spelling)
                if (article, id_, words) in said or any(
                    (article, id_) == one[:2] and words in one[2] for one in offered
                ):
                    found_count += 1
                else:
                    missed.append(f"{article} {spelling}")
    return Share("spellings found or proposed" if proposed else "spellings", found_count, tuple(missed))


def score_unknown_names(gold: Gold, facts: Iterable[SourceFacts]) -> Share:
    """Names that no page claims are offered to the editor, in each article that has them."""
    offered = [(found.source.id, key(name.text)) for found in facts for name in found.unknown_names]
    wanted = [
        (article, spelling)
        for actor in gold.data["actors"]
        if actor.get("page") is False
        for spelling, articles in actor["spellings"].items()
        for article in articles
    ]
    missed = tuple(
        f"{article} {spelling}"
        for article, spelling in wanted
        if not any(article == one and key(spelling) in words for one, words in offered)
    )
    return Share("unknown names offered", len(wanted) - len(missed), missed)


def names_inside_titles(gold: Gold, facts: Iterable[SourceFacts]) -> Traps:
    """Titles of works, agreements and formats in which an actor was seen."""
    titles = [one for one in gold.data["not_actors"] if "quote" in one]
    by_source = {found.source.id: found for found in facts}
    taken = []
    for one in titles:
        found = by_source[one["article"]]
        start = found.source.text.index(one["quote"])
        end = start + len(one["quote"])
        seen = [mention.text for mention in found.mentions if start < mention.end and mention.start < end]
        taken += [f"{one['article']} {one['quote']!r}: {', '.join(seen)}"] if seen else []
    return Traps("names taken from titles", len(titles), tuple(taken))
