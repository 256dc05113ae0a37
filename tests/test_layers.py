"""Stages meet in the pipeline, and only the two ends touch the world."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "build_scripts"
ENDS = (
    *("read/", "looking.py", "render/", "write/"),
    *(
        "__main__.py",
        "again.py",
        "commands/",
        "everyday.py",
        "inputs.py",
        "saying.py",
        "telling.py",
        "workers.py",
    ),
)
"""`commands` and `inputs` name paths; they read and write through the ends."""
WORLD = frozenset(
    {"os", "io", "socket", "urllib", "subprocess", "shutil", "tempfile", "time", "sys", "random"}
)
TOUCHING = frozenset({"open", "print", "input", "exec", "eval"})


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def test_stages_never_import_each_other() -> None:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    run = subprocess.run(command, cwd=PACKAGE.parent, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("module", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_what_lies_between_the_ends_is_pure(module: Path) -> None:
    name = module.relative_to(PACKAGE).as_posix()
    if name.startswith(ENDS):
        return
    tree = ast.parse(module.read_text("utf-8"))
    imported = {
        alias.name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    } | {(node.module or "").split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    called = {
        node.func.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    clock = {
        node.func.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("now", "today", "utcnow")
    }
    assert not imported & WORLD
    assert not called & TOUCHING
    assert not clock


def test_what_tests_share_stands_in_no_module_of_tests() -> None:
    """One that another imports runs its fixtures there too, and can neither be split nor renamed alone."""
    for module in sorted((PACKAGE.parent / "tests").rglob("*.py")):
        nodes = ast.walk(ast.parse(module.read_text("utf-8")))
        imported = [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
        assert not [name for name in imported if name.rpartition(".")[2].startswith("test_")], module
