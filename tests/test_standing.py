"""Pages that stand as an earlier run left them are those that would be told anew, whatever people change."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from build_scripts import shelves
from build_scripts.errors import Faults
from build_scripts.export import of_articles
from build_scripts.extract import find_passages
from build_scripts.inputs import Inputs, read_inputs, with_page
from build_scripts.models import Page, Source, Withdrawal
from build_scripts.pages import (
    actor_index,
    actors,
    chronology_parts,
    comparison_lists,
    long_lists,
    source_index,
)
from build_scripts.parts import owner_of
from build_scripts.pipeline import Result, attempt, build
from build_scripts.read import page_of, read_records
from build_scripts.standing import SHELF
from tests.bench.corpus import write_corpus

Change = Callable[[Inputs, random.Random], Inputs]


def of_pages(inputs: Inputs, texts: dict[str, str]) -> Inputs:
    """The same with the pages that a build wrote."""
    faults = Faults()
    read = (page_of(text, path, f"docs/{path}", faults) for path, text in sorted(texts.items()))
    pages = tuple(page for page in read if page)
    return replace(inputs, pages=pages, records=read_records(pages, inputs.config, faults))


def some_page(inputs: Inputs, rng: random.Random, folder: str) -> Page:
    """A record's page: a part of a list says nothing of its own."""
    named = (page for page in inputs.pages if page.path.startswith(folder) and "index" not in page.path)
    return rng.choice([page for page in named if not owner_of(page.path)])


def with_source(inputs: Inputs, rng: random.Random, **values: Any) -> Inputs:
    at = rng.randrange(len(inputs.sources))
    sources = list(inputs.sources)
    sources[at] = replace(sources[at], **values)
    return replace(inputs, sources=tuple(sources))


def in_front(inputs: Inputs, page: Page, line: str) -> Inputs:
    return with_page(inputs, page.path, page.text.replace("---\n", f"---\n{line}\n", 1))


def a_word(inputs: Inputs, rng: random.Random) -> Inputs:
    at = rng.randrange(len(inputs.sources))
    words = inputs.sources[at].text.split(" ")
    words[rng.randrange(len(words))] = rng.choice(("Lakeside", "not", "12,000", "said", "May 3, 2005"))
    sources = list(inputs.sources)
    sources[at] = replace(sources[at], text=" ".join(words))
    return replace(inputs, sources=tuple(sources))


def without_an_article(inputs: Inputs, rng: random.Random) -> Inputs:
    """With its page, which would name an article that is not there."""
    gone = rng.choice(inputs.sources).id
    sources = tuple(source for source in inputs.sources if source.id != gone)
    texts = {page.path: page.text for page in inputs.pages if page.path != f"sources/{gone}.md"}
    return of_pages(replace(inputs, sources=sources), texts)


def another_article(inputs: Inputs, rng: random.Random) -> Inputs:
    """It tells what another tells, and something else."""
    like, other = rng.sample(inputs.sources, 2)
    id = f"new{rng.randrange(999)}"
    text = f"{like.text.rpartition('. ')[0]}. {other.text[len(other.text) // 2 :].partition('. ')[2]}"
    new = replace(
        like, id=id, file=f"{id}.txt", text=text, published=rng.choice(("2001-02-03", "")), label=""
    )
    sources = tuple(sorted((*inputs.sources, new), key=lambda one: one.id))
    return replace(inputs, sources=sources)


def planned(inputs: Inputs, rng: random.Random) -> Inputs:
    return in_front(inputs, some_page(inputs, rng, "chronology/"), 'status: planned\nwhy: "It is."')


def other_lineage(inputs: Inputs, rng: random.Random) -> Inputs:
    other = rng.choice(inputs.sources).id
    return with_source(inputs, rng, lineage_with=(other,), lineage_why="One desk wrote both.")


def prose(inputs: Inputs, rng: random.Random) -> Inputs:
    """A sentence that cites articles: their passages are shown now, and name the page that cites them."""
    page = some_page(inputs, rng, "actors/")
    every = (one for source in rng.sample(inputs.sources, 3) for one in find_passages(source, inputs.lexicon))
    cited = " ".join(f"[@{one.source}#{one.id}]" for one in every)
    return with_page(inputs, page.path, f"{page.text}\nAs some have it {cited}.\n")


def reviewed_later(inputs: Inputs, rng: random.Random) -> Inputs:
    texts = {
        page.path: page.text.replace("reviewed: 2021-05-06", "reviewed: 2022-07-08") for page in inputs.pages
    }
    return of_pages(inputs, texts)


