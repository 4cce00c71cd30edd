# Everything starts here; `make` alone says what there is.
# Needs Python 3.11 or newer, git and make; all else goes into .venv.

PYTHON ?= $(shell command -v python3 || command -v python || echo python3)
PY := .venv/bin/python
READY := .venv/.ready
DEMO := c1w2_logistic_regression c1w2_vectorization
LOWEST := .venv/lowest/bin/python
LEANEST := c0w1_arrays_and_tables c1w2_vectorization
# Older packages warn about each other, ours must only work with them. What an author
# builds (the same bytes, small figures) and a test for silence are left to the pins.
OLDER := -W ignore::DeprecationWarning -W ignore::PendingDeprecationWarning \
    --deselect helpers/tests/test_datasets.py::test_writing_twice_gives_the_same_bytes \
    --deselect helpers/tests/test_figures.py::test_build_is_the_same_twice_and_small \
    --deselect \
    helpers/tests/test_widgets.py::test_calls_leave_arrays_output_and_warnings_alone
# JupyterLab asks root, as in a container, to say that it is meant.
LABFLAGS ?= $(shell test "$$(id -u)" != 0 || echo --allow-root)

export OPENBLAS_NUM_THREADS := 1
export OMP_NUM_THREADS := 1
export MKL_NUM_THREADS := 1
export PYTHONUTF8 := 1
export PATH := $(CURDIR)/.venv/bin:$(PATH)
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help demo test lab check browser bench oracle lowest size

help:  ## show this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 16

demo: $(READY)  ## build, check and release; a simulated class is graded
	$(PY) -m autograder build $(DEMO)
	$(PY) -m autograder check $(DEMO)
	$(PY) -m autograder release $(DEMO)
	$(PY) -m autograder demo

test: $(READY)  ## all tests (no browser tests without Chromium); a floor for coverage
	$(PY) -m pytest -n 2 --cov --cov-report=

lab: $(READY)  ## open the released course in JupyterLab
	$(PY) -m jupyter lab $(LABFLAGS) release/

check: $(READY)  ## the quick lane: style, types, quick tests
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(PY) -m pytest -n 2 -m "not slow and not browser"

browser: $(READY)  ## the browser tests alone
	$(PY) -m pytest -m browser

bench: $(READY)  ## measure grading beside stock nbgrader (some minutes)
	$(PY) -m autograder.benchmarks

oracle: $(READY)  ## compare gradients with PyTorch (fetches it, large)
	$(PY) -m pip install --quiet -c constraints.txt -e ".[oracle]"
	$(PY) -m pytest -m oracle

lowest: $(READY)  ## tests at the lower bounds of pyproject.toml (own environment)
	@test -x $(LOWEST) || $(PYTHON) -m venv .venv/lowest
	$(PY) -m autograder.author.bounds > .venv/lowest/constraints.txt
	$(LOWEST) -m pip install --quiet -c .venv/lowest/constraints.txt \
	    -e ".[instructor,dev,cluster]"
	$(LOWEST) -m pytest -n 2 $(OLDER) -m "not browser" helpers \
	    autograder/tests/test_examine.py autograder/tests/test_gradebook.py
	$(LOWEST) -m autograder check --force $(LEANEST)

size:  ## written lines per folder, beside the last tag
	@$(PYTHON) -m autograder.author.size

# The stamp is newer than what it was made from, so set-up is done once.
$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	    echo "make: got $$($(PYTHON) --version 2>&1), expected Python 3.11 or" \
	    "newer. Call make PYTHON=/path/to/python3.11."; exit 1; }
	@test -x $(PY) || $(PYTHON) -m venv .venv
	$(PY) -m pip install --quiet -c constraints.txt -e ".[instructor,dev,cluster]"
	@touch $(READY)
