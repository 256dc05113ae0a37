"""Quotations in; every small alteration that changes what they say, and every typographic variant, out.

Deterministic: the same quotation gives the same alterations in the same order.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

GAP = "[…]"
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NEGATIONS = ("not", "never", "no longer")
NEGATING = frozenset({"not", "no", "never", "none", "without", "nor", "neither", "cannot"})
LOOKALIKES = {
    **dict(zip("aceopxyABEHKMOPTX", "асеорхуАВЕНКМОРТХ", strict=True)),
    "i": "і",
    "j": "ј",
    "s": "ѕ",
    "v": "ν",
    "l": "ӏ",
    "0": "О",
    "1": "l",
    "-": "⁃",
    "n": "ո",
}
HIDDEN = ("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u180e", "\u034f")
VOWELS = "aeiou"


def altered(words: str, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of kind and altered quotation; `names` are others that could stand in a name's place."""
    for kind, found in (
        ("digit", _digits(words)),
        ("sign", _signs(words)),
        ("negation", _negations(words)),
        ("name", _names(words, names)),
        ("date", _dates(words)),
        ("order", _orders(words)),
        ("dropped", _dropped(words)),
        ("homoglyph", _lookalikes(words)),
        ("zero width", _hidden(words)),
    ):
        for text in dict.fromkeys(found):
            if text != words:
                yield kind, text


def variants(words: str) -> Iterator[tuple[str, str]]:
    """Pairs of kind and variant: other marks, dashes, spaces, line ends, composition; the same words."""
    found = {
        "curly marks": _curly(words),
        "angular marks": re.sub(r'["“„]([^"“”„]*)["”]', r"«\1»", words),
        "straight marks": re.sub("[“”„«»]", '"', words),
        "curly apostrophes": words.replace("'", "’"),
        "straight apostrophes": words.replace("’", "'").replace("‘", "'"),
        "other apostrophes": re.sub("['’]", "ʼ", words),
        "other hyphens": re.sub(r"(?<=\w)-(?=\w)", "‑", words),
        "en dashes for hyphens": re.sub(r"(?<=\w)-(?=\w)", "–", words),
        "other dashes": re.sub(r"(?<=\s)[–—-](?=\s)", "―", words),
        "hyphens for dashes": re.sub(r"(?<=\s)[–—](?=\s)", "-", words),
        "spaces that do not break": words.replace(" ", "\u00a0"),
        "narrow spaces": words.replace(" ", "\u202f", 1),
        "two spaces": words.replace(" ", "  "),
        "a wrapped line": _wrapped(words, "\n"),
        "a wrapped line with Windows ends": _wrapped(words, "\r\n"),
        "a wrapped line of a list": _wrapped(words, "\n  "),
        "decomposed letters": unicodedata.normalize("NFD", words),
        "an ellipsis of three points": words.replace("[…]", "[...]"),
    }
    for kind, text in found.items():
        if text != words:
            yield kind, text


def stands_in(words: str, passages: Sequence[str]) -> bool:
    """Whether a passage has the very words, character by character, spaces aside: then nothing is altered."""
    parts = [re.escape(part.strip()) for part in _spaced(words).split(GAP)]
    wanted = re.compile(rf"(?<!\w){'.*'.join(parts)}(?!\w)")
    return any(wanted.search(_spaced(passage)) for passage in passages)


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _tokens(words: str) -> list[str]:
    return words.split(" ")


def _inner(tokens: list[str]) -> list[int]:
    """Places that are not at an end of the quotation, nor at a gap: leaving one out cites something else."""
    return [at for at in range(1, len(tokens) - 1) if GAP not in (tokens[at - 1], tokens[at], tokens[at + 1])]


def _digits(words: str) -> Iterator[str]:
    for match in re.finditer(r"\d", words):
        for digit in "0123456789":
            yield words[: match.start()] + digit + words[match.end() :]
            yield words[: match.start()] + digit + words[match.start() :]
        if re.search(r"\d", words[match.end() : match.end() + 2]):
            yield words[: match.start()] + words[match.end() :]


