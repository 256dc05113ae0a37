"""Everything that a build depends on, read from disk: the configuration, articles, pages and words.

The reading stage does the reading; here its parts are put together, once for all commands.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from build_scripts import looking, shelves, withheld
from build_scripts.errors import Fault, Faults
from build_scripts.models import Config, Lexicon, Page, Records, Source
from build_scripts.read import (
    DOCUMENTS,
    Documents,
    followed,
    load_config,
    load_guide,
    load_lexicon,
    load_pages,
    load_sources,
    page_of,
    read_records,
    recall,
    recall_data,
    recall_shelf,
)


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
    data: Callable[[str], str] = lambda name: ""
    """The text of a file of docs/data/ as it stands there; likewise."""
    documents: shelves.Shelf = field(default_factory=lambda: shelves.Shelf({}))
    """What was read in front matter and lists of articles, for the next run."""
    seen: Mapping[str, str] | None = None
    """The digest of each file that was there to be read, by its path; None if there was more than files."""
    stamps: Mapping[str, looking.Stamp] = field(default_factory=dict)
    """Of pages and data, by their paths, as they were before they were read."""


def read_inputs(config_file: Path) -> Inputs:
    """Read configuration, articles and pages; raise `InvalidInput` if the configuration has faults."""
    config = load_config(config_file)
    root, rules = Path(config.root), looking.program()
    seen = looking.look(root, (config.file, config.seeds, config.docs))
    kept, shelf = partial(recall, root), partial(recall_shelf, root)
    documents = Documents(shelves.from_text(shelf(DOCUMENTS)), rules)
    faults = Faults()
    sources = load_sources(config, faults, documents)
    stamps = looking.stamps(root, (path for path in seen or () if path.startswith(f"{config.docs}/")))
    pages = load_pages(config, faults, documents)
    records = read_records(pages, config, faults)
    config = followed(config, records)
    lexicon, guide = load_lexicon(config.language), load_guide(config.language)
    found = tuple(faults.found)
    return Inputs(
        config=config,
        lexicon=lexicon,
        sources=sources,
        pages=pages,
        records=records,
        faults=found,
        guide=guide,
        rules=rules,
        recall=kept,
        shelf=shelf,
        data=partial(recall_data, root / config.docs / "data"),
        documents=documents.shelf,
        seen=seen,
        stamps=stamps,
    )


def with_page(inputs: Inputs, path: str, text: str) -> Inputs:
    """The same inputs with one page more, or with another text of it."""
    faults = Faults()
    page = page_of(text, path, f"{inputs.config.docs}/{path}", faults)
    others = (one for one in inputs.pages if one.path != path)
    pages = tuple(sorted((*others, page) if page else others, key=lambda one: one.path))
    records = read_records(pages, inputs.config, faults)
    return replace(inputs, pages=pages, records=records, faults=(*inputs.faults, *faults.found))


def without(inputs: Inputs, marks: tuple[str, ...]) -> Inputs:
    """The same without words of withdrawn articles in front matter and in notes on articles."""
    pages, sources = withheld.pages(inputs.pages, marks), withheld.sources(inputs.sources, marks)
    # What is wrong with the records is known from the files as they are.
    records = read_records(pages, inputs.config, Faults())
    return replace(inputs, pages=pages, sources=sources, records=records)
