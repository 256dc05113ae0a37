"""No words of an article or a record come into a page's Markdown but through what makes them inert.

The type checker knows one kind of text only. What it cannot hold, the rule of `flow` does: it follows the
words from the records through every function of `pages/` into the plan of a page. A field whose type is text
is somebody's words unless it is listed here as the program's own.
"""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

from build_scripts import pages
from tests.pages.flow import Known, Program, Raw

FOLDER = Path(pages.__file__).parent

INERT = frozenset(
    {
        *(
            "escape.strict",
            "escape.readable",
            "escape.cell",
            "escape.front_matter",
            "escape.link",
            "escape.svg",
        ),
        *("markdown.inline", "markdown.words", "markdown.heading", "markdown._encoded", "drafts._anchor"),
    }
)
"""Functions that make any text inert. Each is held to it by tests/hostile/test_contexts.py."""

OWN = frozenset(
    {
        # Letters, digits, `.`, `_` and `-`: read/names.py, read/front.py and read/events.py see to it.
        *("Source.id", "Lineage.id", "Lineage.sources", "Ref.source", "Evidence.source", "Passage.source"),
        *("Reading.source", "Credit.source", "Mention.source", "Development.editions"),
        *("Event.id", "Facet.id", "Topic.id", "Facet.having"),
        # Hexadecimal digits that the build makes.
        *("Source.sha256", "Passage.id", "Ref.passage", "Evidence.passage", "Reading.passage"),
        *("Contact.evidence_code", "state._code"),
        # The program's own words: of enumerations, of dates, of the guide that comes with it.
        *("Contact.found_kind", "Contact.found_status", "Contact.date", "edtf.in_words", "Briefing.guide"),
        *("Lookup.coverage", "SourceLookup.lineage_classes"),
        # What the parts of a long list are called: parts.py makes the names of dates and letters.
        "Part.name",
        "Form.kind",
    }
)
"""Fields and functions whose words nobody else chooses, beyond an alphabet in which nothing can act."""

SINKS = {
    "PagePlan": frozenset({"blocks", "draft"}),
    "Row": frozenset({"lineage"}),
    "Mark": frozenset({"lineage"}),
    "Group": frozenset({"head"}),
    "Block": frozenset({"every", "shown"}),
    "Long": frozenset({"block", "into", "unit"}),
}
"""What stands in a page, or in a picture, as it is."""


