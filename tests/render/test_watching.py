"""What counts as saved: other content, and not a file that an editor has emptied to write it anew."""

from __future__ import annotations

from pathlib import Path

from build_scripts.render.serving import _is_emptied
from build_scripts.render.watching import changed, look


def test_a_file_that_was_emptied_is_being_written(tmp_path: Path) -> None:
    page, other = tmp_path / "a.md", tmp_path / "b.md"
    page.write_text("A", "utf-8")
    other.write_text("", "utf-8")
    before = look([tmp_path], [], {})
    assert not _is_emptied(before, look([tmp_path], [], before))
    page.write_text("", "utf-8")
    assert _is_emptied(before, look([tmp_path], [], before))
    page.write_text("B", "utf-8")
    now = look([tmp_path], [], before)
    assert not _is_emptied(before, now)
    assert changed(before, now) == (page,)
