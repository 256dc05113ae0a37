"""A small invented corpus that a case adds files to, and the reading of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from build_scripts.errors import Fault, Faults
from build_scripts.models import Page, Records, Source
from build_scripts.read import load_config, load_pages, load_sources, read_records

CASES = Path(__file__).parent.parent / "cases"

BASE = {
    "mkdocs.yml": (
        "site_name: Talks\nextra:\n  briefing:\n    sides: {north: Northland, south: Southland}\n"
        "    contacts: [north, south]\n"
    ),
    "seeds/000_one.txt": "A. Arden met B. Birch.\n",
    "docs/actors/a-arden.md": "---\ntitle: A. Arden\nkind: person\nside: north\n---\n",
    "docs/actors/b-birch.md": "---\ntitle: B. Birch\nkind: person\nside: south\n---\n",
}
"""Files by path; a case may replace one, or leave it out by giving `null`."""


@dataclass(frozen=True)
class Read:
    """What was read, and everything that was wrong with it."""

    sources: tuple[Source, ...]
    pages: tuple[Page, ...]
    records: Records
    faults: tuple[Fault, ...]


def cases(kind: str) -> list[dict[str, Any]]:
    """The cases of a kind, from every file of its folder."""
    return [
        case
        for file in sorted((CASES / kind).glob("*.yml"))
        for case in yaml.safe_load(file.read_text(encoding="utf-8"))
    ]


def write(root: Path, files: Mapping[str, str | bytes | None]) -> Path:
    """Put the corpus, changed by `files`, below `root`; returns its mkdocs.yml."""
    for path, text in {**BASE, **files}.items():
        if text is not None:
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root / "mkdocs.yml"


def read(root: Path, files: Mapping[str, str | bytes | None]) -> Read:
    """Read the corpus, changed by `files`, as a build does."""
    config = load_config(write(root, files))
    faults = Faults()
    sources = load_sources(config, faults)
    pages = load_pages(config, faults)
    records = read_records(pages, config, faults)
    return Read(sources, pages, records, tuple(sorted(set(faults.found))))


def assert_faults(found: tuple[Fault, ...], expected: list[str]) -> None:
    """Each expected fault, `file:line: part of what is said`, was found, and no other."""
    shown = [f"{fault.file}:{fault.line}: {fault.what}" for fault in found]
    assert len(shown) == len(expected), shown
    for one, part in zip(shown, expected, strict=True):
        where, _, what = part.partition(": ")
        assert one.startswith(f"{where}: "), (one, part)
        assert what in one, (one, part)
    assert all(fault.mend for fault in found)
