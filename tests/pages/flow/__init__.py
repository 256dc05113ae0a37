"""The modules that write pages in; every place where words of other people flow into a page as they are out.

Nothing is taken for harmless because nobody thought of it: of an expression whose type can hold text, only
what is shown to be the program's own words, or comes out of a function that makes words inert, may reach a
page. Types are those that the code states, and that the type checker holds; calls are followed.
"""

from __future__ import annotations

from tests.pages.flow.known import Known, Raw
from tests.pages.flow.program import Program

__all__ = ["Known", "Program", "Raw"]
