"""Command line: words in; printed, so that neither a terminal nor the log of a workflow obeys them."""

from __future__ import annotations

import sys
from typing import TextIO

from build_scripts import escape


def say(text: str, stream: TextIO | None = None) -> None:
    """Print what may quote articles and pages; to the output where nothing else is said."""
    print(escape.console(text), file=stream, flush=stream is sys.stderr)


def say_json(text: str) -> None:
    """Print JSON that stays JSON."""
    print(escape.json_text(text))
