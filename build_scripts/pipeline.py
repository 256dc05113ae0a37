"""The stages in order: what a newcomer reads first.

    read ─► extract ─► compare ─► write pages ─► (write to disk, render)

`build` is pure: the same inputs give the same pages and tables, byte for byte. Reading stands before
it (`read_inputs`), writing and rendering after it, in the command line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from build_scripts import (
    addresses,
    blocks,
    cited,
    export,
    looking,
    remembered,
    shelves,
    withheld,
    withholding,
)
from build_scripts.checks import check_front, check_page, check_prose, check_records, uncited
from build_scripts.citations import Resolver
from build_scripts.cited import Reader
from build_scripts.errors import Fault, Faults, InvalidInput
from build_scripts.evidence import citing_pages, shown_passages
from build_scripts.extract import find_passages
from build_scripts.holding import published
from build_scripts.memory import Memory
from build_scripts.models import (
    Briefing,
    Config,
    Lexicon,
    Page,
    PagePlan,
    Passage,
    Records,
    ReviewRow,
    Source,
    SourceFacts,
)
from build_scripts.pages import pictures, search_index, write_pages, write_source_pages
from build_scripts.progress import Watch, silent
from build_scripts.read import (
    DOCUMENTS,
    Documents,
    check_moved,
    check_navigation,
    check_paths,
    followed,
    load_config,
    load_guide,
    load_lexicon,
    load_pages,
    load_sources,
    page_of,
    read_records,
    recall,
    recall_shelf,
)
from build_scripts.reviewing import review_rows
from build_scripts.standing import SHELF as STANDING
from build_scripts.standing import Standing

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything that a build depends on."""

    config: Config
    lexicon: Lexicon
    sources: tuple[Source, ...]
    pages: tuple[Page, ...]
    records: Records
    faults: tuple[Fault, ...] = ()
    """What is wrong with them; `build` adds what it finds and raises everything together."""
    guide: str = ""
    """The editors' guide that comes with the program."""
    rules: str = ""
    """Stands for the program and its words: what was found by other ones is not used."""
    recall: Callable[[str], str] = lambda key: ""
    """What an earlier build kept under a key. Only spares work: the result is the same without it."""
    shelf: Callable[[str], str] = lambda name: ""
    """What an earlier build kept of its comparison, by name; likewise."""
    documents: shelves.Shelf = field(default_factory=lambda: shelves.Shelf({}))
    """What was read in front matter and lists of articles, for the next run."""
    seen: Mapping[str, str] | None = None
    """The digest of each file that was there to be read, by its path; None if there was more than files."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a build wants on disk, and what it has to say to people."""

    briefing: Briefing
    pages: Mapping[str, str]
    """Text of each page by its path in docs/."""
    tables: Mapping[str, str]
    """Text of each file of docs/data/ by its name there."""
    edited: tuple[tuple[str, blocks.EditedBlock], ...]
    """Blocks that people edited, by page: kept as they are."""
    review: tuple[ReviewRow, ...]
    keys: Mapping[str, str]
    """For each article, by its id, the key under which what was found in it may be kept."""
    fresh: Mapping[str, Callable[[], str]]
    """What was found anew, by key; the text is made only where it is wanted."""
    shelves: Mapping[str, Callable[[], str]]
    """What was found anew in comparing, by name; likewise."""


def read_inputs(config_file: Path) -> Inputs:
    """Read configuration, articles and pages; raise `InvalidInput` if the configuration has faults."""
    config = load_config(config_file)
    root, rules = Path(config.root), looking.program()
    seen = looking.look(root, (config.file, config.seeds, config.docs))
    kept, shelf = partial(recall, root), partial(recall_shelf, root)
    documents = Documents(shelves.from_text(shelf(DOCUMENTS)), rules)
    faults = Faults()
    sources = load_sources(config, faults, documents)
    pages = load_pages(config, faults, documents)
    records = read_records(pages, config, faults)
    config = followed(config, records)
    lexicon, guide = load_lexicon(config.language), load_guide(config.language)
    found = tuple(faults.found)
    return Inputs(
        config, lexicon, sources, pages, records, found, guide, rules, kept, shelf, documents.shelf, seen
    )


