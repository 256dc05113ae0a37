"""What a package brings beside a module of its own name, told from what was noted when it was installed."""

from __future__ import annotations

import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution

COMPILED = re.compile(r"\.(?:so|pyd|dylib|dll)(?:\.[\d.]+)?$")
# Of the version of Python that runs. Match: `python3.11/`, `coverage-3.11`. Near-miss: `coverage3`.
VERSION = re.compile(r"(?<=python|erage-)3\.\d+")
# Match: `6ec57f84c680d3a3778b__mypyc`, another with each version. Near-miss: `mypyc`.
DRAWN = re.compile(r"[0-9a-f]{20}(?=__)")
COMMANDS = frozenset({"console_scripts", "gui_scripts"})


def installed(name: str) -> Distribution | None:
    """A package, where it is installed: a pin may be for another system, or for another target of make."""
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def brings(found: Distribution) -> dict[str, list[str]]:
    """Its `commands`; what is `compiled`; `modules` of other names; what Python `starts` with whenever it
    runs; files `elsewhere`; which programs look for it and load it (`loaded_by`). Only what there is."""
    kinds: dict[str, set[str]] = {}
    own = _plain(found.name)
    for file in map(str, found.files or ()):
        first = file.partition("/")[0]
        if not file.endswith(".pyc") and not first.endswith((".dist-info", ".egg-info")):
            for kind, what in _kinds(file, first):
                if kind != "modules" or _plain(what) != own:
                    kinds.setdefault(kind, set()).add(what)
    groups = {entry.group for entry in found.entry_points} - COMMANDS
    if groups:
        kinds["loaded_by"] = groups
    return {kind: sorted(names) for kind, names in sorted(kinds.items())}


def _kinds(file: str, first: str) -> list[tuple[str, str]]:
    if re.match(r"(?:\.\./)+(?:bin|Scripts)/", file):
        return [("commands", VERSION.sub("3", file.rpartition("/")[2]).removesuffix(".exe"))]
    if first == "..":
        return [("elsewhere", VERSION.sub("3", re.sub(r"^(?:\.\./)+", "", file)))]
    if file.endswith(".pth") or first in ("sitecustomize.py", "usercustomize.py"):
        return [("starts", file)]
    module = DRAWN.sub("", re.sub(r"\.(?:py|pyi|so|pyd|abi3.*|cpython.*)$", "", first))
    return [("modules", module), *([("compiled", "yes")] if COMPILED.search(file) else [])]


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "_", name).lower()
