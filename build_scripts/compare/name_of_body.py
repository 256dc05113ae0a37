"""Compare: the names of a body as its sources give them in; those that are not one name in two forms out."""

from __future__ import annotations

from collections.abc import Iterable

from build_scripts.compare.tokens import words

Name = tuple[str, ...]
"""The words of a name in small letters, without possessive endings."""

_LONGEST_SHORT = 4
"""More letters than this are no abbreviation of a word: `St.`, `Dept.`."""


def is_name(text: str, empty: frozenset[str]) -> bool:
    """Whether a mention names a body, and does not only describe it: one of its words has a capital.

    >>> the = frozenset({"the"})
    >>> is_name("the Harbour Board", the), is_name("Northland delegation", the), is_name("The board", the)
    (True, True, False)
    """
    return any(not word.islower() for word in words(text) if word.casefold() not in empty)


def bare(name: Name, empty: frozenset[str], forms: frozenset[str]) -> Name:
    """The name without an article before it, and without what says its legal form.

    >>> bare(("the", "harbour", "company", "ltd"), frozenset({"the"}), frozenset({"ltd"}))
    ('harbour', 'company')
    """
    while len(name) > 1 and name[0] in empty:
        name = name[1:]
    while len(name) > 1 and name[-1] in forms:
        name = name[:-1]
    return name


def fullest(named: Iterable[tuple[str, Name]], empty: frozenset[str]) -> set[Name]:
    """The fullest name in each source, where they differ by more than the order of their words.

    What a longer name goes on from (`Bank of Trade`, `Bank of Trade of Northland`) is its short form, and so
    is one whose words are abbreviated (`U.N.`, `S. Northland`).
    """
    longest: dict[str, Name] = {}
    for source, name in named:
        if len(name) > len(longest.get(source, ())):
            longest[source] = name
    # `L.-F.` and `LF` are written alike but for what stands between the letters.
    names = set({"".join(name): name for name in longest.values() if len(name) > 1}.values())
    names = {name for name in names if not any(_is_adjective_of(name, other) for other in names)}
    return {
        name
        for name in names
        if not any(_is_reordered(name, other) or _is_reordered(other, name) for other in names)
        and not any(_goes_on(name, other, empty) or _abbreviates(name, other) for other in names)
    }


def _is_adjective_of(name: Name, other: Name) -> bool:
    """Whether a name is another with an ending (`Upper Northlandish`, `Upper Northland`)."""
    return name[:-1] == other[:-1] and name != other and name[-1].startswith(other[-1]) and len(other[-1]) > 3


def _goes_on(name: Name, other: Name, empty: frozenset[str]) -> bool:
    """Whether another name begins with this one and adds whose or of what it is."""
    return len(other) > len(name) and other[: len(name)] == name and other[len(name)] in empty


def _is_reordered(name: Name, other: Name) -> bool:
    """Whether a longer name has the same words in another order (`Bank of Trade`, `Trade Bank`)."""
    stems = {word[:6] for word in name}
    return len(other) > len(name) and stems <= {word[:6] for word in other} and not is_part(name, other)


def _abbreviates(name: Name, other: Name) -> bool:
    """Whether each word of a name is that of another, or short for it."""
    return name != other and len(name) == len(other) and all(map(_is_short_for, name, other))


def _is_short_for(short: str, word: str) -> bool:
    """A first letter, the first letters, or the first and the last of a word.

    >>> _is_short_for("u", "union"), _is_short_for("st", "saint"), _is_short_for("sea", "saint")
    (True, True, False)
    """
    if short == word:
        return True
    if len(short) > _LONGEST_SHORT or len(short) >= len(word):
        return False
    return word.startswith(short) or (len(short) == 2 and (short[0], short[-1]) == (word[0], word[-1]))


def is_part(name: Name, other: Name) -> bool:
    """Whether a name is another without some of its words.

    >>> is_part(("harbour", "board"), ("northland", "harbour", "board"))
    True
    """
    rest = iter(other)
    return all(word in rest for word in name)
