"""Files that are no article or no page, or only look like one, are named in one run; text stays text."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from build_scripts.__main__ import Exit
from tests.hostile.folders import MEETING, files, generate


def test_an_article_that_contains_our_markers_is_text(other: Path) -> None:
    markers = '<!-- generated: text keep -->\n[@010 "words that nobody said"]\n'
    markers += "<!-- end generated: text 00000000 -->\n"
    (other.parent / "seeds" / "020_new.txt").write_text(
        MEETING + markers + MEETING.replace("4", "5"), "utf-8"
    )
    assert generate(other) == Exit.DONE
    before = files(other.parent / "docs")
    assert generate(other) == Exit.DONE
    assert files(other.parent / "docs") == before
    page = before["sources/020.md"][0].decode("utf-8")
    assert page.count("<!-- generated: text") == 1
    assert "nobody said" not in page.replace("words that nobody said&#x22;", "")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("Ida Corran’s visit.\n".encode("cp1252"), "byte 10 is 0x92"),
        (MEETING.encode("utf-16"), "byte 0 is 0xff"),
        (MEETING.encode("utf-16-be"), "byte 0 is 0x00"),
        (b"Ida \xed\xa0\x80 Corran met.\n", "byte 4 is 0xed"),
        (b"Ida \xc0\xbcCorran met.\n", "byte 4 is 0xc0"),
        (b"Ida Corran met.\nand \xf0\x9f\x98", "byte 20 is 0xf0"),
    ],
    ids=["cp1252", "UTF-16", "UTF-16 without a mark", "a surrogate", "an overlong form", "cut in a letter"],
)
def test_another_encoding_is_named_with_its_first_byte(
    data: bytes, says: str, other: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (other.parent / "seeds" / "020_new.txt").write_bytes(data)
    assert generate(other) == Exit.INVALID_INPUT
    said = capsys.readouterr().err
    assert "seeds/020_new.txt" in said
    assert says in said


def test_what_is_no_article_is_named_in_one_run(other: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seeds = other.parent / "seeds"
    (seeds / "020_empty.txt").write_bytes(b"")
    (seeds / "021_blank.txt").write_text("\ufeff \r\n\t\n", "utf-8")
    (seeds / "022_again.txt").write_bytes((seeds / "010_first.txt").read_bytes())
    assert generate(other) == Exit.INVALID_INPUT
    said = capsys.readouterr().err
    assert "seeds/020_empty.txt: an empty file" in said
    assert "seeds/021_blank.txt: an empty file" in said
    assert "seeds/022_again.txt: the same bytes as seeds/010_first.txt" in said


FRONT = {
    "broken": ("---\ntitle: a: b\n---\n", "not readable as YAML"),
    "list": ("---\n- title\n---\n", "not a mapping"),
    "list-valued": ("---\ntitle: [a, b]\n---\n", "title"),
    "unclosed": ("---\ntitle: A\n\nText\n", "not closed"),
    "empty": ("---\n---\n", "empty"),
    "comment": ("---\n# title\n---\n", "empty"),
    "tag": ("---\ntitle: !!python/object/apply:os.system ['true']\n---\n", "the tag"),
    "template": ("---\ntitle: A\ntemplate: other.html\n---\n", "template"),
    "anchor": ("---\ntitle: &a A\ndescription: *a\n---\n", "refers to another place"),
    "twice": ("---\ntitle: A\ntitle: B\n---\n", "stands twice"),
}


def test_front_matter_that_mkdocs_would_pass_over_is_named_in_one_run(
    other: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    docs = other.parent / "docs"
    for name, (text, _) in FRONT.items():
        (docs / f"{name}.md").write_text(text, "utf-8")
    before = files(other.parent)
    assert generate(other) == Exit.INVALID_INPUT
    said = capsys.readouterr().err.splitlines()
    for name, (_, says) in FRONT.items():
        assert any(line.startswith(f"docs/{name}.md:") and says in line for line in said), (name, said)
    assert files(other.parent) == before


def test_what_is_no_plain_file_is_named_in_one_run(other: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = other.parent
    os.mkfifo(root / "seeds" / "020_pipe.txt")
    os.mkfifo(root / "docs" / "pipe.md")
    (root / "docs" / "loop").symlink_to(root / "docs")
    (root / "docs" / "self.md").symlink_to(root / "docs" / "self.md")
    (root / "seeds" / "021_away.txt").symlink_to("/etc/hostname")
    (root / "docs" / "two\nlines.md").write_text("---\ntitle: A\n---\n", "utf-8")
    assert generate(other) == Exit.INVALID_INPUT
    said = capsys.readouterr().err
    for name in ("seeds/020_pipe.txt: not a plain file", "docs/pipe.md: not a plain file"):
        assert name in said
    for name in ("docs/loop", "docs/self.md", "seeds/021_away.txt"):
        assert f"{name}: a symbolic link" in said
    assert "docs/two\\x0alines.md: a name with a character that cannot be seen" in said
