"""Render, sharing: the name of a family of pages in; a picture without words that stands for it out, as PNG.

Readers of previews take no SVG. A drawing of rectangles needs no font and no library, and says nothing of the
subject that the page does not say itself.
"""

from __future__ import annotations

import struct
import zlib

SIZE = (1200, 630)
IMAGES = "assets/previews"
PAPER, INK, FIRST, SECOND, LINE = range(5)
PALETTE = bytes.fromhex("faf8f3 1d2733 1f5f8b b4552d d9d4c7".replace(" ", ""))

Shape = tuple[int, int, int, int, int]
"""Left, top, width, height, colour."""

_MARK: tuple[Shape, ...] = (
    (90, 90, 60, 60, INK),
    (120, 150, 30, 30, INK),
    (170, 90, 60, 60, INK),
    (200, 150, 30, 30, INK),
)
"""The site's sign: an opening quotation mark."""


def _lines(left: int, top: int, widths: tuple[int, ...], colour: int = LINE) -> tuple[Shape, ...]:
    return tuple((left, top + 48 * at, width, 18, colour) for at, width in enumerate(widths))


SHAPES: dict[str, tuple[Shape, ...]] = {
    "home": (*_lines(90, 270, (900, 840, 960, 520)), (90, 500, 240, 24, FIRST), (350, 500, 120, 24, SECOND)),
    "event": (
        *((90 + 150 * at, 300, 100, 100, FIRST if at < 4 else SECOND) for at in range(6)),
        *_lines(90, 450, (900, 640)),
    ),
    "chronology": (
        (90, 420, 1020, 8, INK),
        *((120 + step, 380, 30, 88, FIRST) for step in (0, 80, 300, 520)),
        (700, 380, 220, 88, SECOND),
    ),
    "actors": (
        *((90, 270 + 90 * at, 70, 60, FIRST) for at in range(3)),
        *_lines(200, 290, (700,)),
        *_lines(200, 380, (820,)),
        *_lines(200, 470, (560,)),
    ),
    "comparisons": (
        *_lines(90, 270, (460, 400, 440, 300)),
        *_lines(630, 270, (460, 400, 440, 300)),
        (300, 318, 120, 18, FIRST),
        (840, 318, 120, 18, SECOND),
    ),
    "sources": (*_lines(150, 270, (900, 940, 860, 920, 500)), (90, 270, 16, 210, FIRST)),
    "about": _lines(90, 270, (900, 840, 960, 880, 420)),
}


def image(family: str) -> bytes:
    """The picture of a family; an unknown one gets that of pages about the briefing."""
    wide, high = SIZE
    rows = [bytearray([PAPER]) * wide for _ in range(high)]
    for left, top, width, height, colour in (*_MARK, *SHAPES.get(family, SHAPES["about"])):
        for row in rows[top : top + height]:
            row[left : left + width] = bytes([colour]) * width
    packed = zlib.compress(b"".join(b"\0" + bytes(row) for row in rows), 9)
    header = struct.pack(">IIBBBBB", wide, high, 8, 3, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"PLTE", PALETTE), (b"IDAT", packed), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
