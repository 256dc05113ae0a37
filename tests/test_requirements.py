"""What is installed is pinned, by hash, and is what pyproject.toml asks for."""

from __future__ import annotations

import re

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.locks import LOCKS, PIN, ROOT, pins


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
