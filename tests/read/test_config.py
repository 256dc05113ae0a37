"""The configuration: what may be left out, what is refused, what is none of ours."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest

from build_scripts.errors import CannotReadOrWrite, InvalidInput
from build_scripts.read import load_config

from .corpus import assert_faults, cases


def _load(folder: Path, text: str) -> dict[str, Any]:
    path = folder / "mkdocs.yml"
    path.write_text(text, encoding="utf-8")
    return dataclasses.asdict(load_config(path))


@pytest.mark.parametrize(
    "case", [case for case in cases("config") if "expect" in case], ids=lambda case: case["name"]
)
def test_configuration(case: dict[str, Any], tmp_path: Path) -> None:
    config = _load(tmp_path, case["text"])
    for key, value in case["expect"].items():
        found = config[key]
        assert _listed(found) == value


@pytest.mark.parametrize(
    "case", [case for case in cases("config") if "faults" in case], ids=lambda case: case["name"]
)
def test_faults_of_the_configuration(case: dict[str, Any], tmp_path: Path) -> None:
    text = f"site_name: Talks\nextra:\n  briefing:\n    {case['briefing']}\n"
    with pytest.raises(InvalidInput) as caught:
        _load(tmp_path, text)
    assert_faults(caught.value.faults, case["faults"])


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("site_name: Talks\n", "mkdocs.yml:1: no extra.briefing"),
        ("", "mkdocs.yml:0: no site_name"),
        ("extra:\n  briefing: {}\n", "mkdocs.yml:1: no site_name"),
        ("site_name: [Talks\n", "mkdocs.yml:2: not readable as YAML"),
    ],
)
def test_a_configuration_that_lacks_its_parts(text: str, fault: str, tmp_path: Path) -> None:
    with pytest.raises(InvalidInput) as caught:
        _load(tmp_path, text)
    where, _, what = fault.partition(": ")
    assert any(f"{one.file}:{one.line}" == where and what in one.what for one in caught.value.faults)


def test_a_configuration_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotReadOrWrite, match=r"nowhere\.yml"):
        load_config(tmp_path / "nowhere.yml")


def _listed(value: Any) -> Any:
    """Tuples as lists, as YAML knows them."""
    if isinstance(value, dict):
        return {key: _listed(inner) for key, inner in value.items()}
    return list(value) if isinstance(value, tuple) else value
