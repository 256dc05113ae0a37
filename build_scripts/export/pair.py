"""Export: the briefing in, the script files with the articles' published sentences, for the pair page, out.

Scripts and not JSON, so that the page also works where nothing can be fetched: opened from a disk. One file
for each article, of which the page loads the two that are asked for, and one that names them all.
The rows are those of passages.json; what is not published is null here as well.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence

Row = Mapping[str, object]
NAME = "pair.js"
# Match: `pair-0a1b2c3d4e5f.js`. Near-miss: `pair.js`, `pair-notes.js`.
OF_ONE_ARTICLE = re.compile(r"pair-[0-9a-f]{12}\.js")
_SOURCE = ("id", "label", "name", "page", "lineage_class", "language")
_PASSAGE = ("source", "id", "number", "kind", "text", "counterparts")
_ENDS_A_SCRIPT = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


def scripts(sources: Sequence[Row], passages: Sequence[Row]) -> dict[str, str]:
    """The text of each file by its name; nothing in one can end a script element or begin a tag."""
    sources = [row for row in sources if not row["withdrawn"]]
    keys = {str(row["id"]): _key(str(row["id"])) for row in sources}
    listed = [{**{key: row[key] for key in _SOURCE}, "key": keys[str(row["id"])]} for row in sources]
    said: dict[str, list[Row]] = {source: [] for source in keys}
    for row in passages:
        said[str(row["source"])].append({key: row[key] for key in _PASSAGE})
    files = {f"pair-{keys[name]}.js": _assigned(f"briefingPair_{keys[name]}", said[name]) for name in keys}
    return {NAME: _assigned("briefingPair", {"sources": listed}), **files}


def _key(source_id: str) -> str:
    """An article's name in file names and in scripts, whatever its id is made of."""
    return hashlib.sha256(source_id.encode()).hexdigest()[:12]


def _assigned(name: str, data: object) -> str:
    return f"window.{name} = {json.dumps(data, ensure_ascii=False).translate(_ENDS_A_SCRIPT)};\n"
