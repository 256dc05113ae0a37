"""Time and memory of each stage at growing sizes of an invented corpus: `make bench`, `make bench LONG=1`.

    python -m tests.bench [--sizes 5,50,500] [--long] [--render-up-to 500] [--no-render]

`stock Material` renders the same Markdown with the theme as it comes: no citations, no evidence, no audit.
Every figure comes from a process of its own (with those that it starts): wall seconds, CPU seconds, and the
memory of the largest process at its peak.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.corpus import write_corpus
from tests.bench.report import Run, Stage, machine, summary, table_of_runs, table_of_stages

ROOT = Path(__file__).parent.parent.parent
SIZES = (5, 50, 500, 5_000)
LONG = (*SIZES, 20_000)
RENDERED = 500
"""Articles up to which sites are rendered, unless another number is given."""
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
# Match: `extract     1.234 s     1.100 s CPU     123 MB`. Near-miss: the summary's `(1.2 s)`.
STAGE = re.compile(
    r"^(?P<stage>[a-z]+) +(?P<wall>[\d.]+) s +(?P<cpu>[\d.]+) s CPU +(?P<peak>\d+) MB$", re.MULTILINE
)


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
    stages = {
        one["stage"]: Stage(float(one["wall"]), float(one["cpu"]), float(one["peak"]))
        for one in STAGE.finditer(said)
    }
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


def runs(folder: Path, size: int) -> dict[str, Run]:
    """From nothing, again (the pages are there now), with nothing new, and after two small changes."""
    write_corpus(folder, size)
    found = {name: generation(folder) for name in ("cold", "again", "nothing new")}
    article = sorted((folder / "seeds").glob("*.txt"))[size // 2]
    article.write_text(article.read_text("utf-8").replace(" the ", " that ", 1), "utf-8")
    found["one article changed"] = generation(folder)
    one_more(folder, size)
    return {**found, "one article more": generation(folder)}


def one_more(folder: Path, size: int) -> None:
    """Add an article that none of the others rewrites."""
    other = folder.parent / "other"
    write_corpus(other, 3, seed=size + 7)
    shutil.copy(next((other / "seeds").glob("*.txt")), folder / "seeds" / "99999_new.txt")


def report(sizes: tuple[int, ...], rendered: int) -> None:
    print(machine())
    found: dict[int, dict[str, Run]] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch) / f"c{size}"
            found[size] = runs(folder, size)
            if size <= rendered:
                found[size] |= rendering(folder)
        print("\n".join(table_of_runs(size, found[size], found)), flush=True)
    print("\n".join(summary(found)))
    print("\n".join(table_of_stages(found, ("cold", "one article more"))))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--sizes", default="", help="numbers of articles, with commas")
    parser.add_argument("--long", action="store_true", help="up to 20,000 articles")
    parser.add_argument("--render-up-to", type=int, default=RENDERED, help="articles of a site to render")
    parser.add_argument("--no-render", action="store_true", help="generation only")
    args = parser.parse_args()
    sizes = tuple(int(one) for one in args.sizes.split(",") if one) or (LONG if args.long else SIZES)
    report(sizes, 0 if args.no_render else args.render_up_to)


if __name__ == "__main__":
    main()
