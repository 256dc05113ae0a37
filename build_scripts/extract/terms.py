"""Extract: a fragment in quotation marks and its credit in; whether it is a term or speech, out."""

from __future__ import annotations

from build_scripts.extract.credit import Credit
from build_scripts.extract.marks import Part
from build_scripts.extract.term_words import TermWords

LONGEST_LABEL = 24
"""Code points of a term with its adjective."""


def is_term(blanked: str, part: Part, credit: Credit, terms: TermWords) -> bool:
    """Whether marks round a fragment behind words of speech are round a term all the same.

    "Arden said that they go to a “northern meeting”": a determiner, and another clause between. "Arden
    voiced support for the “continuity of ties”" is speech.
    """
    if credit.calling and credit.start < part.start and part.end < credit.end:
        return False  # "was called “an invention” by the ministry"
    if terms.nicknaming.search(blanked[: part.start - 1]):
        return True  # "Arden, known as “the fox”"
    if terms.copula_before.search(blanked[: part.start - 1]):
        return False  # "the meeting was “useful”"
    direct = (
        not blanked[credit.end : part.start - 1].strip() and "," not in blanked[credit.start : credit.end]
    )
    if credit.calling and direct and blanked[credit.start : credit.start + 1].isupper():
        return False  # "the talks, which Arden called “useful”"; not "Arden, called “the fox”"
    between = blanked[credit.end : part.start - 1] if credit.end < part.start else ""
    determined = terms.determiner.search(blanked[: part.start - 1])
    if terms.indefinite.search(blanked[: part.start - 1]) and part.end - part.start <= LONGEST_LABEL:
        return not credit.calling and " that " in between  # "said that they never were a “peace camp”"
    return bool(determined) and bool(terms.clause_words.search(between) or not between.strip())


def is_remark(blanked: str, part: Part, text: str, terms: TermWords) -> bool:
    """Whether a fragment before its credit is speech: "It was “useful”, Arden said"; not "the “quartet”"."""
    before = blanked[: part.start - 1]
    if terms.naming.search(before) or terms.determiner_right_before.search(before):
        return False
    return bool(terms.copula_before.search(before)) or len(text.split()) > 2
