"""Time and memory of each stage at growing sizes of an invented corpus: `make bench`, `make bench LONG=1`.

    python -m tests.bench [--sizes 5,50,500] [--long] [--render-up-to 500] [--no-render]

`stock Material` renders the same Markdown with the theme as it comes: no citations, no evidence, no audit.
Every figure comes from a process of its own (with those that it starts): wall seconds, CPU seconds, and the
memory of the largest process at its peak.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from tests.bench.corpus import write_corpus
from tests.bench.measuring import RENDER, STOCK, compiled, generation, measured
from tests.bench.report import Run, machine, summary, table_of_runs, table_of_stages

SIZES = (5, 50, 500, 5_000)
LONG = (*SIZES, 20_000)
RENDERED = 500
"""Articles up to which sites are rendered, unless another number is given."""


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
    compiled()
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
