"""An editor's walk goes on: pencil, proposed pages, splitting, joining, restoring, no page, withdrawing.

On the first briefing; after each decision the built site shows it.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from build_scripts import commands
from build_scripts.text import fold
from tests.code_host import environment_of, run
from tests.conftest import FROZEN
from tests.walking import Walk, site

TWO = "chronology/2008-03-lavrov-mashal-damascus.md"
NEW = "chronology/2008-03-second-meeting.md"
SPLIT = """---
title: Another meeting in Damascus, March 2008
added: true
date: 2008-03
kind: meeting
participants: [sergey-lavrov, khaled-mashal]
anchors: ['[@003 "held meetings with Mashal in Damascus in March 2008"]']
---
Taken for another meeting, by hand.
"""
JOINED, INTO = "chronology/2007-02-khaled-mashal-moscow.md", "chronology/2006-03-khaled-mashal-moscow.md"
UNCOMMITTED = {"short": "actors/aiman-rakab.md", "long": "summit.md"}
WITHDRAWN = "Brazilian leader Luiz Inácio Lula da Silva slamming Israel"
"""Words of the article that is withdrawn, as it has them and no other."""


def git(root: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=A. Arden", "-c", "user.email=a@example.org")
    command = ["git", "-C", str(root), *identity, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory) -> Walk:
    """Every decision, each with a build; then the site."""
    root = tmp_path_factory.mktemp("further") / "briefing"
    shutil.copytree(FROZEN, root, ignore=shutil.ignore_patterns("site", "data"))
    (root / ".gitignore").write_text("/docs/data/\n/site/\n/.cache/\n", "utf-8")
    one = Walk(root, "")
    one.build()
    git(root.parent, "init", "-q", "-b", "main", str(root))
    git(root, "add", ".")
    git(root, "rm", "-q", "--cached", *(f"docs/{page}" for page in UNCOMMITTED.values()))
    git(root, "commit", "-q", "-m", "first")

    (one.docs / NEW).write_text(SPLIT, "utf-8")
    one.build()
    one.seen["split"], one.seen["left"] = one.read(NEW), one.read(TWO)

    one.front(JOINED, f"merge_into: {Path(INTO).stem}\nwhy: One journey, says the editor.")
    one.seen["joined"] = one.read(INTO)
    one.front("actors/hamas-health-ministry.md", "merge_into: hamas\nwhy: Its own ministry.")
    one.front("comparisons/putin-medvedev.md", "merge_into: relations-with-hamas\nwhy: One question.")
    one.seen["question"] = one.read("comparisons/relations-with-hamas.md")

    one.front("actors/lula-da-silva.md", "page: false")

    one.seen["before"] = before = one.read("actors/fatah.md")
    edited = before.replace("## Spellings by source", "## Spellings, source by source", 1)
    (one.docs / "actors" / "fatah.md").write_text(edited, "utf-8")
    one.build()
    one.seen["edited"] = one.read("actors/fatah.md")
    commands.restore(root / "mkdocs.yml", Path("actors/fatah.md"), "spellings")
    one.seen["restored"] = one.read("actors/fatah.md")
    commands.build_site(root / "mkdocs.yml")
    return one


@pytest.fixture(scope="module")
def withdrawn(walk: Walk, tmp_path_factory: pytest.TempPathFactory) -> Walk:
    """The same with one article withdrawn."""
    root = tmp_path_factory.mktemp("further") / "withdrawn"
    shutil.copytree(walk.root, root, ignore=shutil.ignore_patterns("site"))
    one = Walk(root, "")
    listed = root / "seeds" / "sources.yml"
    entries = listed.read_text("utf-8").replace(
        "- file: 004_", "- withdrawn: {date: 2024-03-09, why: The publisher retracted it}\n  file: 004_"
    )
    listed.write_text(entries, "utf-8")
    commands.build_site(root / "mkdocs.yml")
    return one


def pencil(walk: Walk, page: str) -> str:
    found = re.search(
        r'<a href="([^"]+)" title="[^"]*(?:Edit|edit)[^"]*" class="md-content__b', site(walk, page)
    )
    assert found
    return unescape(found[1])


def test_the_pencil_of_a_committed_page_opens_its_file(walk: Walk) -> None:
    config = yaml.safe_load((walk.root / "mkdocs.yml").read_text("utf-8"))
    assert pencil(walk, "actors/fatah.md") == config["edit_uri_template"].format(path="actors/fatah.md")


def test_the_pencil_of_a_page_that_nobody_committed_opens_a_new_file_with_its_text(walk: Walk) -> None:
    page = UNCOMMITTED["short"]
    query = parse_qs(urlsplit(pencil(walk, page)).query, keep_blank_values=True)
    assert query == {"filename": [f"docs/{page}"], "value": [walk.read(page)]}


def test_the_pencil_of_a_long_one_leads_to_the_workflow_that_proposes_it(walk: Walk) -> None:
    config = yaml.safe_load((walk.root / "mkdocs.yml").read_text("utf-8"))
    assert pencil(walk, UNCOMMITTED["long"]) == config["extra"]["briefing"]["propose"]


def test_proposed_are_the_pages_that_nobody_committed_as_the_build_makes_them(
    walk: Walk, tmp_path: Path
) -> None:
    root, remote = tmp_path / "clone", tmp_path / "remote.git"
    shutil.copytree(walk.root, root, ignore=shutil.ignore_patterns("site"))
    git(tmp_path, "init", "-q", "--bare", str(remote))
    git(root, "remote", "add", "origin", str(remote))
    environment = {**environment_of(tmp_path, root / "mkdocs.yml"), "CHECKOUT": str(root)}
    done = run("propose", environment)
    assert done.returncode == 0, done.stderr
    for page in (*UNCOMMITTED.values(), NEW):
        assert git(remote, "show", f"proposed-pages:docs/{page}") == walk.read(page)
    assert "pr create --base main" in Path(environment["GH_LOG"]).read_text("utf-8")


def test_a_contact_split_takes_its_words_along(walk: Walk) -> None:
    blocks = [walk.seen[one].partition("generated: evidence")[2] for one in ("split", "left")]
    evidence = [block.partition("\n### ")[0] for block in blocks]  # without where the sources differ
    assert "[@003#9b1c846d]" in evidence[0]
    assert "[@003#" not in evidence[1]
    assert "[@000#0dcbcbf1]" in evidence[1]
    assert "Another meeting in Damascus, March 2008" in site(walk, NEW)
    assert "2008-03-second-meeting.html" in site(walk, "chronology/index.md")
    assert "Taken for another meeting, by hand." in site(walk, NEW)


def test_contacts_joined_are_one_and_the_old_address_leads_there(walk: Walk) -> None:
    assert "One journey, says the editor." in walk.seen["joined"]
    assert f'content="0; url={Path(INTO).stem}.html"' in site(walk, JOINED)
    assert f"{Path(JOINED).stem}.html" not in site(walk, "chronology/index.md")
    assert f'"{JOINED}"' not in walk.read("data/contacts.json")


def test_actors_joined_are_one_and_the_old_address_leads_there(walk: Walk) -> None:
    assert "Ministry of Health" in walk.read("actors/hamas.md").partition("generated: spellings")[2]
    assert 'content="0; url=hamas.html"' in site(walk, "actors/hamas-health-ministry.md")
    assert "hamas-health-ministry" not in {row["id"] for row in walk.data("actors")}


def test_questions_joined_are_one_and_the_old_address_leads_there(walk: Walk) -> None:
    assert 'content="0; url=relations-with-hamas.html"' in site(walk, "comparisons/putin-medvedev.md")
    assert "putin-medvedev.html" not in site(walk, "comparisons/index.md")
    was = (FROZEN / "docs" / "comparisons" / "relations-with-hamas.md").read_text("utf-8")
    assert walk.seen["question"].count("[@") > was.count("[@")


def test_someone_without_a_page_is_named_and_not_linked(walk: Walk) -> None:
    assert not (walk.root / "site" / "actors" / "lula-da-silva.html").exists()
    assert "lula-da-silva.html" not in site(walk, "actors/index.md")
    (row,) = [row for row in walk.data("actors") if row["id"] == "lula-da-silva"]
    assert row["page"] is None
    assert row["spellings"]


def test_a_block_restored_is_as_the_build_made_it(walk: Walk) -> None:
    assert "Spellings, source by source" in walk.seen["edited"]
    assert walk.seen["restored"] == walk.seen["before"]
    assert "edited by hand" not in site(walk, "actors/fatah.md")


def test_a_withdrawn_article_leaves_every_file_and_its_citations_say_so(walk: Walk, withdrawn: Walk) -> None:
    def said(one: Walk) -> dict[str, str]:
        files = (
            file for file in (one.root / "site").rglob("*") if file.suffix not in (".gz", ".png", ".ico")
        )
        texts = {file: file.read_bytes().decode("utf-8", "replace") for file in files if file.is_file()}
        return {
            str(file.relative_to(one.root)): fold(re.sub(r"<[^>]+>", "", unescape(text))).text
            for file, text in texts.items()
        }

    assert [file for file, text in said(walk).items() if WITHDRAWN in text]
    assert [file for file, text in said(withdrawn).items() if WITHDRAWN in text] == []
    page = site(withdrawn, "summit.md")
    assert re.search(r'<span class="withdrawn"[^>]*>E: withdrawn</span>', page)
    assert "withdrawn 9 March 2024: The publisher retracted it" in site(withdrawn, "sources/004.md")


def test_a_withdrawn_article_counts_no_more(walk: Walk, withdrawn: Walk) -> None:
    for one, there in ((walk, True), (withdrawn, False)):
        assert any("004" in row["sources"] for row in one.data("contacts")) is there
        assert any(row["source"] == "004" for row in one.data("passages")) is there
