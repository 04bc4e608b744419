"""All errors of Variorum, one tree. A message says what, where and what to do next.

VariorumError
├── InputError        something given cannot be read or used
├── ConfigError       an option or setting is wrong
├── ModelMissing      a model file is not installed, or not the pinned one
├── OutputError       a result cannot be written where it was asked for
└── GoldError         evaluation input does not fit
"""


class VariorumError(Exception):
    """Base of all errors that Variorum raises on purpose."""


class InputError(VariorumError):
    """An input cannot be read or used; the message names it and says what to do."""


class ConfigError(VariorumError):
    """An option or setting is wrong."""


class ModelMissing(VariorumError):
    """A model is not installed or its file is not the pinned one."""


class OutputError(VariorumError):
    """A result cannot be written where it was asked for."""


class GoldError(VariorumError):
    """Evaluation input does not fit the task."""
