"""Citations fail closed: no altered form of the briefing's quotations is found, nearly every variant is.

The short form takes a few hundred of each kind; `make test-long` takes all of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

import pytest

from build_scripts.citations import Found, Resolver, find_citations
from build_scripts.cited import prose_citations
from build_scripts.evidence import record_citations
from build_scripts.inputs import Inputs
from build_scripts.models import Citation, Passage
from build_scripts.pipeline import Result
from tests.alterations import altered, stands_in, variants

KINDS = ("digit", "sign", "negation", "name", "date", "order", "dropped", "homoglyph", "zero width")
FEW = 300
ALL = 10**9


@dataclass(frozen=True)
class Quoted:
    """What the briefing really cites, and the articles that it cites from."""

    citations: tuple[Citation, ...]
    passages: dict[str, tuple[Passage, ...]]
    names: tuple[str, ...]
    resolver: Resolver

    def is_found(self, citation: Citation, words: str) -> bool:
        """Whether a page that cites these words is right, from its Markdown on."""
        place = f"{citation.source}#{citation.passage}" if citation.passage else citation.source
        found, malformed = find_citations(f'It is said [@{place} "{words}"].\n')
        return not malformed and [isinstance(self.resolver.resolve(one), Found) for one in found] == [True]


@pytest.fixture(scope="module")
def quoted(inputs: Inputs, result: Result) -> Quoted:
    passages = {found.source.id: found.passages for found in result.briefing.facts}
    everywhere = [citation for page in inputs.pages for citation in prose_citations(page.text)]
    cited = (*everywhere, *record_citations(inputs.records))
    citations = {(one.source, one.passage, one.words): one for one in cited if one.words}
    names = sorted({name for _, _, words in citations for name in re.findall(r"\b[A-Z][a-z]{4,}", words)})
    return Quoted(
        citations=tuple(replace(one, words=" ".join(one.words.split())) for one in citations.values()),
        passages=passages,
        names=tuple(names[:: max(1, len(names) // 6)]),
        resolver=Resolver(each for found in passages.values() for each in found),
    )


def _altered(quoted: Quoted, most: int) -> list[tuple[str, Citation, str]]:
    """Alterations of all quotations, without those that happen to stand in the article elsewhere."""
    said = {source: [one.text for one in found] for source, found in quoted.passages.items()}
    found = (
        (kind, one, words) for one in quoted.citations for kind, words in altered(one.words, quoted.names)
    )
    taken = _spread(found, most)
    return [(kind, one, words) for kind, one, words in taken if not stands_in(words, said[one.source])]


def _spread(found: Iterable[tuple[str, Citation, str]], most: int) -> list[tuple[str, Citation, str]]:
    """At most so many of each kind, spread over all quotations."""
    by_kind: dict[str, list[tuple[str, Citation, str]]] = {}
    for one in found:
        by_kind.setdefault(one[0], []).append(one)
    return [one for ones in by_kind.values() for one in ones[:: max(1, -(-len(ones) // most))]]


def test_the_real_quotations_are_found(quoted: Quoted) -> None:
    assert len(quoted.citations) > 300
    assert [one.words for one in quoted.citations if not quoted.is_found(one, one.words)] == []


def test_no_altered_quotation_is_found(quoted: Quoted) -> None:
    taken = _altered(quoted, FEW)
    assert {kind for kind, _, _ in taken} == set(KINDS)
    assert [(kind, words) for kind, one, words in taken if quoted.is_found(one, words)] == []


def test_nearly_every_typographic_variant_is_found(quoted: Quoted) -> None:
    taken = _spread(
        ((kind, one, words) for one in quoted.citations for kind, words in variants(one.words)), FEW // 3
    )
    refused = [(kind, words) for kind, one, words in taken if not quoted.is_found(one, words)]
    assert len(refused) * 100 < len(taken), refused


@pytest.mark.long
def test_not_one_of_all_altered_quotations_is_found(
    quoted: Quoted, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = _altered(quoted, ALL)
    accepted = [(kind, words) for kind, one, words in taken if quoted.is_found(one, words)]
    counts = Counter(kind for kind, _, _ in taken)
    with capsys.disabled():
        told = ", ".join(f"{kind} {count:,}" for kind, count in sorted(counts.items()))
        print(f"\naltered quotations: {len(taken):,} ({told}); accepted: {len(accepted)}")
    assert len(taken) >= 20_000
    assert accepted == []


@pytest.mark.long
def test_under_one_in_a_hundred_of_all_variants_is_refused(
    quoted: Quoted, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = [(kind, one, words) for one in quoted.citations for kind, words in variants(one.words)]
    refused = [(kind, words) for kind, one, words in taken if not quoted.is_found(one, words)]
    with capsys.disabled():
        print(f"\ntypographic variants: {len(taken):,}; refused: {len(refused)}")
    assert len(taken) >= 2_000
    assert len(refused) * 100 < len(taken), refused


@pytest.mark.long
def test_an_article_that_is_altered_no_longer_has_the_words(
    quoted: Quoted, capsys: pytest.CaptureFixture[str]
) -> None:
    """The other side: the quotation stays, the article changes under it."""
    tried, accepted = 0, []
    for citation in quoted.citations:
        found = quoted.resolver.resolve(citation)
        assert isinstance(found, Found)
        said = found.passage.text
        if len(found.spans) > 1 or citation.words not in said:
            continue
        for kind, words in [*altered(citation.words, quoted.names)][::7]:
            text = said.replace(citation.words, words)
            if stands_in(citation.words, [text]):
                continue
            tried += 1
            passage = replace(found.passage, text=text, end=found.passage.start + len(text))
            if isinstance(Resolver([passage]).resolve(replace(citation, passage="")), Found):
                accepted.append((kind, text))
    with capsys.disabled():
        print(f"\naltered articles: {tried:,}; accepted: {len(accepted)}")
    assert tried >= 2_000
    assert accepted == []
