"""The string-only reading of YAML: nothing is anything but text, and every part has its line."""

from __future__ import annotations

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from build_scripts.errors import Faults
from build_scripts.read.records_yaml import load

texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), max_size=12)
values = st.recursive(
    texts | st.sampled_from(["000", "no", "2024-02-28", "null", "~", "1e3", "0x1F", "<<", "*a", "&a", "!b"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=12,
)


@settings(deadline=None)
@given(value=st.dictionaries(texts, values, max_size=4))
def test_what_is_written_is_read_back_as_text(value: object) -> None:
    faults = Faults()
    loaded = load(yaml.safe_dump(value, allow_unicode=True), "a.yml", faults)
    assert not faults.found
    assert loaded is not None
    assert loaded.value == value


def test_words_that_yaml_takes_for_something_else() -> None:
    loaded = load("a: 000\nb: no\nc: 2024-02-28\nd: ~\ne:\nf: 1_000\ng: !!str 5\n", "a.yml", Faults())
    assert loaded is not None
    assert loaded.value == {
        "a": "000",
        "b": "no",
        "c": "2024-02-28",
        "d": "~",
        "e": "",
        "f": "1_000",
        "g": "5",
    }


def test_every_key_and_item_has_its_line() -> None:
    loaded = load(
        "a: x\nb:\n  - one\n  - c: d\n    e:\n      [f,\n       g]\n", "a.yml", Faults(), first_line=10
    )
    assert loaded is not None
    expected = {"": 10, "a": 10, "b": 11, "b.0": 12, "b.1": 13, "b.1.c": 13, "b.1.e": 14, "b.1.e.1": 16}
    assert expected.items() <= dict(loaded.lines).items()


def test_a_repeated_value_costs_nothing_however_often_it_is_repeated() -> None:
    layers = "\n".join(f"a{at}: &a{at} [{', '.join([f'*a{at - 1}'] * 9)}]" for at in range(1, 30))
    faults = Faults()
    assert load(f"a0: &a0 x\n{layers}\n", "a.yml", faults) is None
    assert {fault.line for fault in faults.found} == set(range(1, 31))


def test_two_documents_are_one_too_many() -> None:
    faults = Faults()
    assert load("a: b\n---\nc: d\n", "a.yml", faults) is None
    assert [fault.line for fault in faults.found] == [2]


def test_an_empty_document_is_empty() -> None:
    loaded = load("# nothing yet\n", "a.yml", Faults())
    assert loaded is not None
    assert loaded.value == {}
