"""Pages: the editors' guide that comes with the program in, its page out."""

from __future__ import annotations

from build_scripts import guide
from build_scripts.models import PagePlan
from build_scripts.pages import drafts, state
from build_scripts.pages.lookup import Lookup

TITLE = "Editors' guide"
TOLD = "How to add an article, an actor, a contact or a topic, how to cite, and what each message means."


def write(lookup: Lookup) -> PagePlan:
    blocks = {"guide": lookup.briefing.guide, "scope": state.scope(lookup)}
    return PagePlan(guide.PAGE, blocks, drafts.page(TITLE, TOLD), top=())
