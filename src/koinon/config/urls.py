"""Where addresses lead: every page under its language, everything else without one."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from koinon.web.public.refusals import robots

urlpatterns = [
    path("robots.txt", robots),
    *i18n_patterns(
        path("", include("koinon.web.public.urls")),
        path("", include("koinon.web.desk.urls")),
    ),
]
handler400 = "koinon.web.public.refusals.bad_request"
handler404 = "koinon.web.public.refusals.not_found"
handler500 = "koinon.web.public.refusals.server_error"
