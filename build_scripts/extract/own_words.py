"""Extract: passages, their quotations and mentions in; the article's own words, and whom they name, out."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.extract.marks import Part
from build_scripts.extract.named import Named, named_in
from build_scripts.extract.names import straight
from build_scripts.models import Mention, Passage


class OwnWords:
    """By passage: its folded text, the same with its quotations blanked out, and the actors named in it."""

    def __init__(
        self, passages: Sequence[Passage], parts: Sequence[Part], mentions: Sequence[Mention]
    ) -> None:
        by_passage: dict[str, list[Mention]] = {}
        for mention in mentions:
            by_passage.setdefault(mention.passage, []).append(mention)
        self._inside: dict[int, list[Part]] = {}
        for part in parts:
            if not part.depth:
                self._inside.setdefault(part.at, []).append(part)
        self.texts = [straight(passage.text) for passage in passages]
        self.blanked = [_blanked(text, self._inside.get(at, ())) for at, text in enumerate(self.texts)]
        """Folded texts of the same length, their quotations replaced by low lines."""
        self.named = [named_in(passage.start, by_passage.get(passage.id, ())) for passage in passages]

    def outside(self, at: int) -> tuple[Named, ...]:
        """The actors that the article itself names in a passage, and not somebody whom it quotes."""
        inside = self._inside.get(at, ())
        if not inside:
            return self.named[at]
        return tuple(n for n in self.named[at] if not any(p.start <= n.start < p.end for p in inside))


def _blanked(text: str, parts: Sequence[Part]) -> str:
    pieces = []
    at = 0
    for part in parts:
        pieces += [text[at : part.start], "_" * (part.end - part.start)]
        at = part.end
    return "".join((*pieces, text[at:]))
