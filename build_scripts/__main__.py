"""The command line: arguments in, printing, exit code out. The only module that catches and exits.

What only some runs need is imported there: a run that finds nothing changed ends sooner than the stages are
imported.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence
from enum import IntEnum

from build_scripts.arguments import parser
from build_scripts.errors import BriefingError, CannotReadOrWrite, InvalidInput
from build_scripts.outcome import Outcome
from build_scripts.progress import Reporter
from build_scripts.saying import say


class Exit(IntEnum):
    """Exit codes of every command."""

    DONE = 0
    INVALID_INPUT = 1
    USAGE = 2
    DIFFERENCES = 3
    CANNOT_READ_OR_WRITE = 4
    INTERRUPTED = 130


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
