"""The command line: arguments in, printing, exit code out. The only module that catches and exits."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Sequence
from enum import IntEnum
from pathlib import Path
from typing import TextIO

from build_scripts import __version__, drafting
from build_scripts.commands import (
    Outcome,
    build_site,
    check,
    generate,
    new_page,
    new_source,
    restore,
    review,
    serve,
)
from build_scripts.errors import BriefingError, CannotReadOrWrite, Fault, InvalidInput
from build_scripts.pipeline import Result
from build_scripts.progress import Reporter
from build_scripts.proposals import chosen
from build_scripts.reporting import (
    ENGINE,
    FORMATS,
    Links,
    annotation,
    as_json,
    as_markdown,
    as_text,
    links_of,
)


class Exit(IntEnum):
    """Exit codes of every command."""

    DONE = 0
    INVALID_INPUT = 1
    USAGE = 2
    DIFFERENCES = 3
    CANNOT_READ_OR_WRITE = 4
    INTERRUPTED = 130


EPILOG = (
    "exit codes: 0 done, 1 invalid input, 2 usage, 3 --check found differences, 4 could not read or write"
)


def parser() -> argparse.ArgumentParser:
    """The parser of all commands; its help text stands in the documentation."""
    top = argparse.ArgumentParser(
        prog="briefing",
        description="Turn the articles of a briefing into pages whose every sentence can be checked.",
        epilog=EPILOG,
    )
    top.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)

    def command(
        name: str, what: str, run: Callable[[argparse.Namespace], Outcome]
    ) -> argparse.ArgumentParser:
        one = commands.add_parser(name, help=what, description=f"{what[0].upper()}{what[1:]}.", epilog=EPILOG)
        one.add_argument(
            "-f",
            dest="config_file",
            type=Path,
            default=Path("mkdocs.yml"),
            metavar="FILE",
            help="configuration (default: mkdocs.yml)",
        )
        one.set_defaults(run=run)
        return one

    one = command(
        "build",
        "generate, check, and build the site",
        lambda args: build_site(args.config_file, watch=args.watch),
    )
    _add_profile(one)
    one = command(
        "generate",
        "write the generated parts of the pages, and the data",
        lambda args: generate(args.config_file, check_only=args.check, watch=args.watch),
    )
    _add_profile(one)
    one.add_argument("--check", action="store_true", help="write nothing, show what would change")
    one = command(
        "check", "check everything, write nothing", lambda args: check(args.config_file, watch=args.watch)
    )
    _add_profile(one)
    command("serve", "preview the site, rebuilding on every save", lambda args: serve(args.config_file))
    one = command("review", "list what waits for a person", lambda args: review(args.config_file))
    one.add_argument(
        "--format",
        choices=FORMATS,
        default=FORMATS[0],
        help="text for people, json for programs, markdown for the summary of a run",
    )
    one = command(
        "restore",
        "give a page's edited blocks back to the build",
        lambda args: restore(args.config_file, args.page, args.block),
    )
    one.add_argument("page", type=Path, metavar="PAGE", help="the page, such as docs/index.md")
    one.add_argument("block", nargs="?", default="", metavar="BLOCK", help="one block (default: all)")
    _add_new(command("new", "write a page or an entry with what is already known", _new))
    return top


def _add_profile(command: argparse.ArgumentParser) -> None:
    command.add_argument("--profile", action="store_true", help="print how long each stage took")


def _add_new(new: argparse.ArgumentParser) -> None:
    """What `new` takes: which record, its name, and what decides about it."""
    new.add_argument("record", choices=("actor", "contact", "topic", "source"), help="what to add")
    new.add_argument("name", metavar="NAME", help="the actor's name, the title, the question, or the file")
    new.add_argument(
        "--kind", default="", help="actor: person, organisation, state; contact: meeting, visit …"
    )
    new.add_argument("--side", default="", help="actor: a side of the configuration")
    new.add_argument("--date", default="", help="contact: its date, in EDTF, such as 2006-03")
    new.add_argument("--with", dest="participants", default="", help="contact: ids of actors, with commas")
    new.add_argument("--place", default="", help="contact: where")
    new.add_argument("--from", dest="differences", default="", help="topic: ids of differences, with commas")
    new.add_argument("--status", default="", help="contact: happened, planned, cancelled, denied")


def _new(args: argparse.Namespace) -> Outcome:
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


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; print what it has to say; return the exit code."""
    args = parser().parse_args(argv)
    started = time.perf_counter()
    args.watch = reporter = Reporter(sys.stderr, is_plain=bool(os.environ.get("CI")), clock=time.perf_counter)
    try:
        try:
            outcome: Outcome = args.run(args)
        finally:
            reporter.finish()
    except InvalidInput as error:
        count = len(error.faults)
        _tell("error", error.faults, links_of(args.config_file, os.environ))
        print(f"{count} fault{'s' if count != 1 else ''}; nothing was written.", file=sys.stderr)
        return Exit.INVALID_INPUT
    except CannotReadOrWrite as error:
        _tell_plainly(error, args)
        return Exit.CANNOT_READ_OR_WRITE
    except BriefingError as error:
        _tell_plainly(error, args)
        return Exit.INVALID_INPUT
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    if getattr(args, "profile", False):
        print("\n".join(reporter.profile()), file=sys.stderr)
    _print(outcome, args, time.perf_counter() - started)
    return Exit.DIFFERENCES if outcome.differences else Exit.DONE


def _print(outcome: Outcome, args: argparse.Namespace, seconds: float) -> None:
    """Remarks to whoever watches, everything else to whoever reads the output."""
    for remark in outcome.remarks:
        print(remark, file=sys.stderr)
    if outcome.warnings or outcome.notices or outcome.rows is not None:
        links = links_of(args.config_file, os.environ)
        _tell("warning", outcome.warnings, links, sys.stdout)
        _annotate("notice", outcome.notices, links)
        if outcome.rows is not None and args.format != "text":
            print((as_json if args.format == "json" else as_markdown)(outcome.rows, links))
            return
        for line in as_text(outcome.rows or (), links):
            print(line)
    for line in outcome.lines:
        print(line)
    if outcome.summary:
        print(f"{outcome.summary} ({seconds:.1f} s)")


def _tell(level: str, faults: Sequence[Fault], links: Links, stream: TextIO | None = None) -> None:
    """Each fault with the paragraph of the guide that explains it."""
    for fault in faults:
        print(f"{fault}\n    Guide: {links.to(fault.what)}", file=stream or sys.stderr)
    _annotate(level, faults, links)


def _tell_plainly(error: BriefingError, args: argparse.Namespace) -> None:
    """An error of a file or of the engine, which is on no line of a page."""
    links = links_of(args.config_file, os.environ)
    what, _, rest = str(error).partition("\n")
    print(f"{error}\n    Guide: {links.to(what, ENGINE)}", file=sys.stderr)
    if _is_in_ci():
        print(annotation("error", Fault("", 0, what, rest.strip()), "", links.to(what, ENGINE)))


def _is_in_ci() -> bool:
    return os.environ.get("GITHUB_ACTIONS") == "true"


def _annotate(level: str, faults: Sequence[Fault], links: Links) -> None:
    """On the code host, each fault also on the line that it concerns."""
    if _is_in_ci():
        for fault in faults:
            print(annotation(level, fault, links.file(fault.file), links.to(fault.what)))


if __name__ == "__main__":
    sys.exit(main())
