"""Drafting: an article in; an entry for sources.yml with what its text states, and what may be so, out."""

from __future__ import annotations

import re

from build_scripts import escape
from build_scripts.drafting.front import comment
from build_scripts.models import Basis, Config, Source

# Match: `010_courier-3-march.txt`. Near-miss: `a & b.txt`, `- a.txt`.
_PLAIN = re.compile(r"\w[\w.-]*")

SCHEMA_LINE = "# yaml-language-server: $schema=../docs/data/schemas/sources.schema.json\n"
"""By this line, at the top of the list, an editor's tools find its schema."""


def entry(source: Source, config: Config) -> str:
    """What the text states, as keys; the file's checksum and what is inferred, as comments."""
    facts = {
        "title": (source.title, source.title_basis, ""),
        "published": (source.published, source.published_basis, source.published_reason),
    }
    # As everybody else writes it: most names hold a low line, which a title would not.
    file = source.file if _PLAIN.fullmatch(source.file) else escape.front_matter(source.file)
    lines = [f"- file: {file}", f"  label: {escape.front_matter(source.label)}"]
    if source.publisher:
        lines.append(f"  publisher: {escape.front_matter(source.publisher)}")
    for key, (value, basis, reason) in facts.items():
        if value and basis is Basis.STATED:
            lines += [f"  {key}: {escape.front_matter(value)}", f"  {key}_basis: {basis.value}"]
        elif value:
            how = ": ".join(part for part in (basis.value or "not stated", reason) if part)
            lines.append(f"  {comment(f'{key}: {value} ({how})')}")
        else:
            lines.append(f"  {comment(f'{key}: not stated in the text')}")
    if source.language and source.language != config.language:
        lines.append(f"  language: {source.language}")
    lines.append(f"  {comment(f'sha256 of the file: {source.sha256}')}")
    return "\n".join(lines) + "\n"
