"""A build that runs again, beside another, without the right to write, or on a full disk."""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_scripts.__main__ import Exit
from tests.conftest import OTHER
from tests.hostile.folders import MEETING, files, generate


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
