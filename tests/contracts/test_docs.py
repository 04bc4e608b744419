"""The docs against the code: commands, options, names, kinds of findings, thresholds, links and snippets."""

import argparse
import dataclasses
import importlib
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import variorum
from variorum.cli.main import make_parser
from variorum.records import AnnotatedArticle, Article, Story

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
README = ROOT / "README.md"
METHODS = DOCS / "methods"
PAGES = [README, *sorted(DOCS.rglob("*.md"))]
WRITTEN = [page for page in PAGES if page.parent.name != "reference"]
"""Pages that people write; those under docs/reference are made from the code."""

HELD = {"sentences", "tokens", "lemmas"}
"""Keys of an annotated article that hold its text in pieces and are no findings."""
FRAME = {"id", "title", "articles", "schema", "notices", "manifest"}
"""Keys of a story that are no findings."""


def text_of(pages: list[Path]) -> str:
    return "\n".join(page.read_text(encoding="utf-8") for page in pages)


def commands() -> dict[str, argparse.ArgumentParser]:
    subs = next(a for a in make_parser()._actions if isinstance(a, argparse._SubParsersAction))
    return dict(subs.choices)


def options() -> Iterator[tuple[str, list[str]]]:
    yield from (("", action.option_strings) for action in make_parser()._actions if action.option_strings)
    for name, parser in commands().items():
        yield from ((name, action.option_strings) for action in parser._actions if action.option_strings)


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_command_is_in_the_reference_and_in_a_page_that_somebody_wrote(name: str) -> None:
    assert f"## variorum {name}\n" in (DOCS / "reference" / "commands.md").read_text(encoding="utf-8")
    assert re.search(rf"variorum {name}\b", text_of(WRITTEN))


@pytest.mark.parametrize(("command", "strings"), list(options()), ids=lambda v: v if isinstance(v, str) else v[-1])
def test_every_option_is_in_the_reference_and_in_a_page_that_somebody_wrote(command: str, strings: list[str]) -> None:
    reference = (DOCS / "reference" / "commands.md").read_text(encoding="utf-8")
    part = reference.split(f"## variorum {command}\n")[1].split("\n## ")[0] if command else reference.split("\n## ")[0]
    assert all(string in part for string in strings)
    assert any(re.search(rf"(?<![\w-]){re.escape(string)}(?![\w-])", text_of(WRITTEN)) for string in strings)


@pytest.mark.parametrize("name", variorum.__all__)
def test_every_public_name_is_in_the_docs(name: str) -> None:
    assert f"\n## {name}\n" in (DOCS / "reference" / "python.md").read_text(encoding="utf-8")
    assert re.search(rf"\bvariorum\.{name}\b", text_of(WRITTEN))


def finding_keys() -> set[str]:
    article = {f.name for f in dataclasses.fields(AnnotatedArticle)} - {f.name for f in dataclasses.fields(Article)}
    story = {f.name for f in dataclasses.fields(Story)}
    return (article - HELD) | (story - FRAME) | {"furniture", "duplicate_of", "event", "story"}


@pytest.mark.parametrize("key", sorted(finding_keys()))
def test_every_kind_of_finding_has_a_page_of_its_own(key: str) -> None:
    rows = [row for row in (METHODS / "README.md").read_text(encoding="utf-8").splitlines() if row.startswith("| ")]
    linked = [link for row in rows if f"`{key}`" in row for link in re.findall(r"\]\((\w+\.md)\)", row)]
    assert linked
    assert all((METHODS / link).is_file() for link in linked)


