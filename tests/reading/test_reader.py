"""Sources into articles: files, folders, globs, standard input, sidecars, ids."""

import io
import json
import random
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.reading import Problem, read_articles
from variorum.reading.limits import ARTICLE_CHARACTERS
from variorum.records import AnnotatedArticle, Article, to_json

SHIPS = "Ships wait in Velda\n\nTwo ships wait in the harbour of Velda, said Ada Lorn."
DOCKS = "Docks close in Karsk\n\nThe docks of Karsk are closed, said Tom Reik."


def read(*sources: object, stdin: bytes = b"") -> tuple[list[Article], list[Problem]]:
    problems: list[Problem] = []
    names = [str(source) for source in sources]
    return list(read_articles(names, on_problem=problems.append, stdin=io.BytesIO(stdin))), problems


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return folder


def lines(*rows: object) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


def ids(articles: Iterable[Article]) -> list[str]:
    return [article.id for article in articles]


def test_a_text_file_is_taken_exactly_as_it_is(tmp_path: Path) -> None:
    text = "Ships wait\r\n\r\n\u00a0Two ships\twait.\r\n"
    write(tmp_path, {"a.txt": "\ufeff" + text})
    (article,), problems = read(tmp_path / "a.txt")
    assert (article.text, article.id, article.title, article.title_span) == (text, "a", "Ships wait", (0, 10))
    assert problems == []


def test_a_folder_is_read_with_its_subfolders_in_order(tmp_path: Path) -> None:
    files = {
        "b.txt": SHIPS,
        "sub/c.jsonl": lines({"id": "x", "text": DOCKS}),
        "a.json": json.dumps({"text": "Ships wait here."}),
    }
    write(tmp_path, files | {"notes.md": "no", "sub/.hidden.txt": "no", "sub/deeper/d.csv": 'id,text\ny,"Ships, two, wait."\n'})
    articles, problems = read(tmp_path)
    assert ids(articles) == ["a", "b", "x", "y"]
    assert [(p.refused, "notes.md" in p.message) for p in problems] == [(False, True)]


def test_the_order_of_sources_changes_no_article(tmp_path: Path) -> None:
    rows = [{"text": f"{SHIPS} {n}"} for n in range(6)] + [{"id": "given", "text": DOCKS}]
    once, _ = read("-", stdin=lines(*rows).encode())
    random.Random(5).shuffle(rows)
    again, _ = read("-", stdin=lines(*rows).encode())
    assert sorted(map(to_json, once)) == sorted(map(to_json, again))


