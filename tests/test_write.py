"""Writing: only what differs, whole files only, and nothing outside the folder."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from build_scripts import write
from build_scripts.errors import CannotReadOrWrite


def test_what_does_not_differ_is_not_touched(tmp_path: Path) -> None:
    assert write.apply({"a.md": "one\n", "b/c.md": "two"}, tmp_path) == ("a.md", "b/c.md")
    before = (tmp_path / "a.md").stat()
    assert write.apply({"a.md": "one\n", "b/c.md": "three"}, tmp_path) == ("b/c.md",)
    after = (tmp_path / "a.md").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert (tmp_path / "b/c.md").read_bytes() == b"three"


def test_bytes_and_line_ends_are_written_as_they_are(tmp_path: Path) -> None:
    write.apply({"a.md": "one\r\ntwo\n", "b": b"\xff\r\n"}, tmp_path)
    assert (tmp_path / "a.md").read_bytes() == b"one\r\ntwo\n"
    assert (tmp_path / "b").read_bytes() == b"\xff\r\n"


def test_a_file_keeps_its_permissions(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("one")
    (tmp_path / "a").chmod(0o640)
    write.apply({"a": "two", "b": "three"}, tmp_path)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640
    assert not (tmp_path / "b").stat().st_mode & 0o111


def test_a_failure_before_the_first_replacement_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_text("one")
    (tmp_path / "b").mkdir()
    with pytest.raises(CannotReadOrWrite, match="b"):
        write.apply({"a": "two", "b": "three"}, tmp_path)
    calls = []

    def full(handle: int) -> None:
        calls.append(handle)
        if len(calls) > 1:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotReadOrWrite, match=r"c: No space left on device"):
        write.apply({"a": "two", "c": "three"}, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]
    assert (tmp_path / "a").read_text() == "one"


def test_a_replacement_that_fails_leaves_whole_files_and_the_next_run_completes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {"a": "one", "b": "two", "c": "three"}
    replace = Path.replace

    def refusing(self: Path, target: Path) -> Path:
        if target.name == "b":
            raise OSError(13, "Permission denied")
        return replace(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", refusing)
        with pytest.raises(CannotReadOrWrite, match=r"b: Permission denied"):
            write.apply(files, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
    assert write.apply(files, tmp_path) == ("b", "c")


@pytest.mark.parametrize("path", ["../a", "linked/a", "link"])
def test_what_leads_out_of_the_folder_is_refused(path: str, tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (root / "linked").symlink_to(tmp_path)
    (root / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(CannotReadOrWrite, match="leads out"):
        write.apply({path: "one"}, root)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["root"]


def test_files_whose_names_are_given_no_longer_are_removed_and_no_others(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    for name in ("part-01.js", "part-02.js", "part-notes.js", "own.json"):
        (data / name).write_text("x", "utf-8")
    (data / "part-03.js").symlink_to(data / "own.json")
    assert write.prune(tmp_path, "data", re.compile(r"part-\d\d\.js"), {"part-01.js"}) == ("data/part-02.js",)
    assert sorted(file.name for file in data.iterdir()) == [
        "own.json",
        "part-01.js",
        "part-03.js",
        "part-notes.js",
    ]


def test_in_a_folder_that_is_not_there_nothing_is_removed(tmp_path: Path) -> None:
    assert write.prune(tmp_path, "data", re.compile(".*"), ()) == ()
