"""Every way in which an article's text reaches an output: it prints there as a harmless word would.

What is compared is the whole stream of elements, attributes and text of the output with that of the same
output holding a harmless marker; so nothing may appear, vanish or change but the text itself.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import jinja2
import markdown
import pytest
import yaml
from hypothesis import HealthCheck, given, settings

from build_scripts import escape, reporting
from build_scripts.citations import parse_one
from build_scripts.errors import Fault
from build_scripts.export.feed import feed
from build_scripts.export.formats import as_csv, as_json
from build_scripts.export.pair import Scripts
from build_scripts.guide import parse as guide_of
from build_scripts.models import (
    Actor,
    ActorKind,
    Briefing,
    Citation,
    Config,
    Contact,
    ContactKind,
    Correction,
    Evidence,
    Findings,
    Records,
    Ref,
    ReviewRow,
    Source,
    Status,
    Withdrawal,
)
from build_scripts.pages import drafts
from build_scripts.pages import markdown as writing
from build_scripts.render import pictures, search
from build_scripts.render.all_years import as_script
from build_scripts.render.chips import Cited
from build_scripts.render.corpus import Corpus, PassageEntry, SourceEntry
from build_scripts.render.evidence import evidence
from build_scripts.render.sharing.head import with_head
from build_scripts.render.sharing.page import Built, Claimed, Site, SourceFacts
from build_scripts.text import fold
from tests.hostile.streams import Stream, stream, with_text
from tests.hostile.strings import MARKER, hostile

SHORT, LONG = 300, 5_000
LINKS = reporting.Links(guide_of("# Guide\n"), "guide.md")
VECTORS = yaml.safe_load((Path(__file__).parents[1] / "cases/hostile/vectors.yml").read_text("utf-8"))
FOUND = yaml.safe_load((Path(__file__).parents[1] / "cases/hostile/found.yml").read_text("utf-8"))
Check = Callable[[str], None]


LONG_CELL = "Arden and Corran and Verrin and Marsh, and all who came with them. " * 3
"""A table of short cells is drawn as narrow as it can be: here the text is not to decide that."""


def _linked(text: str) -> str:
    return writing.link(text, "a.md", "b.md")


def _page(text: str) -> str:
    """A page with the text in every place that a page has for it, one below another.

    No page puts a text into an attribute list: there the reader's quotation marks would end it.
    """
    words, inline = writing.words(text), writing.inline(text)
    return "\n\n".join(
        (
            writing.heading(2, text, "h"),
            words,
            f"Arden said: {words} and left.",
            f"{writing.quoted(text)} is what Arden said.",
            writing.table(
                ["One", inline], [[words, writing.quoted(text)], [inline, _linked(text)], ["", LONG_CELL]]
            ),
            writing.bullets([words, f"Arden: {writing.quoted(text)}", writing.bullets([words], 1).strip()]),
            f"[{escape.strict(text)}](https://example.org/ '{escape.strict(text)}')",
            f"[#0a1b2c3d 7] Arden said: {words}",
            "The last line, which must still be there.",
        )
    )


def _rendered(text: str) -> str:
    page = markdown.Markdown(
        extensions=["attr_list", "tables", "toc", "build_scripts.render.extension"],
        extension_configs={"build_scripts.render.extension": {"data": str(_data())}},
    )
    return page.convert(_page(text))


@cache
def _data() -> Path:
    return Path(__file__).parent / "data"


@cache
def _harmless() -> Stream:
    return stream(_rendered(MARKER))


def pages(text: str) -> None:
    plain = escape.one_line(text)
    if plain:
        assert _without_marks(stream(_rendered(text))) == _without_marks(
            with_text(_harmless(), MARKER, plain)
        )


def _without_marks(found: Stream) -> Stream:
    """Without the narrow space that parts our quotation marks from the article's, and without the face of
    words in quotation marks: a name or a title may hold such marks, and looks as it does in prose."""
    bare = [tuple(part.replace("\u202f", "") for part in parts) for parts in found]
    return _unwrapped(bare, "class=q")


def _unwrapped(found: Stream, of_class: str) -> Stream:
    """Without the spans of a class; what stands in them joins what stands around. Blanks do not count."""
    joined: Stream = []
    dropped: list[bool] = []
    for parts in found:
        if parts[:2] == ("element", "span"):
            dropped.append(parts[2:] == (of_class,))
            if dropped[-1]:
                continue
        if parts == ("end", "span") and dropped.pop():
            continue
        if parts[0] == "text" and joined and joined[-1][0] == "text":
            joined[-1] = ("text", joined[-1][1] + parts[1])
        else:
            joined.append(parts)
    return [tuple(re.sub(r"\s+", "", part) for part in parts) for parts in joined if parts != ("text", "")]


def paragraphs(text: str) -> None:
    """Lines and paragraphs of the text may part it; no element but a paragraph appears."""
    found = stream(markdown.markdown(escape.readable(text), extensions=["attr_list", "tables", "toc"]))
    assert {parts for parts in found if parts[0] != "text"} <= {("element", "p"), ("end", "p")}
    shown = "".join(parts[1] for parts in found if parts[0] == "text")
    assert shown.replace(" ", "") == escape.one_line(text).replace(" ", "")


TEMPLATES = (
    "<title>{{ t | striptags | e }}</title>",
    '<meta name="description" content="{{ t }}">',
    "<h1>{{ t }}</h1>",
)
"""How a theme prints a page's title and description: as they stand, for want of anything better."""