def by_hand(inputs: Inputs, rng: random.Random) -> Inputs:
    page = some_page(inputs, rng, rng.choice(("sources/", "chronology/")))
    return with_page(inputs, page.path, page.text.replace("## ", "## Edited: ", 1))


def retitled(inputs: Inputs, rng: random.Random) -> Inputs:
    page = some_page(inputs, rng, "chronology/")
    return with_page(inputs, page.path, page.text.replace('title: "', 'title: "What they call ', 1))


def without_a_part(inputs: Inputs, rng: random.Random) -> Inputs:
    """Somebody took away pages of lists."""
    texts = {page.path: page.text for page in inputs.pages if "--" not in page.path or rng.random() < 0.5}
    return of_pages(inputs, texts)


def emptied(inputs: Inputs, rng: random.Random) -> Inputs:
    page = some_page(inputs, rng, rng.choice(("sources/", "chronology/")))
    name = rng.choice(("scope", "evidence", "text"))
    block = re.compile(rf"(<!-- generated: {name} -->\n).*?(<!-- end)", re.DOTALL)
    return with_page(inputs, page.path, block.sub(r"\1\2", page.text))


CHANGES: tuple[Change, ...] = (
    a_word,
    without_an_article,
    other_lineage,
    prose,
    by_hand,
    emptied,
    another_article,
    planned,
    retitled,
    without_a_part,
    lambda inputs, rng: with_source(inputs, rng, publisher="The Morning Post"),
    lambda inputs, rng: with_source(inputs, rng, published=rng.choice(("2001-02-03", "1999", ""))),
    lambda inputs, rng: with_source(inputs, rng, label=f"L{rng.randrange(99)}"),
    lambda inputs, rng: with_source(inputs, rng, show="full", rights="Ours."),
    lambda inputs, rng: with_source(inputs, rng, withdrawn=Withdrawal("2020-01-02", "It was forged.")),
    lambda inputs, rng: in_front(inputs, some_page(inputs, rng, "chronology/"), "reviewed: 2021-05-06"),
    reviewed_later,
    lambda inputs, rng: in_front(inputs, some_page(inputs, rng, "chronology/"), 'place: Mill\nwhy: "It is."'),
    lambda inputs, rng: in_front(inputs, some_page(inputs, rng, "chronology/"), "dismissed: It was none."),
    lambda inputs, rng: in_front(inputs, some_page(inputs, rng, "actors/"), "page: false"),
    lambda inputs, rng: in_front(inputs, some_page(inputs, rng, "actors/"), "aliases: [The Envoy]"),
    lambda inputs, rng: replace(inputs, config=replace(inputs.config, drafts="hold")),
)


TELLING: tuple[Change, ...] = (
    *(without_a_part, retitled, another_article, planned),
    *(other_lineage, without_an_article, a_word, prose),
)
"""Those that lists show first."""


def told(result: Result) -> tuple[object, ...]:
    return result.pages, result.tables, result.review, result.edited


Written = tuple[Inputs, dict[str, str], dict[str, str]]
"""A briefing with the pages that a first run wrote; what that run kept of articles, and beside it."""


def with_office(source: Source, inputs: Inputs) -> Source:
    """The article with a sentence that describes somebody, and that no other article has."""
    at, actors = int(source.id), inputs.records.actors
    if at >= len(DID):
        return source
    said = f"{actors[at].name}, the {OFFICES[at % 3]} of the harbour board, {DID[at]}."
    return replace(source, text=f"{source.text.rstrip()}\n\n{said}\n")


def first_run(root: Path) -> Written:
    write_corpus(root, 14)
    inputs = replace(read_inputs(root / "mkdocs.yml"), documents=shelves.Shelf({}))
    sources = tuple(with_office(source, inputs) for source in inputs.sources)
    inputs = replace(inputs, sources=sources)
    first = build(inputs)
    kept = {name: text() for name, text in first.shelves.items()}
    return of_pages(inputs, dict(first.pages)), {key: text() for key, text in first.fresh.items()}, kept


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    return first_run(tmp_path_factory.mktemp("standing"))


