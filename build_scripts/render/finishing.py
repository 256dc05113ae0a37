"""Render: the pages that an engine built in, the site that may be published out.

The same for every engine, on plain files: redirects, the search, what sharing needs, and last the audit.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from build_scripts.render import places, sharing
from build_scripts.render.all_years import put_all_years
from build_scripts.render.audit import known_scripts, seal
from build_scripts.render.faults import CannotRender
from build_scripts.render.further import put_further
from build_scripts.render.places import finish
from build_scripts.render.popovers import put_popovers
from build_scripts.render.search import put_index


@dataclass(frozen=True, slots=True)
class Built:
    """What an engine knows of the site that it built."""

    folder: Path
    data: Path
    name: str
    description: str
    address: str
    use_directory_urls: bool
    theme: tuple[Path, ...]
    """Folders whose scripts the site may run."""
    scripts: tuple[Path, ...] = ()
    """Further ones that the configuration names."""


def complete(built: Built, *, is_published: bool) -> None:
    """Complete a site in place; one that is only previewed has a script of its own and is not sealed.

    Raises `CannotRender` if something stands on it that must not be published.
    """
    known = places.load(built.data)
    finish(built.folder, known, use_directory_urls=built.use_directory_urls, site_url=built.address)
    put_all_years(built.folder, built.data, use_directory_urls=built.use_directory_urls)
    put_further(built.folder, use_directory_urls=built.use_directory_urls)
    put_popovers(built.folder, built.data, use_directory_urls=built.use_directory_urls)
    put_index(built.folder, built.data, use_directory_urls=built.use_directory_urls)
    if not is_published:
        return
    sharing.share(
        built.folder,
        built.data,
        known.unlisted,
        name=built.name,
        description=built.description,
        address=built.address,
    )
    _seal(built)


def _seal(built: Built) -> None:
    """Let nothing out that runs or fetches what the site does not ship."""
    faults = seal(built.folder, known_scripts(_there(built.theme), built.scripts), built.address)
    if faults:
        raise CannotRender(*(str(fault) for fault in faults))


def _there(folders: Iterable[Path]) -> list[Path]:
    return [folder for folder in folders if folder.is_dir()]
