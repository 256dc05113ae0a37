"""What stands in Markdown is drawn, and nothing that was not checked."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from build_scripts.render.corpus import LARGE, load
from build_scripts.render.evidence import LISTED, SHOWN
from build_scripts.render.faults import CannotRender
from tests.render.conftest import cases, passages, source

Render = Callable[[str], str]


@pytest.mark.parametrize("case", cases("pages"))
def test_page(case: dict[str, Any], render: Render, ids: dict[str, str]) -> None:
    html = render(case["text"])

    def meant(part: str) -> str:
        for name, identity in ids.items():
            part = part.replace(f"{{{name}}}", identity)
        return part

    for part in case.get("has", []):
        assert meant(part) in html
    for part in case.get("lacks", []):
        assert meant(part) not in html
    places = [html.index(part) for part in case.get("order", [])]
    assert places == sorted(places)
    assert "\x02" not in html
    assert "briefing-run" not in html


@pytest.mark.parametrize("case", cases("refused"))
def test_refused(case: dict[str, Any], render: Render) -> None:
    with pytest.raises(CannotRender) as refused:
        render(case["text"])
    for part in case["says"]:
        assert part in str(refused.value)


def test_data_that_is_not_there_names_the_command_that_writes_it(tmp_path: Path) -> None:
    with pytest.raises(CannotRender, match="briefing generate"):
        load(tmp_path)


def test_data_is_read_again_when_it_changes(data: Path) -> None:
    assert load(data).sources["n1"].label == "A"
    assert load(data) is load(data)
    file = data / "sources.json"
    file.write_text(json.dumps([]), "utf-8")
    os.utime(file, ns=(1, 1))
    assert not load(data).sources


def test_withdrawn_source_leaves_a_notice_and_no_count(data: Path, render: Render) -> None:
    file = data / "sources.json"
    rows = json.loads(file.read_text("utf-8"))
    rows[0]["withdrawn"] = {"date": "2031-06-01", "why": "retracted"}
    file.write_text(json.dumps(rows), "utf-8")
    os.utime(file, ns=(2, 2))
    html = render('[@n1 "whatever it said"] [@n2 "met in May"]')
    assert "A: withdrawn" in html
    assert ">1 article</span>" in html
    assert "ev-n1" not in html


def test_of_many_counterparts_the_nearest_are_shown_and_the_rest_is_counted(
    data: Path, render: Render, ids: dict[str, str]
) -> None:
    file = data / "passages.json"
    rows = json.loads(file.read_text("utf-8"))
    like = next(row for row in rows if row["source"] == "n2" and row["id"] == ids["n2.2"])
    copies = [{**like, "id": f"{at:08x}", "text": f"Over {at} men came home."} for at in range(SHOWN + 2)]
    first = next(row for row in rows if row["source"] == "n1" and row["id"] == ids["n1.2"])
    first["counterparts"] = [
        {"source": "n2", "passage": copy["id"], "score": at / 10} for at, copy in enumerate(copies)
    ]
    file.write_text(json.dumps([*rows, *copies]), "utf-8")
    os.utime(file, ns=(3, 3))
    html = render("They came home [@n1#{n1.2}].")
    assert f"#p-{SHOWN + 1:08x}" in html
    assert "#p-00000000" not in html
    assert "and 2 more: they stand beside it in the article" in html


def with_more_articles(data: Path, count: int) -> None:
    """Add articles of one sentence each."""
    for name, rows in (
        ("sources", [{**source("n3"), "id": f"m{at}", "page": f"sources/m{at}.md"} for at in range(count)]),
        ("passages", [{**passages("n3")[0], "source": f"m{at}", "id": f"{at:08x}"} for at in range(count)]),
    ):
        file = data / f"{name}.json"
        file.write_text(json.dumps([*json.loads(file.read_text("utf-8")), *rows]), "utf-8")
        os.utime(file, ns=(4, 4))


@pytest.mark.parametrize(("articles", "listed"), [(LARGE - 3, LARGE - 3), (LISTED + 5, LISTED)])
def test_a_page_of_a_large_briefing_lists_only_the_first_of_what_it_cites(
    render: Render, data: Path, articles: int, listed: int
) -> None:
    with_more_articles(data, articles)
    html = render(" and ".join(f"said [@m{at}#{at:08x}]" for at in range(articles)) + ".")
    assert html.count('data-ev="') == articles
    assert html.count(' id="ev-') == listed
    assert (f"{listed} of {articles} passages" in html) == (listed < articles)


def test_what_stands_in_margins_stays_out_of_the_list_of_a_large_briefing(
    render: Render, data: Path, ids: dict[str, str]
) -> None:
    with_more_articles(data, LISTED + 5)
    cited = " ".join(f"[@m{at}#{at:08x}]" for at in range(LISTED))
    html = render(f"[#{ids['n1.1']} 1] They met in May.\n\n- 1 said {cited}\n\nThey met [@n1#{{n1.1}}].")
    assert re.findall(r' id="(ev-[^"]+)"', html) == [f"ev-n1-{ids['n1.1']}"]
    assert "1 passage," in html
