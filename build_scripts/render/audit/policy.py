"""Render, audit: a page that passed the audit in; the same page with its Content-Security-Policy out.

A second lock behind the first: were a script to slip through escaping and audit, the browser would still
not run it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

# Match: the head that opens a page. Near-miss: "<header>", and a head within a comment or further down.
HEAD = re.compile(
    r"\s* (?: <!doctype[^>]*> \s* )? (?: <html(?:\s[^>]*)?> \s* )? <head(?:\s[^>]*)?>",
    re.IGNORECASE | re.VERBOSE,
)
CHARSET = re.compile(r"""\s*<meta\s+charset=["']?[\w-]+["']?\s*/?>""", re.IGNORECASE)

RULES = (
    "default-src 'none'",
    "img-src 'self' data:",
    # The theme draws icons with style attributes. A style runs nothing and fetches only what is allowed.
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
)


def policy(hashes: Iterable[str]) -> str:
    """The policy of a page whose inline scripts have these hashes.

    >>> policy(["'sha256-x'"]).split("; ")[1]
    "script-src 'self' 'sha256-x'"
    """
    first, *others = RULES
    return "; ".join((first, " ".join(("script-src 'self'", *hashes)), *others))


def with_policy(text: str, hashes: Iterable[str]) -> str:
    """Put the policy first into a page's head, where it holds for all that follows (after the charset).

    Raises `ValueError` if the page does not begin with one.
    """
    head = HEAD.match(text)
    if head is None:
        raise ValueError("a page without a head has no place for its policy")
    charset = CHARSET.match(text, head.end())
    at = charset.end() if charset else head.end()
    element = f'<meta http-equiv="Content-Security-Policy" content="{policy(hashes)}">'
    return f"{text[:at]}\n    {element}{text[at:]}"
