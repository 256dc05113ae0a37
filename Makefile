# Each target sets up what it needs, in .venv. `make` alone lists them.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CONFIG ?= mkdocs.yml
SECONDS ?= 600

.DEFAULT_GOAL := help
.PHONY: help site serve generate check test test-long coverage accuracy bench engines lighthouse fuzz mutate lint format lock clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

site: $(VENV)/.run ## Generate the pages, check them and build the site into site/
	$(BIN)/briefing build -f $(CONFIG)

serve: $(VENV)/.run ## Preview the site at http://127.0.0.1:8000 and rebuild on every save
	$(BIN)/briefing serve -f $(CONFIG)

generate: $(VENV)/.run ## Write the generated parts of the pages, without building the site
	$(BIN)/briefing generate -f $(CONFIG)

check: $(VENV)/.run ## Check pages, citations and configuration; write nothing
	$(BIN)/briefing check -f $(CONFIG)

test: $(VENV)/.dev ## Run the tests
	$(BIN)/python -m pytest

coverage: $(VENV)/.dev ## Run the tests and print which branches none of them takes
	$(BIN)/python -m coverage run -m pytest -q
	$(BIN)/python -m coverage report

accuracy: $(VENV)/.dev ## Print precision and recall against the gold files (TIMEML=folder: those dates)
	$(BIN)/python -m tests.accuracy $(if $(TIMEML),--timeml $(TIMEML))

test-long: $(VENV)/.dev ## 10,000 random edits, builds, crashes; ten minutes of editing under a preview, timed
	EDITING_RUNS=260 EDITING_STEPS=50 $(BIN)/python -m pytest -s tests/test_editing.py
	$(BIN)/python -m pytest -s -m long tests

bench: $(VENV)/.bench ## Measure time and memory at growing sizes (LONG=1: up to 20,000 articles)
	$(BIN)/python -m tests.bench $(if $(LONG),--long)
	$(BIN)/python -m tests.bench.rendering $(if $(LONG),--long)
	$(BIN)/python -m tests.bench.searching
	$(BIN)/python -m tests.bench.aligning

engines: $(VENV)/.engines ## Build the site with each engine (MkDocs, ProperDocs, Zensical) and compare
	$(BIN)/briefing generate -f $(CONFIG)
	$(BIN)/python -m tests.engines -f $(CONFIG)

lighthouse: $(VENV)/.dev ## Measure one page of each kind on a phone's profile (needs node, npm and Chromium)
	$(BIN)/python -m tests.lighthouse

fuzz: $(VENV)/.hostile ## Each parser for SECONDS=600, guided by coverage; what breaks one is kept in .cache/fuzz
	@for parser in articles pages blocks citations dates; do \
		$(BIN)/python -m tests.fuzz $$parser --seconds $(SECONDS) || exit 1; done

mutate: $(VENV)/.hostile ## Change blocks/, citations/ and escape.py in 2,000 small ways; refuse what no test notices
	rm -rf mutants
	$(BIN)/mutmut run
	$(BIN)/python -m tests.mutants

lint: $(VENV)/.dev ## Formatter, linter, types, layers, workflows
	$(BIN)/ruff format --check build_scripts tests
	$(BIN)/ruff check build_scripts tests
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/zizmor --offline --strict-collection --persona=auditor .github/workflows

format: $(VENV)/.dev ## Format the code
	$(BIN)/ruff format build_scripts tests
	$(BIN)/ruff check --fix build_scripts tests

lock: $(VENV)/.dev ## Pin the requirements anew, with hashes
	$(BIN)/uv pip compile --quiet --upgrade $(COMPILE) --output-file requirements.txt
	$(BIN)/uv pip compile --quiet --upgrade $(COMPILE) --extra dev --output-file requirements-dev.txt
	$(BIN)/uv pip compile --quiet --upgrade $(COMPILE) --extra dev --extra hostile --output-file requirements-hostile.txt
	$(BIN)/uv pip compile --quiet --upgrade $(COMPILE) --extra dev --extra engines --output-file requirements-engines.txt
	$(BIN)/uv pip compile --quiet --upgrade $(COMPILE) --extra dev --extra bench --output-file requirements-bench.txt

clean: ## Remove what the build made
	rm -rf site docs/data build mutants *.egg-info

QUIETLY := --quiet --disable-pip-version-check
# Built packages only: installing them runs nothing of theirs. Where there is none for a system: make WHEELS=
WHEELS := --only-binary :all:
COMPILE := pyproject.toml --generate-hashes --no-header --universal \
	--python-version 3.11 --group build

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed; name it with: make PYTHON=python3.12 …" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.run: $(VENV)/.python requirements.txt pyproject.toml
	$(BIN)/python -m pip install $(QUIETLY) --require-hashes $(WHEELS) -r requirements.txt
	$(BIN)/python -m pip install $(QUIETLY) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.txt
	$(BIN)/python -m pip install $(QUIETLY) --require-hashes $(WHEELS) -r requirements-dev.txt
	@touch $@

$(VENV)/.hostile: $(VENV)/.dev requirements-hostile.txt
	$(BIN)/python -m pip install $(QUIETLY) --require-hashes $(WHEELS) -r requirements-hostile.txt
	@touch $@

$(VENV)/.bench: $(VENV)/.dev requirements-bench.txt
	$(BIN)/python -m pip install $(QUIETLY) --require-hashes $(WHEELS) -r requirements-bench.txt
	@touch $@

$(VENV)/.engines: $(VENV)/.dev requirements-engines.txt
	$(BIN)/python -m pip install $(QUIETLY) --require-hashes $(WHEELS) -r requirements-engines.txt
	@touch $@
