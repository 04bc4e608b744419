"""Fixtures shared by all tests: the language pipeline is loaded once a session."""

import dataclasses

import pytest

from variorum.annotation.nlp import Pipeline, load_pipeline
from variorum.config import Config
from variorum.pipeline import Models


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    return load_pipeline()


@pytest.fixture(scope="session")
def bare_models(pipeline: Pipeline) -> Models:
    """The language pipeline and no other model."""
    names = {field.name: None for field in dataclasses.fields(Models)}
    return Models(**{**names, "pipeline": pipeline, "config": Config(encoder="")})  # type: ignore[arg-type]
