# Everything that a person does here, in one place. `make` alone lists it.
SHELL := /bin/bash
PY := .venv/bin/python
SOURCES := ecosystem mapping tests manage.py

.DEFAULT_GOAL := help
.PHONY: help setup demo demo-reset test check fix bench vendor lock messages pictures

help:  ## This list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

setup: .venv/.ready  ## The Python environment, with locked requirements

.venv/.ready: requirements-dev.txt
	@test -x .venv/bin/python || python3 -m venv .venv
	@.venv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

demo: setup  ## Two invented coalitions on http://localhost:8000, with everything they need
	@exec $(PY) manage.py demo

demo-reset: setup  ## Throw the demo's data away; the next `make demo` begins anew
	@$(PY) manage.py demo --reset

test: setup  ## All tests (those with a browser only where Chromium is)
	@$(PY) -m pytest -n 2 --dist loadgroup tests

check: setup  ## What CI runs, in the same order
	@$(PY) -m ruff check $(SOURCES)
	@$(PY) -m ruff format --check $(SOURCES)
	@$(PY) -m mypy ecosystem mapping
	@.venv/bin/lint-imports
	@$(PY) manage.py makemigrations --check --dry-run
	@$(MAKE) --no-print-directory test

fix: setup  ## Put imports, formatting and templates in order
	@$(PY) -m ruff check --fix --quiet $(SOURCES); $(PY) -m ruff format --quiet $(SOURCES)
	@find templates -name '*.html' | xargs .venv/bin/djangofmt --quiet --profile django --line-length 140 || true
	@find templates -name '*.html' | xargs .venv/bin/djade --target-version 5.2 || true

bench: setup  ## Measure, print a table, and keep it in docs/benchmarks.md
	@$(PY) -m tests.bench

vendor: setup  ## Fetch other people's browser code from package-lock.json (needs node)
	@npm ci --ignore-scripts --silent && $(PY) -m ecosystem.ui.vendor

lock: setup  ## Lock the requirements anew, with hashes (installs uv)
	@.venv/bin/pip install --quiet uv
	@.venv/bin/uv pip compile --quiet --generate-hashes --universal --python-version 3.11 --no-header --no-annotate pyproject.toml -o requirements.txt
	@.venv/bin/uv pip compile --quiet --generate-hashes --universal --python-version 3.11 --no-header --no-annotate --group dev pyproject.toml -o requirements-dev.txt

messages: setup  ## Gather the words for translation and compile them
	@$(PY) -m ecosystem.content.messages

pictures: setup  ## Take the documentation's pictures anew (needs Chromium)
	@$(PY) -m pytest -q tests/browser --pictures
