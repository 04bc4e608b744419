"""Fixtures shared by all tests: the language pipeline is loaded once a session."""

import pytest

from variorum.annotation.nlp import Pipeline, load_pipeline


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    return load_pipeline()
