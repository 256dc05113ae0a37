"""Render: the one error of this stage, which every engine reports as a message and not as a traceback."""

from __future__ import annotations

from mkdocs.exceptions import BuildError

from build_scripts.errors import BriefingError


class CannotRender(BriefingError, BuildError):
    """A page or the site cannot be rendered; says what and how to mend it (the engine names the page)."""

    def __init__(self, *faults: tuple[str, str] | str) -> None:
        told = (fault if isinstance(fault, str) else "\n    ".join(fault) for fault in faults)
        super().__init__("\n".join(told))
