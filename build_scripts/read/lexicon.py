"""Read: the name of a language in; its lexicon, a section for each file of `lexicon/<language>/`, out."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from build_scripts.errors import Fault, InvalidInput
from build_scripts.models import Lexicon

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The faster of the two, which all platforms but a few have: a sixth of a short run went into the other."""


# What `getattr` finds is no type to the checker, which cannot know which of the two it is.
class _WordLoader(_Loader):  # type: ignore[misc,valid-type]
    """Words and whole numbers, nothing else: `no`, `on` and `off` are words here."""


_WordLoader.yaml_implicit_resolvers = {}
# Match: `12`, `-1`. Near-miss: `1.5`, `012`, `1_000`.
_WordLoader.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(r"-?(?:0|[1-9][0-9]*)\Z"), list("-0123456789")
)


def languages() -> tuple[str, ...]:
    """The languages that have a lexicon, sorted."""
    return tuple(
        sorted(folder.name for folder in _folder().iterdir() if folder.is_dir() and _sections(folder))
    )


@cache
def load_lexicon(language: str) -> Lexicon:
    """The lexicon of a language; raises `InvalidInput` if there is none, or if a file of it is broken.

    Read once: it comes with the program, and rules compiled from it are kept with it.
    """
    if language not in languages():
        mend = (
            f"There are lexicons for: {', '.join(languages())}. Add a folder lexicon/{language} for another."
        )
        raise InvalidInput((Fault("mkdocs.yml", 0, f"no lexicon for the language {language}", mend),))
    sections = _sections(_folder() / language)
    return Lexicon(language, {name: _section(language, file) for name, file in sections.items()})


def _section(language: str, file: Traversable) -> dict[str, Any]:
    name = f"lexicon/{language}/{file.name}"
    try:
        section = yaml.load(file.read_text(encoding="utf-8"), Loader=_WordLoader)
    except yaml.YAMLError as error:
        line = (
            error.problem_mark.line + 1
            if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark
            else 0
        )
        mend = "Write words between quotation marks where they hold a sign."
        raise InvalidInput((Fault(name, line, f"not readable as YAML: {error}", mend),)) from error
    if not isinstance(section, dict):
        raise InvalidInput((Fault(name, 0, "not a mapping", "Write `kind: [word, word]`."),))
    return section


def _sections(folder: Traversable) -> dict[str, Traversable]:
    found = sorted(folder.iterdir(), key=lambda file: file.name)
    return {file.name.removesuffix(".yml"): file for file in found if file.name.endswith(".yml")}


def _folder() -> Traversable:
    return files("build_scripts") / "lexicon"
