"""Read: files in, records out. The only stage that reads the disk; everything wrong is gathered as faults."""

from build_scripts.read.config import load_config
from build_scripts.read.lexicon import languages, load_lexicon
from build_scripts.read.pages import check_paths, load_pages
from build_scripts.read.records import read_records
from build_scripts.read.sources import load_sources

__all__ = [
    "check_paths",
    "languages",
    "load_config",
    "load_lexicon",
    "load_pages",
    "load_sources",
    "read_records",
]
