"""The records that the stages hand to one another: frozen, with the original words beside every value.

Offsets are Unicode code points of the source's text as read; ranges are half open.
Dates are EDTF (ISO 8601-2, levels 0 and 1), an empty string where nothing is known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

# ---- what people decide: configuration and records --------------------------------------------


@dataclass(frozen=True, slots=True)
class Navigation:
    """What stands under `nav` of mkdocs.yml: paths in docs/, and patterns of what needs no line there."""

    pages: tuple[str, ...]
    left_out: tuple[str, ...] = ()
    line: int = 0
    asks_for_all: bool = True
    """Every page is to have its line, or to be left out."""
    asks_for_each: bool = True
    """Every line is to have its page."""


@dataclass(frozen=True, slots=True)
class Config:
    """`extra.briefing` of mkdocs.yml, and the folders that it implies (as text, relative to `root`)."""

    root: str
    file: str
    site_name: str
    docs: str = "docs"
    site: str = "site"
    site_url: str = ""
    seeds: str = "seeds"
    sides: Mapping[str, str] = field(default_factory=dict)
    contacts: tuple[str, ...] = ()
    home: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    focus: tuple[str, ...] = ()
    loaded: tuple[str, ...] = ()
    not_names: tuple[str, ...] = ()
    """Words with a capital that name nobody: places, events, titles of books."""
    contact: str = ""
    drafts: str = "mark"
    language: str = "en"
    navigation: Navigation | None = None


class Basis(StrEnum):
    """How a fact about a source is known."""

    STATED = "stated"
    LOOKED_UP = "looked-up"
    FROM_ADDRESS = "from-address"
    INFERRED = "inferred"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    date: str
    why: str


@dataclass(frozen=True, slots=True)
class Source:
    """One article: its text as read, and its entry in sources.yml."""

    id: str
    file: str
    label: str
    text: str
    sha256: str
    title: str = ""
    title_basis: Basis = Basis.UNKNOWN
    publisher: str = ""
    published: str = ""
    published_basis: Basis = Basis.UNKNOWN
    published_reason: str = ""
    url: str = ""
    archived: str = ""
    genre: str = ""
    note: str = ""
    language: str = ""
    translation_of: str = ""
    show: str = "cited"
    rights: str = ""
    lineage_with: tuple[str, ...] = ()
    lineage_apart: tuple[str, ...] = ()
    lineage_why: str = ""
    withdrawn: Withdrawal | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """A page of docs/ as read: its path there (posix), its exact text, and its front matter.

    `lines` gives the 1-based line of each top-level key of the front matter.
    """

    path: str
    text: str
    front: Mapping[str, object]
    lines: Mapping[str, int]
    body: int
    """Offset at which the front matter ends and the body begins."""


class ActorKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"


class State(StrEnum):
    """How far a page has been checked by a person."""

    DRAFTED = "drafted"
    REVIEWED = "reviewed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Review:
    """`reviewed` in front matter: the day, and the code of the evidence that was checked."""

    date: str
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    date: str
    was: str
    now: str
    why: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Person, organisation or state: one page, one set of names, at most one side."""

    id: str
    name: str
    kind: ActorKind
    side: str
    page: str
    aliases: tuple[str, ...] = ()
    member_of: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    """Descriptions that name this actor wherever they stand, such as an office."""
    reviewed: Review | None = None
    has_page: bool = True
    merge_into: str = ""
    why: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Citation:
    """`[@source "words"]` or `[@source#passage]`, where it stands (offsets in the page's text)."""

    source: str
    passage: str
    words: str
    start: int = 0
    end: int = 0
    line: int = 0


@dataclass(frozen=True, slots=True)
class TopicReading:
    """A reading that an editor chose: a citation, and its value if one is given."""

    citation: Citation
    value: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """A question with a page."""

    id: str
    question: str
    page: str
    readings: tuple[TopicReading, ...] = ()
    dropped: tuple[Citation, ...] = ()
    reviewed: Review | None = None
    merge_into: str = ""
    """Id of the topic that takes over its readings."""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """One question of an event's page, and how the passages that answer it are found.

    A passage answers when it has all the words of one entry of `words` (word by word, in any order,
    compared by their first six letters), every actor of `actors` if there are any, a fact of the kind
    named by `having` (date, figure, quotation, actor) if given, and none of the words of `without`.
    """

    id: str
    question: str
    words: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    having: str = ""
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """The page of the meeting that the briefing is about."""

    id: str
    title: str
    page: str
    date: str
    place: str
    participants: tuple[str, ...] = ()
    facets: tuple[Facet, ...] = ()
    contact: str = ""
    """Id of the contact page that carries the event in the chronology."""
    reviewed: Review | None = None


