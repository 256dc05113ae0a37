"""Extract: a source in; its passages out: sentences, and headline, headings, byline and datelines as such."""

from __future__ import annotations

from build_scripts.extract.datelines import dateline_end
from build_scripts.extract.lines import kind_of_lines
from build_scripts.extract.paragraphs import paragraph_bounds
from build_scripts.extract.sentences import sentence_bounds
from build_scripts.models import Lexicon, Passage, PassageKind, Source
from build_scripts.text import passage_id


def find_passages(source: Source, lexicon: Lexicon) -> tuple[Passage, ...]:
    """The passages of a source, in the order of its text.

    `text == source.text[start:end]`, without white space at either end; paragraphs and passages are
    numbered from 1. The same words again in one source get the suffix `-2`, `-3` …
    """
    bounds = paragraph_bounds(source.text)
    kinds = kind_of_lines(tuple(source.text[start:end] for start, end in bounds), lexicon)
    passages: list[Passage] = []
    seen: dict[str, int] = {}
    prose = [number for number, kind in enumerate(kinds, start=1) if kind is PassageKind.SENTENCE]
    heads = [dateline_end(source.text[slice(*bounds[number - 1])], opens=True) for number in prose[:2]]
    # Two in a row are entries of a list.
    first = prose[0] if (heads and not all(heads[1:])) or len(heads) == 1 else 0
    for paragraph, ((start, end), kind) in enumerate(zip(bounds, kinds, strict=True), start=1):
        for left, right, of_kind in _pieces(source.text[start:end], kind, paragraph == first, lexicon):
            text = source.text[start + left : start + right]
            passages.append(
                Passage(
                    source=source.id,
                    id=_once(passage_id(text), seen),
                    paragraph=paragraph,
                    number=len(passages) + 1,
                    start=start + left,
                    end=start + right,
                    text=text,
                    kind=of_kind,
                )
            )
    return tuple(passages)


def _pieces(
    text: str, kind: PassageKind, opens: bool, lexicon: Lexicon
) -> list[tuple[int, int, PassageKind]]:
    """A headline or heading is one passage even if it holds a full stop; prose is cut into sentences."""
    if kind is not PassageKind.SENTENCE:
        return [(0, len(text), kind)]
    pieces = []
    begin = dateline_end(text, opens)
    if begin:
        pieces.append((0, len(text[:begin].rstrip()), PassageKind.DATELINE))
    for left, right in sentence_bounds(text[begin:], lexicon):
        pieces.append((begin + left, begin + right, PassageKind.SENTENCE))
    return pieces


def _once(identity: str, seen: dict[str, int]) -> str:
    seen[identity] = seen.get(identity, 0) + 1
    return identity if seen[identity] == 1 else f"{identity}-{seen[identity]}"
