"""What one build found in the articles in, the same for the next build where nothing of it has changed out.

For the preview: an edit of prose then costs neither extraction nor comparison. Results are the same, since
both are functions of what is compared here.
"""

from __future__ import annotations

from build_scripts.compare import compare
from build_scripts.extract import extract
from build_scripts.models import Actor, Config, Findings, Lexicon, Records, Source, SourceFacts


class Memory:
    """The last facts of each source, and the last findings."""

    def __init__(self) -> None:
        self._facts: dict[str, tuple[object, SourceFacts]] = {}
        self._findings: tuple[object, Findings] | None = None

    def extract(
        self, source: Source, actors: tuple[Actor, ...], config: Config, lexicon: Lexicon
    ) -> SourceFacts:
        key = (source, actors, config, lexicon)
        known = self._facts.get(source.id)
        if known is None or known[0] != key:
            known = self._facts[source.id] = (key, extract(source, actors, config, lexicon))
        return known[1]

    def compare(
        self, facts: tuple[SourceFacts, ...], records: Records, config: Config, lexicon: Lexicon
    ) -> Findings:
        key = (tuple(map(id, facts)), records, config, lexicon)
        if self._findings is None or self._findings[0] != key:
            self._findings = (key, compare(facts, records, config, lexicon))
        return self._findings[1]
