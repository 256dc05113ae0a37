"""The search sees a page without its list of evidence; readers see all of it."""

from __future__ import annotations

from types import SimpleNamespace

from mkdocs.plugins import PluginCollection

from build_scripts.render.unsearched import Unsearched

EVIDENCE = (
    '<details class="evd" data-search-exclude="">\n<summary>Evidence</summary><ul><li>…</li></ul></details>'
)
FOLDED = '<details class="evd-more"><summary>More</summary></details>'


def seen_by_the_search(page: SimpleNamespace, *, wholly: bool) -> list[str]:
    seen: list[str] = []
    plugins = PluginCollection()
    plugins._register_event("page_context", lambda context, page, **others: seen.append(page.content))
    plugins["briefing/unsearched"] = Unsearched(wholly=wholly)
    plugins.on_page_context({}, page=page, config=None, nav=None)
    return seen


def test_search_of_the_engine_reads_no_page_where_the_build_brings_its_own() -> None:
    page = SimpleNamespace(content="<p>Held.</p>")
    assert seen_by_the_search(page, wholly=True) == [""]
    assert page.content == "<p>Held.</p>"


def test_evidence_is_out_of_the_page_only_while_the_search_looks() -> None:
    page = SimpleNamespace(content=f"<p>Held.</p>{EVIDENCE}<p>Scope.</p>{FOLDED}")
    assert seen_by_the_search(page, wholly=False) == [f"<p>Held.</p><p>Scope.</p>{FOLDED}"]
    assert page.content == f"<p>Held.</p>{EVIDENCE}<p>Scope.</p>{FOLDED}"
