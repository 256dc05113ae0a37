"""Foundation: what a record's pages tell in; these pages as they stand, if an earlier run left them so, out.

A record's page tells little of the briefing. Where that is as it was, and the page is as the run before left
it, telling it again would change nothing. The key of a record stands for all that its pages tell
(`pages.keys`); kept under it is the digest of each page's text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from build_scripts import shelves
from build_scripts.models import PagePlan
from build_scripts.shelves import Shelf

SHELF = "standing"

Make = Callable[[], Iterable[PagePlan]]


class Found(NamedTuple):
    """What stands for all that some pages tell, and these pages if they stand."""

    key: str
    pages: tuple[PagePlan, ...]


class Standing:
    """The pages that need not be told again, and what the next run must know of those that were."""

    def __init__(self, shelf: Shelf, rules: str, keys: Mapping[str, str], pages: Mapping[str, str]) -> None:
        """`rules` stands for the program, `keys` for what each source holds; `pages` are texts by path."""
        self.rules = rules
        self.keys = keys
        self._shelf = shelf
        self._pages = pages
        self._left: dict[str, dict[str, str]] = {}
        self._not_ours: set[str] = set()

    def plans(self, keyed: Callable[[], str], make: Make) -> tuple[PagePlan, ...]:
        """The plans of a record's pages: pages that stand, or pages to be told."""
        found = self.asked(keyed)
        return found.pages or tuple(replace(plan, rests_on=found.key) for plan in make())

    def asked(self, keyed: Callable[[], str]) -> Found:
        """The pages that stand under a key, which need not be told."""
        key = keyed()
        return Found(key, tuple(PagePlan(path, {}, "", stands=True) for path in self._known(key)))

    def left(self, plan: PagePlan, text: str, *, is_ours: bool) -> None:
        """Note how a page was left; one in which people changed a block is told again, and they are told."""
        if plan.rests_on:
            self._left.setdefault(plan.rests_on, {})[plan.path] = _digest(text)
            if not is_ours:
                self._not_ours.add(plan.rests_on)

    def keep(self) -> None:
        """Put all that was noted on the shelf, for the next run."""
        for key, pages in self._left.items():
            if key not in self._not_ours and self._shelf.known(key) != pages:
                self._shelf.keep(key, pages)

    def _known(self, key: str) -> tuple[str, ...]:
        """The pages that were told under a key, if each is there as it was left."""
        kept: Any = self._shelf.known(key)
        if not isinstance(kept, dict):
            return ()
        is_left = all(
            path in self._pages and _digest(self._pages[path]) == told for path, told in kept.items()
        )
        return tuple(kept) if is_left else ()


class Untold(Standing):
    """No page stands: all of them are told."""

    def __init__(self) -> None:
        super().__init__(Shelf({}), "", {}, {})

    def asked(self, keyed: Callable[[], str]) -> Found:
        """None, and nobody need know its key."""
        return Found("", ())


def _digest(text: str) -> str:
    return shelves.key((text,))
