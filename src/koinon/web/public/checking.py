"""The page on which anybody holds a text against the register. Nothing of it is kept."""

from typing import cast

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from koinon.overview.checked.checking import check
from koinon.overview.checked.document import LARGEST, text_of
from koinon.rules.answer import Reason
from koinon.rules.bad_input import BadInput
from koinon.rules.claim.vocabulary import LANGUAGES
from koinon.web.middleware import PageRequest
from koinon.web.public.marked import shown

LARGEST_REQUEST = 2 * LARGEST + 100_000
"""A pasted text may take more bytes than characters; the form around it takes some, too."""

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
    if request.method != "POST":
        return render(request, "web/pages/checking.html", {"section": "check"})
    language = request.POST.get("language", "")
    try:
        text = _text_sent(request)
        checked = check(
            text,
            cast("PageRequest", request).on,
            language=language if language in LANGUAGES else "",
        )
    except BadInput as error:
        reason = Reason(error.code, error.params)
        return _refused(request, reason, BAD_INPUT, typed=_typed(request))
    context = {"section": "check", "result": shown(checked), "checked": checked}
    return render(request, "web/pages/checking.html", context | _typed(request))


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


def _typed(request: HttpRequest) -> dict[str, str]:
    """Keep what was typed, so that nobody has to paste it again."""
    return {name: request.POST.get(name, "") for name in ("text", "language")}


def _refused(
    request: HttpRequest, error: Reason, status: int, *, typed: dict[str, str] | None = None
) -> HttpResponse:
    context = {"section": "check", "error": error, **(typed or {})}
    return render(request, "web/pages/checking.html", context, status=status)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's
    """Say that a form was sent without its key, as happens after a long while."""
    error = Reason("check.refused.form-expired")
    return _refused(request, error, FORBIDDEN, typed=_typed(request))
