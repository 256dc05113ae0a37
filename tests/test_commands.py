"""Commands: what they write, what they say, and their exit codes."""

from __future__ import annotations

import hashlib
import json
import shutil
import socket
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from build_scripts import blocks, commands
from build_scripts.__main__ import Exit, main
from build_scripts.errors import InvalidInput
from build_scripts.render.faults import CannotRender


def contents(root: Path) -> dict[str, bytes]:
    """Every file of docs/ and seeds/, data included."""
    folders = (root / "docs", root / "seeds")
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def generate(config: Path, *options: str) -> int:
    return main(["generate", "-f", str(config), *options])


def test_a_second_run_changes_not_one_byte(briefing: Path) -> None:
    assert generate(briefing) == Exit.DONE
    first = contents(briefing.parent)
    times = {path: (briefing.parent / path).stat().st_mtime_ns for path in first}
    assert generate(briefing) == Exit.DONE
    assert contents(briefing.parent) == first
    assert {path: (briefing.parent / path).stat().st_mtime_ns for path in first} == times


def test_emptying_every_block_and_rebuilding_restores_them(briefing: Path) -> None:
    assert generate(briefing) == Exit.DONE
    first = contents(briefing.parent)
    for page in (briefing.parent / "docs").rglob("*.md"):
        page.write_bytes(blocks.emptied(page.read_bytes().decode()).encode())
    assert contents(briefing.parent) != first
    assert generate(briefing) == Exit.DONE
    assert contents(briefing.parent) == first


def test_where_there_is_no_configuration_the_message_says_how_to_name_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert generate(tmp_path / "mkdocs.yml") == Exit.CANNOT_READ_OR_WRITE
    assert (
        "mkdocs.yml: no such file; go to the folder of mkdocs.yml, or name it with -f"
        in capsys.readouterr().err
    )


def test_a_fault_that_is_there_when_a_preview_begins_is_raised_at_once(other: Path) -> None:
    page = other.parent / "docs" / "index.md"
    page.write_text('# Talks\n\nThey met [@010 "words that no article has"].\n', "utf-8")
    with pytest.raises(InvalidInput, match="words that no article has"):
        commands.serve(other, port=0)


def test_a_preview_where_another_one_runs_says_so(other: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CannotRender, match=f"no preview at http://127.0.0.1:{port}/"):
            commands.serve(other, port=port)


def test_a_theme_that_is_not_there_is_an_error_of_a_preview_too(other: Path) -> None:
    other.write_text(other.read_text("utf-8").replace("name: material", "name: none-such"), "utf-8")
    with pytest.raises(CannotRender, match="configuration error"):
        commands.serve(other, port=0)


