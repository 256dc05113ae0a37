"""Pages: the configuration in, the pages that say who answers for the briefing and how it is made out.

Their prose is a draft for editors: once the pages exist, only what the sources cover is renewed.
"""

from __future__ import annotations

from build_scripts.models import PagePlan
from build_scripts.pages import drafts, markdown, state
from build_scripts.pages.lookup import ABOUT, METHOD, Lookup

_ABOUT = """
## Who answers for it

Write to {contact}. Name the page and the sentence; if you can, name the source that says otherwise.

## What it is

A briefing made from the articles listed under [Sources](sources/index.md), and from nothing else. It says
what the articles say, in which words, and where they differ. It does not say who is right.

## What it does not cover

Anything that these articles do not report; anything that happened after them. Offices and titles are as the
articles give them. How the pages are made is told under [Method](method.md), what was wrong under
[Corrections](corrections.md), how to edit them in the [editors' guide](guide.md).
"""
_METHOD = """
## Citations

A citation leads to the passage of an article in which the cited words stand. The words are compared with the
article whenever the site is built; if a single letter or digit differs, the site is not built. A citation
proves that the words stand there. It does not prove that they support our sentence, nor that the article is
right.

## Articles, texts, outlets

Articles that rewrite one another are one text, however often it is printed. Two articles belong to one text
when at least two fifths of the words of one stand in the other, reworded or not; a chain of such articles is
one text. Behind each statement stands how many articles make it, and from how many texts or outlets they
come. Articles that share no text may still rest on one source that none of them names.

## Contacts

A contact is one event between the sides of this briefing: a visit, a meeting, a call, an invitation, words
addressed to the other side, a conference. It needs someone of one side, someone of the other (or the other's
home), and a verb that joins them. Reports that name the same participants, place and time are merged; a
report that gives a wider span of time is listed with the contact as less precise. What is announced, called
off or denied is kept under its own heading and is never shown as held. Rules find contacts; people check
them. Rules miss some.

## Dates

A date is given as precisely as the article gives it. Where an article says only *on Friday*, the day follows
from its publication. What cannot be resolved stays without a date.

## Differences

Passages that say the same in different articles are compared word by word, and each difference is named by
its kind: number, date, name, role, quoted words, who says so, planned or done, wording, left out. *Differs in
precision only* means that both can be true; *not compatible as worded* means that they cannot both be true
as they stand.

## Reviewed and drafted

*Drafted* means that the build wrote the page and nobody has checked it. *Reviewed* means that a person has
checked its statements against the cited words, on the day given. *Changed since review* means that new
evidence came afterwards. Drafted contacts are left out of the first page and of the pictures.

## What is shown of the articles

The passages that this briefing rests on, and the same passages in other articles. The rest is marked […].
"""


def write(lookup: Lookup) -> tuple[PagePlan, ...]:
    """The plans of both pages."""
    contact = lookup.briefing.config.contact
    about = _ABOUT.format(contact=markdown.inline(contact) if contact else "the editors")
    blocks = {"scope": state.scope(lookup)}
    return (
        PagePlan(
            ABOUT,
            blocks,
            drafts.page("About", "Who answers for this briefing and what it covers.", about),
            (),
        ),
        PagePlan(
            METHOD,
            blocks,
            drafts.page("Method", "How this briefing is made and what it proves.", _METHOD),
            (),
        ),
    )
