"""Extract: the lexicon's words of speech in; patterns for what stands between a speaker and the verb out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_scripts.extract.endings import Ending, last_words
from build_scripts.extract.person_words import PersonWords, person_words
from build_scripts.extract.word_lists import WordLists, any_case


@dataclass(frozen=True, slots=True, eq=False)
class PhraseWords:
    """Patterns for folded text (straight marks, plain hyphens) whose quotations are blanked out."""

    persons: PersonWords
    triggers: frozenset[str]
    """The first words of all words of speech, in lower case: most passages have none of them."""
    citing: re.Pattern[str]
    """", citing " behind a noun phrase."""
    clause: re.Pattern[str]
    """Up to the last "that" before the subject."""
    other_subjects: re.Pattern[str]
    trailing: Ending
    """What may stand between a subject and its verb, at the end of a text."""
    determined: Ending
    """"the", "was" right before a word of speech: it is no verb with a subject."""
    determined_so: re.Pattern[str]
    """"a hastily" at the end of a text: the determiner of a word of speech, again."""
    relative_end: re.Pattern[str]
    """", who " at the end of a text: what it opens describes the noun before it."""
    relative_again: re.Pattern[str]
    """" and who " at the end of a text."""
    relative_behind: re.Pattern[str]
    """" who asked not to be named" and the rest."""
    joining_first: re.Pattern[str]
    """"And " at the beginning."""
    asked_first: re.Pattern[str]
    """"This followed what " before a pronoun that ends the text."""
    inner_subject: re.Pattern[str]
    """"Arden said " before another subject."""
    belonging: Ending
    """", an aide to" before a person: somebody else."""
    people_behind: re.Pattern[str]
    """"'s spokesman": of a person, somebody else."""
    text_behind: re.Pattern[str]
    aside_behind: re.Pattern[str]
    """" in a post on Monday" between a speaker and the verb."""
    joint: re.Pattern[str]
    """"Northland and the " before a name: two speak; not "On Monday and"."""
    title_before: re.Pattern[str]
    """", the envoy " before a name; not ", a member of "."""
    opening_title: re.Pattern[str]
    """" chairman " behind a comma."""
    titled_after: re.Pattern[str]
    """" envoy Boris Birch" behind an organisation."""
    name_alone: re.Pattern[str]
    """"Boris Birch" before " on"."""
    not_speaker: re.Pattern[str]
    phrase_end: re.Pattern[str]


_OF_SPEECH = ("said", "calling", "saying", "by", "citing", "according")


def phrase_words(speech: WordLists, names: WordLists) -> PhraseWords:
    said, determiners = speech.one_of("said", "calling"), speech.one_of("determiners")
    titles, relatives = names.one_of("person_titles"), speech.one_of("relatives")
    asides = speech.one_of("aside_openers")
    # "said Ms. Arden": the full stop of a title ends nothing.
    shortened = "".join(rf"(?<!\b{re.escape(word)})" for word in speech.entries("shortened"))
    full_name = r"(?P<full>[A-Z][\w'-]+(?:\s(?:[A-Z]\.|[A-Z][\w'-]+)){1,3})"
    return PhraseWords(
        persons=person_words(speech, names),
        triggers=frozenset(words.split()[0].lower() for words in speech.entries(*_OF_SPEECH)),
        citing=any_case(rf",?\s*(?:{speech.one_of('citing')})\s+"),
        clause=any_case(rf".*\b(?:{speech.one_of('own_subject')})\s+(?=\S)"),
        other_subjects=any_case(rf"\b(?:{speech.one_of('other_subjects')})\b"),
        trailing=Ending(
            any_case(rf"(?:(?:^|\s+)(?:{speech.one_of('between')}))+\s*$"),
            last_words(speech.entries("between")),
        ),
        determined=Ending(
            any_case(rf"(?:^|\s)(?:{determiners}|{speech.one_of('no_verb_behind')})\s*$"),
            last_words(speech.entries("determiners", "no_verb_behind")),
        ),
        determined_so=any_case(rf"(?:^|\s)(?:{determiners})\s+\w+ly$"),
        relative_end=any_case(rf",\s+(?:{relatives})\s+$"),
        relative_again=any_case(rf"\s(?:and|but)\s+(?:{relatives})\s+$"),
        relative_behind=any_case(rf"\s+(?:{relatives})\b.*$"),
        joining_first=any_case(rf"^(?:{speech.one_of('joining_first')})\s+(?=\S)"),
        asked_first=any_case(
            rf"^(?s:.*)\b(?:{speech.one_of('asking')})\s+(?=(?:{speech.one_of('singular')}|they|we)$)"
        ),
        inner_subject=any_case(rf"^(?s:.*)\b(?:{said})\s+(?=(?:{determiners})\s|(?-i:[A-Z]))"),
        belonging=Ending(
            any_case(rf"\w\s+(?:{speech.one_of('belonging')})\s+(?:(?:{titles})\.?\s+)*$"),
            last_words(speech.entries("belonging"), names.entries("person_titles")),
        ),
        people_behind=any_case(rf"(?:'s?)?\s+(?:\w+\s+)?(?:{speech.one_of('people')})"),
        text_behind=any_case(rf"(?:'s?)?\s+(?:\w+\s+)?(?:{speech.one_of('texts')})"),
        aside_behind=any_case(rf"\s+(?:{asides})\s+(?:[\w'-]+\s+){{0,4}}[\w'-]+"),
        joint=re.compile(
            rf"\s*(?!(?i:{speech.one_of('fronting')})\s)(?:[Tt]he\s)?(?:[A-Z][\w.'-]*\s){{1,4}}and\s(?:the\s)?(?:(?i:{titles})\s)*"
        ),
        title_before=any_case(rf"\s*(?:(?:{determiners})\s+)?(?:(?:{titles})\s+)+"),
        opening_title=any_case(rf"\s+(?:(?:{titles})\s+)+(?:of|for|at|in)\b"),
        titled_after=re.compile(rf"(?:'s?)?\s(?:[a-z-]+\s){{0,2}}(?:{titles})\s{full_name}"),
        name_alone=re.compile(rf"{full_name}\s(?:{asides}|(?i:{names.one_of('calendar')}))\s"),
        not_speaker=any_case(
            rf"^(?:{speech.one_of('no_speaker')})\b|\d|_|\b(?:{speech.one_of('copulas')})\b"
        ),
        phrase_end=any_case(
            rf"[,;:()\"\n]|{shortened}\.(?=\s|$)|\s-\s|\s(?:{speech.one_of('phrase_ends')})\b"
        ),
    )
