"""A text in what rendering adds to a page: evidence, pictures, the head, the data of scripts."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from xml.etree import ElementTree

import markdown

from build_scripts import escape
from build_scripts.export.pair import Scripts
from build_scripts.models import Ref
from build_scripts.render import pictures, search
from build_scripts.render.all_years import as_script
from build_scripts.render.chips import Cited
from build_scripts.render.corpus import Corpus, PassageEntry, SourceEntry
from build_scripts.render.evidence import evidence
from build_scripts.render.sharing.head import with_head
from build_scripts.render.sharing.page import Built, Claimed, Site, SourceFacts
from tests.hostile.streams import Stream, stream, unwrapped, with_text
from tests.hostile.strings import MARKER


def popover(text: str) -> None:
    """The evidence at the end of a page: an article's words, and who published them."""
    plain = escape.normalise(text)

    def drawn(words: str) -> Stream:
        return stream(evidence(*_corpus(words)))

    if plain.strip():
        assert _joined(drawn(plain)) == _joined(with_text(drawn(MARKER), MARKER, plain))


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


def _joined(found: Stream) -> Stream:
    """Without the marks of words that differ: which these are depends on the words."""
    return unwrapped(found, "class=d")


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
