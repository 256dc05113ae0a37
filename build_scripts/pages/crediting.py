"""Pages: passages that are given on someone's word in, that word as readers are told out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from build_scripts.models import Credit, Evidence, Reading, Ref
from build_scripts.pages import markdown
from build_scripts.pages.lookup import Lookup


def chain_in_words(chain: Sequence[str], lookup: Lookup) -> str:
    """An agency and whom it cites, each by name; `Wire, citing the Harbour Board`."""
    return ", citing ".join(_named(each, lookup) for each in chain)


def of_evidence(piece: Evidence, lookup: Lookup) -> str:
    """On whose word an article gives a piece of evidence; empty where it says it itself."""
    return _told((report.credited for report in lookup.reports(piece)), lookup)


def of_reading(reading: Reading, lookup: Lookup) -> str:
    """On whose word an article gives a reading, with those whom its source cites."""
    within = tuple(each for each in (reading.via, reading.speaker) if each)
    told = [report.credited for report in lookup.reports(reading)]
    if not within:
        return _told(told, lookup)
    return _told([*told, _whole(reading, lookup), within], lookup, containing=_name(within[-1], lookup))


def lines(credits: Iterable[Credit], lookup: Lookup) -> list[str]:
    """A line for each chain, with the passages that are given on its word."""
    found: dict[str, list[Ref]] = {}
    for one in credits:
        if one.chain:
            found.setdefault(chain_in_words(one.chain, lookup), []).append(Ref(one.source, one.passage))
    return [
        f"On the word of {told}: {markdown.cite_most(sorted(refs, key=lookup.order))}"
        for told, refs in found.items()
    ]


def _told(chains: Iterable[Sequence[str]], lookup: Lookup, containing: str = "") -> str:
    """The longest chain (of those that have a name), or nothing."""
    named = [tuple(_name(each, lookup) for each in chain) for chain in chains]
    fitting = [chain for chain in named if chain and (not containing or containing in chain)]
    return chain_in_words(max(fitting, key=len), lookup) if fitting else ""


def _whole(reading: Reading, lookup: Lookup) -> tuple[str, ...]:
    """The chain of the passage, where what stands first in it is known to hand on what the others say."""
    ref = Ref(reading.source, reading.passage)
    chain = lookup.briefing.findings.credits.get(ref, ())
    passage = lookup.passage[ref]
    handed_on = {
        said.via or said.speaker
        for said in lookup.facts[reading.source].quotations
        if said.passage == reading.passage and 2 * (said.end - said.start) > passage.end - passage.start
    }
    return chain if chain and chain[0] in {_name(each, lookup) for each in handed_on} else ()


def _name(who: str, lookup: Lookup) -> str:
    actor = lookup.actor.get(who)
    return actor.name if actor else who


def _named(name: str, lookup: Lookup) -> str:
    """An actor by name, anyone else in the source's words."""
    return markdown.inline(name) if name in lookup.names else markdown.quoted(name)
