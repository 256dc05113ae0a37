"""Every regular expression of the build, those of the word lists too, as lines of JSON: module, text, flags.

Run by itself, `python -m tests.hostile.patterns CONFIG`: what another test compiled before is not ours.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any


def noting(
    real: Callable[..., re.Pattern[str]], found: dict[tuple[str, str, int], None]
) -> Callable[..., Any]:
    """The way to a pattern that every function of `re` goes, with a note of who asks for which."""

    def compiled(pattern: Any, flags: int) -> re.Pattern[str]:
        made = real(pattern, flags)
        frame = sys._getframe(1)
        while frame.f_back is not None and frame.f_globals["__name__"].partition(".")[0] == "re":
            frame = frame.f_back
        asking = str(frame.f_globals["__name__"])
        if asking.startswith("build_scripts") and isinstance(made.pattern, str):
            found[asking, made.pattern, made.flags] = None
        return made

    return compiled


def main(config: str) -> None:
    found: dict[tuple[str, str, int], None] = {}
    re._compile = noting(re._compile, found)
    import build_scripts

    for module in pkgutil.walk_packages(build_scripts.__path__, "build_scripts."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    inputs = importlib.import_module("build_scripts.inputs").read_inputs(Path(config))
    importlib.import_module("build_scripts.pipeline").build(inputs)
    for one in found:
        print(json.dumps(one))


if __name__ == "__main__":
    main(sys.argv[1])
