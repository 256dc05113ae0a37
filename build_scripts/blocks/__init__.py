"""Foundation: generated blocks, which scripts renew and people may change; pure, text in, text out.

A block stands between `<!-- generated: NAME -->` and `<!-- end generated: NAME 3f9a1c0e -->`, each alone
on its line. The checksum tells whether people changed what the build wrote; if they did, it is theirs.
"""

from build_scripts.blocks.conflicts import settled
from build_scripts.blocks.parsing import (
    Block,
    BlockFault,
    Parsed,
    Prose,
    checksum,
    names,
    parse,
    prose_ranges,
)
from build_scripts.blocks.updating import EditedBlock, Updated, emptied, update

__all__ = [
    "Block",
    "BlockFault",
    "EditedBlock",
    "Parsed",
    "Prose",
    "Updated",
    "checksum",
    "emptied",
    "names",
    "parse",
    "prose_ranges",
    "settled",
    "update",
]
