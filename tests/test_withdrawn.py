"""A withdrawn source: its text leaves every file of the site, what cited it says so, the build is green."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest
import yaml

from build_scripts.__main__ import Exit, main
from build_scripts.text import fold
from tests.conftest import OTHER

TEXT = """The Quarrel over the Weir

Upland Observer

March 9, 1998

Tomas Verrin met Ida Corran in Lakeside on March 2, 1998, her third meeting with an Upland envoy. \
On March 8, 1998, Tomas Verrin came back to Lakeside and met with Ida Corran behind closed shutters.

"The weir belongs to whoever mends it," Verrin said. Some 1,250 sacks of barley were promised.
"""
ONLY = ("closed shutters", "whoever mends it", "sacks of barley", "third meeting with an Upland", "1,250")
"""Words that no other article has."""
ABOUT = """
“The weir belongs to whoever mends it” [@013 "The weir belongs to whoever mends it"] was said by Verrin.
He “visited Lakeside” [@010 "visited Lakeside"], and “behind closed shutters” [@013 "behind closed shutters"].

> Some 1,250 sacks of barley were promised. [@013 "Some 1,250 sacks of barley were promised"]

| Who | Words |
| --- | --- |
| Verrin | “whoever mends it” [@013 "whoever mends it"] |

[Where it stands](sources/013.md#p-{passage})

He spoke of «sacks of barley» [@013 "sacks of barley"] and of ‘closed shutters’ [@013 "closed shutters"]; \
“she said ‘closed shutters’ of it” [@013 "closed shutters"].
«visited Lakeside» stands [@010 "visited Lakeside"].

Uncited: “the weir belongs to
whoever mends it”, and in plain words, 1,250 sacks of *barley* were promised by somebody.

A few words, uncited: “closed shutters”, 'sacks of barley' and "third meeting with"; “visited Lakeside”.

<p title="Some 1,250 sacks of barley were promised">A raw paragraph.</p>
"""
TOPIC = """---
title: The weir belongs to whoever mends it
question: Who said “closed shutters”, and that the weir belongs to whoever mends it?
description: Some 1,250 sacks of barley were promised, it is said
corrections:
  - date: 1998-03-20
    was: Some 1,250 sacks of barley were promised.
    now: It was said that "sacks of barley" were promised.
    why: The weir belongs to whoever mends it, said nobody.
readings:
  - '[@013 "The weir belongs to whoever mends it"]'
  - '[@010 "a fair share of the water"]'
---
"""


FORM = "https://host.example/new/main?filename=docs/{path}&value={text}"
PROPOSE = "https://host.example/actions/propose"


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("withdrawn") / "other"
    shutil.copytree(OTHER, root)
    subprocess.run(["git", "init", "-q", str(root)], check=True)  # in which no page is committed
    config = yaml.safe_load((root / "mkdocs.yml").read_text("utf-8"))
    config["theme"]["features"] = ["content.action.edit"]
    config["edit_uri_template"] = "https://host.example/edit/{path}"
    config["extra"]["briefing"] |= {"new_file": FORM, "propose": PROPOSE}
    (root / "mkdocs.yml").write_text(yaml.safe_dump(config), "utf-8")
    (root / "seeds" / "013_weir.txt").write_text(TEXT, "utf-8")
    assert main(["generate", "-f", str(root / "mkdocs.yml")]) == Exit.DONE
    (root / "docs" / "comparisons" / "weir.md").write_text(TOPIC, "utf-8")
    passages = json.loads((root / "docs" / "data" / "passages.json").read_text("utf-8"))
    passage = next(row["id"] for row in passages if row["source"] == "013")
    with (root / "docs" / "about.md").open("a", encoding="utf-8") as about:
        about.write(ABOUT.format(passage=passage))
    assert main(["build", "-f", str(root / "mkdocs.yml")]) == Exit.DONE
    return root


@pytest.fixture(scope="module")
def after(before: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("withdrawn") / "after"
    shutil.copytree(before, root)
    page = root / "docs" / "sources" / "013.md"
    page.write_text(page.read_text("utf-8").replace("## The text", "## The text, by hand"), "utf-8")
    (root / "seeds" / "sources.yml").write_text(
        "- file: 013_weir.txt\n  title: The Quarrel over the Weir\n  title_basis: stated\n"
        "  publisher: Upland Observer\n  withdrawn: {date: 1998-04-01, why: The publisher retracted it}\n",
        "utf-8",
    )
    assert main(["build", "-f", str(root / "mkdocs.yml")]) == Exit.DONE
    return root


def published(root: Path) -> dict[str, str]:
    files = {path: path.read_bytes() for path in (root / "site").rglob("*") if path.is_file()}
    return {
        str(path.relative_to(root)): fold(unquote(data.decode("utf-8", "replace"))).text.replace(
            "&quot;", '"'
        )
        for path, data in files.items()
        if path.suffix not in (".gz", ".png", ".woff2")
    }


@pytest.mark.parametrize("words", ONLY)
def test_its_words_stand_in_no_file_of_the_site(before: Path, after: Path, words: str) -> None:
    assert [file for file, text in published(before).items() if words in text]
    assert [file for file, text in published(after).items() if words in text] == []


def test_the_headline_goes_with_the_text(after: Path) -> None:
    assert [file for file, text in published(after).items() if "Quarrel over" in text] == []


def test_nothing_of_it_is_left_in_generated_parts_and_data(after: Path) -> None:
    for page in (after / "docs").rglob("*.md"):
        text = page.read_text("utf-8")
        if page.name not in ("about.md", "013.md"):  # prose, and the block that was edited
            body = text.partition("\n---\n")[2] if text.startswith("---\n") else text
            assert not [words for words in ONLY if words in body], page
            assert "[@013" not in body, page
    for file in (path for path in (after / "docs" / "data").rglob("*") if path.is_file()):
        assert not [words for words in ONLY if words in file.read_text("utf-8")], file


def test_what_was_quoted_by_hand_is_a_notice(after: Path) -> None:
    html = (after / "site" / "about.html").read_text("utf-8")
    assert html.count('<span class="withdrawn">[withdrawn]</span>') == 5
    assert len(re.findall(r'<span class="withdrawn"[^>]*>D: withdrawn</span>', html)) == 7
    assert "“visited Lakeside”" in html
    assert "He spoke of [withdrawn]" in html
    assert "«visited Lakeside» stands" in html
    assert (
        'Uncited: <span class="q">“[withdrawn]”</span>, and in plain words, [withdrawn] by somebody.' in html
    )
    assert '<p title="[withdrawn]">A raw paragraph.</p>' in html


def test_places_that_still_have_its_words_are_listed_without_them(
    after: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["review", "-f", str(after / "mkdocs.yml")]) == Exit.DONE
    said = capsys.readouterr().out
    lines = [line for line in said.splitlines() if "words of a withdrawn article" in line]
    about = (after / "docs" / "about.md").read_text("utf-8").splitlines()
    places = [int(line.split(":")[1]) for line in lines if line.startswith("docs/about.md:")]
    assert [about[place - 1].strip()[:9] for place in places][-6:] == [
        *("Uncited: ", "whoever m", "A few wor", "A few wor", "A few wor", "<p title=")
    ]
    topic = [int(line.split(":")[1]) for line in lines if line.startswith("docs/comparisons/weir.md:")]
    assert topic == [2, 3, 3, 4, 7, 8, 9]
    assert not [words for words in ONLY if words in "".join(lines)]


def test_front_matter_is_published_without_them_and_stays_as_written(before: Path, after: Path) -> None:
    html = (after / "site" / "comparisons" / "weir.html").read_text("utf-8")
    assert "<h1>[withdrawn]</h1>" in html
    assert 'content="Draft, not checked yet: [withdrawn], it is said"' in html
    index = (after / "site" / "comparisons" / "index.html").read_text("utf-8")
    assert "“[withdrawn]”, and that [withdrawn]?" in unescape(re.sub(r"<[^>]+>", "", index))
    feed = (after / "site" / "data" / "feed.xml").read_text("utf-8")
    assert "[withdrawn], said nobody." in feed
    files = [root / "docs" / "comparisons" / "weir.md" for root in (before, after)]
    assert len({file.read_text("utf-8").partition("\n---\n")[0] for file in files}) == 1


def test_a_few_words_are_withheld_only_where_they_are_given_as_a_quotation(after: Path) -> None:
    html = (after / "site" / "about.html").read_text("utf-8")
    told = re.sub(r"<[^>]+>", "", next(line for line in html.splitlines() if "A few words, uncited" in line))
    assert told == (
        "A few words, uncited: “[withdrawn]”, '[withdrawn]' and “[withdrawn]”; “visited Lakeside”."
    )


def test_a_pencil_s_address_holds_nothing_of_it(before: Path, after: Path) -> None:
    """A page that cites it is proposed by the workflow, which publishes nothing."""

    def pencil(root: Path, page: str) -> str:
        html = (root / "site" / page).read_text("utf-8")
        found = re.search(r'href="([^"]+)" title="Save this page in the repository', html)
        assert found
        return found[1]

    assert pencil(before, "comparisons/weir.html").startswith(FORM.partition("{")[0])
    assert pencil(after, "comparisons/weir.html") == PROPOSE
    assert pencil(after, "actors/ida-corran.html").startswith(FORM.partition("{")[0])


def test_its_own_page_says_when_and_why(after: Path) -> None:
    html = (after / "site" / "sources" / "013.html").read_text("utf-8")
    assert "withdrawn 1 April 1998: The publisher retracted it" in html
    assert "withdrawn 1 April 1998" in (after / "site" / "sources" / "index.html").read_text("utf-8")
    rows = json.loads((after / "docs" / "data" / "sources.json").read_text("utf-8"))
    assert [row["withdrawn"] for row in rows if row["withdrawn"]] == [
        {"date": "1998-04-01", "why": "The publisher retracted it"}
    ]


def test_the_counts_fall_and_what_it_alone_told_is_told_no_longer(before: Path, after: Path) -> None:
    def sources(root: Path) -> dict[str, list[str]]:
        rows = json.loads((root / "docs" / "data" / "contacts.json").read_text("utf-8"))
        return {row["id"]: row["sources"] for row in rows}

    was, now = sources(before), sources(after)
    alone = [id_ for id_, found in was.items() if found == ["013"]]
    assert alone
    assert set(now) == set(was) - set(alone)
    assert [id_ for id_, found in was.items() if "013" in found and id_ in now]
    assert not [id_ for id_, found in now.items() if "013" in found]
    page = (after / "site" / "chronology" / f"{alone[0]}.html").read_text("utf-8")
    assert "No article of this briefing gives this contact any longer" in page
    assert alone[0] not in (after / "site" / "search" / "search_index.json").read_text("utf-8")


def test_the_same_text_is_back_when_the_withdrawal_is_undone(
    before: Path, after: Path, tmp_path: Path
) -> None:
    root = tmp_path / "undone"
    shutil.copytree(after, root, ignore=shutil.ignore_patterns("site"))
    (root / "seeds" / "sources.yml").unlink()
    assert main(["restore", str(root / "docs/sources/013.md"), "-f", str(root / "mkdocs.yml")]) == Exit.DONE
    for page in (before / "docs").rglob("*"):
        path = page.relative_to(before / "docs")
        if page.is_file():
            assert (root / "docs" / path).read_bytes() == page.read_bytes(), path


def test_the_script_file_of_its_sentences_is_removed(before: Path, after: Path) -> None:
    was, now = ({file.name for file in root.glob("docs/data/pair-*.js")} for root in (before, after))
    assert len(was) > len(now) > 0
    assert now < was
