from django.apps import AppConfig


class RegisterConfig(AppConfig):
    name = "koinon.register"
    label = "register"
