"""The edits of copied passages: each kind of change is shown where it stands, and what is equal is left out."""

from hypothesis import given
from hypothesis import strategies as st

from variorum.collation.reuse.find import find_reuse
from variorum.records.article import Article, Furniture, Published
from variorum.records.story import CopyVariant, Reuse

FIRST = (
    "The harbour master of Velda has closed the northern basin until further notice. "
    "Divers found “a length of chain” across the mouth of the old canal on Tuesday. "
    "Nobody was hurt, and the ferries were sent to the southern pier for the time being."
)


def published(day: str) -> Published:
    return Published(day, "day", "metadata", day, day)


def pair(text: str, *, furniture: tuple[Furniture, ...] = ()) -> tuple[tuple[Reuse, ...], dict[str, str]]:
    one = Article("one", FIRST, outlet="Velda Wire", published=published("2031-05-05"))
    two = Article("two", text, outlet="Karsk Post", published=published("2031-05-06"), furniture=furniture)
    return find_reuse([one, two]), {"one": FIRST, "two": text}


def told(found: tuple[Reuse, ...], texts: dict[str, str]) -> list[tuple[str, str, str, str]]:
    """Kind, operation and the words of both sides of every edit."""
    return [
        (e.kind, e.op, texts[r.members[v.against].article][slice(*e.a)], texts[r.members[v.member].article][slice(*e.b)])
        for r in found
        for v in r.variants
        for e in v.edits
    ]


def test_an_exact_copy_has_no_variants() -> None:
    found, _ = pair(FIRST)
    assert found and all(r.variants == () and r.kind == "verbatim" for r in found)


def test_words_swapped_dropped_and_added() -> None:
    found, texts = pair(FIRST.replace("northern", "western").replace(" on Tuesday", "").replace("ferries", "three ferries"))
    assert told(found, texts) == [
        ("words", "replace", "northern", "western"),
        ("words", "delete", "on Tuesday", ""),
        ("words", "insert", "", "three"),
    ]


def test_quotation_marks_no_break_spaces_and_capitals_are_told_apart() -> None:
    found, texts = pair(FIRST.replace("“", '"').replace("”", '"').replace("old canal", "old\u00a0Canal"))
    assert [kind for kind, *_ in told(found, texts)] == ["marks", "marks", "space", "writing"]
    assert told(found, texts)[0][2:] == ("“", '"') and told(found, texts)[3][2:] == ("canal", "Canal")
    assert all(r.kind == "verbatim" for r in found)


def test_markup_in_the_middle_is_told_as_such() -> None:
    junk = " Share this story "
    text = FIRST.replace(" across the mouth", f"{junk}across the mouth")
    start = text.index(junk) + 1
    found, texts = pair(text, furniture=(Furniture(start, start + len(junk) - 1, "markup"),))
    assert [kind for kind, *_ in told(found, texts)] == ["markup"]
    assert "Share this story" in told(found, texts)[0][3]


def test_a_line_break_for_a_space_is_no_edit() -> None:
    found, texts = pair(FIRST.replace(" across", "\nacross"))
    assert told(found, texts) == []


def test_a_sentence_that_stands_elsewhere_is_moved() -> None:
    a, b, c = (part + "." for part in FIRST.removesuffix(".").split(". "))
    found, texts = pair(f"{c}\n\n{a} {b}")
    moved = [r for r in found if any(v.moved for v in r.variants)]
    assert [r.members[0].exact for r in moved] == [c.removesuffix(".")] and told(found, texts) == []


WORDS = FIRST.split()


@given(st.lists(st.tuples(st.integers(0, len(WORDS) - 1), st.sampled_from(["", "ossa", "Velda"])), max_size=4))
def test_edits_rebuild_the_words_of_the_other_side(changes: list[tuple[int, str]]) -> None:
    words = list(WORDS)
    for place, word in changes:
        words[place] = word
    found, texts = pair(" ".join(w for w in words if w))
    for finding in found:
        for variant in finding.variants:
            assert rebuilt(finding, variant, texts).split() == finding.members[variant.member].exact.split()


def rebuilt(finding: Reuse, variant: CopyVariant, texts: dict[str, str]) -> str:
    base, other = finding.members[variant.against], finding.members[variant.member]
    made, at = "", base.start
    for edit in variant.edits:
        made += texts[base.article][at : edit.a[0]] + " " * (edit.op == "insert") + texts[other.article][slice(*edit.b)]
        made += " " * (edit.op == "insert")
        at = edit.a[1]
    return made + texts[base.article][at : base.end]
