"""Read: files in, records out. The only stage that reads the disk; everything wrong is gathered as faults."""

from build_scripts.read.config import load_config
from build_scripts.read.documents import SHELF as DOCUMENTS
from build_scripts.read.documents import Documents
from build_scripts.read.guide import load_guide
from build_scripts.read.identity import check_moved
from build_scripts.read.lexicon import languages, load_lexicon
from build_scripts.read.memory import MEMORY, SHELVES, recall, recall_data, recall_shelf
from build_scripts.read.navigation import check_navigation
from build_scripts.read.pages import check_paths, load_pages, page_of
from build_scripts.read.records import followed, read_records
from build_scripts.read.sources import LIST, load_listing, load_sources

__all__ = [
    "DOCUMENTS",
    "LIST",
    "MEMORY",
    "SHELVES",
    "Documents",
    "check_moved",
    "check_navigation",
    "check_paths",
    "followed",
    "languages",
    "load_config",
    "load_guide",
    "load_lexicon",
    "load_listing",
    "load_pages",
    "load_sources",
    "page_of",
    "read_records",
    "recall",
    "recall_data",
    "recall_shelf",
]
