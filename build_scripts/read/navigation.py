"""Read: what a mkdocs.yml says of its navigation, and the pages there are, in; pages it does not place out.

The engine would stop for these as well, later and in words that do not say how to mend it. Patterns are those
of `.gitignore`, as in the engine.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import PurePosixPath

from build_scripts.errors import Faults
from build_scripts.models import Config, Navigation
from build_scripts.read.fields import Fields

BROUGHT = ("guide.md",)
"""Pages that come with the program: a navigation that somebody wrote need not know them."""
SECTIONS = "/actors/*.md\n/chronology/*.md\n/comparisons/*.md\n/sources/*.md"
"""What stays out of a navigation that says nothing about it: one page for each record."""

# Parts of a pattern. Match: `**/`, `/**`, `*`, `?`, `[a-c]`. Near-miss: `a.b`, which stands for itself.
_PART = re.compile(r"(?P<over>\*\*/)|(?P<below>/\*\*$)|(?P<any>\*+)|(?P<one>\?)|(?P<set>\[[^]]+\])")


def navigation_of(top: Fields) -> Navigation | None:
    """What stands under `nav`; None where nothing does, so that the program supplies it."""
    given = top.values.get("nav")
    if not given:
        return None
    out = [str(top.values.get(key) or "") for key in ("exclude_docs", "draft_docs")]
    return Navigation(
        pages=tuple(path for path in _named(given) if path.endswith(".md") and "://" not in path),
        left_out=tuple("\n".join((str(top.values.get("not_in_nav") or SECTIONS), *out)).splitlines()),
        line=top.line("nav"),
        asks_for_all=_is_asked(top, "omitted_files"),
        asks_for_each=_is_asked(top, "not_found"),
    )


def check_navigation(pages: Iterable[str], config: Config, faults: Faults) -> None:
    """Every page has its line under `nav` or is left out of it, and every line there has its page."""
    given = config.navigation
    if given is None:
        return
    there = frozenset(pages)
    for path in sorted(there if given.asks_for_all else ()):
        if path not in given.pages and path not in BROUGHT and not is_left_out(path, given.left_out):
            name = PurePosixPath(path).stem.replace("-", " ").capitalize()
            mend = f"Add a line there: `- {name}: {path}`; or leave it out of the navigation: below "
            mend += f"`not_in_nav: |`, a line `/{path}`."
            faults.add(config.file, given.line, f"nav has no line for the page {config.docs}/{path}", mend)
    for path in given.pages if given.asks_for_each else ():
        if path not in there:
            near = get_close_matches(path, sorted(there), 1)
            mend = f"Is it {near[0]}? " if near else ""
            mend += "Write the path of a page below that folder, or delete the line."
            faults.add(config.file, given.line, f"nav names {path}, which is no page of {config.docs}/", mend)


def is_left_out(path: str, patterns: Iterable[str]) -> bool:
    """Whether patterns, the last of which that fits decides, name a path.

    >>> is_left_out("actors/a-arden.md", ["/actors/*.md"]), is_left_out("x/actors/a.md", ["/actors/*.md"])
    (True, False)
    """
    found = any(part.startswith(".") for part in PurePosixPath(path).parts)
    for pattern in patterns:
        wanted, negated = pattern.strip().removeprefix("!"), pattern.startswith("!")
        if wanted and not wanted.startswith("#") and _regex(wanted).fullmatch(path):
            found = not negated
    return found


def _regex(pattern: str) -> re.Pattern[str]:
    """A slash, but at the end, ties a pattern to the folder; what it names, it names with all below."""
    body = pattern.rstrip("/")
    start = "" if "/" in body else "(?:.*/)?"
    parts, at, body = [], 0, body.removeprefix("/")
    for match in _PART.finditer(body):
        parts.append(re.escape(body[at : match.start()]))
        parts.append(_PARTS.get(match.lastgroup or "") or match[0].replace("[!", "[^"))
        at = match.end()
    tail = "/.*" if pattern.endswith("/") else "(?:/.*)?"
    return re.compile(f"{start}{''.join(parts)}{re.escape(body[at:])}{tail}")


_PARTS = {"over": "(?:.*/)?", "below": "/.*", "any": "[^/]*", "one": "[^/]"}


def _named(given: object) -> Iterator[str]:
    """Every path, however deep in sections."""
    if isinstance(given, str):
        yield given
    for one in given.values() if isinstance(given, Mapping) else given if isinstance(given, list) else ():
        yield from _named(one)


def _is_asked(top: Fields, key: str) -> bool:
    """Whether the engine is to stop for such a fault, which it is unless `validation` says otherwise."""
    validation = top.values.get("validation")
    given = validation if isinstance(validation, Mapping) else {}
    within = given.get("nav")
    inner = within.get(key) if isinstance(within, Mapping) else None
    return str(inner or given.get(key) or "warn") == "warn"
