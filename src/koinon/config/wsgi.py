"""The entry point of WSGI servers."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "koinon.config.settings")

application = get_wsgi_application()

from koinon.overview.search import keep_names_ready  # noqa: E402 - the site had to be set up first

keep_names_ready()

# What has been imported stays: it need not be looked through again and again.
gc.collect()
gc.freeze()
gc.set_threshold(5_000, 20, 50)
