"""Commands: what a build made in; what there is to say of it out."""

from __future__ import annotations

import difflib

from build_scripts.errors import Fault
from build_scripts.inputs import Inputs
from build_scripts.models import Page
from build_scripts.outcome import Outcome
from build_scripts.pipeline import Result


def differences(inputs: Inputs, result: Result) -> Outcome:
    before: dict[str, Page] = {page.path: page for page in inputs.pages}
    lines: list[str] = []
    for path, text in result.pages.items():
        old = before[path].text if path in before else ""
        if old == text:
            continue
        name = f"{inputs.config.docs}/{path}"
        lines += (
            line.rstrip("\n")
            for line in difflib.unified_diff(
                old.splitlines(keepends=True),
                text.splitlines(keepends=True),
                name if path in before else "/dev/null",
                name,
            )
        )
    return Outcome(tuple(lines), edited(result), counts(result), differences=bool(lines))


def edited(result: Result) -> tuple[str, ...]:
    """One remark for each block that people edited, with how the build's text differs."""
    remarks = []
    docs = result.briefing.config.docs
    for path, block in result.edited:
        diff = difflib.unified_diff(
            block.mine.splitlines(),
            block.theirs.splitlines(),
            "on the page",
            "from the build",
            lineterm="",
            n=0,
        )
        remarks.append(
            f"{docs}/{path}:{block.line}: block {block.name} is edited by hand and was kept.\n"
            f"    To give it back to the build: briefing restore {docs}/{path} {block.name}\n"
            + "\n".join(f"    {line}" for line in diff)
        )
    return tuple(remarks)


def notices(result: Result) -> tuple[Fault, ...]:
    """One notice for each block that is published as people edited it."""
    docs = result.briefing.config.docs
    mend = "It is published as edited, and no longer updated; empty the block to give it back to the build."
    return tuple(
        Fault(f"{docs}/{path}", block.line, f"block {block.name} is edited by hand", mend)
        for path, block in result.edited
    )


def counts(result: Result) -> str:
    facts = result.briefing.facts
    passages = sum(len(found.passages) for found in facts)
    contacts = len(result.briefing.findings.contacts)
    return ", ".join(
        (number(len(facts), "article"), number(passages, "passage"), number(contacts, "contact"))
    )


def number(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
