"""A page that the navigation does not place is named with the line to write, before the engine is asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from pathspec import GitIgnoreSpec

from build_scripts.__main__ import Exit, main
from build_scripts.read.navigation import is_left_out

NAV = """nav:
  - index.md
  - Who: [actors/index.md, {When: chronology/index.md}]
  - comparisons/index.md
  - sources/index.md
  - About: [about.md, method.md, corrections.md]
  - Elsewhere: https://host.example/x.md
"""
PATHS = (
    *("a.md", "talks.md", "actors/a.md", "actors/x/a.md", "x/actors/a.md", "notes/a.md", "notes/x/y.md"),
    *(".hidden/a.md", "notes.md", "b[1].md", "ab.md"),
)


def written(config: Path, more: str) -> int:
    config.write_text(f"{config.read_text('utf-8')}{more}", "utf-8")
    (config.parent / "docs" / "lake-talks.md").write_text("# Talks\n", "utf-8")
    return main(["check", "-f", str(config)])


@pytest.mark.parametrize("command", ["check", "generate", "build"])
def test_a_page_without_a_line_is_named_with_the_line_to_write(
    other: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    written(other, NAV)
    capsys.readouterr()
    line = other.read_text("utf-8").splitlines().index("nav:") + 1
    assert main([command, "-f", str(other)]) == Exit.INVALID_INPUT
    said = capsys.readouterr().err
    assert f"mkdocs.yml:{line}: nav has no line for the page docs/lake-talks.md" in said
    assert "`- Lake talks: lake-talks.md`" in said
    assert said.count("nav has no line") == 1


@pytest.mark.parametrize(
    "more",
    [
        NAV + "  - lake-talks.md\n",
        NAV + "not_in_nav: |\n  /lake-*.md\n  /actors/\n  chronology\n  /comparisons/*.md\n  /sources/**\n",
        NAV + "exclude_docs: /lake-talks.md\n",
        NAV + "validation: {nav: {omitted_files: ignore}}\n",
        "",
    ],
    ids=["a line", "left out", "not built", "not asked for", "no nav"],
)
def test_what_the_engine_takes_is_taken(other: Path, more: str) -> None:
    assert written(other, more) == Exit.DONE
    assert main(["build", "-f", str(other)]) == Exit.DONE


def test_a_line_without_a_page_is_named_with_the_page_that_was_meant(
    other: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert written(other, NAV + "  - lake-talk.md\nnot_in_nav: /*/*.md\n") == Exit.INVALID_INPUT
    said = capsys.readouterr().err
    assert "nav names lake-talk.md, which is no page of docs/" in said
    assert "Is it lake-talks.md?" in said


@pytest.mark.parametrize(
    "patterns",
    [
        ("/actors/*.md",),
        ("actors/*.md",),
        ("*.md", "!/talks.md"),
        ("notes/",),
        ("notes",),
        ("/notes/**",),
        ("**/a.md",),
        ("notes/**/y.md",),
        ("?.md", "# a.md", ""),
        ("[a-b]b.md",),
        ("[!a].md",),
    ],
)
def test_patterns_mean_what_they_mean_to_the_engine(patterns: tuple[str, ...]) -> None:
    theirs = GitIgnoreSpec.from_lines([".*", *patterns])
    found = {path: is_left_out(path, patterns) for path in PATHS}
    assert found == {path: theirs.match_file(path) for path in PATHS}
