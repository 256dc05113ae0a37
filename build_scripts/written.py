"""Takes existing pages and the plans of the pages stage; gives the text of every page of a build."""

from __future__ import annotations

from collections.abc import Iterable

from build_scripts import blocks
from build_scripts.errors import Faults
from build_scripts.models import Page, PagePlan
from build_scripts.standing import Standing


class Written:
    """The pages of this build: existing ones with their blocks renewed, new ones from their drafts."""

    def __init__(self, pages: Iterable[Page], docs: str, faults: Faults) -> None:
        self.docs = docs
        self.existing = {page.path: page for page in pages}
        self.faults = faults
        self.pages: dict[str, str] = {}
        self.edited: list[tuple[str, blocks.EditedBlock]] = []

    def add(self, plans: Iterable[PagePlan], standing: Standing) -> None:
        for plan in plans:
            page = self.existing.get(plan.path)
            if plan.stands and page:
                self.pages[plan.path] = page.text
                continue
            updated = blocks.update(page.text if page else plan.draft, plan.blocks, plan.top)
            for fault in updated.faults:
                self.faults.add(f"{self.docs}/{plan.path}", fault.line, fault.what, fault.mend)
            self.pages[plan.path] = updated.text
            self.edited.extend((plan.path, block) for block in updated.edited)
            standing.left(plan, updated.text, is_ours=not (updated.edited or updated.faults))

    def keep_the_rest(self) -> None:
        """Pages that no stage plans stay as they are; they are checked like all others."""
        for path, page in self.existing.items():
            self.pages.setdefault(path, page.text)
