"""What was found in articles is kept between builds, and no build is another one for it."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_scripts import commands, remembered, shelves
from build_scripts.extract import extract
from build_scripts.inputs import Inputs, read_inputs
from build_scripts.models import Source
from build_scripts.pipeline import Result, build
from build_scripts.read import DOCUMENTS, MEMORY, SHELVES
from tests.bench.corpus import write_corpus

EXTRACTORS = Path(__file__).parent.parent / "build_scripts" / "extract"
BRIEFING = Path(__file__).parent / "briefing"
WORDS = ("Lakeside", "met", "not", "May 3, 2005", "12,000", "“", ".", "", "\n\n", "said")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("remembered")
    write_corpus(root, 3)
    return root


@pytest.fixture(scope="module")
def inputs(folder: Path) -> Inputs:
    found = read_inputs(folder / "mkdocs.yml")
    return replace(found, recall=lambda key: "", shelf=lambda name: "", documents=shelves.Shelf({}))


@pytest.fixture(scope="module")
def kept() -> dict[str, str]:
    """What the builds of all examples kept, so that each could be misled by every other."""
    return {}


@pytest.fixture(scope="module")
def shelved() -> dict[str, str]:
    """What the build before kept of its comparison, as the next one finds it."""
    return {}


def texts(result: Result) -> tuple[object, ...]:
    return dict(result.pages), dict(result.tables), result.review


def with_shelves(inputs: Inputs, shelved: dict[str, str]) -> Inputs:
    """The inputs as they are read where these shelves were kept."""
    documents = shelves.from_text(shelved.get(DOCUMENTS, ""))
    return replace(inputs, shelf=lambda name: shelved.get(name, ""), documents=documents)


def edited(inputs: Inputs, at: int, word: int, by: str, alias: bool, published: str) -> Inputs:
    """One word of an article exchanged; perhaps another date of publication, or another name of somebody."""
    which = at % len(inputs.sources)
    source = inputs.sources[which]
    parts = source.text.split(" ")
    parts[word % len(parts)] = by
    changed = replace(source, text=" ".join(parts), published=published or source.published)
    sources = (*inputs.sources[:which], changed, *inputs.sources[which + 1 :])
    first, *others = inputs.records.actors
    actors = (
        (replace(first, aliases=(by.strip(".“\n") or "Somebody",)), *others) if alias else (first, *others)
    )
    return replace(inputs, sources=sources, records=replace(inputs.records, actors=actors))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    at=st.integers(0, 9),
    word=st.integers(0, 999),
    by=st.sampled_from(WORDS),
    alias=st.booleans(),
    published=st.sampled_from(("", "2003-05-01", "2003-05")),
    without=st.integers(0, 5),
)
def test_a_build_that_remembers_gives_the_bytes_of_one_that_does_not(
    inputs: Inputs,
    kept: dict[str, str],
    shelved: dict[str, str],
    at: int,
    word: int,
    by: str,
    alias: bool,
    published: str,
    without: int,
) -> None:
    changed = edited(inputs, at, word, by, alias, published)
    changed = replace(changed, sources=tuple(s for n, s in enumerate(changed.sources) if n != without))
    anew = build(changed)
    kept.update((key, text()) for key, text in build(inputs).fresh.items())
    kept.update((key, text()) for key, text in anew.fresh.items())
    again = build(replace(with_shelves(changed, shelved), recall=lambda key: kept.get(key, "")))
    assert not again.fresh
    assert texts(again) == texts(anew)
    shelved.update((name, text()) for name, text in again.shelves.items())
    twice = build(with_shelves(changed, shelved))
    assert not twice.shelves
    assert texts(twice) == texts(anew)


STEPS = 24


@pytest.mark.long
def test_articles_come_go_and_change_and_no_build_is_another_one_for_what_was_kept(tmp_path: Path) -> None:
    """Enough of them that common words fill the index, and that each has more candidates than are scored."""
    write_corpus(tmp_path, 40)
    every = replace(read_inputs(tmp_path / "mkdocs.yml"), recall=lambda key: "", shelf=lambda name: "")
    facts: dict[str, str] = {}
    told: dict[str, str] = {}
    data: dict[str, str] = {}
    rng = random.Random(7)
    there = list(every.sources[:30])
    for _ in range(STEPS):
        away = [one for one in every.sources if all(one.id != other.id for other in there)]
        if away and rng.random() < 0.5:
            there.insert(rng.randrange(len(there)), rng.choice(away))
        elif rng.random() < 0.5:
            there.pop(rng.randrange(len(there)))
        there.sort(key=lambda one: one.id)
        given = replace(every, sources=tuple(there))
        at, word, by = rng.randrange(99), rng.randrange(999), rng.choice(WORDS)
        given = edited(given, at, word, by, rng.random() < 0.1, rng.choice(("", "", "2003-05-01")))
        there = list(given.sources)
        known = replace(given, recall=lambda key: facts.get(key, ""))
        again = build(
            replace(known, shelf=lambda name: told.get(name, ""), data=lambda name: data.get(name, ""))
        )
        data.clear()
        data.update(again.tables)
        facts.update((key, text()) for key, text in again.fresh.items())
        told.update((name, text()) for name, text in again.shelves.items())
        assert texts(build(known)) == texts(again)


def found() -> Iterator[tuple[str, str, Source, object]]:
    given = read_inputs(BRIEFING / "mkdocs.yml")
    keys = remembered.keys(given.sources, given.records.actors, given.config, "rules")
    for source in given.sources:
        facts = extract(source, given.records.actors, given.config, given.lexicon)
        yield keys[source.id], remembered.as_text(keys[source.id], facts, source), source, facts


def test_every_fact_comes_back_as_it_was() -> None:
    for key, text, source, facts in found():
        assert remembered.from_text(text, key, source) == facts


def test_what_is_not_whole_or_not_ours_is_nothing() -> None:
    key, text, source, _ = next(found())
    told = '[{"language": 3}, {"passages": [[1]]}]'
    head = f"{key} {remembered._digest(told)}"
    for broken in ("", "{}", "\n", key, text[:-1], text.replace("1", "2", 1), f"{head}\n{told}"):
        assert remembered.from_text(broken, key, source) is None
    assert remembered.from_text(text, "0" * 64, source) is None


def test_another_line_of_the_list_of_articles_is_no_other_article(inputs: Inputs) -> None:
    moved = tuple(replace(source, line=source.line + 5) for source in inputs.sources)
    actors, config = inputs.records.actors, inputs.config
    before = remembered.keys(inputs.sources, actors, config, inputs.rules)
    assert remembered.keys(moved, actors, config, inputs.rules) == before
    assert remembered.keys(moved, actors, config, "other words") != before
    assert remembered.keys(moved, actors[1:], config, inputs.rules) != before


def test_no_extractor_reads_what_no_key_holds() -> None:
    left_out = (*remembered._SETTINGS_ELSEWHERE, *remembered._ENTRY_ELSEWHERE)
    reads = re.compile(rf"\b(?:source|config)\.(?:{'|'.join(left_out)})\b")
    assert reads.search("found.source.line")
    for file in EXTRACTORS.rglob("*.py"):
        assert not reads.search(file.read_text("utf-8")), file


SHELVED = (DOCUMENTS, "credits", "differences", "pages", "runs", "scores", "standing", "tables", "words")
WRONG = (
    "3",
    "[]",
    "{}",
    '["x"]',
    '[["x"]]',
    '[1, [["x", 1, "full", true]]]',
    '["x", []]',
    '["k", "o", "n", 1, [["x", 1, "full", true]]]',
    '["k", 1.0, 0.5, "x", "x", [0.3], "f"]',
    '[["a b"], {"a": 1}, [], []]',
    '{"x": 3}',
    "null",
)


@pytest.mark.parametrize("value", WRONG)
def test_what_is_kept_of_a_comparison_may_be_of_any_form(inputs: Inputs, value: str) -> None:
    """Whoever can write the file can put another result there, but stops no build with anything else."""
    told = {name: text() for name, text in build(inputs).shelves.items()}
    assert set(told) == set(SHELVED)

    def shelf(name: str) -> str:
        wrong = "\n".join(f'"{key}"\t{value}' for key in shelves.from_text(told[name]))
        return f"{shelves._seal(wrong)}\n{wrong}"

    build(replace(inputs, shelf=shelf, documents=shelves.from_text(shelf(DOCUMENTS))))


def test_a_shelf_holds_what_the_last_run_asked_for() -> None:
    shelf = shelves.from_text(shelves.Shelf({"old": 1, "used": [2]}).followed().as_text())
    assert shelf.known("old") is None
    shelf = shelves.Shelf({"old": 1, "used": [2]})
    assert shelf.known("used") == [2]
    shelf.keep("new", "3")
    assert shelf.has_changed
    after = shelves.from_text(shelf.as_text())
    assert (after.known("used"), after.known("new"), after.known("old")) == ([2], "3", None)
    assert not after.has_changed
    for broken in ("", shelf.as_text()[:-1], shelf.as_text().replace("3", "4", 1), 'x\n"a"\t1'):
        assert shelves.from_text(broken).known("used") is None


def test_a_key_tells_texts_apart_where_they_end() -> None:
    assert (
        len({shelves.key(of) for of in (["ab", "c"], ["a", "bc"], ["abc"], ["ab", "c", ""], ["a\nb", "c"])})
        == 5
    )


def test_what_is_kept_may_be_broken_foreign_or_gone(tmp_path: Path) -> None:
    write_corpus(tmp_path, 2)
    config, memory = tmp_path / "mkdocs.yml", tmp_path / MEMORY
    commands.check(config)
    assert not memory.exists()
    commands.generate(config)
    commands.generate(config)  # which reads what the first one wrote
    data = tmp_path / "docs" / "data"
    before = {file.name: file.read_bytes() for file in data.glob("*.json")}
    whole = {file.name: file.read_bytes() for file in memory.glob("*.json")}
    assert len(whole) == 2
    (memory / "notes.json").write_text("somebody's", "utf-8")
    stale = memory / f"{'0' * 64}.json"
    stale.write_text("of an article that is gone", "utf-8")
    for name in whole:
        (memory / name).write_bytes(b"\xff" + whole[name][:50])
    compared = {file: file.read_bytes() for file in (tmp_path / SHELVES).glob("*.json")}
    assert {file.stem for file in compared} == {*SHELVED}
    for file in compared:
        file.write_bytes(compared[file][:-9])
    commands.generate(config)
    assert {file: file.read_bytes() for file in compared} == compared
    assert {file.name: file.read_bytes() for file in data.glob("*.json")} == before
    assert {name: (memory / name).read_bytes() for name in whole} == whole
    assert (memory / "notes.json").exists()
    assert not stale.exists()
