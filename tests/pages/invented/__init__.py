"""An invented briefing, put together by hand: three articles, of which two rewrite one text."""

from __future__ import annotations

from tests.pages.invented.texts import Texts
from tests.pages.invented.whole import briefing, empty

__all__ = ["Texts", "briefing", "empty"]
