"""Read: the page of a topic in; its question and the readings that editors chose out."""

from __future__ import annotations

from build_scripts.models import Page, Topic, TopicReading
from build_scripts.read.fields import Fields
from build_scripts.read.front import RECORD, citation_in, citations_of, record_id, review_of

KEYS = (*RECORD, "question", "readings", "dropped", "merge_into", "why")


def read_topic(page: Page, fields: Fields) -> Topic:
    """The topic that a page records."""
    fields.refuse_unknown(KEYS)
    fields.texts("formerly")
    fields.required("title", "title: When the talks begin")
    topic = Topic(
        id=record_id(page, fields),
        question=fields.required("question", "question: When do the talks begin?"),
        page=page.path,
        readings=_readings(fields),
        dropped=citations_of(fields, "dropped"),
        reviewed=review_of(fields),
        merge_into=fields.text("merge_into"),
        why=fields.text("why"),
    )
    if topic.merge_into and not topic.why:
        mend = "Add a line `why: …` that readers can follow."
        fields.fault("merge_into", "merge_into without why", mend)
    return topic


def _readings(fields: Fields) -> tuple[TopicReading, ...]:
    """A list of citations, each alone or as `cite` beside the `value` that it gives."""
    given = fields.values.get("readings", "")
    items = given if isinstance(given, list) else [given] if given else []
    found = []
    for at, item in enumerate(items):
        key = f"readings.{at}"
        if isinstance(item, str):
            reading = _reading(fields, item, fields.line(key), "")
        elif isinstance(item, dict):
            inner = Fields(item, fields.lines, fields.file, fields.faults, key)
            inner.refuse_unknown(("cite", "value"))
            inner.required("cite", """cite: '[@000 "exact words"]'""")
            reading = _reading(fields, inner.raw("cite"), inner.line("cite"), inner.text("value"))
        else:
            mend = """Write - '[@000 "exact words"]'"""
            fields.fault(key, "a reading that is not a citation", mend)
            continue
        found += [reading] if reading else []
    return tuple(found)


def _reading(fields: Fields, item: str, line: int, value: str) -> TopicReading | None:
    if not item.strip():
        return None
    citation = citation_in(fields, item, line)
    return TopicReading(citation, value) if citation else None
