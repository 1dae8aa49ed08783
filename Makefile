# Two commands matter: `make run` and `make test`. The rest serves those who build.
SHELL := /bin/bash
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
export PYTHONDONTWRITEBYTECODE ?=

.DEFAULT_GOAL := help
.PHONY: help run dev test test-fast test-browser check bench lighthouse lock catalogue clean

help:           ## Say what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## */\t/' | expand -t 16

$(VENV)/.run: requirements.txt
	@deploy/install.sh $(PYTHON) $(VENV) requirements.txt
	@touch $@

$(VENV)/.dev: requirements.txt requirements-dev.txt
	@deploy/install.sh $(PYTHON) $(VENV) requirements.txt requirements-dev.txt
	@touch $@ $(VENV)/.run

run: $(VENV)/.run   ## Install, prepare, load the demo world and serve (PORT, HOST)
	@exec $(BIN)/python -m config.launch

dev: $(VENV)/.dev   ## The same with reload on change and debug pages
	@exec $(BIN)/python -m config.launch --dev

test: $(VENV)/.dev   ## Every check and every test, on every database
	@exec deploy/test.sh all

test-fast: $(VENV)/.dev   ## The inner loop: everything without servers and browsers, on SQLite
	@exec deploy/test.sh fast

test-browser: $(VENV)/.dev   ## Only the journeys in Chromium
	@exec deploy/test.sh browser

check: $(VENV)/.dev   ## Every static check
	@exec deploy/check.sh

bench: $(VENV)/.dev   ## Measure, print a table, write var/bench.json
	@exec $(BIN)/python -m deploy.bench

lighthouse: $(VENV)/.dev   ## Let Lighthouse judge the main pages as on a phone (needs npm and chromium)
	@exec $(BIN)/python -m deploy.lighthouse

lock:           ## Compile the lock files from *.in
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-header --python-version 3.11 requirements.in -o requirements.txt
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-header --python-version 3.11 requirements-dev.in -o requirements-dev.txt

catalogue: $(VENV)/.dev   ## Collect new texts into locale/vi
	$(BIN)/python manage.py makemessages -l vi --no-wrap --no-location --ignore=.venv --ignore=var --ignore=tests

clean:          ## Remove what was built (the database and files under var/ as well)
	rm -rf var .venv .mypy_cache .ruff_cache .pytest_cache
