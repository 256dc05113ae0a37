"""The same articles and pages give the same site, byte for byte, wherever and whenever it is built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

OTHER = Path(__file__).parent / "other"
EPOCH = "1700000000"


def built(root: Path, *, age: int, **environment: str) -> dict[str, bytes]:
    shutil.copytree(OTHER, root)
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as stream:
        stream.write("site_url: https://example.org/briefing/\n")
    for file in root.rglob("*"):
        os.utime(file, (age, age))
    subprocess.run(
        [sys.executable, "-m", "build_scripts", "build", "-f", str(root / "mkdocs.yml")],
        check=True,
        capture_output=True,
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH, **environment},
    )
    site = root / "site"
    return {
        file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()
    }


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    first = built(tmp_path / "one", age=1_600_000_000, TZ="UTC", PYTHONHASHSEED="1", LC_ALL="C")
    second = built(
        tmp_path / "a" / "deeper folder", age=1_000_000_000, TZ="Asia/Tokyo", PYTHONHASHSEED="2", COLUMNS="40"
    )
    assert first.keys() == second.keys()
    assert [path for path in first if first[path] != second[path]] == []
    assert b"2023-11-14" in first["sitemap.xml"]
