"""Command line: articles in, what is found in them out, in their order, by several processes where it pays.

What is found in one article hangs on no other one: the result is the same by one process or many.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from build_scripts.extract import extract
from build_scripts.memory import one_by_one
from build_scripts.models import Actor, Config, Lexicon, Source, SourceFacts

LEAST = 400
"""Articles from which it pays: each process reads fifty in the time that it takes to start."""
MOST = 8
"""Processes: each holds the program and its words, some 100 MB."""
_AT_ONCE = 16
"""Articles that a process is given at a time."""


def by_many(
    sources: Sequence[Source], actors: tuple[Actor, ...], config: Config, lexicon: Lexicon
) -> Iterator[SourceFacts]:
    """What is found in each source; by this process alone where there are few sources, or one core."""
    count = min(_cores(), MOST)
    done = 0
    if len(sources) >= LEAST and count > 1:
        # Here, as they take a fortieth of a short run to import.
        import multiprocessing
        from concurrent.futures import ProcessPoolExecutor
        from concurrent.futures.process import BrokenProcessPool

        # Started anew, not forked: the same on every system, and no lock or thread is copied in midair.
        context = multiprocessing.get_context("spawn")
        try:
            with ProcessPoolExecutor(count, context, _begin, (actors, config, lexicon)) as pool:
                for found in pool.map(_found, sources, chunksize=_AT_ONCE):
                    yield found
                    done += 1
        except (BrokenProcessPool, OSError):  # a system that lets nobody start processes, or ended one
            pass
    yield from one_by_one(sources[done:], actors, config, lexicon)


def _cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


_GIVEN: list[tuple[tuple[Actor, ...], Config, Lexicon]] = []
"""What a process was given when it began."""


def _begin(actors: tuple[Actor, ...], config: Config, lexicon: Lexicon) -> None:
    _GIVEN[:] = [(actors, config, lexicon)]


def _found(source: Source) -> SourceFacts:
    return extract(source, *_GIVEN[0])
