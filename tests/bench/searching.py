"""How soon a search answers after the first page is opened, in Chromium, beside the theme as it comes.

    python -m tests.bench.searching [--articles 64,690] [--words "the valley"]
    python -m tests.bench.searching --site FOLDER

From a server and from a folder; a browser of its own for each round, with nothing kept. *First result*:
seconds from opening the page until the first result stands there, with the words typed as soon as the box is
there; of five rounds the fastest (other work on the machine only ever adds), and the middle one. *Worked*: of
these, seconds in which the page's thread was busy. *Next letter*: from one more letter to its results. The
theme's own search needs a server.
"""

from __future__ import annotations

import argparse
import functools
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.bench.corpus import write_corpus
from tests.bench.measuring import RENDER, STOCK, generation, measured
from tests.bench.rendering import stock

ARTICLES = (64, 690)
"""About 200 and 2,000 pages."""
ROUNDS = 5
WORDS = "the valley"
RESULT = ".md-search-result__link"


@dataclass(frozen=True, slots=True)
class Answer:
    """What one round took, in seconds."""

    first: float
    worked: float
    more: float


def answered(browser: Browser, address: str, words: str) -> Answer:
    """One round in a browser that has nothing of the site yet."""
    context = browser.new_context()
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Performance.enable")
    started = time.perf_counter()
    page.goto(address, wait_until="domcontentloaded")
    box = page.locator(".md-search__input")
    box.fill(words[:-1])
    page.locator(RESULT).first.wait_for(timeout=120_000)
    first = time.perf_counter() - started
    metrics = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    page.evaluate(f"document.querySelector('{RESULT}').id = 'seen'")
    started = time.perf_counter()
    box.press_sequentially(words[-1])
    page.locator("#seen").wait_for(state="detached", timeout=120_000)
    more = time.perf_counter() - started
    context.close()
    return Answer(first, float(metrics["TaskDuration"]), more)


@contextmanager
def served(site: Path) -> Iterator[str]:
    """A folder behind an address of this machine, without a word about requests."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            pass

    handler = functools.partial(Quiet, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/index.html"
        server.shutdown()


def line(what: str, site: Path, found: list[Answer]) -> str:
    pages = sum(1 for _ in site.rglob("*.html"))
    # Ours is read as scripts, the theme's as JSON.
    scripts = [*(site / "search").glob("*.js")] or [site / "search" / "search_index.json"]
    index = sum(one.stat().st_size for one in scripts)
    firsts = sorted(one.first for one in found)
    others = [statistics.median(getattr(one, key) for one in found) for key in ("worked", "more")]
    told = [f"{each:.2f}" for each in (firsts[0], statistics.median(firsts), *others)]
    return f"| {what} | {pages:,} | {index / 1000:,.0f} | {' | '.join(told)} |"


def report(sites: dict[str, Path], words: str) -> None:
    with sync_playwright() as engines:
        browser = engines.chromium.launch(executable_path=_chromium(), args=["--no-sandbox", "--disable-gpu"])
        for what, site in sites.items():
            with served(site) as address:
                found = [answered(browser, address, words) for _ in range(ROUNDS)]
            print(line(f"{what}, from a server", site, found), flush=True)
            if what.startswith("ours"):
                folder = (site / "index.html").absolute().as_uri()
                found = [answered(browser, folder, words) for _ in range(ROUNDS)]
                print(line(f"{what}, from a folder", site, found), flush=True)
        browser.close()


def built(folder: Path, articles: int) -> dict[str, Path]:
    """An invented briefing as a site of ours and of the theme as it comes."""
    write_corpus(folder, articles)
    generation(folder)
    measured([sys.executable, "-c", RENDER, "mkdocs.yml"], folder)
    stock(folder, STOCK, 1)
    return {"ours": folder / "site", "stock Material": folder / "stock"}


def _chromium() -> str | None:
    return next(
        (each for each in ("/usr/bin/chromium", "/usr/bin/google-chrome") if Path(each).exists()), None
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.bench.searching", description=__doc__)
    parser.add_argument("--articles", default="", help="numbers of articles, with commas")
    parser.add_argument(
        "--site", help="a site that is built already, instead; the theme's may be in ../stock"
    )
    parser.add_argument("--words", default=WORDS)
    given = parser.parse_args()
    print("\n| search | pages | index, kB | first result, s | middle | worked | next letter |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    if given.site:
        ours, beside = Path(given.site), Path(given.site).parent / "stock"
        report({"ours": ours} | ({"stock Material": beside} if beside.is_dir() else {}), given.words)
    for count in () if given.site else [int(one) for one in given.articles.split(",") if one] or ARTICLES:
        with tempfile.TemporaryDirectory() as scratch:
            report(built(Path(scratch) / f"c{count}", count), given.words)
