PORT ?= 8000
PYTHON ?=
export PYTHON

.PHONY: install demo test check bench bench-site lock format

install:
	@sh scripts/install

demo: install
	@exec .venv/bin/koinon demo --port $(PORT)

test: install
	@.venv/bin/python -m tests.run

check: install
	@.venv/bin/python -m tests.check

bench: install
	@.venv/bin/python -m bench

bench-site: install
	@.venv/bin/python -m bench site

lock: install
	@sh scripts/lock

format: install
	@.venv/bin/ruff format .
	@.venv/bin/ruff check --fix .
