"""A build that is stopped anywhere costs nothing: whole files, old or new, and the next build completes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from build_scripts import write
from build_scripts.__main__ import Exit, main
from build_scripts.errors import CannotReadOrWrite

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


def test_a_second_build_waits_says_so_and_gives_up(tmp_path: Path) -> None:
    said: list[str] = []
    with (
        write.locked(tmp_path, said.append),
        pytest.raises(CannotReadOrWrite, match="another build has been at work"),
        write.locked(tmp_path, said.append, patience=0.2),
    ):
        pytest.fail("two builds at once")
    assert len(said) == 1
    assert f"process {os.getpid()}" in said[0]
    assert list(tmp_path.iterdir()) == []


def test_a_second_build_goes_on_when_the_first_is_done(tmp_path: Path) -> None:
    order: list[str] = []

    def first() -> None:
        with write.locked(tmp_path, order.append):
            order.append("first begins")
            time.sleep(0.3)
            order.append("first ends")

    thread = threading.Thread(target=first)
    thread.start()
    while not order:
        time.sleep(0.01)
    with write.locked(tmp_path, lambda words: order.append("waits")):
        order.append("second begins")
    thread.join()
    assert order == ["first begins", "waits", "first ends", "second begins"]


def test_the_lock_of_a_dead_process_is_taken_over(tmp_path: Path) -> None:
    holding = (
        "import sys, time; from pathlib import Path; from build_scripts import write\n"
        "with write.locked(Path(sys.argv[1]), print): print('held', flush=True); time.sleep(60)"
    )
    command = [sys.executable, "-c", holding, str(tmp_path)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "held\n"
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    assert [path.name for path in tmp_path.iterdir()] == [".briefing.lock.tmp"]
    said: list[str] = []
    with write.locked(tmp_path, said.append, patience=1):
        assert said == []
    assert list(tmp_path.iterdir()) == []


def test_a_page_that_is_saved_while_the_build_runs_is_not_overwritten(
    other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert generate(other) == Exit.DONE
    page = other.parent / "docs" / "actors" / "olen-marsh.md"
    (other.parent / "seeds" / "020_new.txt").write_text(ARTICLE, "utf-8")
    fsync, saved = os.fsync, []

    def save_meanwhile(handle: int) -> None:
        if not saved:
            saved.append(page.write_text(page.read_text("utf-8") + "\nSaved meanwhile.\n", "utf-8"))
        fsync(handle)

    monkeypatch.setattr(os, "fsync", save_meanwhile)
    assert generate(other) == Exit.DONE
    assert "Saved meanwhile." in page.read_text("utf-8")
    assert "[@020#" in page.read_text("utf-8")
