"""The preview shows the latest site, whenever the browser connected."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from build_scripts.render.preview import Preview


def test_a_connection_opened_before_a_build_shows_what_it_built(tmp_path: Path) -> None:
    old, new = tmp_path / "0", tmp_path / "1"
    for folder in (old, new):
        folder.mkdir()
        (folder / "a.html").write_text(f"<body>site {folder.name}</body>", "utf-8")
    preview = Preview("127.0.0.1", 0, old)
    preview.start()
    try:
        port = int(preview.address.rstrip("/").rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port), timeout=30) as ahead:
            time.sleep(0.3)  # until the server has taken it
            preview.show(new)
            ahead.sendall(b"GET /a.html HTTP/1.0\r\n\r\n")
            said = b""
            while part := ahead.recv(4096):
                said += part
        assert b"site 1" in said
        assert b'version = "1"' in said
    finally:
        preview.close()


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    folder = tmp_path_factory.mktemp("site")
    (folder / "a.html").write_text("<body>a draft</body>", "utf-8")
    preview = Preview("127.0.0.1", 0, folder)
    preview.start()
    yield int(preview.address.rstrip("/").rpartition(":")[2])
    preview.close()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:8000", "LocalHost", "[::1]:8000"])
def test_this_machines_own_names_are_answered(port: int, host: str) -> None:
    assert _asked(port, "GET", host) == (200, True)


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8000", "localhost.evil.example", "evil@evil.example", "[::1", ""]
)
def test_a_name_that_somebody_else_leads_here_is_not(port: int, method: str, host: str) -> None:
    assert _asked(port, method, host) == (403, False)


def _asked(port: int, method: str, host: str) -> tuple[int, bool]:
    """The status for one request under this host, and whether the page was in the answer."""
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request(method, "/a.html", headers={"Host": host})
    answer = connection.getresponse()
    return answer.status, b"a draft" in answer.read()
