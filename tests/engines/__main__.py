"""Build one briefing with every engine and compare the sites: `make engines`.

    python -m tests.engines [-f mkdocs.yml]

ProperDocs must build the same site as MkDocs; what Zensical makes otherwise is listed in the README beside
this file. An engine that is not installed is said loudly, and the run fails.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from importlib.util import find_spec
from pathlib import Path

from tests.engines.sites import compare

ROOT = Path(__file__).parent.parent.parent
ENGINES = ("mkdocs", "properdocs", "zensical")
BUILD = (
    "import sys, pathlib; from build_scripts.render.engines import builder;"
    " builder(sys.argv[2])(pathlib.Path(sys.argv[1]))"
)
EXPECTED = {"zensical": frozenset({"page"})}
"""What may differ; the reasons stand in README.md."""


def built(config_file: Path, engine: str, target: Path) -> Path:
    """Build the site with an engine, in a process of its own, and take it away."""
    command = [sys.executable, "-c", BUILD, str(config_file), engine]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{engine} does not build {config_file}:\n{done.stdout}{done.stderr}")
    shutil.move(config_file.parent / "site", target)
    return target


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.engines", description=__doc__)
    parser.add_argument("--only", default="", help="engines to compare, with commas")
    parser.add_argument("-f", dest="config_file", type=Path, default=ROOT / "mkdocs.yml")
    args = parser.parse_args()
    given: Path = args.config_file.resolve()
    engines = tuple(args.only.split(",")) if args.only else ENGINES[1:]
    missing = [one for one in engines if find_spec(one) is None]
    failed = bool(missing)
    for engine in missing:
        print(f"NOT INSTALLED, NOT COMPARED: {engine} (make engines sets it up)")
    with tempfile.TemporaryDirectory() as scratch:
        # The site that stands there is nobody's business here.
        copy = Path(scratch) / "briefing"
        shutil.copytree(given.parent, copy, ignore=shutil.ignore_patterns("site", ".venv", ".git", ".cache"))
        config_file = copy / given.name
        first = built(config_file, ENGINES[0], Path(scratch) / ENGINES[0])
        print(f"{ENGINES[0]}: {len([*first.rglob('*.html')])} pages")
        for engine in (one for one in engines if one not in missing):
            found = [*compare(first, built(config_file, engine, Path(scratch) / engine))]
            told = Counter(one.what for one in found)
            print(
                f"{engine}: {', '.join(f'{what} of {count}' for what, count in told.items()) or 'the same'}"
            )
            shown: Counter[str] = Counter()
            for one in found:
                shown[one.what] += 1
                if shown[one.what] <= 3:
                    print(f"  {one.page}, {one.what}:\n    - {one.first}\n    + {one.second}")
            failed |= bool(set(told) - EXPECTED.get(engine, frozenset()))
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
