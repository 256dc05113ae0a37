"""What each command does: read, build, then write or render; returns what to say (but that it waits)."""

from __future__ import annotations

from build_scripts.commands.building import build_site, generate, serve
from build_scripts.commands.creating import new_page, new_source
from build_scripts.commands.inspecting import check, review
from build_scripts.commands.restoring import restore

__all__ = ["build_site", "check", "generate", "new_page", "new_source", "restore", "review", "serve"]
