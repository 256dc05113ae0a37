"""What several processes make is what one makes: in order, with what was said and what was raised."""

from __future__ import annotations

import logging
import os
import signal
import threading
from pathlib import Path

import pytest

from build_scripts import commands
from build_scripts.render import mkdocs as engine
from build_scripts.render import parts, processes
from build_scripts.render.faults import CannotRender
from build_scripts.render.parts import _in_order, _Told
from build_scripts.render.processes import changed, made_of

ME = os.getpid()
MANY = range(10)

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are copied where the system can")


@pytest.fixture(autouse=True)
def three(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "processes", lambda: 3)
    monkeypatch.setattr(parts, "processes", lambda: 3)
    monkeypatch.setattr(processes, "LEAST", 2)


def test_what_is_made_comes_in_the_order_of_the_things_and_from_several_processes() -> None:
    made = made_of(MANY, lambda one: (one, os.getpid()))
    assert [one for one, _ in made] == list(MANY)
    assert len({process for _, process in made}) == 3


def test_few_things_are_made_here() -> None:
    assert made_of([1], lambda _: os.getpid()) == [ME]


def test_a_process_that_is_ended_from_outside_leaves_its_part_to_this_one() -> None:
    def make(one: int) -> int:
        if os.getpid() != ME:
            os.kill(os.getpid(), signal.SIGKILL)
        return one

    assert made_of(MANY, make) == list(MANY)


def test_what_is_no_data_is_made_here() -> None:
    assert [make() for make in made_of(MANY, lambda one: lambda: one)] == list(MANY)


def test_what_is_raised_elsewhere_is_raised_here() -> None:
    with pytest.raises(ZeroDivisionError):
        made_of(MANY, lambda one: 1 // (one - 4))


def test_what_is_raised_here_leaves_no_process_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[int] = []
    begin = processes._begun
    monkeypatch.setattr(
        processes, "_begun", lambda *given: (other := begin(*given), begun.append(other.number))[0]
    )

    def make(one: int) -> int:
        if os.getpid() != ME:
            threading.Event().wait(60)
        return 1 // one

    with pytest.raises(ZeroDivisionError):
        made_of(MANY, make)
    assert len(begun) == 2
    for number in begun:
        with pytest.raises(ChildProcessError):
            os.waitpid(number, os.WNOHANG)


def test_no_process_is_copied_beside_another_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    is_over = threading.Event()
    other = threading.Thread(target=is_over.wait)
    other.start()
    assert processes.processes() == 1
    is_over.set()
    other.join()


def test_what_is_said_and_what_is_raised_comes_in_the_order_of_the_pages(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def step(one: int) -> _Told:
        logging.getLogger("mkdocs.pages").warning("page %s", one)
        if one in (5, 6):
            raise ValueError(f"page {one} is wrong")
        return _Told(())

    with caplog.at_level("WARNING", "mkdocs"), pytest.raises(ValueError, match="page 5 is wrong"):
        list(_in_order(list(MANY), step))
    assert [record.getMessage() for record in caplog.records] == [f"page {one}" for one in range(6)]


def test_files_that_others_write_are_there(tmp_path: Path) -> None:
    made_of(MANY, lambda one: (tmp_path / str(one)).write_text("a"))
    assert len(list(tmp_path.iterdir())) == 10


def test_a_change_is_made_once_though_the_process_that_made_it_was_ended(tmp_path: Path) -> None:
    for one in MANY:
        (tmp_path / str(one)).write_text("a", "utf-8")
    done: list[Path] = []

    def change(file: Path) -> tuple[str, str]:
        done.append(file)
        if os.getpid() != ME and len(done) > 1:
            os.kill(os.getpid(), signal.SIGKILL)
        return file.name, file.read_text("utf-8") + "b"

    files = sorted(tmp_path.iterdir())
    assert changed(files, change) == [file.name for file in files]
    assert {file.read_text("utf-8") for file in tmp_path.iterdir()} == {"ab"}
    assert len(list(tmp_path.iterdir())) == len(files)


def built(config_file: Path) -> dict[str, bytes]:
    engine.build(config_file)
    site = config_file.parent / "site"
    files = {str(file.relative_to(site)): file for file in site.rglob("*") if file.is_file()}
    return {name: file.read_bytes() for name, file in files.items() if not name.startswith("sitemap")}


def test_the_site_is_the_same_by_several_processes_and_by_one(
    other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands.generate(other)
    by_three = built(other)
    monkeypatch.undo()
    by_one = built(other)
    assert [name for name in {*by_one, *by_three} if by_one.get(name) != by_three.get(name)] == []


def test_what_stops_a_build_is_told_the_same_by_several_processes_and_by_one(
    other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands.generate(other)
    docs = other.parent / "docs"
    for page in ("actors/ida-corran.md", "about.md"):
        text = (docs / page).read_text("utf-8")
        (docs / page).write_text(f"{text}\n[A](gone.md), [B](about.md#gone)\n", "utf-8")
    with pytest.raises(CannotRender) as by_three:
        engine.build(other)
    monkeypatch.undo()
    with pytest.raises(CannotRender) as by_one:
        engine.build(other)
    assert str(by_three.value) == str(by_one.value)
    assert str(by_one.value).count("link 'gone.md'") == 2
