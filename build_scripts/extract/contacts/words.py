"""Extract: what one word of a sentence may be, as far as the clause rules need it."""

from __future__ import annotations

from enum import StrEnum

from build_scripts.extract.records import record
from build_scripts.models import DateExpression, Mention


class Tag(StrEnum):
    """What a word does in its sentence, as far as the clause rules need it."""

    NAME = "name"
    ACTOR = "actor"
    SIDED = "sided"
    DATE = "date"
    VERB = "verb"
    AUX = "aux"
    MODAL = "modal"
    NOT = "not"
    ADVERB = "adverb"
    DETERMINER = "determiner"
    POSSESSIVE = "possessive"
    PREPOSITION = "preposition"
    JOINING = "joining"
    PRONOUN = "pronoun"
    TO = "to"
    COMMA = "comma"
    STOP = "stop"
    QUOTE = "quote"
    OPEN = "open"
    CLOSE = "close"
    NOUN = "noun"


@record
class Word:
    """A word, or the words of one mention or date, with offsets in the source's text.

    Nothing changes one; but one is made for every word of every article, and frozen it takes thrice as long.
    """

    tag: Tag
    text: str
    low: str
    start: int
    end: int
    mention: Mention | None = None
    date: DateExpression | None = None
    sides: tuple[str, ...] = ()
    """Sides that a sided adjective, a home word or a collective mention stands for."""
    home: str = ""
    """The side at whose home one is there."""
    quoted: bool = False

    @property
    def is_name(self) -> bool:
        return self.tag in (Tag.ACTOR, Tag.NAME)
