"""Render: an article's address and words of it in, an address that leads a browser to these words out."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

WORDS = 5
"""Words of a sentence's beginning and of its end by which a browser finds it."""


def address_of_words(url: str, text: str) -> str:
    """The address with a text fragment; browsers that know none open the page as ever.

    Nothing for what is no address of the web.

    >>> address_of_words("https://example.org/a", "Ten men, and no more, came.")
    'https://example.org/a#:~:text=Ten%20men%2C%20and%20no%20more%2C%20came.'
    >>> address_of_words("javascript:x", "Ten men came.")
    ''
    """
    if urlsplit(url).scheme not in ("http", "https"):
        return ""
    words = text.split()
    if not words:
        return url
    ends = (words,) if len(words) <= 2 * WORDS else (words[:WORDS], words[-WORDS:])
    told = ",".join(_encoded(" ".join(each)) for each in ends)
    return f"{url}{'' if '#' in url else '#'}:~:text={told}"


def _encoded(words: str) -> str:
    # A hyphen would part a prefix from the words.
    return quote(words, safe="").replace("-", "%2D")
