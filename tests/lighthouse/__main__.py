"""Build the briefing, serve it on this machine, and print Lighthouse's figures for one page of each kind.

A page that is slow is measured up to three times, and the fastest run counts.

Needs node, npm and Chromium; the version of Lighthouse is pinned in package-lock.json beside this file.
"""

from __future__ import annotations

import functools
import gzip
import json
import os
import shutil
import subprocess
import sys
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from build_scripts import commands

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
FOLDER = ROOT / ".venv" / "lighthouse"
SITE = ROOT / "site"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
RUNS, ENOUGH = 3, 0.95
PACKED = (".html", ".css", ".js", ".json", ".svg", ".txt", ".xml")
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking"


class Packed(SimpleHTTPRequestHandler):
    """Answers with gzip, as hosts of static sites do: without it the figures are those of no reader."""

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        if file.suffix not in PACKED or not file.is_file():
            super().do_GET()
            return
        body = gzip.compress(file.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


def main() -> int:
    chromium = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    needed = {"node": shutil.which("node"), "npm": shutil.which("npm"), "Chromium": chromium}
    missing = [name for name, path in needed.items() if not path]
    if missing or not chromium:
        print(f"Lighthouse cannot run here: {', '.join(missing)} not found. Install it.", file=sys.stderr)
        return 1
    if not install():
        print("Lighthouse could not be installed: see what npm says above.", file=sys.stderr)
        return 1
    commands.build_site(ROOT / "mkdocs.yml")
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Packed, directory=str(SITE)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"{'page':44}" + "".join(f"{name:>16}" for name in CATEGORIES))
    for path in pages():
        found = best(f"http://127.0.0.1:{server.server_port}/{path}", chromium)
        print(f"{path:44}" + "".join(f"{score(found, name):>16}" for name in CATEGORIES))
        for name in CATEGORIES:
            for title in lost(found, name):
                print(f"    {name}: {title}")
    server.shutdown()
    server.server_close()
    return 0


def pages() -> tuple[str, ...]:
    """The first page, an event, the chronology, and an actor, a topic and a source with the most text."""
    events = [one.name for one in SITE.glob("*.html") if 'class="status ' in one.read_text("utf-8")]
    events = [name for name in sorted(events) if name != "print.html"]
    leaves = [largest(section) for section in ("actors", "comparisons", "sources")]
    return ("index.html", *events[:1], "chronology/index.html", *(leaf for leaf in leaves if leaf))


def largest(section: str) -> str:
    """The longest page of a section that asks to be indexed."""
    found = [one for one in (SITE / section).glob("*.html") if one.name not in ("index.html", "pair.html")]
    found = [one for one in found if 'content="noindex' not in one.read_text("utf-8")]
    return max(found, key=lambda one: one.stat().st_size).relative_to(SITE).as_posix() if found else ""


def install() -> bool:
    FOLDER.mkdir(parents=True, exist_ok=True)
    lock = "package-lock.json"
    if (FOLDER / "node_modules").is_dir() and (FOLDER / lock).read_bytes() == (HERE / lock).read_bytes():
        return True
    for name in ("package.json", lock):
        shutil.copyfile(HERE / name, FOLDER / name)
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    return subprocess.run(command, cwd=FOLDER, check=False).returncode == 0


def best(address: str, chromium: str) -> dict[str, Any]:
    """The fastest of a few runs: what else the machine does makes a page slower, and never faster."""
    found = measured(address, chromium)
    for _ in range(RUNS - 1):
        if found["categories"]["performance"]["score"] >= ENOUGH:
            break
        again = measured(address, chromium)
        found = max(found, again, key=lambda one: float(one["categories"]["performance"]["score"]))
    return found


def measured(address: str, chromium: str) -> dict[str, Any]:
    """Lighthouse's report on a page, in its profile of a phone."""
    command = [
        "node",
        str(FOLDER / "node_modules" / "lighthouse" / "cli" / "index.js"),
        address,
        "--quiet",
        "--output=json",
        f"--only-categories={','.join(CATEGORIES)}",
        f"--chrome-flags={FLAGS}",
    ]
    run = subprocess.run(
        command, env={**os.environ, "CHROME_PATH": chromium}, capture_output=True, text=True, check=True
    )
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def score(found: dict[str, Any], category: str) -> str:
    value = found["categories"][category]["score"]
    return "–" if value is None else f"{value * 100:.0f}"


def lost(found: dict[str, Any], category: str) -> list[str]:
    """What cost a category points."""
    ids = [one["id"] for one in found["categories"][category]["auditRefs"] if one["weight"]]
    audits = [found["audits"][one] for one in ids]
    return [str(one["title"]) for one in audits if one["score"] is not None and one["score"] < 0.9]


if __name__ == "__main__":
    sys.exit(main())
