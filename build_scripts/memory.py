"""What one build found in the articles in, the same for the next build where nothing of it has changed out.

The next build of the preview, which then pays neither extraction nor comparison for an edit of prose, or of
another process, by what was kept on disk. Results are the same, since both are functions of what is compared
here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from build_scripts import remembered
from build_scripts.compare import compare
from build_scripts.extract import extract
from build_scripts.models import Actor, Config, Findings, Lexicon, Records, Source, SourceFacts
from build_scripts.shelves import Earlier, Shelves

Extracting = Callable[[Sequence[Source], tuple[Actor, ...], Config, Lexicon], Iterator[SourceFacts]]
"""Finds what stands in each of some sources, in their order."""


def one_by_one(
    sources: Sequence[Source], actors: tuple[Actor, ...], config: Config, lexicon: Lexicon
) -> Iterator[SourceFacts]:
    """The plain way to extract; the command line knows another one, for many articles."""
    for source in sources:
        yield extract(source, actors, config, lexicon)


class Memory:
    """The last facts of each source, and the last findings."""

    def __init__(self, extracting: Extracting = one_by_one) -> None:
        self._extracting = extracting
        self._facts: dict[str, tuple[object, SourceFacts]] = {}
        self._findings: tuple[object, Findings] | None = None
        self._compared: Shelves | None = None
        self._pages: Shelves | None = None

    def known(self, source: Source, key: str, recall: Callable[[str], str]) -> SourceFacts | None:
        """What was found in a source under its key (`remembered.keys`), here or in what `recall` gives."""
        last = self._facts.get(source.id)
        if last and last[0] == (key, source):
            return last[1]
        found = remembered.from_text(recall(key), key, source)
        if found:
            self._facts[source.id] = (key, source), found
        return found

    def extract(
        self,
        sources: Sequence[Source],
        keys: Mapping[str, str],
        actors: tuple[Actor, ...],
        config: Config,
        lexicon: Lexicon,
    ) -> Iterator[SourceFacts]:
        """What is found anew in each of some sources, in their order."""
        for source, found in zip(sources, self._extracting(sources, actors, config, lexicon), strict=True):
            self._facts[source.id] = (keys[source.id], source), found
            yield found

    def compare(
        self,
        facts: tuple[SourceFacts, ...],
        records: Records,
        config: Config,
        lexicon: Lexicon,
        keys: Mapping[str, str],
        recall: Callable[[str], str],
        rules: str,
    ) -> Findings:
        """What the sources say together; `recall` gives what an earlier process kept of it, by name, and
        `rules` stands for the program."""
        key = (tuple(map(id, facts)), records, config, lexicon)
        if self._findings is None or self._findings[0] != key:
            self._compared = self._compared.followed() if self._compared else Shelves(recall)
            earlier = Earlier(keys, self._compared, rules)
            self._findings = (key, compare(facts, records, config, lexicon, earlier))
        return self._findings[1]

    def pages(self, recall: Callable[[str], str]) -> Shelves:
        """What the last build knew of pages; `recall` as above."""
        self._pages = self._pages.followed() if self._pages else Shelves(recall)
        return self._pages

    def kept(self) -> Mapping[str, Callable[[], str]]:
        """What a later process may be spared, by name, of what the last build compared and read."""
        return {
            name: text
            for shelves in (self._compared, self._pages)
            if shelves
            for name, text in shelves.changed().items()
        }
