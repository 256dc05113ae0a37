"""What the project asks for, and the versions that it pins."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

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
