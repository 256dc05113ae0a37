"""A build that is stopped anywhere costs nothing: whole files, old or new, and the next build completes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from build_scripts import write
from build_scripts.__main__ import Exit, main

ARTICLE = """Marsh back in Lakeside

Hill Gazette

June 5, 1998

Upland League chairman Olen Marsh arrived in Lakeside on Thursday and met with the foreign minister, \
Tomas Verrin, the ministry said.
"""
STEPS = ((os, "fsync"), (os, "fdopen"), (Path, "replace"), (Path, "chmod"))


class Killed(BaseException):
    """The process ends here."""


def pages(config: Path) -> dict[str, bytes]:
    docs = config.parent / "docs"
    return {str(path.relative_to(docs)): path.read_bytes() for path in docs.rglob("*.md")}


def left_over(config: Path) -> list[Path]:
    return list(config.parent.rglob(".*.tmp"))


def generate(config: Path) -> int:
    return main(["generate", "-f", str(config)])


@contextmanager
def stopped_before(
    step: int, how: Callable[[], object], where: Sequence[tuple[Any, str]] = STEPS
) -> Iterator[list[int]]:
    """`how` instead of the step-th call of the system that changes what is on disk."""
    calls = [0]
    patch = pytest.MonkeyPatch()

    def counted(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **named: Any) -> Any:
            calls[0] += 1
            if calls[0] == step:
                how()
            return real(*args, **named)

        return call

    for owner, name in where:
        patch.setattr(owner, name, counted(getattr(owner, name)))
    try:
        yield calls
    finally:
        patch.undo()


def kill() -> None:
    raise Killed


def test_killed_at_any_write_each_page_is_old_or_new_and_the_next_build_completes(tmp_path: Path) -> None:
    old = {f"{name}.md": f"{name}, as it was\n" for name in "abcd"}
    new = {**{name: f"{text}and more\n" for name, text in old.items()}, "e/f.md": "new\n"}
    step = 0
    while True:
        step += 1
        root = tmp_path / str(step)
        root.mkdir()
        write.apply(old, root)
        with stopped_before(step, kill) as calls, pytest.MonkeyPatch.context() as dead:
            dead.setattr(write.files, "_remove", lambda files: None)  # the dead tidy nothing up
            with suppress(Killed):
                write.apply(new, root)
        found = {str(path.relative_to(root)): path.read_text() for path in root.rglob("*.md")}
        assert all(text in (old.get(path), new[path]) for path, text in found.items())
        write.apply(new, root)
        after = {str(path.relative_to(root)): path.read_text() for path in root.rglob("*") if path.is_file()}
        assert after == new
        if calls[0] < step:
            break
    assert step > 4 * len(new)


def test_a_build_killed_at_any_replacement_is_completed_by_the_next(other: Path) -> None:
    assert generate(other) == Exit.DONE
    before = pages(other)
    (other.parent / "seeds" / "020_new.txt").write_text(ARTICLE, "utf-8")
    assert generate(other) == Exit.DONE
    after = pages(other)
    changed = sum(before.get(path) != text for path, text in after.items())
    assert changed > 3
    for step in sorted({1, 2, changed // 2, changed}):
        for path in set(after) - set(before):
            (other.parent / "docs" / path).unlink(missing_ok=True)
        for path, text in before.items():
            (other.parent / "docs" / path).write_bytes(text)
        with stopped_before(step, kill, ((Path, "replace"),)), suppress(Killed):
            generate(other)
            pytest.fail("nothing stopped the build")
        for path, text in pages(other).items():
            assert text in (before.get(path), after[path])
        assert generate(other) == Exit.DONE
        assert pages(other) == after


def test_a_real_kill_leaves_whole_pages_and_no_lock(other: Path) -> None:
    assert generate(other) == Exit.DONE
    before = pages(other)
    (other.parent / "seeds" / "020_new.txt").write_text(ARTICLE, "utf-8")
    slow = (
        "import os, sys, time; from build_scripts.__main__ import main; real = os.fsync\n"
        "def fsync(handle): print('writing', flush=True); time.sleep(0.05); real(handle)\n"
        "os.fsync = fsync; sys.exit(main(['generate', '-f', sys.argv[1]]))"
    )
    for writes in (1, 6):
        process = subprocess.Popen(
            [sys.executable, "-c", slow, str(other)], stdout=subprocess.PIPE, text=True, cwd=Path.cwd()
        )
        assert process.stdout
        for _ in range(writes):
            assert process.stdout.readline() == "writing\n"
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        assert pages(other) == before  # still writing beside the pages
    assert left_over(other)
    assert generate(other) == Exit.DONE
    assert left_over(other) == []
    assert generate(other) == Exit.DONE


@pytest.mark.parametrize(
    ("stop", "says"),
    [
        (OSError(28, "No space left on device"), "No space left on device"),
        (OSError(30, "Read-only file system"), "Read-only file system"),
        (PermissionError(13, "Permission denied"), "Permission denied"),
        (KeyboardInterrupt(), "interrupted"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_stops_a_write_names_the_file_and_costs_nothing(
    stop: BaseException, says: str, other: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert generate(other) == Exit.DONE
    before = pages(other)
    (other.parent / "seeds" / "020_new.txt").write_text(ARTICLE, "utf-8")

    def fail() -> None:
        raise stop

    with stopped_before(9, fail):
        assert generate(other) == Exit.CANNOT_READ_OR_WRITE
    said = capsys.readouterr().err
    assert says in said
    assert ".md: " in said
    assert pages(other) == before
    assert left_over(other) == []
