"""A small corpus on disk, before anybody edits it, and how its pages are read and saved."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from build_scripts import blocks

CONFIG = """site_name: The Weir
extra:
  briefing:
    sides: {upland: Upland, lake: Lake Republic}
    contacts: [upland, lake]
    home: {lake: [Lakeside]}
    contact: desk@example.org
"""
ACTORS = {
    "verrin": "title: Tomas Verrin\nkind: person\nside: upland",
    "marsh": "title: Olen Marsh\nkind: person\nside: upland",
    "corran": "title: Ida Corran\nkind: person\nside: lake",
}
TEXTS = (
    "Tomas Verrin met Ida Corran in Lakeside on March 2, 1998.",
    "Ida Corran received Tomas Verrin in Lakeside on March 2, 1998, the ministry said.",
    "Olen Marsh visited Lakeside in June 1996 and met with Ida Corran.",
    "Olen Marsh was in Lakeside in June 1996. Tomas Verrin will visit Lakeside on May 4, 1998.",
    "Tomas Verrin refused to meet Ida Corran in May 1997. Three boats left the lake.",
)


class Corpus:
    """Pages and articles in a folder, and the words that people wrote there."""

    def lay_out(self) -> None:
        self.root = Path(tempfile.mkdtemp(prefix="editing"))
        self.config, self.docs, self.seeds = (self.root / name for name in ("mkdocs.yml", "docs", "seeds"))
        self.config.write_text(CONFIG, "utf-8")
        self.seeds.mkdir()
        for name, text in ACTORS.items():
            page = self.docs / "actors" / f"{name}.md"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(f"---\n{text}\n---\n", "utf-8")
        (self.seeds / "0.txt").write_text(TEXTS[0], "utf-8")
        self.written: dict[str, Path] = {}
        self.good_seeds = {"0.txt": TEXTS[0]}
        self.count = 0

    def pages(self) -> list[Path]:
        return sorted(self.docs.rglob("*.md"))

    def page(self, number: int) -> Path:
        pages = [page for page in self.pages() if page.name != "guide.md"]
        return pages[number % len(pages)]

    def texts(self) -> dict[Path, bytes]:
        return {page: page.read_bytes() for page in self.pages()}

    def contacts(self) -> list[Path]:
        found = sorted((self.docs / "chronology").glob("*.md"))
        return [page for page in found if page.name != "index.md"]

    def read(self, page: Path) -> str:
        return page.read_bytes().decode()

    def save(self, page: Path, text: str) -> None:
        page.write_bytes(text.encode())

    def word(self, page: Path) -> str:
        self.count += 1
        word = f"written{self.count}x"
        self.written[word] = page
        return word

    def forget(self, text: str) -> None:
        for word in re.findall(r"written\d+x", text):
            self.written.pop(word, None)

    def block(self, page: Path, number: int) -> blocks.Block | None:
        found = blocks.parse(self.read(page)).blocks
        return found[number % len(found)] if found else None
