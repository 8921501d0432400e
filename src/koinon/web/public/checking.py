"""The page on which anybody holds a text against the register. Nothing of it is kept."""

from datetime import date
from typing import Any, cast

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from koinon.overview.checked.checking import LONGEST, check
from koinon.overview.checked.document import LARGEST, text_of
from koinon.rules.answer import Reason
from koinon.rules.bad_input import BadInput
from koinon.rules.claim.vocabulary import LANGUAGES
from koinon.web.day import ImpossibleDay
from koinon.web.language import language as spoken_here
from koinon.web.middleware import LONGEST_QUOTE, PageRequest
from koinon.web.pace import TOO_MANY, seconds_until_form
from koinon.web.public.marked import shown
from koinon.web.translated import day_sent, in_languages, is_translated

LARGEST_REQUEST = 2 * LARGEST + 100_000
"""A pasted text may take more bytes than characters; the form around it takes some, too."""

LETTERS_OF_A_FORM = 100_000
"""A longer text counts as several forms, since it takes longer to check."""

TOO_LARGE = 413
BAD_INPUT = 400
FORBIDDEN = 403


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def checking(request: HttpRequest) -> HttpResponse:
    """Show the form, or what became of the text that was sent."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if request.method == "POST" and (not length.isdigit() or int(length) > LARGEST_REQUEST):
        return _refused(request, _too_large(), TOO_LARGE)
    return _checked(request)


@csrf_protect
def _checked(request: HttpRequest) -> HttpResponse:
    page = cast("PageRequest", request)
    if request.method != "POST":
        return _shown(page)
    length = int(request.META.get("CONTENT_LENGTH") or 0)
    seconds = seconds_until_form(request, 1 + length // LETTERS_OF_A_FORM)
    typed = _typed(request)
    if seconds:
        reason = Reason("too-many.text", {"n": seconds})
        response = _refused(request, reason, TOO_MANY, typed=typed)
        response["Retry-After"] = str(seconds)
        return response
    language = typed["language"] if typed["language"] in LANGUAGES else ""
    try:
        page.on = _day_of(page)
        text = _text_sent(request)
        if is_translated(request) and not text.strip():
            return _shown(page, **typed)
        checked = check(text, page.on, language=language, otherwise=spoken_here())
    except BadInput as error:
        reason = Reason(error.code, error.params)
        return _refused(request, reason, BAD_INPUT, typed=typed)
    return _shown(page, result=shown(checked), checked=checked, **typed | {"text": text})


def _shown(request: HttpRequest, *, status: int = 200, **context: Any) -> HttpResponse:
    """Show the page; its form is taken along into another language."""
    shared = {
        "section": "check",
        "form_languages": in_languages("check", request),
        "longest": LONGEST,
    }
    return render(request, "web/pages/checking.html", shared | context, status=status)


def _day_of(request: PageRequest) -> date:
    """Take the day from the form; raises BadInput."""
    try:
        return day_sent(request)
    except ImpossibleDay as error:
        raise BadInput(code="check.refused.day", text=error.text[:LONGEST_QUOTE]) from error


def _text_sent(request: HttpRequest) -> str:
    """Take the text of the file, else what was pasted; raises BadInput."""
    sent = request.FILES.get("file")
    if isinstance(sent, UploadedFile):
        if sent.size is not None and sent.size > LARGEST:
            reason = _too_large()
            raise BadInput(code=reason.code, **reason.params)
        return text_of(sent.read(), sent.name or "")
    pasted = request.POST.get("text", "")
    return pasted.replace("\r\n", "\n").replace("\x00", "")


def _too_large() -> Reason:
    return Reason("check.refused.file-too-large", {"most": LARGEST // 1_000_000})


def _typed(request: HttpRequest) -> dict[str, Any]:
    """Keep what was typed, so that nobody has to paste it again."""
    typed = {name: request.POST.get(name, "") for name in ("text", "language")}
    return typed | {"language": request.POST.get("read-as") or typed["language"]}


def _refused(
    request: HttpRequest, error: Reason, status: int, *, typed: dict[str, str] | None = None
) -> HttpResponse:
    return _shown(request, status=status, error=error, **(typed or {}))


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's
    """Say that a form was sent without its key, as happens after a long while."""
    error = Reason("check.refused.form-expired")
    return _refused(request, error, FORBIDDEN, typed=_typed(request))
