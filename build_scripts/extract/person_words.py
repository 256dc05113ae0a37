"""Extract: the lexicon's words of persons in; patterns for names, titles, offices and pronouns out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_scripts.extract.word_lists import WordLists, any_case, one_of


@dataclass(frozen=True, slots=True, eq=False)
class PersonWords:
    """Patterns for folded text (straight marks, plain hyphens) whose quotations are blanked out."""

    pronouns: frozenset[str]
    singular: frozenset[str]
    """Pronouns of one person."""
    feminine: frozenset[str]
    """Of these, those of a woman."""
    her_titles: frozenset[str]
    his_titles: frozenset[str]
    women: frozenset[str]
    """Given names that are women's only."""
    men: frozenset[str]
    full_name: re.Pattern[str]
    """"Boris Birch", "B. Birch": two or three capital words; not behind another one."""
    name_of_place: re.Pattern[str]
    """"Boris Birch of the Institute"; not "Foreign Ministry of"."""
    titled_name: re.Pattern[str]
    """"League president Captain " before a full name."""
    titles_before: re.Pattern[str]
    title_between: re.Pattern[str]
    """"'s envoy " between two names: both are of the second."""
    capital_titles: re.Pattern[str]
    """"Colonial Secretary ", before a name."""
    subject_lead: re.Pattern[str]
    """What may stand before the subject: "and", "would", "the", a title."""
    subject_pronoun: re.Pattern[str]
    opening_office: re.Pattern[str]
    """"The head of state": a determiner and an office, at the beginning."""
    possessed_person: re.Pattern[str]
    """"'s deputy": the subject is another person."""
    joined: re.Pattern[str]
    """", Brook and", " and Brook": the subject is several."""
    unknown_person: re.Pattern[str]
    """"Bishop Cedar", "Boris Birch", "the commander", where no known name stands."""
    any_person: re.Pattern[str]
    """An office, a pronoun, or two words with capitals: perhaps somebody whom nobody knows."""
    fronting: re.Pattern[str]
    """A preposition or conjunction with which a sentence opens before its subject."""
    trailing_pronoun: re.Pattern[str]
    """", he said" at the end of a sentence: it is not of its subject's saying."""


def person_words(speech: WordLists, names: WordLists) -> PersonWords:
    titles, organisations = names.one_of("person_titles"), names.one_of("organisations")
    small_titles = one_of(names.known("person_titles") - speech.known("not_apart"))
    determiners, leads = speech.one_of("determiners"), speech.one_of("leads")
    singular, fronting = speech.one_of("singular"), speech.one_of("fronting")
    return PersonWords(
        pronouns=speech.known("pronouns"),
        singular=speech.known("singular"),
        feminine=speech.known("feminine"),
        her_titles=speech.known("her_titles"),
        his_titles=speech.known("his_titles"),
        women=speech.known("women"),
        men=speech.known("men"),
        full_name=re.compile(
            rf"(?=[A-Z])(?<![\w.'-])(?!(?i:{titles}|{fronting}|{determiners}|{leads})\b)"
            rf"(?P<full>[A-Z][\w'-]+\s(?:[A-Z]\.\s)?(?P<last>(?:[a-z]{{2,3}}[\s-])?[A-Z][\w'-]+))(?!\s[A-Z]|\w)"
        ),
        name_of_place=re.compile(
            rf"(?P<full>(?!\w+\s(?i:{organisations})\b)[A-Z][\w'-]+\s(?:[A-Z]\.\s)?[A-Z][\w'-]+)"
            rf"\s(?:of|from|at|with)\s"
        ),
        titled_name=re.compile(
            rf".*(?<![\w-])(?i:{titles})\.?\s(?=[A-Z][\w'-]+(?:\s(?:[A-Z]\.|[A-Z][\w'-]+)){{0,2}}\s[A-Z][\w'-]+$)"
        ),
        titles_before=any_case(rf"^(?:(?:{titles})\.?\s+)+"),
        title_between=any_case(rf"(?:'s?)?\s+(?:(?:{titles})\s+)+|\s+"),
        capital_titles=re.compile(rf"(?:[A-Z][\w-]*(?:'s?)?\s+){{0,4}}(?=[A-Z])(?i:{titles})\s+"),
        subject_lead=any_case(rf"\s*[\"']?(?:(?:{leads})\s+)*(?:(?:{titles})\.?\s+)*"),
        subject_pronoun=any_case(rf"(?:{singular})\b"),
        opening_office=any_case(rf"\s*(?:{determiners})\s+(?:[\w'-]+\s+){{0,3}}?(?:{titles})\b"),
        possessed_person=any_case(rf"'s?\s+(?:\w+\s+){{0,2}}(?:{titles})\b"),
        joined=any_case(r"(?:,[^,]{2,60})?,?\s+and\s+(?-i:[A-Z]|the\s)"),
        unknown_person=any_case(
            rf"(?<![\w.])(?:(?:{titles})\.?\s+)*(?-i:[A-Z][\w'-]+\s+(?:\w+-)?[A-Z])|"
            rf"(?!(?:{speech.one_of('no_speaker')})\b)(?-i:[A-Z][\w-]+[^s\W]\s+[a-z]+ed)\b|"
            rf"(?:(?<=the\s)|(?<=his\s)|(?<=her\s)|(?<=an\s)|(?<=a\s))(?:{small_titles})\b"
        ),
        any_person=any_case(
            rf"\b(?:{titles})s?\b|\b(?:{singular}|they|his|who)\b|(?-i:[A-Z][\w'-]+\.?\s(?:\w+-)?[A-Z])"
        ),
        fronting=any_case(rf"\s*(?:{fronting})\b"),
        trailing_pronoun=any_case(rf",\s*(?:{singular})\s+(?:{speech.one_of('said', 'calling')})\b[^,]*$"),
    )
