"""Extract: a class that lists names in; one constant for each, a string of its own type, out."""

from __future__ import annotations

from typing import Self


class Symbol(str):
    """A closed list of names, as `StrEnum`, for those that are compared at every word of every article.

    Before Python 3.12 a member of an `Enum` takes four times as long to look up as any other attribute of a
    class, which was a twelfth of all the time of reading. There is one object for each name: compare by `is`.

    >>> class Sign(Symbol):
    ...     COMMA: ClassVar[Sign]
    >>> Sign.COMMA, Sign.COMMA == "comma", Sign.all() == {Sign.COMMA}
    ('comma', True, True)
    """

    __slots__ = ()

    def __init_subclass__(cls) -> None:
        for name in cls.__annotations__:
            setattr(cls, name, cls(name.lower()))

    @classmethod
    def all(cls) -> frozenset[Self]:
        """Every name of the list."""
        return frozenset(getattr(cls, name) for name in cls.__annotations__)
