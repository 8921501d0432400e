"""The entry point of WSGI servers."""

import gc
import os
import sys

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "koinon.config.settings")

application = get_wsgi_application()

from koinon.overview.search import keep_names_ready  # noqa: E402 - the site had to be set up first

# Names are read beside the first answers, which ask the database many times: after each answer of
# it they would wait for five milliseconds until it is their turn.
sys.setswitchinterval(0.0005)
keep_names_ready()

# What has been imported stays: it need not be looked through again and again.
gc.collect()
gc.freeze()
gc.set_threshold(5_000, 20, 50)
