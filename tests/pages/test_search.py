"""What a search finds: records by every name, prose by its words, published passages and no others."""

from __future__ import annotations

from dataclasses import replace

from build_scripts.models import Briefing, Ref
from build_scripts.pages.lookup import Lookup
from build_scripts.pages.prose import parts
from build_scripts.pages.search import Entry, entries
from tests.pages.invented import briefing


def found(of: Briefing, **pages: str) -> list[Entry]:
    texts = {path.replace("__", "/") + ".md": text for path, text in pages.items()}
    return list(entries(Lookup(of), texts, texts))


def test_alias_that_no_article_uses_is_found() -> None:
    made = briefing()
    actor = made.records.actors[0]
    named = replace(actor, aliases=(*actor.aliases, "Verrijn"))
    made = replace(made, records=replace(made.records, actors=(named, *made.records.actors[1:])))
    assert [one.page for one in found(made) if "Verrijn" in one.names] == [actor.page]


def test_contact_is_found_by_its_date_and_by_who_took_part() -> None:
    made = briefing()
    lookup = Lookup(made)
    dated = next(one for one in lookup.contacts if one.date and one.participants)
    entry = next(one for one in found(made) if one.page == lookup.contact_path(dated))
    assert entry.kind.startswith("Contact, ")
    assert dated.date in entry.names
    assert {lookup.actor[name].name for name in dated.participants if name in lookup.actor} <= {*entry.more}


def test_words_that_are_not_shown_are_not_found() -> None:
    made = briefing()
    for shown in (made.shown, frozenset[Ref]()):
        rows = [one for one in found(replace(made, shown=shown)) if one.anchor.startswith("p-")]
        assert len(rows) == len(shown)


def test_index_holds_every_shown_sentence_once() -> None:
    """It grows with the articles, not with how often pages quote them."""
    made = briefing()
    texts = [one.text for one in found(made)]
    shown = [passage.text for facts in made.facts for passage in facts.passages if passage.ref in made.shown]
    assert [sum(words in text for text in texts) for words in dict.fromkeys(shown)] == [
        shown.count(words) for words in dict.fromkeys(shown)
    ]


def test_prose_is_found_by_section_without_its_citations_and_blocks() -> None:
    text = (
        '---\ntitle: Water\n---\nOne [@010 "visited Lakeside"] [*two*](x.md).\n\n## Who { #w }\n\n- Three\n\n'
        "<!-- generated: facts -->\n\n| A | B |\n\n<!-- end generated: facts 00000000 -->\n"
    )
    assert [(part.title, part.anchor, part.text) for part in parts(text)] == [
        ("", "", "One two."),
        ("Who", "w", "Three"),
    ]
    rows = [one for one in found(briefing(), water=text) if one.page == "water.md"]
    assert [(one.kind, one.title, one.anchor) for one in rows] == [
        ("Page", "Water", ""),
        ("In: Water", "Who", "w"),
    ]


def test_notice_at_an_address_of_a_record_is_not_found() -> None:
    assert not [one for one in found(briefing(), chronology__gone="Dismissed.") if "gone" in one.page]


def test_paragraph_that_cites_a_withdrawn_article_is_not_found() -> None:
    text = 'One “a fair share” [@010 "a fair share"].\n\nTwo “left the valley” [@011 "left the valley"].\n'
    assert [part.text for part in parts(text, withdrawn={"010"})] == ["Two “left the valley”."]


def test_addresses_are_not_found_however_a_link_is_written() -> None:
    text = '[He][one], <a href="gone.html">she</a> and [they](gone.md) say 3 < 4.\n\n[one]: gone.md\n'
    assert [part.text for part in parts(text)] == ["He, she and they say 3 < 4."]
