"""What is installed is pinned, by hash, and is what pyproject.toml asks for."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
RUN = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["build"]]
DEVELOP = [*RUN, *PROJECT["project"]["optional-dependencies"]["dev"]]
HOSTILE = [*DEVELOP, *PROJECT["project"]["optional-dependencies"]["hostile"]]
ENGINES = [*DEVELOP, *PROJECT["project"]["optional-dependencies"]["engines"]]
BENCH = [*DEVELOP, *PROJECT["project"]["optional-dependencies"]["bench"]]
LOCKS = {
    "requirements.txt": RUN,
    "requirements-dev.txt": DEVELOP,
    "requirements-hostile.txt": HOSTILE,
    "requirements-engines.txt": ENGINES,
    "requirements-bench.txt": BENCH,
}
PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)", re.MULTILINE)
"""`mkdocs==1.6.1 \\`; not `    # via mkdocs`."""


def pins(lock: str) -> dict[str, str]:
    text = (ROOT / lock).read_text("utf-8")
    return {canonicalize_name(found["name"]): found["version"] for found in PIN.finditer(text)}


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_holds_what_the_project_asks_for(lock: str) -> None:
    found = pins(lock)
    for asked in map(Requirement, LOCKS[lock]):
        version = found.get(canonicalize_name(asked.name))
        assert version is not None, f"{asked.name} is not in {lock}: make lock"
        assert asked.specifier.contains(version, prereleases=True), f"{asked} but {version}: make lock"


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_its_hashes_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    entries = [entry for entry in re.split(r"\n(?=\S)", text) if not entry.startswith("#")]
    assert entries
    for entry in entries:
        assert PIN.match(entry), entry.splitlines()[0]
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), entry.splitlines()[0]
    assert "://" not in text


def test_what_runs_is_what_the_tests_run_with() -> None:
    run, develop = pins("requirements.txt"), pins("requirements-dev.txt")
    assert run.items() <= develop.items()


@pytest.mark.parametrize("lock", LOCKS)
def test_nothing_is_pinned_that_nobody_asks_for(lock: str) -> None:
    """Each pin says for whose sake it is there."""
    for entry in re.split(r"\n(?=\S)", (ROOT / lock).read_text("utf-8")):
        if not entry.startswith("#"):
            assert "# via" in entry, entry.splitlines()[0]
