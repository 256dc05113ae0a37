"""Render: text of any origin in, the same as it may stand in markup that nobody reads again out.

For parts that stand on many pages: as elements they took five times as long.
"""

from __future__ import annotations

import html


def text(words: str) -> str:
    """Words between two tags.

    >>> text("<b> & “c”")
    '&lt;b&gt; &amp; “c”'
    """
    return html.escape(words, quote=False)


def attribute(words: str) -> str:
    """Words between the double quotation marks of an attribute.

    >>> attribute('a" onload="b')
    'a&quot; onload=&quot;b'
    """
    return html.escape(words, quote=False).replace('"', "&quot;")
