"""The addresses of the desk."""

from django.urls import path
from django.views.decorators.http import require_safe

from koinon.web.desk import agenda

urlpatterns = [path("desk/<slug:code>/", require_safe(agenda.agenda), name="desk")]
"""Only the demonstration shows a desk to everybody."""
