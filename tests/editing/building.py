"""A build of the small corpus: front matter, prose and edited blocks are as they were, the rest is said."""

from __future__ import annotations

import atexit
import os
import re
import shutil
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant

from build_scripts import blocks, commands, markup
from build_scripts.errors import InvalidInput
from tests.editing.corpus import Corpus
from tests.editing.killing import killed_at

numbers = st.integers(0, 10_000)
TAKEN: list[int] = []
"""One entry a step; the long run says how many there were."""
if "EDITING_RUNS" in os.environ:
    atexit.register(lambda: print(f"{len(TAKEN)} steps of editing"))


class Building(Corpus, RuleBasedStateMachine):
    """Builds, each of which keeps what people wrote."""

    @initialize()
    def begin(self) -> None:
        self.lay_out()
        self.build()

    def teardown(self) -> None:
        if hasattr(self, "root"):
            self.build()
            shutil.rmtree(self.root)

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


def outside(text: str) -> str:
    """What stands outside blocks, front matter included."""
    parts = (part for part in blocks.parse(text).segments if isinstance(part, blocks.Prose))
    return "".join(text[part.start : part.end] for part in parts)


def without_line_ends(text: str) -> str:
    return text.replace("\r", "").replace("\n", "")
