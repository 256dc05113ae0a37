"""Render: folders of built sites in, one after the other; a server that shows the latest one out."""

from __future__ import annotations

import functools
import threading
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

VERSION = "/@version/"
_OURS = ("127.0.0.1", "localhost", "::1")
"""Names by which this machine's browsers may ask: under another one, a page of somebody else would read the
drafts, once its name leads here (DNS rebinding)."""
PATIENCE = 25.0
"""Seconds after which a browser that asks for news is told that there is none, and asks again."""
# The browser goes back to where the reader was: pages may have become longer above it, but not by much.
_SCRIPT = """<script>(() => {
  const version = "%d", key = "briefing-place:" + location.pathname;
  const place = sessionStorage.getItem(key);
  if (place !== null) { sessionStorage.removeItem(key); addEventListener("load", () => scrollTo(0, +place)); }
  const ask = () => fetch("%s" + version).then(answer => answer.text()).then(now => {
    if (now === version) return ask();
    sessionStorage.setItem(key, scrollY);
    location.reload();
  }).catch(() => setTimeout(ask, 1000));
  ask();
})();</script>"""


class Preview:
    """Serves a folder on this machine; `show` puts another in its place, and open pages reload."""

    def __init__(self, host: str, port: int, folder: Path) -> None:
        self.folder = folder
        self.version = 0
        self.news = threading.Condition()
        self._server = _Server((host, port), functools.partial(_Handler, preview=self))
        self.address = f"http://{host}:{self._server.server_port}/"
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def show(self, folder: Path) -> None:
        with self.news:
            self.folder = folder
            self.version += 1
            self.news.notify_all()

    def close(self) -> None:
        if self._thread.is_alive():  # it would wait for ever for the end of what never began
            self._server.shutdown()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that leaves a page hangs up in the middle of an answer."""


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *args: Any, preview: Preview) -> None:
        self.preview = preview
        super().__init__(*args, directory=str(preview.folder))

    def parse_request(self) -> bool:
        if not super().parse_request():
            return False
        host = self.headers.get("Host")
        if host is None or _name(host) in _OURS:
            return True
        self.send_error(HTTPStatus.FORBIDDEN, "The preview answers at http://127.0.0.1 and http://localhost")
        return False

    def do_GET(self) -> None:
        if self.path.startswith(VERSION):
            self._answer(self._version(self.path.removeprefix(VERSION)).encode(), "text/plain")
            return
        # A browser opens connections ahead of what it will ask: what is shown is what is latest then.
        with self.preview.news:
            version, self.directory = self.preview.version, str(self.preview.folder)
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if file.suffix == ".html" and file.is_file():
            script = (_SCRIPT % (version, VERSION)).encode()
            before, end, after = file.read_bytes().rpartition(b"</body>")
            self._answer(before + script + end + after, "text/html; charset=utf-8")
        else:
            super().do_GET()

    def _version(self, known: str) -> str:
        with self.preview.news:
            self.preview.news.wait_for(lambda: str(self.preview.version) != known, PATIENCE)
            return str(self.preview.version)

    def _answer(self, data: bytes, kind: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """What a browser asks for is not news."""


def _name(host: str) -> str:
    """ "localhost" of "LocalHost:8000"; empty if the header is no host at all."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""
