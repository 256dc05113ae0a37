"""Rendering, side by side with the theme as it comes, on the same pages: `make bench`.

    python -m tests.bench.rendering [--articles 3,64] [--long]

*Ours* draws citations and evidence, completes the site and audits it. *Short navigation* and *every
page in it* are stock Material with the navigation of a few pages, and with what it makes by itself.
Each line is a process of its own. Kilobytes a page are of HTML, everything in the site divided by its
pages.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.bench.__main__ import RENDER, STOCK, Run, generation, measured
from tests.bench.corpus import write_corpus

ARTICLES = (3, 64)
LONG = (3, 64, 690)
"""About 20, 200 and 2,000 pages."""
MOST_LISTED = 400
"""Pages up to which the short form draws the theme with every page in its navigation: it is quadratic."""


def every_page_listed() -> str:
    return "".join(line for line in STOCK.splitlines(keepends=True) if not line.startswith("nav:"))


def kilobytes_a_page(site: Path) -> tuple[int, float]:
    """Pages of a site, and the weight of one."""
    sizes = [file.stat().st_size for file in site.rglob("*.html")]
    return len(sizes), sum(sizes) / len(sizes) / 1000


def stock(folder: Path, config: str) -> Run:
    (folder / "stock.yml").write_text(config, "utf-8")
    return measured([sys.executable, "-m", "mkdocs", "build", "-q", "-f", "stock.yml"], folder)


def line(what: str, run: Run, site: Path, first: Run) -> str:
    pages, weight = kilobytes_a_page(site)
    figures = f"{run.wall:.1f} | {run.cpu:.1f} | {run.megabytes:,.0f} | {weight:.1f}"
    return f"| {what} | {pages:,} | {figures} | {run.cpu / first.cpu:.2f} |"


def report(articles: tuple[int, ...], *, is_long: bool) -> None:
    print("\n| rendering | pages | wall s | CPU s | peak MB | kB a page | CPU, ours = 1 |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    with tempfile.TemporaryDirectory() as scratch:
        for count in articles:
            folder = Path(scratch) / f"c{count}"
            write_corpus(folder, count)
            generation(folder)
            ours = measured([sys.executable, "-c", RENDER, "mkdocs.yml"], folder)
            print(line("ours", ours, folder / "site", ours), flush=True)
            print(line("short navigation", stock(folder, STOCK), folder / "stock", ours), flush=True)
            if is_long or kilobytes_a_page(folder / "site")[0] <= MOST_LISTED:
                every = stock(folder, every_page_listed())
                print(line("every page in it", every, folder / "stock", ours), flush=True)
            index = folder / "site" / "search" / "search_index.js"
            print(f"| our search index | | | | | {index.stat().st_size / 1000:,.0f} in all | |", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.bench.rendering", description=__doc__)
    parser.add_argument("--articles", default="", help="numbers of articles, with commas")
    parser.add_argument("--long", action="store_true", help="up to 2,000 pages")
    given = parser.parse_args()
    asked = tuple(int(one) for one in given.articles.split(",") if one)
    report(asked or (LONG if given.long else ARTICLES), is_long=given.long)
