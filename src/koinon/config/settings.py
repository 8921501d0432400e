"""Settings of the site, read from the environment."""

import re
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.utils.csp import CSP
from django.utils.functional import SimpleLazyObject
from environs import Env, validate

from koinon.config.caches import bounded_memory
from koinon.config.database import database_from_address, sqlite_database
from koinon.config.languages import checked_languages
from koinon.config.secret import kept_secret
from koinon.wording.language import own_name

env = Env()
data_home = Path(env.str("XDG_DATA_HOME", "") or Path.home() / ".local" / "share")

KOINON_HOME = Path(env.str("KOINON_HOME", "") or data_home / "koinon").expanduser().absolute()
KOINON_STATUTES = (
    Path(env.str("KOINON_STATUTES")).absolute() if env.str("KOINON_STATUTES", "") else None
)

DEBUG = env.bool("KOINON_DEBUG", False)
KOINON_DEMO = env.bool("KOINON_DEMO", False)
ALLOWED_HOSTS = env.list("KOINON_ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
# Lazy, so that reading the settings writes no file.
SECRET_KEY = env.str("KOINON_SECRET_KEY", "") or SimpleLazyObject(
    lambda: kept_secret(KOINON_HOME / "secret-key")
)

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "django_htmx",
    "koinon.history",
    "koinon.gazetteer",
    "koinon.statutes",
    "koinon.register",
    "koinon.web",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "koinon.web.middleware.DayMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "koinon.web.context.site",
            ]
        },
    }
]
ROOT_URLCONF = "koinon.config.urls"
WSGI_APPLICATION = "koinon.config.wsgi.application"

KOINON_DATABASE = env.str("KOINON_DATABASE", "")
DATABASES = {
    "default": database_from_address(KOINON_DATABASE)
    if KOINON_DATABASE
    else sqlite_database(KOINON_HOME / "koinon.sqlite3")
}
KOINON_DAYS_PER_MINUTE = env.int("KOINON_DAYS_PER_MINUTE", 120, validate=validate.Range(min=0))
KOINON_FORMS_PER_MINUTE = env.int("KOINON_FORMS_PER_MINUTE", 120, validate=validate.Range(min=0))
KOINON_CLIENT_HEADER = env.str("KOINON_CLIENT_HEADER", "")
KOINON_PAGES_MB = env.int("KOINON_PAGES_MB", 64, validate=validate.Range(min=0))
# In the process's own memory: what is kept belongs to this build and ends with it.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
    "pages": bounded_memory("pages", entries=5000, megabytes=KOINON_PAGES_MB),
    "asked": bounded_memory("asked", entries=500, megabytes=KOINON_PAGES_MB / 4),
    "totals": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "totals",
        "OPTIONS": {"MAX_ENTRIES": 2000},
    },
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

KOINON_CONTACT = env.str("KOINON_CONTACT", "").strip()
if KOINON_CONTACT and not re.fullmatch(r"[^@\s,;?&]+@[^@\s,;?&]+", KOINON_CONTACT):
    raise ImproperlyConfigured("KOINON_CONTACT must be one mail address, such as office@city.eu.")

KOINON_EMBED_ORIGINS: list[str] = env.list("KOINON_EMBED_ORIGINS", [])
for origin in KOINON_EMBED_ORIGINS:
    if not re.fullmatch(r"https?://[\w.*-]+(:\d+)?", origin.strip()):
        raise ImproperlyConfigured(
            "KOINON_EMBED_ORIGINS must name origins such as https://www.city.eu, without a path."
        )

LANGUAGE_CODE = "de"
LANGUAGES = [(code, own_name(code)) for code in checked_languages()]
TIME_ZONE = "Europe/Berlin"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = KOINON_HOME / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "koinon.web.assets.Assets"
    },
}

# A text to be checked, or a pasted list, is read in memory and never written anywhere.
DATA_UPLOAD_MAX_MEMORY_SIZE = FILE_UPLOAD_MAX_MEMORY_SIZE = 11_000_000
CSRF_FAILURE_VIEW = "koinon.web.public.checking.form_expired"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"

SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "font-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}
X_FRAME_OPTIONS = "DENY"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"django": {"handlers": [], "level": "WARNING", "propagate": True}},
}
