"""Extract: the lexicon's words of speech in; patterns compiled from them, once for each lexicon, out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from build_scripts.extract.endings import Ending, last_words
from build_scripts.extract.names import split_words
from build_scripts.models import Lexicon


@dataclass(frozen=True, slots=True, eq=False)
class CreditWords:
    """Patterns for folded text (straight marks, plain hyphens) whose quotations are blanked out."""

    triggers: frozenset[str]
    """The first words of all words of speech, in lower case: most passages have none of them."""
    crediting: tuple[frozenset[str], ...]
    """The words of each entry of `according`, in lower case."""
    speaking: frozenset[str]
    """The first words of `saying`, in lower case."""
    said: re.Pattern[str]
    saying: re.Pattern[str]
    by: re.Pattern[str]
    according: re.Pattern[str]
    citing: re.Pattern[str]
    """", citing " where it stands; `match` it right behind a name."""
    cited_behind: re.Pattern[str]
    quoted_as: re.Pattern[str]
    told_to: re.Pattern[str]
    bodies: frozenset[str]
    """Nouns of organisations by which an article goes on to call the one that it names: "the union"."""
    titled_after: re.Pattern[str]
    """" envoy Boris Birch" behind an organisation."""
    name_alone: re.Pattern[str]
    """"Boris Birch" before " on"."""
    opening_title: re.Pattern[str]
    """" chairman " behind a comma."""
    inner_subject: re.Pattern[str]
    """"Arden said " before another subject."""
    joining_first: re.Pattern[str]
    """"And " at the beginning."""
    referring: frozenset[str]
    """Of `citing`, what only media do: a person who refers to something explains it."""
    reporting: frozenset[str]
    """Verbs by which media pass something on."""
    titled_name: re.Pattern[str]
    """"League president Captain " before a full name."""
    same_speaker: re.Pattern[str]
    """"the politician": whoever spoke before."""
    told: frozenset[str]
    calling: frozenset[str]
    behind_quotation: re.Pattern[str]
    noun_phrase: re.Pattern[str]
    not_said: re.Pattern[str]
    """" to be" behind "said": nobody speaks."""
    inserted: re.Pattern[str]
    """" Anna Arden," behind ", said": the speaker within what is said."""
    trailing: Ending
    """What may stand between a subject and its verb, at the end of a text."""
    determined: Ending
    clause: re.Pattern[str]
    text_behind: re.Pattern[str]
    people_behind: re.Pattern[str]
    """"'s spokesman": of a person, somebody else."""
    aside_behind: re.Pattern[str]
    """" in a post on Monday" between a speaker and the verb."""
    hearing: re.Pattern[str]
    """Verbs of which the subject is no speaker."""
    other_subjects: re.Pattern[str]
    own_words: re.Pattern[str]
    """"'s own words" behind a name."""
    called_by: re.Pattern[str]
    """"was called "frank" by ", the quoted words blanked out."""
    belonging: Ending
    """", an aide to" before a person: somebody else."""
    named_behind: re.Pattern[str]
    """", Boris Birch" behind an office."""
    said_behind: re.Pattern[str]
    """"he said", behind a quotation."""
    trailing_pronoun: re.Pattern[str]
    """", he said" at the end of a sentence: it is not of its subject's saying."""
    title_between: re.Pattern[str]
    not_speaker: re.Pattern[str]
    phrase_end: re.Pattern[str]
    determiner: re.Pattern[str]
    """A determiner and up to two adjectives at the end of a text: before a term, not before speech."""
    clause_words: re.Pattern[str]
    media: re.Pattern[str]
    title_before: re.Pattern[str]
    """", the envoy " before a name; not ", a member of "."""
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
    quoted_by: re.Pattern[str]
    """"was quoted (by …) as saying"."""
    subject_lead: re.Pattern[str]
    """What may stand before the subject: "and", "would", "the", a title."""
    opening_office: re.Pattern[str]
    """"The head of state": a determiner and an office, at the beginning."""
    subject_pronoun: re.Pattern[str]
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
    relative_end: re.Pattern[str]
    """", who " at the end of a text: what it opens describes the noun before it."""
    relative_again: re.Pattern[str]
    """" and who " at the end of a text."""
    relative_behind: re.Pattern[str]
    """" who asked not to be named" and the rest."""
    short_title: re.Pattern[str]
    """"Ms. " at the end of a text."""
    titles_before: re.Pattern[str]
    titles_end: Ending
    full_name: re.Pattern[str]
    """"Boris Birch", "B. Birch": two or three capital words; not behind another one."""
    name_of_place: re.Pattern[str]
    """"Boris Birch of the Institute"; not "Foreign Ministry of"."""
    nicknaming: re.Pattern[str]
    """"known as" at the end of a text: a name, whoever speaks."""
    naming: re.Pattern[str]
    """What says that a name follows: "known as", at the end of a text."""
    copula_before: re.Pattern[str]
    determiner_right_before: re.Pattern[str]
    indefinite: re.Pattern[str]
    """"a", "an" and up to one adjective, at the end of a text."""
    capital_titles: re.Pattern[str]
    """"Colonial Secretary ", before a name."""
    label: re.Pattern[str]
    """"BORIS BIRCH:" at the head of a paragraph: who speaks what follows."""


