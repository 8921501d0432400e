"""Where addresses lead: every page under its language, everything else without one."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

urlpatterns = i18n_patterns(
    path("", include("koinon.web.public.urls")),
    path("", include("koinon.web.desk.urls")),
)
