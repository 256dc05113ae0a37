"""Takes the inputs and what earlier builds kept; gives the articles in passages, and what is wrong so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from build_scripts import cited, export, remembered
from build_scripts.checks import check_front, check_prose, check_records
from build_scripts.citations import Resolver
from build_scripts.cited import Reader
from build_scripts.errors import Faults
from build_scripts.extract import find_passages
from build_scripts.inputs import Inputs
from build_scripts.memory import Memory
from build_scripts.models import Lexicon, Passage, Source, SourceFacts
from build_scripts.progress import Watch
from build_scripts.standing import SHELF as STANDING
from build_scripts.standing import Standing


@dataclass(frozen=True, slots=True)
class Checked:
    """The articles in which citations are looked up, and what is wrong with records and prose."""

    live: tuple[Source, ...]
    gone: tuple[Source, ...]
    keys: Mapping[str, str]
    known: Mapping[str, SourceFacts | None]
    """What an earlier build found in each article, by its id."""
    resolver: Resolver
    read: Reader
    """What each page cites, by its text."""
    standing: Standing
    """Which pages need not be told again."""
    exported: export.Kept
    """What of the tables need not be."""
    faults: Faults


def check_inputs(inputs: Inputs, memory: Memory, watch: Watch) -> Checked:
    """Articles cut into passages; records and prose held against them."""
    config, records = inputs.config, inputs.records
    live = tuple(source for source in inputs.sources if source.withdrawn is None)
    gone = tuple(source for source in inputs.sources if source.withdrawn is not None)
    watch("passages", 0, 0)
    keys = remembered.keys(live, records.actors, config, inputs.rules)
    known = {source.id: memory.known(source, keys[source.id], inputs.recall) for source in live}
    resolver = Resolver(
        (passage for source in live for passage in _passages(source, known[source.id], inputs.lexicon)),
        withdrawn=(source.id for source in gone),
    )
    watch("citations", 0, 0)
    faults = Faults([*inputs.faults])
    check_records(records, resolver, faults, config.docs)
    names = tuple(actor.name for actor in records.actors)
    kept = memory.pages(inputs.shelf)
    read = Reader(config.loaded, inputs.rules, kept[cited.SHELF])
    for page in inputs.pages:
        check_front(page, config, names, faults)
        if not read.stands(page.text, resolver):
            check_prose(page.path, page.text, config, resolver, faults)
    texts = {page.path: page.text for page in inputs.pages}
    standing = Standing(kept[STANDING], inputs.rules, keys, texts)
    exported = export.Kept(kept[export.SHELF], inputs.data, keys)
    return Checked(live, gone, keys, known, resolver, read, standing, exported, faults)


def _passages(source: Source, known: SourceFacts | None, lexicon: Lexicon) -> tuple[Passage, ...]:
    return known.passages if known else find_passages(source, lexicon)