def _drafted(text: str) -> Contact:
    piece = Evidence("n1", "0a1b2c3d", 0, 1, text, "1998-05-04", "", Status.HAPPENED)
    given = ("c1", text, "1998-05-04", ContactKind.MEETING, Status.HAPPENED, text, (text,), (), (piece,), ())
    return Contact(*given)


def front_matter(text: str) -> None:
    contact = _drafted(text)
    drafted = yaml.safe_load(drafts.contact(contact, contact.evidence).split("---\n")[1])
    assert list(drafted) == ["title", "description", "id", "anchors", "found"]
    (anchor,) = map(parse_one, drafted["anchors"])
    assert isinstance(anchor, Citation)
    assert anchor.passage == "0a1b2c3d" or fold(anchor.words).text == fold(text).text
    loaded = yaml.safe_load(drafts.page(text, text).split("---\n")[1])
    assert list(loaded) == (["title", "description"] if text else ["title"])
    for template in TEMPLATES:
        printed = jinja2.Environment(autoescape=False).from_string(template)
        expected = with_text(stream(printed.render(t=MARKER)), MARKER, escape.one_line(text))
        found = stream(printed.render(t=loaded["title"]))
        if "striptags" in template:  # which makes one space of any white space
            found, expected = (_one_space(parts) for parts in (found, expected))
        assert found == expected


def _one_space(found: Stream) -> Stream:
    squeezed = [tuple(" ".join(part.split()) for part in parts) for parts in found]
    return [parts for parts in squeezed if parts != ("text", "")]


def _corpus(text: str) -> tuple[Corpus, list[Cited]]:
    source = SourceEntry("n1", text, text, "sources/n1.md", text, "", "", "n1", "l1", "", False)
    other = SourceEntry("n2", "B", text, "sources/n2.md", "Mail", "", "", "n2", "l2", "", False)
    refs = [Ref("n1", "0a1b2c3d"), Ref("n1", "1a1b2c3d"), Ref("n2", "2a1b2c3d")]
    entries = [
        PassageEntry(refs[0], 1, "sentence", 0, text, (refs[2],), ()),
        PassageEntry(refs[1], 2, "sentence", 9, text, (), ()),
        PassageEntry(refs[2], 1, "sentence", 0, f"Arden said {text}.", (), ()),
    ]
    corpus = Corpus({"n1": source, "n2": other}, {entry.ref: entry for entry in entries})
    return corpus, [Cited(source, entries[0]), Cited(other, entries[2])]


def popover(text: str) -> None:
    """The evidence at the end of a page: an article's words, and who published them."""
    plain = escape.normalise(text)

    def drawn(words: str) -> Stream:
        return stream(evidence(*_corpus(words)))

    if plain.strip():
        assert _joined(drawn(plain)) == _joined(with_text(drawn(MARKER), MARKER, plain))


def _joined(found: Stream) -> Stream:
    """Without the marks of words that differ: which these are depends on the words."""
    return _unwrapped(found, "class=d")


def drawing(text: str) -> None:
    """A picture, as a file and within a page."""

    def drawn(words: str) -> str:
        words = escape.svg(words)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg"><title>{words}</title>'
            f'<a href="/a.md" aria-label="{words}">'
            f'<text x="1">{words}</text></a></svg>'
        )

    def inlined(words: str) -> Stream:
        tree = ElementTree.fromstring(drawn(words))
        pictures._make_inert(tree)
        return stream(markdown.Markdown().serializer(tree).replace("\x02amp\x03", "&"))

    def as_file(words: str) -> Stream:
        nodes = ElementTree.fromstring(drawn(words)).iter()
        return [(node.tag, node.get("aria-label", ""), (node.text or "").strip(" ")) for node in nodes]

    plain = escape.one_line(text)
    assert as_file(text) == [
        tuple(part.replace(MARKER, plain) for part in parts) for parts in as_file(MARKER)
    ]
    assert inlined(text) == with_text(inlined(MARKER), MARKER, plain)


