# Python 3.11 or newer with venv, and make, is all that is assumed.
#
#   make run      the bot, or without BOT_TOKEN the playground
#   make test     the whole suite          make lint     what has to be clean before a commit
#   make docs     docs/language.md, the README's table of commands, docs/export.schema.json
#   make install  .venv only               make lock     pin the dependencies again
#   make bench    the benchmarks (make bench NAME=search runs one)
#   make soak     reminders while processes are killed and sends fail; takes about ten minutes

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# from the lock: the build backend too, so that installing the project itself asks no registry
LOCKED := $(PIP) install --require-hashes --requirement
PROJECT := $(PIP) install --no-index --no-build-isolation --no-deps --editable .
PYTHONS := python3 python3.14 python3.13 python3.12 python3.11
FITS := import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --no-header $(if $(UPGRADE),--upgrade) pyproject.toml
WORKERS ?= auto

.PHONY: run install install-dev browser test lint lock bench soak screenshots docs release clean

install: .venv/.installed
install-dev: .venv/.installed-dev

.venv/.python:
	@if $(BIN)/python -c '$(FITS)' 2>/dev/null; then touch $@; exit 0; fi; \
	for python in $(PYTHONS); do \
	  $$python -c '$(FITS)' 2>/dev/null || continue; \
	  echo "Making .venv with $$($$python --version)"; \
	  $$python -m venv --clear .venv && touch $@ && exit 0; \
	done; \
	echo "Python 3.11 or newer with venv is needed (Debian: apt-get install python3-venv)" >&2; \
	exit 1

.venv/.installed: requirements.lock pyproject.toml | .venv/.python
	@echo "Installing the locked dependencies"
	@$(LOCKED) requirements.lock
	@$(PROJECT)
	@touch $@

.venv/.installed-dev: requirements-dev.lock .venv/.installed
	@echo "Installing the locked development dependencies"
	@$(LOCKED) requirements-dev.lock
	@touch $@

# A token in the environment or in .env makes it a real bot.
run: install
	@if [ -n "$$BOT_TOKEN" ] || grep -Eqs "^[[:space:]]*(export[[:space:]]+)?BOT_TOKEN[[:space:]]*=[[:space:]]*[\"']?[0-9]" .env; \
	then exec $(BIN)/dueto run; \
	else exec $(BIN)/dueto playground; fi

# Chromium and the library of its driver: from Debian as root or with sudo, else Playwright's own.
browser: install-dev
	@$(BIN)/python -m tests.support.chromium

# Without a browser the other tests still run; those of the browser fail.
test: install-dev
	@$(MAKE) --no-print-directory browser || true
	$(BIN)/python -m pytest --numprocesses $(WORKERS) --maxprocesses 4 $(ARGS)

lint: install-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

# looks whether all is as a release has to be, and tags it; nothing is pushed
release: install-dev
	@$(BIN)/python -m tests.release "$(VERSION)"

# UPGRADE=1 takes the newest versions; otherwise only what pyproject.toml asks for changes.
lock: install-dev
	$(COMPILE) --group build --output-file $(TO)requirements.lock
	$(COMPILE) --group build --extra sentry --constraint $(TO)requirements.lock --output-file $(TO)requirements-sentry.lock
	$(COMPILE) --group build --group dev --group bench --extra sentry --constraint $(TO)requirements.lock --output-file $(TO)requirements-dev.lock

# soaks are no benchmarks: they run for hours
BENCHES := $(filter-out soak isolation,$(basename $(notdir $(wildcard bench/[a-z]*.py))))
bench: install-dev
	@for name in $(or $(NAME),$(BENCHES)); do \
	  $(BIN)/python -m bench.$$name $(ARGS) || exit 1; \
	done

soak: install-dev
	$(BIN)/python -m bench.soak $(ARGS)

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# the pictures of the README, taken by the browser tests
screenshots: install-dev browser
	SCREENSHOTS=docs/screenshots $(BIN)/python -m pytest tests/browser $(ARGS)

# the page of what can be said, from the tested phrases; the README's commands, from the routes
docs: install-dev
	$(BIN)/python -m tests.bot.language.page
	$(BIN)/python -m tests.readme
	$(BIN)/python -m tests.schema
