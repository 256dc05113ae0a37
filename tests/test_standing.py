"""Pages that stand as an earlier run left them are those that would be told anew, whatever people change."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from build_scripts import shelves
from build_scripts.errors import Faults
from build_scripts.export import of_articles
from build_scripts.inputs import Inputs, read_inputs, with_page
from build_scripts.models import Page, Withdrawal
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
    named = [page for page in inputs.pages if page.path.startswith(folder) and "index" not in page.path]
    return rng.choice(named)


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


def other_lineage(inputs: Inputs, rng: random.Random) -> Inputs:
    other = rng.choice(inputs.sources).id
    return with_source(inputs, rng, lineage_with=(other,), lineage_why="One desk wrote both.")


def prose(inputs: Inputs, rng: random.Random) -> Inputs:
    """Sentences that cite articles: their passages are shown now, and name the page that cites them."""
    page = some_page(inputs, rng, "actors/")
    cited = " ".join(
        f'[@{source.id} "{source.text.rstrip().rpartition(". ")[2]}"]'
        for source in rng.sample(inputs.sources, 5)
    )
    return with_page(inputs, page.path, f"{page.text}\nAs some have it {cited}.\n")


def reviewed_later(inputs: Inputs, rng: random.Random) -> Inputs:
    texts = {
        page.path: page.text.replace("reviewed: 2021-05-06", "reviewed: 2022-07-08") for page in inputs.pages
    }
    return of_pages(inputs, texts)


def by_hand(inputs: Inputs, rng: random.Random) -> Inputs:
    page = some_page(inputs, rng, rng.choice(("sources/", "chronology/")))
    return with_page(inputs, page.path, page.text.replace("## ", "## Edited: ", 1))


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


def told(result: Result) -> tuple[object, ...]:
    return result.pages, result.tables, result.review, result.edited


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Inputs, dict[str, str], dict[str, str]]:
    """A briefing with the pages that a first run wrote; what that run kept of articles, and beside it."""
    root = tmp_path_factory.mktemp("standing")
    write_corpus(root, 14)
    inputs = replace(read_inputs(root / "mkdocs.yml"), documents=shelves.Shelf({}))
    first = build(inputs)
    kept = {name: text() for name, text in first.shelves.items()}
    return of_pages(inputs, dict(first.pages)), {key: text() for key, text in first.fresh.items()}, kept


def after(given: Inputs, kept: dict[str, str], data: dict[str, str]) -> Inputs:
    """The inputs as the next run finds them: what was kept, and the data as they stand."""
    return replace(given, shelf=lambda name: kept.get(name, ""), data=lambda name: data.get(name, ""))


def walk(
    written: tuple[Inputs, dict[str, str], dict[str, str]], changes: tuple[Change, ...], seed: int
) -> None:
    rng = random.Random(seed)
    inputs, facts, kept = written[0], dict(written[1]), dict(written[2])
    data: dict[str, str] = {}
    for change in changes:
        given = replace(change(inputs, rng), recall=lambda key: facts.get(key, ""), shelf=lambda name: "")
        anew, faults = attempt(given)
        if anew is None or faults:
            continue
        again = build(after(given, kept, data))
        assert told(again) == told(anew), change
        facts.update((key, text()) for key, text in anew.fresh.items())
        kept.update((name, text()) for name, text in again.shelves.items())
        data = dict(again.tables)
        if rng.random() < 0.2:  # somebody wrote into the data, or took a file away
            name = rng.choice(sorted(data))
            data[name] = rng.choice(("", data[name].replace("e", "a", 1)))
        inputs = of_pages(given, dict(again.pages))


@pytest.mark.parametrize("at", range(0, len(CHANGES), 4))
def test_every_change_is_seen_on_the_pages_that_stood(
    written: tuple[Inputs, dict[str, str], dict[str, str]], at: int
) -> None:
    walk(written, CHANGES[at : at + 4], at)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(12))
def test_changes_in_any_order_are_seen(
    written: tuple[Inputs, dict[str, str], dict[str, str]], seed: int
) -> None:
    rng = random.Random(seed)
    walk(written, tuple(rng.choice(CHANGES) for _ in range(20)), seed)


def test_a_second_run_tells_no_article_and_no_contact_again(
    written: tuple[Inputs, dict[str, str], dict[str, str]],
) -> None:
    """Or all of this would hold for want of any page that stands."""
    inputs, facts, kept = written
    given = replace(inputs, recall=lambda key: facts.get(key, ""), shelf=lambda name: kept.get(name, ""))
    assert SHELF in kept
    assert SHELF not in build(given).shelves


def test_a_second_run_cuts_the_rows_of_articles_from_the_files_that_stand_there(
    written: tuple[Inputs, dict[str, str], dict[str, str]], monkeypatch: pytest.MonkeyPatch
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
def test_what_is_kept_of_pages_may_be_of_any_form(
    written: tuple[Inputs, dict[str, str], dict[str, str]], value: str
) -> None:
    inputs, facts, kept = written
    keys = list(shelves.from_text(kept[SHELF]))
    wrong = "\n".join(f'"{key}"\t{value}' for key in keys)
    sealed = {**kept, SHELF: f"{shelves._seal(wrong)}\n{wrong}"}
    given = replace(inputs, recall=lambda key: facts.get(key, ""))
    assert told(build(replace(given, shelf=lambda name: sealed.get(name, "")))) == told(build(given))
