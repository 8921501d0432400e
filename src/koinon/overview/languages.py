"""What is missing in which language, or older than its original."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec
from django.db.models import Count, Q, QuerySet

from koinon.gazetteer.models import NameUse
from koinon.overview.names import Named, named, names_of_organisations
from koinon.overview.statutes import network_names
from koinon.register.models import Body, Organisation, OrganisationName, Post, SiteText, Statement
from koinon.register.queries.statutes import library
from koinon.register.queries.texts import texts_on
from koinon.rules.rule import Text
from koinon.statutes.vocabulary import LANGUAGES as OF_DOCUMENTS
from koinon.wording.catalogue import sentence
from koinon.wording.coverage import coverage
from koinon.wording.language import Language, languages

MOST_SHOWN = 50
EVERY = "mul"
LEGAL_NAMES = "legal_person"
"""The part of a document in which names stand that nobody translates."""


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """Of so many texts of a kind, how many a language lacks and how many are older."""

    what: str
    total: int
    missing: int
    older: int = 0


class LanguageShares(msgspec.Struct, frozen=True):
    """What there is in a language, kind by kind."""

    language: str
    shares: tuple[Share, ...]


class StatuteLacking(msgspec.Struct, frozen=True):
    """How many words a network's statute lacks in a language."""

    network: str
    names: Text
    missing: int


class Lacking(msgspec.Struct, frozen=True, kw_only=True):
    """What a language lacks, as far as a page can show it: sentences as English says them."""

    sentences: tuple[str, ...]
    older_sentences: tuple[str, ...]
    texts: tuple[str, ...]
    older_texts: tuple[str, ...]
    organisations: tuple[Named, ...]
    statutes: tuple[StatuteLacking, ...]


class LanguagesPage(msgspec.Struct, frozen=True, kw_only=True):
    """All languages with their shares, and what the one of the page lacks."""

    languages: tuple[LanguageShares, ...]
    lacking: Lacking


def languages_on(language: str, day: date) -> LanguagesPage:
    """Compare the languages as of a day; seven queries, however much there is."""
    texts, documents = _site_texts(day), _documents()
    data = _names(), *_words(documents)
    shares = tuple(
        LanguageShares(
            code,
            (
                _sentences(code),
                _texts(texts, code),
                *(
                    Share(what=what, total=total, missing=lacks[code])
                    for what, total, lacks in data
                ),
            ),
        )
        for code in languages()
    )
    return LanguagesPage(languages=shares, lacking=_lacking(language, texts, documents))


type Texts = dict[str, dict[str, SiteText]]


def _site_texts(day: date) -> Texts:
    rows = SiteText.objects.filter(withdrawn_by=None, valid_from__lte=day).defer("body")
    by_code: dict[str, list[SiteText]] = {}
    for row in rows.order_by("code", "-valid_from"):
        by_code.setdefault(row.code, []).append(row)
    return {code: held for code, rows in by_code.items() if (held := texts_on(rows, day))}


def _sentences(code: str) -> Share:
    found = coverage(code)
    return Share(
        what="sentences", total=found.total, missing=len(found.missing), older=len(found.older)
    )


def _texts(texts: Texts, code: str) -> Share:
    lacking = _texts_lacking(texts, code)
    return Share(what="texts", total=len(texts), missing=len(lacking[0]), older=len(lacking[1]))


def _texts_lacking(texts: Texts, language: str) -> tuple[list[str], list[str]]:
    """List the texts that a language lacks, and those older than what they translate."""
    missing = [code for code, held in texts.items() if language not in held]
    older = [
        code
        for code, held in texts.items()
        if (own := held.get(language))
        and (original := held.get(own.translates))
        and original.written_on > own.written_on
    ]
    return missing, older


type Counted = tuple[str, int, dict[str, int]]
"""A kind of text, how many there are, and how many of them each language lacks."""


def _names() -> Counted:
    """Count the organisations that have a name, and those without one in each language."""
    having = {code: Count("organisation", _in(code), distinct=True) for code in languages()}
    rows = OrganisationName.objects.exclude(use=NameUse.ALIAS)
    found = rows.aggregate(total=Count("organisation", distinct=True), **having)
    total = found["total"]
    return "organisations", total, {code: total - found[code] for code in languages()}


def _in(code: str) -> Q:
    return Q(language__in=[code, EVERY])


type Documents = dict[str, list[Text]]
"""The words by language of each network's statute."""


def _words(documents: Documents) -> Iterator[Counted]:
    yield "posts", *_without(Post.objects.all(), "names")
    yield "bodies", *_without(Body.objects.all(), "names")
    noted = Statement.objects.filter(withdrawn_by=None, note__has_any_keys=[*languages(), EVERY])
    yield "notes", *_without(noted, "note")
    yield "statutes", *_of_statutes(documents)


def _without(rows: QuerySet[Any], field: str) -> tuple[int, dict[str, int]]:
    lacks = {
        code: Count("pk", ~Q(**{f"{field}__has_key": code}) & ~Q(**{f"{field}__has_key": EVERY}))
        for code in languages()
    }
    found = rows.aggregate(total=Count("pk"), **lacks)
    return found.pop("total"), found


def _of_statutes(documents: Documents) -> tuple[int, dict[str, int]]:
    """Count the words in statute documents, and those that a language lacks."""
    return sum(map(len, documents.values())), {
        code: sum(_lacks(text, code) for texts in documents.values() for text in texts)
        for code in languages()
    }


def _documents() -> Documents:
    at_hand = library()
    found = ((code, at_hand.statute(code)) for code in at_hand.codes())
    return {
        code: list(_texts_in(msgspec.to_builtins(statute, enc_hook=str))) for code, statute in found
    }


def _lacks(text: Text, code: str) -> bool:
    return code not in text and EVERY not in text


def _texts_in(value: Any) -> Iterator[Text]:
    """Find the words by language in a document, wherever they stand."""
    if isinstance(value, dict):
        if value and value.keys() <= OF_DOCUMENTS:
            yield value
        else:
            for key, item in value.items():
                if key != LEGAL_NAMES:
                    yield from _texts_in(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _texts_in(item)


def _lacking(language: str, texts: Texts, documents: Documents) -> Lacking:
    found = coverage(language)
    missing, older = _texts_lacking(texts, language)
    having = OrganisationName.objects.filter(_in(language)).exclude(use=NameUse.ALIAS)
    rows = list(
        Organisation.objects.exclude(pk__in=having.values("organisation"))
        .filter(names__isnull=False)
        .order_by("code")
        .distinct()
        .values_list("pk", "code", "kind")[:MOST_SHOWN]
    )
    names = names_of_organisations(row[0] for row in rows)
    return Lacking(
        sentences=_shown(found.missing),
        older_sentences=_shown(found.older),
        texts=tuple(missing),
        older_texts=tuple(older),
        organisations=tuple(named(*row, names) for row in rows),
        statutes=tuple(_statutes_lacking(language, documents)),
    )


def _statutes_lacking(language: str, documents: Documents) -> Iterator[StatuteLacking]:
    for code, texts in documents.items():
        missing = sum(_lacks(text, language) for text in texts)
        if missing:
            yield StatuteLacking(code, network_names(code), missing)


def _shown(codes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sentence(code, Language.ENGLISH, 2) for code in codes[:MOST_SHOWN])
