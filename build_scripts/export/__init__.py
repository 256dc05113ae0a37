"""Stage: export. The briefing in; its tables as JSON and CSV, and a description of them, as texts out."""

from __future__ import annotations

from collections.abc import Mapping

from build_scripts.export import feed, pair, schemas
from build_scripts.export.formats import Text, datapackage
from build_scripts.export.pair import OF_ONE_ARTICLE
from build_scripts.export.schema import SCHEMA
from build_scripts.export.tables import tables, told
from build_scripts.models import Briefing

__all__ = ["OF_ONE_ARTICLE", "files", "tables"]


def files(briefing: Briefing) -> Mapping[str, str]:
    """The text of each file of docs/data/ by its name there."""
    written: dict[str, str] = {}
    beside = pair.Scripts()
    for name, rows in told(briefing):
        text = Text(tuple(SCHEMA[name]))
        for row in rows:
            beside.add(name, row, text.add(row))
        written[f"{name}.json"], written[f"{name}.csv"] = text.json(), text.csv()
    written |= beside.files()
    written["datapackage.json"] = datapackage(briefing.config.site_name)
    written[feed.NAME] = feed.feed(briefing)
    return dict(sorted({**written, **schemas.files(briefing.config)}.items()))
