"""Pages: lineages, credits and differences in, what a newcomer needs first of the comparisons, out."""

from __future__ import annotations

from collections import defaultdict

from build_scripts.models import Topic, Verdict
from build_scripts.pages import crediting, differences, lineages, markdown, wording
from build_scripts.pages.lookup import COMPARISONS, Lookup

MOST_ORIGINS = 3
"""More names than this are counted, not listed."""
MOST_QUESTIONS = 4
_MAYBE = "they may or may not be"


def write(lookup: Lookup) -> str:
    """How many articles, texts, outlets and origins; then on how many questions they differ."""
    if not lookup.sources:
        return "No article yet."
    return markdown.sections(f"{_counts(lookup)} {_origins(lookup)}".strip(), _disagreement(lookup))


def _counts(lookup: Lookup) -> str:
    outlets = {source.publisher for source in lookup.sources if source.publisher}
    told = [wording.counted(len(lookup.lineages), "text")]
    told += [wording.counted(len(outlets), "outlet")] if outlets else []
    articles = wording.sentence(wording.counted(len(lookup.sources), "article"))
    which = f" {lineages.in_a_sentence(lookup)}" if len(lookup.sources) > 1 else ""
    return f"**{articles}: {', '.join(told)}.**{which}"


def _origins(lookup: Lookup) -> str:
    """On whose word the articles give a part of what they say: those named by most of them first."""
    naming: dict[str, set[str]] = defaultdict(set)
    for ref, chain in lookup.briefing.findings.credits.items():
        if ref.source in lookup.source and (lookup.is_shown(ref) or not set(chain) - lookup.names):
            naming[chain[0]].add(ref.source)
    ranked = sorted(naming, key=lambda name: (-_texts(naming[name], lookup), -len(naming[name]), name))
    if not ranked:
        return ""
    told = [
        f"{crediting.chain_in_words((name,), lookup)} ({_labels(naming[name], lookup)})"
        for name in ranked[:MOST_ORIGINS]
    ]
    rest = len(ranked) - len(told)
    told += [wording.counted(rest, "other")] if rest else []
    return f"Part of what they say they give on the word of others: {wording.listed(told)}."


def _texts(sources: set[str], lookup: Lookup) -> int:
    return len({lookup.lineage_of.get(source, source) for source in sources})


def _labels(sources: set[str], lookup: Lookup) -> str:
    return lineages.several(lookup.in_order(sources), lookup)


def _disagreement(lookup: Lookup) -> str:
    """On how many questions they differ, and on which most gravely."""
    gravest = {topic.id: _gravest(topic, lookup) for topic in by_gravity(lookup)}
    apart = [name for name, verdict in gravest.items() if verdict is Verdict.CONFLICTING]
    maybe = [name for name, verdict in gravest.items() if verdict is Verdict.UNSURE]
    if not lookup.topics or len(lookup.sources) < 2:
        return ""
    total = wording.counted(len(lookup.topics), "question")
    if not apart and not maybe:
        return f"Of {total}, they differ on none in more than precision."
    told = [f"They differ on {wording.number(len(apart) + len(maybe))} of {total}."]
    for names, verdict in ((apart, "the readings are not compatible as worded"), (maybe, _MAYBE)):
        if names:
            told.append(f"On {wording.number(len(names))} {verdict}: {_listed(names, lookup)}.")
    return markdown.sections(told[0], markdown.bullets(told[1:]))


def _listed(names: list[str], lookup: Lookup) -> str:
    links = [_link(lookup.topic[name]) for name in names[:MOST_QUESTIONS]]
    if len(names) <= MOST_QUESTIONS:
        return wording.listed(links)
    rest = f"[{wording.number(len(names) - MOST_QUESTIONS)} more](#topics)"
    return wording.listed([*links, rest])


def _link(topic: Topic) -> str:
    # A question mark would end the sentence in which the question is listed.
    return markdown.link(topic.question.rstrip("?"), topic.page, COMPARISONS)


def by_gravity(lookup: Lookup) -> list[Topic]:
    """Topics with the gravest difference first, those without any last."""
    ranked = differences.by_gravity(lookup.briefing.findings.differences, lookup)
    order = {one.topic: place for place, one in reversed(list(enumerate(ranked)))}
    return sorted(lookup.topics, key=lambda topic: (order.get(topic.id, len(ranked)), topic.id))


def _gravest(topic: Topic, lookup: Lookup) -> Verdict | None:
    found = differences.by_gravity(lookup.differences.get(topic.id, ()), lookup)
    return found[0].verdict if found else None