def with_page(inputs: Inputs, path: str, text: str) -> Inputs:
    """The same inputs with one page more, or with another text of it."""
    faults = Faults()
    page = page_of(text, path, f"{inputs.config.docs}/{path}", faults)
    others = (one for one in inputs.pages if one.path != path)
    pages = tuple(sorted((*others, page) if page else others, key=lambda one: one.path))
    records = read_records(pages, inputs.config, faults)
    return replace(inputs, pages=pages, records=records, faults=(*inputs.faults, *faults.found))


def build(inputs: Inputs, watch: Watch = silent, memory: Memory | None = None) -> Result:
    """Turn inputs into pages and tables; raise `InvalidInput` with every fault of inputs or pages.

    `watch` is told of each stage, and of the articles and pages that are done.
    """
    result, faults = attempt(inputs, watch, memory)
    if result is None or faults:
        raise InvalidInput(faults)
    return result


def attempt(
    inputs: Inputs, watch: Watch = silent, memory: Memory | None = None
) -> tuple[Result | None, tuple[Fault, ...]]:
    """The build as far as it goes, and every fault: none of it may be written while there is one.

    A citation that is not found stops nothing here, so that `review` can list it beside everything else;
    with records that cannot be read there is no result.
    """
    memory = memory or Memory()
    marks = withheld.words(inputs.sources, inputs.records.actors, inputs.guide)
    inputs = _without(inputs, marks) if marks else inputs
    checked = _checked(inputs, memory, watch)
    faults = checked.faults
    if inputs.faults:
        return None, tuple(faults.found)

    facts = _facts(inputs, checked, memory, watch)
    watch("compare", 0, 0)
    findings = memory.compare(
        facts, inputs.records, inputs.config, inputs.lexicon, checked.keys, inputs.shelf
    )
    watch("pages", 0, 0)
    everything = Briefing(
        config=inputs.config,
        sources=tuple(found.source for found in facts),
        facts=facts,
        records=inputs.records,
        findings=findings,
        guide=inputs.guide,
        withdrawn=checked.gone,
        paths=frozenset(page.path for page in inputs.pages),
    )
    found = addresses.addresses(inputs.records, everything.findings.contacts, inputs.config)
    unbuilt = _unbuilt(found, everything.paths, inputs.records)
    briefing, written = _written(inputs, everything, unbuilt, checked, watch)
    unbuilt |= _unbuilt(found, written.pages, inputs.records)
    found = (*found, *addresses.of_parts(found, written.pages, inputs.records))
    built = {
        path: withholding.without(text, withholding.still_said(text, marks))
        for path, text in written.pages.items()
        if path not in unbuilt
    }
    _read_drafts(inputs, written)
    watch("tables", 0, 0)
    as_read = {page.path: page.text for page in inputs.pages if not checked.read(page.text).is_plain}
    everything = replace(everything, shown=briefing.shown)
    result = Result(
        briefing=briefing,
        keys=checked.keys,
        fresh={
            checked.keys[source.id]: partial(remembered.as_text, checked.keys[source.id], there, source)
            for source, there in zip(checked.live, facts, strict=True)
            if checked.known[source.id] is None
        },
        shelves={
            **memory.kept(),
            **({DOCUMENTS: inputs.documents.as_text} if inputs.documents.has_changed else {}),
        },
        pages=dict(sorted(written.pages.items())),
        tables={
            **export.files(briefing),
            **pictures(briefing),
            **search_index(briefing, built, checked.read),
            addresses.FILE: addresses.as_text(found),
            **({withholding.FILE: withholding.as_text(marks)} if marks else {}),
        },
        edited=tuple(written.edited),
        review=review_rows(everything, written.pages, written.edited, uncited(inputs.config, as_read), marks),
    )
    return result, tuple(sorted(set(faults.found)))


def _read_drafts(inputs: Inputs, written: Written) -> None:
    """Read the front matter of new pages, which the next run then has read: it finds them all."""
    documents = Documents(inputs.documents, inputs.rules)
    for path, text in written.pages.items():
        if path not in written.existing:
            page_of(text, path, f"{inputs.config.docs}/{path}", Faults(), documents)


def _unbuilt(found: tuple[addresses.Address, ...], paths: Iterable[str], records: Records) -> frozenset[str]:
    """Pages that no engine sees; parts of lists go with the page whose parts they are."""
    parts = frozenset(one.page for one in addresses.of_parts(found, paths, records))
    own = frozenset(one.page for one in found if one.why in addresses.LEFT_OUT)
    return own | parts | {one.page for one in records.joined}


@dataclass(frozen=True, slots=True)
class _Checked:
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
    faults: Faults


