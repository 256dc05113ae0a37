"""What each command does: read, build, then write or render; returns what to say (but that it waits)."""

from __future__ import annotations

import difflib
import gc
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from build_scripts import again, blocks, drafting, workers, write
from build_scripts.checks import warnings
from build_scripts.errors import Fault, InvalidInput
from build_scripts.export import OF_ONE_ARTICLE
from build_scripts.memory import Memory
from build_scripts.models import Page
from build_scripts.outcome import Outcome
from build_scripts.pipeline import Inputs, Result, attempt, build, read_inputs, with_page
from build_scripts.progress import Watch, silent
from build_scripts.read import LIST, MEMORY, SHELVES, load_listing
from build_scripts.reviewing import TODAY, broken_rows
from build_scripts.saying import say


def generate(config_file: Path, *, check_only: bool = False, watch: Watch = silent) -> Outcome:
    """Write the generated parts of the pages and docs/data/; or only show what would change."""
    if check_only:
        watch("read", 0, 0)
        inputs = read_inputs(config_file)
        return _differences(inputs, build(inputs, watch))
    with _alone(config_file):
        return _generated(config_file, watch)


def build_site(config_file: Path, *, engine: str = "mkdocs", watch: Watch = silent) -> Outcome:
    """Generate, check, and render the site with an engine.

    Raises `CannotRender` before anything is written if it is not installed.
    """
    from build_scripts.render import engines  # a third of a short run goes into importing an engine

    render = engines.builder(engine)
    with _alone(config_file):
        outcome = _generated(config_file, watch)
        watch("render", 0, 0)
        render(config_file)
    return outcome


def serve(
    config_file: Path, *, port: int | None = None, is_over: Callable[[], bool] = lambda: False
) -> Outcome:
    """Preview the site; a save of a page, an article or the configuration shows the result."""
    from build_scripts.render import mkdocs as engine

    memory = Memory(workers.by_many)

    def renew() -> Mapping[str, str]:
        with _alone(config_file):
            outcome = _generated(config_file, memory=memory)
        for remark in outcome.remarks:
            say(remark, sys.stderr)
        return outcome.written

    engine.serve(config_file, renew, port=engine.PORT if port is None else port, is_over=is_over)
    return Outcome()