OFFICES = ("chairman", "secretary", "envoy")
DID = (
    *("kept silent", "walked home with a dog in heavy rain", "sold horses to a baker", "collects old stamps"),
    *("wrote a book on soups", "fell off a ladder", "sings every morning", "painted a fence green"),
)
LIMITS = (
    *((long_lists, "MOST"), (actors, "MOST_CONTACTS"), (actors, "MOST_ARTICLES"), (actor_index, "MOST")),
    *((source_index, "MOST"), (comparison_lists, "LISTED"), (chronology_parts, "MOST_ON_ONE_PAGE")),
)


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages hold so little that all lists have further pages."""
    for module, limit in LIMITS:
        monkeypatch.setattr(module, limit, 3)


@pytest.fixture(scope="module")
def divided(tmp_path_factory: pytest.TempPathFactory) -> Written:
    with pytest.MonkeyPatch.context() as patched:
        for module, limit in LIMITS:
            patched.setattr(module, limit, 3)
        return first_run(tmp_path_factory.mktemp("divided"))


def after(given: Inputs, kept: dict[str, str], data: dict[str, str]) -> Inputs:
    """The inputs as the next run finds them: what was kept, and the data as they stand."""
    return replace(given, shelf=lambda name: kept.get(name, ""), data=lambda name: data.get(name, ""))


def walk(written: Written, changes: tuple[Change, ...], seed: int) -> int:
    """Make one change after another; how many of them came to a build."""
    rng = random.Random(seed)
    inputs, facts, kept = written[0], dict(written[1]), dict(written[2])
    data: dict[str, str] = {}
    seen = 0
    for change in changes:
        given = replace(change(inputs, rng), recall=lambda key: facts.get(key, ""), shelf=lambda name: "")
        anew, faults = attempt(given)
        if anew is None or faults:
            continue
        again = build(after(given, kept, data))
        assert told(again) == told(anew), change
        seen += 1
        facts.update((key, text()) for key, text in anew.fresh.items())
        kept.update((name, text()) for name, text in again.shelves.items())
        data = dict(again.tables)
        if rng.random() < 0.2:  # somebody wrote into the data, or took a file away
            name = rng.choice(sorted(data))
            data[name] = rng.choice(("", data[name].replace("e", "a", 1)))
        inputs = of_pages(given, dict(again.pages))
    return seen


@pytest.mark.parametrize("at", range(0, len(CHANGES), 4))
def test_every_change_is_seen_on_the_pages_that_stood(written: Written, at: int) -> None:
    walk(written, CHANGES[at : at + 4], at)


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize("at", range(0, 8, 4))
def test_every_change_is_seen_on_the_further_pages_of_lists(divided: Written, at: int) -> None:
    assert sum("--" in page.path for page in divided[0].pages) > 100
    assert walk(divided, TELLING[at : at + 4], at) == 4


@pytest.mark.long
@pytest.mark.usefixtures("short")
@pytest.mark.parametrize("seed", range(12))
def test_changes_in_any_order_are_seen_on_the_further_pages_of_lists(divided: Written, seed: int) -> None:
    rng = random.Random(seed)
    walk(divided, tuple(rng.choice(CHANGES) for _ in range(20)), seed)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(12))
def test_changes_in_any_order_are_seen(written: Written, seed: int) -> None:
    rng = random.Random(seed)
    walk(written, tuple(rng.choice(CHANGES) for _ in range(20)), seed)


def test_a_second_run_tells_no_article_and_no_contact_again(
    written: Written,
) -> None:
    """Or all of this would hold for want of any page that stands."""
    inputs, facts, kept = written
    given = replace(inputs, recall=lambda key: facts.get(key, ""), shelf=lambda name: kept.get(name, ""))
    assert SHELF in kept
    assert SHELF not in build(given).shelves


def test_a_second_run_cuts_the_rows_of_articles_from_the_files_that_stand_there(
    written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    inputs, facts, kept = written
    given = replace(inputs, recall=lambda key: facts.get(key, ""), shelf=lambda name: kept.get(name, ""))
    first = build(given)
    kept = {**kept, **{name: text() for name, text in first.shelves.items()}}
    monkeypatch.setattr(of_articles, "passages", lambda *given, **more: pytest.fail("told anew"))
    assert build(after(given, kept, dict(first.tables))).tables == first.tables


@pytest.mark.parametrize(
    "value", ["3", "[]", "{}", '["x"]', '{"index.md": 3}', '{"no/such.md": "x"}', "null"]
)
def test_what_is_kept_of_pages_may_be_of_any_form(written: Written, value: str) -> None:
    inputs, facts, kept = written
    keys = list(shelves.from_text(kept[SHELF]))
    wrong = "\n".join(f'"{key}"\t{value}' for key in keys)
    sealed = {**kept, SHELF: f"{shelves._seal(wrong)}\n{wrong}"}
    given = replace(inputs, recall=lambda key: facts.get(key, ""))
    assert told(build(replace(given, shelf=lambda name: sealed.get(name, "")))) == told(build(given))
