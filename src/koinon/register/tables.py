"""The tables of the register that drafts are added to, and by what their rows are known."""

from koinon.history.tables import Table
from koinon.register import drafts, models

SOURCES = Table(drafts.SourceDraft, models.Source, ("code",))
ORGANISATIONS = Table(drafts.OrganisationDraft, models.Organisation, ("code",))
ORGANISATION_NAMES = Table(
    drafts.OrganisationNameDraft,
    models.OrganisationName,
    ("organisation", "language", "name", "use"),
    ("organisation", "language", "use"),
)
LEGAL_PERSONS = Table(
    drafts.LegalPersonDraft, models.LegalPerson, ("organisation", "name", "valid_from")
)
POPULATIONS = Table(drafts.PopulationDraft, models.Population, ("place", "on", "source"))
FIGURES = Table(
    drafts.FigureDraft, models.Figure, ("organisation", "measure", "basis", "dated", "source")
)
BODIES = Table(drafts.BodyDraft, models.Body, ("organisation", "code"))
BODY_TERMS = Table(
    drafts.BodyTermDraft, models.BodyTerm, ("organisation", "body", "began", "source")
)
POSTS = Table(drafts.PostDraft, models.Post, ("organisation", "code"))
PEOPLE = Table(drafts.PersonDraft, models.Person, ("code",))
BONDS = Table(drafts.BondDraft, models.Bond, ("code",), ("party", "counterpart", "kind", "strand"))
TENURES = Table(drafts.TenureDraft, models.Tenure, ("bond",))
STATEMENTS = Table(drafts.StatementDraft, models.Statement, ("bond", "number"))
EVENTS = Table(drafts.EventDraft, models.Event, ("bond", "number"))
SITE_TEXTS = Table(drafts.SiteTextDraft, models.SiteText, ("code", "language", "valid_from"))
TYPED_RULES = Table(drafts.TypedRuleDraft, models.TypedRule, ("network", "number"))
