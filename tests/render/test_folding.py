"""Lists that fold: in the page, and for the theme's search, which loses count of nested marks."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

from build_scripts.render.folding import fold


def test_of_folds_within_folds_the_innermost_are_left_out_of_the_search() -> None:
    root = fromstring(
        '<div><ul><li class="fold">one<ul><li class="fold">two<ul><li>three</li></ul></li></ul></li></ul>'
        "</div>"
    )
    fold(root)
    outer, inner = root.iter("details")
    assert outer.find("summary").text == "one"
    assert "data-search-exclude" not in outer.attrib
    assert "data-search-exclude" in inner.attrib


def test_a_fold_alone_is_left_out_of_the_search() -> None:
    root = fromstring('<div><ul><li class="fold">one<ul><li>two</li></ul></li></ul></div>')
    fold(root)
    (only,) = root.iter("details")
    assert "data-search-exclude" in only.attrib
