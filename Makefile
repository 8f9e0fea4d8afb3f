# Two commands do everything: `make chat` to try it, `make test` to check it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

PYTEST := $(BIN)/pytest --numprocesses auto --dist loadfile
# On which day and in which zone the tests of dates are run again; where there is no faketime, they are not.
LATER ?= +400d
ZONE ?= America/Los_Angeles
PARTS := lint types processes faults services $(if $(shell command -v faketime),dates) units

.PHONY: chat test lint types units processes faults services dates setup clean

chat: $(VENV)/.ready  ## set up, then chat in the terminal over the example corpus
	@$(BIN)/jianda chat

test: $(VENV)/.tested  ## set up, then all that is below, with the seconds of each
	@.ci/parts $(PARTS)
	$(if $(filter dates,$(PARTS)),,@echo 'dates: not run, faketime is not installed (apt-get install faketime)')

lint: $(VENV)/.tested
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.tested
	$(BIN)/mypy

units: $(VENV)/.tested  ## the tests that need nothing but Python
	$(PYTEST) -m 'not process and not fault and not service'

processes: $(VENV)/.tested  ## those that start the program
	$(PYTEST) -m process

faults: $(VENV)/.tested  ## those of what is hostile, broken or gone
	$(PYTEST) -m 'fault and not process and not service'

services: $(VENV)/.tested  ## those that need another program of the system
	$(PYTEST) -m 'service and not process'

dates: $(VENV)/.tested  ## those that reckon with dates, on another day and in another zone
	TZ=$(ZONE) faketime --exclude-monotonic -f '$(LATER)' $(PYTEST) -m 'dates and not process and not file_times'

setup: $(VENV)/.tested  ## set up for development

$(VENV)/.ready: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[pictures,web]'
	@touch $@

$(VENV)/.tested: $(VENV)/.ready
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

clean:  ## remove what the other commands made
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache jianda.db jianda.db.*
