"""Read: the text of sources.yml in; what editors say of each article, checked, out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from build_scripts import escape
from build_scripts.errors import Faults
from build_scripts.models import Basis, Source, Withdrawal
from build_scripts.read.documents import Documents, none_known
from build_scripts.read.fields import Fields
from build_scripts.read.records_yaml import load

KEYS = (
    *("file", "id", "label", "title", "title_basis", "publisher", "published", "published_basis", "url"),
    *("archived", "genre", "note", "language", "translation_of", "show", "rights", "lineage", "withdrawn"),
)
_TITLE = (Basis.STATED, Basis.LOOKED_UP, Basis.FROM_ADDRESS)
_PUBLISHED = (Basis.STATED, Basis.LOOKED_UP, Basis.INFERRED)
_SHOW = ("cited", "full")
# Match: `en`, `pt-BR`. Near-miss: `English`.
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of sources.yml, or a file that has none (`line` is 0)."""

    file: str
    id: str = ""
    label: str = ""
    line: int = 0
    id_line: int = 0
    fields: Fields | None = field(default=None, repr=False, compare=False)


def read_entries(
    text: str, name: str, files: frozenset[str], faults: Faults, documents: Documents | None = None
) -> tuple[Entry, ...]:
    """The entries that name a file of the folder, each file once; the rest are faults."""
    documents = documents or none_known()
    loaded = documents.known(name, text, 1) or load(text, name, faults)
    if loaded is None or loaded.value in ("", {}):
        return ()
    documents.keep(name, text, 1, loaded)
    root = Fields({"sources": loaded.value}, {"sources": 1} | _below(loaded.lines), name, faults)
    if not isinstance(loaded.value, list):
        root.fault("sources", "not a list", "Begin each entry with `- file: 000_name.txt`.")
        return ()
    found: dict[str, Entry] = {}
    for fields in root.mappings("sources"):
        entry = _entry(fields, files)
        if entry and entry.file in found:
            what = f"a second entry for {entry.file} (first on line {found[entry.file].line})"
            fields.fault("file", what, "Keep one entry for each file.")
        elif entry:
            found[entry.file] = entry
    return tuple(found.values())


def checked(entry: Entry, source: Source) -> Source:
    """The source with what its entry says."""
    fields = entry.fields
    if fields is None:
        return source
    lineage = fields.mapping("lineage")
    source = replace(
        source,
        title=fields.text("title"),
        title_basis=_basis(fields, "title", _TITLE),
        publisher=fields.text("publisher"),
        published=fields.date("published"),
        published_basis=_basis(fields, "published", _PUBLISHED),
        url=_address(fields, "url"),
        archived=_address(fields, "archived"),
        genre=fields.text("genre"),
        note=fields.text("note"),
        language=_language(fields),
        translation_of=fields.text("translation_of"),
        show=_show(fields),
        rights=fields.text("rights"),
        withdrawn=_withdrawal(fields),
    )
    return _with_lineage(source, lineage) if lineage else source


def check_references(entries: Iterable[Entry], sources: Sequence[Source]) -> None:
    """Ids under `lineage` and `translation_of` are those of other sources."""
    known = {source.id for source in sources}
    lines = {entry.file: entry.fields for entry in entries}
    for source in sources:
        fields = lines.get(source.file)
        named = {
            "translation_of": (source.translation_of,) if source.translation_of else (),
            "lineage.with": source.lineage_with,
            "lineage.apart": source.lineage_apart,
        }
        for key, ids in named.items():
            for id_ in ids:
                if fields and (id_ not in known or id_ == source.id):
                    what = f"{key} names {id_}, which is {'this source' if id_ == source.id else 'no source'}"
                    fields.fault(key, what, f"Write the id of another source: {', '.join(sorted(known))}.")


def _entry(fields: Fields, files: frozenset[str]) -> Entry | None:
    fields.refuse_unknown(KEYS)
    file = fields.required("file", "file: 000_name.txt")
    if file and file not in files:
        mend = "Put the file beside sources.yml, correct its name here, or delete the entry."
        fields.fault("file", f"there is no file {file}", mend)
        return None
    if not file:
        return None
    return Entry(file, fields.text("id"), fields.text("label"), fields.line(), fields.line("id"), fields)


def _basis(fields: Fields, of: str, allowed: tuple[Basis, ...]) -> Basis:
    key = f"{of}_basis"
    text = fields.text(key)
    if not text:
        return Basis.UNKNOWN
    if text not in allowed:
        fields.fault(key, f"unknown {key} {text}", f"Write one of: {', '.join(allowed)}.")
        return Basis.UNKNOWN
    if not fields.text(of):
        fields.fault(key, f"{key} without {of}", f"Add a line `{of}: …`, or delete {key}.")
    return Basis(text)


def _address(fields: Fields, key: str) -> str:
    url = fields.text(key)
    if url and not escape.link(url):
        fields.fault(key, f"{key} is not an address of the web", f"Write {key}: https://example.org/page")
        return ""
    return url


def _language(fields: Fields) -> str:
    text = fields.text("language")
    if text and not _LANGUAGE.fullmatch(text):
        fields.fault("language", f"unknown language {text}", "Write its code: language: en")
        return ""
    return text


def _show(fields: Fields) -> str:
    text = fields.text("show") or "cited"
    if text not in _SHOW:
        fields.fault("show", f"unknown show {text}", f"Write one of: {', '.join(_SHOW)}.")
    elif text == "full" and not fields.text("rights"):
        mend = "Add a line that says what allows it: rights: CC BY 4.0, or permission of the publisher."
        fields.fault("show", "show: full without rights", mend)
    return text if text in _SHOW else "cited"


def _withdrawal(fields: Fields) -> Withdrawal | None:
    given = fields.mapping("withdrawn")
    if given is None:
        return None
    given.refuse_unknown(("date", "why"))
    given.required("date", "date: 2026-11-21")
    return Withdrawal(given.day("date"), given.required("why", "why: the publisher retracted it"))


def _with_lineage(source: Source, lineage: Fields) -> Source:
    lineage.refuse_unknown(("with", "apart", "why"))
    together, apart = lineage.texts("with"), lineage.texts("apart")
    if both := sorted(set(together) & set(apart)):
        lineage.fault("apart", f"{both[0]} stands under with and under apart", "Keep one of the two.")
    if not together and not apart:
        lineage.fault("", "lineage names no source", "Write lineage: {with: [000], why: …}.")
    why = lineage.required("why", "why: it credits the other article")
    return replace(source, lineage_with=together, lineage_apart=apart, lineage_why=why)


def _below(lines: Mapping[str, int]) -> dict[str, int]:
    """Lines of a document that is a list, under the name that it is given here."""
    return {f"sources.{path}" if path else "sources": line for path, line in lines.items()}
