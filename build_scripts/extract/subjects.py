"""Extract: a verb of speech where it stands in; who is its subject, and through whom it reaches us, out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_scripts.extract.named import Named
from build_scripts.extract.names import split_words
from build_scripts.extract.phrase_words import PhraseWords
from build_scripts.extract.phrases import first_full_name, meant, who_from
from build_scripts.extract.pronouns import NOBODY, Last

_JOINING = (" and", " but", " then")


def subject_of(
    text: str, verb: int, named: tuple[Named, ...], words: PhraseWords, last: Last
) -> tuple[str, int, str] | None:
    """Speaker, where the words that name it begin, and the medium, for the verb at `verb`."""
    begin = max(text.rfind(mark, 0, verb) + 1 for mark in ';:()"')
    plain = _untrailed(text, begin, verb, words)  # "Arden, who last week said"
    relative = words.relative_end.search(text, begin, plain) or words.relative_again.search(
        text, begin, plain
    )
    if relative:  # "Arden, who says"; of "a friend of Arden, who says" nobody knows
        place = relative.start()
        if text[place : place + 1] != ",":
            place = text.rfind(", who ", begin, place)  # "Arden, who came and who says"
        found = next((name for name in named if name.end == place and name.is_person), None)
        is_other = found is None or words.belonging.search(text[begin : found.start])
        return None if found is None or is_other else (found.actor, found.start, "")
    begin, tail = _clause(text, begin, verb, words)
    before = text[begin:tail]
    is_adverb = before.endswith("ly") and words.determined_so.search(before)
    if is_adverb or words.determined.search(
        before
    ):  # "a widely reported remark", "the stated aim", "was reported"
        return None
    inside = [name for name in named if begin <= name.start and name.end <= tail]
    if before.endswith(","):  # "Arden, a member of the League, said"
        return _apposed(text, begin, tail - 1, inside, words)
    if inside and _is_named_by(text, begin, tail, inside[-1], words):
        if words.joint.fullmatch(text, begin, inside[-1].start):  # "Northland and the League said"
            return before.strip(), begin, ""
        return inside[-1].actor, inside[-1].start, ""
    if before.endswith(_JOINING):
        return _opening(text, tail, named, words)
    return _unnamed(text, begin, tail, named, words, last)


def _opening(
    text: str, verb: int, named: tuple[Named, ...], words: PhraseWords
) -> tuple[str, int, str] | None:
    """ "Arden thanked them and said": who opens the sentence; not "Arden saw Brook, who rose and said"."""
    lead = words.persons.subject_lead.match(text)
    at = lead.end() if lead else 0
    name = next((name for name in named if name.start == at), None)
    if name is None and (other := first_full_name(text, verb, named, words)) is not None:
        return other["full"], other.start("full"), ""
    if name is None or text[name.end : name.end + 1] == "'":
        return None
    is_clear = not words.other_subjects.search(text, name.end, verb)
    return (name.actor, name.start, "") if is_clear else None


def _clause(text: str, begin: int, verb: int, words: PhraseWords) -> tuple[int, int]:
    """Where the subject of the verb stands: behind the last "that", over a relative clause that has ended.

    "He heard that Arden, who is well, said": from "Arden" to its comma.
    """
    tail, limit = begin + len(text[begin : _untrailed(text, begin, verb, words)].rstrip()), verb
    while clause := words.clause.match(text, begin, limit):
        relative = words.relative_end.search(text, begin, clause.end())
        if relative is None or not text[begin:tail].endswith(","):
            return clause.end(), max(tail, clause.end())
        tail = limit = relative.start() + 1
    return begin, tail


def _untrailed(text: str, begin: int, verb: int, words: PhraseWords) -> int:
    """Where a verb would begin without what stands between it and its subject: "also", "had on Monday".

    The blank behind the subject stays before it.
    """
    trailing = words.trailing.search(text[begin:verb])
    if trailing is None:
        return verb
    at = begin + trailing.start()
    return at + (text[at : at + 1].isspace())


def _is_named_by(text: str, begin: int, tail: int, name: Named, words: PhraseWords) -> bool:
    """Whether a phrase `begin:tail` names the speaker: "Arden", "the League's spokesman".

    Not "an aide to Arden", "Arden's spokesman": of a person, those are others.
    """
    if name.is_person and words.belonging.search(text[begin : name.start]):
        return False
    if name.end == tail or words.aside_behind.fullmatch(text, name.end, tail):
        return True
    is_other = name.is_person and words.people_behind.fullmatch(text, name.end, tail)
    return bool(words.text_behind.fullmatch(text, name.end, tail)) and not is_other


def _apposed(
    text: str, begin: int, tail: int, inside: list[Named], words: PhraseWords
) -> tuple[str, int, str] | None:
    """The subject before one or more clauses between commas: the last that begins with a capital."""
    end = tail
    while (comma := text.rfind(",", begin, end)) >= 0 and not _is_subject(
        text, comma + 1, end, inside, words
    ):
        end = comma
    start = max(comma + 1, begin)
    subject = next(
        (
            (name.actor, name.start, "")
            for name in inside
            if start <= name.start and name.end == end and not _is_an_aide(text, start, name, words)
        ),
        None,
    ) or _unnamed(text, start, end, (), words, NOBODY)
    cited = words.citing.match(text, end)
    if subject is not None and cited:
        other = who_from(text, cited.end(), tuple(inside), words)
        return (other, subject[1], subject[0]) if other else subject
    return subject


def _is_an_aide(text: str, start: int, name: Named, words: PhraseWords) -> bool:
    """ "an aide to Arden": somebody else."""
    return name.is_person and bool(words.belonging.search(text[start : name.start]))


def _is_subject(text: str, start: int, end: int, inside: list[Named], words: PhraseWords) -> bool:
    """ "Arden", "the envoy Arden"; not "a member of the League"."""
    if text[start:end].strip()[:1].isupper():
        return True
    last = next((name for name in inside if start < name.start and name.end == end), None)
    return last is not None and bool(words.title_before.fullmatch(text, start, last.start))


def _unnamed(
    text: str, begin: int, tail: int, named: Sequence[Named], words: PhraseWords, last: Last
) -> tuple[str, int, str] | None:
    """A speaker who is no actor: "many analysts", "he"; at most six words back to a comma."""
    start = max(begin, text.rfind(",", begin, tail) + 1)
    phrase = words.relative_behind.sub("", text[start:tail].strip())
    # "Arden said the minister told him": the minister; "And Arden said": Arden.
    phrase = words.joining_first.sub("", phrase)
    phrase = words.asked_first.sub("", phrase)  # "this followed what he described as": "he"
    if not words.triggers.isdisjoint(split_words(phrase).lower):
        phrase = words.inner_subject.sub("", phrase)
    if phrase[:1].islower() and (bearer := _bearer(text, begin, start - 1, words)) is not None:
        return bearer["full"], bearer.start("full"), ""
    if not phrase or len(phrase.split()) > 6 or words.not_speaker.search(phrase):
        return None
    start = text.index(phrase, start)
    if phrase.lower() in words.persons.pronouns:
        person = meant(text, start, phrase, named, words, last)
        return (person, start, "") if person else None
    return phrase, start, ""


def _bearer(text: str, begin: int, comma: int, words: PhraseWords) -> re.Match[str] | None:
    """ "Boris Birch, chairman of the Roads Council told them": the full name that ends right at the comma."""
    if comma <= begin or text[comma] != "," or not words.opening_title.match(text, comma + 1):
        return None
    names = words.persons.full_name.finditer(text, begin, comma + 1)
    return next((name for name in names if name.end() == comma), None)
