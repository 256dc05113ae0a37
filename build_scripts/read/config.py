"""Read: the path of a mkdocs.yml in; the configuration of the briefing (`extra.briefing`) out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from build_scripts.errors import CannotReadOrWrite, gathered
from build_scripts.models import Config
from build_scripts.read.disk import read_text
from build_scripts.read.fields import Fields
from build_scripts.read.lexicon import languages
from build_scripts.read.navigation import navigation_of
from build_scripts.read.records_yaml import load

KEYS = (
    "seeds",
    "sides",
    "contacts",
    "home",
    "focus",
    "loaded",
    "not_names",
    "contact",
    "drafts",
    "language",
    "new_file",
    "propose",
)
ADDRESSES = ("new_file", "propose")
DRAFTS = ("mark", "hold")
_WITHIN = "extra.briefing"
_EXAMPLE = "Add `extra:`, below it `briefing:`, and below that `sides: {north: Northland, south: Southland}`."
# Match: `north-east`. Near-miss: `North East`, which cannot stand in an address.
_KEY = re.compile(r"[a-z0-9][a-z0-9-]*")


def load_config(path: Path) -> Config:
    """Read the configuration of a site.

    Raises `InvalidInput` with all its faults, `CannotReadOrWrite` if there is no such file.
    """
    path = path.absolute()
    if not path.exists():
        raise CannotReadOrWrite(path, "no such file; go to the folder of mkdocs.yml, or name it with -f")
    with gathered() as faults:
        text = read_text(path, path.name, faults)
        loaded = load(text or "", path.name, faults, within=_WITHIN)
        faults.stop_if_any()
        root = loaded.value if loaded and isinstance(loaded.value, dict) else {}
        return _config(path, Fields(root, loaded.lines if loaded else {}, path.name, faults))


def _config(path: Path, top: Fields) -> Config:
    if not _plain(top, "site_name"):
        top.fault("", "no site_name", "Add a line: site_name: The Northland talks")
    extra = top.mapping("extra")
    briefing = extra.mapping("briefing") if extra else None
    if briefing is None:
        top.fault("extra", "no extra.briefing", _EXAMPLE)
        briefing = Fields({}, top.lines, top.file, top.faults)
    briefing.refuse_unknown(KEYS)
    for key in ADDRESSES:
        _check_address(briefing, key)
    sides = _sides(briefing)
    return Config(
        root=str(path.parent),
        file=path.name,
        site_name=_plain(top, "site_name"),
        docs=_folder(top, "docs_dir", "docs"),
        site=_plain(top, "site_dir") or "site",
        site_url=_plain(top, "site_url"),
        seeds=_folder(briefing, "seeds", "seeds"),
        sides=sides,
        contacts=_contacts(briefing, sides),
        home=_home(briefing, sides),
        focus=briefing.texts("focus"),
        loaded=briefing.texts("loaded"),
        not_names=briefing.texts("not_names"),
        contact=briefing.text("contact"),
        drafts=_one_of(briefing, "drafts", DRAFTS, "mark"),
        language=_one_of(briefing, "language", languages(), "en"),
        navigation=navigation_of(top),
    )


def _plain(top: Fields, key: str) -> str:
    """A text of MkDocs' own part; empty where it comes from the environment (`!ENV`)."""
    value = top.values.get(key, "")
    return value.strip() if isinstance(value, str) else "…" * (key == "site_name")


def _sides(briefing: Fields) -> Mapping[str, str]:
    given = briefing.mapping("sides")
    if given is None:
        return {}
    for key in given.values:
        if not _KEY.fullmatch(key):
            given.fault(
                key, f"the side {key} is not a key", "Use small letters, digits and hyphens: north-east."
            )
    return {key: given.required(key, f"{key}: Northland") for key in given.values}


def _contacts(briefing: Fields, sides: Mapping[str, str]) -> tuple[str, ...]:
    """The two sides that a contact joins; where there are just two, they need not be named."""
    given = briefing.texts("contacts")
    if not given:
        return tuple(sides) if len(sides) == 2 else ()
    for side in given:
        _check_side(briefing, "contacts", side, sides)
    if len(given) != 2 or given[0] == given[1]:
        mend = "A contact joins two sides: contacts: [north, south]."
        briefing.fault("contacts", f"contacts names {len(set(given))} sides", mend)
    return given


def _home(briefing: Fields, sides: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    given = briefing.mapping("home")
    if given is None:
        return {}
    for side in given.values:
        _check_side(given, side, side, sides)
    return {side: given.texts(side) for side in given.values}


def _check_side(fields: Fields, key: str, side: str, sides: Mapping[str, str]) -> None:
    if side not in sides:
        mend = f"Write one of extra.briefing.sides ({', '.join(sides) or 'none yet'}), or add it there."
        fields.fault(key, f"unknown side {side}", mend)


def _check_address(fields: Fields, key: str) -> None:
    """Where pages can be saved on the code host; rendering fills it in."""
    text = fields.text(key)
    if text and not text.startswith(("https://", "http://")):
        fields.fault(key, f"{key} is not an address of the web", f"Write {key}: https://example.org/…")


def _one_of(fields: Fields, key: str, choices: tuple[str, ...], default: str) -> str:
    text = fields.text(key)
    if text and text not in choices:
        fields.fault(key, f"unknown {key} {text}", f"Write one of: {', '.join(choices)}.")
        return default
    return text or default


def _folder(fields: Fields, key: str, default: str) -> str:
    """A folder below that of mkdocs.yml, in posix form."""
    given = PurePosixPath(fields.text(key).replace("\\", "/") or default)
    if given.is_absolute() or ".." in given.parts or not given.parts:
        fields.fault(key, f"{key} leads out of the folder of {fields.file}", f"Write {key}: {default}")
        return default
    return given.as_posix()
