"""How soon the search of a built site answers after its first page is opened, in Chromium, from its folder.

    python -m tests.bench.searching SITE [WORDS]

Seconds from opening the first page to the first result, and seconds that the page's thread worked.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

ROUNDS = 3


def answered(site: Path, words: str) -> tuple[float, float]:
    with sync_playwright() as engines:
        browser = engines.chromium.launch(executable_path=_chromium())
        page = browser.new_page()
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable")
        started = time.perf_counter()
        page.goto((site / "index.html").absolute().as_uri(), wait_until="domcontentloaded")
        page.locator(".md-search__input").fill(words)
        page.locator(".md-search-result__link").first.wait_for()
        took = time.perf_counter() - started
        metrics = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
        browser.close()
    return took, float(metrics["TaskDuration"])


def _chromium() -> str | None:
    return next(
        (each for each in ("/usr/bin/chromium", "/usr/bin/google-chrome") if Path(each).exists()), None
    )


if __name__ == "__main__":
    asked = sys.argv[2] if len(sys.argv) > 2 else "the valley"
    for _ in range(ROUNDS):
        wall, work = answered(Path(sys.argv[1]), asked)
        print(f"first result after {wall:.2f} s, of which the page worked {work:.2f} s")
