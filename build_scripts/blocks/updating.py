"""Foundation: the text of a page and what its blocks should hold in; the page with them renewed out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from build_scripts.blocks.parsing import Block, BlockFault, Prose, checksum, core, names, parse
from build_scripts.markup import front_matter, lines_with_offsets


@dataclass(frozen=True, slots=True)
class EditedBlock:
    """A block that people changed and that was kept: their text, and the build's."""

    name: str
    line: int
    mine: str
    theirs: str
    both: bool = False
    """The build's text has changed as well since it was last written."""


@dataclass(frozen=True, slots=True)
class Updated:
    """The new text of a page; with faults, the old one."""

    text: str
    edited: tuple[EditedBlock, ...] = ()
    faults: tuple[BlockFault, ...] = ()


def update(text: str, blocks: Mapping[str, str], top: Sequence[str] = ()) -> Updated:
    """Renew the blocks of a page and add the missing ones; every byte outside blocks stays.

    Missing blocks named in `top` go after the front matter (and a leading heading), the others to the end,
    before a block there that follows them in `blocks`. A block that people changed is kept and reported,
    one marked `keep` is kept, one marked `omit` stays empty. Line ends are those of the page.
    """
    parsed = parse(text)
    faults = (*parsed.faults, *_unknown(parsed.blocks, blocks))
    if faults:
        return Updated(text, (), tuple(sorted(faults)))
    newline = _newline(text)
    new = "".join(
        text[segment.start : segment.end]
        if isinstance(segment, Prose) or _stays(segment, blocks[segment.name])
        else _block(segment.name, segment.option, blocks[segment.name], newline)
        for segment in parsed.segments
    )
    new = _with_missing(new, blocks, top, newline)
    _assert_sound(new, blocks)
    # The new text's lines: blocks above may have become longer.
    edited = (
        _edited(block, blocks[block.name])
        for block in parse(new).blocks
        if _is_theirs(block, blocks[block.name])
    )
    return Updated(new, tuple(edited))


def emptied(text: str, wanted: Iterable[str] | None = None) -> str:
    """The page with the named blocks (or all) empty and without option, so that `update` refills them."""
    parsed = parse(text)
    named = {block.name for block in parsed.blocks} if wanted is None else set(wanted)
    newline = _newline(text)
    return "".join(
        _block(segment.name, "", "", newline)
        if isinstance(segment, Block) and segment.name in named
        else text[segment.start : segment.end]
        for segment in parsed.segments
    )


def _unknown(found: Iterable[Block], blocks: Mapping[str, str]) -> list[BlockFault]:
    mend = f"Delete it, or name one of this page's blocks: {', '.join(blocks) or 'none'}."
    return [
        BlockFault(block.line, f"this page has no block {block.name}", mend)
        for block in found
        if block.name not in blocks
    ]


def _is_theirs(block: Block, new: str) -> bool:
    return block.edited and block.option != "keep" and not _says(block, new)


def _edited(block: Block, new: str) -> EditedBlock:
    both = checksum(new) != block.checksum
    return EditedBlock(block.name, block.line, block.content, core(new), both)


def _says(block: Block, new: str) -> bool:
    """Whether people wrote the very text that the build would write: then it is not theirs."""
    return block.option != "omit" and block.content == core(new)


def _stays(block: Block, new: str) -> bool:
    """Kept as it stands, to the byte: marked `keep`, changed by people, or up to date."""
    if block.option == "keep":
        return bool(block.content)
    if block.edited:
        return not _says(block, new)
    wanted = "" if block.option == "omit" else new
    return checksum(block.content) == checksum(wanted) == block.checksum


def _block(name: str, option: str, content: str, newline: str) -> str:
    """A block with its markers, blank lines inside them so that its Markdown begins and ends there."""
    content = "" if option == "omit" else core(content)
    start = f"<!-- generated: {name}{' ' * bool(option)}{option} -->"
    end = f"<!-- end generated: {name} {checksum(content)} -->"
    middle = [*content.split("\n"), ""] if content.strip() else []
    return newline.join((start, "", *middle, end))


def _with_missing(text: str, blocks: Mapping[str, str], top: Sequence[str], newline: str) -> str:
    order = list(blocks)
    present = names(text)
    missing = [name for name in order if name not in present]
    for name in reversed([name for name in missing if name in top]):
        text = _inserted(text, _top(text), _block(name, "", blocks[name], newline), newline)
    for name in missing:
        if name not in top:
            at = _tail(text, order[order.index(name) :])
            text = _inserted(text, at, _block(name, "", blocks[name], newline), newline)
    return text


def _top(text: str) -> int:
    """After the front matter, and after a heading of the first level that opens the body."""
    body = front_matter(text)[2]
    for at, line in lines_with_offsets(text, body):
        if line.strip():
            return _after_line(text, at) if line.startswith("# ") else body
    return body


def _after_line(text: str, at: int) -> int:
    return text.find("\n", at) + 1 or len(text)


def _tail(text: str, later: Sequence[str]) -> int:
    """The end of the text, or the start of those blocks of `later` that stand there."""
    at = len(text)
    for segment in reversed(parse(text).segments):
        if isinstance(segment, Block) and segment.name in later:
            at = segment.start
        elif isinstance(segment, Block) or text[segment.start : segment.end].strip():
            break
    return at


def _inserted(text: str, at: int, block: str, newline: str) -> str:
    """A block between blank lines; what stands around it is not touched."""
    before, after = text[:at], text[at:]
    written = before.removeprefix("\ufeff")
    gap = ""
    if written:
        gap = newline * (not written.endswith("\n")) + newline * (not _ends_blank(written))
    follows = newline if after and after.lstrip(" \t\r")[:1] != "\n" else ""
    return before + gap + block + newline + follows + after


def _ends_blank(text: str) -> bool:
    line = text.rstrip(" \t\r\n")
    return text.count("\n", len(line)) > 1


def _newline(text: str) -> str:
    """The line end of most lines."""
    return "\r\n" if 2 * text.count("\r\n") > text.count("\n") else "\n"


def _assert_sound(text: str, blocks: Mapping[str, str]) -> None:
    """What was written reads back as the same blocks; else the author of a block let a marker through."""
    parsed = parse(text)
    if parsed.faults or {block.name for block in parsed.blocks} != set(blocks):
        raise ValueError(f"the new text of a block holds a marker or an open fence: {parsed.faults}")
