"""Command line: what a command has to say, for whoever prints it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from build_scripts.errors import Fault

if TYPE_CHECKING:  # importing the records takes longer than a run in which nothing has changed
    from build_scripts.models import ReviewRow


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command has to say: lines of output, remarks for whoever watches, one line of summary."""

    lines: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    summary: str = ""
    differences: bool = False
    warnings: tuple[Fault, ...] = ()
    """What a person should look at, though the command did its work."""
    notices: tuple[Fault, ...] = ()
    """What was published otherwise than the build would have it."""
    rows: tuple[ReviewRow, ...] | None = None
    """What waits for a person; None where nobody asked."""
    written: Mapping[str, str] = field(default_factory=dict)
    """Texts that were written, by path from the configuration's folder."""
