"""What others rely on in docs/data/: the keys of each file, of the lists within, and the lists of values."""

KEYS = {
    "sources": "id file sha256 title publisher published published_basis url lineage",
    "passages": "source id paragraph start end text counterparts",
    "actors": "id name kind side aliases spellings page",
    "dates": "source passage start end text edtf role",
    "figures": "source passage start end text low high operator unit counted speaker via",
    "quotations": "source passage start end text speaker via",
    "contacts": "id date kind status place participants evidence claims sources lineages origin state page",
    "lineages": "id sources shares",
    "differences": "id type topic verdict readings",
    "readings": "topic source passage quote value speaker via",
    "developments": "source editions others added confirmed same changed resumed dropped new_figures "
    "changed_figures differences",
}
NESTED = {
    ("passages", "counterparts"): "source passage score",
    ("contacts", "evidence"): "source passage quote date status",
    ("contacts", "claims"): "claim value sources witnesses",
    ("lineages", "shares"): "from to share",
    ("differences", "readings"): "source passage quote value",
}
VALUES = {
    ("dates", "role"): {"event", "report", "background"},
    ("contacts", "kind"): {"visit", "meeting", "call", "invitation", "statement", "conference"},
    ("contacts", "status"): {"happened", "planned", "cancelled", "denied"},
    ("contacts", "origin"): {"found", "editor"},
    ("contacts", "state"): {"drafted", "reviewed", "changed"},
    ("differences", "type"): {
        "number",
        "date",
        "name",
        "role",
        "quotation",
        "attribution",
        "status",
        "wording",
        "omission",
    },
    ("differences", "verdict"): {"compatible", "conflicting", "unsure"},
}
