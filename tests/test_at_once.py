"""Builds at once wait for one another, and none overwrites what is saved while it runs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from build_scripts import write
from build_scripts.__main__ import Exit, main
from build_scripts.errors import CannotReadOrWrite

ARTICLE = "Olen Marsh met with Tomas Verrin in Lakeside on June 4, 1998.\n"


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
    assert main(["generate", "-f", str(other)]) == Exit.DONE
    page = other.parent / "docs" / "actors" / "olen-marsh.md"
    (other.parent / "seeds" / "020_new.txt").write_text(ARTICLE, "utf-8")
    fsync, saved = os.fsync, []

    def save_meanwhile(handle: int) -> None:
        if not saved:
            saved.append(page.write_text(page.read_text("utf-8") + "\nSaved meanwhile.\n", "utf-8"))
        fsync(handle)

    monkeypatch.setattr(os, "fsync", save_meanwhile)
    assert main(["generate", "-f", str(other)]) == Exit.DONE
    assert "Saved meanwhile." in page.read_text("utf-8")
    assert "[@020#" in page.read_text("utf-8")
