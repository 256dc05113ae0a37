"""Render: the passages that a page cites in, the list at its end out, from which a popover is cut.

Each passage stands once: its words, who published it, its neighbours as far as they are shown, and how other
articles word the same sentence. An entry is drawn once, however many pages cite its passage, and a page of a
large briefing lists only the first of what it cites: every citation leads to its sentence anyway. It is
written as markup at once: put in after a page's other parts, nothing reads it again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from build_scripts.render.chips import Cited, address
from build_scripts.render.corpus import Corpus, PassageEntry
from build_scripts.render.markup import attribute, text
from build_scripts.render.originals import address_of_words

# match: "10,000", "Arden's", "(" each by itself   near-miss: " "
_TOKEN = re.compile(r"\w(?:[\w,.'’/-]*\w)?|[^\w\s]")
TOO_DIFFERENT = 0.5
"""Below this share of words in common, a passage is reworded as a whole: all of it would be underlined."""

SHOWN = 6
"""Other wordings shown with a passage, the nearest: of a sentence that everyone prints, these tell enough."""


LISTED = 12
"""Passages that a page of a large briefing lists: without a bound, those on whom everybody writes would have
pages that grow with every article."""


def listed(corpus: Corpus, cited: Iterable[Cited], brief: frozenset[str]) -> tuple[Cited, ...]:
    """The passages of which a page lists the words, in its order.

    In a large briefing not those that only its margins cite: each of these stands beside its own sentence.
    """
    return tuple(each for each in cited if not corpus.is_large or each.key not in brief)


def evidence(corpus: Corpus, cited: Iterable[Cited], brief: frozenset[str] = frozenset()) -> str:
    """`details.evd` for the passages cited, in their order; entries in `brief` without context.

    In a large briefing all are brief: what else a popover shows stands in the files of `popovers`.
    Its links are as `address` gives them, from the root of the pages: the page makes them relative.
    """
    every = listed(corpus, cited, brief)
    if not every:
        return ""
    entries = every[:LISTED] if corpus.is_large else every
    many = f"{len(every)} passages" if len(every) != 1 else "1 passage"
    more = ""
    if len(entries) < len(every):
        many = f"{len(entries)} of {len(every)} passages"
        told = f"The other {len(every) - len(entries)} stand in their articles, where each citation leads."
        more = f'<p class="ev-more">{told}</p>'
    in_full = [not corpus.is_large and each.key not in brief for each in entries]
    drawn = "".join(_drawn(corpus, each, in_full=full) for each, full in zip(entries, in_full, strict=True))
    return (
        f'<details class="evd"{" data-apart" if corpus.is_large else ""} data-search-exclude="">'
        f"<summary>Evidence on this page: {many}, word for word</summary>"
        f'{more}<ul class="evlist">{drawn}</ul></details>'
    )


def _drawn(corpus: Corpus, cited: Cited, *, in_full: bool) -> str:
    """An entry as markup, once for all pages that cite these words of it."""
    key = (cited.key, tuple(cited.spans), in_full)
    if key not in corpus.drawn:
        corpus.drawn[key] = _entry(corpus, cited, in_full=in_full)
    return corpus.drawn[key]


def _entry(corpus: Corpus, cited: Cited, *, in_full: bool) -> str:
    source, passage = cited.source, cited.passage
    original = address_of_words(source.url, passage.text or "")
    elsewhere = (
        f' <a class="ev-orig" href="{attribute(original)}" rel="noopener noreferrer">In the original</a>'
    )
    return (
        f'<li class="evi {attribute(source.lineage_class)}" id="ev-{attribute(cited.key)}">'
        f'<p class="ev-src"><span aria-hidden="true" class="tile {attribute(source.lineage_class)}">'
        f"{text(source.label)}</span><b>{text(source.name)}</b>, sentence {passage.number}"
        f'<span class="ev-meta">{text(source.basis_in_words)} · '
        f"{text(corpus.company_in_words(source))}</span></p>"
        f"{_words(corpus, cited, with_neighbours=in_full)}"
        f"{_counterparts(corpus, passage) if in_full else ''}"
        f'<p class="ev-go"><a href="{attribute(address(cited))}">Read it in the article</a>'
        f"{elsewhere if original else ''}</p></li>"
    )


def _words(corpus: Corpus, cited: Cited, *, with_neighbours: bool) -> str:
    language = f' lang="{attribute(cited.source.language)}"' if cited.source.language else ""
    before = _context(corpus.neighbour(cited.passage, -1)) if with_neighbours else ""
    after = _context(corpus.neighbour(cited.passage, 1)) if with_neighbours else ""
    said = "[…]" if cited.passage.text is None else _marked(cited.passage.text, cited.spans)
    return (
        f"<blockquote{language}><p>{before}{' ' if before else ''}"
        f'<span class="pass">{said}</span>{f" {after} " if after else ""}</p></blockquote>'
    )


def _context(neighbour: PassageEntry | None) -> str:
    if neighbour is None:
        return ""
    return f'<span class="ctx">{text(neighbour.text if neighbour.text is not None else "[…]")}</span>'


def _marked(said: str, spans: list[tuple[int, int]]) -> str:
    parts, at = [], 0
    for start, end in _joined(spans):
        parts.append(f'{text(said[at:start])}<mark class="quoted">{text(said[start:end])}</mark>')
        at = end
    return "".join(parts) + text(said[at:])


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges in order, overlapping ones as one.

    >>> _joined([(4, 9), (0, 2), (1, 5)])
    [(0, 9)]
    """
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _counterparts(corpus: Corpus, passage: PassageEntry) -> str:
    others = [corpus.passages[ref] for ref in passage.counterparts if ref in corpus.passages]
    if not others:
        return '<p class="ev-h">No other article has this sentence.</p>'
    shown = sorted(
        others[:SHOWN],
        key=lambda other: (corpus.sources[other.ref.source].label, other.ref.source, other.number),
    )
    more = f"<li>and {len(others) - SHOWN} more: they stand beside it in the article</li>"
    return (
        '<p class="ev-h">The same sentence in other articles</p><ul class="ev-cp">'
        f"{''.join(_counterpart(corpus, passage, each) for each in shown)}"
        f"{more if len(others) > SHOWN else ''}</ul>"
    )


