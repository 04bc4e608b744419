"""Sentences that go on with what somebody said, on invented sentences."""

import pytest

from variorum.annotation.attributions.candidates import propose
from variorum.annotation.attributions.page import lay_out
from variorum.annotation.attributions.told_on import told_on


def found(pipeline, text):
    page = lay_out(pipeline.nlp(text))
    return [page.text(min(a.content), max(a.content) + 1) for a in told_on(page, propose(page)[0])]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The gate had been shut, the clerk said. The guards had left at noon.",
            ["The guards had left at noon."],
        ),
        (
            "The director of the mill, Nele Orr, said no worker had been hurt. The roof had come down on Sunday.",
            ["The roof had come down on Sunday."],
        ),
        (
            "The gate was open, the clerk said. The guards had left at noon.",
            ["The guards had left at noon."],
        ),
        (
            "“I saw the gate,” the clerk said. Not one guard had been at his post.",
            ["Not one guard had been at his post."],
        ),
        (
            "The letters were lost, the clerk said. The owner had not answered them.",
            ["The owner had not answered them."],
        ),
        (
            "The town is planning a bridge over the canal, an engineer said. It would cost six million crowns.",
            ["It would cost six million crowns."],
        ),
    ],
)
def test_the_past_perfect_goes_on_with_what_was_said(pipeline, text, told):
    assert found(pipeline, text) == told


@pytest.mark.parametrize(
    "text",
    [
        "The gate is shut, the clerk says. The guards had left at noon.",
        "The town is planning a bridge, an engineer said. The mayor would not comment.",
        "The town is planning a bridge, an engineer said. He would rise to be its mayor.",
        "The clerk said the gate had been shut. He had joined the mill as a boy.",
        "The clerk said the gate had been shut. The mill had burned down in 1987.",
        "The clerk said the gate had been shut. By noon the guards had left.",
        "The clerk said the gate had been shut. The guards left at noon.",
        "The clerk said the gate had been shut. Critics had said it was open.",
        "The clerk said the gate had been shut, the owner said it was open. The guards had left at noon.",
        "The clerk said the gate had been shut.\n\nThe guards had left at noon.",
        "The guards sang. The gate had been shut.",
    ],
)
def test_what_may_be_background_is_nobody_s(pipeline, text):
    assert found(pipeline, text) == []
