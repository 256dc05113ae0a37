"""Commands: what builds the pages and the site in; what they wrote, to be said, out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from build_scripts import workers
from build_scripts.commands.summary import differences
from build_scripts.commands.writing import alone, generated
from build_scripts.inputs import read_inputs
from build_scripts.memory import Memory
from build_scripts.outcome import Outcome
from build_scripts.pipeline import build
from build_scripts.progress import Watch, silent
from build_scripts.read import load_config
from build_scripts.saying import say


def generate(config_file: Path, *, check_only: bool = False, watch: Watch = silent) -> Outcome:
    """Write the generated parts of the pages and docs/data/; or only show what would change."""
    if check_only:
        watch("read", 0, 0)
        inputs = read_inputs(config_file)
        return differences(inputs, build(inputs, watch))
    with alone(config_file):
        return generated(config_file, watch)


def build_site(config_file: Path, *, engine: str = "mkdocs", watch: Watch = silent) -> Outcome:
    """Generate, check, and render the site with an engine.

    Raises `CannotRender` before anything is written if it is not installed.
    """
    from build_scripts.render import engines  # a third of a short run goes into importing an engine

    render = engines.builder(engine)
    with alone(config_file):
        outcome = generated(config_file, watch)
        watch("render", 0, 0)
        render(config_file)
    return outcome


def serve(
    config_file: Path, *, port: int | None = None, is_over: Callable[[], bool] = lambda: False
) -> Outcome:
    """Preview the site; a save of a page, an article or the configuration shows the result."""
    from build_scripts.render import serving

    load_config(config_file)  # its faults are told as by every command, before the engine meets them
    memory = Memory(workers.by_many)

    def renew() -> Mapping[str, str]:
        with alone(config_file):
            outcome = generated(config_file, memory=memory)
        for remark in outcome.remarks:
            say(remark, sys.stderr)
        return outcome.written

    serving.serve(config_file, renew, port=serving.PORT if port is None else port, is_over=is_over)
    return Outcome()
