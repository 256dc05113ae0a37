"""Command line: the configuration and the environment in; where the guide explains a message out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from build_scripts import guide
from build_scripts.errors import BriefingError
from build_scripts.read import load_config, load_guide

ENGINE = "reading-writing-and-building"
"""The paragraph on what is on no line of a page: files, the engine, the audit of the built site."""


@dataclass(frozen=True, slots=True)
class Links:
    """The guide, its address, and the folder of the configuration as seen from the repository's root."""

    guide: guide.Guide
    address: str
    folder: str = ""

    def kind(self, what: str) -> str:
        """The anchor of the paragraph that explains a message."""
        return self.guide.anchor(what)

    def to(self, what: str, usual: str = "") -> str:
        """The address of that paragraph, or of the `usual` one where none explains the message."""
        anchor = self.kind(what) or usual
        return f"{self.address}#{anchor}" if anchor else self.address

    def file(self, path: str) -> str:
        """A path of the briefing, from the repository's root."""
        return f"{self.folder}/{path}" if self.folder else path


def links_of(config_file: Path, environment: Mapping[str, str]) -> Links:
    """The guide of a briefing: on the code host at the commit that is built, else on the site, else the file.

    A configuration with faults is no reason to explain nothing: then the usual places are named.
    """
    docs, language, site_url = "docs", "en", ""
    try:
        config = load_config(config_file)
        docs, language, site_url = config.docs, config.language, config.site_url
    except BriefingError:
        pass
    folder = _folder(config_file, environment.get("GITHUB_WORKSPACE", ""))
    page = "/".join(part for part in (folder, docs, guide.PAGE) if part)
    server, repository, commit = (
        environment.get(f"GITHUB_{name}", "") for name in ("SERVER_URL", "REPOSITORY", "SHA")
    )
    if server and repository and commit:
        address = f"{server}/{repository}/blob/{commit}/{page}"
    elif site_url:
        address = f"{site_url.rstrip('/')}/{guide.PAGE.removesuffix('.md')}.html"
    else:
        address = f"{docs}/{guide.PAGE}"
    return Links(guide.parse(load_guide(language)), address, folder)


def _folder(config_file: Path, workspace: str) -> str:
    root = config_file.absolute().parent
    if not workspace or not root.is_relative_to(workspace):
        return ""
    found = root.relative_to(workspace).as_posix()
    return "" if found == "." else found
