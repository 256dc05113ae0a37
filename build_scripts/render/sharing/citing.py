"""Render, sharing: what is known of a page in; the fold at its end that says how to cite it out."""

from __future__ import annotations

import html
import re

from build_scripts import edtf
from build_scripts.render.sharing.head import address_of
from build_scripts.render.sharing.page import Built, Site

_NOT_IN_KEY = re.compile(r"[^A-Za-z0-9]+")
_SPECIAL = re.compile(r"[\\{}$&%#_^~]")
_WRITTEN = {
    "\\": r"\textbackslash{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}


def fold(page: Built, site: Site) -> str:
    """`details` with the citation in words and for BibTeX, and the way to the whole on paper."""
    up = "../" * page.path.count("/")
    return (
        '<details class="citing"><summary>Cite this page</summary>'
        f'<p class="citing-plain">{html.escape(plain(page, site))}</p>'
        f'<pre class="citing-bibtex" tabindex="0" role="region" aria-label="For BibTeX"><code>'
        f"{html.escape(bibtex(page, site))}</code></pre>"
        f'<p>The version changes with the words of the page. <a href="{up}print.html">'
        "The whole briefing on one page, for printing</a></p></details>\n"
    )


def plain(page: Built, site: Site) -> str:
    """A citation in words, which names the version and how far the page was checked."""
    parts = [f"“{page.title}”. In: {site.name}"] if page.title != site.name else [site.name]
    parts.append(version(page, site))
    if page.state_in_words:
        parts.append(page.state_in_words.rstrip("."))
    if address := address_of(page, site):
        parts.append(address)
    return ". ".join(parts) + "."


def version(page: Built, site: Site) -> str:
    """ "Version 3f9a1c0e, sources to 3 May 2031"."""
    said = f"Version {page.version}"
    return f"{said}, sources to {edtf.in_words(site.newest)}" if site.newest else said


def bibtex(page: Built, site: Site) -> str:
    """The same as an entry for BibTeX; nothing in it is a command."""
    key = _NOT_IN_KEY.sub("-", page.path.removesuffix(".html")).strip("-") or "page"
    fields = {"title": f"{{{_tex(page.title)}}}", "howpublished": f"In: {_tex(site.name)}"}
    note = [version(page, site), *([page.state_in_words.rstrip(".")] if page.state_in_words else [])]
    fields["note"] = _tex(". ".join(note))
    if address := address_of(page, site):
        fields["url"] = address.replace("{", "%7B").replace("}", "%7D")
    lines = "".join(f",\n  {name} = {{{value}}}" for name, value in fields.items())
    return f"@misc{{{key}-{page.version}{lines}\n}}"


def _tex(text: str) -> str:
    return _SPECIAL.sub(lambda match: _WRITTEN.get(match[0], f"\\{match[0]}"), text)