def check(config_file: Path, *, watch: Watch = silent) -> Outcome:
    """Check everything and write nothing; what a person should look at comes as warnings."""
    watch("read", 0, 0)
    with rarely_collected():
        inputs = read_inputs(config_file)
        result = build(inputs, watch)
    found = warnings(inputs.config, {page.path: page.text for page in inputs.pages})
    return Outcome(
        warnings=found,
        remarks=_edited(result),
        notices=_notices(result),
        summary=f"{_counts(result)}; {_number(len(found), 'warning')}",
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
    with _alone(config_file):
        return _written(inputs, build(replace(inputs, pages=pages)))


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
    with _alone(config_file):
        return replace(_written(inputs, build(fresh)), lines=(file,))


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
    with _alone(config_file):
        write.apply({listed: entry}, Path(inputs.config.root), {listed: before} if before else {})
        return replace(_generated(config_file), lines=(listed,))


ATTEMPTS = 5
"""How often a build begins anew because somebody saved a page while it ran."""


def _generated(config_file: Path, watch: Watch = silent, memory: Memory | None = None) -> Outcome:
    """Read, build and write; anew if a page was saved in between: the build never overwrites what it has
    not read."""
    memory = memory or Memory(workers.by_many)
    for number in range(1, ATTEMPTS + 1):
        watch("read", 0, 0)
        with rarely_collected():
            inputs = read_inputs(config_file)
            result = build(inputs, watch, memory)
        watch("write", 0, 0)
        try:
            outcome = _written(inputs, result)
        except write.ChangedMeanwhile:
            if number == ATTEMPTS:
                raise
            continue
        config, wanted = inputs.config, _files(inputs, result)
        data = {path: text for path, text in wanted.items() if path.startswith(f"{config.docs}/data/")}
        again.keep(config_file, (config.seeds, config.docs), inputs.rules, inputs.seen, data, outcome)
        return outcome
    raise AssertionError("a build is tried at least once")


_SELDOM = (200_000, 20, 1_000)
"""New objects before the youngest are looked through (17 MB more than at 50,000, and 8 % less time for
extraction); so many times before the next older ones are."""


@contextmanager
def rarely_collected() -> Iterator[None]:
    """Cycles of garbage are looked for among what is new alone: only extraction leaves any, and to look
    through millions of records for some, again and again, took 40 % of the time of comparing."""
    before = gc.get_threshold()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _alone(config_file: Path) -> AbstractContextManager[None]:
    """No other build writes in the configuration's folder meanwhile."""
    return write.locked(config_file.absolute().parent, lambda words: say(words, sys.stderr))


def _in_docs(page: Path, docs: Path) -> str:
    for candidate in (page, docs / page):
        if candidate.resolve().is_relative_to(docs.resolve()) and candidate.is_file():
            return candidate.resolve().relative_to(docs.resolve()).as_posix()
    return page.as_posix()


def _files(inputs: Inputs, result: Result) -> Mapping[str, str]:
    """Every file that the build wants, by its path relative to the configuration's folder."""
    docs = inputs.config.docs
    return {
        **{f"{docs}/{path}": text for path, text in result.pages.items()},
        **{f"{docs}/data/{name}": text for name, text in result.tables.items()},
    }


def _written(inputs: Inputs, result: Result) -> Outcome:
    files = _files(inputs, result)
    pages = {f"{inputs.config.docs}/{path}" for path in result.pages}
    was = {f"{inputs.config.docs}/{page.path}": page.text for page in inputs.pages}
    changed = write.apply(files, Path(inputs.config.root), {path: was.get(path) for path in pages})
    fresh = ((key, text()) for key, text in result.fresh.items())
    write.remember(Path(inputs.config.root) / MEMORY, fresh, result.keys.values())
    shelves = ((name, text()) for name, text in result.shelves.items())
    write.shelve(Path(inputs.config.root) / SHELVES, shelves)
    write.prune(Path(inputs.config.root), f"{inputs.config.docs}/data", OF_ONE_ARTICLE, result.tables)
    count = len(pages & set(changed))
    return Outcome(
        remarks=_edited(result),
        notices=_notices(result),
        written={path: files[path] for path in changed},
        summary=f"{_counts(result)}; {_number(count, 'page')} written, {len(pages) - count} unchanged",
    )


def _differences(inputs: Inputs, result: Result) -> Outcome:
    before: dict[str, Page] = {page.path: page for page in inputs.pages}
    lines: list[str] = []
    for path, text in result.pages.items():
        old = before[path].text if path in before else ""
        if old == text:
            continue
        name = f"{inputs.config.docs}/{path}"
        lines += (
            line.rstrip("\n")
            for line in difflib.unified_diff(
                old.splitlines(keepends=True),
                text.splitlines(keepends=True),
                name if path in before else "/dev/null",
                name,
            )
        )
    return Outcome(tuple(lines), _edited(result), _counts(result), differences=bool(lines))


def _edited(result: Result) -> tuple[str, ...]:
    """One remark for each block that people edited, with how the build's text differs."""
    remarks = []
    docs = result.briefing.config.docs
    for path, block in result.edited:
        diff = difflib.unified_diff(
            block.mine.splitlines(),
            block.theirs.splitlines(),
            "on the page",
            "from the build",
            lineterm="",
            n=0,
        )
        remarks.append(
            f"{docs}/{path}:{block.line}: block {block.name} is edited by hand and was kept.\n"
            f"    To give it back to the build: briefing restore {docs}/{path} {block.name}\n"
            + "\n".join(f"    {line}" for line in diff)
        )
    return tuple(remarks)


def _notices(result: Result) -> tuple[Fault, ...]:
    """One notice for each block that is published as people edited it."""
    docs = result.briefing.config.docs
    mend = "It is published as edited, and no longer updated; empty the block to give it back to the build."
    return tuple(
        Fault(f"{docs}/{path}", block.line, f"block {block.name} is edited by hand", mend)
        for path, block in result.edited
    )


def _counts(result: Result) -> str:
    facts = result.briefing.facts
    passages = sum(len(found.passages) for found in facts)
    contacts = len(result.briefing.findings.contacts)
    return ", ".join(
        (_number(len(facts), "article"), _number(passages, "passage"), _number(contacts, "contact"))
    )


def _number(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
