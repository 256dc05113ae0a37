"""Render, audit: the bytes of an XML file in; why browsers might run something in it, or nothing, out.

What is asked for as XML is no page, but a browser that is led to it runs the elements of pages and pictures
that stand in it. Feeds and maps of a site need none.
"""

from __future__ import annotations

from xml.parsers import expat

_RUN = frozenset({"http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg"})
_PARTED = "\n"
"""Parts the name of an element from its namespace: no address holds it."""


class _Found(Exception):
    """What is wrong, as soon as it is met."""


def wrong_in_xml(content: bytes) -> str:
    """What is wrong with an XML document; empty if browsers only show it.

    >>> wrong_in_xml(b"<feed xmlns='http://www.w3.org/2005/Atom'><title>A</title></feed>")
    ''
    >>> wrong_in_xml(b"<a><script xmlns='http://www.w3.org/1999/xhtml'>x()</script></a>")
    'an element that browsers run, <script>'
    """
    parser = expat.ParserCreate(namespace_separator=_PARTED)
    parser.StartElementHandler = _element
    parser.StartDoctypeDeclHandler = _declared
    parser.ProcessingInstructionHandler = _instruction
    try:
        parser.Parse(content, True)
    except _Found as found:
        return str(found)
    except expat.ExpatError:
        return "no XML: browsers run what stands before the error"
    return ""


def _element(name: str, attributes: dict[str, str]) -> None:
    namespace, _, local = name.rpartition(_PARTED)
    if namespace in _RUN:
        raise _Found(f"an element that browsers run, <{local[:40]}>")


def _declared(name: str, *_: object) -> None:
    raise _Found("a declaration of its own (<!DOCTYPE), which can stand for anything")


def _instruction(target: str, _: str) -> None:
    raise _Found(f"an instruction to the browser, <?{target[:40]}")
