"""The parsers under fuzz: bytes in; an exception of ours or none, and what must hold of every result."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from build_scripts import blocks, edtf, text
from build_scripts.citations import Found, Malformed, Resolver, find_citations, parse_one
from build_scripts.errors import Faults
from build_scripts.extract import extract, find_passages
from build_scripts.extract.dates import find_dates
from build_scripts.inputs import Inputs, read_inputs
from build_scripts.models import Config, Source
from build_scripts.read import load_lexicon, page_of, read_records
from build_scripts.read.disk import decoded
from build_scripts.read.limits import article_fits

OTHER = Path(__file__).parents[1] / "other" / "mkdocs.yml"
_INPUTS: list[Inputs] = []


def _inputs() -> Inputs:
    if not _INPUTS:
        _INPUTS.append(read_inputs(OTHER))
    return _INPUTS[0]


def _source(data: bytes) -> Source | None:
    faults = Faults()
    words = decoded(data, "a.txt", faults)
    if words is None or not article_fits(words, "a.txt", faults):
        assert faults.found
        return None
    return Source("a", "a.txt", "A", words, "")


def articles(data: bytes) -> None:
    """Every fact of an article points at the words that it has."""
    source = _source(data)
    if source is None:
        return
    inputs = _inputs()
    facts = extract(source, inputs.records.actors, inputs.config, inputs.lexicon)
    ids = [passage.id for passage in facts.passages]
    assert len(ids) == len(set(ids))
    for each in (*facts.passages, *facts.mentions, *facts.dates, *facts.figures, *facts.quotations):
        assert source.text[each.start : each.end] == each.text


def pages(data: bytes) -> None:
    """A page is read, or refused with faults; nothing in it is anything but text."""
    faults = Faults()
    words = decoded(data, "docs/actors/a.md", faults)
    if words is None:
        return
    for path in ("actors/a.md", "chronology/a.md", "comparisons/a.md", "summit.md"):
        page = page_of(words, path, f"docs/{path}", faults)
        assert page is not None or faults.found
        if page is not None:
            assert page.text == words
            read_records((page,), _config(), faults)


def _config() -> Config:
    return _inputs().config


def regions(data: bytes) -> None:
    """Prose comes back; updating twice is updating once; faults leave the page alone."""
    words = data.decode("utf-8", "replace")
    new = {"a": "new", "b": ""}
    updated = blocks.update(words, new)
    if updated.faults:
        assert updated.text == words
        return
    again = blocks.update(updated.text, new)
    assert (again.text, again.faults) == (updated.text, ())
    for start, end in blocks.prose_ranges(words):
        assert (
            "<!-- generated: a -->" not in words[start:end] or "`" in words or "~" in words or "    " in words
        )


def citations(data: bytes) -> None:
    """What is found is what the source says, in the place that is named."""
    words = data.decode("utf-8", "replace")
    first, _, rest = words.partition("\n")
    source = Source("a", "a.txt", "A", first or "Arden met Corran.", "")
    known = find_passages(source, load_lexicon("en"))
    resolver = Resolver(known)
    found, _malformed = find_citations(rest)
    alone = parse_one(rest)
    for citation in (*found, *(() if isinstance(alone, Malformed) else (alone,))):
        resolved = resolver.resolve(citation)
        if isinstance(resolved, Found):
            for start, end in resolved.spans:
                assert resolved.passage.start <= start < end <= resolved.passage.end
            if citation.words and "[" not in citation.words:
                start, end = resolved.spans[0][0], resolved.spans[-1][1]
                said = text.fold(source.text[start:end]).text.strip()
                assert said == text.fold(citation.words).text.strip(), (said, citation.words)


def dates(data: bytes) -> None:
    """A value is valid, has bounds in order, and can be told; the words are those of the article."""
    words = data.decode("utf-8", "replace")
    if edtf.is_valid(words):
        bounds = edtf.bounds(words)
        assert bounds is None or bounds[0] <= bounds[1]
        assert edtf.in_words(words)
        edtf.sort_key(words)
    source = Source("a", "a.txt", "A", words, "", published="1998-06-05")
    lexicon = load_lexicon("en")
    for one in find_dates(source, find_passages(source, lexicon), lexicon):
        assert not one.edtf or edtf.is_valid(one.edtf), one
        assert words[one.start : one.end] == one.text


PARSERS: dict[str, Callable[[bytes], None]] = {
    "articles": articles,
    "pages": pages,
    "blocks": regions,
    "citations": citations,
    "dates": dates,
}