def test_globs_and_files_named_twice(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": SHIPS, "b.txt": DOCKS, "c.png": "x"})
    articles, problems = read(tmp_path / "*", tmp_path / "a.txt")
    assert ids(articles) == ["a", "b"]
    assert [p.refused for p in problems] == [False, False]
    assert "c.png" in problems[0].message and "same file" in problems[1].message


def test_what_is_not_there_or_not_readable_is_named(tmp_path: Path) -> None:
    write(tmp_path, {"page.html": "<p>x</p>", "x.png": "x", "Makefile": "x", "empty/x.bin": "x"})
    sources = [tmp_path / n for n in ("none.txt", "page.html", "x.png", "Makefile", "*.none", "empty")]
    articles, problems = read(*sources)
    refused = [p for p in problems if p.refused]
    assert articles == [] and [p.source for p in refused] == [str(s) for s in sources]
    assert all(p.advice for p in refused)
    assert ".html" in refused[1].message


def test_a_sidecar_describes_the_texts_of_its_folder(tmp_path: Path) -> None:
    sidecar = "file,outlet,published,language,url,desk\na.txt,Velda Wire,2031-05-03,en,https://v.example/1,port\nb.txt,,,,,\n"
    write(
        tmp_path,
        {"a.txt": SHIPS, "b.txt": DOCKS, "c.txt": "Ships wait here.", "sources.csv": sidecar, "sub/c.txt": "Ships go there."},
    )
    articles, problems = read(tmp_path)
    assert ids(articles) == ["a", "b", "c"]
    first = articles[0]
    assert (first.outlet, first.published.value, first.language, first.extra) == (
        "Velda Wire",
        "2031-05-03",
        "en",
        {"desk": "port"},
    )
    assert articles[2].text == "Ships go there."
    assert [p.refused for p in problems] == [False] and "c.txt" in problems[0].message
    (alone,), problems = read(tmp_path / "a.txt")
    assert alone == first and problems == []


@pytest.mark.parametrize(
    ("sidecar", "message", "read_ids"),
    [
        ("file,outlet\na.txt,X\ngone.txt,Y\n", "no file 'gone.txt'", ["a"]),
        ("filename,source\na.txt,X\n", "no column 'file'", ["a", "b"]),
        ("", "no column 'file'", ["a", "b"]),
        ("file,file\na.txt,X\n", "column 'file' twice", ["a", "b"]),
        ("file,outlet\na.txt,Velda, Karsk and others\nb.txt,Y\n", "3 cells under 2 columns", ["a", "b"]),
        ("file,outlet\n,X\nb.txt,Y\n", "names no file", ["b"]),
        ("file,outlet\n../a.txt,X\nb.txt,Y\n", "outside this folder", ["b"]),
        ("file,outlet\na.txt,X\na.txt,Y\n", "has a row already (line 2)", ["a"]),
        ("file,published\na.txt,2031-02-30\nb.txt,2031-02-03\n", "'2031-02-30' is not a possible date", ["a", "b"]),
    ],
)
def test_sidecars_that_do_not_fit(tmp_path: Path, sidecar: str, message: str, read_ids: list[str]) -> None:
    write(tmp_path, {"a.txt": SHIPS, "b.txt": DOCKS, "sources.csv": sidecar})
    articles, problems = read(tmp_path)
    assert ids(articles) == read_ids
    (problem,) = [p for p in problems if p.refused]
    assert message in problem.message and problem.advice


def test_a_column_that_is_nearly_right_gets_a_note(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": SHIPS, "sources.csv": "file;date\na.txt;2031-05-03\n"})
    assert "'published'" in read(tmp_path)[1][0].advice
    write(tmp_path, {"sources.csv": "file;outlett\na.txt;Velda Wire\n"})
    (article,), (problem,) = read(tmp_path)
    assert article.extra == {"outlett": "Velda Wire"} and article.outlet is None
    assert not problem.refused and "'outlet'" in problem.advice


def test_a_sidecar_alone_is_no_report(tmp_path: Path) -> None:
    write(tmp_path, {"sources.csv": "file\n"})
    articles, (problem,) = read(tmp_path / "sources.csv")
    assert articles == [] and "no report itself" in problem.message


def test_stems_that_collide_get_the_shortest_telling_path(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "x/may/a.txt": SHIPS,
            "x/june/a.txt": DOCKS,
            "y/june/a.txt": "Ships go.",
            "b.txt": "Ships come.",
            "b.json": '{"text": "Ships stay."}',
        },
    )
    articles, problems = read(tmp_path)
    assert sorted(ids(articles)) == ["b.json", "b.txt", "may/a", "x/june/a", "y/june/a"]
    assert problems == []


def test_one_id_for_two_texts_is_an_error_that_names_both(tmp_path: Path) -> None:
    write(tmp_path, {"a.json": '{"id": "n1", "text": "Ships wait."}', "b.json": '{"id": "n1", "text": "Ships go."}'})
    articles, (problem,) = read(tmp_path)
    assert [a.text for a in articles] == ["Ships wait."]
    assert problem.refused and problem.source.endswith("b.json") and "a.json" in problem.message


def test_one_id_with_the_same_text_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, {"a.json": '{"id": "n1", "text": "Ships wait."}', "b.json": '{"id": "n1", "text": "Ships wait."}'})
    articles, (problem,) = read(tmp_path)
    assert len(articles) == 1 and not problem.refused


def test_rows_without_id_are_named_after_file_and_content(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"one.jsonl": lines({"text": SHIPS}), "two.jsonl": lines({"text": SHIPS}, {"text": DOCKS}, {"id": 7, "text": "Go."})},
    )
    articles, _ = read(tmp_path)
    assert articles[0].id == "one" and articles[3].id == "7"
    assert [a.id[:4] for a in articles[1:3]] == ["two-", "two-"] and articles[1].id != articles[2].id


def test_broken_lines_are_named_and_the_rest_is_read() -> None:
    good = {"id": "a", "text": SHIPS}
    bad = [
        '{"id": "b", "text": ',
        '["x"]',
        '"x"',
        "null",
        '{"id": "c"}',
        '{"id": "d", "text": 5}',
        '{"id": "e", "text": " "}',
        '{"id": "f", "text": "half \\ud800 a character"}',
        '{"id": "g", "text": "x", "n": NaN}',
        "[" * 100_000,
        '{"id": "h", "text": "..."}',
    ]
    stdin = "\n".join([json.dumps(good), *bad, "", json.dumps({"id": "z", "text": DOCKS})])
    articles, problems = read("-", stdin=stdin.encode())
    assert ids(articles) == ["a", "z"]
    assert [p.place for p in problems] == [f"line {n}" for n in range(2, 13)]
    assert all(p.refused and p.advice and p.source == "stdin" for p in problems)


