"""Review list: how important each kind of row is, and where on a page it is mended."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum

from build_scripts.markup import line_of_key
from build_scripts.models import Config

TODAY = "YYYY-MM-DD"
"""Stands in lines that are ready to copy for the day on which somebody reads them."""


class Rank(IntEnum):
    """Lower is more important; rows of the comparison (25, 26, 40) stand between."""

    BROKEN = 0
    EDITED = 20
    RENAMED = 22
    WITHDRAWN = 24
    DRAFTED = 30
    DRAFTED_PAGE = 32
    CHANGED = 35
    DISAGREE = 41
    TOPIC = 45
    NAME = 50
    SPELLING = 60
    LANGUAGE = 65
    UNREAD = 66
    UNDATED = 70
    ODD_DATE = 75
    UNCITED = 80
    OLDER = 90
    UNCODED = 92
    ADDS = 95


def place(config: Config, pages: Mapping[str, str], path: str, key: str) -> tuple[str, int]:
    """A page's file, and the line of a key of its front matter, or where it would be added."""
    return f"{config.docs}/{path}", line_of_key(pages.get(path, ""), key)
