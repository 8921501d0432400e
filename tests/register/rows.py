"""One good row of each kind, and the action that takes it."""

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from koinon.gazetteer.actions import add_places
from koinon.gazetteer.drafts import PlaceDraft, PlaceNameDraft
from koinon.gazetteer.models import Place, PlaceName
from koinon.history.drafts import Draft
from koinon.register import actions, models
from koinon.register import drafts as d
from koinon.rules.bound import Bound

IN_2015 = Bound.parse("2015")


def place(**changes: object) -> PlaceDraft:
    return PlaceDraft(**({"code": "bonn", "kind": "municipality"} | changes))  # type: ignore[arg-type]


def place_name(**changes: object) -> PlaceNameDraft:
    values = {"place": "koeln", "language": "fr", "name": "Cologne"}
    return PlaceNameDraft(**(values | changes))  # type: ignore[arg-type]


def source(**changes: object) -> d.SourceDraft:
    values = {"code": "paper", "title": "Paper", "type": "press", "publisher": "eccar"}
    return d.SourceDraft(**(values | changes))  # type: ignore[arg-type]


def organisation(**changes: object) -> d.OrganisationDraft:
    values = {"code": "jena", "kind": "municipality"}
    return d.OrganisationDraft(**(values | changes))  # type: ignore[arg-type]


def name(**changes: object) -> d.OrganisationNameDraft:
    values = {"organisation": "koeln", "language": "en", "name": "City of Cologne"}
    return d.OrganisationNameDraft(**(values | changes))  # type: ignore[arg-type]


def legal_person(**changes: object) -> d.LegalPersonDraft:
    values: dict[str, object] = {
        "organisation": "eccar",
        "name": "ECCAR",
        "valid_from": IN_2015,
        "source": "list",
    }
    return d.LegalPersonDraft(**(values | changes))  # type: ignore[arg-type]


def population(**changes: object) -> d.PopulationDraft:
    values: dict[str, object] = {"place": "koeln", "on": IN_2015, "value": 1_000, "source": "list"}
    return d.PopulationDraft(**(values | changes))  # type: ignore[arg-type]


def figure(**changes: object) -> d.FigureDraft:
    values: dict[str, object] = {
        "organisation": "eccar",
        "measure": "members",
        "value": Decimal(104),
        "dated": IN_2015,
        "source": "list",
    }
    return d.FigureDraft(**(values | changes))  # type: ignore[arg-type]


def body(**changes: object) -> d.BodyDraft:
    values: dict[str, object] = {"organisation": "uclg", "code": "forum", "names": {"en": "Forum"}}
    return d.BodyDraft(**(values | changes))  # type: ignore[arg-type]


def body_term(**changes: object) -> d.BodyTermDraft:
    values: dict[str, object] = {
        "organisation": "uclg",
        "body": "forum",
        "began": IN_2015,
        "source": "list",
    }
    return d.BodyTermDraft(**(values | changes))  # type: ignore[arg-type]


def post(**changes: object) -> d.PostDraft:
    values: dict[str, object] = {
        "organisation": "uclg",
        "code": "chair",
        "kind": "office",
        "names": {"en": "Chair"},
    }
    return d.PostDraft(**(values | changes))  # type: ignore[arg-type]


def person(**changes: object) -> d.PersonDraft:
    return d.PersonDraft(**({"code": "doe", "family_name": "Doe"} | changes))  # type: ignore[arg-type]


def bond(**changes: object) -> d.BondDraft:
    values = {"code": "bonn-uclg", "kind": "membership", "party": "bonn", "counterpart": "uclg"}
    return d.BondDraft(**(values | changes))  # type: ignore[arg-type]


def event(**changes: object) -> d.EventDraft:
    values: dict[str, object] = {
        "bond": "koeln-uclg",
        "number": 1,
        "code": "payment",
        "on": IN_2015,
    }
    return d.EventDraft(**(values | changes))  # type: ignore[arg-type]


def fee(**changes: object) -> d.TypedRuleDraft:
    values: dict[str, object] = {
        "network": "uclg",
        "number": 1,
        "kind": "fee",
        "amount": Decimal("1200.50"),
        "currency": "EUR",
        "period": "year",
        "valid_from": IN_2015,
    }
    return d.TypedRuleDraft(**(values | changes))  # type: ignore[arg-type]


def notice(**changes: object) -> d.TypedRuleDraft:
    no_fee = {"kind": "notice", "amount": None, "currency": "", "period": "", "notice": "6 months"}
    return fee(**(no_fee | changes))


class Action(NamedTuple):
    """An action with the argument it takes rows in, a good row, and where the row ends up."""

    run: Callable[..., None]
    argument: str
    make: Callable[..., Draft]
    model: type[object]
    name: str


ACTIONS = {
    "places": Action(add_places, "places", place, Place, "add-places"),
    "place names": Action(add_places, "names", place_name, PlaceName, "add-places"),
    "sources": Action(actions.add_sources, "sources", source, models.Source, "add-sources"),
    "organisations": Action(
        actions.add_organisations,
        "organisations",
        organisation,
        models.Organisation,
        "add-organisations",
    ),
    "names": Action(
        actions.add_organisations, "names", name, models.OrganisationName, "add-organisations"
    ),
    "legal persons": Action(
        actions.add_organisations,
        "legal_persons",
        legal_person,
        models.LegalPerson,
        "add-organisations",
    ),
    "populations": Action(
        actions.add_populations, "populations", population, models.Population, "add-populations"
    ),
    "figures": Action(actions.add_figures, "figures", figure, models.Figure, "add-figures"),
    "bodies": Action(actions.add_bodies, "bodies", body, models.Body, "add-bodies"),
    "terms": Action(actions.add_bodies, "terms", body_term, models.BodyTerm, "add-bodies"),
    "posts": Action(actions.add_posts, "posts", post, models.Post, "add-posts"),
    "people": Action(actions.add_people, "people", person, models.Person, "add-people"),
    "bonds": Action(actions.add_bonds, "bonds", bond, models.Bond, "add-bonds"),
    "events": Action(actions.add_events, "events", event, models.Event, "add-events"),
    "fees": Action(actions.type_rules, "rules", fee, models.TypedRule, "type-rules"),
    "notices": Action(actions.type_rules, "rules", notice, models.TypedRule, "type-rules"),
}


def tenure(**changes: object) -> d.TenureDraft:
    values = {
        "bond": "x",
        "post_organisation": "koeln",
        "post": "mayor",
        "person": "roters",
        "role": "deputy",
    }
    return d.TenureDraft(**(values | changes))  # type: ignore[arg-type]


def tenure_bond(code: str) -> d.BondDraft:
    return bond(code=code, kind="tenure", party="koeln", counterpart="koeln")
