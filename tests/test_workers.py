"""Several processes find in articles what one finds, in the same order, and one is enough."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent import futures
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

import pytest

from build_scripts import workers
from build_scripts.inputs import Inputs
from build_scripts.memory import one_by_one
from build_scripts.models import SourceFacts


def found(inputs: Inputs, how: object) -> Iterator[SourceFacts]:
    assert callable(how)
    yield from how(inputs.sources, inputs.records.actors, inputs.config, inputs.lexicon)


@pytest.fixture
def _many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "LEAST", 1)
    monkeypatch.setattr(workers, "_AT_ONCE", 2)
    monkeypatch.setattr(workers, "_cores", lambda: 2)


@pytest.mark.usefixtures("_many")
def test_several_processes_find_what_one_finds(inputs: Inputs) -> None:
    assert list(found(inputs, workers.by_many)) == list(found(inputs, one_by_one))


@pytest.mark.usefixtures("_many")
def test_where_no_process_can_be_started_one_is_enough(
    inputs: Inputs, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken(ProcessPoolExecutor):
        def map(self, *_: object, **__: object) -> Iterator[object]:
            raise BrokenProcessPool

    monkeypatch.setattr(futures, "ProcessPoolExecutor", Broken)
    assert list(found(inputs, workers.by_many)) == list(found(inputs, one_by_one))


def test_few_articles_start_no_process(inputs: Inputs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(futures, "ProcessPoolExecutor", None)
    assert list(found(inputs, workers.by_many)) == list(found(inputs, one_by_one))
