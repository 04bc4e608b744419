from variorum.collation.origins.handed_on import with_handed_on
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Article, Passage
from variorum.records.provenance import Provenance
from variorum.records.story import ClaimGroup, ClaimMember, Relay, Reuse

CLAIM = "The ferry to Selde carried 61 people"
TEXTS = {
    "argus": f"{CLAIM}. It sank at noon.",
    "courier": f"Nobody knows why. {CLAIM}.",
    "post": f"{CLAIM}, Argus reports. The Post counted 40 shoes.",
    "sun": f"{CLAIM}. The Post says otherwise of the shoes.",
}
STORY = tuple((name,) for name in TEXTS)
BY = Provenance("claims@1", None, "2 reports, 0 speakers, 2 witnesses, 2 origins. More.")


def articles() -> list[AnnotatedArticle]:
    made = []
    for name, text in TEXTS.items():
        stop = text.index(". ") + 1
        base = Article(name, text)
        fields = {f: getattr(base, f) for f in Article.__dataclass_fields__}
        made.append(AnnotatedArticle(**fields, sentences=((0, stop), (stop + 1, len(text)))))
    return made


def place(name: str, words: str = CLAIM) -> tuple[str, int, int, str]:
    start = TEXTS[name].index(words)
    return name, start, start + len(words), words


def group(*names: str, status: str = "agreed") -> ClaimGroup:
    members = tuple(ClaimMember(*place(name), f"c{name}", None) for name in names)
    return ClaimGroup(f"g{''.join(names)}", members, status, tuple((n,) for n in names), (), BY, len(names))  # type: ignore[arg-type]


def copied(*names: str, words: str = CLAIM, spoken: bool = False) -> Reuse:
    members = tuple(Passage(*place(name, words)) for name in names)
    return Reuse("u1", members, "verbatim", names[0], Provenance("reuse@1", None, ""), spoken=spoken)


def relay(source: str, to: str, words: str) -> Relay:
    return Relay("r1", source, to, ("credit",), (Passage(*place(to, words)),), Provenance("relays@1", None, ""))


def test_a_copied_statement_has_one_origin_whatever_else_its_reports_have() -> None:
    (folded,) = with_handed_on([group("argus", "courier")], articles(), STORY, [copied("argus", "courier")], [])
    assert (folded.status, folded.origins, folded.witnesses) == ("repeated", (("argus", "courier"),), 1)
    assert folded.by.reason == "2 reports, 0 speakers, 1 witness, 1 origin. More."
    for reuse in ([copied("argus", "courier", words="ferry to Selde")], [copied("argus", "courier", spoken=True)]):
        (same,) = with_handed_on([group("argus", "courier")], articles(), STORY, reuse, [])
        assert same == group("argus", "courier")


def test_a_statement_credited_to_another_report_has_its_origin_there() -> None:
    told = [relay("argus", "post", "Argus")]
    (folded,) = with_handed_on([group("argus", "post")], articles(), STORY, [], told)
    assert folded.status == "repeated" and folded.origins == (("argus", "post"),)
    (elsewhere,) = with_handed_on([group("post", "sun")], articles(), STORY, [], [relay("post", "sun", "Post")])
    assert elsewhere.status == "agreed" and len(elsewhere.origins) == 2


def test_a_third_that_has_it_by_itself_is_still_an_origin_and_most_origins_stand_first() -> None:
    told = [relay("argus", "post", "Argus")]
    pair, three = group("argus", "post"), group("argus", "post", "courier")
    folded = with_handed_on([pair, three], articles(), STORY, [], told)
    assert [(g.id, g.status, len(g.origins)) for g in folded] == [(three.id, "agreed", 2), (pair.id, "repeated", 1)]
    (contested,) = with_handed_on([group("argus", "post", status="contested")], articles(), STORY, [], told)
    assert contested.status == "contested" and len(contested.origins) == 1