_OF_SPEECH = ("said", "calling", "saying", "by", "citing", "according")


@lru_cache(maxsize=16)
def credit_words(lexicon: Lexicon) -> CreditWords:
    """The patterns of a lexicon; one without a section on quotations gives patterns that match nothing."""
    section: Any = lexicon.sections.get("quotations", {})
    names: Any = lexicon.sections.get("actors", {})
    said = one_of((*section.get("said", ()), *section.get("calling", ())))
    saying, by = one_of(section.get("saying", ())), one_of(section.get("by", ()))
    citing, according = one_of(section.get("citing", ())), one_of(section.get("according", ()))
    told_to = one_of(section.get("told_to", ()))
    between, texts = one_of(section.get("between", ())), one_of(section.get("texts", ()))
    titles, clauses = one_of(names.get("person_titles", ())), one_of(section.get("clauses", ()))
    determiners, no_verb = one_of(section.get("determiners", ())), one_of(section.get("no_verb_behind", ()))
    quoted, quoted_as = one_of(section.get("quoted", ())), one_of(section.get("quoted_as", ()))
    own_subject, phrase_ends = one_of(section.get("own_subject", ())), one_of(section.get("phrase_ends", ()))
    no_speaker, copulas = one_of(section.get("no_speaker", ())), one_of(section.get("copulas", ()))
    singular, small_titles = (
        one_of(section.get("singular", ())),
        one_of(
            title
            for title in names.get("person_titles", ())
            if str(title) not in section.get("not_apart", ())
        ),
    )
    organisations = one_of(names.get("organisations", ()))
    leads, fronting = one_of(section.get("leads", ())), one_of(section.get("fronting", ()))
    # "said Ms. Arden": the full stop of a title ends nothing.
    shortened = "".join(rf"(?<!\b{re.escape(str(word))})" for word in section.get("shortened", ()))
    not_label = one_of(section.get("not_labels", ()))
    return CreditWords(
        triggers=frozenset(
            str(word).split()[0].lower() for key in _OF_SPEECH for word in section.get(key, ())
        ),
        crediting=tuple(frozenset(split_words(str(word)).lower) for word in section.get("according", ())),
        speaking=frozenset(split_words(str(word)).lower[0] for word in section.get("saying", ())),
        said=_compiled(rf"(?<!-)\b(?:{said})\b(?!-)"),
        saying=_compiled(rf"(?:,\s|\band\s|-\s)(?:{saying})\b"),
        by=_compiled(rf"\b(?:{by})\s+(?:\w+ly\s+)?by\s+"),
        according=_compiled(rf"\b(?:{according})\s+(?!(?:{one_of(section.get('not_according', ()))})\b)"),
        citing=_compiled(rf",?\s*(?:{citing})\s+"),
        cited_behind=_compiled(rf",?\s*\b(?:{citing})\s+"),
        quoted_as=_compiled(rf"(?:{quoted})\s++(?=(?P<source>[^,;:.]{{2,60}}?)\s++(?:{quoted_as})\s+\w+)"),
        told_to=_compiled(rf"\b(?:{told_to})\s+"),
        bodies=frozenset(str(word) for word in section.get("bodies", ())),
        titled_after=re.compile(
            rf"(?:'s?)?\s(?:[a-z-]+\s){{0,2}}(?:{titles})\s"
            rf"(?P<full>[A-Z][\w'-]+(?:\s(?:[A-Z]\.|[A-Z][\w'-]+)){{1,3}})"
        ),
        name_alone=re.compile(
            rf"(?P<full>[A-Z][\w'-]+(?:\s(?:[A-Z]\.|[A-Z][\w'-]+)){{1,3}})"
            rf"\s(?:{one_of(section.get('aside_openers', ()))}|(?i:{one_of(names.get('calendar', ()))}))\s"
        ),
        opening_title=_compiled(rf"\s+(?:(?:{titles})\s+)+(?:of|for|at|in)\b"),
        inner_subject=_compiled(rf".*\b(?:{said})\s+(?=(?:{determiners})\s|(?-i:[A-Z]))"),
        joining_first=_compiled(rf"^(?:{one_of(section.get('joining_first', ()))})\s+(?=\S)"),
        referring=frozenset(str(word) for word in section.get("referring", ())),
        reporting=frozenset(str(word) for word in section.get("reporting", ())),
        titled_name=re.compile(
            rf".*(?<![\w-])(?i:{titles})\.?\s(?=[A-Z][\w'-]+(?:\s(?:[A-Z]\.|[A-Z][\w'-]+)){{0,2}}\s[A-Z][\w'-]+$)"
        ),
        same_speaker=_compiled(rf"the\s+(?:\w+\s+)?(?:{one_of(section.get('same_speaker', ()))})"),
        told=frozenset(str(word) for word in section.get("told_to", ())),
        calling=frozenset(str(word) for word in section.get("calling", ())),
        behind_quotation=_compiled(r"[\"]\s*+(?:[,.]\s*+)?$"),
        noun_phrase=re.compile(rf"\s+(?:[A-Z]|[a-z]+\s|(?:{singular})\b)"),
        not_said=_compiled(rf"\s+(?:{one_of(section.get('not_said', ()))})\b"),
        inserted=re.compile(rf"\s+(?=[A-Z]|(?:{determiners})\s)(?P<who>[^,;:()\"\n]{{2,60}}),"),
        trailing=Ending(
            _compiled(rf"(?:(?:^|\s+)(?:{between}))+\s*$"), last_words(section.get("between", ()))
        ),
        determined=Ending(
            _compiled(rf"(?:^|\s)(?:{determiners}|{no_verb})\s*$"),
            last_words(section.get("determiners", ()), section.get("no_verb_behind", ())),
        ),
        clause=_compiled(rf".*\b(?:{own_subject})\s+(?=\S)"),
        text_behind=_compiled(rf"(?:'s?)?\s+(?:\w+\s+)?(?:{texts})"),
        people_behind=_compiled(rf"(?:'s?)?\s+(?:\w+\s+)?(?:{one_of(section.get('people', ()))})"),
        aside_behind=_compiled(
            rf"\s+(?:{one_of(section.get('aside_openers', ()))})\s+(?:[\w'-]+\s+){{0,4}}[\w'-]+"
        ),
        hearing=_compiled(rf"\b(?:{one_of(section.get('hearing', ()))})\b"),
        other_subjects=_compiled(rf"\b(?:{one_of(section.get('other_subjects', ()))})\b"),
        own_words=_compiled(rf"'s?\s+(?:{one_of(section.get('own_words', ()))})\b"),
        called_by=_compiled(
            rf"\b(?:{copulas}|been)\s+(?:\w+ly\s+)?(?:{one_of(section.get('calling', ()))})"
            rf"(?:\s+as)?[\s\"',]*_[\s\"'_,]*by\s+"
        ),
        belonging=Ending(
            _compiled(rf"\w\s+(?:{one_of(section.get('belonging', ()))})\s+(?:(?:{titles})\.?\s+)*$"),
            last_words(section.get("belonging", ()), names.get("person_titles", ())),
        ),
        named_behind=re.compile(r",\s(?P<name>(?:[A-Z][\w'-]+\s){1,3}[A-Z][\w'-]+)(?=[,.;]|$)"),
        said_behind=_compiled(rf"[\"']?[\s,]*(?:\w+\s+){{1,4}}(?:{said})\b|[\"']?[\s,]*(?:{said})\b"),
        trailing_pronoun=_compiled(rf",\s*(?:{one_of(section.get('singular', ()))})\s+(?:{said})\b[^,]*$"),
        title_between=_compiled(rf"(?:'s?)?\s+(?:(?:{titles})\s+)+|\s+"),
        not_speaker=_compiled(rf"^(?:{no_speaker})\b|\d|_|\b(?:{copulas})\b"),
        phrase_end=_compiled(rf"[,;:()\"\n]|{shortened}\.(?=\s|$)|\s-\s|\s(?:{phrase_ends})\b"),
        determiner=_compiled(rf"(?:^|\s)(?:{determiners})\s+(?:[\w'-]+\s+){{0,2}}[\"']?$"),
        clause_words=_compiled(rf"[,;:]|\s-\s|\b(?:{clauses})\b"),
        media=_compiled(rf"\b(?:{one_of(section.get('media', ()))})\b"),
        title_before=_compiled(rf"\s*(?:(?:{determiners})\s+)?(?:(?:{titles})\s+)+"),
        singular=frozenset(str(word) for word in section.get("singular", ())),
        pronouns=frozenset(str(word) for word in section.get("pronouns", ())),
        feminine=frozenset(str(word) for word in section.get("feminine", ())),
        her_titles=frozenset(str(word) for word in section.get("her_titles", ())),
        his_titles=frozenset(str(word) for word in section.get("his_titles", ())),
        women=frozenset(str(word) for word in section.get("women", ())),
        men=frozenset(str(word) for word in section.get("men", ())),
        quoted_by=_compiled(
            rf"\b(?:{copulas}|been)\s+(?:{quoted})(?:\s+by\s++(?P<via>[^,;:.]{{2,60}}?))?\s++"
            rf"(?:{quoted_as})\s+(?:{saying})\b"
        ),
        subject_lead=_compiled(rf"\s*[\"']?(?:(?:{leads})\s+)*(?:(?:{titles})\.?\s+)*"),
        opening_office=_compiled(rf"\s*(?:{determiners})\s+(?:[\w'-]+\s+){{0,3}}?(?:{titles})\b"),
        subject_pronoun=_compiled(rf"(?:{singular})\b"),
        possessed_person=_compiled(rf"'s?\s+(?:\w+\s+){{0,2}}(?:{titles})\b"),
        joined=_compiled(r"(?:,[^,]{2,60})?,?\s+and\s+(?-i:[A-Z]|the\s)"),
        unknown_person=_compiled(
            rf"(?<![\w.])(?:(?:{titles})\.?\s+)*(?-i:[A-Z][\w'-]+\s+(?:\w+-)?[A-Z])|"
            rf"(?!(?:{no_speaker})\b)(?-i:[A-Z][\w-]+[^s\W]\s+[a-z]+ed)\b|"
            rf"(?:(?<=the\s)|(?<=his\s)|(?<=her\s)|(?<=an\s)|(?<=a\s))(?:{small_titles})\b"
        ),
        any_person=_compiled(
            rf"\b(?:{titles})s?\b|\b(?:{singular}|they|his|who)\b|(?-i:[A-Z][\w'-]+\.?\s(?:\w+-)?[A-Z])"
        ),
        fronting=_compiled(rf"\s*(?:{fronting})\b"),
        relative_end=_compiled(rf",\s+(?:{one_of(section.get('relatives', ()))})\s+$"),
        relative_again=_compiled(rf"\s(?:and|but)\s+(?:{one_of(section.get('relatives', ()))})\s+$"),
        relative_behind=_compiled(rf"\s+(?:{one_of(section.get('relatives', ()))})\b.*$"),
        short_title=_compiled(rf"\b(?:{one_of(section.get('shortened', ()))})\.\s*$"),
        titles_end=Ending(
            _compiled(rf"(?:\b(?:{determiners})\s+)?(?:\b(?:{titles})\.?\s+)*$"),
            last_words(section.get("determiners", ()), names.get("person_titles", ())),
        ),
        titles_before=_compiled(rf"^(?:(?:{titles})\.?\s+)+"),
        full_name=re.compile(
            rf"(?=[A-Z])(?<![\w.'-])(?!(?i:{titles}|{fronting}|{determiners}|{leads})\b)"
            rf"(?P<full>[A-Z][\w'-]+\s(?:[A-Z]\.\s)?(?P<last>(?:[a-z]{{2,3}}[\s-])?[A-Z][\w'-]+))(?!\s[A-Z]|\w)"
        ),
        name_of_place=re.compile(
            rf"(?P<full>(?!\w+\s(?i:{organisations})\b)[A-Z][\w'-]+\s(?:[A-Z]\.\s)?[A-Z][\w'-]+)"
            rf"\s(?:of|from|at|with)\s"
        ),
        nicknaming=_compiled(rf"\b(?:{one_of(section.get('nicknaming', ()))})\s*[\"']?$"),
        naming=_compiled(rf"\b(?:{one_of(section.get('naming', ()))})\s*[\"']?$"),
        determiner_right_before=_compiled(rf"\b(?:{determiners})\s+[\"']?$"),
        copula_before=_compiled(
            rf"\b(?:{copulas}|be|been)\s+(?:(?:\w+ly|{one_of(section.get('copula_adverbs', ()))})\s+)?[\"']?$"
        ),
        indefinite=_compiled(rf"(?:^|\s)(?:{one_of(section.get('indefinite', ()))})\s+(?:[\w-]+\s+)?[\"']?$"),
        capital_titles=re.compile(rf"(?:[A-Z][\w-]*(?:'s?)?\s+){{0,4}}(?=[A-Z])(?i:{titles})\s+"),
        label=re.compile(
            rf"(?!(?i:{not_label})\s*:)(?P<who>[^\W\d_][\w.'-]*(?:\s[\w.'-]+){{0,5}}):\s*[\"']?$"
        ),
    )


def one_of(words: Iterable[object]) -> str:
    """An alternation, longest first; of nothing, a pattern that never matches.

    >>> one_of(["or", "or so"])
    'or\\\\ so|or'
    """
    ordered = sorted({str(word) for word in words}, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) for word in ordered) or r"(?!)"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)
