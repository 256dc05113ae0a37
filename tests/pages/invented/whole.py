"""The invented briefing with everything, and with nothing but its name and its pages."""

from __future__ import annotations

from dataclasses import replace

from build_scripts.models import Briefing, Findings
from tests.pages.invented.articles import facts_of, sources
from tests.pages.invented.findings import findings
from tests.pages.invented.records import config, records
from tests.pages.invented.texts import Texts


def briefing() -> Briefing:
    """The briefing with everything that pages and tables may be asked for."""
    facts = tuple(facts_of(source) for source in sources())
    lookup = {passage.text: passage for found in facts for passage in found.passages}
    texts = Texts(lookup)
    every = frozenset(passage.ref for passage in lookup.values())
    hidden = {texts.ref("They are to last"), texts.ref("Nobody knows")}
    return Briefing(
        config=config(),
        sources=tuple(found.source for found in facts),
        facts=facts,
        records=records(),
        findings=findings(texts),
        shown=every - hidden,
        cited_by={texts.ref("Envoy Tomas"): ("actors/tomas-verrin.md", "talks.md")},
    )


def empty() -> Briefing:
    """A briefing of which nothing is known but its name and its pages."""
    full = briefing()
    bare = replace(full.records, contacts=(), topics=(), corrections=())
    return replace(
        full, sources=(), facts=(), records=bare, findings=Findings(), shown=frozenset(), cited_by={}
    )
