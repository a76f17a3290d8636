# Every task of the project. `make help` lists them.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
PIP = .venv/bin/python -m pip --disable-pip-version-check --quiet
LOCK = .venv/bin/pip-compile --quiet --generate-hashes --no-emit-options --no-header --strip-extras --allow-unsafe
RUN = .venv/bin/python -m bot

.DEFAULT_GOAL := help
.PHONY: help venv run test check lint types content catalogs understanding extract graph bench lock wheel clean

help: ## list the tasks
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/\1|\2/' | awk -F'|' '{ printf "  make %-10s %s\n", $$1, $$2 }'

.venv/.run: requirements.lock requirements-build.lock pyproject.toml hatch_build.py
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Oponte needs Python 3.11 or newer. Install it, or name it: make PYTHON=/path/to/python3.11")'
	@test -x .venv/bin/python || $(PYTHON) -m venv .venv
	$(PIP) install --require-hashes -r requirements.lock -r requirements-build.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@.venv/bin/python -m bot ask hello >/dev/null  # fits the matcher once and keeps it in var/
	@touch $@

.venv/.dev: .venv/.run requirements-dev.lock
	$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

venv: .venv/.run ## set up .venv/ with everything that running needs

run: .venv/.run ## talk to the bot: in the browser, or on Telegram if BOT_TOKEN is set
	@if [ -n "$$BOT_TOKEN" ]; then $(RUN) db upgrade && exec $(RUN) run; else exec $(RUN) sandbox; fi

test: .venv/.dev ## run every test, each file in one of two processes
	.venv/bin/python -m pytest -n 2 --dist loadfile $(ARGS)

check: lint types content catalogs understanding ## lint, types, content, catalogs and understanding

lint: .venv/.dev ## lint and format, without changing anything
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .

types: .venv/.dev ## mypy in strict mode
	.venv/bin/mypy

content: .venv/.run ## check the data: gaps, parity, lengths, dates, wording; and that the drawing is current
	$(RUN) knowledge check
	$(RUN) knowledge draw --out docs --check

understanding: .venv/.run ## how well questions are understood, against the last accepted run
	$(RUN) evaluate --worst 0

catalogs: .venv/.run ## check the catalogs: nothing missing, nothing fuzzy, placeholders equal
	$(RUN) catalogs check

extract: .venv/.run ## bring locales/bot.pot and the catalogs up to date with the code
	$(RUN) catalogs extract

graph: .venv/.run ## draw the FAQ graph anew
	$(RUN) knowledge draw --out docs

bench: .venv/.dev ## benchmarks, side by side, as ratios
	.venv/bin/python -m tests.benchmarks.all

lock: .venv/.dev ## bring the lock files up to date with pyproject.toml
	$(LOCK) --upgrade --output-file requirements.lock pyproject.toml
	$(LOCK) --upgrade --constraint requirements.lock --output-file requirements-build.lock requirements-build.in
	$(LOCK) --upgrade --constraint requirements.lock --extra dev --output-file requirements-dev.lock pyproject.toml

wheel: .venv/.dev ## build the wheel into dist/
	.venv/bin/python -m build --wheel --no-isolation --outdir dist .

clean: ## remove what was made here, but not the database
	rm -rf .venv dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