def tables(text: str) -> None:
    """CSV keeps its rows and columns and holds no formula; JSON gives the text back, and holds no markup."""
    rows = [{"a": text, "b": [text], "c": "end"}] * 2
    found = list(csv.reader(io.StringIO(as_csv(rows, ["a", "b", "c"]), newline="")))
    assert [len(row) for row in found] == [3, 3, 3]
    for cell in (cell for row in found for cell in row):
        assert not re.match(r"[\s\ufeff]*[=+@＝＋＠－-]", cell) or re.fullmatch(
            r"[+-]?\d+(\.\d+)?", cell, re.ASCII
        )
    assert found[1][0].replace("'", "") == escape.normalise(text).replace("'", "")
    # Where lists have other signs than commas, each part of a cell is a cell.
    for cell in re.split(r"[;|\t\n]", as_csv(rows, ["a", "b", "c"])):
        assert not re.match(r"[ \"\u00a0\ufeff]*[=+@＝＋＠-]", cell) or re.match(
            r"[+-]?\d+(\.\d+)?,", cell, re.ASCII
        )
    assert json.loads(found[1][1]) == [text]
    assert json.loads(as_json(rows)) == rows


def links(text: str) -> None:
    for url in (text, f"https://example.org/{text}", f"https://{text}"):
        address = escape.link(url)
        assert not address or re.fullmatch(r"https?://[A-Za-z0-9/:?=&%#+,;.@~_-]+", address)
    inside = writing.address(text, "a/b.md")
    assert re.fullmatch(r"[A-Za-z0-9/%#._~-]*", inside)


OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]|##\\[|(?m:^\\s*::)")


def terminal(text: str) -> None:
    """Nothing that a terminal or the log of a workflow obeys: no control but a line's end and a tab,
    nothing that turns text round, no command."""
    shown = escape.console(text)
    assert not OBEYED.search(shown)
    assert escape.console(shown) == shown
    row = ReviewRow(0, text, text, 1, text)
    printed = escape.json_text(reporting.as_json([row], LINKS))
    assert not OBEYED.search(printed)
    assert json.loads(printed)[0]["what"] == text
    said = reporting.annotation("error", Fault(text, 1, text, text), text, "")
    assert not OBEYED.search(said.removeprefix("::error "))
    assert len(said.splitlines()) == 1


def summary(text: str) -> None:
    """A row of the table that the code host shows of a run."""

    def drawn(words: str) -> Stream:
        told = reporting.as_markdown([ReviewRow(0, words, "docs/a.md", 1, words)], LINKS)
        return stream(markdown.markdown(told, extensions=["tables"]))

    if plain := escape.one_line(text):
        assert drawn(text) == with_text(drawn(MARKER), MARKER, plain)


def atom(text: str) -> None:
    """The feed: a correction and a withdrawal, well-formed, with the words that they have."""

    def drawn(words: str) -> list[tuple[str, str]]:
        made = Correction("2026-11-21", words, words, words)
        gone = Source("n1", "n1.txt", words, "", "", title=words, publisher=words)
        gone = replace(gone, withdrawn=Withdrawal("2026-11-21", words))
        actor = Actor("a", words, ActorKind.PERSON, "", "actors/a.md")
        records = Records(actors=(actor,), corrections=(("actors/a.md", made),))
        config = Config("", "mkdocs.yml", words, site_url="https://example.org/")
        told = feed(Briefing(config, (), (), records, Findings(), withdrawn=(gone,)))
        return [
            (node.tag, (node.text or "").strip(" \n"))
            for node in ElementTree.fromstring(told).iter()
            if not node.tag.endswith("}id")
        ]

    drawn(text)
    if plain := escape.one_line(text):
        assert drawn(plain) == [(tag, said.replace(MARKER, plain)) for tag, said in drawn(MARKER)]


def head(text: str) -> None:
    """What a page's head says of it: descriptions for previews, and the same for machines."""

    def drawn(words: str) -> str:
        claim = Claimed("claim-a", words, ("sources/n1.html",))
        source = SourceFacts(words, words, words, "1998-05-04", False, "", False)
        site = Site(words, words, "https://example.org/", {"sources/n1.html": source})
        page = Built(
            *("a.html", "", "actors", words, words, "reviewed", words, "", "0a1b2c3d", True),
            *(("sources/n1.html",), (claim,)),
        )
        return with_head("<html><head></head><body></body></html>", page, site)

    def data(page: str) -> str:
        return page.split('<script type="application/ld+json">')[1].split("</script>")[0]

    if not (plain := escape.one_line(text)):
        return
    found, harmless = drawn(plain), drawn(MARKER)
    assert not set("<>&") & set(data(found))
    assert json.loads(data(found)) == json.loads(data(harmless), object_hook=_with(plain))
    found, harmless = found.replace(data(found), ""), harmless.replace(data(harmless), "")
    assert stream(found) == with_text(stream(harmless), MARKER, plain)


