"""Export: the configuration in; a JSON Schema for each kind of front matter and list that people write out.

Editors' tools complete and check with them. The reader decides: tests hold both to the same keys and cases.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from build_scripts.export import schema_parts as part
from build_scripts.export.schema_parts import Schema
from build_scripts.models import ActorKind, Basis, Config, ContactKind, Status

FOLDER = "schemas"
OVERRIDES = ("date", "kind", "participants", "place", "status", "merge_into")
HAVING = ("date", "figure", "quotation", "actor")


def files(config: Config) -> Mapping[str, str]:
    """The text of each schema by its name in docs/data/."""
    found = {
        "actor": actor(config),
        "contact": contact(),
        "topic": topic(),
        "event": event(),
        "page": page(),
        "sources": sources(),
        "mkdocs": configuration(config),
    }
    return {f"{FOLDER}/{name}.schema.json": _written(name, schema) for name, schema in found.items()}


def _written(name: str, schema: Schema) -> str:
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": name}
    return json.dumps({**head, **schema}, ensure_ascii=False, indent=2) + "\n"


def _common() -> dict[str, Schema]:
    correction = part.mapping(
        "What was corrected.",
        {
            "date": part.day("The day of the correction: 2026-11-21"),
            "was": part.required("What it said"),
            "now": part.required("What it says"),
            "why": part.required("Why it was corrected"),
        },
        ("date", "was", "now", "why"),
    )
    return {
        "title": part.required("The page's title: A. Arden"),
        "description": part.text("One sentence for search results"),
        "hide": {"description": "Parts of the page that MkDocs leaves out"},
        "search": {"description": "How MkDocs' search treats the page"},
        "corrections": part.items("What was corrected on this page", correction),
        "id": part.text("The record's id, if it is not the file's name", part.IDENTIFIER),
        "formerly": part.texts("Ids that this page had before it was renamed"),
        "reviewed": {
            "description": "Somebody checked the page against the cited words",
            "anyOf": [
                part.day("The day of the check: 2026-11-21"),
                part.mapping(
                    "The day, and the code of the evidence that the page showed",
                    {
                        "date": part.day("The day of the check: 2026-11-21"),
                        "evidence": part.text("Eight letters and digits: 3f9a1c0e", "^[0-9a-f]{8}$"),
                    },
                    ("date",),
                ),
            ],
        },
    }


def actor(config: Config) -> Schema:
    """A person, an organisation or a state."""
    keys = {
        **_common(),
        "kind": part.choice("What it is", ActorKind),
        "side": part.choice("The side for which it acts", (*config.sides, None)),
        "member_of": part.texts("Ids of the groups to which it belongs"),
        "aliases": part.texts("Every other spelling of its name"),
        "titles": part.texts("Descriptions that name nobody else, such as an office"),
        "page": part.flag("false: no page of its own"),
        "merge_into": part.text("Id of the actor who this one is", part.IDENTIFIER),
        "why": part.text("Why the two are one; readers see it"),
    }
    return {
        **part.mapping("Front matter of an actor's page", keys, ("title", "kind")),
        "dependencies": {"merge_into": ["why"]},
    }


def contact() -> Schema:
    """What people decided about one contact; who overrides what the articles say gives a reason."""
    decided = {
        "date": part.date("When it was, in EDTF: 2026-03-14, 2026-03, 2026-03~"),
        "kind": part.choice("What it was", ContactKind),
        "participants": part.texts("Ids of the actors who took part"),
        "place": part.text("Where it was"),
        "status": part.choice("Whether it happened", Status),
        "merge_into": part.text("Id of the contact that this one is", part.IDENTIFIER),
        "why": part.text("Why this is right; readers see it"),
    }
    found = {
        "date": part.date("What the build found"),
        "participants": part.texts("Whom the build found"),
    }
    keys = {
        **_common(),
        **decided,
        "contact": {**part.mapping("All that people decided, together", decided), **_reasoned()},
        "anchors": part.citations("Words of its evidence, by which it is found again"),
        "found": part.mapping("What the build found first; it finds the contact again by it", found),
        "dismissed": part.required("Why it is no contact"),
        "added": part.flag("true: an editor added it; the build did not find it"),
    }
    outside = [{"not": {"required": ["contact", key]}} for key in (*OVERRIDES, "why")]
    added = {
        "if": {"properties": {"added": {"enum": [True, "true", "yes", "on"]}}, "required": ["added"]},
        "then": {
            "anyOf": [{"required": ["kind", "participants"]}, {"required": ["contact"]}],
        },
        "else": _reasoned(),
    }
    schema = part.mapping("Front matter of a contact's page", keys, ("title",))
    return {**schema, "allOf": [*outside, added]}


def _reasoned() -> Schema:
    overridden = {"anyOf": [{"required": [key]} for key in OVERRIDES]}
    return {"anyOf": [{"required": ["why"]}, {"not": overridden}]}


def topic() -> Schema:
    """A question, and the readings that editors chose."""
    keys_of_reading = {
        "cite": {**part.required("One citation", part.CITATION)},
        "value": part.text("Its value, so that values can be compared"),
    }
    citation = {"type": "string", "pattern": part.CITATION}
    reading = {"anyOf": [citation, part.mapping("A citation and its value", keys_of_reading, ("cite",))]}
    keys = {
        **_common(),
        "question": part.required("The question: When do the talks begin?"),
        "readings": {
            "description": "Citations, each alone or with its value",
            "anyOf": [{"type": "null"}, citation, {"type": "array", "items": reading}],
        },
        "dropped": part.citations("Citations of what does not belong here"),
        "merge_into": part.text("Id of the question that takes over its readings", part.IDENTIFIER),
        "why": part.text("Why it is part of that question; readers see it"),
    }
    schema = part.mapping("Front matter of a topic's page", keys, ("title", "question"))
    return {**schema, "anyOf": [{"required": ["why"]}, {"not": {"required": ["merge_into"]}}]}


def event() -> Schema:
    """The meeting that the briefing is about."""
    facet = part.mapping(
        "One question, and how the passages that answer it are found",
        {
            "id": {**part.required("Its name: heads", part.KEY), "not": {"enum": ["state", "scope"]}},
            "question": part.required("Who leads the delegations?"),
            "words": part.texts("Words that stand in the passages"),
            "actors": part.texts("Ids of actors who are named there"),
            "having": part.choice("A fact that stands there", HAVING),
            "without": part.texts("Words that do not stand there"),
        },
        ("id", "question"),
        anyOf=[{"required": [key]} for key in ("words", "actors", "having")],
    )
    keys = {
        **_common(),
        "kind": part.choice("What the page is", ["event"]),
        "date": part.date("When it was, in EDTF"),
        "place": part.text("Where it was"),
        "participants": part.texts("Ids of the actors who took part"),
        "contact": part.text("Id of the contact that carries it in the chronology"),
        "facets": part.items("Questions about it", facet),
    }
    return part.mapping("Front matter of an event's page", keys, ("title", "kind"))


def page() -> Schema:
    """A page that records nothing: of a source, an index, or of people's own."""
    common = _common()
    keys = {**common, "title": part.text("The page's title"), "source": part.text("Id of its source")}
    return part.mapping("Front matter of any other page", keys)


