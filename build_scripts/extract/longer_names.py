"""Extract: a name where it stands in; whether it is only part of another name, out.

"The Northtown Accord" is a text, "Arden Street" a street, "Northland Post" an outlet: none of them is
a mention of the place or person in it.
"""

from __future__ import annotations

import re

from build_scripts.extract.kept import kept
from build_scripts.extract.marks import quoted_in
from build_scripts.extract.name_words import NameWords
from build_scripts.extract.names import Words
from build_scripts.models import Passage, Source

LONGEST_TAIL = 4
"""Capital words between a name and the noun that makes it another name: "Northtown Peace Process"."""

_DETERMINERS = ("the", "a", "an", "called")


def is_part_of_longer_name(
    words: Words, start: int, end: int, lexicon: NameWords, *, is_place: bool, is_person: bool
) -> bool:
    """Whether the words `start:end` stand inside the name of a text, plan, format, street or outlet."""
    if is_person and _names_a_text(words, start, end, lexicon):
        return True
    return _followed(words, end, lexicon, is_place, is_person) or _preceded(words, start, lexicon)


def _names_a_text(words: Words, start: int, end: int, lexicon: NameWords) -> bool:
    """ "The Brook plan", "the so-called Brook memorandum"; not "Brook plans", "Arden and Brook plan to"."""
    return (
        start > 0
        and end < len(words.words)
        and words.lower[start - 1] in _DETERMINERS
        and words.gaps[start] == words.gaps[end] == " "
        and words.lower[end] in lexicon.documents
    )


def _followed(words: Words, end: int, lexicon: NameWords, is_place: bool, is_person: bool) -> bool:
    after = words.lower[end : end + 3]
    if is_person and len(after) == 3 and after[0] == "and" and after[2] in lexicon.documents:
        return (
            words.words[end + 1][0].isupper() and words.words[end + 2][0].isupper()
        )  # "Arden and Brook Plan"
    for at in range(end, min(end + LONGEST_TAIL, len(words.words))):
        if words.gaps[at] not in (" ", "-"):
            return False
        word = words.lower[at]
        if not words.words[at][0].isupper():
            return is_place and at == end and words.gaps[at] == " " and word in lexicon.documents_small
        if word in lexicon.calendar:
            return False
        if word in lexicon.documents or word in lexicon.named_after:
            return True
        if is_person and word in lexicon.named_after_persons:
            return True
    return False


def _preceded(words: Words, start: int, lexicon: NameWords) -> bool:
    """Behind "Treaty of", "Voice of", "Radio": with a capital, for "the fall of Northtown" is an event."""
    if start == 0 or words.gaps[start] != " ":
        return False
    before = words.words[start - 1]
    if before[0].isupper() and before.lower() in lexicon.before:
        return True
    if before != "of" or start < 2 or words.gaps[start - 1] != " ":
        return False
    head = words.words[start - 2]
    return head[0].isupper() and head.lower() in lexicon.before_of


@kept()
def titles_in(
    source: Source, passages: tuple[Passage, ...], known: frozenset[str], lexicon: NameWords
) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Per passage, the bounds of quotations that are titles of works or names of texts, not speech.

    A title has capitals throughout, and at least one that is not a known name's (`known`: words of
    names): "Arden – Praise to the Heroes". So `"Arden and Brook"` is none, nor is `"Arden must go"`; but
    a document's name is, also with small letters: `"Northtown declaration"`.
    """
    titles: list[list[tuple[int, int]]] = [[] for _ in passages]
    for part in quoted_in(source, passages):
        span = (part.start, part.end)
        if _is_title(passages[part.at].text, span, known, lexicon):
            titles[part.at].append(span)
    return tuple(tuple(spans) for spans in titles)


def _is_title(text: str, span: tuple[int, int], names: frozenset[str], lexicon: NameWords) -> bool:
    inside = text[span[0] : span[1]]
    parts = [part.strip(".,;:!?'’\"“”()") for part in inside.replace("–", " ").replace("—", " ").split()]
    parts = [part for part in parts if part]
    if not parts or len(parts) > 14:
        return False
    if _is_called_a_work(text, span, parts, lexicon):
        return True
    content = [part for part in parts if part.lower() not in lexicon.openers]
    others = [part for part in content if part not in names]
    if not others:
        return False
    if len(parts) <= 4 and parts[-1].lower() in lexicon.documents:
        return True
    if not all(part[0].isupper() or part[0].isdigit() for part in content):
        return False
    before = text[max(0, span[0] - 40) : span[0] - 1].lower().split()
    introduced = any(word.strip(",:;") in lexicon.works for word in before[-3:])
    # "A Guest of Arden"; "Arden: Two Lives"
    is_named = len(others) >= 2 or parts[0] not in content or ": " in inside
    return introduced or (len(parts) >= 3 and is_named and inside[-1] not in ".!?,")


def _is_called_a_work(text: str, span: tuple[int, int], parts: list[str], lexicon: NameWords) -> bool:
    """Whether the word right before or behind says so: `the novel "The League"`, `"With Arden", a film`.

    Not `he wrote in the paper, "Arden came."`, nor `called "Arden" …`, which may be anything.
    """
    if not parts[0][0].isupper() or text[span[1] - 1] in ".!?":
        return False
    before = text[max(0, span[0] - 30) : span[0] - 1].lower().split()
    if before and before[-1].strip(",:;") in lexicon.titling:
        return True
    behind = re.match(r"[\"'”’»],\s(?:\w+\s){1,2}?(?P<noun>\w+)\b", text[span[1] : span[1] + 40])
    if before and before[-1].strip(",:;") in lexicon.works - lexicon.naming:
        return True
    return behind is not None and behind["noun"] in lexicon.works
