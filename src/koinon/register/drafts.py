"""Rows of the register as people write them: what actions take and bundles hold."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, override

from koinon.gazetteer.models import NameUse
from koinon.history.cells import (
    BadCell,
    Cell,
    Coded,
    Day,
    Exact,
    Flag,
    Ids,
    OneOf,
    OpenEnded,
    Refers,
    Rough,
    Whole,
    Words,
)
from koinon.history.drafts import Draft
from koinon.register.models import (
    Basis,
    BondKind,
    Post,
    PostKind,
    Qualifier,
    Role,
    SourceType,
    TypedRuleKind,
)
from koinon.rules.bound import Bound
from koinon.rules.duration import BadDuration, Duration
from koinon.rules.kind import OrganisationKind

Code = Annotated[str, Coded()]
Organisation = Annotated[str, Refers("register.Organisation")]
SourceCode = Annotated[str, Refers("register.Source")]
Start = Annotated[Bound, Rough("from")]
End = Annotated[Bound | None, OpenEnded()]
Number = Annotated[int, Whole()]


class SourceDraft(Draft, frozen=True, kw_only=True):
    code: Code
    title: str
    type: Annotated[str, OneOf(SourceType.values)]
    publisher: Organisation = ""
    publisher_name: str = ""
    url: str = ""
    dated: Annotated[Bound | None, Rough("dated")] = None
    read_on: Annotated[date | None, Day()] = None
    licence: str = ""


class OrganisationDraft(Draft, frozen=True, kw_only=True):
    code: Code
    kind: Annotated[str, OneOf([kind.value for kind in OrganisationKind])]
    place: Annotated[str, Refers("gazetteer.Place")] = ""
    founded: Annotated[Bound | None, Rough("founded")] = None
    source: SourceCode = ""


class OrganisationNameDraft(Draft, frozen=True, kw_only=True):
    organisation: Organisation
    language: Code
    name: str
    use: Annotated[str, OneOf(NameUse.values)] = NameUse.OFFICIAL.value

    @property
    @override
    def has_other_key(self) -> bool:
        return self.use != NameUse.ALIAS


class LegalPersonDraft(Draft, frozen=True, kw_only=True):
    organisation: Organisation
    name: str
    form: str = ""
    seat: str = ""
    valid_from: Start
    valid_until: End = None
    source: SourceCode

    @override
    def conflict(self) -> tuple[str, BadCell] | None:
        return impossible_period(self.valid_from, self.valid_until)


class PopulationDraft(Draft, frozen=True, kw_only=True):
    place: Annotated[str, Refers("gazetteer.Place")]
    on: Annotated[Bound, Rough("on")]
    value: Annotated[int, Whole(12)]
    source: SourceCode


class FigureDraft(Draft, frozen=True, kw_only=True):
    organisation: Organisation
    measure: Code
    value: Annotated[Decimal, Exact()]
    qualifier: Annotated[str, OneOf(Qualifier.values)] = Qualifier.EXACTLY.value
    basis: Annotated[str, OneOf(Basis.values)] = Basis.STATED.value
    dated: Annotated[Bound, Rough("dated")]
    source: SourceCode


class BodyDraft(Draft, frozen=True, kw_only=True):
    organisation: Organisation
    code: Code
    names: Annotated[dict[str, str], Words("name")]


class BodyTermDraft(Draft, frozen=True, kw_only=True):
    organisation: Organisation
    body: Code
    began: Annotated[Bound, Rough("began")]
    source: SourceCode


class PostDraft(Draft, frozen=True, kw_only=True):
    organisation: Organisation
    code: Code
    body: Annotated[str, Coded()] = ""
    kind: Annotated[str, OneOf(PostKind.values)]
    head_of_authority: Annotated[bool, Flag()] = False
    names: Annotated[dict[str, str], Words("name")]


class PersonDraft(Draft, frozen=True, kw_only=True):
    code: Code
    title: str = ""
    given_name: str = ""
    family_name: str


class BondDraft(Draft, frozen=True, kw_only=True):
    code: Code
    kind: Annotated[str, OneOf(BondKind.values)]
    strand: Annotated[str, Coded()] = ""
    party: Organisation
    counterpart: Organisation

    @override
    def conflict(self) -> tuple[str, BadCell] | None:
        if self.party == self.counterpart and self.kind != BondKind.TENURE:
            return "counterpart", BadCell("bundle.cell.two-sides")
        return None

    @property
    @override
    def has_other_key(self) -> bool:
        return self.kind != BondKind.TENURE


class PostOwner(Cell):
    """The organisation that a post belongs to: with the post's code it names the post."""

    @override
    def stored(self, name: str, draft: Any, ids: Ids) -> dict[str, Any]:
        return {}

    @override
    def paths(self, name: str) -> list[str]:
        return ["post__organisation__code"]


