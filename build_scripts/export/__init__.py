"""Stage: export. The briefing in; its tables as JSON and CSV, and a description of them, as texts out."""

from __future__ import annotations

from collections.abc import Mapping

from build_scripts.export import feed, pair, schemas
from build_scripts.export.formats import as_csv, as_json, datapackage
from build_scripts.export.pair import OF_ONE_ARTICLE
from build_scripts.export.schema import SCHEMA
from build_scripts.export.tables import tables
from build_scripts.models import Briefing

__all__ = ["OF_ONE_ARTICLE", "files", "tables"]


def files(briefing: Briefing) -> Mapping[str, str]:
    """The text of each file of docs/data/ by its name there."""
    found = tables(briefing)
    written = {f"{name}.json": as_json(rows) for name, rows in found.items()}
    written |= {f"{name}.csv": as_csv(rows, tuple(SCHEMA[name])) for name, rows in found.items()}
    written["datapackage.json"] = datapackage(briefing.config.site_name)
    written |= pair.scripts(found["sources"], found["passages"])
    written[feed.NAME] = feed.feed(briefing)
    return dict(sorted({**written, **schemas.files(briefing.config)}.items()))
