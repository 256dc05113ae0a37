"""What the invented articles say, sentence by sentence, and how a passage is found by its beginning."""

from __future__ import annotations

from build_scripts.models import Passage, Ref

TEXTS = {
    "010": (
        ["Envoy Tomas Verrin visited Lakeside in March 1996.", "He wanted “a fair share of the water”."],
        ["Talks between the Upland League and the Lake Republic are scheduled for 4-5 May 1998."],
        ["More than 300 families have left the valley | the <b>dam</b> is named __after__ nobody."],
    ),
    "011": (
        ["Tomas Verrin, an envoy of the Upland League, visited Lakeside in March 1996."],
        ["More than 400 families have left the valley.", "Nobody knows how many will come back."],
    ),
    "012": (
        ["Talks of the Upland League in Lakeside began on May 4, 1998.", "They are to last two days."],
        ["The League does not intend to meet President Olen Marsh.", "Verrin has met Ida Corran before."],
    ),
}


class Texts:
    """Passages and words found by how they begin."""

    def __init__(self, passages: dict[str, Passage]) -> None:
        self.passages = passages

    def passage(self, beginning: str) -> Passage:
        return next(one for text, one in self.passages.items() if text.startswith(beginning))

    def ref(self, beginning: str) -> Ref:
        return self.passage(beginning).ref

    def words(self, beginning: str, words: str) -> tuple[str, str, int, int, str]:
        passage = self.passage(beginning)
        start = passage.start + passage.text.index(words)
        return passage.source, passage.id, start, start + len(words), words
