"""Logistic regression with a squared penalty, by Newton's method, for the scripts that fit weights."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np


def fit(matrix: np.ndarray, target: np.ndarray, penalty: np.ndarray, share: np.ndarray | None = None) -> np.ndarray:
    """Weights of the columns of ``matrix``, shape (rows, columns), that best tell the rows whose ``target`` is 1 from those
    with 0; ``penalty`` is one number a column, ``share`` how much each row counts (default: all alike)."""
    weights = np.zeros(matrix.shape[1])
    counts = np.ones(len(matrix)) if share is None else share
    for _ in range(50):
        p = 1 / (1 + np.exp(-np.clip(matrix @ weights, -30, 30)))
        gradient = matrix.T @ (counts * (p - target)) + penalty * weights
        hessian = (matrix * (counts * p * (1 - p))[:, None]).T @ matrix + np.diag(penalty + 1e-9)
        step = np.linalg.solve(hessian, gradient)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def standard(matrix: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Mean and deviation of each column; columns that never change keep a deviation of 1."""
    deviation = matrix.std(axis=0)
    return matrix.mean(axis=0), np.where(deviation > 0, deviation, 1.0)


def fit_standard(matrix: np.ndarray, target: np.ndarray, *, penalty: float, share: np.ndarray | None = None) -> np.ndarray:
    """The same with the penalty on standardised columns and none on the constant; weights for the columns as they are, then
    the constant."""
    mean, deviation = standard(matrix)
    rows = np.hstack([(matrix - mean) / deviation, np.ones((len(matrix), 1))])
    weights = fit(rows, target, np.array([penalty] * matrix.shape[1] + [0.0]), share)
    raw = weights[:-1] / deviation
    return np.append(raw, weights[-1] - raw @ mean)


def write_weights(path: Path, names: Sequence[str], weights: np.ndarray) -> None:
    """Writes the weights of the columns ``names`` and the constant behind them as the package reads them, three decimals."""
    found = {name: round(float(w), 3) for name, w in zip(names, weights[:-1], strict=True)}
    path.write_text(json.dumps({"bias": round(float(weights[-1]), 3), "weights": found}, indent=1) + "\n", encoding="utf-8")
