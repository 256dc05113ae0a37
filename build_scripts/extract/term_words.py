"""Extract: the lexicon's words of speech in; patterns that tell a quoted term from quoted speech out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_scripts.extract.word_lists import WordLists, any_case


@dataclass(frozen=True, slots=True, eq=False)
class TermWords:
    """Patterns for what stands beside a quotation, in folded text whose quotations are blanked out."""

    said_behind: re.Pattern[str]
    """"he said", behind a quotation."""
    determiner: re.Pattern[str]
    """A determiner and up to two adjectives at the end of a text: before a term, not before speech."""
    determiner_right_before: re.Pattern[str]
    indefinite: re.Pattern[str]
    """"a", "an" and up to one adjective, at the end of a text."""
    clause_words: re.Pattern[str]
    """A mark, or a word with which a new clause begins."""
    copula_before: re.Pattern[str]
    """"was ", "is often " at the end of a text."""
    naming: re.Pattern[str]
    """What says that a name follows: "known as", at the end of a text."""
    nicknaming: re.Pattern[str]
    """Of these, what gives a name whoever speaks."""


def term_words(speech: WordLists) -> TermWords:
    said = speech.one_of("said", "calling")
    determiners, copulas = speech.one_of("determiners"), speech.one_of("copulas")
    return TermWords(
        said_behind=any_case(rf"[\"']?[\s,]*(?:\w+\s+){{1,4}}(?:{said})\b|[\"']?[\s,]*(?:{said})\b"),
        determiner=any_case(rf"(?:^|\s)(?:{determiners})\s+(?:[\w'-]+\s+){{0,2}}[\"']?$"),
        determiner_right_before=any_case(rf"\b(?:{determiners})\s+[\"']?$"),
        indefinite=any_case(rf"(?:^|\s)(?:{speech.one_of('indefinite')})\s+(?:[\w-]+\s+)?[\"']?$"),
        clause_words=any_case(rf"[,;:]|\s-\s|\b(?:{speech.one_of('clauses')})\b"),
        copula_before=any_case(
            rf"\b(?:{copulas}|be|been)\s+(?:(?:\w+ly|{speech.one_of('copula_adverbs')})\s+)?[\"']?$"
        ),
        naming=any_case(rf"\b(?:{speech.one_of('naming')})\s*[\"']?$"),
        nicknaming=any_case(rf"\b(?:{speech.one_of('nicknaming')})\s*[\"']?$"),
    )
