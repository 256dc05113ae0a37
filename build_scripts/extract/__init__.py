"""Extract: one source and the known actors in; everything that the text says, as facts, out."""

from __future__ import annotations

from dataclasses import replace

from build_scripts.extract.actors import find_mentions
from build_scripts.extract.contacts import find_reports
from build_scripts.extract.dates import find_dates
from build_scripts.extract.descriptions import with_descriptions
from build_scripts.extract.figures import find_figures
from build_scripts.extract.language import is_in_another_language
from build_scripts.extract.passages import find_passages
from build_scripts.extract.publication import find_publication
from build_scripts.extract.quotations import find_quotations
from build_scripts.extract.roles import find_roles
from build_scripts.extract.unknown import find_unknown_names
from build_scripts.models import UNDETERMINED, Actor, Config, Lexicon, Source, SourceFacts

__all__ = ["extract", "find_passages"]


def extract(source: Source, actors: tuple[Actor, ...], config: Config, lexicon: Lexicon) -> SourceFacts:
    """All facts of one source, each kind in the order of the text, every fact within one passage.

    A source in another language than the lexicon's has passages, so that it can be cited, and nothing else.
    Where nobody has stated the language, a text that is plainly in another one has it undetermined.
    """
    passages = find_passages(source, lexicon)
    if not source.language and is_in_another_language(source.text, lexicon):
        source = replace(source, language=UNDETERMINED)
    if source.language not in ("", lexicon.language):
        return SourceFacts(source, passages)
    source = find_publication(source, passages, lexicon)
    mentions = find_mentions(source, passages, actors, config, lexicon)
    roles = find_roles(source, passages, mentions, actors, lexicon)
    mentions = with_descriptions(source, passages, mentions, roles, actors, lexicon)
    dates = find_dates(source, passages, lexicon)
    quotations = find_quotations(source, passages, mentions, lexicon)
    figures = find_figures(source, passages, mentions, quotations, lexicon)
    reports = find_reports(source, passages, mentions, dates, quotations, actors, config, lexicon)
    return SourceFacts(
        source=source,
        passages=passages,
        mentions=mentions,
        dates=dates,
        figures=figures,
        quotations=quotations,
        reports=reports,
        unknown_names=find_unknown_names(source, passages, mentions, actors, lexicon),
        roles=roles,
    )
