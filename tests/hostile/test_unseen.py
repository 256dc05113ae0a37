"""What turns text round, hides or obeys reaches no file that a reader sees, but the data that is exact."""

from __future__ import annotations

import re
from pathlib import Path

from build_scripts.__main__ import Exit
from tests.hostile.sites import built

MEETING = "Foreign Minister Ida Corran met Tomas Verrin of the Upland League in Lakeside on 4 May 1998"
ARTICLE = f"""A \u202etitle\u202c to see \x02\x1b[31m

{MEETING}, “the \u202eharvest\u202c is \u2066good\u2069 \x02\x7f\x9b”, the ministry said.

Olen Marsh \u202esaid\u202c no \x0bto 12 \u202emen\u202c, a{chr(0x301) * 99}nd left.
"""
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]|\u0301{11}"
)
READ = frozenset({".csv", ".html", ".js", ".json", ".svg", ".txt", ".xml"})
EXACT = frozenset({"data/passages.json", "data/quotations.json", "data/differences.json"})
"""Words as the article has them, with their offsets: for programs."""


def test_only_the_data_has_what_nobody_sees(tmp_path: Path) -> None:
    code, site = built(tmp_path / "site", ARTICLE, "The Press")
    assert code == Exit.DONE
    files = [file for file in site.rglob("*") if file.suffix in READ and "javascripts" not in file.parts]
    having = {file.relative_to(site).as_posix() for file in files if UNSEEN.search(file.read_text("utf-8"))}
    assert "data/passages.json" in having
    assert having <= EXACT
    assert "harvest" in (site / "search" / "search_index.js").read_text("utf-8")