class PostOfOwner(Refers):
    """The code of a post of the organisation that stands beside it."""

    @override
    def wanted(self, name: str, draft: Any) -> str:
        return f"{draft.post_organisation}/{draft.post}"

    @override
    def look_up(self, wanted: set[str]) -> dict[str, int]:
        owners = {key.partition("/")[0] for key in wanted}
        posts = Post.objects.filter(organisation__code__in=owners)
        rows = posts.values_list("organisation__code", "code", "pk")
        return {f"{owner}/{code}": key for owner, code, key in rows}


class TenureDraft(Draft, frozen=True, kw_only=True):
    bond: Annotated[str, Refers("register.Bond")]
    post_organisation: Annotated[str, PostOwner()]
    post: Annotated[str, PostOfOwner("register.Post")]
    role: Annotated[str, OneOf(Role.values)]
    person: Annotated[str, Refers("register.Person")] = ""
    delegation: Annotated[str, Coded()] = ""
    sent_by: Organisation = ""
    rests_on: Annotated[str, Refers("register.Bond", back="bond__code")] = ""

    @override
    def conflict(self) -> tuple[str, BadCell] | None:
        if self.rests_on == self.bond:
            return "rests_on", BadCell("bundle.cell.rests-on-itself")
        return None


class Grade(Coded):
    """The kind of belonging that a statement gives; an empty cell says "not so"."""

    @override
    def stored(self, name: str, draft: Any, ids: Ids) -> dict[str, Any]:
        return {name: getattr(draft, name) or None}

    @override
    def taken(self, values: Sequence[Any]) -> Any:
        return values[0] or ""


class StatementDraft(Draft, frozen=True, kw_only=True):
    bond: Annotated[str, Refers("register.Bond")]
    number: Number
    said_by: Organisation = ""
    source: SourceCode = ""
    grade: Annotated[str, Grade()] = ""
    valid_from: Start
    valid_until: End = None
    stated_on: Annotated[date, Day()]
    note: Annotated[dict[str, str], Words("note")] = {}

    @override
    def conflict(self) -> tuple[str, BadCell] | None:
        if not self.said_by and not self.source:
            return "said_by", BadCell("bundle.cell.nobody-said")
        return impossible_period(self.valid_from, self.valid_until)


class EventDraft(Draft, frozen=True, kw_only=True):
    bond: Annotated[str, Refers("register.Bond")]
    number: Number
    code: Code
    on: Annotated[Bound, Rough("on")]
    valid_until: Annotated[Bound | None, Rough("until")] = None
    source: SourceCode = ""

    @override
    def conflict(self) -> tuple[str, BadCell] | None:
        return impossible_period(self.on, self.valid_until)


class TypedRuleDraft(Draft, frozen=True, kw_only=True):
    network: Organisation
    number: Number
    kind: Annotated[str, OneOf(TypedRuleKind.values)]
    amount: Annotated[Decimal | None, Exact(10, 2)] = None
    currency: str = ""
    period: str = ""
    notice: str = ""
    valid_from: Start
    valid_until: End = None
    source: SourceCode = ""

    @override
    def conflict(self) -> tuple[str, BadCell] | None:
        if self.kind == TypedRuleKind.FEE:
            return self._fee_conflict() or impossible_period(self.valid_from, self.valid_until)
        return self._notice_conflict() or impossible_period(self.valid_from, self.valid_until)

    def _fee_conflict(self) -> tuple[str, BadCell] | None:
        if self.amount is None or self.amount < 0:
            return "amount", BadCell("bundle.cell.fee-amount")
        if len(self.currency) != 3 or not self.currency.isupper():
            return "currency", BadCell("bundle.cell.currency")
        if not self.period:
            return "period", BadCell("bundle.cell.fee-period")
        return ("notice", BadCell("bundle.cell.not-for-fee")) if self.notice else None

    def _notice_conflict(self) -> tuple[str, BadCell] | None:
        try:
            Duration.parse(self.notice)
        except BadDuration:
            return "notice", BadCell("bundle.cell.duration", value=self.notice)
        if self.amount is not None or self.currency or self.period:
            return "amount", BadCell("bundle.cell.not-for-notice")
        return None


class SiteTextDraft(Draft, frozen=True, kw_only=True):
    code: Code
    language: Code
    valid_from: Annotated[date, Day()]
    valid_until: Annotated[date | None, Day()] = None
    written_on: Annotated[date, Day()]
    translates: Annotated[str, Coded()] = ""
    title: str
    body: str

    @override
    def conflict(self) -> tuple[str, BadCell] | None:
        if self.valid_until is not None and self.valid_until <= self.valid_from:
            return "until", BadCell("bundle.cell.no-day-between")
        if self.translates == self.language:
            return "translates", BadCell("bundle.cell.own-translation")
        return None


def impossible_period(start: Bound, end: Bound | None) -> tuple[str, BadCell] | None:
    """Find fault with a period in which no day can lie."""
    if end is not None and start.earliest >= end.latest:
        return "until", BadCell("bundle.cell.no-day-between")
    return None