@pytest.mark.parametrize("page", sorted(METHODS.glob("[a-z]*.md")), ids=lambda p: p.stem)
def test_every_methods_page_is_in_the_index_and_says_the_same_five_things(page: Path) -> None:
    assert f"({page.name})" in (METHODS / "README.md").read_text(encoding="utf-8")
    heads = re.findall(r"^## (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert heads == ["What it finds", "How", "What it leaves out or gets wrong", "Measured", "See the evidence"]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(
        r"\]\(([^)\s]+)\)", re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    )
    for target in targets:
        path, _, anchor = target.partition("#")
        if "://" in path:
            continue
        found = (page.parent / path).resolve() if path else page
        assert found.exists(), target
        heads = re.findall(r"^#+ (.+)$", found.read_text(encoding="utf-8"), re.MULTILINE) if anchor else []
        assert not anchor or anchor in [re.sub(r"[^\w -]", "", head).strip().lower().replace(" ", "-") for head in heads]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_page_knows_the_machine_it_was_written_on(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert not re.findall(r"\bshared/|(?<![\w.])/(?:tmp|work|home|root|usr|var)/", text)


@pytest.mark.parametrize("page", WRITTEN, ids=lambda p: str(p.relative_to(ROOT)))
def test_modules_and_files_that_a_page_names_exist(page: Path) -> None:
    code = re.findall(r"`([^`\n]+)`", page.read_text(encoding="utf-8"))
    names = {p.name for room in ("src", "tests", "scripts", "benchmarks") for p in (ROOT / room).rglob("*.py")}
    for name in (n for n in code if re.fullmatch(r"[a-z_]+(?:\*)?\.py", n)):
        assert any(Path(known).match(name) for known in names), name
    for name in (n for n in code if re.fullmatch(r"en/[a-z_*]+\.tsv", n)):
        assert list((ROOT / "src" / "variorum" / "language").glob(name)), name


def quoted_commands(page: Path) -> Iterator[list[str]]:
    """The arguments of every call of ``variorum`` in code blocks, and of those in running text that have arguments."""
    text = page.read_text(encoding="utf-8")
    shown = [line.strip().removeprefix("$ ") for line in text.splitlines() if re.match(r"(?: {4}|\$ )", line)]
    inline = [code for code in re.findall(r"`(variorum [^`\n]+)`", text) if len(code.split()) > 2]
    for line in [*shown, *inline]:
        if re.search(r"(?:^|[|;] *)variorum ", line):
            words = shlex.shlex(line, posix=True, punctuation_chars="|;>")
            words.whitespace_split = True
            yield from calls(list(words))


def calls(words: list[str]) -> Iterator[list[str]]:
    at = [i for i, word in enumerate(words) if word == "variorum" and (i == 0 or words[i - 1] in ("|", ";"))]
    for i in at:
        end = next((j for j in range(i, len(words)) if words[j] in ("|", ";", ">")), len(words))
        yield words[i + 1 : end]


@pytest.mark.parametrize("page", WRITTEN, ids=lambda p: str(p.relative_to(ROOT)))
def test_commands_that_a_page_quotes_can_be_given(page: Path) -> None:
    for words in quoted_commands(page):
        if words not in (["--help"], ["--version"]):
            assert make_parser().parse_args([w for w in words if w != "…"]).run, words


def test_there_are_commands_to_look_at() -> None:
    assert len(list(quoted_commands(README))) >= 8
    assert len(list(quoted_commands(DOCS / "tutorial.md"))) >= 10


def snippets(page: Path) -> list[str]:
    """Python code of a page, fenced or indented, that begins by importing the package."""
    text = page.read_text(encoding="utf-8")
    fenced = re.findall(r"^```python\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    indented = re.findall(r"(?:^ {4}.*\n|^\n(?= {4}))+", text, re.MULTILINE)
    plain = [re.sub(r"^ {4}", "", block, flags=re.MULTILINE) for block in indented]
    return [code for code in [*fenced, *plain] if code.lstrip().startswith("import variorum")]


@pytest.fixture
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which the folders that the pages speak of hold the reports of the example."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    (tmp_path / "my_reports").symlink_to(ROOT / "examples" / "marenz")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", [README, DOCS / "tutorial.md"], ids=lambda p: p.stem)
def test_python_snippets_run(page: Path, reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = snippets(page)
    assert len(found) == 1
    exec(compile(found[0], page.name, "exec"), {})
    assert "conflict" in capsys.readouterr().out or page == README


def test_ids_and_sections_in_the_docs_are_those_of_the_example(reports: Path) -> None:
    models = variorum.load_models()
    articles = list(variorum.annotate(variorum.read(["examples/marenz"], on_problem=lambda problem: None), models=models))
    made = variorum.dossier(articles, models=models)
    pages = [*METHODS.glob("*.md"), DOCS / "tutorial.md"]
    missing = [i for i in re.findall(r"\b[a-z][0-9a-f]{12}\b", text_of(pages)) if f'"{i}"' not in made.files["story.json"]]
    assert not missing, "look up new ids, then run python scripts/make_tutorial.py"
    heads = re.findall(r"<h2[^>]*>(?:<span[^>]*>.*?</span>)?([^<]+)</h2>", made.files["index.html"])
    assert len(heads) > 5
    assert not [head for head in heads if head.strip() not in text_of(pages)]


def test_reference_pages_are_fresh() -> None:
    given = [sys.executable, "scripts/make_reference.py", "--check"]
    ran = subprocess.run(given, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout


WORDS = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
SHARES = {0.2: "fifth", 0.5: "half", 0.25: "quarter", 1.25: "quarter"}
THRESHOLDS = {
    "agreements": {
        "collation.claims.find": "LEAST LEAST_WORDS", "collation.claims.scores": "LIKELY",
        "collation.claims.exclusives": "MOST THIN COVERED",
        "collation.claims.omissions": "COVERED LEAST_ORIGINS",
    },
    "claims": {
        "annotation.claims.find": "MIN_TERMS MIN_TERMS_INNER", "collation.claims.candidates": "NEAREST FLOOR",
        "collation.claims.scores": "MEANING WORDS STRANGERS OTHER_ACT SAME_ACT", "collation.comparing.sentences": "SAME ABOUT",
        "collation.comparing.compare": "LONG",
    },
    "disagreements": {
        "collation.disagreements.polarity": "STEPS", "collation.disagreements.speakers": "LEAST_WORDS",
        "collation.disagreements.dates": "ALIKE", "collation.disagreements.figures": "WIDEST ALIKE",
        "collation.disagreements.denied": "SHOWN",
    },
    "entities": {
        "collation.entities.people": "LEAST_SCORE LEAD LEAST_NEAR", "collation.entities.short_names": "LEAST_SCORE",
    },
    "figures": {"annotation.quantities.things": "FORWARD", "annotation.quantities.readings": "PLURAL_LOW PLURAL_HIGH"},
    "furniture": {
        "reading.furniture.markup": "GLUED_AT_LEAST", "reading.furniture.datelines": "FIRST_LINES LONGEST_DATELINE",
        "reading.furniture.blocks": "TEASER_WORDS NEAR_START NEAR_END",
    },
    "grouping": {
        "grouping.stories": "EVENT_LINK STORY_LINK EVENT_DAYS HALF_DAYS", "grouping.duplicates": "SHINGLE RESEMBLANCE",
        "grouping.features": "HEAD_WORDS NAME_WEIGHT", "collation.events": "LINK", "collation.turns": "OPENING HEAD FAR",
    },
    "naming": {
        "collation.naming.terms": "LONGEST", "collation.naming.acted": "LEAST", "collation.naming.phrases": "OPENING",
        "collation.naming.counts": "NEAR LEAST", "collation.naming.described": "MOST", "collation.naming.rows": "VARIED KNOWN",
        "collation.naming.nouns": "FEWEST",
    },
    "people": {
        "annotation.mentions.types": "SURE LIKELY WEAK", "annotation.coreference.nouns": "NEAR",
        "annotation.coreference.pronouns": "REACH",
    },
    "quotations": {
        "annotation.attributions.ranking": "QUOTED_FROM TAGGED_FROM SPOKEN_FROM SECOND_HAND_FROM PLAIN_FROM",
        "annotation.attributions.tagged": "CUE_FROM OWN",
        "annotation.attributions.quotes": "CARRIED_HERE CARRIED_NEXT",
    },
    "relays": {
        "collation.relays.find": "LEAST_COPIED", "collation.relays.release_speech": "LEAST_SHARED SHARE RUN LONG_RUN",
        "collation.origins.find": "LEAST_TAKEN MOSTLY MOSTLY_NAMED LEAST_SHORT DISPATCH DAYS RETOLD LEAST_TWINS",
        "collation.origins.opening": "TOP SLOPE MIDDLE PARTY LEAST NAMED UNDATED LEAST_PASSAGE",
    },
    "reuse": {
        "collation.reuse.candidates": "SHINGLE", "collation.reuse.clusters": "LEAST_OVERLAP",
        "collation.reuse.judge": "LEAST_OWN LEAST_SPOKEN LEAST_DENSITY LEAST_SHORT_DENSITY SHORT MOST_FILL",
    },
    "timeline": {"collation.timeline.merge": "SAME SAME_WIDER"},
    "utterances": {
        "collation.utterances.sayings": "LEAST_SAYING LEAST_TOLD", "collation.utterances.variants": "CLOSE",
        "collation.utterances.evidence": "MEANING WORDING VERBATIM",
        "collation.utterances.scores": "LEARNED LEARNED_APART ALTERED QUOTED INSIDE LEAST_EQUAL",
    },
}  # fmt: skip
"""Page to the thresholds that it quotes: module to names."""


@pytest.mark.parametrize(
    ("page", "module", "name"),
    [
        (page, module, name)
        for page, modules in THRESHOLDS.items()
        for module, names in modules.items()
        for name in names.split()
    ],
)
def test_thresholds_that_a_page_quotes_are_those_of_the_code(page: str, module: str, name: str) -> None:
    value = getattr(importlib.import_module(f"variorum.{module}"), name)
    ways = [f"{value:g}", f"{value:.2f}", SHARES.get(value, f"{value:g}")]
    if value == int(value) and value < len(WORDS):
        ways.append(WORDS[int(value)])
    text = (METHODS / f"{page}.md").read_text(encoding="utf-8").split("## Measured")[0]
    assert any(re.search(rf"(?<![\w.]){re.escape(way)}(?!\w|\.\d)", text, re.IGNORECASE) for way in ways), f"{name} is {value}"
