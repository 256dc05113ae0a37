"""Somebody who edits a previewed briefing at a person's pace: saves of every kind, mistakes, pauses."""

from __future__ import annotations

import random
import re
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.serving import Serving

ARTICLE = """Verrin in Port Ansel

Hill Gazette

June 5, 1998

Tomas Verrin met Ida Corran in Port Ansel on June 4, 1998, the ministry said.
"""
PAUSES = (3, 15)
"""Seconds between two saves."""


def told(taken: Sequence[float]) -> str:
    """How many saves, and how long they took to be in the browser."""
    middle = statistics.median(taken) if taken else 0
    most = max(taken, default=0)
    return f"{len(taken)} saves in the browser after {middle:.2f} s (median), {most:.2f} s at most"


class Editor:
    """Edits one briefing; `changes` are saves that must build, `faults` those that must not."""

    def __init__(self, config: Path, serving: Serving, browser: Page, chance: random.Random) -> None:
        self.config, self.root, self.docs = config, config.parent, config.parent / "docs"
        self.serving, self.browser, self.chance = serving, browser, chance
        self.changes = self.faults = self.number = 0
        self.taken: list[float] = []
        self.done: list[str] = []
        self.started, self.cpu = time.monotonic(), serving.cpu()
        self.turns: list[Callable[[], str]] = []

    def step(self) -> None:
        """One thing that people do, then a pause; each thing once before any comes again."""
        if not self.turns:
            self.turns = [self.prose, self.prose, self.front_matter, self.article, self.listing]
            self.turns += [self.configuration, self.nothing, self.other_files, self.mistake, self.looking]
            self.chance.shuffle(self.turns)
        at = time.monotonic() - self.started
        self.number += 1
        before = self.serving.builds()
        what = self.turns.pop()()
        built = self.serving.builds() - before
        builds = f"{built} build{'' if built == 1 else 's'}"
        self.done.append(f"{int(at // 60):3}:{int(at % 60):02}  {builds:8}  {what}")
        time.sleep(self.chance.uniform(*PAUSES))

    def log(self) -> str:
        """What was done when, and what it came to."""
        spent = self.serving.cpu() - self.cpu
        end = f"{(time.monotonic() - self.started) / 60:.1f} minutes: {self.changes} changes, {self.faults} "
        end += f"mistakes, {self.serving.builds() - 1} builds after the first; {spent:.0f} CPU s in all"
        return "\n".join([*self.done, end, told(self.taken)])

    # ---- what builds ----------------------------------------------------------------------------

    def prose(self) -> str:
        pages = ("about.md", "method.md", "summit.md", "actors/hamas.md", "comparisons/aim.md")
        page = self.chance.choice(pages)
        words = f"Sentence {self.number} by hand."
        self._shows(page, words, lambda: self._append(self.docs / page, f"\n{words}\n"))
        return f"prose on {page}"

    def front_matter(self) -> str:
        page = self.docs / "actors" / "fatah.md"
        text = page.read_text("utf-8")
        rest = text.removeprefix("---\n").partition("description: ")[2].partition("\n")[2]
        rest = rest if "description: " in text.partition("\n---\n")[0] else text.removeprefix("---\n")
        self._builds(page, f"---\ndescription: Described for the {self.number}th time\n{rest}")
        return "front matter of actors/fatah.md"

    def article(self) -> str:
        file = self.root / "seeds" / "005_new.txt"
        self._builds(file, f"{ARTICLE}\nIt rained for {self.number} days.\n")
        return "an article"

    def listing(self) -> str:
        file = self.root / "seeds" / "sources.yml"
        self._builds(file, file.read_text("utf-8") + f"# looked at, {self.number}\n")
        return "sources.yml"

    def configuration(self) -> str:
        name = f"The meeting, {self.number}"
        text = self.config.read_text("utf-8")
        new = f"site_name: {name}\n" + text.partition("\n")[2]
        self.goto(f"{self.serving.address}index.html")
        self._measured(
            lambda: self._builds(self.config, new),
            lambda: expect(self.browser).to_have_title(re.compile(name), timeout=60_000),
        )
        return "mkdocs.yml"

    # ---- what does not --------------------------------------------------------------------------

    def nothing(self) -> str:
        page = self.docs / "about.md"
        page.write_bytes(page.read_bytes())
        page.touch()
        time.sleep(2)
        return "about.md saved as it was"

    def other_files(self) -> str:
        for name in ("about.md~", ".about.md.swp", "#about.md#"):
            (self.docs / name).write_text(f"a copy, {self.number}", "utf-8")
        time.sleep(2)
        return "files that an editor leaves beside it"

    def mistake(self) -> str:
        """A citation of words that nobody wrote; then without it again, which builds."""
        page = self.docs / "about.md"
        good = page.read_text("utf-8")
        self.faults += 1
        page.write_text(f'{good}\nForged [@000 "{self.number} shares of the moon"].\n', "utf-8")
        self.serving.wait_for("The last good pages stay up.")
        time.sleep(self.chance.uniform(*PAUSES))
        self._builds(page, good)
        return "a citation that is wrong, and taken back"

    def looking(self) -> str:
        for page in ("index.html", "chronology/index.html", "sources/000.html"):
            self.goto(f"{self.serving.address}{page}")
            time.sleep(self.chance.uniform(*PAUSES))
        return "reading three pages"

    # ---------------------------------------------------------------------------------------------

    def goto(self, address: str) -> None:
        """By way of an empty page: one that reloads itself would get in the way."""
        self.browser.goto("about:blank")
        self.browser.goto(address, timeout=60_000)

    def _append(self, page: Path, words: str) -> None:
        self._builds(page, page.read_text("utf-8") + words)

    def _builds(self, file: Path, text: str) -> None:
        """Save; the next step begins when it is built."""
        self.changes += 1
        file.write_text(text, "utf-8")
        self.serving.wait_for("Built in")

    def _shows(self, page: str, words: str, save: Callable[[], None]) -> None:
        self.goto(f"{self.serving.address}{page.removesuffix('.md')}.html")
        self._measured(save, lambda: expect(self.browser.get_by_text(words)).to_be_attached(timeout=60_000))

    def _measured(self, save: Callable[[], None], shown: Callable[[], None]) -> None:
        started = time.perf_counter()
        save()
        shown()
        self.taken.append(time.perf_counter() - started)
