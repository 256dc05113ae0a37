"""Export: the tables that are told article by article in; the text of each, most of it as it was, out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from build_scripts import shelves
from build_scripts.export import pair
from build_scripts.export.formats import Text
from build_scripts.export.kept import Kept, Piece
from build_scripts.export.of_articles import Shared
from build_scripts.export.rows import Row, facts
from build_scripts.models import Briefing, SourceFacts

WITH_SCRIPTS = "passages"
"""The table of which each article's rows stand in a script of their own as well."""

Rows = Callable[[SourceFacts], Iterator[Row]]


@dataclass(frozen=True, slots=True)
class Tables:
    """What is told, what an earlier run told of it, and the scripts beside it."""

    briefing: Briefing
    shared: Shared
    kept: Kept
    scripts: pair.Scripts

    def tell(self, name: str, text: Text, rows: Rows) -> tuple[str, str]:
        """Add the rows of every article to a table; the table as JSON and as CSV."""
        kept, is_kept = self.kept, bool(self.kept.keys)
        known = kept.pieces(name, text.head) if is_kept else {}
        left: list[tuple[str, int, int]] = []
        for found in facts(self.briefing):
            key = self._key(name, found) if is_kept else ""
            piece = known.get(key)
            if piece and self._stands(name, key, found.source.id):
                text.add_told(piece.json, piece.csv)
            else:
                piece = Piece(*text.piece(self._told(name, text, found, rows)))
                if is_kept and name == WITH_SCRIPTS:
                    kept.keep_script(name, key, self.scripts.told(found.source.id))
            left.append((key, len(piece.json), len(piece.csv)))
        json, csv = text.json(), text.csv()
        if is_kept:
            kept.keep(name, json, csv, left)
        return json, csv

    def _told(self, name: str, text: Text, found: SourceFacts, rows: Rows) -> int:
        count = 0
        for row in rows(found):
            self.scripts.add(name, row, text.add(row))
            count += 1
        return count

    def _stands(self, name: str, key: str, source: str) -> bool:
        """Whether the script of the article, if it has one beside this table, is there as it was left."""
        if name != WITH_SCRIPTS:
            return True
        script = self.kept.script(name, key, self.scripts.name_of(source))
        if script is None:
            return False
        self.scripts.stand(source, script)
        return True

    def _key(self, name: str, found: SourceFacts) -> str:
        """Stands for the rows of an article: what was found in it, which of its words are published, on whose
        word they stand, and what others have in common with it."""
        source, briefing = found.source.id, self.briefing
        shown, credits = briefing.shown, briefing.findings.credits
        refs = [passage.ref for passage in found.passages]
        told = [
            self.kept.keys[source],
            "".join(["x" if ref in shown else "-" for ref in refs]),
        ]
        if name == WITH_SCRIPTS:
            told += (f"{ref.passage} {credits[ref]}" for ref in refs if ref in credits)
            told.append(self.shared.told(source))
        return shelves.key(told)
