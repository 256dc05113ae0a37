"""Command line: faults, warnings and rows in; printed, with the paragraph of the guide that explains each."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from build_scripts.errors import BriefingError, Fault
from build_scripts.outcome import Outcome
from build_scripts.reporting import ENGINE, Links, annotation, as_json, as_markdown, as_text, links_of
from build_scripts.saying import say, say_json


def tell_faults(faults: Sequence[Fault], config_file: Path) -> None:
    """What stopped a run, each fault with its paragraph; and how many there are."""
    _tell("error", faults, links_of(config_file, os.environ), sys.stderr)
    say(f"{len(faults)} fault{'s' if len(faults) != 1 else ''}; nothing was written.", sys.stderr)


def tell_error(error: BriefingError, config_file: Path) -> None:
    """An error of a file or of the engine, which is on no line of a page."""
    links = links_of(config_file, os.environ)
    what, _, rest = str(error).partition("\n")
    say(f"{error}\n    Guide: {links.to(what, ENGINE)}", sys.stderr)
    if is_in_ci():
        print(annotation("error", Fault("", 0, what, rest.strip()), "", links.to(what, ENGINE)))


def tell_findings(outcome: Outcome, config_file: Path, form: str) -> None:
    """What a person should look at: warnings, notices on the code host, and the list of what waits."""
    links = links_of(config_file, os.environ)
    _tell("warning", outcome.warnings, links, sys.stdout)
    _annotate("notice", outcome.notices, links)
    if outcome.rows is not None and form != "text":
        if form == "json":
            say_json(as_json(outcome.rows, links))
        else:
            say(as_markdown(outcome.rows, links))
        return
    for line in as_text(outcome.rows or (), links):
        say(line)


def is_in_ci() -> bool:
    """Whether the code host runs this, and shows annotations."""
    return os.environ.get("GITHUB_ACTIONS") == "true"


def _tell(level: str, faults: Sequence[Fault], links: Links, stream: TextIO) -> None:
    for fault in faults:
        say(f"{fault}\n    Guide: {links.to(fault.what)}", stream)
    _annotate(level, faults, links)


def _annotate(level: str, faults: Sequence[Fault], links: Links) -> None:
    """On the code host, each fault also on the line that it concerns."""
    if is_in_ci():
        for fault in faults:
            print(annotation(level, fault, links.file(fault.file), links.to(fault.what)))
