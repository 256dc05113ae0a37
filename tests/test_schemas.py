"""The published schemas and the reader hold to the same rules."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from build_scripts import markup
from build_scripts.errors import Faults
from build_scripts.export.schemas import files
from build_scripts.inputs import Inputs
from build_scripts.models import Config
from build_scripts.pipeline import Result
from build_scripts.read import actors, contacts, entries, events, front, load_guide, topics
from build_scripts.read import config as configuration
from build_scripts.read.front import Role, role_of
from build_scripts.read.pages import page_of
from build_scripts.read.records_yaml import load
from tests.read.corpus import BASE, cases

KINDS = {
    Role.ACTOR: "actor",
    Role.CONTACT: "contact",
    Role.TOPIC: "topic",
    Role.EVENT: "event",
    Role.NONE: "page",
}
PLAIN = (*front.COMMON, "id", "formerly", "reviewed", "source")
REFERENCES = (
    *("names", "is a member of itself", "has a page already", "leads from", "stands twice"),
    *("there is no file", "a second entry", "is that of", "an empty file", "the same bytes", "no article"),
    *("2023-02-29 is not a date", "unknown language tlh", "the tag", "unknown side c"),
    *("that no page shows", "not readable as YAML"),
)
"""What only the whole briefing can tell: other pages, files, the calendar, words; and what is no record."""


def schemas(tables: dict[str, str]) -> dict[str, Any]:
    found = {
        name.removeprefix("schemas/").removesuffix(".schema.json"): json.loads(text)
        for name, text in tables.items()
        if name.startswith("schemas/")
    }
    for schema in found.values():
        jsonschema.Draft7Validator.check_schema(schema)
    return found


@pytest.fixture(scope="module")
def published(result: Result) -> dict[str, Any]:
    return schemas(dict(result.tables))


@pytest.fixture(scope="module")
def invented() -> dict[str, Any]:
    """The schemas of a briefing whose sides are those of the cases."""
    sides = {"north": "Northland", "south": "Southland"}
    return schemas(dict(files(Config("", "mkdocs.yml", "Talks", sides=sides))))


def faults(schema: Any, value: Any) -> list[str]:
    return [error.message for error in jsonschema.Draft7Validator(schema).iter_errors(value)]


def as_an_editor_s_tool(source: str) -> Any:
    """YAML as such tools read it: numbers and booleans are such, dates are texts."""

    class Loader(yaml.SafeLoader):
        pass

    Loader.yaml_implicit_resolvers = {
        sign: [(tag, pattern) for tag, pattern in known if tag != "tag:yaml.org,2002:timestamp"]
        for sign, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    return yaml.load(source, Loader=Loader)


def test_every_page_of_the_briefing_validates_read_either_way(
    inputs: Inputs, published: dict[str, Any]
) -> None:
    roles = set()
    for page in inputs.pages:
        kind = KINDS[role_of(page)]
        roles.add(kind)
        start, end, _ = markup.front_matter(page.text)
        for value in (dict(page.front), as_an_editor_s_tool(page.text[start:end]) or {}):
            assert faults(published[kind], value) == [], page.path
    assert roles == set(KINDS.values())


def test_the_list_of_sources_and_the_configuration_validate(
    config: Config, published: dict[str, Any]
) -> None:
    root = Path(config.root)
    for name, file in (("sources", root / "seeds" / "sources.yml"), ("mkdocs", root / "mkdocs.yml")):
        text = file.read_text("utf-8")
        loaded = load(text, file.name, Faults(), within="extra.briefing" if name == "mkdocs" else "")
        assert loaded
        assert faults(published[name], loaded.value) == []
        assert faults(published[name], as_an_editor_s_tool(text)) == []


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        ("actor", actors.KEYS),
        ("contact", contacts.KEYS),
        ("topic", topics.KEYS),
        ("event", events.KEYS),
        ("page", PLAIN),
    ],
)
def test_a_schema_knows_the_keys_that_the_reader_knows(
    kind: str, keys: tuple[str, ...], published: dict[str, Any]
) -> None:
    assert set(published[kind]["properties"]) == set(keys)


def test_nested_keys_are_those_of_the_reader(published: dict[str, Any]) -> None:
    facet = published["event"]["properties"]["facets"]["items"]["properties"]
    assert set(facet) == set(events.FACET_KEYS)
    assert facet["having"]["enum"] == list(events.HAVING)
    assert set(published["contact"]["properties"]["contact"]["properties"]) == {*contacts.OVERRIDES, "why"}
    assert set(published["sources"]["items"]["properties"]) == set(entries.KEYS)
    briefing = published["mkdocs"]["properties"]["extra"]["properties"]["briefing"]
    assert set(briefing["properties"]) == set(configuration.KEYS)


def shaped(kind: str) -> list[Any]:
    """Cases that the reader refuses for their shape."""
    return [
        pytest.param(case, id=case["name"])
        for case in cases(kind)
        if "faults" in case
        and not all(any(words in fault for words in REFERENCES) for fault in case["faults"])
    ]


@pytest.mark.parametrize("case", shaped("records"))
def test_a_record_that_the_reader_refuses_for_its_shape_is_refused(
    case: dict[str, Any], invented: dict[str, Any]
) -> None:
    for path, text in case["files"].items():
        wrong = [fault for fault in case["faults"] if fault.startswith(f"{path}:")]
        if not all(any(words in fault for words in REFERENCES) for fault in wrong):
            assert refusals(path, text, invented), path


def refusals(path: str, text: str, known: dict[str, Any]) -> list[str]:
    page = page_of(text, path.removeprefix("docs/"), path, Faults())
    assert page
    return faults(known[KINDS[role_of(page)]], dict(page.front))


@pytest.mark.parametrize("case", shaped("sources"))
def test_an_entry_that_the_reader_refuses_for_its_shape_is_refused(
    case: dict[str, Any], invented: dict[str, Any]
) -> None:
    loaded = load(case["list"], "sources.yml", Faults())
    assert loaded
    assert faults(invented["sources"], loaded.value)


@pytest.mark.parametrize("case", shaped("config"))
def test_a_configuration_that_the_reader_refuses_for_its_shape_is_refused(
    case: dict[str, Any], invented: dict[str, Any]
) -> None:
    if "stands twice" in str(case["faults"]):
        return
    text = f"site_name: Talks\nextra:\n  briefing:\n    {case['briefing']}\n"
    assert faults(invented["mkdocs"], as_an_editor_s_tool(text))


def test_what_the_reader_takes_is_taken(invented: dict[str, Any]) -> None:
    taken = {**BASE}
    for case in (*cases("records"), *cases("sources")):
        if "expect" in case:
            taken.update({path: text for path, text in (case.get("files") or {}).items() if text})
            pages = {path: text for path, text in taken.items() if path.endswith(".md")}
            assert {
                path: found for path, text in pages.items() if (found := refusals(path, text, invented))
            } == {}
            taken = {**BASE}


def test_the_guide_s_settings_lead_every_page_to_its_schema(
    inputs: Inputs, published: dict[str, Any]
) -> None:
    section = load_guide("en").partition("## Complete and check")[2].partition("\n## ")[0]
    lists, pages = (json.loads(text) for text in re.findall(r"```json\n(.*?)```", section, re.DOTALL))
    named = {**lists["yaml.schemas"], **pages["plugins"][1][1]["schemas"]}
    assert {name.rpartition("/")[2].removesuffix(".schema.json") for name in named} == set(published)
    for page in inputs.pages:
        found = [
            name
            for name, patterns in pages["plugins"][1][1]["schemas"].items()
            if any(one.fullmatch(f"docs/{page.path}") for one in map(as_pattern, patterns))
        ]
        assert found == [f"docs/data/schemas/{KINDS[role_of(page)]}.schema.json"], page.path


def as_pattern(glob: str) -> re.Pattern[str]:
    """`*` and `!(a|b)` as the tool reads them."""
    plain = re.escape(glob).replace(r"\*", "[^/]*")
    return re.compile(
        re.sub(r"!\\\(([\w\\|]+)\\\)", lambda m: rf"(?!(?:{m[1]})\.)[^/]*".replace(r"\|", "|"), plain)
    )


def test_the_guide_s_templates_are_right(tmp_path: Path, invented: dict[str, Any]) -> None:
    """Each page template validates, under the path that stands above it."""
    templates = load_guide("en").partition("## Templates")[2].partition("\n## ")[0]
    found = re.findall(r"`(docs/[^`]+)`[^\n]*\n\n```markdown\n(.*?)```", templates, re.DOTALL)
    assert len(found) == 4
    for path, text in found:
        assert refusals(path, text, invented) == [], path
    (entry,) = re.findall(r"```yaml\n(- file.*?)```", templates, re.DOTALL)
    loaded = load(entry, "sources.yml", Faults())
    assert loaded
    assert faults(invented["sources"], loaded.value) == []