def test_check_mode_writes_nothing_and_says_what_differs(
    briefing: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    generate(briefing)
    page = briefing.parent / "docs" / "index.md"
    page.write_text(blocks.emptied(page.read_text("utf-8")), "utf-8")
    before = contents(briefing.parent)
    capsys.readouterr()
    assert generate(briefing, "--check") == Exit.DIFFERENCES
    assert contents(briefing.parent) == before
    assert "+++ docs/index.md" in capsys.readouterr().out
    generate(briefing)
    assert generate(briefing, "--check") == Exit.DONE


def test_prose_outside_blocks_survives_byte_for_byte(briefing: Path) -> None:
    page = briefing.parent / "docs" / "actors" / "hamas.md"
    text = page.read_bytes() + b"\n\nA line with two spaces at its end  \n\tand a tab, without a last newline"
    page.write_bytes(text)
    assert generate(briefing) == Exit.DONE
    kept = page.read_bytes()
    assert b"A line with two spaces at its end  \n\tand a tab, without a last newline" in kept


def test_a_block_edited_by_hand_is_kept_and_restored_on_demand(
    briefing: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    generate(briefing)
    page = briefing.parent / "docs" / "actors" / "hamas.md"
    written = page.read_text("utf-8")
    edited = written.replace("## Spellings by source", "## Spellings, by source", 1)
    assert edited != written
    page.write_text(edited, "utf-8")
    capsys.readouterr()
    assert generate(briefing) == Exit.DONE
    said = capsys.readouterr().err
    assert page.read_text("utf-8") == edited
    assert said.count("block spellings is edited by hand") == 1
    assert main(["restore", str(page), "spellings", "-f", str(briefing)]) == Exit.DONE
    assert page.read_text("utf-8") == written


def test_a_quotation_that_is_not_in_its_source_stops_the_build(
    briefing: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    generate(briefing)
    page = briefing.parent / "docs" / "actors" / "hamas.md"
    with page.open("a", encoding="utf-8") as stream:
        stream.write('\n\nForged. [@001 "killing more than 13,000 terrorists"]\n')
    before = contents(briefing.parent)
    assert generate(briefing) == Exit.INVALID_INPUT
    said = capsys.readouterr().err
    assert "docs/actors/hamas.md:" in said
    assert "12,000" in said
    assert contents(briefing.parent) == before


def test_every_fault_is_named_in_one_run_and_nothing_is_written(
    briefing: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = briefing.parent
    actors, seeds = root / "docs" / "actors", root / "seeds"
    (actors / "one.md").write_text("---\ntitle: One\nkind: planet\nside: nowhere\n---\n", "utf-8")
    (actors / "two.md").write_text("---\ntitle: Two\nkind: person\naliases: [Hamas]\n---\n", "utf-8")
    (actors / "three.md").write_text("---\ntitle: Three\nkind: person\n---\nSee [@000#0000abcd].\n", "utf-8")
    (seeds / "900_latin.txt").write_bytes("Caf\xe9".encode("cp1252"))
    (seeds / "901_empty.txt").write_bytes(b"")
    shutil.copy(next(seeds.glob("000_*.txt")), seeds / "902_twin.txt")
    with (seeds / "sources.yml").open("a", encoding="utf-8") as stream:
        stream.write("- file: 903_missing.txt\n")
    before = contents(root)
    assert generate(briefing) == Exit.INVALID_INPUT
    said = capsys.readouterr().err
    for words in (
        "docs/actors/one.md:3: ",
        "planet",
        "docs/actors/one.md:4: ",
        "nowhere",
        "docs/actors/two.md:4: ",
        "docs/actors/three.md:5: ",
        "0000abcd",
        "900_latin.txt",
        "901_empty.txt",
        "902_twin.txt",
        "903_missing.txt",
    ):
        assert words in said
    assert contents(root) == before


def test_loaded_words_stand_only_inside_quotation_marks(
    briefing: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = briefing.parent / "docs" / "about.md"
    with page.open("a", encoding="utf-8") as stream:
        stream.write("\n\nThe terrorists.\n")
    assert generate(briefing) == Exit.INVALID_INPUT
    assert "'terrorists' stands in our own voice" in capsys.readouterr().err


def test_check_asks_who_answers_for_the_briefing(briefing: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "-f", str(briefing)]) == Exit.DONE
    assert "nobody is named who answers for the briefing" in capsys.readouterr().out


def test_review_lists_what_waits_for_a_person(other: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert generate(other) == Exit.DONE
    capsys.readouterr()
    assert main(["review", "-f", str(other)]) == Exit.DONE
    assert "drafted contact" in capsys.readouterr().out


def test_an_unknown_command_is_a_usage_error() -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["unheard-of"])
    assert stopped.value.code == Exit.USAGE


def test_a_missing_configuration_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = generate(tmp_path / "mkdocs.yml")
    assert code in (Exit.INVALID_INPUT, Exit.CANNOT_READ_OR_WRITE)
    assert "mkdocs.yml" in capsys.readouterr().err


def test_the_same_code_builds_another_corpus(other: Path) -> None:
    seeds = {path: hashlib.sha256(path.read_bytes()).digest() for path in (other.parent / "seeds").iterdir()}
    assert main(["build", "-f", str(other)]) == Exit.DONE
    site = other.parent / "site"
    assert (site / "index.html").is_file()
    assert (site / "assets" / "briefing.css").is_file()
    contacts = json.loads((site / "data" / "contacts.json").read_text("utf-8"))
    held = {(one["date"], one["kind"]) for one in contacts if one["status"] == "happened"}
    assert any(date == "1998-03-02" for date, _ in held)
    assert any(date == "1996-06" for date, _ in held)
    assert [one for one in contacts if one["status"] == "planned" and one["date"].startswith("1998-05-04")]
    assert [one for one in contacts if one["status"] == "denied"]
    lineages = json.loads((site / "data" / "lineages.json").read_text("utf-8"))
    assert {tuple(one["sources"]) for one in lineages} == {("010", "011"), ("012",)}
    assert {path: hashlib.sha256(path.read_bytes()).digest() for path in seeds} == seeds


def test_a_row_has_the_line_to_write_with_the_day(other: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", "-f", str(other)]) == Exit.DONE
    said = capsys.readouterr().out
    assert f"reviewed: {{date: {date.today().isoformat()}" in said
    assert "YYYY" not in said


def test_a_reader_that_has_read_enough_is_no_fault(other: Path) -> None:
    """`briefing review | head -1`, and one that hangs up before the first line."""
    code = (
        "import os, sys\n"
        "reading, writing = os.pipe()\n"
        "os.close(reading)\n"
        "os.dup2(writing, 1)\n"
        "from build_scripts.__main__ import main\n"
        f"sys.exit(main(['review', '-f', {str(other)!r}]))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stderr) == (Exit.CANNOT_READ_OR_WRITE, "")
