"""Extract: the words on either side of a name in; those that describe its bearer, by three forms, out.

`Prime Minister A. Arden`; `the deputy chair of the league, A. Arden,`; `A. Arden, who led the league for
years,`. A description needs an office in the singular; a list of names is none.
"""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.extract.role_words import RoleWords, Token

_FURTHEST = 7
"""How many words in the office of a description stands at the latest."""


def in_front(before: Sequence[Token], language: RoleWords) -> Sequence[Token]:
    """`Northland's former Foreign Minister` or `President of Northland`, right before a name."""
    at = len(before)
    while at and before[at - 1].is_capital and before[at - 1].low not in language.offices:
        at -= 1
    at -= 1 if at and before[at - 1].low == "the" else 0
    if 2 <= at < len(before) and before[at - 1].low == "of" and before[at - 2].low in language.offices:
        office = at - 1
    elif before and before[-1].low in language.offices:
        office = len(before)
    else:
        return ()
    first = office
    while first and _belongs(before[first - 1], language):
        first -= 1
    return before[first:]


def before_comma(before: Sequence[Token], after: Sequence[Token], language: RoleWords) -> Sequence[Token]:
    """`the deputy chair of the league, Mr. A. Arden,`. Near-miss: `according to the chair, A. Arden left`."""
    end = len(before)
    while end and before[end - 1].low in language.honorifics:
        end -= 1
    before = before[:end]
    if not before or before[-1].text != "," or (after and not after[0].is_mark):
        return ()
    first = len(before) - 1
    while first and not before[first - 1].is_mark and before[first - 1].low not in language.boundaries:
        first -= 1
    while first < len(before) - 1 and before[first].text.isdigit():
        first += 1  # "on 2 August", "on August 2"
    return _described(before[first:-1], language)


def after_comma(after: Sequence[Token], language: RoleWords) -> Sequence[Token]:
    """`A. Arden, a member of the league,`. Near-miss: `A. Arden, the chair said,`."""
    if len(after) < 3 or after[0].text not in (",", "("):
        return ()
    rest = after[1:]
    end = next((at for at, token in enumerate(rest) if token.is_mark), len(rest))
    if rest[0].low == "who":
        return rest[:end] if end > 2 and rest[1].low in language.leading else ()
    clause = next((at for at, token in enumerate(rest[:end]) if token.low in ("who", "which", "that")), end)
    found = _described(rest[:clause], language)
    more = rest[end + 1 :]
    if found and len(more) > 2 and rest[end].text == "," and more[0].low == "and":
        # A second office after a comma: `the envoy for the lakes, and deputy minister of trade,`.
        stop = next((at for at, token in enumerate(more) if token.is_mark), len(more))
        if _described(more[1:stop], language):
            return rest[: end + 1 + stop]
    return found


def _belongs(token: Token, language: RoleWords) -> bool:
    """Whether a word before an office is part of its description."""
    if token.is_mark or token.low in language.boundaries:
        return False
    return _opens(token, language)


def _described(words: Sequence[Token], language: RoleWords) -> Sequence[Token]:
    """The words, if they are an office with what belongs to it and nothing else."""
    if not words or not _opens(words[0], language):
        return ()
    for at, word in enumerate(words[:_FURTHEST]):
        if word.low in language.boundaries:
            return ()
        if at and word.low == "of" and not words[at - 1].is_capital:
            # "the invitation of the minister"; near-miss: "Ministry of Roads spokesman".
            return _described(words[at + 1 :], language)
        if word.low in language.offices and (
            at + 1 == len(words) or words[at + 1].low in language.continuing
        ):
            return words
    return ()


def _opens(word: Token, language: RoleWords) -> bool:
    return word.is_possessive or word.is_capital or _is_known(word, language)


def _is_known(word: Token, language: RoleWords) -> bool:
    return any(word.low in words for words in (language.openings, language.offices, language.modifiers))
