"""Pages: sources in, a page for each out: what is known of its publication, and its text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from build_scripts import edtf, escape, naming
from build_scripts.models import UNDETERMINED, Basis, PagePlan, Source
from build_scripts.pages import (
    development,
    drafts,
    lineages,
    markdown,
    source_text,
    state,
    wording,
)
from build_scripts.pages.keys import Keys
from build_scripts.pages.lookup import Lookup


def write(lookup: Lookup, keys: Keys) -> tuple[PagePlan, ...]:
    """A plan for each source, for a withdrawn one a notice; asks for the passages that are shown and for the
    pages that cite them."""
    live = (
        plan
        for one in lookup.sources
        for plan in keys.standing.plans(partial(keys.of_source, one), partial(_plans, one, lookup))
    )
    return (*live, *(_notice(source, lookup) for source in lookup.briefing.withdrawn))


def title_in_words(source: Source) -> str:
    """The article's headline as a quotation; a title that was rebuilt is said to be, and not quoted."""
    if not source.title:
        return "no title known"
    if source.title_basis in (Basis.STATED, Basis.LOOKED_UP):
        return markdown.quoted(source.title)
    if source.title_basis is Basis.FROM_ADDRESS:
        return f"title rebuilt from the page's address: {markdown.words(source.title)}"
    return f"not known to be the headline: {markdown.words(source.title)}"


def family(source: Source, lookup: Lookup) -> tuple[str, ...]:
    lineage = lookup.family[source.id]
    return lookup.in_order(lineage.sources)


def _plans(source: Source, lookup: Lookup) -> Iterator[PagePlan]:
    path = naming.source_page(source.id)
    blocks = {
        "publication": _publication(source, path, lookup),
        "adds": development.adds(source, path, lookup),
        "text": markdown.sections(
            markdown.heading(2, "The text", "text"), source_text.write(source, path, lookup)
        ),
        "scope": state.scope(lookup),
    }
    title = naming.source_title(source)
    yield PagePlan(
        path,
        blocks,
        drafts.page(title, f"{title}: its text, what rests on it, and what is known of it."),
        top=("publication",),
    )


def _language(source: Source) -> str:
    return "not stated, and not compared" if source.language == UNDETERMINED else escape.cell(source.language)


def withdrawn_in_words(source: Source) -> str:
    """When and why nothing of the article stands here any longer."""
    if source.withdrawn is None:
        return ""
    day = source.withdrawn.date
    on = f" {edtf.in_words(day)}" if edtf.is_valid(day) and day else ""
    return f"withdrawn{on}: {escape.cell(source.withdrawn.why)}"


def _notice(source: Source, lookup: Lookup) -> PagePlan:
    path = naming.source_page(source.id)
    told = "Nothing of its text is shown, quoted or counted; what cited it says so."
    rows = [
        ("Publisher", escape.cell(source.publisher) or "not known", ""),
        ("Published", published(source), ""),
        ("Text", withdrawn_in_words(source), told),
    ]
    blocks = {
        "publication": markdown.table(("What", "Known", "How"), rows),
        "adds": "",
        "text": "",
        "scope": state.scope(lookup),
    }
    title = naming.source_title(source)
    return PagePlan(path, blocks, drafts.page(title, f"{title}: withdrawn."), top=("publication",))


def _publication(source: Source, path: str, lookup: Lookup) -> str:
    rows = [
        ("Publisher", escape.cell(source.publisher) or "not known", ""),
        ("Published", edtf.in_words(source.published) or "not known", _how_dated(source)),
        ("Address", _address("where it appeared", source.url), ""),
        ("Archived", _address("archived copy", source.archived), ""),
        ("Genre", escape.cell(source.genre), ""),
        ("Note", escape.cell(source.note), ""),
        ("Language", _language(source), ""),
        ("Translation of", escape.cell(source.translation_of), ""),
        ("Text", _family_links(source, path, lookup), _shares(source, lookup)),
        ("Sentences", _sentences(source, lookup), ""),
        ("Rights", escape.cell(source.rights), ""),
        ("File", escape.cell(source.file), f"SHA-256 begins {source.sha256[:12]}"),
    ]
    return markdown.sections(
        _headline(source),
        markdown.table(("What", "Known", "How"), (row for row in rows if row[1])),
    )


def _headline(source: Source) -> str:
    known = wording.basis(source.title_basis)
    stated = source.title_basis in (Basis.STATED, Basis.LOOKED_UP)
    return wording.sentence(title_in_words(source)) + (f" ({known})" if source.title and stated else "")


def _how_dated(source: Source) -> str:
    reason = escape.cell(source.published_reason)
    return ": ".join(part for part in (wording.basis(source.published_basis), reason) if part)


def published(source: Source) -> str:
    known = wording.basis(source.published_basis)
    words = edtf.in_words(source.published) if source.published else "not known"
    return f"{words} ({known})" if known and source.published else words


def _address(words: str, url: str) -> str:
    target = escape.link(url)
    return f"[{words}]({target})" if target else ""


def _family_links(source: Source, path: str, lookup: Lookup) -> str:
    others = [one for one in family(source, lookup) if one != source.id]
    if not others:
        return "no other source shares it"
    return f"one text with {lineages.several(others, lookup, path)}"


def _shares(source: Source, lookup: Lookup) -> str:
    lineage = lookup.family[source.id]
    told = dict(lineages.shares(lineage, lookup)).get(source.id, "")
    set_by = f"set by an editor: {escape.cell(lineage.override)}" if lineage.override else ""
    return "; ".join(part for part in (f"share of it that stands in {told}" if told else "", set_by) if part)


def _sentences(source: Source, lookup: Lookup) -> str:
    passages = lookup.facts[source.id].passages
    elsewhere = sum(passage.ref in lookup.counterparts for passage in passages)
    cited = sum(passage.ref in lookup.briefing.cited_by for passage in passages)
    shown = sum(lookup.is_shown(passage.ref) for passage in passages)
    return (
        f"{len(passages)}, of which {elsewhere} {_verb(elsewhere, 'stands', 'stand')} in other sources, "
        f"reworded or not; {cited} {_verb(cited, 'is', 'are')} cited in this briefing, "
        f"{shown} {_verb(shown, 'is', 'are')} shown"
    )


def _verb(count: int, singular: str, plural: str) -> str:
    return singular if count == 1 else plural
