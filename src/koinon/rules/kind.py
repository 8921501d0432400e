"""The kinds of organisation, place or person that rules speak of."""

from enum import StrEnum


class OrganisationKind(StrEnum):
    """What an organisation is by its nature; statutes name these codes."""

    MUNICIPALITY = "municipality"
    DISTRICT = "district"
    COUNTY = "county"
    JOINT_AUTHORITY = "joint-authority"
    REGION = "region"
    STATE = "state"
    MINISTRY = "ministry"
    ASSOCIATION = "association"
    NETWORK = "network"
    INTERNATIONAL_ORGANISATION = "international-organisation"
    NGO = "ngo"
    UNIVERSITY = "university"
    RESEARCH_BODY = "research-body"
    INSPECTORATE = "inspectorate"
    CHAMBER = "chamber"
    COMPANY = "company"
    INDIGENOUS_PEOPLES = "indigenous-peoples"
    PERSON = "person"


TERRITORIAL = frozenset(
    {
        OrganisationKind.MUNICIPALITY,
        OrganisationKind.DISTRICT,
        OrganisationKind.COUNTY,
        OrganisationKind.REGION,
        OrganisationKind.STATE,
    }
)
"""What has inhabitants of its own, never those of the whole country it lies in."""
