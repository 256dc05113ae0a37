"""Render: pages that stand on disk and in no commit in; for each, the address at which it can be saved out.

A pencil leads to a file of the repository. A page that the build made in CI has none yet: its pencil opens
the code host's form for a new file with the page's text in it, or where that would be too long for an
address, the workflow that proposes all such pages. So does that of a page whose text may not be published as
it is.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from urllib.parse import quote

LONGEST = 8000
"""Characters of an address: code hosts and browsers refuse somewhat longer ones."""


def new_files(
    briefing: Mapping[str, object],
    docs: Path,
    pages: Iterable[str],
    may_be_shown: Callable[[str], bool] = lambda text: True,
) -> dict[str, str]:
    """By path of a page that nobody has committed: where it can be saved; empty where nothing is known.

    `briefing` is `extra.briefing` of the configuration: `new_file` with `{path}` and `{text}`, and `propose`.
    """
    form, proposing = str(briefing.get("new_file") or ""), str(briefing.get("propose") or "")
    known = committed(docs)
    if known is None:
        return {}
    texts = {path: (docs / path).read_text(encoding="utf-8") for path in sorted(pages) if path not in known}
    return {
        path: (address(form, path, text) if may_be_shown(text) else "") or proposing
        for path, text in texts.items()
    }


def address(form: str, path: str, text: str) -> str:
    """The code host's form for a new file, filled in; empty where there is none, or it would be too long.

    >>> address("https://host.example/new?name={path}&value={text}", "a/b c.md", "x & y")
    'https://host.example/new?name=a/b%20c.md&value=x%20%26%20y'
    """
    found = form.replace("{path}", quote(path, safe="/")).replace("{text}", quote(text, safe=""))
    return found if len(found) <= LONGEST else ""


def committed(folder: Path) -> frozenset[str] | None:
    """Paths below a folder that its repository knows; None where there is no repository, or no git.

    Then all pages are taken as committed: whoever builds outside a repository has no use for the pencil.
    """
    try:
        run = subprocess.run(
            ["git", "-C", str(folder), "ls-files", "-z", "--cached", "."], capture_output=True, check=False
        )
    except OSError:
        return None
    if run.returncode:
        return None
    return frozenset(name.decode("utf-8", "replace") for name in run.stdout.split(b"\0") if name)