@cache
def _held() -> dict[str, ast.Module]:
    """The modules that are held to the rule."""
    held = {path.stem: ast.parse(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.py"))}
    held["pages"] = held.pop("__init__")
    return {**held, "naming": ast.parse((FOLDER.parent / "naming.py").read_text("utf-8"))}


@cache
def _known() -> Known:
    """The types of the whole program."""
    known = Known(inert=INERT, own=OWN, sinks=SINKS, printed=frozenset({"Ref"}))
    for path in sorted(FOLDER.parent.rglob("*.py")):
        if path.parent != FOLDER:
            name = ".".join(path.relative_to(FOLDER.parent).with_suffix("").parts)
            known.read(name, ast.parse(path.read_text("utf-8")))
    for name, tree in _held().items():
        known.read(name, tree)
    return known


def unescaped() -> list[Raw]:
    return Program(_held(), _known()).unescaped(["pages.pictures"])


def unescaped_in(code: str) -> list[Raw]:
    """The same for a module beside those that it imports."""
    beside = {name: _held()[name] for name in ("markdown", "naming", "wording")}
    tree = ast.parse(_HEAD + code)
    _known().read("added", tree)
    return Program({**beside, "added": tree}, _known()).unescaped()


def test_words_of_records_are_made_inert_before_they_join_a_page() -> None:
    assert unescaped() == [], "escape it; or, if nobody else can choose these words, say so in OWN"


_HEAD = """
from build_scripts import edtf, escape, naming, text
from build_scripts.models import Actor, Claim, Contact, Evidence, PagePlan, Passage, Ref, Source
from build_scripts.pages import markdown, wording
from build_scripts.pages.lookup import Lookup
"""
WAYS = {
    "an f-string": 'PagePlan("a.md", {"a": f"- {p.text}"}, "")',
    "a sum": 'PagePlan("a.md", {"a": "- " + p.text}, "")',
    "a keyword": 'PagePlan("a.md", draft=p.text, blocks={})',
    "a star": 'PagePlan(*("a.md", {"a": p.text}, ""))',
    "a format": 'PagePlan("a.md", {"a": "{}".format(p.text)}, "")',
    "a remainder": 'PagePlan("a.md", {"a": "%s" % p.text}, "")',
    "a method of text": 'PagePlan("a.md", {"a": p.text.upper()[1:]}, "")',
    "a function of another module": 'PagePlan("a.md", {"a": text.fold(p.text).text}, "")',
    "a function with no name": 'PagePlan("a.md", {"a": (lambda one: one)(p.text)}, "")',
    "a key": 'PagePlan("a.md", {p.text: ""}, "")',
    "a call by its name": 'PagePlan("a.md", {"a": getattr(p, "text")}, "")',
    "the fields by their names": 'PagePlan("a.md", {"a": vars(p)["text"]}, "")',
    "a record printed whole": 'PagePlan("a.md", {"a": f"{p}"}, "")',
    "a record as text": 'PagePlan("a.md", {"a": str(p)}, "")',
    "a map": 'PagePlan("a.md", {"a": " ".join(map(str.strip, [p.text]))}, "")',
    "words said to be a list": 'PagePlan("a.md", {"a": markdown.bullets([p.text])}, "")',
    "words within a date": 'PagePlan("a.md", {"a": wording.value(c.value)}, "")',
    "a title": 'PagePlan("a.md", {"a": lookup.titles["a.md"]}, "")',
    "a name that nobody has": 'PagePlan("a.md", {"a": unheard_of}, "")',
    "a field that nobody has": 'PagePlan("a.md", {"a": p.unheard_of}, "")',
}
BODIES = {
    "a name": 'words = p.text.strip()\n    return PagePlan("a.md", {"a": f"“{words}”"}, "")',
    "a walrus": 'return PagePlan("a.md", {"a": said if (said := p.text) else ""}, "")',
    "a loop": "lines = []\n    for one in s.lineage_with:\n        lines += [one]\n"
    '    return PagePlan("a.md", {"a": " ".join(lines)}, "")',
    "an item": 'blocks = {}\n    blocks["a"] = p.text\n    return PagePlan("a.md", blocks, "")',
    "a list that grows": 'a = []\n    a.append(p.text)\n    return PagePlan("a.md", {"a": a[0]}, "")',
    "a match": 'match p.text:\n        case one:\n            return PagePlan("a.md", {"a": one}, "")',
    "a function within": 'def told(words: str) -> str:\n        return f"- {words}"\n'
    '    return PagePlan("a.md", {"a": told(p.text)}, "")',
    "a name that hides a function": 'escape = p\n    return PagePlan("a.md", {"a": escape.text}, "")',
    "a variable named as what escapes": 'cell = s\n    return PagePlan("a.md", {"a": cell.title}, "")',
}
FUNCTIONS = {
    "a parameter": 'def told(words: str) -> str:\n    return f"- {words}"\n'
    'def a(p: Passage) -> PagePlan:\n    return PagePlan("a.md", {"a": told(p.text)}, "")',
    "two calls deep": "def b(words: str) -> str:\n    return words\n"
    "def told(words: str) -> str:\n    return b(words)\n"
    'def a(p: Passage) -> PagePlan:\n    return PagePlan("a.md", {"a": told(words=p.text)}, "")',
    "a plan made elsewhere": "def plan(words: str) -> PagePlan:\n    "
    'return PagePlan("a.md", {"a": words}, "")\n'
    "def a(p: Passage) -> PagePlan:\n    return plan(p.text)",
    "a generator": "def told(p: Passage) -> Iterator[str]:\n    yield p.text\n"
    'def a(p: Passage) -> PagePlan:\n    return PagePlan("a.md", {"a": " ".join(told(p))}, "")',
    "a function that is handed over": "def told(p: Passage, which: Callable[[Passage], str]) -> str:\n"
    "    return which(p)\ndef which(p: Passage) -> str:\n    return p.text\n"
    'def a(p: Passage) -> PagePlan:\n    return PagePlan("a.md", {"a": told(p, which)}, "")',
    "a lambda that is handed over": "def told(p: Passage, which: Callable[[Passage], str]) -> str:\n"
    "    return which(p)\n"
    'def a(p: Passage) -> PagePlan:\n    return PagePlan("a.md", {"a": told(p, lambda one: one.text)}, "")',
    "another name for a type": "Row = tuple[str, int]\ndef told(p: Passage) -> Row:\n    return p.text, 1\n"
    'def a(p: Passage) -> PagePlan:\n    return PagePlan("a.md", {"a": told(p)[0]}, "")',
    "a function of the same name as what escapes": "def cell(words: str) -> str:\n    return words\n"
    'def a(p: Passage) -> PagePlan:\n    return PagePlan("a.md", {"a": cell(p.text)}, "")',
}
_ABOUT = "(p: Passage, c: Claim, s: Source, lookup: Lookup) -> PagePlan:\n    "


@pytest.mark.parametrize(
    "code",
    [
        *(pytest.param(f"def a{_ABOUT}return {way}", id=name) for name, way in WAYS.items()),
        *(pytest.param(f"def a{_ABOUT}{body}", id=name) for name, body in BODIES.items()),
        *(pytest.param(code, id=name) for name, code in FUNCTIONS.items()),
    ],
)
def test_each_way_round_it_is_refused(code: str) -> None:
    assert unescaped_in(code) != []


@pytest.mark.parametrize(
    "told",
    [
        "markdown.words(p.text)",
        'f"{escape.cell(p.text)} {markdown.cite([p.ref])}"',
        "wording.listed(markdown.quoted(one) for one in (p.text, s.title))",
        '"yes" if p.text else "no"',
        "wording.counted(len(p.text), 'letter')",
        "edtf.in_words(s.published)",
        "p.kind.value",
        'f"{p.number} of {len(lookup.sources):d}"',
        'f"[{escape.strict(s.title)}]({escape.link(s.url)})"',
    ],
)
def test_words_made_inert_and_words_of_our_own_pass(told: str) -> None:
    assert unescaped_in(f'def a{_ABOUT}return PagePlan("a.md", {{"a": {told}}}, "")') == []


def test_what_is_said_to_be_inert_or_our_own_exists() -> None:
    """So that a name in the lists above cannot outlive what it names."""
    for name in (*INERT, *OWN):
        owner, _, of = name.partition(".")
        assert of in _known().fields.get(owner, ()) or name in _known().returns, name
