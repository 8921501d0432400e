"""Where addresses lead."""

from django.urls import include, path

urlpatterns = [path("", include("koinon.web.urls"))]
