"""The policy that every page carries stops, in the browser, what should never have got that far."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import served

ATTACKS = (
    "<script>window.attacked = 1</script>",
    '<img src="nowhere.png" onerror="window.attacked = 1" alt="">',
    "<svg><script>window.attacked = 1</script></svg>",
    '<a id="attack" href="javascript:void(window.attacked = 1)">A</a>',
    '<iframe srcdoc="<script>parent.attacked = 1</script>"></iframe>',
    '<base href="https://example.org/">',
)


@pytest.fixture(scope="module")
def attacked(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A page of the site into which somebody wrote what the audit would have refused."""
    folder = tmp_path_factory.mktemp("attacked")
    page = (site / "index.html").read_text("utf-8")
    head, body = page.split("</article>", 1)
    (folder / "index.html").write_text(f"{head}{''.join(ATTACKS)}</article>{body}", "utf-8")
    yield from served(folder)


def test_no_script_of_an_attacker_runs(attacked: str, wide_with_errors: Page) -> None:
    page = wide_with_errors
    page.goto(f"{attacked}/index.html")
    page.locator("#attack").dispatch_event("click")
    page.wait_for_timeout(300)
    assert page.evaluate("window.attacked") is None
    assert page.evaluate("document.baseURI").startswith(attacked)


def test_the_scripts_of_the_site_run_under_it(wide: Page, address: str) -> None:
    refused: list[str] = []
    wide.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    wide.goto(f"{address}/summit.html")
    wide.locator("article a.cite[data-ev]").first.hover()
    wide.locator("#evidence-popover").wait_for(state="visible")
    wide.keyboard.press("/")
    wide.keyboard.type("meeting", delay=20)
    wide.locator(".md-search-result__link").first.wait_for(timeout=15_000)
    assert refused == []
