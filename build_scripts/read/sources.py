"""Read: the folder of articles and its sources.yml in; the sources, with what editors say of them, out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from build_scripts.errors import Faults
from build_scripts.models import Config, Source
from build_scripts.read.disk import decoded, files_below, read_bytes, read_text
from build_scripts.read.documents import Documents
from build_scripts.read.entries import Entry, check_references, checked, read_entries
from build_scripts.read.limits import LARGEST, article_fits
from build_scripts.read.names import source_ids, source_labels

LIST = "sources.yml"


def load_sources(config: Config, faults: Faults, documents: Documents | None = None) -> tuple[Source, ...]:
    """The articles in the order of their file names; everything wrong with them is added to `faults`."""
    folder = Path(config.root) / config.seeds
    found = [name for name in files_below(folder, config.seeds, faults) if "/" not in name]
    entries = _entries(folder, config.seeds, found, faults, documents)
    listed = {entry.file for entry in entries}
    articles = [name for name in found if name in listed or name.lower().endswith(".txt")]
    if not articles and not listed:
        mend = f"Save each article as a text file in {config.seeds}/, such as {config.seeds}/000_name.txt."
        faults.add(config.seeds, 0, "no article here", mend)
    data = {name: read_bytes(folder / name) for name in articles}
    _refuse_copies(data, config.seeds, faults)
    by_file = {entry.file: entry for entry in entries}
    given = [by_file.get(name) or Entry(name) for name in articles]
    sources = _sources(given, data, config.seeds, faults)
    check_references(given, sources)
    return sources


def load_listing(config: Config) -> str:
    """The text of sources.yml, empty if there is none."""
    file = Path(config.root) / config.seeds / LIST
    return read_bytes(file).decode("utf-8") if file.is_file() else ""


def _sources(
    entries: Sequence[Entry], data: dict[str, bytes], seeds: str, faults: Faults
) -> tuple[Source, ...]:
    name = f"{seeds}/{LIST}"
    ids = source_ids(entries, name, faults)
    labels = source_labels(entries, name, faults)
    found = []
    for entry, id_, label in zip(entries, ids, labels, strict=True):
        raw = data[entry.file]
        text = _text(raw, f"{seeds}/{entry.file}", faults)
        if text is not None:
            sha256 = hashlib.sha256(raw).hexdigest()
            found.append(checked(entry, Source(id_, entry.file, label, text, sha256, line=entry.line)))
    return tuple(found)


def _entries(
    folder: Path, seeds: str, found: Iterable[str], faults: Faults, documents: Documents | None
) -> tuple[Entry, ...]:
    name = f"{seeds}/{LIST}"
    if LIST not in found:
        return ()
    text = read_text(folder / LIST, name, faults)
    articles = frozenset(found) - {LIST}
    return read_entries(text, name, articles, faults, documents) if text is not None else ()


def _text(data: bytes, name: str, faults: Faults) -> str | None:
    """The text of an article: no byte-order mark, line ends as LF."""
    if len(data) > LARGEST:
        what = f"{len(data):,} bytes; an article may have {LARGEST:,}"
        faults.add(name, 0, what, "Keep the article alone in the file, or split it into its parts.")
        return None
    text = decoded(data, name, faults)
    if text is None:
        return None
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        faults.add(
            name, 0, "an empty file", "Save the article's text in it, or delete the file and its entry."
        )
        return None
    return text if article_fits(text, name, faults) else None


def _refuse_copies(data: dict[str, bytes], seeds: str, faults: Faults) -> None:
    first: dict[str, str] = {}
    for name, raw in data.items():
        same = first.setdefault(hashlib.sha256(raw).hexdigest(), name)
        if same != name and raw.strip():
            mend = "Delete one of the two and its entry: the same file twice is one article."
            faults.add(f"{seeds}/{name}", 0, f"the same bytes as {seeds}/{same}", mend)
