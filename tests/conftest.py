"""The frozen copy of the first briefing, read, built and rendered once for the whole session."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import build_scripts
from build_scripts import again, commands
from build_scripts.inputs import Inputs, read_inputs
from build_scripts.models import Config, Records
from build_scripts.pipeline import Result, build

pytest.register_assert_rewrite("tests.editing", "tests.hostile.contexts")  # a failure shows the values
TESTS = Path(__file__).parent
FROZEN = TESTS / "briefing"
"""A copy of the first briefing as it once stood: a new article or an edit never turns a test red."""
OTHER = TESTS / "other"
"""A small invented corpus on another subject."""


def pytest_make_parametrize_id(val: object) -> str | None:
    """A text as part of a test's name, without the marks that would keep a command line from finding it:
    `make mutate` calls tests by their names, and would count one that is not there as one that fails."""
    return re.sub(r"[^A-Za-z0-9.,-]+", " ", val).strip()[:60] or "marks" if isinstance(val, str) else None


@pytest.fixture(scope="session", autouse=True)
def _always_built() -> Iterator[None]:
    """A second run that has nothing to do would show nothing; tests/test_again.py tests that it has not."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(again, "unchanged", lambda config_file: None)
        yield


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    """`make mutate` runs the tests again and again in one process, and asks which test reaches what: an
    answer that is kept from a test before would hide a change."""
    if "MUTANT_UNDER_TEST" in os.environ:
        for module in (build_scripts.escape, build_scripts.blocks.parsing, build_scripts.citations.grammar):
            for value in vars(module).values():
                if hasattr(value, "cache_clear"):
                    value.cache_clear()


@pytest.fixture(scope="session")
def inputs() -> Inputs:
    return read_inputs(FROZEN / "mkdocs.yml")


@pytest.fixture(scope="session")
def config(inputs: Inputs) -> Config:
    return inputs.config


@pytest.fixture(scope="session")
def records(inputs: Inputs) -> Records:
    return inputs.records


@pytest.fixture(scope="session")
def result(inputs: Inputs) -> Result:
    return build(inputs)


@pytest.fixture
def briefing(tmp_path: Path) -> Path:
    """A copy of the frozen briefing that a test may change: its mkdocs.yml."""
    root = tmp_path / "briefing"
    shutil.copytree(FROZEN, root, ignore=shutil.ignore_patterns("site", "data"))
    return root / "mkdocs.yml"


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """A copy of the small invented corpus: its mkdocs.yml."""
    root = tmp_path / "other"
    shutil.copytree(OTHER, root)
    return root / "mkdocs.yml"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site built from the frozen briefing."""
    root = tmp_path_factory.mktemp("built") / "briefing"
    shutil.copytree(FROZEN, root, ignore=shutil.ignore_patterns("site", "data"))
    commands.build_site(root / "mkdocs.yml")
    return root / "site"
