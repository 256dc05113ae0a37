"""Compare: what stands beside actors' names in, differences of office out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What a role's words say: stems, without those that carry no matter of their own."""

    stems: frozenset[str]
    named: frozenset[str]
    """The same, with a body or a land as the one it is, whichever of its names stands there."""
    whose: frozenset[str]
    """These bodies and lands."""

    def is_within(self, other: _Meaning) -> bool:
        """Whether the other says all of it."""
        return self.stems <= other.stems or self.named <= other.named

    def is_short_for(self, other: _Meaning) -> bool:
        """Whether the other only adds whose office it is: "the president", "the president of Westland".

        Near-miss: "deputy of the organisation", "deputy of the banned organisation".
        """
        return self.is_within(other) and other.named - self.named <= other.whose


def _offices(
    actor: Actor, roles: Iterable[Role], organisations: Collection[str], corpus: Corpus
) -> Iterator[Draft]:
    unclear = words(corpus.lexicon, "relative_words") | words(corpus.lexicon, "pronoun_possessives")
    meant = _alike(
        {
            role: _meant(role, corpus)
            for role in roles
            if tokens(role.text) and tokens(role.text)[0].text.casefold() not in unclear
        }
    )
    distinct = frozenset(meant.values())
    apart = {
        one for one in distinct if any(not (one.is_within(two) or two.is_within(one)) for two in distinct)
    }
    meant = {role: meaning for role, meaning in meant.items() if meaning in apart}
    if not _is_apart(meant):
        return
    first: dict[tuple[str, _Meaning], Role] = {}
    for role, meaning in meant.items():
        first.setdefault((role.source, meaning), role)
    readings = {corpus.reading(role, role.text): meant[role] for role in first.values()}
    ordered = corpus.in_order(readings)
    told = {readings[reading]: reading for reading in reversed(ordered)}
    bodies = {frozenset(_bodies(role, organisations, corpus)) for role in meant} - {frozenset()}
    verdict = Verdict.UNSURE if len(bodies) > 1 else Verdict.COMPATIBLE
    says = f"{in_marks(actor.name)} is described as {quoted(corpus.in_order(told.values()))}."
    yield Draft(DifferenceType.ROLE, verdict, says, ordered)


def _alike(meant: Mapping[Role, _Meaning]) -> dict[Role, _Meaning]:
    """The roles without those that are short for another; those that say the same with one meaning."""
    distinct = tuple(dict.fromkeys(meant.values()))
    one_of = {
        meaning: next(other for other in distinct if meaning.is_within(other) and other.is_within(meaning))
        for meaning in distinct
    }
    short = {
        meaning
        for meaning in distinct
        if any(meaning.is_short_for(other) and not other.is_within(meaning) for other in distinct)
    }
    return {role: one_of[meaning] for role, meaning in meant.items() if meaning not in short}


def _is_apart(meant: Mapping[Role, _Meaning]) -> bool:
    """Whether two sources each say what the other does not: one that says more besides is no difference."""
    said: dict[str, set[_Meaning]] = defaultdict(set)
    for role, meaning in meant.items():
        said[role.source].add(meaning)
    distinct = {frozenset(of) for of in said.values()}
    return any(not (one <= other or other <= one) for one in distinct for other in distinct)


def _meant(role: Role, corpus: Corpus) -> _Meaning:
    empty = stems(corpus.lexicon, "function_words")
    offices = words(corpus.lexicon, "one_office")
    mentions = corpus.mentions.get(Ref(role.source, role.passage), ())
    within = [mention for mention in mentions if _is_within(mention, role)]
    plain, named, owners = set[str](), set[str](), set[str]()
    for token in tokens(role.text, role.start):
        whose = next((one.actor for one in within if one.start <= token.start < one.end), "")
        office = next((one for one in offices if token.stem.startswith(one)), token.stem)
        if token.stem not in empty:
            plain.add(office)
        if whose or token.stem not in empty:
            named.add(whose or office)
        owners.update((whose,) if whose else ())
    return _Meaning(frozenset(plain), frozenset(named), frozenset(owners))


def _bodies(role: Role, bodies: Collection[str], corpus: Corpus) -> Iterator[str]:
    """The organisations that a role's words name."""
    for mention in corpus.mentions.get(Ref(role.source, role.passage), ()):
        if mention.actor in bodies and _is_within(mention, role):
            yield mention.actor


def _is_within(mention: Mention, role: Role) -> bool:
    return role.start <= mention.start and mention.end <= role.end
