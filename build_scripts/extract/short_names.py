"""Extract: the persons whom an article names in full in; the short forms by which it goes on, out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from build_scripts.extract.name_words import NameWords
from build_scripts.extract.names import Name, NameIndex, Words, name_of, split_words
from build_scripts.models import How

_ACRONYM = re.compile(r"\s\(([A-Z][A-Za-z]{0,2}[A-Z]{1,6})\)")  # " (RUL)"; not " (Agency)"

SHORTEST = 3
"""Letters that a single word needs to stand for a person; two, where they are a capital and a small one."""


def short_names(
    introduced: Iterable[tuple[str, str, str]], rivals: frozenset[str], lexicon: NameWords
) -> NameIndex:
    """Short forms of the persons `(actor, side, name as the article writes it)`.

    "A. bin Brook" goes on as "bin Brook" or "Brook". A form that two persons share, or that an unknown
    longer name of the article also has, or that the article uses as a common word, is left out (`rivals`:
    all those words, in lower case).
    """
    owners: dict[tuple[str, ...], set[str]] = {}
    forms: list[Name] = []
    for actor, side, name in sorted(introduced):
        for form in _forms(split_words(name), lexicon):
            short = name_of(form, actor, side, How.SHORT)
            if short is not None:
                owners.setdefault(short.lower, set()).add(actor)
                forms.append(short)
    unique = {form.lower: form for form in forms if len(owners[form.lower]) == 1}
    kept = [form for form in unique.values() if not (len(form.words) == 1 and form.lower[0] in rivals)]
    return NameIndex.of(kept)


def family_names(
    persons: Iterable[tuple[str, str, str]], lexicon: NameWords, initial: bool = False
) -> NameIndex:
    """What stands behind the first word of a person's name `(actor, side, name)`, if one person has it.

    "Ada bin Brook" gives "bin Brook" and "Brook", or with her initial "A. bin Brook" and "A. Brook".
    """
    owners: dict[tuple[str, ...], set[str]] = {}
    forms: list[Name] = []
    for actor, side, name in sorted(persons):
        split = split_words(name)
        families = [split.text[start : split.ends[-1]] for start in split.starts[1:]]
        forms_of = [(f"{split.words[0][0]}. {each}" if initial else each, each) for each in families]
        for form, family in (*forms_of, *(_initialled(split.words) if initial else ())):
            short = name_of(form, actor, side, How.PROPOSED)
            if short is not None and _is_usable(family, lexicon):
                owners.setdefault(short.lower, set()).add(actor)
                forms.append(short)
    unique = {form.lower: form for form in forms if len(owners[form.lower]) == 1}
    return NameIndex.of(unique.values())


def _initialled(words: tuple[str, ...]) -> list[tuple[str, str]]:
    """ "A. K. Brook", "Ada K. Brook" for Ada Kay Brook, each with the family name; only of capital words."""
    if len(words) < 3 or not all(word[0].isupper() for word in words):
        return []
    middle = " ".join(f"{word[0]}." for word in words[1:-1])
    return [(f"{first} {middle} {words[-1]}", words[-1]) for first in (f"{words[0][0]}.", words[0])]


def acronym_behind(text: str, end: int, name: tuple[str, ...]) -> str:
    """The acronym in brackets behind a name that ends at `end`, empty if none begins like a word of it."""
    match = _ACRONYM.match(text, end)
    if match and any(word[0] == match.group(1)[0] for word in name):
        return match.group(1)
    return ""


def _forms(name: Words, lexicon: NameWords) -> list[str]:
    """What is left when words are taken from the front ("bin Brook", "Brook"), and each word alone.

    A first name alone is a short form too: many languages put the family name first.
    """
    if len(name.words) < 2:
        return []
    # Not the "lin" of "Chen-lin".
    words = [word for word in name.words if word[0].isupper()]
    endings = [name.text[start : name.ends[-1]] for start in name.starts[1:]]
    endings = endings if name.words[-1][0].isupper() else endings[:-1]
    return [form for form in dict.fromkeys((*endings, *words)) if _is_usable(form, lexicon)]


def family_forms(name: Words, lexicon: NameWords) -> list[str]:
    """What stands behind the first word of a name, longest first: "bin Brook", "Brook"."""
    endings = [name.text[start : name.ends[-1]] for start in name.starts[1:]]
    return [form for form in endings if _is_usable(form, lexicon)]


def _is_usable(form: str, lexicon: NameWords) -> bool:
    lower = form.lower()
    is_long = len(form) >= SHORTEST or (len(form) == 2 and form.istitle() and form.isalpha())  # "Ku"
    return (
        is_long
        and lower not in lexicon.particles
        and lower not in lexicon.articles
        and lower not in lexicon.not_names
    )
