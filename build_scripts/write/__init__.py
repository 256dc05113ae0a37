"""Stage: write. The texts of files in; those that differ replaced on disk, by one build at a time."""

from build_scripts.write.files import ChangedMeanwhile, apply, prune
from build_scripts.write.lock import locked
from build_scripts.write.memory import remember, shelve

__all__ = ["ChangedMeanwhile", "apply", "locked", "prune", "remember", "shelve"]
