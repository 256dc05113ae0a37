"""Render: a configuration and the pages on disk in, the built site out, through Zensical.

It runs in a folder of its own, with a copy of the pages and the configuration in full: it keeps what it
remembers beside its configuration, and reads no option from anywhere else.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from mkdocs.utils.yaml import yaml_load

from build_scripts.errors import CannotReadOrWrite
from build_scripts.render.completing import THEME, completed, instead_of
from build_scripts.render.faults import CannotRender
from build_scripts.render.finishing import Built, complete

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
CLASSIC = "classic"
"""The look that is the theme's own; the engine would give pages another."""


def build(config_file: Path) -> None:
    """Build the site of a configuration.

    Raises `CannotRender` with what the engine said; a site that was there before stays then.
    """
    root = config_file.resolve().parent
    try:
        with config_file.open(encoding="utf-8") as stream:
            given: dict[str, Any] = yaml_load(stream)
        docs = root / str(given.get("docs_dir", "docs"))
        with instead_of(root / str(given.get("site_dir", "site"))) as folder:
            _run(_in_full(given, root), docs, folder)
            built = Built(
                folder,
                docs / "data",
                str(given.get("site_name", "")),
                str(given.get("site_description") or ""),
                str(given.get("site_url") or ""),
                bool(given.get("use_directory_urls", False)),
                (THEME, _own_theme()),
                tuple(docs / str(_path(one)) for one in given.get("extra_javascript") or ()),
            )
            (folder / "search.json").unlink(missing_ok=True)
            complete(built, is_published=True)
    except OSError as error:
        raise CannotReadOrWrite(Path(error.filename or config_file), error.strerror or str(error)) from error


def _in_full(given: Mapping[str, Any], root: Path) -> dict[str, Any]:
    options = {**given, **completed(given, root)}
    theme = {**options["theme"], "variant": CLASSIC, "custom_dir": str(THEME)}
    if given.get("edit_uri_template"):
        options["extra"]["edit_uri_template"] = given["edit_uri_template"]
    # It would stop at links to former addresses, mended as pages are drawn; the audit finds the rest.
    return {**options, "theme": theme, "docs_dir": "docs", "site_dir": "site", "strict": False}


def _run(options: Mapping[str, Any], docs: Path, folder: Path) -> None:
    """Build in a folder of its own, and move the site to where it is wanted."""
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        shutil.copytree(docs, place / "docs")
        (place / "mkdocs.yml").write_text(json.dumps(options), "utf-8")
        command = [sys.executable, "-m", "zensical", "build", "-f", "mkdocs.yml"]
        done = subprocess.run(command, cwd=place, capture_output=True, text=True, check=False)
        if done.returncode:
            said = _COLOUR.sub("", done.stderr or done.stdout).strip()
            raise CannotRender(said[said.rfind("\n", 0, -1) + 1 :] if "Traceback" in said else said)
        shutil.move(place / "site", folder)


def _own_theme() -> Path:
    found = find_spec("zensical")
    return Path(found.origin or "").parent / "templates" if found else THEME


def _path(script: object) -> object:
    return script.get("path") if isinstance(script, Mapping) else script
