"""Reports marked in place: text, spans and parts; what is wrong is named."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.errors import GoldError
from variorum.evaluation import evaluate, gold_row, read_reports
from variorum.evaluation.attribution_corpus import parse_report

CORPUS = Path(__file__).resolve().parents[2] / "corpus" / "attributions"
HEAD = "id: wire-007\nregister: agency\n\n"
MARKED = (
    '{s1=Ada Kroll|Minister Ada Kroll} {q1 speech|told} {a1|reporters} {c1|the bank was {x|"safe"}}.\n'
    '{c2|"We {s3=the cabinet|the cabinet} {q3 intent hyp|want} {c3|to pay}}," {s2=Ada Kroll|she} {q2 speech neg|did not say}.\n'
)


def words(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in spans]


def test_parts_are_where_the_marks_were() -> None:
    report = parse_report("wire-007", HEAD + MARKED)
    one, two, three = report.attributions
    assert "{" not in report.text and "|" not in report.text
    assert words(report.text, one.source) == ["Minister Ada Kroll"]
    assert words(report.text, one.addressee) == ["reporters"]
    assert words(report.text, one.content) == ['the bank was "safe"']
    assert one.speaker == two.speaker == "Ada Kroll"
    assert (two.negative, three.hypothetical, three.kind) == (True, True, "intent")
    assert words(report.text, report.lookalikes) == ['"safe"']
    assert report.number == 7


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        ("{q1 speech=Kroll|said} nothing", "attribution 1 has no content"),
        ("{q1=Kroll|said} {c1|that}", "has no kind"),
        ("{q1 speech|said} {c1|that}", "has no speaker"),
        ("{q1 talk=Kroll|said} {c1|that}", "'talk'"),
        ("{q1 speech|said} {q1 belief=A|thought} {c1|that}", "two kinds"),
        ("{q1 speech|said {c1|that}", "not closed"),
        ("said} that", "a closing brace too many"),
        ("{z1|said}", "not a label"),
        ("a | b", "a bar outside a mark"),
    ],
)
def test_a_wrong_mark_is_named(marked: str, told: str) -> None:
    with pytest.raises(GoldError, match=told):
        parse_report("wire-007", HEAD + marked)


@given(st.text(alphabet="ab {}|;=x1cqs\n", max_size=60))
def test_anything_else_is_an_error_and_no_crash(body: str) -> None:
    try:
        report = parse_report("wire-007", HEAD + body)
    except GoldError:
        return
    assert all(0 <= start <= end <= len(report.text) for a in report.attributions for start, end in a.content)


def test_the_corpus_is_well_formed_and_as_large_as_it_says() -> None:
    reports = list(read_reports(CORPUS / "reports"))
    assert len({r.id for r in reports}) == len({r.number for r in reports}) == len(reports)
    assert sum(len(r.attributions) for r in reports) >= 15 * len(reports)
    for report in reports:
        assert report.fields["id"] == report.id
        for a in report.attributions:
            assert all(report.text[start:end].strip() for start, end in (*a.content, *a.cue, *a.source)), report.id


def test_gold_measures_itself_as_perfect() -> None:
    gold = gold_row(parse_report("wire-007", HEAD + MARKED))
    entity = {"id": "e1", "name": "Ada Kroll", "named": True, "roles": []}
    other = {"id": "e2", "name": "Orlin Dask", "named": True, "roles": []}
    system = {**gold, "entities": [entity, other], "quotations": [{**q, "speaker": "e1"} for q in gold["quotations"]]}
    rows = {f.name: f for f in evaluate("quotations", [gold], [system])}
    assert rows["content, J 0.8"].f1 == rows["relation"].f1 == 1.0
    assert rows["right speaker"].precision == pytest.approx(2 / 3, abs=0.001)  # the cabinet is not Ada Kroll
    assert rows["wrong named speaker"].precision == pytest.approx(1 / 3, abs=0.001)
