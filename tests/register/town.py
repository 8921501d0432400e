"""A small register: Cologne, two networks, two people, all through actions."""

from datetime import date
from decimal import Decimal

from koinon.gazetteer.actions import add_places
from koinon.gazetteer.drafts import PlaceDraft, PlaceNameDraft
from koinon.history.actor import Actor
from koinon.register.actions import (
    add_bodies,
    add_bonds,
    add_events,
    add_figures,
    add_organisations,
    add_people,
    add_populations,
    add_posts,
    state,
    type_rules,
    write_texts,
)
from koinon.register.drafts import (
    BodyDraft,
    BodyTermDraft,
    BondDraft,
    EventDraft,
    FigureDraft,
    LegalPersonDraft,
    OrganisationDraft,
    OrganisationNameDraft,
    PersonDraft,
    PopulationDraft,
    PostDraft,
    SiteTextDraft,
    SourceDraft,
    StatementDraft,
    TenureDraft,
    TypedRuleDraft,
)
from koinon.rules.bound import Bound

OPERATOR = Actor.operator("anna")
CITY = Actor.side("koeln", "amt-01")
NETWORK = Actor.side("eccar", "office")


def statement(number: int = 1, **changes: object) -> StatementDraft:
    """Make a statement of Cologne about its membership, with other words where given."""
    values: dict[str, object] = {
        "bond": "koeln-eccar",
        "number": number,
        "said_by": "koeln",
        "grade": "member",
        "valid_from": Bound(date(2010, 1, 1)),
        "stated_on": date(2020, 1, 1),
    }
    return StatementDraft(**(values | changes))  # type: ignore[arg-type]


def add_town() -> None:
    """Add places, sources and organisations."""
    add_places(
        places=[
            PlaceDraft(code="deutschland", kind="country", country="DE", nuts="DE"),
            PlaceDraft(
                code="koeln", kind="municipality", parent="deutschland", country="DE", nuts="DEA23"
            ),
        ],
        names=[PlaceNameDraft(place="koeln", language="en", name="Cologne")],
        by=OPERATOR,
    )
    add_organisations(
        organisations=[
            OrganisationDraft(code="koeln", kind="municipality", place="koeln"),
            OrganisationDraft(code="bonn", kind="municipality"),
            OrganisationDraft(code="eccar", kind="network", founded=Bound.parse("2004")),
            OrganisationDraft(code="uclg", kind="network", source="list"),
            OrganisationDraft(code="staedtetag", kind="association"),
        ],
        sources=[
            SourceDraft(code="city-page", title="Page", type="city-page", publisher="koeln"),
            SourceDraft(code="network-page", title="L", type="network-page", publisher="eccar"),
            SourceDraft(code="list", title="List", type="press", dated=Bound.parse("2015")),
        ],
        names=[OrganisationNameDraft(organisation="koeln", language="de", name="Stadt Köln")],
        legal_persons=[
            LegalPersonDraft(
                organisation="uclg", name="UCLG", valid_from=Bound.parse("2004"), source="list"
            )
        ],
        by=OPERATOR,
    )


def add_ties() -> None:
    """Add bonds, two posts and two people in them."""
    add_posts_and_people()
    add_all_bonds()


def add_posts_and_people() -> None:
    add_posts(
        posts=[
            PostDraft(
                organisation="koeln",
                code="mayor",
                kind="office",
                head_of_authority=True,
                names={"de": "Oberbürgermeister"},
            ),
            PostDraft(
                organisation="uclg", code="seat", body="council", kind="seat", names={"en": "Seat"}
            ),
        ],
        by=OPERATOR,
    )
    add_people(
        people=[
            PersonDraft(code="roters", given_name="Jürgen", family_name="Roters"),
            PersonDraft(code="reker", given_name="Henriette", family_name="Reker"),
        ],
        by=OPERATOR,
    )


def add_all_bonds() -> None:
    add_bonds(
        bonds=[
            BondDraft(code="koeln-eccar", kind="membership", party="koeln", counterpart="eccar"),
            BondDraft(code="bonn-eccar", kind="membership", party="bonn", counterpart="eccar"),
            BondDraft(code="koeln-uclg", kind="membership", party="koeln", counterpart="uclg"),
            BondDraft(code="roters-mayor", kind="tenure", party="koeln", counterpart="koeln"),
            BondDraft(code="reker-mayor", kind="tenure", party="koeln", counterpart="koeln"),
            BondDraft(code="roters-seat", kind="tenure", party="koeln", counterpart="uclg"),
        ],
        tenures=[
            TenureDraft(
                bond="roters-mayor",
                post_organisation="koeln",
                post="mayor",
                person="roters",
                role="holder",
            ),
            TenureDraft(
                bond="reker-mayor",
                post_organisation="koeln",
                post="mayor",
                person="reker",
                role="holder",
            ),
            TenureDraft(
                bond="roters-seat",
                post_organisation="uclg",
                post="seat",
                person="roters",
                role="member",
                delegation="germany",
                sent_by="staedtetag",
                rests_on="roters-mayor",
            ),
        ],
        by=OPERATOR,
    )


def fill() -> None:
    """Add one of everything."""
    add_town()
    add_ties()
    add_populations(
        populations=[
            PopulationDraft(place="koeln", on=Bound(date(2020, 12, 31)), value=1, source="list")
        ],
        by=OPERATOR,
    )
    add_figures(
        figures=[
            FigureDraft(
                organisation="eccar",
                measure="members",
                value=Decimal(104),
                dated=Bound.parse("2012"),
                source="list",
            )
        ],
        by=OPERATOR,
    )
    add_bodies(
        bodies=[BodyDraft(organisation="uclg", code="council", names={"en": "Council"})],
        terms=[
            BodyTermDraft(
                organisation="uclg", body="council", began=Bound.parse("2010"), source="list"
            )
        ],
        by=OPERATOR,
    )
    add_what_is_said()


def add_what_is_said() -> None:
    state(statements=[statement()], by=OPERATOR)
    add_events(
        events=[
            EventDraft(
                bond="koeln-eccar",
                number=1,
                code="signature",
                on=Bound(date(2010, 1, 1)),
                source="list",
            )
        ],
        by=OPERATOR,
    )
    type_rules(
        rules=[
            TypedRuleDraft(
                network="uclg",
                number=1,
                kind="fee",
                amount=Decimal(1200),
                currency="EUR",
                period="year",
                valid_from=Bound.parse("2020"),
            )
        ],
        by=OPERATOR,
    )
    write_texts(
        texts=[
            SiteTextDraft(
                code="imprint",
                language="en",
                valid_from=date(2020, 1, 1),
                written_on=date(2020, 1, 1),
                title="Imprint",
                body="Who runs this site.",
            )
        ],
        by=OPERATOR,
    )
