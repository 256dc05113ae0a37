"""What was measured in, tables of it out; ratios are of CPU seconds, which hold on a busy machine too."""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

HEAD = (
    "| run | articles | wall s | CPU s | peak MB | CPU ms an article | against the size before |",
    "|---|--:|--:|--:|--:|--:|--:|",
)


@dataclass(frozen=True, slots=True)
class Stage:
    """What one stage took, and the memory of the run at its end."""

    wall: float
    cpu: float
    megabytes: float


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took."""

    wall: float
    cpu: float
    megabytes: float
    stages: dict[str, Stage] = field(default_factory=dict)


Found = Mapping[int, Mapping[str, Run]]
"""By size, the runs by their names."""


def machine() -> str:
    """Where and when this was measured, as the head of the first table."""
    when = time.strftime("%Y-%m-%d")
    return "\n".join((f"{platform.python_version()}, {os.cpu_count()} cores, {when}\n", *HEAD))


def table_of_runs(size: int, runs: Mapping[str, Run], found: Found) -> Iterator[str]:
    """A line for each run of a size, with its ratio to the largest smaller size."""
    smaller = max((one for one in found if one < size), default=0)
    for what, run in runs.items():
        before = found[smaller].get(what) if smaller else None
        ratio = f"{(run.cpu / size) / (before.cpu / smaller):.2f}" if before else ""
        figures = f"{run.wall:.2f} | {run.cpu:.2f} | {run.megabytes:,.0f} | {1000 * run.cpu / size:.1f}"
        yield f"| {what} | {size:,} | {figures} | {ratio} |"


def summary(found: Found) -> Iterator[str]:
    """The ratios within one run that the bounds are about."""
    yield ""
    for size, runs in found.items():
        cold = runs["cold"].cpu
        parts = [
            f"{what} {100 * runs[what].cpu / cold:.0f} % of a cold run"
            for what in ("nothing new", "one article changed", "one article more")
        ]
        if "rendering" in runs:
            drawn = runs["rendering"].cpu
            parts += [
                f"cold {100 * cold / drawn:.0f} % of rendering",
                f"one article changed {100 * runs['one article changed'].cpu / drawn:.0f} % of rendering",
                f"rendering {drawn / runs['stock Material'].cpu:.1f} times stock Material",
            ]
        yield f"- {size:,} articles: {'; '.join(parts)}."


def table_of_stages(found: Found, names: Iterable[str]) -> Iterator[str]:
    """For each stage of some runs: CPU seconds and memory by size, and its growth from size to size."""
    for name in names:
        yield f"\nStages, {name}: CPU s (wall s), peak MB so far, CPU an article against the size before\n"
        yield f"| stage | {' | '.join(f'{size:,}' for size in found)} |"
        yield f"|---|{'--:|' * len(found)}"
        for stage in dict.fromkeys(stage for runs in found.values() for stage in runs[name].stages):
            yield f"| {stage} | {' | '.join(_cells(stage, name, found))} |"


def _cells(stage: str, name: str, found: Found) -> Iterator[str]:
    last: tuple[int, float] | None = None
    for size, runs in found.items():
        spent = runs[name].stages.get(stage)
        if spent is None:
            yield ""
            continue
        grown = ""
        if last and last[1] >= _LEAST and spent.cpu >= _LEAST:
            grown = f", ×{(spent.cpu / size) / (last[1] / last[0]):.2f}"
        last = size, spent.cpu
        yield f"{spent.cpu:.2f} ({spent.wall:.2f}), {spent.megabytes:,.0f}{grown}"


_LEAST = 0.05
"""CPU seconds below which a ratio says nothing: the system counts them by the hundredth."""
