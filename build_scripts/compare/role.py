"""Compare: what stands beside actors' names in, differences of office out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from build_scripts.compare.corpus import Corpus, Draft
from build_scripts.compare.sayings import in_marks, quoted
from build_scripts.compare.tokens import tokens
from build_scripts.compare.words import stems, words
from build_scripts.models import Actor, ActorKind, DifferenceType, Mention, Ref, Role, Verdict


def compare(corpus: Corpus) -> Iterator[Draft]:
    """One draft for each actor whose office is not the same everywhere."""
    roles: dict[str, list[Role]] = defaultdict(list)
    for of in corpus.roles.values():
        for role in of:
            roles[role.actor].append(role)
    organisations = {one.id for one in corpus.records.actors if one.kind is ActorKind.ORGANISATION}
    for actor in corpus.records.actors:
        yield from _offices(actor, roles[actor.id], organisations, corpus)


def _offices(
    actor: Actor, roles: Iterable[Role], organisations: Collection[str], corpus: Corpus
) -> Iterator[Draft]:
    relative = words(corpus.lexicon, "relative_words")
    meant = {
        role: _stems(role.text, corpus)
        for role in roles
        if tokens(role.text) and tokens(role.text)[0].text.casefold() not in relative
    }
    distinct = frozenset(meant.values())
    apart = {words for words in distinct if any(not (words <= other or other <= words) for other in distinct)}
    differing = [role for role, words in meant.items() if words in apart]
    if not _is_apart(differing, meant):
        return
    first: dict[tuple[str, frozenset[str]], Role] = {}
    for role in differing:
        first.setdefault((role.source, meant[role]), role)
    readings = corpus.in_order(corpus.reading(role, role.text) for role in first.values())
    told = {_stems(reading.quote, corpus): reading for reading in reversed(readings)}
    bodies = {frozenset(_bodies(role, organisations, corpus)) for role in differing} - {frozenset()}
    verdict = Verdict.UNSURE if len(bodies) > 1 else Verdict.COMPATIBLE
    says = f"{in_marks(actor.name)} is described as {quoted(corpus.in_order(told.values()))}."
    yield Draft(DifferenceType.ROLE, verdict, says, readings)


def _is_apart(differing: Iterable[Role], meant: Mapping[Role, frozenset[str]]) -> bool:
    """Whether two sources each say what the other does not: one that says more besides is no difference."""
    said: dict[str, set[frozenset[str]]] = defaultdict(set)
    for role in differing:
        said[role.source].add(meant[role])
    distinct = {frozenset(of) for of in said.values()}
    return any(not (one <= other or other <= one) for one in distinct for other in distinct)


def _stems(text: str, corpus: Corpus) -> frozenset[str]:
    """The stems of a role's words, without those that carry no matter of their own."""
    return frozenset(token.stem for token in tokens(text)) - stems(corpus.lexicon, "function_words")


def _bodies(role: Role, bodies: Collection[str], corpus: Corpus) -> Iterator[str]:
    """The organisations that a role's words name."""
    for mention in corpus.mentions.get(Ref(role.source, role.passage), ()):
        if mention.actor in bodies and _is_within(mention, role):
            yield mention.actor


def _is_within(mention: Mention, role: Role) -> bool:
    return role.start <= mention.start and mention.end <= role.end
