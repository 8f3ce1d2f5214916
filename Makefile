# Two commands do everything on a fresh machine: `make run` and `make test`. On Windows see README.md.

PYTHON ?= python3
PY := .venv/bin/python
DEMO := demo-workspace/demo.sqlite
JOBS ?= 2

.PHONY: run test test-long bench check environment catalogs screenshots clean

run: environment
	@mkdir -p demo-workspace
	@$(PY) main.py --workspace $(DEMO) sample
	@$(PY) main.py --workspace $(DEMO) pack shangdang-whu --language zh -o out/shangdang-whu/zh
	@$(PY) main.py --workspace $(DEMO) pack shangdang-whu --language en -o out/shangdang-whu/en
	@echo "签约文件已导出到 / The papers lie in: $(CURDIR)/out/shangdang-whu"
	@$(PY) main.py --workspace $(DEMO)

test: environment check
	$(PY) -m pytest -n $(JOBS) --dist worksteal --cov --cov-fail-under=95

# Everything but the tests: style, types, the layers, the catalogs.
check: environment
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	.venv/bin/lint-imports
	$(PY) tools/catalogs.py check

# The slow rest: hundreds of kills and generated papers, and the whole suite on the newest Qt.
test-long: environment
	$(PY) -m pytest -m long -n $(JOBS) --dist worksteal
	$(PYTHON) tools/environment.py --folder .venv-newest --qt newest
	.venv-newest/bin/python -m pytest -n $(JOBS) --dist worksteal tests/ui

bench: environment
	@$(PY) -c "import typst" 2>/dev/null || $(PY) -m pip install --quiet -e ".[bench]" -c constraints.txt
	$(PY) -m pytest -m bench tests/benchmarks --benchmark-columns=median,min,rounds -s

# Every room in both languages, both themes and two sizes, with a sample meeting and a huge one, to look at.
screenshots: environment
	QT_QPA_PLATFORM=offscreen $(PY) -m tests.ui.screenshots out/screenshots

catalogs: environment
	$(PY) tools/catalogs.py update

environment:
	@$(PYTHON) tools/environment.py

clean:
	rm -rf .venv .venv-newest out demo-workspace build .coverage .mypy_cache .ruff_cache .hypothesis
