"""Any sequence of edits, articles, renames, merges, builds, crashes: nothing written by hand is lost."""

from __future__ import annotations

import atexit
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from build_scripts import blocks, commands, markup
from build_scripts.errors import InvalidInput

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
numbers = st.integers(0, 10_000)


TAKEN: list[int] = []
"""One entry a step; the long run says how many there were."""
if "EDITING_RUNS" in os.environ:
    atexit.register(lambda: print(f"{len(TAKEN)} steps of editing"))


class Killed(BaseException):
    """The process ends here."""


@contextmanager
def killed_at(step: int) -> Iterator[None]:
    """No process outlives its step-th replacement of a file; nothing is flushed, which only costs time."""
    left = [step]
    real = Path.replace

    def replaced(self: Path, target: Path) -> Path:
        left[0] -= 1
        if left[0] == 0:
            raise Killed
        return real(self, target)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(os, "fsync", lambda handle: None)
        if step:
            patched.setattr(Path, "replace", replaced)
        yield


def outside(text: str) -> str:
    """What stands outside blocks, front matter included."""
    parts = (part for part in blocks.parse(text).segments if isinstance(part, blocks.Prose))
    return "".join(text[part.start : part.end] for part in parts)


def without_line_ends(text: str) -> str:
    return text.replace("\r", "").replace("\n", "")


