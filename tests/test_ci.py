"""What the workflows run: the scripts in .ci, on a copy of a small briefing."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.code_host import ROOT, environment_of, run


@pytest.fixture
def environment(tmp_path: Path, other: Path) -> dict[str, str]:
    return environment_of(tmp_path, other)


def summary(environment: dict[str, str]) -> str:
    return Path(environment["GITHUB_STEP_SUMMARY"]).read_text("utf-8")


def test_pages_that_lag_behind_are_built_and_the_summary_says_what_changes_and_what_waits(
    environment: dict[str, str], other: Path
) -> None:
    done = run("site", environment)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (other.parent / "site" / "index.html").is_file()
    told = summary(environment)
    assert told.startswith("The site is built.")
    assert "    +++ docs/actors/ida-corran.md" in told
    assert "## To look at" in told
    assert "drafted contact: Tomas Verrin" in told


def test_a_failed_build_says_what_to_mend_and_that_the_last_good_site_is_up(
    environment: dict[str, str], other: Path
) -> None:
    page = other.parent / "docs" / "actors" / "ida-corran.md"
    page.write_text(page.read_text("utf-8") + '\nShe left [@010 "words nobody said"].\n', "utf-8")
    done = run("site", environment)
    assert done.returncode == 1
    line = page.read_text("utf-8").count("\n")
    assert f"::error file=docs/actors/ida-corran.md,line={line}," in done.stdout
    told = summary(environment)
    assert "the site still shows the last good commit" in told
    assert f"    docs/actors/ida-corran.md:{line}: source 010 does not say" in told
    assert "#words-not-found" in told
    assert not (other.parent / "site").exists()


def test_generated_pages_that_nobody_committed_are_proposed_once(
    environment: dict[str, str], other: Path, tmp_path: Path
) -> None:
    root, remote = other.parent, tmp_path / "remote.git"
    identity = ("-c", "user.name=A. Arden", "-c", "user.email=a@example.org")
    for command in (
        ("git", "init", "-q", "--bare", str(remote)),
        ("git", "-C", str(root), "init", "-q", "-b", "main"),
        ("git", "-C", str(root), "add", "."),
        ("git", "-C", str(root), *identity, "commit", "-q", "-m", "first"),
        ("git", "-C", str(root), "remote", "add", "origin", str(remote)),
    ):
        subprocess.run(command, check=True, capture_output=True)
    (root / ".gitignore").write_text("/docs/data/\n/site/\n", "utf-8")
    here = {**environment, "CHECKOUT": str(root), "CONFIG": "mkdocs.yml", "GH_TOKEN": "secret"}
    done = run("propose", here)
    assert done.returncode == 0, done.stderr
    listed = subprocess.run(
        ["git", "-C", str(remote), "ls-tree", "-r", "--name-only", "proposed-pages"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "docs/chronology/index.md" in listed
    assert "docs/data/" not in listed
    asked = Path(environment["GH_LOG"]).read_text("utf-8")
    assert "pr create --base main --head proposed-pages" in asked
    again = run("propose", here)
    assert "nothing to propose" in again.stdout


def workflows() -> dict[str, dict[str, object]]:
    files = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
    return {file.name: yaml.safe_load(file.read_text("utf-8")) for file in files}


def test_the_workflows_run_scripts_and_targets_that_are_there() -> None:
    """No step holds a script of its own: what runs in CI can be run, and is tested, here."""
    ran = [
        step["run"]
        for flow in workflows().values()
        for job in flow["jobs"].values()
        for step in job["steps"]
        if "run" in step
    ]
    assert {".ci/run", ".ci/site", ".ci/propose"} <= set(ran)
    for command in ran:
        assert "\n" not in command.strip()
        script = ROOT / command.split()[0]
        assert command.startswith("make ") or os.access(script, os.X_OK), command


def test_no_workflow_has_more_rights_than_its_jobs_ask_for() -> None:
    for name, flow in workflows().items():
        assert flow["permissions"] == {}, name
        assert "pull_request_target" not in flow[True], name
