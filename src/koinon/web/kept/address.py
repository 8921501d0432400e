"""The address of a page as it is kept: in one spelling, without what the page does not read."""

from collections.abc import Collection, Iterator
from urllib.parse import urlencode

from django.http import QueryDict

from koinon.web.middleware import PageRequest

MOST_VALUES = 20
LONGEST_VALUE = 500

NOT_SEARCHED_FOR = {"after"}
"""Parameters that lead through a list: with others, a search engine has no use for a page."""


def simplify(request: PageRequest, asks: Collection[str]) -> None:
    """Leave of a request's query what the page reads, in a fixed order and the shortest spelling.

    What follows reads the simplified query, so that nothing else can change the page.
    """
    query = urlencode(sorted(_pairs(request, {*asks, "on"})))
    request.META["QUERY_STRING"] = query
    request.GET = QueryDict(query, encoding=request.encoding)


def is_for_search_engines(request: PageRequest) -> bool:
    """Tell whether a search engine should list the address: not each day and each filter."""
    return not request.GET.keys() - NOT_SEARCHED_FOR


def _pairs(request: PageRequest, asks: Collection[str]) -> Iterator[tuple[str, str]]:
    for name in asks:
        if name == "on":
            if request.GET.get("on", "").strip():
                yield "on", request.on.isoformat()
            continue
        for value in request.GET.getlist(name)[-MOST_VALUES:]:
            # PostgreSQL knows no text with NUL in it.
            yield name, value.replace("\x00", "")[:LONGEST_VALUE]
