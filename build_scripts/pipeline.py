"""The stages in order: what a newcomer reads first.

    read ─► extract ─► compare ─► write pages ─► (write to disk, render)

`build` is pure: the same inputs give the same pages and tables, byte for byte. Reading stands before
it (`inputs.py`), writing and rendering after it, in the command line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from build_scripts import (
    addresses,
    blocks,
    export,
    remembered,
    withheld,
    withholding,
)
from build_scripts.checked import Checked, check_inputs
from build_scripts.checks import check_page, uncited
from build_scripts.errors import Fault, Faults, InvalidInput
from build_scripts.evidence import citing_pages, shown_passages
from build_scripts.holding import published
from build_scripts.inputs import Inputs, without
from build_scripts.memory import Memory
from build_scripts.models import (
    Briefing,
    Records,
    ReviewRow,
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
    page_of,
)
from build_scripts.reviewing import review_rows
from build_scripts.written import Written

Item = TypeVar("Item")


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
    inputs = without(inputs, marks) if marks else inputs
    checked = check_inputs(inputs, memory, watch)
    faults = checked.faults
    if inputs.faults:
        return None, tuple(faults.found)

    facts = _facts(inputs, checked, memory, watch)
    watch("compare", 0, 0)
    findings = memory.compare(
        facts, inputs.records, inputs.config, inputs.lexicon, checked.keys, inputs.shelf, inputs.rules
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
    tables = {
        **export.files(briefing, checked.exported),
        **pictures(briefing),
        **search_index(briefing, built, checked.read),
        addresses.FILE: addresses.as_text(found),
        **({withholding.FILE: withholding.as_text(marks)} if marks else {}),
    }
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
        tables=tables,
        edited=tuple(written.edited),
        review=review_rows(
            everything, written.pages, written.edited, checked.read, uncited(inputs.config, as_read), marks
        ),
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


def _facts(inputs: Inputs, checked: Checked, memory: Memory, watch: Watch) -> tuple[SourceFacts, ...]:
    """What each article says: remembered, or found anew."""
    new = tuple(source for source in checked.live if checked.known[source.id] is None)
    watch("extract", 0, 0)
    extracted = memory.extract(new, checked.keys, inputs.records.actors, inputs.config, inputs.lexicon)
    anew = {
        source.id: found for source, found in zip(_watched(new, "extract", watch), extracted, strict=True)
    }
    return tuple(checked.known[source.id] or anew[source.id] for source in checked.live)


def _written(
    inputs: Inputs, everything: Briefing, unbuilt: frozenset[str], checked: Checked, watch: Watch
) -> tuple[Briefing, Written]:
    """What is published, and all pages with their blocks renewed and checked."""
    config, resolver, faults = inputs.config, checked.resolver, checked.faults
    briefing = published(everything)
    pages = [page for page in inputs.pages if page.path not in unbuilt]
    found, read = briefing.findings, checked.read
    shown = shown_passages(pages, briefing.records, found, everything.facts, resolver, read)
    briefing = replace(briefing, shown=shown)
    standing = checked.standing
    written = Written(inputs.pages, config.docs, faults)
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
        if is_built and not checked.read.stands(text, resolver):
            check_page(path, text, config, resolver, faults)
    return briefing, written


def _watched(items: Sequence[Item], stage: str, watch: Watch) -> Iterator[Item]:
    for done, item in enumerate(items):
        watch(stage, done, len(items))
        yield item
