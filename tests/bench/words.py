"""Words for invented corpora, from words.yml, forms of sentences, from sentences.yml, and names made up of
syllables."""

from __future__ import annotations

import random
from pathlib import Path

import yaml

_HERE = Path(__file__).parent
WORDS = {
    kind: words.split() for kind, words in yaml.safe_load((_HERE / "words.yml").read_text("utf-8")).items()
}
FORMS: dict[str, list[str]] = yaml.safe_load((_HERE / "sentences.yml").read_text("utf-8"))
NOUNS, ADJECTIVES, VERBS = WORDS["nouns"], WORDS["adjectives"], WORDS["verbs"]
CODAS = ["", "", *WORDS["codas"]]


def name(rng: random.Random, syllables: int = 2) -> str:
    """An invented name: `Brouset`, `Kaimond`."""
    parts = (
        rng.choice(WORDS["onsets"]) + rng.choice(WORDS["vowels"]) + rng.choice(CODAS)
        for _ in range(syllables)
    )
    return "".join(parts).capitalize()
