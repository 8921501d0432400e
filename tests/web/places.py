"""The pages that tests look at: an address of each kind, below its language."""

from functools import cache
from typing import Any, cast

from django.http import HttpResponse
from django.test import Client

from tests.networks import NETWORKS
from tests.web.markup import Element, page

LANGUAGES = ("de", "en", "fr")

PAGES = {
    "home": "",
    "cities": "cities/",
    "networks": "networks/",
    "sources": "sources/",
    "check": "check/",
    "search": "search/?q=k%C3%B6ln",
    "nothing found": "search/?q=xyzzy",
    "search without words": "search/",
    "start": "start/",
    "start with several cities": "start/?q=burg",
    "start for a city that is not known": "start/?q=Musterstadt",
    "start with ties": "start/ties/koeln/",
    "city": "cities/koeln/",
    "city on a day": "cities/koeln/?on=2015-06-01",
    "city before all": "cities/koeln/?on=1950-01-01",
    "city without ties": "cities/mannheim/",
    "organisation": "organisations/deutscher-staedtetag/",
    "person": "people/juergen-roters/",
    "person on a day": "people/juergen-roters/?on=2015-06-01",
    "person without given name": "people/schuster-cemr/",
    "network without statute": "networks/committee-of-the-regions/",
    "changes": "changes/",
    "changes entered": "changes/?of=koeln&order=entered",
    "embed": "embed/",
    "languages": "languages/",
    "source": "sources/koeln-page/",
    "source of figures": "sources/lau-2020/",
    "sources of a kind": "sources/?q=k%C3%B6ln&type=press",
    "imprint": "imprint/",
    "privacy": "privacy/",
    "accessibility": "accessibility/",
    "easy language": "easy-language/",
    "imprint of no day": "imprint/?on=2015-06-01",
    "report": "accessibility/report/",
    "members": "networks/rainbow-cities/members/",
    "members on a day": "networks/rainbow-cities/members/?on=2015-06-01",
    "members of several kinds": "networks/eccar/members/?state=reported",
    "members whom nobody knows": "networks/rgre-ds/members/?name=xyzzy",
    "members of nothing": "networks/iccar/members/?on=1950-01-01",
    "fee": "networks/rainbow-cities/?population=300001",
    "fee with several answers": "networks/climate-alliance/?population=1087863",
    "fee unknown": "networks/uclg/?population=5000",
}
PAGES |= {f"network {code}": f"networks/{code}/" for code in NETWORKS}
PAGES |= {f"network {code} in 2015": f"networks/{code}/?on=2015-06-01" for code in NETWORKS}
COMPARED = {
    "body compared": "networks/cemr/bodies/policy-committee/?on=2026-11-22&with=2015-12-31",
    "holders compared": "networks/eccar/bodies/steering-committee/?with=2020-01-01",
}
PAGES |= COMPARED
BODIES = (
    "cemr/bodies/executive-bureau",
    "cemr/bodies/policy-committee",
    "committee-of-the-regions/bodies/plenary",
    "covenant-of-mayors/bodies/political-board",
    "eccar/bodies/steering-committee",
    "esn/bodies/council",
    "eurocities/bodies/shadow-commission",
    "eurocities/bodies/working-group",
    "iccar/bodies/steering-committee",
    "mayors-for-peace/bodies/executive-conference",
    "mayors-for-peace/bodies/general-conference",
    "rgre-ds/bodies/delegates-assembly",
    "rgre-ds/bodies/main-committee",
    "rgre-ds/bodies/presidium",
    "uclg/bodies/general-assembly",
    "uclg/bodies/presidency",
    "uclg/bodies/world-council",
)
PAGES |= {f"body {code}": f"networks/{code}/" for code in BODIES}
PAGES |= {f"body {code} in 2015": f"networks/{code}/?on=2015-06-01" for code in BODIES}


@cache
def answer(language: str, address: str) -> HttpResponse:
    """Ask for a page of the demonstration once for all tests; it is the same for each of them."""
    found: Any = Client().get(f"/{language}/{address}")
    return cast("HttpResponse", found)


@cache
def seen(language: str, address: str) -> Element:
    """Read a page of the demonstration."""
    return page(answer(language, address))
