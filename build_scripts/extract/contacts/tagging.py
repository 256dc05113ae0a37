"""Extract: one passage with its mentions and dates in, its words with their part in the sentence out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from build_scripts.extract.contacts.grammar import Grammar
from build_scripts.extract.contacts.verb_or_noun import settled
from build_scripts.extract.contacts.words import Tag, Word
from build_scripts.extract.contacts.world import World
from build_scripts.models import DateExpression, Mention, Passage

# Match: "didn" + "n't", "A" + "'s", "inter-Northern", "N.L", "N.L.-backed", "12,000". Near-miss: a blank.
_WORD = re.compile(
    r"""
      (?= [^\W_]++ (?<=n) ['’]t\b ) [^\W_]+ (?= n )     # did|n't
    | n['’]t\b
    | ['’] (?: s | re | ve | d | ll ) \b       # A|'s
    | \d+ (?: [.,]\d+ )+
    | [^\W_]+ (?: (?: [.&] | ['’] (?! (?:s|re|ve|d|ll)\b ) ) [^\W_]+ )* (?: \.? [-‐‑] [^\W_]+ )*
    | [^\w\s]
    """,
    re.VERBOSE,
)

_OPENING, _CLOSING, _STRAIGHT = "“„«", "”»", '"'

_LONG, _LONGEST = 400, 800
"""Words from which on a sentence is cut at a comma, and anywhere: some rules look at all pairs of clauses."""
_HYPHENS = ("-", "‐", "‑")
_DASHES = ("-", "–", "—", "‐", "‑", "/")
_MARKS_OF_SPEECH = (*_OPENING, *_CLOSING, _STRAIGHT)

_TERM = 8
"""Words, at most, of a quotation that is a term."""


def read_words(
    passage: Passage,
    mentions: Sequence[Mention],
    dates: Sequence[DateExpression],
    world: World,
    grammar: Grammar,
) -> tuple[Word, ...]:
    """The words of one passage in order; mentions, dates and homes are one word each."""
    raw: list[Word] = []
    spans = _spans(passage, mentions, dates, world)
    offset = at = passage.start
    for span in (*spans, None):
        until = span.start if span else passage.end
        for match in _WORD.finditer(passage.text, at - offset, until - offset):
            start, end = match.span()
            text = match.group()
            tag, low, sides = _meaning(text, world, grammar)
            raw.append(Word(tag, text, low, offset + start, offset + end, None, None, sides))
        if span:
            raw.append(span)
            at = span.end
    texts = {word.text for word in raw}
    if not texts.isdisjoint(_DASHES):
        raw = _with_pairs(_with_compounds(raw, grammar))
    raw = _with_collectives(_joined(raw, grammar), world)
    if not grammar.classes["quarters"].isdisjoint(texts):
        raw = _with_quarters(raw, world, grammar)
    return settled(raw if texts.isdisjoint(_MARKS_OF_SPEECH) else _marked_quotes(raw), grammar)


def in_parts(words: tuple[Word, ...]) -> tuple[tuple[Word, ...], ...]:
    """The words of a passage that is longer than any sentence, cut where a clause may end."""
    if len(words) < _LONG // 2:
        return (words,)
    parts: list[tuple[Word, ...]] = []
    start = 0
    for at, word in enumerate(words):
        size = at - start
        full = size >= _LONGEST or (size >= _LONG and word.tag is Tag.COMMA)
        if full or (size >= _LONG // 2 and (word.tag is Tag.STOP or word.text == ".")):
            parts.append(words[start : at + 1])
            start = at + 1
    return (*parts, words[start:]) if start < len(words) or not parts else tuple(parts)


def _spans(
    passage: Passage, mentions: Sequence[Mention], dates: Sequence[DateExpression], world: World
) -> list[Word]:
    """Mentions, dates and homes, the longest first where they overlap, in the order of the text."""
    found: list[Word] = []
    for date in dates:
        found.append(Word(Tag.DATE, date.text, date.text.lower(), date.start, date.end, date=date))
    for mention in mentions:
        side = world.side_of(mention)
        # "Government and": the rest of the list is another's.
        text = _own_words(mention.text.removesuffix(" and"), side, world)
        found.append(
            Word(
                Tag.ACTOR,
                text,
                text.lower(),
                mention.start,
                mention.start + len(text),
                mention=mention,
                sides=(side,) if side else (),
                home=world.homes.get(mention.text, ""),
            )
        )
    for home, side in world.homes.items():
        if home not in passage.text:
            continue
        for match in re.finditer(rf"(?<!\w){re.escape(home)}(?!\w)", passage.text):
            start, end = passage.start + match.start(), passage.start + match.end()
            found.append(Word(Tag.NAME, match.group(), home.lower(), start, end, sides=(side,), home=side))
    found.sort(key=lambda word: (-(word.end - word.start), word.start, word.tag is Tag.NAME))
    kept: list[Word] = []
    taken: list[tuple[int, int]] = []
    for word in found:
        at = bisect_left(taken, (word.start, word.end))
        clear = (at == len(taken) or taken[at][0] >= word.end) and (at == 0 or taken[at - 1][1] <= word.start)
        if clear:
            taken.insert(at, (word.start, word.end))
            kept.append(word)
    return sorted(kept, key=lambda word: word.start)


def _own_words(text: str, side: str, world: World) -> str:
    """Of "Northern and Southern officials", where the others are of the other side: "Northern"."""
    first, joining, rest = text.partition(" and ")
    others = world.sides_in(rest.split()[0]) if joining and rest else ()
    return first if set(others) & world.joined - {side} else text


@lru_cache(maxsize=16384)
def _meaning(text: str, world: World, grammar: Grammar) -> tuple[Tag, str, tuple[str, ...]]:
    """What a word is by itself, wherever it stands: its tag, itself in lower case, and its sides."""
    tag, low = _by_itself(text, grammar)
    if text.islower():
        return tag, low, ()
    sides = world.sides_in(text)
    origin = "" if sides else world.origin(text, grammar.classes["origin_endings"])
    sides = sides or ((origin,) if origin else ())
    return Tag.SIDED if sides else tag, low, sides


@lru_cache(maxsize=16384)
def _by_itself(text: str, grammar: Grammar) -> tuple[Tag, str]:
    """What a word is for whatever corpus, and itself in lower case."""
    low = text.lower().replace("’", "'")
    return _tag(text, low, grammar), low


_MARKS = {
    ",": Tag.COMMA,
    ";": Tag.STOP,
    ":": Tag.STOP,
    "(": Tag.OPEN,
    "[": Tag.OPEN,
    ")": Tag.CLOSE,
    "]": Tag.CLOSE,
    "–": Tag.COMMA,
    "—": Tag.COMMA,
    "-": Tag.COMMA,
}


def _tag(text: str, low: str, grammar: Grammar) -> Tag:
    if text in _MARKS:
        return _MARKS[text]
    if text in _OPENING + _CLOSING + _STRAIGHT:
        return Tag.QUOTE
    if low == "'s" or low == "'":
        return Tag.POSSESSIVE
    if not text[0].isalnum() and text[0] not in "'’":
        return Tag.CLOSE
    small = grammar.small.get(low)
    if small is Tag.PRONOUN and text.isupper() and grammar.has("names_in_capitals", low):
        # "talks with the US"; near-miss: "talks with us".
        return Tag.NAME
    if small is not None:
        return small
    if low in grammar.forms:
        return Tag.VERB
    if (
        low.endswith("ly")
        and len(low) > 4
        and not (grammar.has("doubts", low) or grammar.has("nouns_in_ly", low))
    ):
        return Tag.ADVERB
    if text[0].isupper():
        return Tag.NAME
    if low.endswith("ed") and len(low) > 4 and not grammar.has("adjectives", low):
        return Tag.VERB
    return Tag.NOUN


def _with_compounds(words: list[Word], grammar: Grammar) -> list[Word]:
    """ "A-backed", "anti-A" are adjectives, not A; near-miss: "the A-B meeting"."""
    if not any(word.text in _HYPHENS for word in words):
        return words
    found: list[Word] = []
    at = 0
    while at < len(words):
        three = words[at : at + 3]
        if len(three) == 3 and three[1].text in _HYPHENS and _is_compound(three, grammar):
            text = "-".join((three[0].text, three[2].text))
            found.append(Word(Tag.NOUN, text, text.lower(), three[0].start, three[2].end))
            at += 3
            continue
        found.append(words[at])
        at += 1
    return found


def _is_compound(three: Sequence[Word], grammar: Grammar) -> bool:
    first, sign, last = three
    if first.end != sign.start or sign.end != last.start:
        return False
    if first.mention is not None:
        return last.mention is None and last.text[:1].islower()
    return last.mention is not None and grammar.has("name_prefixes", first.low)


def _with_pairs(words: list[Word]) -> list[Word]:
    """ "the A–B meeting": a dash without blanks joins two names; with blanks it is a pause."""
    found = list(words)
    for at in range(1, len(words) - 1):
        last, word, following = words[at - 1 : at + 2]
        if word.text in _DASHES and last.mention is not None and following.mention is not None:
            tight = last.end == word.start and word.end == following.start
            found[at] = replace(word, tag=Tag.JOINING) if tight else word
    return found


def _joined(words: list[Word], grammar: Grammar) -> list[Word]:
    """Words that are one ("as well as", "face to face") become one."""
    longer, lows = grammar.longer_words, [word.low for word in words]
    found: list[Word] = []
    done = 0
    for at, low in enumerate(lows):
        if low not in longer or at < done:
            continue
        for parts, tag in longer[low]:
            end = at + len(parts)
            if tuple(lows[at:end]) == parts:
                found += words[done:at]
                found.append(Word(tag, " ".join(parts), " ".join(parts), words[at].start, words[end - 1].end))
                done = end
                break
    return [*found, *words[done:]] if found else words


def _with_collectives(words: list[Word], world: World) -> list[Word]:
    """ "the rebels", "government envoys": people of the side whose label has the word, unless another's."""
    if world.collectives.keys().isdisjoint([word.low for word in words]):
        return words
    found: list[Word] = []
    for word in words:
        side = world.collectives.get(word.low, "") if word.tag is Tag.NOUN else ""
        last = found[-1] if found else None
        if side and (
            last is None or last.tag not in (Tag.NAME, Tag.ACTOR, Tag.SIDED, Tag.POSSESSIVE, Tag.NOUN)
        ):
            word = replace(word, sides=(side,))
        found.append(word)
    return found


def _with_quarters(words: list[Word], world: World, grammar: Grammar) -> list[Word]:
    """ "the South Velish envoy" is none of Velland, nor of North Velland; near-miss: "north Velish"."""
    found: list[Word] = []
    for at, word in enumerate(words):
        quarter = words[at - 1].text if at else ""
        if word.tag is Tag.SIDED and grammar.has("quarters", quarter):
            sides = tuple(side for side in word.sides if quarter.lower() in world.quarters.get(side, ()))
            word = replace(word, sides=sides, tag=Tag.SIDED if sides else Tag.NAME)
        found.append(word)
    return found


def _marked_quotes(words: list[Word]) -> list[Word]:
    """Mark the words of short quotations: terms, titles, forms of address; sentences are read as text."""
    found = list(words)
    opened = -1
    for at, word in enumerate(words):
        if word.tag is not Tag.QUOTE:
            continue
        if opened < 0 or word.text in _OPENING:
            opened = at
            continue
        if at - opened <= _TERM:
            found[opened + 1 : at] = [replace(each, quoted=True) for each in words[opened + 1 : at]]
        opened = -1
    return found
