"""The functions of the package beside the command line."""

import pytest

from variorum.annotation import annotate
from variorum.pipeline import Models, compare
from variorum.records import Article

BODY = "The ferry Aldis sank off Brenk on Sunday. Forty-one people were on board, the coastguard said."


def test_a_report_with_many_headlines_is_read_once(bare_models: Models, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    plain = annotate.annotate_article

    def counting(article: Article, *args: object) -> object:
        read.append(article.text)
        return plain(article, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(annotate, "annotate_article", counting)
    heads = ("Ferry sinks off Brenk", "Aldis did not sink", "Ferry sinks off Brenk")
    together = list(compare([(str(n), head, BODY) for n, head in enumerate(heads)], models=bare_models))
    assert read == [heads[0], BODY, heads[1], heads[2]]
    alone = [found for n, head in enumerate(heads) for found in compare([(str(n), head, BODY)], models=bare_models)]
    assert together == alone


def test_a_text_beside_itself_is_read_for_both_sides(bare_models: Models) -> None:
    assert [found.judgement for _, found in compare([("1", BODY, BODY)], models=bare_models)] == ["agree"]
