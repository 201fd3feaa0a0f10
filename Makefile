# make run [PORT=8080] [DATA=var]   install what is needed, make the demo town once, serve it on 127.0.0.1
# make test [WORKERS=2]              everything: install, lint, all the tests, shared by so many processes
# make lint | format                only the checks of the code | bring it into form
# make planning                     only the script of the planning, with its own tests
# make bench | locales              the benchmarks | bring the translations up to date
# make buildout                     bin/instance and the other scripts, by buildout
# make clean                        remove what was installed and built (never DATA)

PORT ?= 8080
DATA ?= var
WORKERS ?= 2
export PORT DATA
# Tests that start servers and browsers of their own: they have the machine to themselves.
ALONE := tests/e2e tests/processes

SHELL := /bin/bash
BIN := .venv/bin
UV := $(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps
PURE := src/collective/rendezvous/scheduling src/collective/rendezvous/ledger
MARKUP := find src -name '*.zcml' -o -name '*.xml' -o -name '*.pt'
PYTHONS := python3.13 python3.12 python3.11 python3
FITS := import sys, ensurepip, venv; sys.exit(not (3, 11) <= sys.version_info < (3, 14))
PINS = awk -v part='[$(1)]' '/^\[/ { on = $$0 == part } on && $$2 == "=" { print $$1 "==" $$3 }' versions.cfg

NPM := frontend/npm
PLANNING := src/collective/rendezvous/browser/static/built/planning.js
define BUILD
[ -e $(PLANNING) ] || echo "Building the script of the planning"; \
$(MAKE) --silent $(PLANNING) >.venv/planning.log 2>&1 || \
    echo "The script of the planning cannot be built here (see .venv/planning.log): it works without."
endef

.PHONY: run test lint format planning bench locales buildout browser clean

run: .venv/installed
	@$(BUILD)
	@$(BIN)/rendezvous-serve --port "$$PORT" --data "$$DATA"

test: .venv/installed-tests browser lint
	@$(BUILD)
	@[ ! -e $(PLANNING) ] || $(NPM) test --silent
	$(BIN)/pytest --numprocesses $(WORKERS) --dist loadfile $(addprefix --ignore=,$(ALONE))
	$(BIN)/pytest $(ALONE)

lint: .venv/installed-tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy $(wildcard $(PURE))
	@echo "zpretty: ZCML, XML and templates"; $(MARKUP) | xargs $(BIN)/zpretty --check
	$(BIN)/python -m collective.rendezvous.locales --check
	@if [ -e frontend/node_modules/.installed ]; then echo "tsc: the script of the planning"; $(NPM) run --silent check; fi

format: .venv/installed-tests
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .
	$(MARKUP) | xargs $(BIN)/zpretty -i

planning: $(PLANNING)
	@$(NPM) test --silent

$(PLANNING): frontend/node_modules/.installed frontend/vite.config.mjs $(wildcard frontend/src/* frontend/licences/*)
	@$(NPM) run --silent build && touch $@

frontend/node_modules/.installed: frontend/package-lock.json versions.cfg | .venv/installed
	@$(NPM) --fits || { $(call PINS,node-versions) >.venv/node-versions.txt && $(UV) -r .venv/node-versions.txt; }
	@$(NPM) ci --silent --no-audit --no-fund --fetch-retries 1 && touch $@

bench: .venv/installed-tests
	$(BIN)/python benchmarks/run.py

locales: .venv/installed-tests
	$(BIN)/python -m collective.rendezvous.locales

buildout: .venv/installed-tests
	$(BIN)/buildout -N

.venv/installed: versions.cfg setup.py
	@python=$$(for each in $(PYTHONS); do $$each -c '$(FITS)' 2>/dev/null && { echo $$each; break; }; done); \
	if [ -z "$$python" ]; then \
	    echo "Missing: Python 3.11, 3.12 or 3.13 with its venv module (on Debian: apt install python3 python3-venv)."; \
	    exit 1; \
	fi; \
	$(BIN)/uv --version >/dev/null 2>&1 || { \
	    echo "Making .venv with $$($$python --version)"; \
	    $$python -m venv --clear .venv && \
	    $(BIN)/pip install --quiet --disable-pip-version-check "$$($(call PINS,versions) | grep '^uv==')"; \
	}
	@echo "Installing Plone and the add-on into .venv"
	@$(call PINS,versions) >.venv/versions.txt && $(UV) -r .venv/versions.txt
	@$(UV) --no-build-isolation --editable .
	@touch $@

.venv/installed-tests: .venv/installed
	@echo "Installing the tools of the tests into .venv"
	@$(call PINS,test-versions) >.venv/test-versions.txt && $(UV) -r .venv/test-versions.txt
	@touch $@

browser:
	@for each in chromium chromium-browser google-chrome; do command -v $$each >/dev/null && exit; done; \
	echo "Installing Chromium, which the tests drive"; \
	as_root=; [ "$$(id -u)" = 0 ] || as_root="sudo -n"; \
	{ $$as_root apt-get update && $$as_root apt-get install -y --no-install-recommends chromium fonts-dejavu-core; } >/dev/null 2>&1 || { \
	    echo "Missing: Chromium, and it cannot be installed from here (on Debian: apt install chromium)."; \
	    exit 1; \
	}

clean:
	rm -rf frontend/node_modules frontend/build $(dir $(PLANNING))
	rm -rf .venv bin build develop-eggs dist eggs parts .installed.cfg .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find src tests -name __pycache__ -o -name '*.egg-info' -o -name '*.mo' | xargs rm -rf