@dataclass(frozen=True, slots=True)
class ContactPage:
    """A contact as its page records it: what people decided, and how to find it again."""

    id: str
    title: str
    page: str
    anchors: tuple[Citation, ...] = ()
    date: str = ""
    kind: str = ""
    participants: tuple[str, ...] = ()
    place: str = ""
    status: str = ""
    merge_into: str = ""
    why: str = ""
    dismissed: str = ""
    added: bool = False
    """An editor added this contact; the build did not have to find it."""
    reviewed: Review | None = None
    found_date: str = ""
    found_participants: tuple[str, ...] = ()
    cleared: tuple[str, ...] = ()
    """What the sources give and an editor took away, without putting anything in its place."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A path in docs/ at which a page once stood, and where it stands now."""

    old: str
    page: str
    line: int = 0
    is_stated: bool = True
    """Under `formerly`; else found, because the page's id is the name of another file."""


@dataclass(frozen=True, slots=True)
class Joined:
    """The page of an actor who is another one: what it says is theirs, and its address leads there."""

    id: str
    page: str
    into: str
    """Id of the actor who remains."""
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Records:
    """What the pages' front matter says, checked."""

    actors: tuple[Actor, ...] = ()
    contacts: tuple[ContactPage, ...] = ()
    topics: tuple[Topic, ...] = ()
    events: tuple[Event, ...] = ()
    corrections: tuple[tuple[str, Correction], ...] = ()
    """Pairs of page path and correction."""
    moved: tuple[Moved, ...] = ()
    joined: tuple[Joined, ...] = ()
    merged_topics: tuple[Topic, ...] = ()
    """Topics that are part of another: their addresses lead there."""


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The words of one language, a section for each kind of fact: data that editors may extend.

    Compared by identity, so that rules compiled from it can be cached.
    """

    language: str
    sections: Mapping[str, Mapping[str, Any]]

    def __getitem__(self, section: str) -> Mapping[str, Any]:
        return self.sections[section]


# ---- what the articles say: extraction --------------------------------------------------------


UNDETERMINED = "und"
"""The language (BCP 47) of an article whose entry states none, where it is plainly not the lexicon's."""

LONGEST_SENTENCE = 4000
"""Code points of the longest passage that is taken for one sentence."""


class PassageKind(StrEnum):
    SENTENCE = "sentence"
    HEADLINE = "headline"
    HEADING = "heading"
    BYLINE = "byline"
    DATELINE = "dateline"


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence (or headline, heading, byline, dateline) of a source."""

    source: str
    id: str
    paragraph: int
    """1-based."""
    number: int
    """1-based, within the source."""
    start: int
    end: int
    text: str
    kind: PassageKind = PassageKind.SENTENCE
    ref: Ref = field(init=False, repr=False, compare=False)
    """Kept, as it is asked for by the million."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "ref", Ref(self.source, self.id))


class Ref(NamedTuple):
    """A passage by source and id; stands in pages as `[@source#passage]`.

    No dataclass: comparing hashes and orders these by the million, which tuples do four times as fast.
    """

    source: str
    passage: str

    def __str__(self) -> str:
        return f"{self.source}#{self.passage}"


class How(StrEnum):
    """How words came to name an actor."""

    ALIAS = "alias"
    SHORT = "short"
    DESCRIPTION = "description"
    COLLECTIVE = "collective"
    PROPOSED = "proposed"


@dataclass(frozen=True, slots=True)
class Mention:
    """Exact words that name an actor, or a side as a whole (`actor` empty, `side` given)."""

    source: str
    passage: str
    start: int
    end: int
    text: str
    actor: str
    side: str
    how: How
    is_person: bool = False


class DateRole(StrEnum):
    EVENT = "event"
    REPORT = "report"
    BACKGROUND = "background"


@dataclass(frozen=True, slots=True)
class DateExpression:
    """Exact words that give a date; `edtf` is empty where they cannot be resolved."""

    source: str
    passage: str
    start: int
    end: int
    text: str
    edtf: str
    role: DateRole = DateRole.EVENT
    basis: str = "stated"
    """How it was resolved: stated, context, weekday, publication, tense …"""


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity: bounds (None where open), operator (=, >, <, >=, <=, ~, range), unit, what is counted."""

    source: str
    passage: str
    start: int
    end: int
    text: str
    low: float | None
    high: float | None
    operator: str
    unit: str
    counted: str
    speaker: str = ""
    via: str = ""


class QuotationKind(StrEnum):
    SPEECH = "speech"
    TERM = "term"
    """Quotation marks round a term, a title or a scare quote."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks (the marks are outside `start:end`), who says them, through whom."""

    source: str
    passage: str
    start: int
    end: int
    text: str
    speaker: str = ""
    via: str = ""
    kind: QuotationKind = QuotationKind.TERM


