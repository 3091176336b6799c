# Two commands matter: `make run` and `make test`. Both set up everything they need in .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
UNLOCKED := .venv-unlocked

.PHONY: run test check bench lock picture clean

run: $(STAMP)
	$(BIN)/interview-tui start guides/problem-discovery.md --now

test: check $(UNLOCKED)/.checked
	$(BIN)/pytest -n auto

check: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(STAMP)
	$(BIN)/python -m benchmarks

picture: $(STAMP)
	$(BIN)/python -m benchmarks.picture docs/live.svg
	$(BIN)/python -m benchmarks.picture --review docs/review.svg

lock: $(STAMP)
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-emit-find-links --group dev pyproject.toml --output-file requirements-dev.txt

$(STAMP): pyproject.toml requirements-dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "interview-tui needs Python 3.11 or newer: try  make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) \
	  || { echo "Python's venv module is missing: on Debian and Ubuntu install it with  apt install python3-venv"; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

# The newest versions a user would get today must work too: installed unlocked, tried once.
$(UNLOCKED)/.checked: pyproject.toml $(shell find src guides -type f -name '*.py' -o -name '*.md' -o -name '*.tcss') | $(STAMP)
	$(PYTHON) -m venv --clear $(UNLOCKED)
	$(UNLOCKED)/bin/python -m pip install --quiet --disable-pip-version-check .
	INTERVIEW_TUI_COMMAND=$(CURDIR)/$(UNLOCKED)/bin/interview-tui $(BIN)/pytest --quiet tests/pty/test_installed.py
	@touch $@

clean:
	rm -rf $(VENV) $(UNLOCKED) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