def _checked(inputs: Inputs, memory: Memory, watch: Watch) -> _Checked:
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
        if not read(page.text).stands(resolver):
            check_prose(page.path, page.text, config, resolver, faults)
    texts = {page.path: page.text for page in inputs.pages}
    standing = Standing(kept[STANDING], inputs.rules, keys, texts)
    return _Checked(live, gone, keys, known, resolver, read, standing, faults)


def _facts(inputs: Inputs, checked: _Checked, memory: Memory, watch: Watch) -> tuple[SourceFacts, ...]:
    """What each article says: remembered, or found anew."""
    new = tuple(source for source in checked.live if checked.known[source.id] is None)
    watch("extract", 0, 0)
    extracted = memory.extract(new, checked.keys, inputs.records.actors, inputs.config, inputs.lexicon)
    anew = {
        source.id: found for source, found in zip(_watched(new, "extract", watch), extracted, strict=True)
    }
    return tuple(checked.known[source.id] or anew[source.id] for source in checked.live)


def _written(
    inputs: Inputs, everything: Briefing, unbuilt: frozenset[str], checked: _Checked, watch: Watch
) -> tuple[Briefing, Written]:
    """What is published, and all pages with their blocks renewed and checked."""
    config, resolver, faults = inputs.config, checked.resolver, checked.faults
    briefing = published(everything)
    pages = [page for page in inputs.pages if page.path not in unbuilt]
    found, read = briefing.findings, checked.read
    shown = shown_passages(pages, briefing.records, found, everything.facts, resolver, read)
    briefing = replace(briefing, shown=shown)
    standing = checked.standing
    written = Written(inputs, faults)
    written.add(write_pages(briefing, standing), standing)
    briefing = replace(briefing, cited_by=citing_pages(written.pages, resolver, read))
    written.add(write_source_pages(briefing, standing), standing)
    standing.keep()
    planned = frozenset(written.pages)
    written.keep_the_rest()
    check_paths(written.pages, config.docs, faults)
    check_moved(inputs.records.moved, written.pages, config.docs, faults)
    check_navigation((path for path in written.pages if path not in unbuilt), config, faults)
    for path, text in _watched(sorted(written.pages.items()), "check", watch):
        # What is not built may be old: a page that is held back is written again when it is reviewed.
        is_built = path in planned or path not in unbuilt
        if is_built and not read(text).stands(resolver):
            check_page(path, text, config, resolver, faults)
    return briefing, written


def _without(inputs: Inputs, marks: tuple[str, ...]) -> Inputs:
    """The same without words of withdrawn articles in front matter and in notes on articles."""
    pages, sources = withheld.pages(inputs.pages, marks), withheld.sources(inputs.sources, marks)
    # What is wrong with the records is known from the files as they are.
    records = read_records(pages, inputs.config, Faults())
    return replace(inputs, pages=pages, sources=sources, records=records)


def _passages(source: Source, known: SourceFacts | None, lexicon: Lexicon) -> tuple[Passage, ...]:
    return known.passages if known else find_passages(source, lexicon)


def _watched(items: Sequence[Item], stage: str, watch: Watch) -> Iterator[Item]:
    for done, item in enumerate(items):
        watch(stage, done, len(items))
        yield item


class Written:
    """The pages of this build: existing ones with their blocks renewed, new ones from their drafts."""

    def __init__(self, inputs: Inputs, faults: Faults) -> None:
        self.docs = inputs.config.docs
        self.existing = {page.path: page for page in inputs.pages}
        self.faults = faults
        self.pages: dict[str, str] = {}
        self.edited: list[tuple[str, blocks.EditedBlock]] = []

    def add(self, plans: Iterable[PagePlan], standing: Standing) -> None:
        for plan in plans:
            page = self.existing.get(plan.path)
            if plan.stands and page:
                self.pages[plan.path] = page.text
                continue
            updated = blocks.update(page.text if page else plan.draft, plan.blocks, plan.top)
            for fault in updated.faults:
                self.faults.add(f"{self.docs}/{plan.path}", fault.line, fault.what, fault.mend)
            self.pages[plan.path] = updated.text
            self.edited.extend((plan.path, block) for block in updated.edited)
            standing.left(plan, updated.text, is_ours=not (updated.edited or updated.faults))

    def keep_the_rest(self) -> None:
        """Pages that no stage plans stay as they are; they are checked like all others."""
        for path, page in self.existing.items():
            self.pages.setdefault(path, page.text)
