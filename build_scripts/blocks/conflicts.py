"""Foundation: the text of a page in; the lines with which a merge marks what it could not settle out."""

from __future__ import annotations

import re

from build_scripts.markup import fenced, lines_with_offsets

MEND = "Settle the merge: keep one version and delete the lines <<<<<<<, ======= and >>>>>>>."

# Match: `<<<<<<< HEAD`, `<<<<<<<`. Near-miss: `<<<<<<`, `<<<<<<<<`, ` <<<<<<< HEAD`.
_OURS = re.compile(r"<{7}(?: .*)?")
# What Markdown may have as well, and means a merge only after another of its marks:
# seven quotations deep, an empty row of a table, the underline of a heading.
_THEIRS = re.compile(r">{7}(?: .*)?")
_BASE = re.compile(r"\|{7}(?: .*)?")
_PARTING = re.compile(r"={7}")


def conflicts(text: str) -> tuple[tuple[int, str, str], ...]:
    """Line (1-based), what and how to mend, for each mark that a merge left; none inside fenced code.

    `=======` alone underlines a heading, and is named with neither of the others.

    >>> [line for line, _, _ in conflicts("a\\n<<<<<<< HEAD\\nb\\n=======\\nc\\n>>>>>>> main\\n")]
    [2, 6]
    >>> conflicts("Heading\\n=======\\n")
    ()
    """
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return ()
    lines = [line for _, line in lines_with_offsets(text.removeprefix("\ufeff"))]
    code = fenced(lines)
    found: list[int] = []
    is_open = is_parted = False
    for index, line in enumerate(lines):
        if index in code:
            continue
        if _OURS.fullmatch(line):
            is_open = True
            found.append(index + 1)
        elif _BASE.fullmatch(line) and is_open:
            found.append(index + 1)
        elif _PARTING.fullmatch(line):
            is_parted = True
        elif _THEIRS.fullmatch(line) and (is_open or is_parted):
            is_open = is_parted = False
            found.append(index + 1)
    return tuple((line, "a merge conflict that is not settled", MEND) for line in found)


def settled(text: str) -> str:
    """The text with every conflict decided for the first version, each line where it was.

    Only for reading on: what else is wrong with a page is then said in the same run.
    """
    marks = {line - 1 for line, _, _ in conflicts(text)}
    if not marks:
        return text
    kept: list[str] = []
    is_theirs = is_open = False
    for index, line in enumerate(text.split("\n")):
        bare = line.rstrip("\r")
        if index in marks:
            is_open = bool(_OURS.fullmatch(bare.removeprefix("\ufeff")))
            is_theirs = bool(_BASE.fullmatch(bare))
        elif is_open and _PARTING.fullmatch(bare):
            is_theirs = True
        elif not is_theirs:
            kept.append(line)
            continue
        kept.append("\r" * line.endswith("\r"))
    return "\n".join(kept)
