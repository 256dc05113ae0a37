"""The command line: arguments in, printing, exit code out. The only module that catches and exits.

What only some runs need is imported there: a run that finds nothing changed ends sooner than the stages are
imported.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Sequence
from enum import IntEnum
from pathlib import Path

from build_scripts import __version__, everyday
from build_scripts.errors import BriefingError, CannotReadOrWrite, InvalidInput
from build_scripts.outcome import Outcome
from build_scripts.progress import Reporter
from build_scripts.render.engines import ENGINES
from build_scripts.saying import say

FORMATS = ("text", "json", "markdown")


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
        lambda args: everyday.build_site(args.config_file, engine=args.engine, watch=args.watch),
    )
    _add_profile(one)
    one.add_argument(
        "--engine", choices=ENGINES, default=ENGINES[0], help="what draws the pages (default: mkdocs)"
    )
    one = command(
        "generate",
        "write the generated parts of the pages, and the data",
        lambda args: everyday.generate(args.config_file, check_only=args.check, watch=args.watch),
    )
    _add_profile(one)
    one.add_argument("--check", action="store_true", help="write nothing, show what would change")
    one = command("check", "check everything, write nothing", _check)
    _add_profile(one)
    command("serve", "preview the site, rebuilding on every save", _serve)
    one = command("review", "list what waits for a person", _review)
    one.add_argument(
        "--format",
        choices=FORMATS,
        default=FORMATS[0],
        help="text for people, json for programs, markdown for the summary of a run",
    )
    one = command(
        "restore",
        "give a page's edited blocks back to the build",
        _restore,
    )
    one.add_argument("page", type=Path, metavar="PAGE", help="the page, such as docs/index.md")
    one.add_argument("block", nargs="?", default="", metavar="BLOCK", help="one block (default: all)")
    _add_new(command("new", "write a page or an entry with what is already known", _new))
    return top


def _add_profile(command: argparse.ArgumentParser) -> None:
    command.add_argument("--profile", action="store_true", help="print what each stage took")


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


def _check(args: argparse.Namespace) -> Outcome:
    from build_scripts.commands import check

    return check(args.config_file, watch=args.watch)


def _serve(args: argparse.Namespace) -> Outcome:
    from build_scripts.commands import serve

    return serve(args.config_file)


def _review(args: argparse.Namespace) -> Outcome:
    from build_scripts.commands import review

    return review(args.config_file)


def _restore(args: argparse.Namespace) -> Outcome:
    from build_scripts.commands import restore

    return restore(args.config_file, args.page, args.block)


def _new(args: argparse.Namespace) -> Outcome:
    from build_scripts.adding import new

    return new(args)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; print what it has to say; return the exit code."""
    try:
        code = _run(parser().parse_args(argv))
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # Whoever reads has read enough (`briefing review | head`): nothing is told at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.CANNOT_READ_OR_WRITE


def _run(args: argparse.Namespace) -> int:
    started = time.perf_counter()
    args.watch = reporter = Reporter(
        sys.stderr, is_plain=bool(os.environ.get("CI")), clock=time.perf_counter, usage=_usage
    )
    try:
        try:
            outcome: Outcome = args.run(args)
        finally:
            reporter.finish()
    except InvalidInput as error:
        from build_scripts.telling import tell_faults

        tell_faults(error.faults, args.config_file)
        return Exit.INVALID_INPUT
    except BriefingError as error:
        from build_scripts.telling import tell_error

        tell_error(error, args.config_file)
        return Exit.CANNOT_READ_OR_WRITE if isinstance(error, CannotReadOrWrite) else Exit.INVALID_INPUT
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    if getattr(args, "profile", False):
        say("\n".join(reporter.profile()), sys.stderr)
    _print(outcome, args, time.perf_counter() - started)
    return Exit.DIFFERENCES if outcome.differences else Exit.DONE


def _usage() -> tuple[float, float]:
    """CPU seconds of this process and those that it has waited for; its memory at the peak, in MB."""
    used = os.times()
    cpu = used.user + used.system + used.children_user + used.children_system
    try:
        import resource
    except ImportError:  # Windows
        return cpu, 0.0
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return cpu, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def _print(outcome: Outcome, args: argparse.Namespace, seconds: float) -> None:
    """Remarks to whoever watches, everything else to whoever reads the output."""
    for remark in outcome.remarks:
        say(remark, sys.stderr)
    if outcome.warnings or outcome.notices or outcome.rows is not None:
        from build_scripts.telling import tell_findings

        form = getattr(args, "format", "text")
        tell_findings(outcome, args.config_file, form)
        if form != "text":
            return
    for line in outcome.lines:
        say(line)
    if outcome.summary:
        say(f"{outcome.summary} ({seconds:.1f} s)")


if __name__ == "__main__":
    sys.exit(main())
