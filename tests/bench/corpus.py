"""A seeded corpus of any size, like what a desk collects, as a briefing's folder (see newsroom.py).

python -m tests.bench.corpus FOLDER ARTICLES [SEED]
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.bench.newsroom import Article, Newsroom

CONFIG = """\
site_name: The Lakeside contacts
site_description: An invented briefing for measurements.
theme: {name: material}
extra:
  briefing:
    sides: {upland: Upland parties, lake: Lake Republic}
    contacts: [upland, lake]
    home: {lake: [Lakeside]}
    contact: desk@example.org
"""


def write_corpus(folder: Path, count: int, seed: int = 1) -> None:
    """A briefing of `count` articles, ready to build; the same bytes for the same count and seed."""
    newsroom = Newsroom(count, seed)
    for part in ("seeds", "docs/actors"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text(CONFIG, "utf-8")
    entries = []
    for article in newsroom.articles(count):
        text = "\n\n".join(" ".join(sentences) for sentences in _paragraphs(article))
        (folder / "seeds" / article.file).write_text(f"{text}\n", "utf-8")
        entries.append(
            f"- file: {article.file}\n  publisher: {article.outlet}\n"
            f"  published: {article.published}\n  published_basis: stated\n"
        )
    (folder / "seeds" / "sources.yml").write_text("".join(entries), "utf-8")
    for person in {one.full: one for side in newsroom.people for one in side}.values():
        stem = person.full.lower().replace(" ", "-")
        side = f"side: {person.side}\n" if person.side else ""
        (folder / "docs" / "actors" / f"{stem}.md").write_text(
            f"---\ntitle: {person.full}\nkind: person\n{side}---\n", "utf-8"
        )


def _paragraphs(article: Article) -> list[tuple[str, ...]]:
    return [article.sentences[at : at + 3] for at in range(0, len(article.sentences), 3)]


if __name__ == "__main__":
    write_corpus(Path(sys.argv[1]), int(sys.argv[2]), int((*sys.argv, "1")[3]))