class Editing(RuleBasedStateMachine):
    """A small corpus on disk, edited as people do; the build runs now and then."""

    @initialize()
    def begin(self) -> None:
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
        self.build()

    def teardown(self) -> None:
        if hasattr(self, "root"):
            self.build()
            shutil.rmtree(self.root)

    # ---- what is there --------------------------------------------------------------------------

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

    # ---- the build ------------------------------------------------------------------------------

    def build(self) -> None:
        """Build; what cannot be built (a block edited by hand cites an article that is gone) changes nothing
        and is undone."""
        before = self.texts()
        try:
            with killed_at(0):
                outcome = commands.generate(self.config)
        except InvalidInput:
            assert self.texts() == before
            for file in self.seeds.iterdir():
                file.unlink()
            for name, text in self.good_seeds.items():
                (self.seeds / name).write_text(text, "utf-8")
            with killed_at(0):
                outcome = commands.generate(self.config)
        self.good_seeds = {file.name: file.read_text("utf-8") for file in self.seeds.iterdir()}
        self.check_kept(before)
        self.check_reported(before, outcome.remarks)
        after = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in self.docs.rglob("*.*")}
        with killed_at(0):
            assert commands.generate(self.config).remarks == outcome.remarks
        assert {
            path: (path.stat().st_mtime_ns, path.read_bytes()) for path in self.docs.rglob("*.*")
        } == after

    def check_kept(self, before: dict[Path, bytes]) -> None:
        """Front matter and prose to the byte; blocks that people changed as they left them."""
        for page, data in before.items():
            old, new = data.decode(), self.read(page)
            start, _, body = markup.front_matter(old)
            assert new[: max(body, start)] == old[: max(body, start)], page
            if set(blocks.names(old)) == set(blocks.names(new)):
                assert outside(new) == outside(old), page
            else:
                assert without_line_ends(outside(new)) == without_line_ends(outside(old)), page
            now = {block.name: block for block in blocks.parse(new).blocks}
            for block in blocks.parse(old).blocks:
                if block.edited and block.option != "omit":
                    assert now[block.name].content == block.content, (page, block.name)

    def check_reported(self, before: dict[Path, bytes], remarks: tuple[str, ...]) -> None:
        said = [re.match(r"docs/(\S+?):\d+: block (\S+) is edited", remark) for remark in remarks]
        named = sorted((match[1], match[2]) for match in said if match)
        assert len(set(named)) == len(named)
        edited = sorted(
            (page.relative_to(self.docs).as_posix(), block.name)
            for page in before
            for block in blocks.parse(self.read(page)).blocks
            if block.edited and block.option != "keep"
        )
        assert named == edited

    @invariant()
    def count_steps(self) -> None:
        TAKEN.append(self.count if hasattr(self, "count") else 0)

    @invariant()
    def every_word_is_where_it_was_written(self) -> None:
        texts: dict[Path, str] = {}
        for word, page in getattr(self, "written", {}).items():
            text = texts.setdefault(page, self.read(page))
            assert text.count(word) == 1, (word, page)

    @rule()
    def rebuild(self) -> None:
        self.build()

    @rule(step=st.integers(1, 12))
    def crash(self, step: int) -> None:
        """Killed at a write: pages are old or new, and the next build comes out as if nothing had been."""
        before = self.texts()
        with tempfile.TemporaryDirectory() as folder, suppress(InvalidInput):
            twin = Path(folder) / "twin"
            shutil.copytree(self.root, twin)
            with killed_at(0):
                commands.generate(twin / "mkdocs.yml")
            wanted = {
                self.docs / page.relative_to(twin / "docs"): page.read_bytes()
                for page in (twin / "docs").rglob("*.md")
            }
            with killed_at(step), suppress(Killed):
                commands.generate(self.config)
            for page, data in self.texts().items():
                assert data in (before.get(page), wanted[page])
            self.build()
            assert self.texts() == wanted

    # ---- edits in an editor ---------------------------------------------------------------------

    @rule(number=numbers, at=numbers, end=st.sampled_from(["\n", "  \n", "\r\n", "\t\n\n", ""]))
    def write_prose(self, number: int, at: int, end: str) -> None:
        self.write_prose_on(number, at, end)

    def write_prose_on(self, number: int, at: int, end: str) -> None:
        page = self.page(number)
        text = self.read(page)
        body = markup.front_matter(text)[2]
        places = [max(part.start, body) for part in blocks.parse(text).segments if part.end > body] + [
            len(text)
        ]
        place = places[at % len(places)]
        gap = "" if not place or text[place - 1] == "\n" else "\n"
        end = end or ("" if place == len(text) else "\n")
        self.save(page, f"{text[:place]}{gap}\n{self.word(page)}, by hand.{end}{text[place:]}")

    @rule(number=numbers, which=numbers)
    def write_in_block(self, number: int, which: int) -> None:
        page = self.page(number)
        block, text = self.block(page, which), self.read(page)
        if block and block.option != "omit":
            inner = text[block.inner_start : block.inner_end].rstrip("\n")
            new = f"{inner}\n\n{self.word(page)}, by hand.\n\n"
            self.save(page, text[: block.inner_start] + new + text[block.inner_end :])

    @rule(number=numbers, which=numbers)
    def empty_block(self, number: int, which: int) -> None:
        page = self.page(number)
        block, text = self.block(page, which), self.read(page)
        if block:
            self.forget(text[block.inner_start : block.inner_end])
            self.save(page, text[: block.inner_start] + text[block.inner_end :])

    @rule(number=numbers, which=numbers)
    def delete_block(self, number: int, which: int) -> None:
        page = self.page(number)
        block, text = self.block(page, which), self.read(page)
        if block:
            self.forget(text[block.start : block.end])
            self.save(page, text[: block.start] + text[block.end :])

    @rule(number=numbers, which=numbers)
    def keep_block(self, number: int, which: int) -> None:
        page = self.page(number)
        block, text = self.block(page, which), self.read(page)
        if block and not block.option:
            plain, kept = f"generated: {block.name} -->", f"generated: {block.name} keep -->"
            self.save(page, text.replace(f"<!-- {plain}", f"<!-- {kept}", 1))

    @rule(number=numbers, which=numbers)
    def omit_block(self, number: int, which: int) -> None:
        page = self.page(number)
        block, text = self.block(page, which), self.read(page)
        if block and not block.option:
            self.forget(text[block.inner_start : block.inner_end])
            plain, omitted = f"generated: {block.name} -->", f"generated: {block.name} omit -->"
            emptied = text[: block.inner_start] + text[block.inner_end :]
            self.save(page, emptied.replace(f"<!-- {plain}", f"<!-- {omitted}", 1))

    @rule(number=numbers, which=numbers)
    def take_back_what_was_said_of_a_block(self, number: int, which: int) -> None:
        page = self.page(number)
        block, text = self.block(page, which), self.read(page)
        if block and block.option:
            said, plain = f"generated: {block.name} {block.option} -->", f"generated: {block.name} -->"
            self.save(page, text.replace(f"<!-- {said}", f"<!-- {plain}", 1))

    @rule(number=numbers, at=numbers)
    def save_while_a_build_runs(self, number: int, at: int) -> None:
        """The build writes; a person saves a page before it is replaced."""
        saved: list[int] = []

        def save(handle: int) -> None:
            if not saved:
                saved.append(handle)
                self.write_prose_on(number, at, "\n")

        with pytest.MonkeyPatch.context() as patched, suppress(InvalidInput):
            patched.setattr(os, "fsync", save)
            commands.generate(self.config)
        if not saved:
            self.write_prose_on(number, at, "\n")

    @rule(number=numbers, which=numbers)
    def move_block(self, number: int, which: int) -> None:
        page = self.page(number)
        block, text = self.block(page, which), self.read(page)
        if block and text[block.start : block.end].endswith("\n"):
            body = markup.front_matter(text)[2]
            taken = text[: block.start] + text[block.end :]
            self.save(page, f"{taken[:body]}{text[block.start : block.end]}\n{taken[body:]}")

    @rule(number=numbers, windows=st.booleans())
    def convert_line_ends(self, number: int, windows: bool) -> None:
        page = self.page(number)
        text = self.read(page).replace("\r\n", "\n")
        self.save(page, text.replace("\n", "\r\n") if windows else text)

    @rule(number=numbers)
    def strip_trailing_spaces(self, number: int) -> None:
        page = self.page(number)
        self.save(page, re.sub(r"[ \t]+(?=\r?\n|\Z)", "", self.read(page)).rstrip("\n") + "\n")

    @rule(number=numbers)
    def leave_a_merge_unsettled(self, number: int) -> None:
        page = self.page(number)
        good = page.read_bytes()
        page.write_bytes(good + b"\n<<<<<<< HEAD\none\n=======\ntwo\n>>>>>>> main\n")
        before = self.texts()
        with pytest.raises(InvalidInput, match=r"a merge conflict that is not settled"):
            commands.generate(self.config)
        assert self.texts() == before
        page.write_bytes(good)

    # ---- articles, renames, decisions -----------------------------------------------------------

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


Editing.TestCase.settings = settings(
    max_examples=int(os.environ.get("EDITING_RUNS", "6")),
    stateful_step_count=int(os.environ.get("EDITING_STEPS", "20")),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestEditing = Editing.TestCase
