"""The command line: its arguments, and what each command runs; the parser of all of them out.

What only one command needs is imported where it runs: the parser is made for every run.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from build_scripts import __version__, everyday
from build_scripts.outcome import Outcome
from build_scripts.render.engines import ENGINES

FORMATS = ("text", "json", "markdown")
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
    for name, what, run, add_options in COMMANDS:
        one = commands.add_parser(name, help=what, description=f"{what[0].upper()}{what[1:]}.", epilog=EPILOG)
        one.add_argument(
            "-f",
            dest="config_file",
            type=Path,
            default=Path("mkdocs.yml"),
            metavar="FILE",
            help="configuration (default: mkdocs.yml)",
        )
        add_options(one)
        one.set_defaults(run=run)
    return top


def _build(args: argparse.Namespace) -> Outcome:
    return everyday.build_site(args.config_file, engine=args.engine, watch=args.watch)


def _generate(args: argparse.Namespace) -> Outcome:
    return everyday.generate(args.config_file, check_only=args.check, watch=args.watch)


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


def _build_options(one: argparse.ArgumentParser) -> None:
    _profiled(one)
    one.add_argument(
        "--engine", choices=ENGINES, default=ENGINES[0], help="what draws the pages (default: mkdocs)"
    )


def _generate_options(one: argparse.ArgumentParser) -> None:
    _profiled(one)
    one.add_argument("--check", action="store_true", help="write nothing, show what would change")


def _profiled(one: argparse.ArgumentParser) -> None:
    one.add_argument("--profile", action="store_true", help="print what each stage took")


def _review_options(one: argparse.ArgumentParser) -> None:
    one.add_argument(
        "--format",
        choices=FORMATS,
        default=FORMATS[0],
        help="text for people, json for programs, markdown for the summary of a run",
    )


def _restore_options(one: argparse.ArgumentParser) -> None:
    one.add_argument("page", type=Path, metavar="PAGE", help="the page, such as docs/index.md")
    one.add_argument("block", nargs="?", default="", metavar="BLOCK", help="one block (default: all)")


def _new_options(one: argparse.ArgumentParser) -> None:
    """Which record, its name, and what decides about it."""
    one.add_argument("record", choices=("actor", "contact", "topic", "source"), help="what to add")
    one.add_argument("name", metavar="NAME", help="the actor's name, the title, the question, or the file")
    one.add_argument(
        "--kind", default="", help="actor: person, organisation, state; contact: meeting, visit …"
    )
    one.add_argument("--side", default="", help="actor: a side of the configuration")
    one.add_argument("--date", default="", help="contact: its date, in EDTF, such as 2006-03")
    one.add_argument("--with", dest="participants", default="", help="contact: ids of actors, with commas")
    one.add_argument("--place", default="", help="contact: where")
    one.add_argument("--from", dest="differences", default="", help="topic: ids of differences, with commas")
    one.add_argument("--status", default="", help="contact: happened, planned, cancelled, denied")


def _no_options(one: argparse.ArgumentParser) -> None:
    pass


Run = Callable[[argparse.Namespace], Outcome]
AddOptions = Callable[[argparse.ArgumentParser], None]
COMMANDS: tuple[tuple[str, str, Run, AddOptions], ...] = (
    ("build", "generate, check, and build the site", _build, _build_options),
    ("generate", "write the generated parts of the pages, and the data", _generate, _generate_options),
    ("check", "check everything, write nothing", _check, _profiled),
    ("serve", "preview the site, rebuilding on every save", _serve, _no_options),
    ("review", "list what waits for a person", _review, _review_options),
    ("restore", "give a page's edited blocks back to the build", _restore, _restore_options),
    ("new", "write a page or an entry with what is already known", _new, _new_options),
)
"""Name, help, what it runs and what it takes, in the order of the help."""
