"""Render: the steps of Python-Markdown and of the engine in, the same with less to do on each page out.

What they make stays as it was, to the letter; they no longer look for what cannot be there. Half of the time
of a page went into patterns whose first sign it does not hold.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any
from weakref import WeakKeyDictionary
from xml.etree.ElementTree import Element

from markdown import Markdown, inlinepatterns
from markdown.inlinepatterns import DelimiterProcessor
from markdown.postprocessors import RawHtmlPostprocessor
from markdown.treeprocessors import InlineProcessor, UnescapeTreeprocessor
from markdown.util import HTML_PLACEHOLDER, STX, AtomicString, Registry

from build_scripts.render.inline import QUOTED, SENTENCE
from build_scripts.render.marks import RUN_TOKEN
from build_scripts.render.within import NotPlain, Within

_Signs = tuple[str, ...]
"""Of these a text must hold one for a pattern to match in it."""

_SIGNS: dict[str, _Signs] = {
    inlinepatterns.BACKTICK_RE: ("`",),
    inlinepatterns.ESCAPE_RE: ("\\",),
    inlinepatterns.LINK_RE: ("[",),
    inlinepatterns.IMAGE_LINK_RE: ("![",),
    inlinepatterns.AUTOLINK_RE: ("<",),
    inlinepatterns.AUTOMAIL_RE: ("<",),
    inlinepatterns.HTML_RE: ("<",),
    inlinepatterns.ENTITY_RE: ("&",),
    inlinepatterns.LINE_BREAK_RE: ("  \n",),
    RUN_TOKEN: (STX,),
    QUOTED: ("“", '"'),
    SENTENCE: ("[#",),
}
"""By the pattern as it is written: one that nobody here knows is looked for in every text."""
# match: "/sources/000.md#p-a3f9c102"   near-miss: "pair.md?a=000", "https://example.org/a.md", "a%20b.md"
_PLAIN_LINK = re.compile(r"/?[\w./-]+\.md(?:#[\w.:-]+)?")
_KEPT = re.compile(f"<p>{HTML_PLACEHOLDER % '([0-9]+)'}</p>|{HTML_PLACEHOLDER % '([0-9]+)'}")
_REFERENCES = frozenset(
    {
        inlinepatterns.ReferenceInlineProcessor,
        inlinepatterns.ShortReferenceInlineProcessor,
        inlinepatterns.ImageReferenceInlineProcessor,
        inlinepatterns.ShortImageReferenceInlineProcessor,
    }
)
"""Patterns that stand for nothing on a page without a definition of a reference."""


def spare(md: Markdown) -> None:
    """Have the steps that take their time on every page take less of it."""
    md.treeprocessors.register(_Inline(md), "inline", 20)
    md.treeprocessors.register(_Unescape(md), "unescape", 0)
    if type(md.postprocessors["raw_html"]) is RawHtmlPostprocessor:
        md.postprocessors.register(_RawHtml(md), "raw_html", 30)
    # A list is looked through for it, at each element and by several steps. The checker allows no method
    # in the place of another, and the converter has no other door.
    md.is_block_level = cache(md.is_block_level)  # type: ignore[method-assign]


class _Inline(InlineProcessor):
    """What stands within paragraphs, pattern by pattern; those without a sign of theirs are passed over."""

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        signs = [self._signs_of(pattern) for pattern in self.inlinePatterns]
        self._looked_for = [(at, _one_of(each)) for at, each in enumerate(signs) if each != ()]
        self._any = _one_of(None if None in signs else {sign for each in signs for sign in each or ()})
        within = None if None in signs else self._within()
        if within is None or any(node.tail and self._any(node.tail) for node in tree.iter()):
            return super().run(tree, ancestors)
        for node in [each for each in tree.iter() if each is not tree]:
            text = node.text
            if text and not isinstance(text, AtomicString) and self._any(text):
                try:
                    within.put(text, node)
                except NotPlain:
                    self._by_itself(node)
        return tree

    def _within(self) -> Within | None:
        """What draws most texts in one go, where nothing but what it knows may stand in them."""
        found = [_step(self.inlinePatterns, f"briefing-{name}") for name in ("chips", "quoted", "sentences")]
        tokens = {token for one in self.inlinePatterns for token in getattr(one, "tokens", ())}
        is_known = None not in found and tokens <= {"*", "_"} and not self.md.references
        return Within(*found) if is_known else None

    def _by_itself(self, node: Element) -> None:
        """One text drawn by the library, as if it stood by itself."""
        around, alone = Element("div"), Element(node.tag)
        around.append(alone)
        alone.text = node.text
        super().run(around, [])
        node.text = alone.text
        node[:0] = list(alone)

    def _signs_of(self, pattern: Any) -> _Signs | None:
        if type(pattern) in _REFERENCES and not self.md.references:
            return ()
        if type(pattern) is DelimiterProcessor:
            return tuple(pattern.tokens)
        return _SIGNS.get(pattern.pattern)

    # The library's method by its private name: were it called otherwise, this one would not be called at all,
    # and every pattern would be looked for.
    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:
        if isinstance(data, AtomicString) or not self._any(data):
            return data
        for at, may_match in self._looked_for:
            if at < patternIndex or not may_match(data):
                continue
            start, is_found = 0, True
            while is_found:
                # Its own name for a private method: the checker does not know the mangled form.
                data, is_found, start = self._InlineProcessor__applyPattern(  # type: ignore[attr-defined]
                    self.inlinePatterns[at], data, at, start
                )
        return data


def _one_of(signs: Iterable[str] | None) -> Callable[[str], object]:
    """What finds one of the signs in a text; where they are not known, it may be anywhere."""
    return re.compile("" if signs is None else "|".join(map(re.escape, sorted(signs)))).search


class _Unescape(UnescapeTreeprocessor):
    """Characters that were escaped; most texts hold none, and most pages."""

    def run(self, root: Element) -> None:
        # The lines of the page at hand: the library sets them, and does not declare them.
        if any("\\" in line for line in getattr(self.md, "lines", "\\")):
            super().run(root)

    def unescape(self, text: str) -> str:
        return super().unescape(text) if STX in text else text


class _RawHtml(RawHtmlPostprocessor):
    """Puts markup that was kept aside in its place; most of it holds no sign for further markup."""

    def run(self, text: str) -> str:
        kept = [str(one) for one in self.md.htmlStash.rawHtmlBlocks]
        if any(STX in one for one in kept):
            return super().run(text)

        def put(match: re.Match[str]) -> str:
            alone, number = match[1], int(match[1] or match[2])
            if number >= len(kept):
                return match[0]
            return f"<p>{kept[number]}</p>" if alone and not self.isblocklevel(kept[number]) else kept[number]

        return _KEPT.sub(put, text)


def without_contents(root: Element, md: Markdown) -> Callable[[], None]:
    """Let nobody look for the place of a list of contents in a page that names none, until it is drawn."""
    toc = _step(md.treeprocessors, "toc")
    marker = getattr(toc, "marker", "")
    if not marker or any(marker in text for text in root.itertext()):
        return lambda: None
    toc.marker = ""
    return lambda: setattr(toc, "marker", marker)


_KNOWN: WeakKeyDictionary[Any, dict[tuple[str, str, str], tuple[str, Any]]] = WeakKeyDictionary()
"""For the files of a build: the address of a page and its file, by who asks from where, and by its link."""


def with_remembered_addresses(md: Markdown) -> None:
    """Have the engine look for each page that others link to once, not once for each link."""
    relpath = _step(md.treeprocessors, "relpath")
    if not isinstance(getattr(relpath, "links_to_anchors", None), dict):
        return
    ask: Callable[[str], str] = relpath.path_to_url
    folder, place = (posixpath.dirname(path) for path in (relpath.file.src_uri, relpath.file.url))
    known = _KNOWN.setdefault(relpath.files, {})

    def path_to_url(url: str) -> str:
        if not _PLAIN_LINK.fullmatch(url):
            return ask(url)
        page, _, anchor = url.partition("#")
        found = known.get((folder, place, page))
        if found is None:
            path = posixpath.normpath(posixpath.join(folder, page).lstrip("/"))
            target = relpath.files.get_file_from_path(path)
            if target is None or target.inclusion.is_excluded():
                return ask(url)
            found = known[folder, place, page] = ask(page), target
        if not anchor:
            return found[0]
        # The engine checks at its end that they are there.
        relpath.links_to_anchors.setdefault(found[1], {}).setdefault(anchor, url)
        return f"{found[0]}#{anchor}"

    relpath.path_to_url = path_to_url


def _step(steps: Registry[Any], name: str) -> Any:
    known = name in steps  # a registry, which has no `get`
    return steps[name] if known else None
