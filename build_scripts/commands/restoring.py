"""Commands: a page whose blocks people edited in; the same with the build's own text, written, out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from build_scripts import blocks
from build_scripts.commands.writing import alone, written
from build_scripts.errors import Fault, InvalidInput
from build_scripts.inputs import read_inputs
from build_scripts.outcome import Outcome
from build_scripts.pipeline import build


def restore(config_file: Path, page: Path, block: str) -> Outcome:
    """Give the blocks of a page (or one of them) back to the build.

    Raises `InvalidInput` if the page or the block does not exist.
    """
    inputs = read_inputs(config_file)
    docs = Path(inputs.config.root) / inputs.config.docs
    path = _in_docs(page, docs)
    found = {one.path: one for one in inputs.pages}.get(path)
    if found is None:
        mend = f"Name a page of {inputs.config.docs}/, such as {inputs.config.docs}/index.md."
        raise InvalidInput((Fault(str(page), 0, "no such page", mend),))
    names = blocks.names(found.text)
    if block and block not in names:
        mend = f"The page has these blocks: {', '.join(names) or 'none'}."
        raise InvalidInput((Fault(str(page), 0, f"no block named {block}", mend),))
    emptied = replace(found, text=blocks.emptied(found.text, (block,) if block else names))
    pages = tuple(emptied if one.path == path else one for one in inputs.pages)
    with alone(config_file):
        return written(inputs, build(replace(inputs, pages=pages)))


def _in_docs(page: Path, docs: Path) -> str:
    for candidate in (page, docs / page):
        if candidate.resolve().is_relative_to(docs.resolve()) and candidate.is_file():
            return candidate.resolve().relative_to(docs.resolve()).as_posix()
    return page.as_posix()
