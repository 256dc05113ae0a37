"""Sources: files and what editors say of them, and what is refused."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest

from build_scripts.read.limits import LARGEST

from .corpus import assert_faults, cases, read


def _files(case: dict[str, Any]) -> dict[str, str | bytes | None]:
    return {"seeds/sources.yml": case.get("list"), **case.get("files", {})}


@pytest.mark.parametrize(
    "case", [case for case in cases("sources") if "expect" in case], ids=lambda case: case["name"]
)
def test_sources(case: dict[str, Any], tmp_path: Path) -> None:
    found = read(tmp_path, _files(case))
    assert_faults(found.faults, [])
    sources = {source.file: json.loads(json.dumps(dataclasses.asdict(source))) for source in found.sources}
    assert list(sources) == sorted(sources)
    assert set(sources) == {"000_one.txt", *case["expect"]}
    for file, values in case["expect"].items():
        assert {key: sources[file][key] for key in values} == values


@pytest.mark.parametrize(
    "case", [case for case in cases("sources") if "faults" in case], ids=lambda case: case["name"]
)
def test_faults_of_sources(case: dict[str, Any], tmp_path: Path) -> None:
    assert_faults(read(tmp_path, _files(case)).faults, case["faults"])


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"one\ntwo \xe9\n", "seeds/001.txt:2: not UTF-8: byte 8 is 0xe9"),
        ("one".encode("utf-16"), "seeds/001.txt:1: not UTF-8: byte 0 is 0xff"),
        (b"\xef\xbb\xbf\n", "seeds/001.txt:0: an empty file"),
        (b"a" * (LARGEST + 1), "seeds/001.txt:0: 1,000,001 bytes"),
    ],
)
def test_files_that_are_no_articles(data: bytes, fault: str, tmp_path: Path) -> None:
    assert_faults(read(tmp_path, {"seeds/001.txt": data}).faults, [fault])


def test_a_list_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    assert_faults(
        read(tmp_path, {"seeds/sources.yml": b"- \xff"}).faults, ["seeds/sources.yml:1: not UTF-8: byte 2"]
    )


def test_a_link_is_refused_whatever_it_points_at(tmp_path: Path) -> None:
    read(tmp_path, {})
    (tmp_path / "seeds/001.txt").symlink_to(tmp_path / "mkdocs.yml")
    assert_faults(read(tmp_path, {}).faults, ["seeds/001.txt:0: a symbolic link"])


def test_labels_go_on_after_z(tmp_path: Path) -> None:
    files = {f"seeds/{number:03}.txt": f"text {number}" for number in range(1, 29)}
    labels = [source.label for source in read(tmp_path, files).sources]
    assert labels[:2] + labels[25:] == ["A", "B", "Z", "AA", "AB", "AC"]
