from django.apps import AppConfig


class GazetteerConfig(AppConfig):
    name = "koinon.gazetteer"
    label = "gazetteer"