def _signs(words: str) -> Iterator[str]:
    for match in re.finditer(r"\d[\d.,]*\d|\d", words):
        before, number, after = words[: match.start()], match.group(), words[match.end() :]
        for sign in ("-", "−", "+", "<", ">", "~", "$", "€", "1-", "±"):
            yield f"{before}{sign}{number}{after}"
        for sign in ("%", " %", "-", "‰", "+", "°", ".5", ",5", "/2"):
            yield f"{before}{number}{sign}{after}"
        for one, other in ((",", "."), (".", ","), (",", ""), (".", "")):
            yield before + number.replace(one, other) + after
    for match in re.finditer(r"[$€£%]", words):
        yield words[: match.start()] + words[match.end() :]


def _negations(words: str) -> Iterator[str]:
    tokens = _tokens(words)
    for at in range(1, len(tokens)):
        for word in NEGATIONS:
            yield " ".join([*tokens[:at], word, *tokens[at:]])
    for at in _inner(tokens):
        if tokens[at].lower().strip(".,") in NEGATING:
            yield " ".join(tokens[:at] + tokens[at + 1 :])
        if re.fullmatch(r"(?:is|was|were|are|has|had|did|does|do|could|would|should)", tokens[at]):
            yield " ".join([*tokens[:at], f"{tokens[at]}n't", *tokens[at + 1 :]])
            yield " ".join([*tokens[:at], f"{tokens[at]}n’t", *tokens[at + 1 :]])
    yield re.sub(r"n['’]t\b", "", words)


def _names(words: str, names: Sequence[str]) -> Iterator[str]:
    for match in re.finditer(r"\b[A-Z][\w’'-]+", words):
        name = match.group()
        before, after = words[: match.start()], words[match.end() :]
        for other in names:
            yield before + other + after
        yield before + name.lower() + after
        yield before + name[:-1] + after
        yield before + name + name[-1] + after
        for at, letter in enumerate(name[1:], 1):
            if letter in VOWELS:
                for vowel in VOWELS:
                    yield before + name[:at] + vowel + name[at + 1 :] + after


def _dates(words: str) -> Iterator[str]:
    for known in (MONTHS, WEEKDAYS):
        for match in re.finditer(rf"\b(?:{'|'.join(known)})\b", words):
            for other in known:
                yield words[: match.start()] + other + words[match.end() :]
    for match in re.finditer(r"\b(?:19|20)\d\d\b", words):
        for year in range(int(match.group()) - 9, int(match.group()) + 10):
            yield words[: match.start()] + str(year) + words[match.end() :]


def _orders(words: str) -> Iterator[str]:
    tokens = _tokens(words)
    for at in range(len(tokens)):
        for other in range(at + 1, min(at + 4, len(tokens))):
            if GAP not in tokens[at : other + 1]:
                swapped = [*tokens]
                swapped[at], swapped[other] = tokens[other], tokens[at]
                yield " ".join(swapped)


def _dropped(words: str) -> Iterator[str]:
    tokens = _tokens(words)
    for at in _inner(tokens):
        yield " ".join(tokens[:at] + tokens[at + 1 :])


def _lookalikes(words: str) -> Iterator[str]:
    for at, letter in enumerate(words):
        if letter in LOOKALIKES:
            yield words[:at] + LOOKALIKES[letter] + words[at + 1 :]


def _hidden(words: str) -> Iterator[str]:
    for number, at in enumerate(range(0, len(words) + 1, 3)):
        char = HIDDEN[number % len(HIDDEN)]
        yield words[:at] + char + words[at:]


def _curly(words: str) -> str:
    return re.sub(r'"([^"]*)"', r"“\1”", words)


def _wrapped(words: str, end: str) -> str:
    """The line broken between two words in the middle: never where Markdown would begin a list."""
    places = [match.start() for match in re.finditer(r"(?<=[a-z]) (?=[a-z])", words)]
    at = places[len(places) // 2] if places else -1
    return words if at < 0 else words[:at] + end + words[at + 1 :]
