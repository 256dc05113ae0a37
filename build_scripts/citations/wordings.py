"""Foundation: cited words and a passage that has others in, both with what differs marked out."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

# match: "10,000", "Arden's", "(" each by itself, with the space before it   near-miss: "men." (two)
_TOKEN = re.compile(r"\s*(?:\w(?:[\w,.'/-]*\w)?|[^\w\s])")


def marked(cited: str, said: str) -> tuple[str, str]:
    """Both texts with what differs between » and «, the passage cut to the words near the citation.

    >>> marked("over 12,000 men", "They lost over 10,000 men on one day in the north.")
    ('over »12,000« men', 'They lost over »10,000« men on one day …')
    """
    ours, theirs = _TOKEN.findall(cited)[:400], _TOKEN.findall(said)[:2000]
    matcher = SequenceMatcher(None, _bare(ours), _bare(theirs), autojunk=False)
    same = [block for block in matcher.get_matching_blocks() if block.size]
    first = max(0, same[0].b - same[0].a) if same else 0
    last = min(len(theirs), same[-1].b + len(ours) - same[-1].a) if same else len(theirs)
    left: list[str] = []
    right: list[str] = []
    for tag, a1, a2, b1, b2 in matcher.get_opcodes():
        mine, yours = ours[a1:a2], theirs[max(b1, first) : min(b2, last)]
        left += mine if tag == "equal" else _between(mine)
        right += yours if tag == "equal" else _between(yours)
    before, after = theirs[max(0, first - 3) : first], theirs[last : last + 3]
    shown = [
        *(["… "] if first > 3 else []),
        *before,
        *right,
        *after,
        *([" …"] if last + 3 < len(theirs) else []),
    ]
    return "".join(left).strip(), "".join(shown).strip()


def _bare(tokens: list[str]) -> list[str]:
    return [token.strip() for token in tokens]


def _between(tokens: list[str]) -> list[str]:
    if not tokens:
        return []
    space = " " if tokens[0][:1] == " " else ""
    return [f"{space}»{''.join(tokens).strip()}«"]
