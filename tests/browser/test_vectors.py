"""An article made of attacks, through the whole build, in a browser: each is read as its own characters."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, Route

from build_scripts import escape
from tests.browser.conftest import served
from tests.conftest import TESTS
from tests.hostile.sites import built

VECTORS = yaml.safe_load((TESTS / "cases/hostile/vectors.yml").read_text("utf-8"))
MEETING = "Foreign Minister Ida Corran met Tomas Verrin of the Upland League in Lakeside on {} May 1998"
TITLE = "<script>attack()</script><img src=x onerror=attack()></title>"
ACTIVE = """
    [...document.querySelectorAll("*")]
        .filter(e => [...e.attributes].some(
            a => /^on/i.test(a.name) || /^\\s*(javascript|data|vbscript):/i.test(a.value)))
        .map(e => e.outerHTML)
"""
SENTENCES = """
    [...document.querySelectorAll(".para > p")].map(p => {
        const words = p.cloneNode(true);
        words.querySelectorAll(".sn").forEach(number => number.remove());
        return words.textContent;
    })
"""
POLICY = '<meta http-equiv="Content-Security-Policy"'


def article() -> tuple[str, ...]:
    """Paragraphs: every attack by itself, and some in quotations about meetings, which other pages repeat."""
    texts = [" ".join(escape.normalise(text).split()) for text in VECTORS]
    told = [
        f"{MEETING.format(day % 28 + 1)}, “{text}”, the ministry said." for day, text in enumerate(texts[::6])
    ]
    return (TITLE, *(f"Arden said: {text} and left." for text in texts), *told)


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """The site, and its address; without the policy that would stop a script that got so far."""
    code, site = built(tmp_path_factory.mktemp("vectors") / "site", "\n\n".join(article()), TITLE)
    assert code == 0
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8")
        start = text.find(POLICY)
        assert start > 0, page
        page.write_text(text[:start] + text[text.index(">", start) + 1 :], "utf-8")
    for address in served(site):
        yield site, address


def test_no_attack_runs_and_each_is_read_as_its_characters(
    attacked: tuple[Path, str], wide_with_errors: Page
) -> None:
    site, address = attacked
    page = wide_with_errors
    calls: list[str] = []
    elsewhere: list[str] = []
    page.expose_function("attack", lambda *_: calls.append(page.url))
    page.on("dialog", lambda dialog: (calls.append(dialog.message), dialog.dismiss()))

    def only_here(route: Route) -> None:
        if route.request.url.startswith(address):
            route.continue_()
        else:
            elsewhere.append(route.request.url)
            route.abort()

    page.route("**/*", only_here)
    for path in sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html")):
        page.goto(f"{address}/{path}", wait_until="load")
        assert page.evaluate(ACTIVE) == [], path
    page.goto(f"{address}/sources/020.html")
    read = {"".join(words.split()) for words in page.evaluate(SENTENCES)}
    page.keyboard.press("/")
    page.keyboard.type("attack script", delay=10)
    page.locator(".md-search-result__link").first.wait_for(timeout=20_000)
    page.wait_for_timeout(200)  # what a result brings with it
    assert calls == []
    assert elsewhere == []
    assert [text for text in article() if "".join(text.split()) not in read] == []
