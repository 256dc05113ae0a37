"""The scripts of CI, run where a stand-in plays the code host."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
FAKE = '#!/bin/sh\necho "$@" >>"$GH_LOG"\n'
"""Stands for the code host's command line: notes what it is asked, answers nothing."""
REFUSE_TOKEN = '[ -z "$GH_TOKEN" ] || exit 9\n'
"""What reads articles and pages is never given the right to write to the repository."""


def environment_of(tmp_path: Path, config: Path) -> dict[str, str]:
    """What the scripts find in CI, with a stand-in for the code host."""
    program = tmp_path / "briefing"
    run_it = f'PYTHONPATH="{ROOT}" exec "{sys.executable}" -m build_scripts "$@"'
    program.write_text(f"#!/bin/sh\n{REFUSE_TOKEN}{run_it}\n", "utf-8")
    host = tmp_path / "bin" / "gh"
    host.parent.mkdir()
    host.write_text(FAKE, "utf-8")
    for file in (program, host):
        file.chmod(0o755)
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GITHUB_")}
    return {
        **kept,
        "PATH": f"{host.parent}{os.pathsep}{os.environ['PATH']}",
        "BRIEFING": str(program),
        "CONFIG": str(config),
        "GITHUB_ACTIONS": "true",
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
        "GH_LOG": str(tmp_path / "gh.log"),
    }


def run(script: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(ROOT / ".ci" / script)], env=environment, capture_output=True, text=True, check=False
    )