def test_encodings_of_lines(tmp_path: Path) -> None:
    row = json.dumps({"id": "a", "text": "Café in Velda – open"}, ensure_ascii=False)
    (tmp_path / "a.jsonl").write_bytes(row.encode("utf-16"))
    (tmp_path / "b.jsonl").write_bytes(row.replace('"a"', '"b"').encode("cp1252"))
    (tmp_path / "c.jsonl").write_bytes(b"\xef\xbb\xbf" + row.replace('"a"', '"c"').encode())
    (tmp_path / "d.jsonl").write_bytes(b"\x89PNG" + bytes(500) + b"\n" * 50)
    articles, problems = read(tmp_path)
    assert [(a.id, a.text) for a in articles] == [(i, "Café in Velda – open") for i in "abc"]
    assert [(p.refused, p.source[-7:]) for p in problems] == [(False, "b.jsonl"), (True, "d.jsonl")]


def test_a_story_gives_its_articles(tmp_path: Path) -> None:
    story = {"schema": "variorum/story@1", "id": "s1", "articles": [{"id": "a", "text": SHIPS}, {"id": "b", "text": DOCKS}, 5]}
    write(
        tmp_path,
        {"story.json": json.dumps(story), "stories.jsonl": lines({**story, "articles": [{"id": "c", "text": "Ships go."}]})},
    )
    articles, problems = read(tmp_path)
    assert [(a.id, a.story) for a in articles] == [("c", "s1"), ("a", "s1"), ("b", "s1")]
    assert [p.place for p in problems] == ["article 3"]


def test_tables(tmp_path: Path) -> None:
    table = 'id;text;outlet;desk\na;"Ships; two\nof them; wait.";Velda Wire;port\nb;Docks close.;;\nc;x;y;z;more\n\nd;;;\n'
    write(tmp_path, {"a.csv": table, "b.csv": "id,body\n1,x\n", "c.csv": ""})
    articles, problems = read(tmp_path)
    assert [(a.id, a.text, a.outlet, a.extra) for a in articles] == [
        ("a", "Ships; two\nof them; wait.", "Velda Wire", {"desk": "port"}),
        ("b", "Docks close.", None, {}),
    ]
    places = [(p.source[-5:], p.place) for p in problems]
    assert places == [("a.csv", "line 5"), ("a.csv", "line 7"), ("b.csv", ""), ("c.csv", "")]


def test_a_table_is_read_whatever_the_capitals_of_its_header_and_other_names_for_ours_are_told(tmp_path: Path) -> None:
    write(tmp_path, {"a.csv": "Text,Outlet,Date\nShips wait.,Velda Wire,2031-05-03\n"})
    (article,), (problem,) = read(tmp_path)
    assert (article.text, article.outlet, article.extra) == ("Ships wait.", "Velda Wire", {"Date": "2031-05-03"})
    assert not problem.refused and "'Date'" in problem.message and "'published'" in problem.advice


def test_of_a_key_that_others_use_for_ours_is_told_once_an_input(tmp_path: Path) -> None:
    rows = (
        {"id": n, "text": f"Ships wait {n}.", "publishedAt": "2031-05-03", "desk": "x", "url": "x", "link": "x"} for n in "ab"
    )
    write(tmp_path, {"a.jsonl": lines(*rows)})
    articles, (problem,) = read(tmp_path)
    assert ids(articles) == ["a", "b"] and not problem.refused
    assert "the key 'publishedAt'" in problem.message and "'published'" in problem.advice


