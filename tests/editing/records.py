"""What people do to articles and records: add, withdraw, split, rename, merge, correct, undo."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from tests.editing.building import Building, numbers
from tests.editing.corpus import TEXTS


class Records(Building):
    """Articles that come and go, and what people decide of contacts and actors."""

    @rule(name=st.integers(0, 3), text=st.sampled_from(TEXTS))
    def add_or_correct_article(self, name: int, text: str) -> None:
        if text not in {file.read_text("utf-8") for file in self.seeds.iterdir()}:
            (self.seeds / f"{name}.txt").write_text(text, "utf-8")

    @rule(name=st.integers(0, 3))
    def remove_article(self, name: int) -> None:
        if len(list(self.seeds.glob("*.txt"))) > 1:
            (self.seeds / f"{name}.txt").unlink(missing_ok=True)

    @rule(name=st.integers(0, 3))
    def withdraw_article(self, name: int) -> None:
        if (self.seeds / f"{name}.txt").is_file():
            (self.seeds / "sources.yml").write_text(
                f"- file: {name}.txt\n  withdrawn: {{date: 1998-04-01, why: Retracted}}\n", "utf-8"
            )

    @rule()
    def take_back_the_withdrawal(self) -> None:
        (self.seeds / "sources.yml").unlink(missing_ok=True)

    @rule(number=numbers)
    def split(self, number: int) -> None:
        """A second page takes the words of an article that belong to another contact."""
        self.build()
        articles = sorted(self.seeds.glob("*.txt"))
        article = articles[number % len(articles)]
        words = " ".join(article.read_text("utf-8").split()[:4])
        self.count += 1
        anchor = f"anchors: ['[@{article.stem} \"{words}\"]']"
        page = self.docs / "chronology" / f"split-{self.count}.md"
        self.save(
            page,
            f"---\ntitle: New\nadded: true\nkind: meeting\nparticipants: [verrin, corran]\n{anchor}\n---\n",
        )

    @rule(number=numbers)
    def rename(self, number: int) -> None:
        pages = [*self.contacts(), *sorted((self.docs / "actors").glob("[!i]*.md"))]
        page = pages[number % len(pages)]
        self.count += 1
        new = page.with_name(f"renamed-{self.count}.md")
        text = self.read(page)
        old = re.search(r"(?m)^formerly: \[(.*)\]", text)
        if old:
            text = text.replace(old[0], f"formerly: [{old[1]}, {page.stem}]", 1)
        else:
            text = re.sub(r"\A(\ufeff?---\r?\n)", rf"\1formerly: [{page.stem}]\n", text, count=1)
        page.unlink()
        self.save(new, text)
        self.written = {word: new if at == page else at for word, at in self.written.items()}

    @precondition(lambda self: len(self.contacts()) > 1)
    @rule(number=numbers, other=numbers)
    def merge(self, number: int, other: int) -> None:
        pages = self.contacts()
        page, into = pages[number % len(pages)], pages[other % len(pages)]
        if page != into and not self.decided(page) and not self.decided(into):
            self.decide(page, f"merge_into: {into.stem}\nwhy: One journey.")

    @precondition(lambda self: bool(self.contacts()))
    @rule(number=numbers, line=st.sampled_from(["dismissed: Another.", 'place: ""\nwhy: Unclear.']))
    def correct(self, number: int, line: str) -> None:
        pages = self.contacts()
        if not self.decided(page := pages[number % len(pages)]):
            self.decide(page, line)

    @precondition(lambda self: bool(self.contacts()))
    @rule(number=numbers)
    def undo(self, number: int) -> None:
        pages = self.contacts()
        page = pages[number % len(pages)]
        text = self.read(page)
        self.save(page, re.sub(r"(?m)^(?:merge_into|why|dismissed|place): .*\r?\n", "", text))

    def decided(self, page: Path) -> bool:
        """Decided itself, or others are merged into it: no circles."""
        if re.search(r"(?m)^(?:merge_into|dismissed|place):", self.read(page)):
            return True
        return any(f"merge_into: {page.stem}" in self.read(one) for one in self.contacts())

    def decide(self, page: Path, lines: str) -> None:
        text = self.read(page)
        self.save(page, re.sub(r"\A(\ufeff?---\r?\n)", lambda match: f"{match[1]}{lines}\n", text, count=1))
