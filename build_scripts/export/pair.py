"""Export: the briefing in, the script file with the articles' published sentences, for the pair page, out.

A script and not JSON, so that the page also works where nothing can be fetched: opened from a disk.
The rows are those of passages.json; what is not published is null here as well.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

Row = Mapping[str, object]
NAME = "pair.js"
_SOURCE = ("id", "label", "name", "page", "lineage_class", "language")
_PASSAGE = ("source", "id", "number", "kind", "text", "counterparts")
_ENDS_A_SCRIPT = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


def script(sources: Sequence[Row], passages: Sequence[Row]) -> str:
    """One assignment; nothing in it can end a script element or begin a tag."""
    data = {
        "sources": [{key: row[key] for key in _SOURCE} for row in sources],
        "passages": [{key: row[key] for key in _PASSAGE} for row in passages],
    }
    return f"window.briefingPair = {json.dumps(data, ensure_ascii=False).translate(_ENDS_A_SCRIPT)};\n"
