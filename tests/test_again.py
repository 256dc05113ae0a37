"""A run that finds everything as the last one left it is over at once, and no other run is."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from build_scripts import again, commands, everyday
from build_scripts.again import FILE, unchanged
from build_scripts.errors import InvalidInput
from build_scripts.progress import silent
from tests.bench.corpus import write_corpus

WORDS = ("Lakeside", "met", "not", "May 3, 2005", "12,000", "“", ".", "", "\n\n", "said")
BLOCKS_END = "\n<!-- end generated:"


@pytest.fixture(autouse=True)
def _for_real(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(again, "unchanged", unchanged)


@pytest.fixture(scope="module")
def settled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small briefing after the run that had nothing left to write."""
    root = tmp_path_factory.mktemp("settled")
    write_corpus(root, 2)
    for _ in range(2):
        commands.generate(root / "mkdocs.yml")
    return root


@pytest.fixture
def root(settled: Path, tmp_path: Path) -> Path:
    shutil.copytree(settled, tmp_path / "again")
    return tmp_path / "again"


def files(folder: Path, pattern: str) -> list[Path]:
    return sorted(path for path in folder.glob(pattern) if path.is_file())


def a_word(rng: random.Random, root: Path) -> None:
    file = rng.choice(files(root, "seeds/*.txt"))
    words = file.read_text("utf-8").split(" ")
    words[rng.randrange(len(words))] = rng.choice(WORDS)
    file.write_text(" ".join(words), "utf-8")


def prose(rng: random.Random, root: Path) -> None:
    file = rng.choice(files(root, "docs/**/*.md"))
    file.write_text(f"{file.read_text('utf-8')}\nA word by an editor.\n", "utf-8")


def a_block(rng: random.Random, root: Path) -> None:
    """Somebody writes into what belongs to the build."""
    blocks = [file for file in files(root, "docs/**/*.md") if BLOCKS_END in file.read_text("utf-8")]
    file = rng.choice(blocks)
    file.write_text(file.read_text("utf-8").replace(BLOCKS_END, f"\nBy hand.\n{BLOCKS_END}", 1), "utf-8")


def data(rng: random.Random, root: Path) -> None:
    file = rng.choice(files(root, "docs/data/*"))
    rng.choice((file.unlink, lambda: file.write_text("{}", "utf-8")))()


def gone(rng: random.Random, root: Path) -> None:
    rng.choice(files(root, "docs/**/*.md")).unlink()


def listing(rng: random.Random, root: Path) -> None:
    file = root / "seeds" / "sources.yml"
    day = f"{rng.randrange(1, 29):02d}"
    file.write_text(file.read_text("utf-8").replace("published_basis: stated", f"note: on {day}", 1), "utf-8")


def settings(rng: random.Random, root: Path) -> None:
    file = root / "mkdocs.yml"
    extra = rng.choice(("    loaded: [valley]\n", "    drafts: hold\n", "    home: {lake: [Uplandia]}\n"))
    kept = [line for line in file.read_text("utf-8").splitlines(keepends=True) if "home:" not in line]
    file.write_text("".join(kept) + (extra if extra.split(":")[0] not in "".join(kept) else ""), "utf-8")


def nothing(rng: random.Random, root: Path) -> None:
    """The same bytes, saved once more."""
    file = rng.choice(files(root, "docs/**/*.md"))
    file.write_bytes(file.read_bytes())


EDITS: tuple[Callable[[random.Random, Path], None], ...] = (
    *(a_word, prose, a_block, data, gone, listing, settings, nothing, nothing),
)


def told(run: Callable[[Path], object], root: Path) -> object:
    try:
        return run(root / "mkdocs.yml")
    except InvalidInput as error:
        return error.faults


def contents(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files(root, "docs/**/*")}


def quickly(config_file: Path) -> object:
    outcome = everyday.generate(config_file, check_only=False, watch=silent)
    return outcome.remarks, outcome.notices, outcome.summary


