"""Extract: what one word of a sentence may be, as far as the clause rules need it."""

from __future__ import annotations

from typing import ClassVar

from build_scripts.extract.records import record
from build_scripts.extract.symbols import Symbol
from build_scripts.models import DateExpression, Mention


class Tag(Symbol):
    """What a word does in its sentence, as far as the clause rules need it."""

    NAME: ClassVar[Tag]
    ACTOR: ClassVar[Tag]
    SIDED: ClassVar[Tag]
    DATE: ClassVar[Tag]
    VERB: ClassVar[Tag]
    AUX: ClassVar[Tag]
    MODAL: ClassVar[Tag]
    NOT: ClassVar[Tag]
    ADVERB: ClassVar[Tag]
    DETERMINER: ClassVar[Tag]
    POSSESSIVE: ClassVar[Tag]
    PREPOSITION: ClassVar[Tag]
    JOINING: ClassVar[Tag]
    PRONOUN: ClassVar[Tag]
    TO: ClassVar[Tag]
    COMMA: ClassVar[Tag]
    STOP: ClassVar[Tag]
    QUOTE: ClassVar[Tag]
    OPEN: ClassVar[Tag]
    CLOSE: ClassVar[Tag]
    NOUN: ClassVar[Tag]


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
