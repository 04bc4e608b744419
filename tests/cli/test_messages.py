"""What goes to stderr: progress only when it takes long, a bar only on a terminal."""

import io

import pytest

from variorum.cli import messages as module
from variorum.cli.messages import Messages
from variorum.reading import Problem


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every look at the clock is half a second after the last."""
    ticks = iter(range(10_000))
    monkeypatch.setattr(module, "monotonic", lambda: next(ticks) / 2)


@pytest.mark.usefixtures("seconds")
def test_a_terminal_gets_a_bar_that_is_wiped() -> None:
    screen = Screen()
    assert list(Messages(stream=screen).progress(range(8), "reading", total=8)) == list(range(8))
    assert "reading [" in screen.getvalue() and screen.getvalue().endswith("\r\x1b[K")


@pytest.mark.usefixtures("seconds")
def test_a_file_gets_a_plain_line_now_and_then() -> None:
    stream = io.StringIO()
    list(Messages(stream=stream).progress(range(60), "reading"))
    assert 2 <= len(stream.getvalue().splitlines()) <= 4 and "\x1b" not in stream.getvalue()


def test_what_is_quick_or_quiet_shows_no_progress() -> None:
    stream = Screen()
    list(Messages(stream=stream).progress(range(5), "reading"))
    Messages(stream=stream, quiet=True).working("comparing")
    assert stream.getvalue() == ""


def test_notices_of_a_run_are_sorted_and_each_once() -> None:
    messages = Messages(stream=io.StringIO())
    for problem in (
        Problem("x/b.txt", "it is empty"),
        Problem("x/a.txt", "m", refused=False),
        Problem("y/b.txt", "it is empty"),
    ):
        messages.problem(problem)
    assert [(n.kind, n.subject) for n in messages.notices()] == [("input", "a.txt"), ("refused", "b.txt")]
    assert messages.refused
