"""Foundation: citations in pages, found in Markdown and resolved to passages; pure, text in, records out."""

from build_scripts.citations.grammar import Malformed, find_citations, parse_one, used_source_ids
from build_scripts.citations.resolve import Found, NotFound, Resolver

__all__ = ["Found", "Malformed", "NotFound", "Resolver", "find_citations", "parse_one", "used_source_ids"]
