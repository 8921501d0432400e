"""Changes as an Atom feed (RFC 4287)."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from django.http import HttpRequest
from django.urls import reverse

from koinon.overview.changes.change import Change
from koinon.overview.directory import page_kind
from koinon.overview.names import Named
from koinon.web.change_words import change_words
from koinon.wording.derivation import write_dated
from koinon.wording.language import pick
from koinon.wording.say import say

ATOM = "http://www.w3.org/2005/Atom"
XML = "http://www.w3.org/XML/1998/namespace"
NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""When a feed of a register into which nothing was ever entered was updated last."""

register_namespace("", ATOM)


class Feed(NamedTuple):
    """The changes of a feed, whose they are, when the last was entered, in which language."""

    changes: Sequence[Change]
    organisation: Named | None
    updated: datetime | None
    language: str


def feed_of(feed: Feed, request: HttpRequest) -> bytes:
    """Write a feed."""
    root = Element(f"{{{ATOM}}}feed", {f"{{{XML}}}lang": feed.language})
    own = feed.organisation.code if feed.organisation else ""
    query = f"?of={own}" if own else ""
    _text(root, "id", _identity("changes", feed.language, own))
    _text(root, "title", _title(feed))
    _text(root, "updated", _moment(feed.updated or NEVER))
    here, page = reverse("changes-feed"), reverse("changes")
    _link(root, "self", request.build_absolute_uri(f"{here}{query}"), "application/atom+xml")
    _link(root, "alternate", request.build_absolute_uri(f"{page}{query}"), "text/html")
    _text(SubElement(root, f"{{{ATOM}}}author"), "name", "Koinon")
    for change in feed.changes:
        _entry(root, change, feed.language, request)
    text: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return text


def _entry(root: Element, change: Change, language: str, request: HttpRequest) -> None:
    entry = SubElement(root, f"{{{ATOM}}}entry")
    _text(entry, "id", _identity("change", language, change.name))
    _text(entry, "title", change_words(change, language))
    _text(entry, "updated", _moment(change.entered_at))
    subject = change.party or change.network
    address = reverse(page_kind(subject.kind), args=[subject.code])
    day = f"?on={change.day.latest}" if change.day.latest.year >= 1900 else ""
    _link(entry, "alternate", request.build_absolute_uri(f"{address}{day}"), "text/html")
    SubElement(entry, f"{{{ATOM}}}category", {"term": change.what})
    _text(entry, "summary", _summary(change, language))


def _title(feed: Feed) -> str:
    title = say("changes.title", feed.language)
    if feed.organisation is None:
        return f"Koinon: {title}"
    return f"{pick(feed.organisation.names, feed.language)}: {title}"


def _summary(change: Change, language: str) -> str:
    sources = " · ".join(
        ", ".join(filter(None, (source.title, write_dated(source.dated, language))))
        for source in change.sources
    )
    return say("changes.summary", language, day=change.day, sources=sources)


def _identity(*parts: str) -> str:
    """Make an identity that stays the same wherever the site is."""
    return uuid5(NAMESPACE_URL, "koinon:" + "/".join(parts)).urn


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, f"{{{ATOM}}}{name}").text = text


def _link(parent: Element, rel: str, href: str, kind: str) -> None:
    SubElement(parent, f"{{{ATOM}}}link", {"rel": rel, "href": href, "type": kind})