def _with(text: str) -> Callable[[dict[str, object]], dict[str, object]]:
    def replaced(given: dict[str, object]) -> dict[str, object]:
        return {
            key: value.replace(MARKER, text) if isinstance(value, str) else value
            for key, value in given.items()
        }

    return replaced


def scripts(text: str) -> None:
    """What scripts are given to show: the index of the search, and the articles side by side."""
    plain = escape.normalise(text)
    assert stream(search._shown(text)) == with_text(stream(search._shown(MARKER)), MARKER, _blanks(plain))
    names = ("label", "name", "page", "lineage_class", "language")
    given = {**dict.fromkeys(names, text), "id": "n1", "withdrawn": False}
    told = Scripts()
    told.add("sources", given, {name: json.dumps(value) for name, value in given.items()})
    (script,) = (one for name, one in told.files().items() if name == "pair.js")
    assert not set("<>&\u2028\u2029") & set(script)
    (row,) = json.loads(script.partition(" = ")[2].rstrip(";\n"))["sources"]
    assert [row[name] for name in names] == [plain] * len(names)
    written = as_script("briefingRows", {"rows": [[text], (text,)]})
    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written.partition("=")[2].rstrip(";\n")) == {"rows": [[plain], [plain]]}


def _blanks(text: str) -> str:
    return re.sub(r"[ \n]+", " ", text)


def anchors(text: str) -> None:
    """The place that a heading names: nothing but a name and classes, whatever a record is called."""
    found = stream(
        markdown.markdown(writing.heading(2, "A", f"a{text}", f"b{text}"), extensions=["attr_list"])
    )
    names = {part.partition("=")[0] for parts in found for part in parts[2:] if parts[0] == "element"}
    assert names <= {"id", "class"}
    assert ("text", "A") in found


CHECKS: tuple[Check, ...] = (
    pages,
    paragraphs,
    front_matter,
    popover,
    drawing,
    tables,
    links,
    terminal,
    summary,
    atom,
    head,
    scripts,
    anchors,
)
CONTEXTS: dict[str, tuple[Check, ...]] = {
    "paragraph": (pages, paragraphs),
    "quotation": (pages, popover),
    "table cell": (pages, summary),
    "list item": (pages,),
    "heading": (pages, anchors),
    "link text": (pages,),
    "address": (links,),
    "attribute": (pages, popover, drawing, head),
    "front matter": (front_matter,),
    "title and description": (front_matter, head),
    "JSON": (tables,),
    "JSON-LD": (head,),
    "CSV": (tables,),
    "feed": (atom,),
    "search index": (scripts,),
    "script that holds data": (scripts,),
    "SVG": (drawing,),
    "console": (terminal,),
    "log of a workflow": (terminal,),
    "summary of a workflow": (summary,),
}
"""Where a text of anyone is printed. There is no calendar; a new kind of file needs a context here."""
KINDS = {
    ".html": "paragraph",
    ".json": "JSON",
    ".csv": "CSV",
    ".xml": "feed",
    ".svg": "SVG",
    ".js": "script that holds data",
}
OF_THE_THEME = frozenset({".css", ".gz", ".ico", ".map", ".png", ".txt"})
"""Kinds of files in which no text of anyone stands: nothing is printed into them."""


def test_every_check_is_that_of_a_context() -> None:
    assert {check for checks in CONTEXTS.values() for check in checks} == set(CHECKS)


def test_every_kind_of_file_on_the_site_has_its_context(site: Path) -> None:
    kinds = {file.suffix for file in site.rglob("*") if file.is_file()}
    assert kinds - OF_THE_THEME <= set(KINDS)
    assert set(KINDS.values()) <= set(CONTEXTS)


def _many(check: Check, count: int) -> None:
    quiet = [HealthCheck.too_slow, HealthCheck.data_too_large]
    settings(max_examples=count, deadline=None, database=None, suppress_health_check=quiet)(
        given(hostile)(check)
    )()


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_any_string_prints_as_a_harmless_word_would(check: Check) -> None:
    _many(check, SHORT)


@pytest.mark.long
@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_thousands_of_strings_print_as_a_harmless_word_would(check: Check) -> None:
    _many(check, LONG)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_known_attacks_and_what_was_found_print_as_a_harmless_word_would(check: Check) -> None:
    for text in (*VECTORS, *FOUND):
        check(text)
