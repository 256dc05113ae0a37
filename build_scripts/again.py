"""Command line: a configuration in; what the last run said, if another one would do and say the same, out.

A build is a function of the program, the configuration, the articles and the pages. Where none of them has
changed since a run that wrote no page, and docs/data/ is what that run left, the next one changes nothing.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from build_scripts.errors import Fault
from build_scripts.looking import digest, look, program
from build_scripts.outcome import Outcome

FILE = ".cache/generate/last.json"
"""Beside mkdocs.yml; not committed, and safe to delete."""

Seen = Mapping[str, str]
"""The digest of each file that a build reads or writes, by its path from the configuration's folder."""


def unchanged(config_file: Path) -> Outcome | None:
    """What a run would say, if all it did were to find everything as the last one left it."""
    root = config_file.absolute().parent
    try:
        head, _, told = (root / FILE).read_text(encoding="utf-8").partition("\n")
        kept = json.loads(told)
        if head != digest(told.encode()) or kept["file"] != config_file.name:
            return None
        seen = look(root, (config_file.name, *kept["folders"]))
        if seen is None or _everything(seen, program()) != kept["seen"]:
            return None
        said = kept["said"]
        notices = tuple(Fault(*one) for one in said["notices"])
        return Outcome(remarks=tuple(said["remarks"]), notices=notices, summary=said["summary"])
    except (OSError, ValueError, LookupError, TypeError):
        return None


def keep(
    config_file: Path,
    folders: tuple[str, ...],
    rules: str,
    before: Seen | None,
    data: Mapping[str, str],
    outcome: Outcome,
) -> None:
    """Keep what a run said, if the next one would say the same.

    `before` is what stood there when the run began to read, `data` the texts that it wants beside the pages.
    A page that it wrote, or that somebody saved meanwhile, is new to the next run: that one keeps its own.
    """
    root = config_file.absolute().parent
    after = look(root, (config_file.name, *folders))
    if before is None or after is None or program() != rules:
        return
    wanted = {path: digest(text.encode()) for path, text in data.items()}
    if {**before, **wanted} != after:
        return
    said = {
        "remarks": outcome.remarks,
        "notices": [(one.file, one.line, one.what, one.mend) for one in outcome.notices],
        "summary": outcome.summary,
    }
    kept = {"file": config_file.name, "folders": folders, "seen": _everything(after, rules), "said": said}
    told = json.dumps(kept)
    with suppress(OSError):
        _put(root / FILE, f"{digest(told.encode())}\n{told}")


def _everything(seen: Seen, rules: str) -> str:
    return digest(json.dumps([rules, sorted(seen.items())]).encode())


def _put(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    (file.parent / ".gitignore").write_text("*\n", encoding="utf-8")
    fresh = file.with_name(f"{file.name}.{os.getpid()}.tmp")
    fresh.write_text(text, encoding="utf-8", newline="")
    fresh.replace(file)
