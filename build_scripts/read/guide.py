"""Read: the name of a language in; the editors' guide in that language, or in English, out."""

from __future__ import annotations

from importlib.resources import files

USUAL = "en"


def load_guide(language: str) -> str:
    """The Markdown of the guide that comes with the program."""
    folder = files("build_scripts") / "lexicon"
    own = folder / language / "guide.md"
    return (own if own.is_file() else folder / USUAL / "guide.md").read_text(encoding="utf-8")
