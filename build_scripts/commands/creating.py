"""Commands: a record or an article that has no page or entry yet in; one with what is known, written, out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from build_scripts import drafting, write
from build_scripts.commands.writing import alone, generated, written
from build_scripts.errors import Fault, InvalidInput
from build_scripts.inputs import read_inputs, with_page
from build_scripts.outcome import Outcome
from build_scripts.pipeline import Result, build
from build_scripts.read import LIST, load_listing


def new_page(
    config_file: Path,
    draft: Callable[[Result], tuple[str, str]],
    more: Callable[[str, str, Result], str] = lambda path, text, result: text,
) -> Outcome:
    """Write a page with what is known, and let the build fill it; `more` adds what is known once it is there.

    Raises `InvalidInput` if there is such a page, or if what was given is no valid record.
    """
    inputs = read_inputs(config_file)
    path, text = draft(build(inputs))
    file = f"{inputs.config.docs}/{path}"
    if any(page.path == path for page in inputs.pages):
        raise InvalidInput(
            (Fault(file, 0, "there is such a page already", "Edit it, or give another name."),)
        )
    fresh = with_page(inputs, path, text)
    fresh = with_page(inputs, path, more(path, text, build(fresh)))
    with alone(config_file):
        return replace(written(inputs, build(fresh)), lines=(file,))


def new_source(config_file: Path, article: str) -> Outcome:
    """Add an entry for an article to sources.yml, with what its text states.

    Raises `InvalidInput` if there is no such article, or if it has an entry.
    """
    inputs = read_inputs(config_file)
    result = build(inputs)
    listed = f"{inputs.config.seeds}/{LIST}"
    source = next((one for one in result.briefing.sources if one.file == Path(article).name), None)
    if source is None:
        mend = f"Put the article into {inputs.config.seeds}/ as a UTF-8 text file first."
        raise InvalidInput((Fault(article, 0, "no such article", mend),))
    if source.line:
        raise InvalidInput((Fault(listed, source.line, f"{source.file} has an entry already", "Edit it."),))
    before = load_listing(inputs.config)
    start = before or drafting.SCHEMA_LINE
    gap = "" if start.endswith("\n") else "\n"
    entry = f"{start}{gap}{drafting.entry(source, inputs.config)}"
    with alone(config_file):
        write.apply({listed: entry}, Path(inputs.config.root), {listed: before} if before else {})
        return replace(generated(config_file), lines=(listed,))
