"""Compare: the facts of all sources and what people decided in, what the sources say together out."""

from __future__ import annotations

from build_scripts.compare.align import align
from build_scripts.compare.contacts import merge
from build_scripts.compare.corpus import gather
from build_scripts.compare.credits import find_credits
from build_scripts.compare.development import find_developments
from build_scripts.compare.differences import find_differences
from build_scripts.compare.lineages import find_lineages
from build_scripts.compare.readings import find_readings, with_merged
from build_scripts.models import Config, Findings, Lexicon, Records, SourceFacts
from build_scripts.shelves import Earlier


def compare(
    facts: tuple[SourceFacts, ...],
    records: Records,
    config: Config,
    lexicon: Lexicon,
    earlier: Earlier | None = None,
) -> Findings:
    """Align the sources, group them into lineages, merge their contacts, and find where they differ.

    `earlier` only spares work: the findings are the same without it.
    """
    alignments = align(facts, lexicon, earlier)
    lineages = find_lineages(facts, alignments, earlier)
    contacts, review = merge(facts, records, config, lineages)
    readings = find_readings(facts, with_merged(records.topics, records.merged_topics), alignments)
    corpus = gather(facts, records, config, lexicon, alignments, lineages, contacts, readings)
    differences = find_differences(corpus, earlier)
    credits = find_credits(facts, records.actors, lexicon, earlier)
    return Findings(
        alignments=alignments,
        lineages=lineages,
        contacts=contacts,
        differences=differences,
        readings=readings,
        review=review,
        developments=find_developments(corpus, differences, credits),
        credits=credits,
    )
