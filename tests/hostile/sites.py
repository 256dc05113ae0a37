"""The small invented corpus with one more article, every sentence of which a page cites, and so shows."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from build_scripts.__main__ import main
from build_scripts.extract import find_passages
from build_scripts.models import Source
from build_scripts.read import load_lexicon
from tests.conftest import OTHER


def built(root: Path, article: str, title: str) -> tuple[int, Path]:
    """The exit code of a build with that article, under a title and publisher, and the site."""
    shutil.copytree(OTHER, root)
    (root / "seeds" / "020_new.txt").write_text(article, "utf-8")
    entry = {"file": "020_new.txt", "title": title, "publisher": title, "note": title, "genre": title}
    entry |= {"published": "1998-06-05", "language": "en", "title_basis": "stated"}
    (root / "seeds" / "sources.yml").write_text(json.dumps([entry]), "utf-8")
    source = Source("020", "020_new.txt", "D", article, "")
    cited = (f"[@020#{passage.id}]" for passage in find_passages(source, load_lexicon("en")))
    page = "\n\n".join(f"The article says so {citation}." for citation in cited)
    (root / "docs" / "about.md").write_text(f"---\ntitle: About\n---\n{page}\n", "utf-8")
    return main(["build", "-f", str(root / "mkdocs.yml")]), root / "site"
