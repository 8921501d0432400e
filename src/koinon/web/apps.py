from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "koinon.web"
    label = "web"
