"""Time and memory of each stage at growing sizes of an invented corpus: `make bench`, `make bench LONG=1`.

    python -m tests.bench [--sizes 5,50,500] [--long] [--no-render]

`stock Material` renders the same Markdown with the theme as it comes: no citations, no evidence, no audit.
Every figure comes from a process of its own: wall seconds, CPU seconds, peak memory. The last column is
the time for one article, against that of the size before.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.corpus import write_corpus

ROOT = Path(__file__).parent.parent.parent
SIZES = (5, 50, 500)
LONG = (5, 50, 500, 5_000, 20_000)
RENDER = (
    "import sys, pathlib; from build_scripts.render import mkdocs; mkdocs.build(pathlib.Path(sys.argv[1]))"
)
STOCK = """\
site_name: The Lakeside contacts
docs_dir: docs
site_dir: stock
theme: {name: material, font: false, features: [navigation.tabs, navigation.top, search.highlight]}
plugins: [search]
markdown_extensions: [attr_list, tables, {toc: {permalink: true}}]
use_directory_urls: false
exclude_docs: /data/
nav: [index.md, chronology/index.md, actors/index.md, comparisons/index.md, sources/index.md]
"""
STAGE = re.compile(r"^(?P<stage>[a-z]+) +(?P<seconds>[\d.]+) s$", re.MULTILINE)
"""`extract   1.234 s`; not the summary's `(1.2 s)`."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took."""

    wall: float
    cpu: float
    megabytes: float
    stages: dict[str, float] = field(default_factory=dict)


def measured(command: list[str], folder: Path) -> Run:
    """Run a command to its end; what it took, and what it said about its stages."""
    started = time.perf_counter()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        said = process.stderr.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - started
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}:\n{said}")
    stages = {one["stage"]: float(one["seconds"]) for one in STAGE.finditer(said)}
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, stages)


def generation(folder: Path) -> Run:
    return measured([sys.executable, "-m", "build_scripts", "generate", "--profile"], folder)


def rendering(folder: Path) -> dict[str, Run]:
    """The pages rendered by the program, and by the theme as it comes."""
    (folder / "stock.yml").write_text(STOCK, "utf-8")
    return {
        "rendering": measured([sys.executable, "-c", RENDER, "mkdocs.yml"], folder),
        "stock Material": measured(
            [sys.executable, "-m", "mkdocs", "build", "-q", "-f", "stock.yml"], folder
        ),
    }


def one_more(folder: Path, size: int) -> None:
    """Add an article that none of the others rewrites."""
    other = folder.parent / "other"
    write_corpus(other, 3, seed=size + 7)
    article = next((other / "seeds").glob("*.txt"))
    shutil.copy(article, folder / "seeds" / "99999_new.txt")


def row(what: str, size: int, run: Run, before: Run | None, factor: float) -> str:
    each = run.wall / size
    ratio = f"{each / (before.wall / (size / factor)):.2f}" if before and factor else ""
    figures = f"{run.wall:.2f} | {run.cpu:.2f} | {run.megabytes:,.0f} | {1000 * each:.1f}"
    return f"| {what} | {size:,} | {figures} | {ratio} |"


def report(sizes: tuple[int, ...], *, render: bool) -> None:
    print(f"{platform.python_version()}, {os.cpu_count()} cores, {time.strftime('%Y-%m-%d')}\n")
    print("| run | articles | wall s | CPU s | peak MB | ms an article | against the size before |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    last: dict[str, tuple[int, Run]] = {}
    stages: dict[int, dict[str, float]] = {}
    against: dict[int, float] = {}
    with tempfile.TemporaryDirectory() as scratch:
        for size in sizes:
            folder = Path(scratch) / f"c{size}"
            write_corpus(folder, size)
            runs = {"cold": generation(folder), "nothing new": generation(folder)}
            one_more(folder, size)
            runs["one article more"] = generation(folder)
            if render:
                runs |= rendering(folder)
                against[size] = runs["rendering"].cpu / runs["stock Material"].cpu
            for what, run in runs.items():
                before = last.get(what)
                print(row(what, size, run, before[1] if before else None, size / before[0] if before else 0))
                last[what] = size, run
            stages[size] = runs["cold"].stages
            shutil.rmtree(folder)
    for size, times in against.items():
        print(f"\nRendering {size:,} articles takes {times:.1f} times the CPU seconds of stock Material.")
    print("\nStages of the cold run, seconds\n")
    print(f"| stage | {' | '.join(f'{size:,}' for size in sizes)} |\n|---|{'--:|' * len(sizes)}")
    for stage in stages[sizes[-1]]:
        print(f"| {stage} | {' | '.join(f'{stages[size].get(stage, 0):.2f}' for size in sizes)} |")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--sizes", default="", help="numbers of articles, with commas")
    parser.add_argument("--long", action="store_true", help="up to 20,000 articles")
    parser.add_argument("--no-render", action="store_true", help="generation only")
    args = parser.parse_args()
    sizes = tuple(int(one) for one in args.sizes.split(",") if one) or (LONG if args.long else SIZES)
    report(sizes, render=not args.no_render)


if __name__ == "__main__":
    main()
