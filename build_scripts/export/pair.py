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

from build_scripts.escape import normalise
from build_scripts.export.formats import json_object
from build_scripts.export.rows import Row

NAME = "pair.js"
# Match: `pair-0a1b2c3d4e5f.js`. Near-miss: `pair.js`, `pair-notes.js`.
OF_ONE_ARTICLE = re.compile(r"pair-[0-9a-f]{12}\.js")
_SOURCE = ("id", "label", "name", "page", "lineage_class", "language")
_PASSAGE = ("source", "id", "number", "kind", "text", "counterparts")
_IN_NO_SCRIPT = "<>&\u2028\u2029"
_ENDS_A_SCRIPT = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in _IN_NO_SCRIPT})


class Scripts:
    """The scripts being told, from the rows of the tables as they come."""

    def __init__(self) -> None:
        self._keys: dict[str, str] = {}
        self._listed: list[str] = []
        self._said: dict[str, list[str]] = {}
        self._standing: dict[str, str] = {}

    def add(self, table: str, row: Row, cells: Mapping[str, str]) -> None:
        """Take what is wanted of a row; `cells` are its values as JSON. Sources come before passages."""
        if table == "sources" and not row["withdrawn"]:
            id = str(row["id"])
            self._keys[id], self._said[id] = _key(id), []
            self._listed.append(json_object({**_of(row, cells, _SOURCE), "key": json.dumps(self._keys[id])}))
        elif table == "passages":
            self._said[str(row["source"])].append(json_object(_of(row, cells, _PASSAGE)))

    def name_of(self, source: str) -> str:
        """The name of an article's script."""
        return f"pair-{self._keys[source]}.js"

    def stand(self, source: str, script: str) -> None:
        """Take an article's script as it was told before."""
        self._standing[source] = script

    def told(self, source: str) -> str:
        """An article's script; nothing in it can end a script element or begin a tag."""
        told = self._standing.get(source)
        return told or _assigned(f"briefingPair_{self._keys[source]}", _array(self._said[source]))

    def files(self) -> dict[str, str]:
        """The text of each file by its name."""
        sources = json_object({"sources": _array(self._listed)})
        files = {NAME: _assigned("briefingPair", sources)}
        return files | {self.name_of(id): self.told(id) for id in self._keys}


def _of(row: Row, cells: Mapping[str, str], names: Sequence[str]) -> dict[str, str]:
    """Texts as pages have them: nothing in one turns round what stands beside it."""
    return {name: _shown(row[name], cells[name]) for name in names}


def _shown(value: object, cell: str) -> str:
    plain = normalise(value) if isinstance(value, str) else value
    return cell if plain == value else json.dumps(plain, ensure_ascii=False)


def _array(items: Sequence[str]) -> str:
    return f"[{', '.join(items)}]"


def _key(source_id: str) -> str:
    """An article's name in file names and in scripts, whatever its id is made of."""
    return hashlib.sha256(source_id.encode()).hexdigest()[:12]


def _assigned(name: str, told: str) -> str:
    if any(map(told.__contains__, _IN_NO_SCRIPT)):
        told = told.translate(_ENDS_A_SCRIPT)
    return f"window.{name} = {told};\n"