def test_a_text_beyond_the_limit_is_refused_by_name(tmp_path: Path) -> None:
    write(
        tmp_path, {"a.txt": "ships wait " * (ARTICLE_CHARACTERS // 10), "b.txt": "x" * (ARTICLE_CHARACTERS * 5), "c.txt": SHIPS}
    )
    articles, problems = read(tmp_path)
    assert ids(articles) == ["c"]
    assert [f"{ARTICLE_CHARACTERS:,}" in p.message for p in problems] == [True, True]


def test_keys_of_a_row_are_kept_or_moved_to_extra() -> None:
    row = {
        "id": "a",
        "text": f"{SHIPS}",
        "title": "Ships wait in Velda",
        "byline": ["Ada Lorn", "Tom Reik"],
        "outlet": 5,
        "desk": {"n": 1},
        "extra": {"m": 2},
    }
    (article,), (problem,) = read("-", stdin=lines(row).encode())
    assert (article.title, article.title_span, article.byline) == ("Ships wait in Velda", (0, 19), "Ada Lorn, Tom Reik")
    assert article.outlet is None and article.extra == {"desk": {"n": 1}, "m": 2, "outlet": 5}
    assert not problem.refused and "outlet" in problem.message


def test_the_outlet_above_a_headline_is_the_outlet_and_a_label_is_no_part_of_a_title(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": f"Velda Post\n\n{SHIPS}", "b.txt": f"Title: {SHIPS}"})
    (first, second), _ = read(tmp_path)
    assert (first.outlet, first.title) == ("Velda Post", "Ships wait in Velda")
    assert [first.text[f.start : f.end] for f in first.furniture] == ["Velda Post"]
    assert (second.outlet, second.title) == (None, "Ships wait in Velda")


def test_a_title_outside_the_text_stays_outside() -> None:
    (article,), _ = read("-", stdin=lines({"id": "a", "text": "Two ships wait.", "title": "Harbour shut"}).encode())
    assert (article.title, article.title_span) == ("Harbour shut", None)


def test_what_the_text_says_fills_what_metadata_leave_open() -> None:
    text = "By Ada Lorn\nVELDA, May 3, 2031 (Port Herald) – Two ships wait in the harbour.\nNothing moves there."
    (article,), _ = read("-", stdin=lines({"id": "a", "text": text}).encode())
    assert (article.outlet, article.byline) == ("Port Herald", "Ada Lorn")
    assert (article.published.value, article.published.basis) == ("2031-05-03", "dateline")
    (known,), _ = read("-", stdin=lines({"id": "a", "text": text, "outlet": "X", "byline": "Y", "published": "2031"}).encode())
    assert (known.outlet, known.byline, known.published.basis) == ("X", "Y", "metadata")


def test_articles_come_back_from_our_own_output() -> None:
    text = (
        "Share\nShipslink-icon wait in Veldalink-icon\n\n"
        "KARSK (AP) – Two portlink-icon crews of Velda wait; port and ships wait. (AP)"
    )
    first, _ = read(
        "-", stdin=lines({"id": "a", "text": text, "desk": 1}, {"id": "b", "text": DOCKS, "published": "2031-05"}).encode()
    )
    assert first[0].title == "Ships wait in Velda" and len(first[0].furniture) == 6
    again, problems = read("-", stdin="\n".join(map(to_json, first)).encode())
    assert again == first and problems == []


def test_annotated_lines_pass_when_they_fit_and_are_done_again_when_not() -> None:
    annotated = AnnotatedArticle(
        id="a", text="Two ships wait.", sentences=((0, 15),), tokens=((0, 3), (4, 9), (10, 14)), lemmas=("two", "ship", "wait")
    )
    passed, problems = read("-", stdin=to_json(annotated).encode())
    assert passed == [annotated] and problems == []
    longer = json.loads(to_json(annotated)) | {"sentences": [[0, 99]]}
    (plain,), (problem,) = read("-", stdin=lines(longer).encode())
    assert type(plain) is Article and plain.text == annotated.text
    assert not problem.refused and "do not fit" in problem.message


def test_problems_name_no_path_in_results(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": " "})
    _, (problem, *_) = read(tmp_path / "a.txt")
    assert str(tmp_path) in str(problem)
    assert problem.notice().subject == "a.txt" and str(tmp_path) not in problem.notice().message


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.just("Two ships wait."),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "text", "title", "published", "furniture", "extra", "articles", "x"]), inner, max_size=5
        )
    ),
    max_leaves=12,
)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300) | JSON.map(lambda data: json.dumps(data).encode()) | st.text(max_size=100).map(str.encode))
def test_whatever_stands_in_a_file_reading_ends_with_articles_or_problems(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    folder = tmp_path_factory.mktemp("any")
    for name in ("a.txt", "a.jsonl", "a.json", "a.csv", "sub/a.txt", "sub/sources.csv"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    articles, problems = read(folder)
    assert articles or problems
    for article in articles:
        to_json(article).encode("utf-8")
        assert article.id and article.text.strip()
