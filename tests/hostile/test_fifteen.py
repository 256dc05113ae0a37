"""The fifteen cases that every release must pass: which test holds each, and those that no module has yet."""

from __future__ import annotations

import importlib
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_scripts.__main__ import Exit, main
from tests.conftest import OTHER

HELD_BY = {
    "killed at every write": (
        "test_interrupted.test_killed_at_any_write_each_page_is_old_or_new_and_the_next_build_completes",
        "test_interrupted.test_a_real_kill_leaves_whole_pages_and_no_lock",
    ),
    "two builds at once": (
        "hostile.test_fifteen.test_two_builds_at_once_leave_what_one_would",
        "test_interrupted.test_a_second_build_waits_says_so_and_gives_up",
    ),
    "an edited block": ("test_commands.test_a_block_edited_by_hand_is_kept_and_restored_on_demand",),
    "a deleted, doubled, nested or reordered marker": (
        "test_blocks.test_faults_name_their_line_and_leave_the_page_alone",
        "test_blocks.test_any_page_is_refused_or_settled_at_once_with_all_prose_in_place",
    ),
    "an article that contains our markers": (
        "hostile.test_fifteen.test_an_article_that_contains_our_markers_is_text",
        "browser.test_vectors.test_no_attack_runs_and_each_is_read_as_its_characters",
    ),
    "a second run changes no byte and no time stamp": (
        "hostile.test_fifteen.test_a_second_run_touches_no_file",
        "test_commands.test_a_second_run_changes_not_one_byte",
    ),
    "an article twice": ("hostile.test_fifteen.test_what_is_no_article_is_named_in_one_run",),
    "an empty article": ("hostile.test_fifteen.test_what_is_no_article_is_named_in_one_run",),
    "wrong encodings": ("hostile.test_fifteen.test_another_encoding_is_named_with_its_first_byte",),
    "huge inputs": (
        "hostile.test_limits.test_an_article_over_a_limit_is_a_fault_that_names_it",
        "hostile.test_limits.test_a_page_over_a_limit_is_a_fault_that_names_it",
        "hostile.test_limits.test_what_once_took_more_than_linear_time_is_built",
    ),
    "front matter that is broken, a list, unclosed, or has tags": (
        "hostile.test_fifteen.test_front_matter_that_mkdocs_would_pass_over_is_named_in_one_run",
    ),
    "collisions": ("test_identity.test_colliding_addresses_and_ids_are_errors_that_name_the_page",),
    "a quotation that is not in its source": (
        "test_commands.test_a_quotation_that_is_not_in_its_source_stops_the_build",
    ),
    "a read-only and a full disk": (
        "hostile.test_fifteen.test_a_folder_that_may_not_be_written_is_named_and_left_as_it_was",
        "hostile.test_fifteen.test_a_disk_that_takes_no_more_is_named_and_left_as_it_was",
    ),
    "symbolic links, loops, FIFOs": ("hostile.test_fifteen.test_what_is_no_plain_file_is_named_in_one_run",),
}
MEETING = "Ida Corran met Tomas Verrin of the Upland League in Lakeside on 4 May 1998.\n"


@pytest.mark.parametrize("case", HELD_BY)
def test_each_case_is_held_by_tests_that_exist(case: str) -> None:
    for name in HELD_BY[case]:
        module, test = name.rsplit(".", 1)
        assert callable(getattr(importlib.import_module(f"tests.{module}"), test))


def test_there_are_fifteen() -> None:
    assert len(HELD_BY) == 15


