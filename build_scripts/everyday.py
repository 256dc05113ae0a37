"""Command line: `generate` and `build`, run all day: over at once where nothing has changed since.

The stages are imported only where there is something for them to do: that takes longer than to find out.
"""

from __future__ import annotations

import sys
from pathlib import Path

from build_scripts import again
from build_scripts.outcome import Outcome
from build_scripts.progress import Watch
from build_scripts.saying import say


def generate(config_file: Path, *, check_only: bool, watch: Watch) -> Outcome:
    """Write the generated parts of the pages and docs/data/; or only show what would change."""
    watch("read", 0, 0)
    said = None if check_only else again.unchanged(config_file)
    if said:
        return said
    from build_scripts import commands

    return commands.generate(config_file, check_only=check_only, watch=watch)


def build_site(config_file: Path, *, engine: str = "mkdocs", watch: Watch) -> Outcome:
    """Generate, check, and render the site with an engine."""
    watch("read", 0, 0)
    if again.unchanged(config_file) is None:
        from build_scripts import commands

        return commands.build_site(config_file, engine=engine, watch=watch)
    from build_scripts import write
    from build_scripts.render import engines

    render = engines.builder(engine)
    root = config_file.absolute().parent
    with write.locked(root, lambda words: say(words, sys.stderr)):
        if said := again.unchanged(config_file):  # another build may have been at work until now
            watch("render", 0, 0)
            render(config_file)
            return said
    return build_site(config_file, engine=engine, watch=watch)
