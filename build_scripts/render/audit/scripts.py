"""Render, audit: the theme's templates and files in; the scripts that the site is known to ship, out."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ELEMENT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<body>.*?)</script>", re.DOTALL | re.IGNORECASE)
TEMPLATED = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
"""What a template fills in or leaves out: `{{ base_url }}`, `{% if x %}`; not `{"a": 1}`."""

FILLED = r"[\w./:~%-]*"
"""What may stand where a template fills something in: an address; no quotation mark and no bracket."""

DATA_TYPES = frozenset({"application/json", "application/ld+json"})
ASSIGNMENT = re.compile(r"\s*(?:window\.|globalThis\.)?briefing\w*\s*=")
"""What gives data a name, if nothing but data follows: `briefingData = {…};`; not `location = "…";`."""


@dataclass(frozen=True, slots=True)
class KnownScripts:
    """Inline scripts by their template, files by the SHA-256 of their bytes."""

    inline: tuple[re.Pattern[str], ...]
    files: frozenset[str]

    def has_inline(self, body: str) -> bool:
        """Whether a template of the theme writes this script."""
        return any(pattern.fullmatch(body) for pattern in self.inline)

    def has_file(self, content: bytes) -> bool:
        """Whether the theme or the configuration ships this file, or it holds nothing but data."""
        return hashlib.sha256(content).hexdigest() in self.files or _is_data(content)


def known_scripts(folders: Iterable[Path], files: Iterable[Path]) -> KnownScripts:
    """What the theme's folders hold, and the files that the configuration names."""
    inline: dict[str, None] = {}
    digests = {_digest(file) for file in files if file.is_file()}
    for folder in folders:
        for template in sorted(folder.rglob("*.html")):
            inline |= dict.fromkeys(_patterns(template.read_text(encoding="utf-8")))
        digests |= {_digest(script) for script in folder.rglob("*.js")}
    return KnownScripts(tuple(re.compile(pattern) for pattern in inline), frozenset(digests))


def policy_hash(body: str) -> str:
    """The source expression that lets a Content-Security-Policy run exactly this inline script.

    >>> policy_hash("x=1")
    "'sha256-HyBrEcI+KMwlDe1/wAmNOCOoRnpUNA8axOU1y4VEST8='"
    """
    digest = hashlib.sha256(body.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _patterns(template: str) -> Iterable[str]:
    for found in ELEMENT.finditer(template):
        body = found["body"]
        if not body.strip() or any(kind in found["attributes"] for kind in DATA_TYPES):
            continue
        literal = [re.escape(part) for part in TEMPLATED.split(body)]
        holes = [FILLED if hole.startswith("{{") else "" for hole in TEMPLATED.findall(body)]
        yield "".join(part + hole for part, hole in zip(literal, [*holes, ""], strict=True))


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _is_data(content: bytes) -> bool:
    try:
        text = content.decode()
        found = ASSIGNMENT.match(text)
        return found is not None and json.loads(text[found.end() :].rstrip().removesuffix(";")) is not None
    except ValueError:
        return False
