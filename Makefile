# Two commands make everything: `make run` and `make test`. A second run installs nothing again.
# `make attack` runs the whole attack list, with the long ones that `make test` leaves out.
# `make install` is `make run` without the run: for a service.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
RUN := $(VENV)/.requirements
DEV := $(VENV)/.requirements-dev
EVAL ?= ../shared/eval
PAGES ?= $(EVAL)/../real
FEEDS ?= ../shared/feeds

.PHONY: run install test attack check format texts bench eval lock clean

run: $(RUN)
	@exec $(PY) -m bot

# Compiled once: a service may not write beside its program, and would compile it at every start of a process.
install: $(RUN)
	@$(PY) -m compileall -q bot summaries

# Four tests at once, also where there are two cores: they wait for a third of their time and more. Arguments go to
# pytest: `make test ARGS=tests/bot`. They start the bot hundreds of times, so it is compiled whatever is set.
test attack: export PYTHONDONTWRITEBYTECODE :=
test: $(DEV)
	$(PY) -m pytest -n 4 --dist worksteal $(ARGS)

attack: $(DEV)
	$(PY) -m pytest -n 4 --dist worksteal -m "attack or not attack" tests/attacks @tests/attacks/elsewhere.txt

check: $(DEV)
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(PY) -m bench.translations

format: $(DEV)
	$(VENV)/bin/ruff format .
	$(VENV)/bin/ruff check --fix .

# Every text of the bot's, for translators; and what they wrote, compiled.
texts: $(DEV)
	$(PY) -m bench.catalogue
	$(PY) -m bench.compiling

bench: $(DEV)
	@test -d $(EVAL) || echo "$(EVAL) is not there: measured on texts made out of those in seeds/"
	EVAL=$(EVAL) FEEDS=$(FEEDS) PAGES=$(PAGES) $(PY) -m bench $(SIZE)

eval: $(DEV)
	$(PY) -m bench.accuracy $(EVAL) $(SETS) --pages $(PAGES)

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed, this is " + sys.version.split()[0] + ": name another with make PYTHON=python3.12")'
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "The venv module is missing (on Debian: apt install python3-venv)" >&2; exit 1; }

$(RUN): requirements.lock | $(PY)
	@echo "Installing into $(VENV), once; this takes a minute or two."
	@$(PY) -m pip install -qq --disable-pip-version-check --require-hashes -r $<
	@touch $@

$(DEV): requirements-dev.lock | $(PY)
	@echo "Installing into $(VENV), once; this takes a minute or two."
	@$(PY) -m pip install -qq --disable-pip-version-check --require-hashes -r $<
	@touch $@

# Exact versions with their hashes, for every platform; no registry is named.
lock: | $(PY)
	$(PY) -m pip install --quiet uv
	$(VENV)/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header pyproject.toml -o requirements.lock
	$(VENV)/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --group dev pyproject.toml -c requirements.lock -o requirements-dev.lock

clean:
	rm -rf $(VENV) var build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
