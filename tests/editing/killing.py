"""A build that ends at a write, as if the power had gone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


class Killed(BaseException):
    """The process ends here."""


@contextmanager
def killed_at(step: int) -> Iterator[None]:
    """No process outlives its step-th replacement of a file; nothing is flushed, which only costs time."""
    left = [step]
    real = Path.replace

    def replaced(self: Path, target: Path) -> Path:
        left[0] -= 1
        if left[0] == 0:
            raise Killed
        return real(self, target)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(os, "fsync", lambda handle: None)
        if step:
            patched.setattr(Path, "replace", replaced)
        yield
