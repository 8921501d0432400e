from django.apps import AppConfig


class StatutesConfig(AppConfig):
    name = "koinon.statutes"
    label = "statutes"
