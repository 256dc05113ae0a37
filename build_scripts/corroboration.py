"""Foundation: the articles that say something in, how many witnesses they are and how to say it out.

Articles count once together when they rewrite one text, come from one outlet, or credit one origin for the
claim at hand, directly or through others (`the agency, citing the board`); chains join (A rewrites B, B and
C come from one outlet: one witness).
That two articles share nothing known does not make them independent, and nothing here says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TypeVar

from build_scripts.text import slug

Chain = tuple[str, ...]
"""Whom an article credits for a claim, outermost first: an agency, then whom the agency cites."""
_NONE: Mapping[str, str | Chain] = {}
_ONE = "One article says so."
Key = TypeVar("Key", str, tuple[str, str], tuple[str, int, int])


@dataclass(frozen=True, slots=True)
class Witnesses:
    """How many witnesses some articles are, which articles count together, and why, in one sentence."""

    count: int
    groups: tuple[tuple[str, ...], ...]
    why: str


def witnesses(
    source_ids: Iterable[str],
    lineage_of: Mapping[str, str],
    publisher_of: Mapping[str, str],
    credited: Mapping[str, str | Chain] = _NONE,
) -> Witnesses:
    """Group the sources that count once together; `credited` gives whom each credits for this claim.

    Names of publishers and origins are compared without case or punctuation, and with one another:
    an agency's own article and another that credits the agency are one witness.

    >>> witnesses(["a", "b", "c"], {"a": "a", "b": "a"}, {}).groups
    (('a', 'b'), ('c',))
    """
    return counted_in_words(source_ids, lineage_of, publisher_of, credited)[0]


def counted_in_words(
    source_ids: Iterable[str],
    lineage_of: Mapping[str, str],
    publisher_of: Mapping[str, str],
    credited: Mapping[str, str | Chain] = _NONE,
) -> tuple[Witnesses, str]:
    """Both `witnesses` and `in_words` at once."""
    sources = tuple(sorted(set(source_ids)))
    if len(sources) == 1:
        return Witnesses(1, (sources,), _ONE), _told(sources)
    ties = _ties(sources, lineage_of, publisher_of, credited)
    groups = joined(sources, ties.together())
    counted = Witnesses(len(groups), groups, _why(sources, groups, ties))
    return counted, _told(sources, ties, len(groups))


def are_apart(
    one: tuple[str, Chain],
    other: tuple[str, Chain],
    lineage_of: Mapping[str, str],
    publisher_of: Mapping[str, str],
) -> bool:
    """Whether two sources, each with whom it credits, are two witnesses: asked of very many pairs.

    >>> texts, outlets = {"a": "a", "b": "a"}, {"c": "Wire", "d": "The Post"}
    >>> are_apart(("a", ()), ("b", ()), texts, outlets), are_apart(("c", ()), ("d", ()), texts, outlets)
    (False, True)
    >>> are_apart(("c", ()), ("d", ("Wire",)), texts, outlets)
    False
    """
    (left, ours), (right, theirs) = one, other
    if lineage_of.get(left, left) == lineage_of.get(right, right):
        return False
    names = [
        {_key(name) for name in (publisher_of.get(source, ""), *chain) if name}
        for source, chain in ((left, ours), (right, theirs))
    ]
    return names[0].isdisjoint(names[1])


def in_words(
    source_ids: Iterable[str],
    lineage_of: Mapping[str, str],
    publisher_of: Mapping[str, str],
    credited: Mapping[str, str | Chain] = _NONE,
) -> str:
    """How many articles, and from how many texts or outlets, as readers are told.

    >>> in_words(["a", "b", "c"], {"a": "a", "b": "a"}, {})
    '3 articles from 2 texts'
    >>> in_words(["a", "c"], {}, {"a": "The Post", "c": "The Mail"}, {"a": "Wire", "c": "Wire"})
    '2 articles from different outlets, both crediting Wire'
    """
    sources = tuple(sorted(set(source_ids)))
    if len(sources) < 2:
        return _told(sources)
    ties = _ties(sources, lineage_of, publisher_of, credited)
    return _told(sources, ties, len(joined(sources, ties.together())))


def origins(said: Iterable[tuple[str, Chain]]) -> dict[str, Chain]:
    """Whom each source credits, from the chain of each of its passages on a claim.

    A source that says it once in its own voice, or on the word of others who share nobody, credits no one:
    it does not hang on one origin.

    >>> origins([("a", ("Wire", "Board")), ("a", ("Board",)), ("b", ("Wire",)), ("b", ())])
    {'a': ('Board',)}
    """
    chains: dict[str, Chain] = {}
    for source, chain in said:
        known = chains.get(source, chain)
        chains[source] = tuple(name for name in known if _key(name) in {_key(other) for other in chain})
    return {source: chain for source, chain in sorted(chains.items()) if chain}


def joined(items: Sequence[Key], ties: Iterable[Sequence[Key]]) -> tuple[tuple[Key, ...], ...]:
    """Connected components of items that `ties` put together; largest first, then by first item.

    >>> joined(("a", "b", "c"), [("a", "c")])
    (('a', 'c'), ('b',))
    """
    leader = {item: item for item in items}

    def find(item: Key) -> Key:
        while leader[item] != item:
            leader[item] = leader[leader[item]]
            item = leader[item]
        return item

    for tie in ties:
        for one, other in pairwise(tie):
            first, second = find(one), find(other)
            leader[max(first, second)] = min(first, second)
    members: dict[Key, list[Key]] = {}
    for item in sorted(items):
        members.setdefault(find(item), []).append(item)
    groups = [tuple(group) for group in members.values()]
    return tuple(sorted(groups, key=lambda group: (-len(group), group)))


@dataclass(frozen=True, slots=True)
class _Ties:
    """What ties the sources at hand: by lineage, and by name of publisher or credited origin."""

    texts: Mapping[str, tuple[str, ...]]
    outlets: Mapping[str, tuple[str, ...]]
    origins: Mapping[str, tuple[str, ...]]
    names: Mapping[str, str]

    def together(self) -> tuple[tuple[str, ...], ...]:
        named = tuple(self.outlets.get(key, ()) + self.origins.get(key, ()) for key in self.names)
        return (*self.texts.values(), *named)


def _ties(
    sources: tuple[str, ...],
    lineage_of: Mapping[str, str],
    publisher_of: Mapping[str, str],
    credited: Mapping[str, str | Chain],
) -> _Ties:
    publishers = {source: publisher_of.get(source, "") for source in sources}
    chains = {source: _chain(credited.get(source, "")) for source in sources}
    # Whoever is credited first stands first: readers are told of the agency, not of whom it cites.
    depth = sorted((at, name) for chain in chains.values() for at, name in enumerate(chain))
    spelled = [*(name for _, name in depth), *sorted(name for name in publishers.values() if name)]
    names: dict[str, str] = {}
    for name in spelled:
        names.setdefault(_key(name), name)
    return _Ties(
        texts=_by((source, lineage_of.get(source, source)) for source in sources),
        outlets=_by((source, _key(name)) for source, name in publishers.items() if name),
        origins=_by((source, _key(name)) for source, chain in chains.items() for name in chain),
        names=names,
    )


def _chain(credit: str | Chain) -> Chain:
    return (credit,) if isinstance(credit, str) and credit else tuple(credit)


@lru_cache(maxsize=1 << 12)
def _key(name: str) -> str:
    return slug(name) or " ".join(name.casefold().split())


def _by(keys: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    grouped: dict[str, list[str]] = {}
    for source, key in keys:
        grouped.setdefault(key, []).append(source)
    return {key: tuple(grouped[key]) for key in sorted(grouped)}


def _told(sources: tuple[str, ...], ties: _Ties | None = None, count: int = 0) -> str:
    if ties is None or len(sources) < 2:
        return "1 article" if sources else "no articles"
    return f"{len(sources)} articles {_origin_in_words(sources, ties, count)}"


def _origin_in_words(sources: tuple[str, ...], ties: _Ties, count: int) -> str:
    if len(ties.texts) == count:
        return "from one text" if count == 1 else f"from {count} texts"
    everyone_has_an_outlet = sum(len(group) for group in ties.outlets.values()) == len(sources)
    if everyone_has_an_outlet and len(ties.outlets) == count:
        return "from one outlet" if count == 1 else f"from {count} outlets"
    crediting = _credited_by_all_texts(ties)
    if count == 1 and crediting:
        itself = "from or " if _key(crediting) in ties.outlets else ""
        if len(ties.texts) < len(sources):
            return f"from {len(ties.texts)} texts, {_both(len(ties.texts))} {itself}crediting {crediting}"
        different = "different outlets" if len(ties.outlets) > 1 else "different texts"
        return f"from {different}, {_both(len(sources))} {itself}crediting {crediting}"
    return f"from {len(ties.texts)} texts, counted as {'one' if count == 1 else count}"


def _credited_by_all_texts(ties: _Ties) -> str:
    """The name that some article of every text credits (or that published it), if there is one."""
    for key, name in ties.names.items():
        tied = {*ties.origins.get(key, ()), *ties.outlets.get(key, ())}
        if key in ties.origins and all(tied.intersection(text) for text in ties.texts.values()):
            return name
    return ""


def _both(number: int) -> str:
    return "both" if number == 2 else "all"


def _why(sources: tuple[str, ...], groups: tuple[tuple[str, ...], ...], ties: _Ties) -> str:
    total = len(sources)
    if total < 2:
        return _ONE if total else "No article says so."

    def some(number: int) -> str:
        return f"the {number} articles" if number == total else f"{number} of the {total} articles"

    reasons = [f"{some(len(text))} rewrite one text" for text in ties.texts.values() if len(text) > 1]
    together = list(ties.texts.values())
    for key, name in ties.names.items():
        outlet, origin = ties.outlets.get(key, ()), ties.origins.get(key, ())
        more = [*together, (*outlet, *origin)]
        if len(joined(sources, more)) == len(joined(sources, together)):
            continue
        together = more
        if origin:
            verb = "come from or credit" if outlet else "credit"
            reasons.append(f"{some(len({*outlet, *origin}))} {verb} {name}")
        else:
            reasons.append(f"{some(len(outlet))} are from one outlet, {name}")
    if not reasons:
        return f"No shared text, outlet or credited origin is known for the {total} articles."
    count = "once" if len(groups) == 1 else f"as {len(groups)}"
    return f"Counted {count}: {', and '.join(reasons)}."
