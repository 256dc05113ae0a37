"""Which small changes to the code no test notices, and whether tests/mutants.yml explains each."""

from __future__ import annotations

import ast
import difflib
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[1]
EXPLAINED = Path(__file__).with_name("mutants.yml")
NOTICED = frozenset({1, 3})
"""What pytest ends with where a test fails, or cannot be run."""
TIMED_OUT = frozenset({24, -24, 36, 152, 255})
"""What a run ends with that would not end: a loop that goes on for ever is noticed."""
# A name that a command line finds. Near-miss: `test_a[[@a "x"]]`, which counts as a test that failed.
PLAIN = re.compile(r"[\w./:,' -]+(?:\[[\w.,:' -]+\])?")


@dataclass(frozen=True, slots=True, order=True)
class Mutant:
    """A function, and the lines of it that are others; without the white space at their ends."""

    function: str
    was: str
    now: str


def survivors(folder: Path) -> Iterator[Mutant]:
    """The changes of a run that no test noticed, or that no test reached."""
    for file in sorted(folder.rglob("*.meta")):
        codes = json.loads(file.read_text("utf-8"))["exit_code_by_key"]
        functions = functions_of(ast.parse(file.with_suffix("").read_text("utf-8")))
        for key, code in codes.items():
            if code not in NOTICED | TIMED_OUT:
                yield _mutant(key, functions)


def functions_of(tree: ast.Module) -> dict[str, ast.FunctionDef]:
    """The functions of a module by name."""
    return {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def lines_of(function: ast.FunctionDef) -> list[str]:
    """The parameters of a function, and what it does, a line each."""
    lines = ast.unparse(function).split("\n")
    return [f"({ast.unparse(function.args)})", *lines[len(function.decorator_list) + 1 :]]


def _mutant(key: str, functions: dict[str, ast.FunctionDef]) -> Mutant:
    module, _, name = key.rpartition(".")
    original = name.rpartition("__mutmut_")[0]
    was, now = lines_of(functions[f"{original}__mutmut_orig"]), lines_of(functions[name])
    changed = [line for line in difflib.ndiff(was, now) if line[:1] in "+-"]
    told = ("\n".join(line[2:].strip() for line in changed if line[0] == sign) for sign in "-+")
    function = original.removeprefix("x").removeprefix("_").strip("ǁ").replace("ǁ", ".")
    return Mutant(f"{module.removeprefix('build_scripts.')}.{function}", *told)


def explained() -> list[Mutant]:
    """What tests/mutants.yml says of whom."""
    groups = yaml.safe_load(EXPLAINED.read_text("utf-8"))
    return [Mutant(**mutant) for group in groups for mutant in group["mutants"]]


def tests_that_cannot_be_called(folder: Path) -> list[str]:
    """The names of tests that no command line finds, and with which every change would seem noticed."""
    stats = json.loads((folder / "mutmut-stats.json").read_text("utf-8"))
    names = {name for tests in stats["tests_by_mangled_function_name"].values() for name in tests}
    return sorted(name for name in names if not PLAIN.fullmatch(name))


def main() -> int:
    folder = ROOT / "mutants"
    known, found = explained(), sorted(survivors(folder))
    new = [one for one in found if one not in known]
    gone = [one for one in known if one not in found]
    unheard = tests_that_cannot_be_called(folder)
    print(
        f"{len(found)} changes that no test notices; {len(found) - len(new)} explained in {EXPLAINED.name}."
    )
    for title, mutants in (("Test, or explain:", new), ("Noticed now, or no more there:", gone)):
        if mutants:
            print(title)
            print(yaml.safe_dump([asdict(one) for one in mutants], sort_keys=False, width=200), end="")
    for name in unheard:
        print(f"A test whose name no command line finds: {name}")
    return 1 if new or gone or unheard else 0


if __name__ == "__main__":
    sys.exit(main())