def files(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Bytes and time stamp of every file but of what runs keep for the next one."""
    return {
        str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file() and ".cache" not in path.relative_to(folder).parts
    }


def generate(config: Path) -> int:
    return main(["generate", "-f", str(config)])


def test_a_second_run_touches_no_file(other: Path) -> None:
    assert generate(other) == Exit.DONE
    before = files(other.parent)
    assert generate(other) == Exit.DONE
    assert files(other.parent) == before


def test_two_builds_at_once_leave_what_one_would(other: Path, tmp_path: Path) -> None:
    alone = tmp_path / "alone"
    shutil.copytree(OTHER, alone)
    assert generate(alone / "mkdocs.yml") == Exit.DONE
    command = [sys.executable, "-m", "build_scripts", "generate", "-f", str(other)]
    running = [subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE) for _ in range(2)]
    said = [process.communicate(timeout=120) for process in running]
    assert [process.returncode for process in running] == [Exit.DONE, Exit.DONE], said
    written = {name: data for name, (data, _) in files(other.parent).items()}
    assert written == {name: data for name, (data, _) in files(alone).items()}


def test_an_article_that_contains_our_markers_is_text(other: Path) -> None:
    markers = '<!-- generated: text keep -->\n[@010 "words that nobody said"]\n'
    markers += "<!-- end generated: text 00000000 -->\n"
    (other.parent / "seeds" / "020_new.txt").write_text(
        MEETING + markers + MEETING.replace("4", "5"), "utf-8"
    )
    assert generate(other) == Exit.DONE
    before = files(other.parent / "docs")
    assert generate(other) == Exit.DONE
    assert files(other.parent / "docs") == before
    page = before["sources/020.md"][0].decode("utf-8")
    assert page.count("<!-- generated: text") == 1
    assert "nobody said" not in page.replace("words that nobody said&#x22;", "")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("Ida Corran’s visit.\n".encode("cp1252"), "byte 10 is 0x92"),
        (MEETING.encode("utf-16"), "byte 0 is 0xff"),
        (MEETING.encode("utf-16-be"), "byte 0 is 0x00"),
        (b"Ida \xed\xa0\x80 Corran met.\n", "byte 4 is 0xed"),
        (b"Ida \xc0\xbcCorran met.\n", "byte 4 is 0xc0"),
        (b"Ida Corran met.\nand \xf0\x9f\x98", "byte 20 is 0xf0"),
    ],
    ids=["cp1252", "UTF-16", "UTF-16 without a mark", "a surrogate", "an overlong form", "cut in a letter"],
)
def test_another_encoding_is_named_with_its_first_byte(
    data: bytes, says: str, other: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (other.parent / "seeds" / "020_new.txt").write_bytes(data)
    assert generate(other) == Exit.INVALID_INPUT
    said = capsys.readouterr().err
    assert "seeds/020_new.txt" in said
    assert says in said


def test_what_is_no_article_is_named_in_one_run(other: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seeds = other.parent / "seeds"
    (seeds / "020_empty.txt").write_bytes(b"")
    (seeds / "021_blank.txt").write_text("\ufeff \r\n\t\n", "utf-8")
    (seeds / "022_again.txt").write_bytes((seeds / "010_first.txt").read_bytes())
    assert generate(other) == Exit.INVALID_INPUT
    said = capsys.readouterr().err
    assert "seeds/020_empty.txt: an empty file" in said
    assert "seeds/021_blank.txt: an empty file" in said
    assert "seeds/022_again.txt: the same bytes as seeds/010_first.txt" in said


FRONT = {
    "broken": ("---\ntitle: a: b\n---\n", "not readable as YAML"),
    "list": ("---\n- title\n---\n", "not a mapping"),
    "list-valued": ("---\ntitle: [a, b]\n---\n", "title"),
    "unclosed": ("---\ntitle: A\n\nText\n", "not closed"),
    "empty": ("---\n---\n", "empty"),
    "comment": ("---\n# title\n---\n", "empty"),
    "tag": ("---\ntitle: !!python/object/apply:os.system ['true']\n---\n", "the tag"),
    "template": ("---\ntitle: A\ntemplate: other.html\n---\n", "template"),
    "anchor": ("---\ntitle: &a A\ndescription: *a\n---\n", "refers to another place"),
    "twice": ("---\ntitle: A\ntitle: B\n---\n", "stands twice"),
}


def test_front_matter_that_mkdocs_would_pass_over_is_named_in_one_run(
    other: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    docs = other.parent / "docs"
    for name, (text, _) in FRONT.items():
        (docs / f"{name}.md").write_text(text, "utf-8")
    before = files(other.parent)
    assert generate(other) == Exit.INVALID_INPUT
    said = capsys.readouterr().err.splitlines()
    for name, (_, says) in FRONT.items():
        assert any(line.startswith(f"docs/{name}.md:") and says in line for line in said), (name, said)
    assert files(other.parent) == before


def test_what_is_no_plain_file_is_named_in_one_run(other: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = other.parent
    os.mkfifo(root / "seeds" / "020_pipe.txt")
    os.mkfifo(root / "docs" / "pipe.md")
    (root / "docs" / "loop").symlink_to(root / "docs")
    (root / "docs" / "self.md").symlink_to(root / "docs" / "self.md")
    (root / "seeds" / "021_away.txt").symlink_to("/etc/hostname")
    (root / "docs" / "two\nlines.md").write_text("---\ntitle: A\n---\n", "utf-8")
    assert generate(other) == Exit.INVALID_INPUT
    said = capsys.readouterr().err
    for name in ("seeds/020_pipe.txt: not a plain file", "docs/pipe.md: not a plain file"):
        assert name in said
    for name in ("docs/loop", "docs/self.md", "seeds/021_away.txt"):
        assert f"{name}: a symbolic link" in said
    assert "docs/two\\x0alines.md: a name with a character that cannot be seen" in said


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """A copy of the small corpus, generated, where any user may read: its mkdocs.yml."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    shutil.copytree(OTHER, folder / "other")
    config = folder / "other" / "mkdocs.yml"
    assert generate(config) == Exit.DONE
    (config.parent / "seeds" / "020_new.txt").write_text(MEETING, "utf-8")
    yield config
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755)
    shutil.rmtree(folder)


AS_NOBODY = """
import os, sys
from build_scripts.__main__ import main
assert main(["check", "-f", sys.argv[1]]) == 0  # what is needed may not be readable for everyone
if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
sys.exit(main(["generate", "-f", sys.argv[1]]))
"""


def test_a_folder_that_may_not_be_written_is_named_and_left_as_it_was(open_to_all: Path) -> None:
    """Really: as a user who has no right to write there."""
    root = open_to_all.parent
    for path in (root, *root.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    before = files(root)
    command = [sys.executable, "-c", AS_NOBODY, str(open_to_all)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == Exit.CANNOT_READ_OR_WRITE, ended.stderr
    assert "Permission denied" in ended.stderr
    assert str(root) in ended.stderr
    assert "Traceback" not in ended.stderr
    assert files(root) == before


def test_a_disk_that_takes_no_more_is_named_and_left_as_it_was(open_to_all: Path) -> None:
    """Really: no file may grow beyond a thousand bytes."""
    root = open_to_all.parent
    before = files(root)
    ended = subprocess.run(
        [sys.executable, "-m", "build_scripts", "generate", "-f", str(open_to_all)],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)),
    )
    assert ended.returncode == Exit.CANNOT_READ_OR_WRITE, ended.stderr
    assert "File too large" in ended.stderr
    assert str(root / "docs") in ended.stderr
    assert files(root) == before
