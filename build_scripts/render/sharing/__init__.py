"""Render, sharing: a built site in; the same with what readers need to pass it on, and to print it, out.

Written on the finished pages, so that what is shared is what stands there.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Collection, Mapping
from itertools import count
from pathlib import Path
from typing import Any

from build_scripts.render.processes import changed
from build_scripts.render.sharing.citing import fold
from build_scripts.render.sharing.downloads import downloads
from build_scripts.render.sharing.head import with_head
from build_scripts.render.sharing.images import IMAGES, image
from build_scripts.render.sharing.maps import robots, site_map
from build_scripts.render.sharing.page import Built, Site, SourceFacts, built_at, read
from build_scripts.render.sharing.printing import MOST, PRINT, is_leaf, numbered, print_view

__all__ = ["PRINT", "share"]

UNSEARCHED = ' data-search-exclude=""'
"""What the engine's own search read; it has read the pages by now."""
MAPS = ("sitemap.xml", "sitemap.xml.gz")


def share(
    folder: Path, data: Path, unlisted: Collection[str], *, name: str, description: str, address: str
) -> None:
    """Complete the pages of a built site; `address` is where it will stand, or empty.

    `unlisted`: pages in docs/ that only say why nothing stands at their address; they are not shared.
    """
    left_out = frozenset().union(*map(built_at, unlisted)) if unlisted else frozenset()
    paths = {file: file.relative_to(folder).as_posix() for file in sorted(folder.rglob("*.html"))}
    site = Site(name, description, address and f"{address.rstrip('/')}/", _sources(data), paths.values())
    tables, leaves = _tables(data), count(1)

    def sheet(file: Path) -> tuple[tuple[Built, str] | None, str]:
        """The page and its text for the sheet, where that may hold it; the text with which it is complete."""
        text = file.read_text("utf-8")
        plain = text.replace(UNSEARCHED, "")
        built = read(paths[file], plain, site)
        if built is None:
            return None, text
        plain = numbered(plain)
        ends = downloads(built.path, tables) + fold(built, site)
        before, mark, after = with_head(plain, built, site).rpartition("</article>")
        # With more leaves than that, the sheet holds none of them.
        shown = plain if not is_leaf(built.path) or next(leaves) <= MOST else ""
        return (built, shown), f"{before}{ends}{mark}{after}"

    sheets = [one for one in changed([file for file in paths if paths[file] not in left_out], sheet) if one]
    (folder / PRINT).write_text(print_view(sheets, site), "utf-8", newline="")
    _for_machines(folder, [built for built, _ in sheets], site)


def _for_machines(folder: Path, pages: list[Built], site: Site) -> None:
    plain, packed = (folder / name for name in MAPS)
    found = plain.read_text("utf-8") if plain.is_file() and site.address else ""
    if found:
        found = site_map(found, pages, site.address)
        plain.write_text(found, "utf-8", newline="")
        packed.write_bytes(gzip.compress(found.encode(), mtime=0))
    else:
        plain.unlink(missing_ok=True)
        packed.unlink(missing_ok=True)
    if site.address:
        for family in sorted({page.family for page in pages}):
            target = folder / IMAGES / f"{family}.png"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(image(family))
    if not (folder / "robots.txt").exists():
        (folder / "robots.txt").write_text(robots(site.address), "utf-8", newline="")


def _sources(data: Path) -> Mapping[str, SourceFacts]:
    """By the path of their page."""
    file = data / "sources.json"
    rows: list[dict[str, Any]] = json.loads(file.read_text("utf-8")) if file.is_file() else []

    def text(row: Mapping[str, Any], key: str) -> str:
        return str(row.get(key) or "")

    return {
        row.get("page") or f"sources/{row['id']}.md": SourceFacts(
            name=text(row, "name") or str(row["id"]),
            title="" if text(row, "title_basis") == "from-address" else text(row, "title"),
            publisher=text(row, "publisher"),
            published=text(row, "published"),
            is_inferred=text(row, "published_basis") == "inferred",
            url=text(row, "url"),
            is_withdrawn=bool(row.get("withdrawn")),
        )
        for row in rows
    }


def _tables(data: Path) -> tuple[str, ...]:
    return tuple(file.stem for file in sorted(data.glob("*.csv")) if file.with_suffix(".json").is_file())
