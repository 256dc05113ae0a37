"""Review list: what was compared in, rows for proposed topics and for what each article adds out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from build_scripts import naming
from build_scripts.models import Briefing, Development, ReviewRow
from build_scripts.proposals import proposals
from build_scripts.reviewing.ranks import Rank

INDEX = "comparisons/index.md"


def proposed_topics(briefing: Briefing, pages: Mapping[str, str]) -> Iterator[ReviewRow]:
    """Differences that no topic gathers, each group with the command that writes its page."""
    file = f"{briefing.config.docs}/{INDEX}"
    if INDEX not in pages:
        return
    for one in proposals(briefing.findings.differences):
        first = one.differences[0]
        more = f" (with {len(one.differences) - 1} more)" if len(one.differences) > 1 else ""
        command = f'briefing new topic "Your question?" --from {",".join(one.ids)}'
        how = f"If it is worth a question, ask it: `{command}`; the readings are filled in."
        yield ReviewRow(Rank.TOPIC, f"topic proposed{more}: {first.says}", file, 1, how)


def additions(briefing: Briefing) -> Iterator[ReviewRow]:
    """What each article adds to those before it, the latest first; the first of all adds everything."""
    sources = {source.id: source for source in briefing.sources}
    for found in reversed(briefing.findings.developments):
        if not found.before:
            continue
        source = sources[found.source]
        file = f"{briefing.config.seeds}/{source.file}"
        page = f"{briefing.config.docs}/{naming.source_page(source.id)}"
        how = f"In full, with the words: the part “What this article adds” of {page}."
        what = f"{naming.source_label(source)} adds to the articles before it: {_counts(found)}"
        yield ReviewRow(Rank.ADDS, what, file, 1, how)


def _counts(found: Development) -> str:
    known = {one.later for one in found.confirmed}
    counts = (
        (sum(ref not in known for ref in found.added), "new sentence"),
        (len(found.new_figures), "new figure"),
        (len(found.changed_figures), "changed figure"),
        (len(found.turns), "change of wording that matters", "changes of wording that matter"),
        (len(found.dropped), "sentence left out", "sentences left out"),
        (
            len(found.confirmed) + len(found.claims),
            "statement known from another text and outlet",
            "statements known from another text and outlet",
        ),
    )
    told = [
        f"{count} {names[0] if count == 1 else names[-1] + ('s' if len(names) == 1 else '')}"
        for count, *names in counts
        if count
    ]
    return ", ".join(told) or "nothing"