def sources() -> Schema:
    """seeds/sources.yml."""
    lineage = part.mapping(
        "What editors know of its text and others'",
        {
            "with": part.texts("Ids of sources that share its text"),
            "apart": part.texts("Ids of sources that do not, though it looks so"),
            "why": part.required("Why; readers see it"),
        },
        ("why",),
        anyOf=[{"required": ["with"]}, {"required": ["apart"]}],
    )
    withdrawn = part.mapping(
        "Since when its text is no longer published, and why",
        {"date": part.day("The day"), "why": part.required("Why; readers see it")},
        ("date", "why"),
    )
    address = r"^https?://\S+$"
    keys = {
        "file": part.required("The file beside this list: 000_name.txt"),
        "id": part.text("What citations call it", r"^(?!index$)[A-Za-z0-9][A-Za-z0-9._-]*$"),
        "label": part.text("What readers see; given once and never reused"),
        "title": part.text("Its headline"),
        "title_basis": part.choice(
            "How the headline is known", [Basis.STATED, Basis.LOOKED_UP, Basis.FROM_ADDRESS]
        ),
        "publisher": part.text("Who published it"),
        "published": part.date("When, in EDTF"),
        "published_basis": part.choice(
            "How the date is known", [Basis.STATED, Basis.LOOKED_UP, Basis.INFERRED]
        ),
        "url": part.text("Its address", address),
        "archived": part.text("The address of a stored copy", address),
        "genre": part.text("What kind of text it is"),
        "note": part.text("What a reader should know of it, and how it is known"),
        "language": part.text("Its language: en", r"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$"),
        "translation_of": part.text("Id of the source that it translates"),
        "show": part.choice("What of its text is published", ["cited", "full"]),
        "rights": part.text("What allows the whole text to be published"),
        "lineage": lineage,
        "withdrawn": withdrawn,
    }
    full = {
        "if": {"properties": {"show": {"const": "full"}}, "required": ["show"]},
        "then": {"required": ["rights"]},
    }
    entry = {
        **part.mapping("What is known of one article", keys, ("file",)),
        "dependencies": {"title_basis": ["title"], "published_basis": ["published"]},
        **full,
    }
    return {
        "description": "What is known of each article, and how",
        "type": ["array", "null"],
        "items": entry,
    }


def configuration(config: Config) -> Schema:
    """`extra.briefing` of mkdocs.yml; the rest of that file is MkDocs'."""
    sides = [*config.sides]
    side = {"type": "string", "pattern": part.KEY}
    keys = {
        "seeds": part.text("Folder of the articles", r"^(?!.*\.\.)[^/\\].*$"),
        "sides": {
            "description": "The sides, each with its name",
            "type": ["object", "null"],
            "propertyNames": {"pattern": part.KEY},
            "additionalProperties": part.required("The side's name"),
            "examples": [dict(config.sides)],
        },
        "contacts": {
            "description": "The two sides that a contact joins",
            "type": "array",
            "items": side,
            "minItems": 2,
            "maxItems": 2,
            "uniqueItems": True,
            "examples": [sides[:2]],
        },
        "home": {
            "description": "By side: names of places where being is contact with that side",
            "type": "object",
            "propertyNames": {"pattern": part.KEY},
            "additionalProperties": part.texts("Names of the place"),
        },
        "focus": part.texts("Ids of actors: the chronology's preset filter"),
        "loaded": part.texts("Words that stand only inside quotation marks with their source"),
        "not_names": part.texts("Words with capitals that name no actor, such as places"),
        "contact": part.text("Who answers for the briefing"),
        "drafts": part.choice("Whether pages that nobody has checked are shown", ["mark", "hold"]),
        "language": part.text("The language of articles and pages", r"^[a-z]{2,3}$"),
        "new_file": part.text("The code host's form for a new file, with {path} and {text}", "^https?://"),
        "propose": part.text("The workflow that proposes pages that nobody has committed", "^https?://"),
    }
    briefing = part.mapping("The briefing", keys)
    extra = {"type": "object", "properties": {"briefing": briefing}, "required": ["briefing"]}
    return {
        "description": "The briefing's part of mkdocs.yml",
        "type": "object",
        "properties": {"site_name": part.required("The name of the site"), "extra": extra},
        "required": ["site_name", "extra"],
    }
