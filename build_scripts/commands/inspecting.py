"""Commands: what only looks in; what a person should look at, to be said, out. Nothing is written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from build_scripts.checks import warnings
from build_scripts.collecting import rarely_collected
from build_scripts.commands.summary import counts, edited, notices, number
from build_scripts.errors import InvalidInput
from build_scripts.inputs import read_inputs
from build_scripts.outcome import Outcome
from build_scripts.pipeline import attempt, build
from build_scripts.progress import Watch, silent
from build_scripts.reviewing import TODAY, broken_rows


def check(config_file: Path, *, watch: Watch = silent) -> Outcome:
    """Check everything and write nothing; what a person should look at comes as warnings."""
    watch("read", 0, 0)
    with rarely_collected():
        inputs = read_inputs(config_file)
        result = build(inputs, watch)
    found = warnings(inputs.config, {page.path: page.text for page in inputs.pages})
    return Outcome(
        warnings=found,
        remarks=edited(result),
        notices=notices(result),
        summary=f"{counts(result)}; {number(len(found), 'warning')}",
    )


def review(config_file: Path) -> Outcome:
    """List what waits for a person, most important first; what stops the build stands at the top."""
    try:
        result, faults = attempt(read_inputs(config_file))
    except InvalidInput as error:
        result, faults = None, error.faults
    today = date.today().isoformat()
    rows = tuple(
        replace(row, how=row.how.replace(TODAY, today))
        for row in (*broken_rows(faults), *(result.review if result else ()))
    )
    remarks = () if result else ("The rest of the list follows when these are mended.",)
    return Outcome(remarks=remarks, rows=rows, summary=f"{len(rows)} to look at")
