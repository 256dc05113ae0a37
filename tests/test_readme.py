"""The README's commands are the Makefile's and the program's, and they run."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from build_scripts.__main__ import Exit, main
from build_scripts.arguments import parser

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
FIRST_SCREEN = README[:1500]


def targets_of_the_makefile() -> set[str]:
    return set(re.findall(r"^([a-z-]+):.*## ", MAKEFILE, re.MULTILINE))


def targets_of_the_readme() -> set[str]:
    pairs = re.findall(r"^make ([a-z-]+)|`make ([a-z-]+)`", README, re.MULTILINE)
    return {name for pair in pairs for name in pair if name}


def make(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["make", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_first_screen_says_how_to_build_and_test() -> None:
    assert "make site" in FIRST_SCREEN
    assert "make test" in FIRST_SCREEN


def test_the_readme_names_the_targets_of_the_makefile() -> None:
    assert targets_of_the_readme() == targets_of_the_makefile() - {"help"}


def test_help_is_the_default_and_lists_every_target() -> None:
    shown = make()
    assert shown.returncode == 0
    assert set(re.findall(r"^  make ([a-z-]+)", shown.stdout, re.MULTILINE)) == targets_of_the_makefile()


def test_every_target_is_known_to_make() -> None:
    for target in sorted(targets_of_the_readme()):
        assert make("--dry-run", target).returncode == 0, target


@pytest.mark.parametrize("target", ["site", "generate", "check"])
def test_the_readme_s_targets_run(target: str, briefing: Path) -> None:
    run = make(target, f"CONFIG={briefing}")
    assert run.returncode == 0, run.stdout + run.stderr
    assert "5 articles" in run.stdout
    if target == "site":
        assert (briefing.parent / "site" / "index.html").is_file()


def test_the_readme_names_the_commands_of_the_program() -> None:
    listed = set(re.findall(r"^\| `briefing ([a-z]+)", README, re.MULTILINE))
    usage = parser().format_help()
    offered = set(re.findall(r"^    ([a-z]+)\s", usage, re.MULTILINE))
    assert listed == offered


def test_the_readme_names_every_exit_code() -> None:
    for code in (code for code in Exit if code is not Exit.INTERRUPTED):
        assert f"{code.value} " in README[README.index("Exit codes:") :][:200]


def test_the_readme_s_configuration_of_another_briefing_is_all_that_it_needs(tmp_path: Path) -> None:
    section = README[README.index("## Another briefing") :]
    (tmp_path / "mkdocs.yml").write_text(section.split("```yaml\n")[1].split("```")[0], "utf-8")
    (tmp_path / "seeds").mkdir()
    said = "Northland and Southland held talks in Eastport on June 8, 1998.\n"
    (tmp_path / "seeds" / "010_courier.txt").write_text(said, "utf-8")
    assert main(["build", "-f", str(tmp_path / "mkdocs.yml")]) == Exit.DONE
    assert "8 June 1998" in (tmp_path / "site" / "chronology" / "index.html").read_text("utf-8")
