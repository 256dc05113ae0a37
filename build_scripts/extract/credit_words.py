"""Extract: the lexicon's words of speech in; patterns compiled from them, once for each lexicon, out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from build_scripts.extract.endings import Ending, last_words
from build_scripts.extract.names import split_words
from build_scripts.extract.phrase_words import PhraseWords, phrase_words
from build_scripts.extract.term_words import TermWords, term_words
from build_scripts.extract.word_lists import any_case, word_lists
from build_scripts.models import Lexicon


@dataclass(frozen=True, slots=True, eq=False)
class CreditWords:
    """Patterns for folded text (straight marks, plain hyphens) whose quotations are blanked out."""

    phrases: PhraseWords
    terms: TermWords
    crediting: tuple[frozenset[str], ...]
    """The words of each entry of `according`, in lower case."""
    speaking: frozenset[str]
    """The first words of `saying`, in lower case."""
    said: re.Pattern[str]
    saying: re.Pattern[str]
    by: re.Pattern[str]
    according: re.Pattern[str]
    cited_behind: re.Pattern[str]
    """", citing " where it stands; `match` it right behind a name."""
    quoted_as: re.Pattern[str]
    quoted_by: re.Pattern[str]
    """"was quoted (by …) as saying"."""
    called_by: re.Pattern[str]
    """"was called "frank" by ", the quoted words blanked out."""
    own_words: re.Pattern[str]
    """"'s own words" behind a name."""
    told_to: re.Pattern[str]
    told: frozenset[str]
    calling: frozenset[str]
    referring: frozenset[str]
    """Of `citing`, what only media do: a person who refers to something explains it."""
    reporting: frozenset[str]
    """Verbs by which media pass something on."""
    hearing: re.Pattern[str]
    """Verbs of which the subject is no speaker."""
    not_said: re.Pattern[str]
    """" to be" behind "said": nobody speaks."""
    behind_quotation: re.Pattern[str]
    noun_phrase: re.Pattern[str]
    inserted: re.Pattern[str]
    """" Anna Arden," behind ", said": the speaker within what is said."""
    named_behind: re.Pattern[str]
    """", Boris Birch" behind an office."""
    titles_end: Ending
    short_title: re.Pattern[str]
    """"Ms. " at the end of a text."""
    label: re.Pattern[str]
    """"BORIS BIRCH:" at the head of a paragraph: who speaks what follows."""
    media: re.Pattern[str]
    bodies: frozenset[str]
    """Nouns of organisations by which an article goes on to call the one that it names: "the union"."""
    same_speaker: re.Pattern[str]
    """"the politician": whoever spoke before."""


@lru_cache(maxsize=16)
def credit_words(lexicon: Lexicon) -> CreditWords:
    """The patterns of a lexicon; one without a section on quotations gives patterns that match nothing."""
    speech, names = word_lists(lexicon, "quotations"), word_lists(lexicon, "actors")
    saying, quoted_as = speech.one_of("saying"), speech.one_of("quoted_as")
    quoted, calling = speech.one_of("quoted"), speech.one_of("calling")
    titles, determiners = names.one_of("person_titles"), speech.one_of("determiners")
    copulas = speech.one_of("copulas")
    return CreditWords(
        phrases=phrase_words(speech, names),
        terms=term_words(speech),
        crediting=tuple(frozenset(split_words(words).lower) for words in speech.entries("according")),
        speaking=frozenset(split_words(words).lower[0] for words in speech.entries("saying")),
        said=any_case(rf"(?<!-)\b(?:{speech.one_of('said', 'calling')})\b(?!-)"),
        saying=any_case(rf"(?:,\s|\band\s|-\s)(?:{saying})\b"),
        by=any_case(rf"\b(?:{speech.one_of('by')})\s+(?:\w+ly\s+)?by\s+"),
        according=any_case(
            rf"\b(?:{speech.one_of('according')})\s+(?!(?:{speech.one_of('not_according')})\b)"
        ),
        cited_behind=any_case(rf",?\s*\b(?:{speech.one_of('citing')})\s+"),
        quoted_as=any_case(rf"(?:{quoted})\s++(?=(?P<source>[^,;:.]{{2,60}}?)\s++(?:{quoted_as})\s+\w+)"),
        quoted_by=any_case(
            rf"\b(?:{copulas}|been)\s+(?:{quoted})(?:\s+by\s++(?P<via>[^,;:.]{{2,60}}?))?\s++"
            rf"(?:{quoted_as})\s+(?:{saying})\b"
        ),
        called_by=any_case(
            rf"\b(?:{copulas}|been)\s+(?:\w+ly\s+)?(?:{calling})"
            rf"(?:\s+as)?[\s\"',]*_[\s\"'_,]*by\s+"
        ),
        own_words=any_case(rf"'s?\s+(?:{speech.one_of('own_words')})\b"),
        told_to=any_case(rf"\b(?:{speech.one_of('told_to')})\s+"),
        told=speech.known("told_to"),
        calling=speech.known("calling"),
        referring=speech.known("referring"),
        reporting=speech.known("reporting"),
        hearing=any_case(rf"\b(?:{speech.one_of('hearing')})\b"),
        not_said=any_case(rf"\s+(?:{speech.one_of('not_said')})\b"),
        behind_quotation=any_case(r"(?:\"|[_,.?!]')\s*+(?:[,.]\s*+)?$"),
        noun_phrase=re.compile(rf"\s+(?:[A-Z]|[a-z]+\s|(?:{speech.one_of('singular')})\b)"),
        inserted=re.compile(rf"\s+(?=[A-Z]|(?:{determiners})\s)(?P<who>[^,;:()\"\n]{{2,60}}),"),
        named_behind=re.compile(r",\s(?P<name>(?:[A-Z][\w'-]+\s){1,3}[A-Z][\w'-]+)(?=[,.;]|$)"),
        titles_end=Ending(
            any_case(rf"(?:\b(?:{determiners})\s+)?(?:\b(?:{titles})\.?\s+)*$"),
            last_words(speech.entries("determiners"), names.entries("person_titles")),
        ),
        short_title=any_case(rf"\b(?:{speech.one_of('shortened')})\.\s*$"),
        label=re.compile(
            rf"(?!(?i:{speech.one_of('not_labels')})\s*:)(?P<who>[^\W\d_][\w.'-]*(?:\s[\w.'-]+){{0,5}}):\s*[\"']?$"
        ),
        media=any_case(rf"\b(?:{speech.one_of('media')})\b"),
        bodies=speech.known("bodies"),
        same_speaker=any_case(rf"the\s+(?:\w+\s+)?(?:{speech.one_of('same_speaker')})"),
    )
