"""Command line: what `briefing new` was given in; a page or an entry, with what is known, written."""

from __future__ import annotations

import argparse

from build_scripts import drafting
from build_scripts.commands import new_page, new_source
from build_scripts.outcome import Outcome
from build_scripts.pipeline import Result
from build_scripts.proposals import chosen


def new(args: argparse.Namespace) -> Outcome:
    """Write it; raise `InvalidInput` if there is such a record, or what was given is none."""

    def draft(result: Result) -> tuple[str, str]:
        briefing = result.briefing
        if args.record == "actor":
            return drafting.actor(args.name, args.kind, args.side, briefing.facts)
        if args.record == "topic":
            ids = [one.strip() for one in args.differences.split(",") if one.strip()]
            found = chosen(briefing.findings.differences, ids) if ids else None
            readings = found.readings if found else drafting.proposed(args.name, briefing)
            return drafting.topic(args.name, readings)
        people = [one.strip() for one in args.participants.split(",") if one.strip()]
        return drafting.contact(args.name, args.date, args.kind, people, args.place, args.status, briefing)

    def more(path: str, text: str, result: Result) -> str:
        is_actor = args.record == "actor"
        return drafting.with_descriptions(path, text, result.briefing) if is_actor else text

    if args.record == "source":
        return new_source(args.config_file, args.name)
    return new_page(args.config_file, draft, more)
