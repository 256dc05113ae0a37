"""The preview shows the latest site, whenever the browser connected."""

from __future__ import annotations

import socket
import time
from pathlib import Path

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