def anew(config_file: Path) -> object:
    outcome = commands.generate(config_file)
    return outcome.remarks, outcome.notices, outcome.summary


def alike(rng: random.Random, root: Path, fresh: Path, steps: int) -> int:
    """Edit, build with and without what is kept, compare; how many runs had nothing to do."""
    over = 0
    for _ in range(steps):
        rng.choice(EDITS)(rng, root)
        shutil.copytree(root, fresh, ignore=shutil.ignore_patterns(".cache"))
        over += unchanged(root / "mkdocs.yml") is not None
        assert told(quickly, root) == told(anew, fresh)
        assert contents(root) == contents(fresh)
        shutil.rmtree(fresh)
    return over


@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_is_edited_a_run_that_remembers_does_and_says_the_same(
    root: Path, tmp_path: Path, seed: int
) -> None:
    alike(random.Random(seed), root, tmp_path / "fresh", 5)


@pytest.mark.long
def test_over_hundreds_of_edits_a_run_that_remembers_does_and_says_the_same(
    root: Path, tmp_path: Path
) -> None:
    over = sum(alike(random.Random(seed), root, tmp_path / "fresh", 12) for seed in range(3, 40))
    assert over > 20


def test_a_run_that_finds_nothing_changed_imports_no_stage(root: Path) -> None:
    code = (
        "import sys; from build_scripts.__main__ import main; main(['generate', '-f', sys.argv[1]])\n"
        "print(sorted(name for name in sys.modules if name in ('yaml', 'mkdocs', 'build_scripts.pipeline')))"
    )
    run = [sys.executable, "-c", code, str(root / "mkdocs.yml")]
    said = subprocess.run(run, capture_output=True, text=True, check=True).stdout.splitlines()
    assert said[-1] == "[]"
    assert "2 articles" in said[0]
    assert "0 pages written" in said[0]


def test_what_a_run_remarks_is_remarked_again(root: Path) -> None:
    a_block(random.Random(3), root)
    anew(root / "mkdocs.yml")
    second = anew(root / "mkdocs.yml")
    assert unchanged(root / "mkdocs.yml")
    assert quickly(root / "mkdocs.yml") == second
    assert "edited by hand" in str(second)


def test_what_is_kept_may_be_broken_foreign_or_gone(root: Path) -> None:
    config, kept = root / "mkdocs.yml", root / FILE
    whole = kept.read_bytes()
    assert unchanged(config)
    for broken in (b"", b"\xff", whole[:-2], whole.replace(b"2 articles", b"9 articles"), b"a\n[]", b"\n{}"):
        kept.write_bytes(broken)
        assert unchanged(config) is None
    kept.unlink()
    assert unchanged(config) is None


def test_a_link_or_another_configuration_is_something_new(root: Path) -> None:
    config = root / "mkdocs.yml"
    shutil.copy(config, root / "other.yml")
    assert unchanged(root / "other.yml") is None
    (root / "docs" / "data" / "link").symlink_to(config)
    assert unchanged(config) is None
    (root / "docs" / "data" / "link").unlink()
    assert unchanged(config)
    os.mkfifo(root / "seeds" / "pipe.txt")
    assert unchanged(config) is None
    (root / "seeds" / "pipe.txt").unlink()
    config.unlink()
    assert unchanged(config) is None


def test_another_program_is_something_new(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert unchanged(root / "mkdocs.yml")
    monkeypatch.setattr(again, "program", lambda: "another one")
    assert unchanged(root / "mkdocs.yml") is None


def test_a_page_saved_while_the_build_ran_is_something_new(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config, page = root / "mkdocs.yml", root / "docs" / "index.md"
    shutil.rmtree(root / ".cache")
    keep = again.keep

    def saved_meanwhile(*given: object) -> None:
        page.write_text(f"{page.read_text('utf-8')}\nMeanwhile.\n", "utf-8")
        keep(*given)

    monkeypatch.setattr(again, "keep", saved_meanwhile)
    commands.generate(config)
    assert unchanged(config) is None
