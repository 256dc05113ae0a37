"""Compare: what stands beside actors' names in, differences of office or part out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from build_scripts.compare.corpus import Corpus, Draft, facing, key
from build_scripts.compare.sayings import in_marks, quoted
from build_scripts.compare.tokens import tokens
from build_scripts.compare.words import stems, words
from build_scripts.corroboration import joined
from build_scripts.models import Actor, ActorKind, DifferenceType, Mention, Reading, Ref, Role, Verdict


def compare(corpus: Corpus) -> Iterator[Draft]:
    """One draft for each actor whose office is not the same everywhere, and one for each changed part."""
    roles: dict[str, list[Role]] = defaultdict(list)
    for of in corpus.roles.values():
        for role in of:
            roles[role.actor].append(role)
    organisations = {one.id for one in corpus.records.actors if one.kind is ActorKind.ORGANISATION}
    for actor in corpus.records.actors:
        yield from _offices(actor, roles[actor.id], organisations, corpus)
    yield from _parts(corpus)


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


def _parts(corpus: Corpus) -> Iterator[Draft]:
    """`organized by A` against `initiated by A`: what someone's part in the same thing was."""
    found = {ref: tuple(_parts_in(ref, corpus)) for ref in corpus.compared}
    parts = {key(part): part for of in found.values() for part in of}
    ties = [
        (key(ours), key(theirs))
        for pair, left, right in facing(corpus.pairs, found)
        for ours in left
        for theirs in right
        if ours.value == theirs.value
    ]
    for group in joined(tuple(parts), ties):
        readings = corpus.in_order(parts[each] for each in group)
        if len({tokens(reading.quote)[0].stem for reading in readings}) > 1:
            says = f"The part taken is given as {quoted(readings)}."
            yield Draft(DifferenceType.ROLE, Verdict.UNSURE, says, readings)


def _parts_in(ref: Ref, corpus: Corpus) -> Iterator[Reading]:
    """Words such as `organized by the A`, with A's id as their value."""
    passage = corpus.passages[ref]
    verbs, articles = words(corpus.lexicon, "parts"), words(corpus.lexicon, "articles")
    agent = words(corpus.lexicon, "agent_words")
    said = tokens(passage.text, passage.start)
    for mention in corpus.mentions.get(ref, ()):
        before = [token for token in said if token.end <= mention.start][-3:]
        if before and before[-1].text.casefold() in articles:
            before.pop()
        if len(before) < 2 or before[-1].text.casefold() not in agent:
            continue
        verb = before[-2]
        if mention.actor and verb.text.casefold() in verbs:
            quote = passage.text[verb.start - passage.start : mention.end - passage.start]
            yield Reading(ref.source, ref.passage, verb.start, mention.end, quote, mention.actor)
