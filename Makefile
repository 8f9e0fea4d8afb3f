# Two commands do everything: `make chat` to try it, `make test` to check it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: chat test setup clean

chat: $(VENV)/.ready  ## set up, then chat in the terminal over the example corpus
	@$(BIN)/jianda chat

test: $(VENV)/.tested  ## set up, then lint, type-check and test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest --numprocesses auto --dist loadfile

setup: $(VENV)/.tested  ## set up for development

$(VENV)/.ready: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[pictures]'
	@touch $@

$(VENV)/.tested: $(VENV)/.ready
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

clean:  ## remove what the other commands made
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache jianda.db jianda.db.*
