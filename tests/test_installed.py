"""What the pinned packages install: what tests/installed.yml lists, and what they ask of one another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import Distribution
from pathlib import Path

import pytest
import yaml
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.installed import brings, installed
from tests.locks import LOCKS, ROOT, pins

KNOWN = yaml.safe_load((ROOT / "tests" / "installed.yml").read_text("utf-8"))
DEVELOP = pins("requirements-dev.txt")
STARTS = {
    "coverage": "a1_coverage.pth",  # measures child processes where the environment asks for it
    "setuptools": "distutils-precedence.pth",  # stands in for a module that Python no longer has
}
"""What Python runs whenever it starts in this project's folder of packages, and why it may."""


def pinned() -> Iterator[tuple[str, Distribution]]:
    """The packages of every lock that are installed here: at least those of the tests."""
    for name in sorted({name for lock in LOCKS for name in pins(lock)}):
        if (found := installed(name)) is not None:
            yield name, found


def test_what_a_package_brings_is_known() -> None:
    """A new version that starts something, or puts files elsewhere, is looked at before it is taken."""
    unknown = [
        f"{name}: {kind} {what}"
        for name, found in pinned()
        for kind, names in brings(found).items()
        for what in names
        if what not in KNOWN.get(name, {}).get(kind, ())
    ]
    assert unknown == []


def test_what_is_known_is_of_packages_that_are_pinned() -> None:
    assert set(KNOWN) <= {name for lock in LOCKS for name in pins(lock)}


def test_little_runs_when_python_starts() -> None:
    assert {name: one["starts"] for name, one in KNOWN.items() if "starts" in one} == {
        name: [file] for name, file in STARTS.items()
    }


def test_what_builds_the_site_puts_no_file_elsewhere() -> None:
    assert [name for name in pins("requirements.txt") if "elsewhere" in KNOWN.get(name, {})] == []


def test_no_package_brings_a_command_of_ours() -> None:
    assert [name for name, one in KNOWN.items() if "briefing" in one.get("commands", ())] == []


def test_packages_are_installed_as_they_were_built_and_with_their_hashes() -> None:
    """Building one would run its own code at once, before anybody could look at it."""
    recipe = (ROOT / "Makefile").read_text("utf-8")
    installs = re.findall(r"-m pip install .*-r \S+", recipe)
    assert len(installs) == len(LOCKS)
    assert all("--require-hashes $(WHEELS)" in line for line in installs)
    assert "\nWHEELS := --only-binary :all:\n" in recipe


def test_what_runs_is_what_is_pinned() -> None:
    """Of several pins of one package each is for some version of Python; one of them is here."""
    text = (ROOT / "requirements-dev.txt").read_text("utf-8")
    for name, found in pinned():
        if name in DEVELOP:
            versions = set(re.findall(rf"^{re.escape(name)}==([^\s;\\]+)", text, re.MULTILINE))
            assert found.version in versions, name


def test_what_the_packages_ask_for_is_pinned() -> None:
    """As `make lock` left it: without a network, from what the installed packages say of themselves."""
    environment = {**{key: str(value) for key, value in default_environment().items()}, "extra": ""}
    for name, found in pinned():
        for asked in map(Requirement, found.requires or ()):
            if name in DEVELOP and (asked.marker is None or asked.marker.evaluate(environment)):
                there = installed(asked.name)
                assert there is not None, f"{name} asks for {asked}"
                assert canonicalize_name(asked.name) in DEVELOP, f"{name} asks for {asked}: make lock"
                assert asked.specifier.contains(there.version, prereleases=True), f"{name} asks for {asked}"


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("../../../bin/run", {"commands": ["run"]}),
        ("../../../etc/profile.d/a.sh", {"elsewhere": ["etc/profile.d/a.sh"]}),
        ("a.pth", {"starts": ["a.pth"]}),
        ("sitecustomize.py", {"starts": ["sitecustomize.py"]}),
        ("a_b/_c.cpython-311-x86_64-linux-gnu.so", {"compiled": ["yes"]}),
        ("other/__init__.py", {"modules": ["other"]}),
        ("a_b/__init__.py", {}),
        ("A.B-1.0.dist-info/RECORD", {}),
    ],
)
def test_each_kind_of_file_is_told_from_the_others(
    file: str, kind: dict[str, list[str]], tmp_path: Path
) -> None:
    folder = tmp_path / "lib" / "python3" / "packages"
    info = folder / "A.B-1.0.dist-info"
    info.mkdir(parents=True)
    (folder / file).parent.mkdir(parents=True, exist_ok=True)
    (folder / file).touch()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: A.B\nVersion: 1.0\n", "utf-8")
    (info / "RECORD").write_text(f"{file},,\n", "utf-8")
    assert brings(Distribution.at(info)) == kind


def test_what_looks_for_a_package_and_loads_it_is_told(tmp_path: Path) -> None:
    info = tmp_path / "a-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: a\nVersion: 1.0\n", "utf-8")
    (info / "RECORD").write_text("", "utf-8")
    (info / "entry_points.txt").write_text("[console_scripts]\na = a:b\n[pytest11]\na = a\n", "utf-8")
    assert brings(Distribution.at(info)) == {"loaded_by": ["pytest11"]}
