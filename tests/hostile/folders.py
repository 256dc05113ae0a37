"""What lies in a folder before and after a build, and an article for one more build."""

from __future__ import annotations

from pathlib import Path

from build_scripts.__main__ import main

MEETING = "Ida Corran met Tomas Verrin of the Upland League in Lakeside on 4 May 1998.\n"


def files(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Bytes and time stamp of every file but of what runs keep for the next one."""
    return {
        str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file() and ".cache" not in path.relative_to(folder).parts
    }


def generate(config: Path) -> int:
    return main(["generate", "-f", str(config)])
