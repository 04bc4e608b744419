# Two commands that do all their own set-up, with nothing but Python 3.11 and make:
#   make demo   runs the main job on the example and says where the page is
#   make test   runs the whole test suite
# Each has its own virtual environment.

PYTHON ?= python3

.PHONY: demo test check clean

demo: .venv-demo/ready
	.venv-demo/bin/variorum dossier examples/marenz -o out/marenz --force
	@echo "Open out/marenz/index.html in a browser."

test: .venv-test/ready
	.venv-test/bin/python -m pytest

check: .venv-test/ready
	.venv-test/bin/ruff check .
	.venv-test/bin/ruff format --check .
	.venv-test/bin/mypy
	.venv-test/bin/python scripts/make_reference.py --check

.venv-demo/ready: pyproject.toml
	$(PYTHON) -m venv .venv-demo
	.venv-demo/bin/python -m pip install --quiet ".[en]"
	touch $@

.venv-test/ready: pyproject.toml
	$(PYTHON) -m venv .venv-test
	.venv-test/bin/python -m pip install --quiet -e ".[en,test]"
	touch $@

clean:
	rm -rf .venv-demo .venv-test out build dist
