# `make demo` shows what the program does; `make test` proves it; `make check` is the style gate.
# Everything a fresh Debian 12 lacks is installed by tools/need.sh: through apt when root, else it
# prints the one command to run, and stops.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CAMPAIGN := lao-dong-sang-tao-2012-2017

WHEEL_VENV := .venv-wheel
WHEEL_BIN := $(WHEEL_VENV)/bin

.PHONY: demo test test-fast coverage wheel check fuzz exact agreement kills bench clean

demo: $(VENV)/installed
	@sh tools/need.sh pdf
	@$(BIN)/baocao doctor
	@$(BIN)/baocao build $(CAMPAIGN)
	@echo
	@echo "Các văn bản Word (.docx) và PDF (.pdf) nằm trong thư mục: $(CURDIR)/out/$(CAMPAIGN)"

# The whole proof, of the wheel that is handed out and not of src/.
test: wheel .tools/installed
	@sh tools/need.sh pdf test
	$(WHEEL_BIN)/pytest -n 2 -q

# While you work: what needs no other program and no second, of src/, in less than a minute.
test-fast: $(VENV)/installed-dev
	$(BIN)/pytest -n 2 -q -m "not slow and not tools"

check: $(VENV)/installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Branch coverage of src/ by the fast tests, and the least that it may be (pyproject.toml). Tracing
# takes three quarters more time, so the slow ones, and those that hold time to a limit, run without.
coverage: $(VENV)/installed-dev
	$(BIN)/pytest -n 2 -q -m "not slow and not tools and not timed" --cov --cov-report=term -o filterwarnings=default

# All 20,000 hostile files; `make test` checks 600 of them.
fuzz: $(VENV)/installed-dev
	BAOCAO_FUZZ=20000 $(BIN)/pytest -n 2 -q tests/properties/test_hostile_files.py

# All 10,000 random forms against an independent evaluator; `make test` checks 500 of them.
exact: $(VENV)/installed-dev
	BAOCAO_EXACT=10000 $(BIN)/pytest -n 2 -q tests/properties/test_random_forms.py

# 300 slips in each kind of file, schema against check; `make test` tries 25 of each.
agreement: $(VENV)/installed-dev
	BAOCAO_AGREEMENT=300 $(BIN)/pytest -n 2 -q tests/properties/test_agreement.py

# Fifty kills in the middle of a batch; `make test` tries 6.
kills: $(VENV)/installed-dev
	BAOCAO_KILLS=50 $(BIN)/pytest -q tests/system/batch/test_kills.py

# N scales how much is made and timed; benchmarks/README.md quotes N=200.
N ?= 200
bench: $(VENV)/installed-dev .tools/bench/installed
	@sh tools/need.sh pdf
	$(BIN)/python benchmarks/run.py -n $(N)

$(VENV)/installed: pyproject.toml constraints.txt
	@sh tools/need.sh python
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

# The wheel in an environment of its own, built and installed anew at each call.
wheel: $(WHEEL_VENV)/installed
	rm -rf $(WHEEL_VENV)/dist
	$(WHEEL_BIN)/python -m hatchling build -t wheel -d $(WHEEL_VENV)/dist
	$(WHEEL_BIN)/pip install --quiet --disable-pip-version-check --no-deps --force-reinstall $(WHEEL_VENV)/dist/*.whl
	@$(WHEEL_BIN)/python -c "import baocao; assert 'site-packages' in baocao.__file__, baocao.__file__"

$(WHEEL_VENV)/installed: pyproject.toml constraints.txt
	@sh tools/need.sh python
	$(PYTHON) -m venv $(WHEEL_VENV)
	$(WHEEL_BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt '.[dev]'
	@touch $@

.tools/installed: tests/system/editor/package.json
	@sh tools/need.sh editor
	mkdir -p .tools
	cp tests/system/editor/package.json .tools
	npm install --silent --no-package-lock --no-audit --no-fund --prefix .tools
	@touch $@

.tools/bench/installed: benchmarks/package.json
	@sh tools/need.sh editor
	mkdir -p .tools/bench
	cp benchmarks/package.json .tools/bench
	npm install --silent --no-package-lock --no-audit --no-fund --prefix .tools/bench
	@touch $@

clean:
	rm -rf $(VENV) $(WHEEL_VENV) .tools out