def _counterpart(corpus: Corpus, passage: PassageEntry, other: PassageEntry) -> str:
    source = corpus.sources[other.ref.source]
    to = f"/{source.page}#p-{other.ref.passage}"
    return (
        f'<li><a class="cite {attribute(source.lineage_class)}" href="{attribute(to)}">'
        f'<span class="cite-l">{text(source.label)}</span><span class="cite-n">{other.number}</span>'
        f'<span class="vh">: {text(source.name)}, sentence {other.number}</span></a> '
        f"{_compared(passage.text, other.text)}</li>"
    )


def _compared(ours: str | None, theirs: str | None) -> str:
    """The other wording between quotation marks, with the words that differ from ours underlined."""
    if theirs is None:
        return '<span class="q">“[…]”</span>'
    parts, at = [], 0
    for start, end in differing(ours or "", theirs):
        parts.append(f'{text(theirs[at:start])}<span class="d">{text(theirs[start:end])}</span>')
        at = end
    return f'<span class="q">“{"".join(parts)}{text(theirs[at:])}”</span>'


def differing(ours: str, theirs: str) -> list[tuple[int, int]]:
    """Ranges of `theirs` whose words are not in `ours` at that place; none if most differ.

    >>> differing("Over 10,000 men came home", "Over 12,000 men came home")
    [(5, 11)]
    """
    if ours == theirs:
        return []
    mine, places = _TOKEN.findall(ours), [match.span() for match in _TOKEN.finditer(theirs)]
    yours = [theirs[start:end] for start, end in places]
    matcher = SequenceMatcher(None, mine, yours, autojunk=False)
    if sum(block.size for block in matcher.get_matching_blocks()) < TOO_DIFFERENT * len(yours):
        return []
    return [
        (places[b1][0], places[b2 - 1][1])
        for tag, _, _, b1, b2 in matcher.get_opcodes()
        if tag in ("replace", "insert") and any(char.isalnum() for word in yours[b1:b2] for char in word)
    ]
