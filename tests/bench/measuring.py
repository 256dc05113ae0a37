"""A command in; its wall and CPU seconds, its memory at the peak, and what it said of its stages, out."""

from __future__ import annotations

import compileall
import os
import re
import subprocess
import sys
import time
from pathlib import Path

from tests.bench.report import Run, Stage

ROOT = Path(__file__).parent.parent.parent
RENDER = (
    "import sys, pathlib; from build_scripts.render import mkdocs; mkdocs.build(pathlib.Path(sys.argv[1]))"
)
STOCK = """\
site_name: The Lakeside contacts
docs_dir: docs
site_dir: stock
theme: {name: material, font: false, features: [navigation.tabs, navigation.top, search.highlight]}
plugins: [search]
markdown_extensions: [attr_list, tables, {toc: {permalink: true}}]
use_directory_urls: false
exclude_docs: /data/
nav: [index.md, chronology/index.md, actors/index.md, comparisons/index.md, sources/index.md]
"""
# Match: `extract     1.234 s     1.100 s CPU     123 MB`. Near-miss: the summary's `(1.2 s)`.
STAGE = re.compile(
    r"^(?P<stage>[a-z]+) +(?P<wall>[\d.]+) s +(?P<cpu>[\d.]+) s CPU +(?P<peak>\d+) MB$", re.MULTILINE
)


def compiled() -> None:
    """Have the program's bytecode on disk, as whoever has run it once.

    Without it each run begins with compiling, which takes half a second.
    """
    compileall.compile_dir(ROOT / "build_scripts", quiet=1)


def measured(command: list[str], folder: Path) -> Run:
    """Run a command to its end; what it took, and what it said about its stages."""
    started = time.perf_counter()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        said = process.stderr.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - started
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}:\n{said}")
    stages = {
        one["stage"]: Stage(float(one["wall"]), float(one["cpu"]), float(one["peak"]))
        for one in STAGE.finditer(said)
    }
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, stages)


def generation(folder: Path) -> Run:
    return measured([sys.executable, "-m", "build_scripts", "generate", "--profile"], folder)
