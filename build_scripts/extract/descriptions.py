"""Extract: mentions and the offices beside names in; bare descriptions that name the same person later, out.

"Peace commissioner A. Arden … The commissioner": where one article introduces one holder of an office,
the office alone is he.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from build_scripts.extract.holders import WORD, Holder, holder_at, holders
from build_scripts.extract.kept import kept
from build_scripts.extract.longer_names import titles_in
from build_scripts.extract.name_words import name_words
from build_scripts.extract.names import straight
from build_scripts.extract.office_words import OfficeWords, office_words
from build_scripts.models import Actor, How, Lexicon, Mention, Passage, PassageKind, Role, Source

# What stands between a name and an office that describes it: "A. Arden, the minister".
_BESIDE = re.compile(r",\s\w+\s")


def with_descriptions(
    source: Source,
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
    roles: Sequence[Role],
    actors: Sequence[Actor],
    lexicon: Lexicon,
) -> tuple[Mention, ...]:
    """The mentions, and those by an office alone, in the order of the text."""
    language = office_words(lexicon)
    held = holders(passages, mentions, roles, language)
    if not held:
        return tuple(mentions)
    ordered = sorted(mentions, key=lambda mention: mention.start)
    starts = [mention.start for mention in ordered]
    sides = _sides(actors)
    found: list[Mention] = []
    titles = titles_in(source, tuple(passages), frozenset(), name_words(lexicon))
    for passage, spans in zip(passages, titles, strict=True):
        if passage.kind is not PassageKind.SENTENCE:
            continue
        for start, end, actor in _bare(passage, held, language):
            after = bisect_left(starts, start)
            clear = after == len(starts) or starts[after] >= end
            behind = source.text[ordered[after - 1].end : start] if after else ""
            in_title = any(one <= start - passage.start < other for one, other in spans)
            if clear and not in_title and (not after or (behind and not _BESIDE.fullmatch(behind))):
                text = passage.text[start - passage.start : end - passage.start]
                side = sides.get(actor, "")
                found.append(
                    Mention(source.id, passage.id, start, end, text, actor, side, How.DESCRIPTION, True)
                )
    return tuple(sorted((*mentions, *found), key=lambda mention: (mention.start, mention.end)))


@kept()
def _sides(actors: Sequence[Actor]) -> Mapping[str, str]:
    return {actor.id: actor.side for actor in actors}


def _bare(
    passage: Passage, held: Mapping[str, Sequence[Holder]], language: OfficeWords
) -> Iterator[tuple[int, int, str]]:
    text = straight(passage.text)
    for match in language.bare.finditer(text):
        described = {word.casefold() for word in match["words"].split()}
        start, end = passage.start + match.start("words"), passage.start + match.end()
        office = language.office(described, match["office"].casefold())
        holder = holder_at(held.get(office, ()), start)
        if holder is None:
            continue
        following = WORD.search(text, match.end())
        behind = text[match.end() : following.start()] if following else ""
        beside = following is not None and (
            (behind in (" ", ", ") and following.group()[0].isupper())
            or (behind == " " and following.group() in language.carrying - {"in", "at", "on", "with", "to"})
        )
        if described <= holder.words and not beside:
            yield start, end, holder.actor
