"""Strings of anyone, to be printed as text: marks that mean something somewhere, and anything at all."""

from __future__ import annotations

import string

from hypothesis import strategies as st

MARKER = "qmarkq"
"""The harmless string that every other one is compared with."""

_ONE = [
    *string.punctuation,
    *"0123abw \n\t",
    "\x00",
    "\x02",
    "\u202e",
    "\ud800",
    "\u2028",
    "\ufdd0",
    "\u00a0",
    "é",
    "“",
    "”",
]
_HTML = [
    *(
        "<script>",
        "</script>",
        "</td>",
        "</title>",
        "<!--",
        "-->",
        "<![CDATA[",
        "<plaintext>",
        "<svg onload=x>",
    ),
    *("&amp;", "&#60;", "&lt", "&#x3c;b&#x3e;", "amp;", 'x" onclick="x', "' onclick='x", "javascript:x"),
]
_MARKDOWN = [
    *("](javascript:x)", "[a]", "[a]: http://b", "[^1]", "*[and]:", "{ onclick=x }", "{: #x }", "{{ x }}"),
    *("1. ", "    ", "```", "~~~", "---", "===", "!!! ", ":::", "--8<--", "| a |\n|---|\n", "\n\n", "  \n"),
    *("http://", "www.", "(c)", "2nd", "a" * 40, "klzzwxh:0001", "wzxhzdk:0", "\x02klzzwxh:0\x03", "AMP"),
]
_OURS = [
    *("<!-- generated: x -->", "<!-- end generated: x 3f9a1c0e -->", "[@n1#0a1b2c3d]", '[@n1 "x"]', "[@"),
    *("[#0a1b2c3d 1] ", "[…]", "qbriefingq0q", "{ .fold }"),
]
_ELSEWHERE = [
    "=1+1",
    "@SUM(1)",
    "-2+3",
    "+1",
    "\t=1",
    "\r\n",
    ",",
    ";",
    "\x1b[31m",
    "\x9b",
    "%0d%0a",
    "\ufeff=",
    *("::error::", "\n::add-mask::", "##[group]", "%0A::error::", ":boom:", "https://b.example"),
]
_PIECES = [*_ONE, *_HTML, *_MARKDOWN, *_OURS, *_ELSEWHERE]

hostile = st.one_of(st.lists(st.sampled_from(_PIECES), max_size=8).map("".join), st.text(max_size=30))
"""Strings such as nobody writes who means well."""
