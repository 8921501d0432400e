"""Which field of which part of a document points to what."""

from typing import NamedTuple

from koinon.rules import condition, rule
from koinon.rules.charter import forms as charter
from koinon.rules.completeness import forms as completeness
from koinon.rules.cycle import forms as cycle
from koinon.rules.eligibility import forms as eligibility
from koinon.rules.fee import forms as fee
from koinon.rules.procedure import forms as procedure
from koinon.rules.quota import forms as quota
from koinon.rules.representation import forms as representation
from koinon.rules.seats import forms as seats
from koinon.rules.target import forms as target
from koinon.rules.term import forms as term
from koinon.rules.vote import forms as vote
from koinon.rules.window import forms as window
from koinon.statutes import document


class Target(NamedTuple):
    """What a field names (as people call it), and the sets of codes it may come from."""

    noun: str
    spaces: tuple[str, ...]


NOUNS = {
    "source": "sources",
    "layer": "layers",
    "strand": "strands",
    "grade": "grades",
    "fund": "funds",
    "group": "groups",
    "body": "bodies",
    "post": "posts",
    "delegation": "delegations",
}
"""The tables of nouns by what they hold: each noun must be referred to by something."""

SOURCE = Target("source", ("source",))
LAYER = Target("layer", ("layer",))
STRAND = Target("strand", ("strand",))
GRADE = Target("grade", ("grade",))
BODY = Target("body", ("body",))
POST = Target("post", ("post",))
PLACE = Target("place", ("group", "country", "region"))
ACTOR = Target("actor", ("body", "post", "delegation", "grade", "actor", "abroad"))
SEATED = Target("seated", ("delegation", "grade", "post", "body", "country", "per", "abroad"))
SENDER = Target("seated", ("delegation", "grade", "body", "actor", "abroad"))
REPRESENTED = Target("represented", ("body", "post", "grade"))
TERMED = Target("termed", ("body", "post"))
CHARTER = Target("charter", ("charter",))
EVENT = Target("event", ("event", "step"))

TARGETS: dict[type, dict[str, Target]] = {
    rule.Rule: {"source": SOURCE, "also": SOURCE, "layer": LAYER},
    condition.Condition: {
        "kind": Target("kind", ("kind",)),
        "place": PLACE,
        "outside": PLACE,
        "grade": GRADE,
        "strand": STRAND,
        "paid": Target("paid", ("paid",)),
    },
    condition.Group: {"places": PLACE, "never": PLACE},
    document.Layer: {"source": SOURCE},
    document.Grade: {"strand": STRAND, "on_top_of": GRADE},
    document.Body: {"subset_of": BODY},
    document.Post: {"body": BODY, "sent_by": SENDER},
    document.LegalPerson: {"source": SOURCE, "also": SOURCE},
    document.Secretariat: {"source": SOURCE, "also": SOURCE},
    document.Nesting: {"source": SOURCE},
    document.Treaty: {"source": SOURCE, "also": SOURCE},
    document.Stated: {"source": SOURCE, "body": BODY},
    document.Gap: {"looked_in": SOURCE, "kind": Target("table", ("table",))},
    eligibility.Computed: {"grade": GRADE},
    eligibility.Declared: {"grade": GRADE, "judged_by": ACTOR},
    fee.Observation: {"source": SOURCE},
    fee.TwoFactor: {"set_by": ACTOR, "on_proposal_of": ACTOR, "countries": PLACE},
    fee.Flat: {"collected_by": ACTOR},
    fee.Share: {"of": Target("fee", ("fee",))},
    fee.Agreed: {
        "set_by": ACTOR,
        "on_proposal_of": ACTOR,
        "factors": Target("factor", ("factor",)),
    },
    procedure.Step: {"by": ACTOR, "to": ACTOR, "signed_by": ACTOR},
    procedure.Steps: {"strand": STRAND},
    procedure.Exit: {"strand": STRAND},
    procedure.Suspension: {
        "strand": STRAND,
        "decided_by": ACTOR,
        "until": Target("event", ("event", "step", "meeting")),
    },
    seats.SeatRule: {"body": BODY},
    seats.Brackets: {"named_by": ACTOR},
    seats.Fixed: {"per": SEATED},
    seats.EqualShares: {"among": SEATED},
    seats.Proportional: {"among": SEATED},
    seats.ExOfficio: {"posts": POST, "one_person_may_hold": POST},
    quota.QuotaRule: {"body": BODY},
    quota.Corrective: {"post": POST, "on_proposal_of": ACTOR},
    representation.Mandate: {"of": REPRESENTED},
    representation.Delegation: {
        "of": REPRESENTED,
        "rest_by": Target("rest-by", ("rest-by",)),
    },
    term.TermRule: {"of": TERMED},
    term.Rotation: {"among": SEATED},
    term.StandIn: {"acted_by": BODY},
    vote.VoteRule: {"body": BODY},
    vote.Caller: {"by": ACTOR},
    vote.Meeting: {"written_instead": ACTOR},
    charter.Version: {"strand": STRAND, "adopted_by": ACTOR, "replaces": CHARTER},
    cycle.CycleRule: {
        "to_body": BODY,
        "charter": CHARTER,
        "strand": STRAND,
        "if_missed": Target("suspension", ("suspension",)),
    },
    cycle.After: {"after": EVENT, "done_by": EVENT},
    cycle.AtMeeting: {"body": BODY},
    target.TargetRule: {"charter": CHARTER},
    target.Follows: {"follows": Target("followed", ("followed", "charter"))},
    completeness.AtLeast: {"charter": CHARTER},
    window.After: {"after": EVENT},
    window.Money: {"source": Target("fund", ("fund",))},
    window.Round: {"follows": Target("call", ("call",))},
}
