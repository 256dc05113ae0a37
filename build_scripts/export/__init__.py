"""Stage: export. The briefing in; its tables as JSON and CSV, and a description of them, as texts out."""

from __future__ import annotations

from collections.abc import Mapping

from build_scripts.export import feed, pair, schemas
from build_scripts.export.by_article import Tables
from build_scripts.export.formats import Text, datapackage
from build_scripts.export.kept import SHELF, Kept
from build_scripts.export.of_articles import Shared
from build_scripts.export.pair import OF_ONE_ARTICLE
from build_scripts.export.schema import SCHEMA
from build_scripts.export.tables import tables, told
from build_scripts.models import Briefing

__all__ = ["OF_ONE_ARTICLE", "SHELF", "Kept", "files", "tables"]


def files(briefing: Briefing, kept: Kept | None = None) -> Mapping[str, str]:
    """The text of each file of docs/data/ by its name there; `kept` only spares work."""
    written: dict[str, str] = {}
    beside, shared = pair.Scripts(), Shared(briefing)
    of_articles = Tables(briefing, shared, kept or Kept(), beside)
    for name, of in told(briefing, shared):
        text = Text(tuple(SCHEMA[name]))
        if callable(of):
            written[f"{name}.json"], written[f"{name}.csv"] = of_articles.tell(name, text, of)
            continue
        for row in of:
            beside.add(name, row, text.add(row))
        written[f"{name}.json"], written[f"{name}.csv"] = text.json(), text.csv()
    written |= beside.files()
    written["datapackage.json"] = datapackage(briefing.config.site_name)
    written[feed.NAME] = feed.feed(briefing)
    return dict(sorted({**written, **schemas.files(briefing.config)}.items()))
