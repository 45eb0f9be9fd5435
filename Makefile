# What a developer does with the assistant; plain `make` lists it. The work is in scripts/.
.DEFAULT_GOAL := help
SHELL := /bin/sh

# Any Python from 3.8 on begins; it then finds or brings those that the assistant needs. A name on PATH
# may exist and not run (pyenv's shims), so each is tried.
ifndef PYTHON
PYTHON := $(shell for python in python3 python /usr/bin/python3 /usr/local/bin/python3 "$$HOME"/.pyenv/versions/*/bin/python3; do \
	if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 8))' >/dev/null 2>&1; then \
	echo "$$python"; break; fi; done)
endif
NEEDS_PYTHON = @test -n '$(PYTHON)' || { echo 'Python 3.8 or later is needed to begin: install it, or name one with PYTHON=/path/to/python3.'; exit 1; }

.PHONY: help setup run train test lint format bench nlu-report ocpi-demo clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

run: ## set up what is missing, then run the assistant until Ctrl-C
	$(NEEDS_PYTHON)
	@exec '$(PYTHON)' -m scripts.run --with-parent

setup: ## make both Python environments, with the tools for tests
	$(NEEDS_PYTHON)
	@exec '$(PYTHON)' -m scripts.bootstrap --tests

train: setup ## train the model, unless one fits the present training data
	@exec '$(PYTHON)' -m scripts.train

test: ## set up what is missing, then run every check and test
	$(NEEDS_PYTHON)
	@exec '$(PYTHON)' -m scripts.check

lint: ## ruff, mypy and the import contracts
	$(NEEDS_PYTHON)
	@exec '$(PYTHON)' -m scripts.check --lint

format: setup ## put the code into its standard form
	@.venv/bin/ruff check --fix --exit-zero --quiet .
	@.venv/bin/ruff format .

bench: setup ## measure road and understanding beside others; ARGS="--quick" and more: docs/benchmarks.md
	@exec .venv/bin/python -m scripts.bench $(ARGS)

nlu-report: setup ## measure how well the model understands, and write the README's table
	@exec .venv/bin/python -m scripts.understanding

ocpi-demo: setup ## a made-up charging operator that sends live status, until Ctrl-C
	@exec .venv/bin/python -m scripts.ocpi_demo $(ARGS)

clean: ## remove models, caches and logs, not the data
	@rm -rf models .rasa var/log .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -not -path './.venv*' -prune -exec rm -rf {} +
