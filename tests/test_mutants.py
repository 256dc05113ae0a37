"""What `make mutate` finds is compared with tests/mutants.yml, which explains code that is there."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest
import yaml

from tests import mutants
from tests.mutants import EXPLAINED, ROOT, Mutant

GROUPS = yaml.safe_load(EXPLAINED.read_text("utf-8"))
MODULE = """
def x_f__mutmut_orig(a): return a > 1
def x_f__mutmut_1(a): return a >= 1
def x_f__mutmut_2(a): return a > 2
def x_f__mutmut_3(a): return a < 1
"""
LEFT = Mutant("escape.f", "return a > 1", "return a >= 1")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a run in which one change was not noticed, one ran for ever and one failed a test."""
    module = tmp_path / "mutants" / "build_scripts" / "escape.py"
    module.parent.mkdir(parents=True)
    module.write_text(MODULE, "utf-8")
    codes = {f"build_scripts.escape.x_f__mutmut_{n}": code for n, code in ((1, 0), (2, 36), (3, 1))}
    module.with_name("escape.py.meta").write_text(json.dumps({"exit_code_by_key": codes}), "utf-8")
    named({"f": ["tests/test_a.py::test_b[a c]"]}, tmp_path)
    explain([LEFT], tmp_path, monkeypatch)
    monkeypatch.setattr(mutants, "ROOT", tmp_path)
    return tmp_path


def named(tests: dict[str, list[str]], root: Path) -> None:
    stats = {"tests_by_mangled_function_name": tests}
    (root / "mutants" / "mutmut-stats.json").write_text(json.dumps(stats), "utf-8")


def explain(known: list[Mutant], root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [{"function": one.function, "was": one.was, "now": one.now} for one in known]
    (root / "mutants.yml").write_text(json.dumps([{"why": "A.", "mutants": entries}]), "utf-8")
    monkeypatch.setattr(mutants, "EXPLAINED", root / "mutants.yml")


def test_a_run_in_which_each_unnoticed_change_is_explained_is_good(run: Path) -> None:
    assert list(mutants.survivors(run / "mutants")) == [LEFT]
    assert mutants.main() == 0


def test_an_unnoticed_change_that_nothing_explains_is_a_fault(
    run: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    explain([], run, monkeypatch)
    assert mutants.main() == 1
    assert "now: return a >= 1" in capsys.readouterr().out


def test_an_explanation_of_what_is_noticed_is_a_fault(run: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    explain([LEFT, Mutant("escape.f", "return a > 1", "return a < 1")], run, monkeypatch)
    assert mutants.main() == 1


def test_a_test_that_no_command_line_finds_is_a_fault(run: Path) -> None:
    """It would end as a failed test does, and every change would seem noticed."""
    named({"f": ['tests/test_a.py::test_b[[@a "x"]]']}, run)
    assert mutants.main() == 1


def test_a_change_that_was_not_tried_is_a_fault(run: Path) -> None:
    meta = run / "mutants" / "build_scripts" / "escape.py.meta"
    meta.write_text(meta.read_text("utf-8").replace(": 36", ": null"), "utf-8")
    assert mutants.main() == 1


@pytest.mark.parametrize("mutant", mutants.explained(), ids=lambda one: one.function)
def test_what_is_explained_is_code_that_is_there(mutant: Mutant) -> None:
    module, _, name = mutant.function.rpartition(".")
    if module.endswith(("_Parser", "Resolver")):
        module = module.rpartition(".")[0]
    tree = ast.parse((ROOT / "build_scripts" / f"{module.replace('.', '/')}.py").read_text("utf-8"))
    function = mutants.functions_of(tree)[name]
    lines = [line.strip() for line in mutants.lines_of(function)]
    assert set(mutant.was.split("\n")) <= set(lines)
    assert mutant.was != mutant.now


def test_each_group_says_why() -> None:
    assert all(group["why"].endswith(".") and group["mutants"] for group in GROUPS)
