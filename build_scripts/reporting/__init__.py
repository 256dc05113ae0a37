"""Command line: faults and rows in, what a terminal, a program or a code host shows out; prints nothing."""

from build_scripts.reporting.annotations import annotation
from build_scripts.reporting.links import ENGINE, Links, links_of
from build_scripts.reporting.rows import as_json, as_markdown, as_text

__all__ = ["ENGINE", "Links", "annotation", "as_json", "as_markdown", "as_text", "links_of"]
