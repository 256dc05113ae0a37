"""A small invented corpus as the build would have written it, and Markdown rendered with it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml

from build_scripts.text import passage_id

CASES = Path(__file__).parent.parent / "cases" / "render"

SENTENCES = {
    "n1": (
        "They met in May.",
        "Over 10,000 men came home.",
        "Arden <b>spoke</b> & left {: onclick=x }.",
        "It is late.",
    ),
    "n2": ("They met in May.", "Over 12,000 men came home."),
    "n3": ("The <script>alert(1)</script> talks are &lt;over&gt; | done.",),
}
NAMES = {
    "n1": ("A", "The Northern Post", "n1", "l1"),
    "n2": ("B", "The Mail", "n1", "l1"),
    "n3": ("C", "Wire", "n3", "l2"),
}
NOT_SHOWN = {("n1", "It is late.")}


@pytest.fixture(scope="session")
def ids() -> dict[str, str]:
    """`n1.2` is the id of the second sentence of n1."""
    return {
        f"{source}.{at}": passage_id(text)
        for source, texts in SENTENCES.items()
        for at, text in enumerate(texts, 1)
    }


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "docs" / "data"
    folder.mkdir(parents=True)
    (folder / "sources.json").write_text(json.dumps([source(identity) for identity in NAMES]), "utf-8")
    rows = [row for identity in NAMES for row in passages(identity)]
    (folder / "passages.json").write_text(json.dumps(rows), "utf-8")
    for name in ("contacts", "actors"):
        (folder / f"{name}.json").write_text("[]", "utf-8")
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" class="tl" viewBox="0 0 9 9"><script>alert(1)</script>'
        '<a href="/chronology/may.md"><text class="dt" onclick="x()">May &amp; June</text></a></svg>'
    )
    (folder / "timeline.svg").write_text(svg, "utf-8")
    (folder / "timeline-narrow.svg").write_text(svg, "utf-8")
    return folder


def source(identity: str) -> dict[str, Any]:
    label, publisher, lineage, lineage_class = NAMES[identity]
    return {
        "id": identity,
        "label": label,
        "name": f"{publisher}, 3 May 2031",
        "page": f"sources/{identity}.md",
        "publisher": publisher,
        "published": "2031-05-03",
        "published_basis": "looked-up",
        "lineage": lineage,
        "lineage_class": lineage_class,
        "url": "https://post.example/may" if identity == "n1" else None,
    }


def passages(identity: str) -> list[dict[str, Any]]:
    rows, at = [], 0
    for number, text in enumerate(SENTENCES[identity], 1):
        others = [("n2", "n1")[identity == "n2"]] if number < 3 and identity != "n3" else []
        rows.append(
            {
                "source": identity,
                "id": passage_id(text),
                "paragraph": 1,
                "number": number,
                "kind": "sentence",
                "start": at,
                "end": at + len(text),
                "text": None if (identity, text) in NOT_SHOWN else text,
                "counterparts": [
                    {"source": other, "passage": passage_id(SENTENCES[other][number - 1]), "score": 1}
                    for other in others
                ],
            }
        )
        at += len(text) + 1
    return rows


@pytest.fixture
def render(data: Path, ids: dict[str, str]) -> Callable[[str], str]:
    """Markdown in, HTML out; `{n1.2}` in it stands for the id of that sentence."""

    def rendered(text: str) -> str:
        for name, identity in ids.items():
            text = text.replace(f"{{{name}}}", identity)
        extension = {"build_scripts.render.extension": {"data": str(data)}}
        names = ["tables", "attr_list", "fenced_code", "toc", "build_scripts.render.extension"]
        return markdown.markdown(text, extensions=names, extension_configs=extension)

    return rendered


def cases(kind: str) -> list[Any]:
    loaded = yaml.safe_load((CASES / f"{kind}.yml").read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["name"]) for case in loaded]
