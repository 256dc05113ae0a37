"""Commands: a configuration, or what was built from it, in; the files of the build, written, out."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path

from build_scripts import again, looking, workers, write
from build_scripts.collecting import rarely_collected
from build_scripts.commands.summary import counts, edited, notices, number
from build_scripts.export import OF_ONE_ARTICLE
from build_scripts.inputs import Inputs, read_inputs
from build_scripts.memory import Memory
from build_scripts.outcome import Outcome
from build_scripts.pipeline import Result, build
from build_scripts.progress import Watch, silent
from build_scripts.read import MEMORY, SHELVES
from build_scripts.saying import say

ATTEMPTS = 5
"""How often a build begins anew because somebody saved a page while it ran."""


def generated(config_file: Path, watch: Watch = silent, memory: Memory | None = None) -> Outcome:
    """Read, build and write; anew if a page was saved in between: the build never overwrites what it has
    not read."""
    memory = memory or Memory(workers.by_many)
    for attempt in range(1, ATTEMPTS + 1):
        watch("read", 0, 0)
        with rarely_collected():
            inputs = read_inputs(config_file)
            result = build(inputs, watch, memory)
        watch("write", 0, 0)
        try:
            with rarely_collected():
                outcome = written(inputs, result)
        except write.ChangedMeanwhile:
            if attempt == ATTEMPTS:
                raise
            continue
        config = inputs.config
        if not any(f"{config.docs}/{path}" in outcome.written for path in result.pages):
            data = {f"{config.docs}/data/{name}": text for name, text in result.tables.items()}
            again.keep(config_file, (config.seeds, config.docs), inputs.rules, inputs.seen, data, outcome)
        return outcome
    raise AssertionError("a build is tried at least once")


def written(inputs: Inputs, result: Result) -> Outcome:
    files, root = _files(inputs, result), Path(inputs.config.root)
    pages = {f"{inputs.config.docs}/{path}" for path in result.pages}
    was = {f"{inputs.config.docs}/{page.path}": page.text for page in inputs.pages}
    # A page that is wanted as it was read need not be read once more, if nobody has written to it.
    alike = {
        path: stamp for path, stamp in inputs.stamps.items() if path in was and files.get(path) == was[path]
    }
    asked = files.keys() - looking.as_stamped(root, alike)
    changed = write.apply(
        {path: text for path, text in files.items() if path in asked},
        root,
        {path: was.get(path) for path in pages & asked},
    )
    fresh = ((key, text()) for key, text in result.fresh.items())
    write.remember(root / MEMORY, fresh, result.keys.values())
    shelves = ((name, text()) for name, text in result.shelves.items())
    write.shelve(root / SHELVES, shelves)
    write.prune(root, f"{inputs.config.docs}/data", OF_ONE_ARTICLE, result.tables)
    count = len(pages & set(changed))
    return Outcome(
        remarks=edited(result),
        notices=notices(result),
        written={path: files[path] for path in changed},
        summary=f"{counts(result)}; {number(count, 'page')} written, {len(pages) - count} unchanged",
    )


def _files(inputs: Inputs, result: Result) -> Mapping[str, str]:
    """Every file that the build wants, by its path relative to the configuration's folder."""
    docs = inputs.config.docs
    return {
        **{f"{docs}/{path}": text for path, text in result.pages.items()},
        **{f"{docs}/data/{name}": text for name, text in result.tables.items()},
    }


def alone(config_file: Path) -> AbstractContextManager[None]:
    """No other build writes in the configuration's folder meanwhile."""
    return write.locked(config_file.absolute().parent, lambda words: say(words, sys.stderr))