class ContactKind(StrEnum):
    VISIT = "visit"
    MEETING = "meeting"
    CALL = "call"
    INVITATION = "invitation"
    STATEMENT = "statement"
    CONFERENCE = "conference"


class Status(StrEnum):
    HAPPENED = "happened"
    PLANNED = "planned"
    CANCELLED = "cancelled"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Report:
    """One source's report of one contact, from one passage: what the next stage merges."""

    source: str
    passage: str
    start: int
    end: int
    quote: str
    """The words that carry it: `source.text[start:end]`."""
    date: str
    date_words: str
    kind: ContactKind
    status: Status
    participants: tuple[str, ...]
    """Actor ids, sorted."""
    sides: tuple[str, ...]
    """Sides that take part, by actor, as a whole, or by being the host at home; sorted."""
    place: str
    repeated: bool = False
    presence: bool = False
    """At the other side's home, no one of that side named."""
    credited: tuple[str, ...] = ()
    """Who is credited for it in the passage, outermost first (an agency, then its source)."""


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """Everything that was found in one source, in the order of the text."""

    source: Source
    passages: tuple[Passage, ...]
    mentions: tuple[Mention, ...] = ()
    dates: tuple[DateExpression, ...] = ()
    figures: tuple[Figure, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    reports: tuple[Report, ...] = ()
    unknown_names: tuple[UnknownName, ...] = ()
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """Exact words that stand beside a name and say what its bearer is (`the deputy chair of …`)."""

    source: str
    passage: str
    start: int
    end: int
    text: str
    actor: str


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name that no actor claims, offered to the editor."""

    source: str
    passage: str
    text: str
    count: int
    guess: str = ""
    """Actor id that it may be a spelling of."""
    kind: str = ""
    """Person, organisation or place, as far as the article shows it."""
    description: str = ""
    """The article's words for it, where it stands first with any: "the group's treasurer"."""


# ---- what they say together: comparison -------------------------------------------------------


class Match(StrEnum):
    FULL = "full"
    PARTIAL = "partial"
    REVIEW = "review"


class Alignment(NamedTuple):
    """Two passages of different sources that say the same; `left < right`.

    No dataclass: there are hundreds of them for each article, and a tuple is made in a third of the time.
    """

    left: Ref
    right: Ref
    score: float
    match: Match


@dataclass(frozen=True, slots=True)
class Share:
    """The share (0 to 1, by words) of one source's text that has a counterpart in another."""

    source: str
    other: str
    share: float


@dataclass(frozen=True, slots=True)
class Lineage:
    """Sources that rewrite one another, or one source alone."""

    id: str
    sources: tuple[str, ...]
    shares: tuple[Share, ...] = ()
    override: str = ""
    """An editor's reason for joining or parting sources, empty where the texts decide."""
    order: tuple[tuple[str, ...], ...] = ()
    """Its likely order by day of publication, sources of one day together; empty where dates do not tell."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One passage that carries a contact, with the words, date and status that it gives."""

    source: str
    passage: str
    start: int
    end: int
    quote: str
    date: str
    date_words: str
    status: Status
    vague: bool = False
    """Gives the contact less precisely (a wider span); linked, not counted for its date."""


class ClaimKind(StrEnum):
    HELD = "held"
    DATE = "date"
    PLACE = "place"
    PARTICIPANT = "participant"


@dataclass(frozen=True, slots=True)
class Credit:
    """Whom a source credits for a claim in one passage, outermost first: an agency, then whom it cites."""

    source: str
    passage: str
    chain: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable statement of ours, the sources that make it, and how many witnesses they are."""

    claim: ClaimKind
    value: str
    sources: tuple[str, ...]
    witnesses: int
    why: str
    """Why the sources count as that many witnesses, in one sentence."""
    words: str = ""
    """How many articles from how many texts, outlets and origins, as readers are told."""
    credits: tuple[Credit, ...] = ()
    """For each passage that makes it, on whose word; an empty chain where the article says it itself."""


@dataclass(frozen=True, slots=True)
class Contact:
    """One event between the two sides, with all its evidence."""

    id: str
    title: str
    date: str
    kind: ContactKind
    status: Status
    place: str
    participants: tuple[str, ...]
    sides: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    claims: tuple[Claim, ...]
    origin: str = "found"
    state: State = State.DRAFTED
    page: str = ""
    repeated: bool = False
    presence: bool = False
    found_date: str = ""
    """What the evidence gives, beside what a page may override it with; likewise the next four."""
    found_participants: tuple[str, ...] = ()
    found_status: str = ""
    found_kind: str = ""
    found_place: str = ""
    evidence_code: str = ""
    includes: tuple[str, ...] = ()
    """Ids of contacts that lie inside this less precise one."""

    @property
    def sources(self) -> tuple[str, ...]:
        return tuple(sorted({piece.source for piece in self.evidence}))


class DifferenceType(StrEnum):
    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    ROLE = "role"
    QUOTATION = "quotation"
    ATTRIBUTION = "attribution"
    STATUS = "status"
    WORDING = "wording"
    OMISSION = "omission"


class Verdict(StrEnum):
    COMPATIBLE = "compatible"
    CONFLICTING = "conflicting"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Reading:
    """What one source says on one question: its words, and the value if it can be normalised."""

    source: str
    passage: str
    start: int
    end: int
    quote: str
    value: str = ""
    speaker: str = ""
    via: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """Readings of the same thing that do not agree, and in what way."""

    id: str
    type: DifferenceType
    verdict: Verdict
    says: str
    """One sentence: what differs."""
    readings: tuple[Reading, ...]
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Revision:
    """A passage that stands in other words in an earlier source."""

    earlier: Ref
    later: Ref


@dataclass(frozen=True, slots=True)
class Turn:
    """A difference as the story moved: the last earlier reading, and the first new one of a source."""

    difference: str
    type: DifferenceType
    verdict: Verdict
    earlier: Reading
    later: Reading


@dataclass(frozen=True, slots=True)
class FigureChange:
    """Figures that stand for one another in aligned passages and do not agree."""

    earlier: Figure
    later: Figure


@dataclass(frozen=True, slots=True)
class Development:
    """What one source adds, changes and leaves out against the sources before it.

    Sources of its own lineage are told apart from all others: a different text that is silent on
    something drops nothing, so that passages are left out only against an edition of the same text.
    """

    source: str
    before: int
    """Sources before it in the order of publication."""
    editions: tuple[str, ...]
    """Earlier sources of its own lineage, in that order."""
    others: tuple[str, ...]
    """Earlier sources of other lineages that have one of its sentences, likewise."""
    added: tuple[Ref, ...] = ()
    """Passages without a counterpart in any earlier source of the lineage."""
    confirmed: tuple[Revision, ...] = ()
    """Passages with a counterpart in an earlier source of another lineage."""
    same: tuple[Ref, ...] = ()
    changed: tuple[Revision, ...] = ()
    resumed: tuple[Revision, ...] = ()
    """Passages that the edition before this one left out, and one before it has."""
    dropped: tuple[Ref, ...] = ()
    """Passages of the edition before this one that have no counterpart here."""
    new_figures: tuple[Figure, ...] = ()
    changed_figures: tuple[FigureChange, ...] = ()
    turns: tuple[Turn, ...] = ()
    claims: tuple[tuple[str, int], ...] = ()
    """Claims of contacts that an earlier source of another text makes: contact, place in its claims."""


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """Something that waits for a person; lower `rank` is more important."""

    rank: int
    what: str
    file: str
    line: int
    how: str


@dataclass(frozen=True, slots=True)
class Findings:
    """What the sources say together."""

    alignments: tuple[Alignment, ...] = ()
    lineages: tuple[Lineage, ...] = ()
    contacts: tuple[Contact, ...] = ()
    differences: tuple[Difference, ...] = ()
    readings: Mapping[str, tuple[Reading, ...]] = field(default_factory=dict)
    """By topic id, in order of publication."""
    review: tuple[ReviewRow, ...] = ()
    developments: tuple[Development, ...] = ()
    """One for each source, in order of publication."""
    credits: Mapping[Ref, tuple[str, ...]] = field(default_factory=dict)
    """Names of those on whose word a passage gives what it says, outermost first."""


@dataclass(frozen=True, slots=True)
class Briefing:
    """Everything a page may speak of."""

    config: Config
    sources: tuple[Source, ...]
    facts: tuple[SourceFacts, ...]
    records: Records
    findings: Findings
    shown: frozenset[Ref] = frozenset()
    """Passages whose text is published."""
    cited_by: Mapping[Ref, tuple[str, ...]] = field(default_factory=dict)
    """Pages (paths in docs/) that cite a passage."""
    withdrawn: tuple[Source, ...] = ()
    """Sources of which only a notice remains; no text, fact or count above comes from them."""
    guide: str = ""
    """What editors should know, as Markdown."""
    paths: frozenset[str] = frozenset()
    """The pages that there were before this build, by path in docs/."""


@dataclass(frozen=True, slots=True)
class PagePlan:
    """What the build wants of one page: its blocks in order, and the text to start from if it is new.

    `top` names the blocks that stand before the prose when they have to be added; the others are
    added at the end, in order.
    """

    path: str
    blocks: Mapping[str, str]
    draft: str
    """Front matter, and prose if any, of a page that does not exist yet; without blocks."""
    top: tuple[str, ...] = ("state",)
    stands: bool = False
    """The page is what it would become: it has neither blocks nor draft here."""
    rests_on: str = ""
    """Stands for all that it tells, where that is kept for the next run (`standing`)."""
