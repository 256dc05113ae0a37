"""Foundation: a briefing in, the same without the drafts that its configuration holds back out."""

from __future__ import annotations

from dataclasses import replace

from build_scripts.addresses import is_held
from build_scripts.models import Briefing, State


def published(briefing: Briefing) -> Briefing:
    """What pages, data, search and pictures may speak of: with `drafts: hold`, only what is reviewed.

    An actor whose page is held back stays: articles name it, and it is named without a link.
    """
    if briefing.config.drafts != "hold":
        return briefing
    records, findings, config = briefing.records, briefing.findings, briefing.config
    held = {contact.id for contact in findings.contacts if contact.state is State.DRAFTED}
    topics = tuple(topic for topic in records.topics if not is_held(topic.reviewed, config))
    asked = {topic.id for topic in topics}
    return replace(
        briefing,
        records=replace(
            records,
            actors=tuple(
                replace(actor, has_page=actor.has_page and not is_held(actor.reviewed, config))
                for actor in records.actors
            ),
            contacts=tuple(page for page in records.contacts if page.id not in held),
            topics=topics,
            events=tuple(event for event in records.events if not is_held(event.reviewed, config)),
        ),
        findings=replace(
            findings,
            contacts=tuple(
                replace(one, includes=tuple(each for each in one.includes if each not in held))
                for one in findings.contacts
                if one.id not in held
            ),
            readings={topic: found for topic, found in findings.readings.items() if topic in asked},
            differences=tuple(
                one if one.topic in asked else replace(one, topic="") for one in findings.differences
            ),
        ),
    )
