from django.apps import AppConfig


class HistoryConfig(AppConfig):
    name = "koinon.history"
    label = "history"
