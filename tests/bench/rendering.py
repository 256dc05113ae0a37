"""Rendering, side by side with the theme as it comes, on the same pages: `make bench`.

    python -m tests.bench.rendering [--articles 3,64] [--long]

*Ours* draws citations and evidence, completes the site and audits it, by as many processes as there are
cores; *ours, one core* is the same by one. *Short navigation* and *every page in it* are stock Material,
which draws the same Markdown and makes its search index, with the navigation of a few pages, and with what it
makes by itself. Each line is a process of its own, with those that it starts; of `--runs` the fastest counts.
Kilobytes a page are of HTML, everything in the site divided by its pages.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.corpus import write_corpus
from tests.bench.measuring import RENDER, STOCK, generation, measured
from tests.bench.report import Run

ARTICLES = (3, 64)
LONG = (3, 64, 690)
"""About 40, 220 and 2,000 pages."""
MOST_LISTED = 400
"""Pages up to which the short form draws the theme with every page in its navigation: it is quadratic."""
ONE_CORE = "import os; os.sched_setaffinity(0, {min(os.sched_getaffinity(0))}); "
HEAD = """\
| rendering | pages | wall s | CPU s | peak MB | kB a page | wall, short navigation = 1 | CPU |
|---|--:|--:|--:|--:|--:|--:|--:|"""


def every_page_listed() -> str:
    return "".join(line for line in STOCK.splitlines(keepends=True) if not line.startswith("nav:"))


def kilobytes_a_page(site: Path) -> tuple[int, float]:
    """Pages of a site, and the weight of one."""
    sizes = [file.stat().st_size for file in site.rglob("*.html")]
    return len(sizes), sum(sizes) / len(sizes) / 1000


def best(command: list[str], folder: Path, site: str, runs: int) -> Run:
    """The fastest of some runs, each from nothing: the machine may be busy with other work."""
    every = []
    for _ in range(runs):
        shutil.rmtree(folder / site, ignore_errors=True)
        every.append(measured(command, folder))
    return min(every, key=lambda run: run.wall)


def ours(folder: Path, runs: int, *, before: str = "") -> Run:
    return best([sys.executable, "-c", before + RENDER, "mkdocs.yml"], folder, "site", runs)


def stock(folder: Path, config: str, runs: int) -> Run:
    (folder / "stock.yml").write_text(config, "utf-8")
    return best([sys.executable, "-m", "mkdocs", "build", "-q", "-f", "stock.yml"], folder, "stock", runs)


def line(what: str, run: Run, site: Path, short: Run) -> str:
    pages, weight = kilobytes_a_page(site)
    figures = f"{run.wall:.1f} | {run.cpu:.1f} | {run.megabytes:,.0f} | {weight:.1f}"
    return f"| {what} | {pages:,} | {figures} | {run.wall / short.wall:.2f} | {run.cpu / short.cpu:.2f} |"


def doing(what: str) -> None:
    print(f"  {what} …", file=sys.stderr, flush=True)


def at_size(folder: Path, count: int, runs: int, *, is_long: bool) -> dict[str, float]:
    """The lines of one size; what a page weighs there by whose rendering it is."""
    doing(f"{count:,} articles: writing and generating")
    write_corpus(folder, count)
    generation(folder)
    doing(f"{count:,} articles: short navigation")
    short = stock(folder, STOCK, runs)
    print(line("short navigation", short, folder / "stock", short), flush=True)
    weights = {"stock": kilobytes_a_page(folder / "stock")[1]}
    if is_long or kilobytes_a_page(folder / "stock")[0] <= MOST_LISTED:
        doing(f"{count:,} articles: every page in the navigation")
        every = stock(folder, every_page_listed(), 1)
        print(line("every page in it", every, folder / "stock", short), flush=True)
    shutil.rmtree(folder / "stock")
    doing(f"{count:,} articles: ours")
    print(line("ours", ours(folder, runs), folder / "site", short), flush=True)
    if sys.platform == "linux":
        doing(f"{count:,} articles: ours, by one core")
        print(line("ours, one core", ours(folder, runs, before=ONE_CORE), folder / "site", short), flush=True)
    index = folder / "site" / "search" / "search_index.js"
    print(f"| our search index | | | | | {index.stat().st_size / 1000:,.0f} in all | | |", flush=True)
    return {**weights, "ours": kilobytes_a_page(folder / "site")[1]}


def report(articles: tuple[int, ...], runs: int, *, is_long: bool) -> None:
    told = f"{platform.python_version()}, {os.cpu_count()} cores, {time.strftime('%Y-%m-%d')}"
    print(f"{told}\n\n{HEAD}", flush=True)
    weights = []
    for count in articles:
        with tempfile.TemporaryDirectory() as scratch:
            weights.append(at_size(Path(scratch) / f"c{count}", count, runs, is_long=is_long))
    for whose in ("ours", "stock"):
        told = [weight[whose] for weight in weights]
        print(f"\nHTML of a page, {whose}, largest site to smallest: {told[-1] / told[0]:.2f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.bench.rendering", description=__doc__)
    parser.add_argument("--articles", default="", help="numbers of articles, with commas")
    parser.add_argument("--runs", type=int, default=1, help="runs of each line, of which the fastest counts")
    parser.add_argument("--long", action="store_true", help="up to 2,000 pages, all of them in a navigation")
    given = parser.parse_args()
    asked = tuple(int(one) for one in given.articles.split(",") if one)
    report(asked or (LONG if given.long else ARTICLES), given.runs, is_long=given.long)
