"""Render: a configuration as it is stated in; the same as an engine needs it, and where to build, out."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from build_scripts.render import places
from build_scripts.render.pencils import new_files
from build_scripts.render.supplied import supplied
from build_scripts.render.withdrawing import is_free

THEME = Path(__file__).parent / "theme"


def completed(given: Mapping[str, Any], root: Path) -> dict[str, Any]:
    """Options to add to a configuration in `root`: what it leaves out, and what must not be built."""
    docs = root / str(given.get("docs_dir", "docs"))
    unbuilt = places.load(docs / "data").unbuilt
    pages = [page.relative_to(docs).as_posix() for page in docs.rglob("*.md")]
    pages = [page for page in pages if page not in unbuilt]
    options = supplied(given, str(THEME), str(docs / "data"), pages)
    options["exclude_docs"] = f"{options['exclude_docs']}\n{places.patterns(unbuilt)}".strip()
    briefing = (given.get("extra") or {}).get("briefing") or {}
    options["extra"]["new_files"] = new_files(briefing, docs, pages, is_free(docs / "data"))
    return options


@contextmanager
def instead_of(site: Path) -> Iterator[Path]:
    """A folder beside the site that takes its place if all goes well: the engine empties its own first."""
    fresh, old = (site.with_name(f".{site.name}.{what}") for what in ("new", "old"))
    if old.is_dir() and not site.exists():
        old.rename(site)  # a run was killed between the two steps below
    try:
        for left in (fresh, old):
            shutil.rmtree(left, ignore_errors=True)
        yield fresh
        if site.exists():
            site.rename(old)
        fresh.rename(site)
    except BaseException:
        if old.is_dir() and not site.exists():
            old.rename(site)
        raise
    finally:
        for left in (fresh, old):
            shutil.rmtree(left, ignore_errors=True)
