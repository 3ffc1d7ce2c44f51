# Milepost. `make up` and `make test` need nothing but Python 3.11 and this file.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
PACKAGES := api cli domain graph migrations workers
UV ?= python3 -m uv
COMPILE := $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header
ARGS ?=
MINUTES ?= 10

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore
unexport PYTHONDONTWRITEBYTECODE # what is started is started a hundred times, and compiled once

.PHONY: help up test check check-style check-types bench soak contracts interop lock
.DEFAULT_GOAL := help

help: ## List the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## /\1\t/' | expand -t 12

.venv/.installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Milepost needs Python 3.11 or newer: make PYTHON=/path/to/python3.11")'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes --no-deps -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

up: .venv/.installed ## Run everything here, with demo data, until Ctrl-C
	@MILEPOST_DEMO=$${MILEPOST_DEMO:-1} exec $(BIN)/milepost up

test: .venv/.installed ## Run the tests on real PostgreSQL and Valkey (ARGS="-k name")
	$(BIN)/pytest -n 3 --dist worksteal $(ARGS)

check: .venv/.installed ## Style, types, layers, generated files
	@$(MAKE) --no-print-directory -j 2 check-types check-style

check-types:
	$(BIN)/mypy --strict $(PACKAGES)
	$(BIN)/mypy --strict clients/python/src

check-style:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/python -m cli contracts --check
	$(BIN)/check-jsonschema --builtin-schema vendor.compose-spec docker-compose.yml
	@find $(PACKAGES) -name '*.py' -exec awk 'FNR == 401 { print FILENAME ": longer than 400 lines"; bad = 1 } END { exit bad }' {} +
	$(BIN)/milepost settings --markdown | diff docs/settings.md - || { echo "docs/settings.md is stale: make contracts"; exit 1; }

bench: .venv/.installed ## Measure, as ratios
	$(BIN)/python -m tests.bench $(ARGS)

soak: .venv/.installed ## The tests' promises at the sizes of the issues (MINUTES=10)
	$(BIN)/python -m tests.soak --minutes $(MINUTES) $(ARGS)

contracts: .venv/.installed ## Generate openapi/, docs/pictures/ and docs/settings.md
	$(BIN)/python -m cli contracts
	$(BIN)/milepost settings --markdown > docs/settings.md

interop: .venv/.installed ## Check the contracts with programs of others (needs Node)
	@if command -v node > /dev/null; then $(BIN)/python -m tests.interop $(ARGS); else echo "skipped: no node"; fi

lock: ## Pin what pyproject.toml asks for, keeping the pins there are (needs uv and a network)
	$(COMPILE) --extra local --extra dev pyproject.toml -o requirements.lock
	$(COMPILE) --constraint requirements.lock pyproject.toml -o requirements-production.lock
