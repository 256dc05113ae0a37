"""Any sequence of edits, articles, renames, merges, builds, crashes: nothing written by hand is lost."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import rule

from build_scripts import commands
from build_scripts.errors import InvalidInput
from tests.editing.by_hand import ByHand
from tests.editing.killing import Killed, killed_at
from tests.editing.records import Records


class Editing(ByHand, Records):
    """A small corpus on disk, edited as people do; the build runs now and then."""

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


Editing.TestCase.settings = settings(
    max_examples=int(os.environ.get("EDITING_RUNS", "6")),
    stateful_step_count=int(os.environ.get("EDITING_STEPS", "20")),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestEditing = Editing.TestCase
