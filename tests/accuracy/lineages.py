"""Lineages against the gold file."""

from __future__ import annotations

from collections.abc import Iterable

from build_scripts.models import Lineage

from .gold import Gold
from .score import Share


def score_lineages(gold: Gold, lineages: Iterable[Lineage]) -> Share:
    """Each group of articles that rewrite one another, or article alone, is found as it is.

    Loose rewrites (tier edge) may count either way.
    """
    found = {tuple(sorted(one.sources)) for one in lineages}
    wanted = [tuple(sorted(one["articles"])) for one in gold.data["lineages"] if one.get("tier") != "edge"]
    missed = tuple(" ".join(one) for one in wanted if one not in found)
    return Share("lineages", len(wanted) - len(missed), missed)
