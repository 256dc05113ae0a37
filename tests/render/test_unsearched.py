"""The search sees a page without its list of evidence; readers see all of it."""

from __future__ import annotations

from types import SimpleNamespace

from mkdocs.plugins import PluginCollection

from build_scripts.render.unsearched import Unsearched

EVIDENCE = (
    '<details class="evd" data-search-exclude="">\n<summary>Evidence</summary><ul><li>…</li></ul></details>'
)
FOLDED = '<details class="evd-more"><summary>More</summary></details>'


def test_evidence_is_out_of_the_page_only_while_the_search_looks() -> None:
    seen: list[str] = []
    plugins = PluginCollection()
    plugins._register_event("page_context", lambda context, page, **others: seen.append(page.content))
    plugins["briefing/unsearched"] = Unsearched()
    page = SimpleNamespace(content=f"<p>Held.</p>{EVIDENCE}<p>Scope.</p>{FOLDED}")
    plugins.on_page_context({}, page=page, config=None, nav=None)  # type: ignore[arg-type]
    assert seen == [f"<p>Held.</p><p>Scope.</p>{FOLDED}"]
    assert page.content == f"<p>Held.</p>{EVIDENCE}<p>Scope.</p>{FOLDED}"
