"""What `briefing new` writes: a name or a file in, the text of a page or an entry with what is known out.

What only a person can decide stands in it as a comment: taking away the `#` decides it.
"""

from build_scripts.drafting.actors import actor, with_descriptions
from build_scripts.drafting.contacts import contact
from build_scripts.drafting.sources import SCHEMA_LINE, entry
from build_scripts.drafting.topics import proposed, topic

__all__ = ["SCHEMA_LINE", "actor", "contact", "entry", "proposed", "topic", "with_descriptions"]
