"""An invented story (Calidria, Norvane, the fire of Port Sael) with every kind of finding, offsets found by searching."""

import dataclasses
import difflib
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from variorum.records import (
    AnnotatedArticle,
    ClaimGroup,
    ClaimMember,
    Disagreement,
    DisagreementMember,
    Edit,
    Entity,
    Event,
    Exclusive,
    Furniture,
    Manifest,
    Naming,
    Notice,
    Omission,
    Passage,
    Provenance,
    Published,
    Quotation,
    QuotationRef,
    Relay,
    Reuse,
    Span,
    Story,
    StoryEntity,
    Term,
    TimelineEntry,
    Utterance,
    Variant,
    finding_id,
    from_data,
    passage_of,
    to_data,
)
from variorum.rendering.contents import Contents, make_contents
from variorum.rendering.edition import Edition, make_edition

REPORTS = Path(__file__).parent / "reports"
LONG_WORD = "Donau" + "dampfschifffahrts" * 12
OUTLETS = {
    "cna": ("Calidrian News Agency", "2031-05-03"),
    "gazette": ("Sael Gazette", "2031-05-03"),
    "harbour": ("Harbour Post", "2031-05-03"),
    "meridian": ("Daily Meridian", "2031-05-04"),
    "norvane": ("Norvane Television", "2031-05-04"),
    "review": ("The Calidrian Review", "2031-05-10"),
    "undated": ("<script>alert(1)</script> & Söhne", None),
}
HOSTILE_TITLE = f'<b>Hafen</b> "in Flammen" {LONG_WORD} </title><script>alert(3)</script>'
PEOPLE = {
    "vaszary": ("Dorin Vaszary", "person", ("Interior Minister", "Calidrian Interior Minister")),
    "maren": ("Ilke Maren", "person", ("the port's director",)),
    "ferreg": ("Tomas Ferreg", "person", ("head of the city's fire brigade",)),
    "brekkan": ("Halla Brekkan", "person", ("Norvane's Defence Minister",)),
    "aldous": ("Neve Aldous", "person", ("spokeswoman",)),
    "police": ("A police officer", "person", ()),
    "agency": ("Calidrian News Agency", "organisation", ()),
    "norvtv": ("Norvane Television", "organisation", ()),
    "redtide": ("Red Tide Front", "group", ()),
    "ministry": ("Interior Ministry", "organisation", ()),
    "source": ("a person close to him", "person", ()),
    "mansour": ("Shadi Mansour", "person", ("the mayor of Sael",)),
}


def by(method: str, reason: str, score: float | None = 0.9) -> Provenance:
    return Provenance(f"{method}@1", score, reason)


def locate(article: AnnotatedArticle, words: str, field: str = "text") -> Span:
    source = article.text if field == "text" else article.title or ""
    start = source.index(words)
    return start, start + len(words)


def _article(name: str) -> AnnotatedArticle:
    text = (REPORTS / f"{name}.txt").read_text(encoding="utf-8").rstrip("\n")
    if name == "undated":
        text = text.replace("Hafenerweiterung", LONG_WORD)
    outlet, day = OUTLETS[name]
    published = Published(day, "day", "metadata", day, day) if day else Published()
    first = text.split("\n", 1)[0]
    article = AnnotatedArticle(
        id=name,
        text=text,
        title=first,
        title_span=(0, len(first)),
        outlet=outlet,
        published=published,
        language="en",
        url=f"https://{name}.example/sael?a=1&b=2",
    )
    return _special(name, article)


def _special(name: str, article: AnnotatedArticle) -> AnnotatedArticle:
    def junk(words: str, kind: str) -> Furniture:
        return Furniture(*locate(article, words), kind)  # type: ignore[arg-type]

    if name == "undated":
        return dataclasses.replace(
            article,
            title=HOSTILE_TITLE,
            title_span=None,
            url="javascript:alert(4)",
            furniture=(junk("Share this!!! Share this!!! more-icon", "related"),),
        )
    if name == "harbour":
        furniture = (junk("Advertisement - subscribe to the Harbour Post from 2 crowns a week", "related"),)
        return dataclasses.replace(article, furniture=furniture)
    if name == "gazette":
        return dataclasses.replace(article, duplicate_of="cna")
    if name == "meridian":
        return dataclasses.replace(article, byline="Anselm Roux", furniture=(junk("By Anselm Roux", "byline"),))
    return article


class Desk:
    """Collects articles and findings; passages are named by article and words."""

    def __init__(self) -> None:
        self.articles = {name: _article(name) for name in OUTLETS}
        self.quotations: dict[str, list[Quotation]] = {name: [] for name in OUTLETS}

    def passage(self, name: str, words: str, field: str = "text") -> Passage:
        return passage_of(self.articles[name], locate(self.articles[name], words, field), field)  # type: ignore[arg-type]

    def say(
        self,
        name: str,
        words: str,
        who: str | None,
        *,
        cue: str = "said",
        kind: str = "direct",
        act: str = "speech",
        addressee: str = "",
        chain: tuple[str, ...] = (),
        candidates: tuple[str, ...] = (),
    ) -> QuotationRef:
        article = self.articles[name]
        content = tuple(locate(article, part) for part in words.split(" | "))
        made = Quotation(
            id=finding_id("quotation", [passage_of(article, s) for s in content], who or ""),
            field="text",
            content=content,
            cue=(_nearest(article, cue, content[0]),),
            source=(),
            kind=kind,
            act=act,  # type: ignore[arg-type]
            polarity="positive",
            modality="asserted",
            speaker=f"{name}/{who}" if who else None,
            candidates=tuple(f"{name}/{c}" for c in candidates),
            addressee=(locate(article, addressee),) if addressee else (),
            medium=(),
            chain=tuple(f"{name}/{c}" for c in (*chain, *([who] if who else []))),
            by=by("quotations", f"“{cue}” stands beside the words"),
        )
        self.quotations[name].append(made)
        return QuotationRef(name, made.id)

    def quotation(self, ref: QuotationRef) -> Quotation:
        return next(q for q in self.quotations[ref.article] if q.id == ref.quotation)

    def variant(self, ref: QuotationRef, base: QuotationRef, relation: str, changes: dict[str, str]) -> Variant:
        a, b = (_words(self.articles[r.article].text, self.quotation(r).content) for r in (base, ref))
        texts = [
            [self.articles[base.article].text[s:e].casefold() for s, e in a],
            [self.articles[ref.article].text[s:e].casefold() for s, e in b],
        ]
        matcher = difflib.SequenceMatcher(a=texts[0], b=texts[1], autojunk=False)
        edits = tuple(
            Edit(op, _cover(a[i1:i2]), _cover(b[j1:j2]), changes.get(" ".join(texts[1][j1:j2])) if op != "equal" else None)  # type: ignore[arg-type]
            for op, i1, i2, j1, j2 in matcher.get_opcodes()
        )
        return Variant(ref, base, edits, relation)  # type: ignore[arg-type]

    def utterance(
        self,
        who: str | None,
        refs: list[QuotationRef],
        relations: tuple[str, ...] = (),
        changes: dict[str, str] | None = None,
    ) -> Utterance:
        variants = tuple(
            self.variant(ref, refs[0], relation, changes or {}) for ref, relation in zip(refs[1:], relations, strict=True)
        )
        passages = [passage_of(self.articles[r.article], s) for r in refs for s in self.quotation(r).content]
        return Utterance(
            finding_id("utterance", passages), who, tuple(refs), variants, by("utterances", "the same words in both reports")
        )

    def claims(
        self,
        status: str,
        members: list[tuple[str, str, str | None]],
        origins: list[tuple[str, ...]],
        speakers: tuple[str, ...] = (),
        witnesses: int = 1,
    ) -> ClaimGroup:
        passages = [self.passage(name, words) for name, words, _ in members]
        made = tuple(
            ClaimMember(p.article, p.start, p.end, p.exact, f"c{i}", voice)
            for i, (p, (_, _, voice)) in enumerate(zip(passages, members, strict=True))
        )
        reason = "the clauses share who, what and when"
        return ClaimGroup(
            finding_id("claims", passages),
            made,
            status,
            tuple(origins),
            speakers,  # type: ignore[arg-type]
            by("claims", reason),
            witnesses,
        )

    def differ(
        self,
        kind: str,
        about: str,
        sides: list[tuple[str, str, str, str | None]],
        judgement: str,
        reason: str,
        *,
        intervals: tuple[tuple[float | None, float | None], ...] = (),
        score: float = 0.9,
    ) -> Disagreement:
        passages = [self.passage(name, words) for name, words, _, _ in sides]
        limits = intervals or ((None, None),) * len(sides)
        members = tuple(
            DisagreementMember(p.article, p.start, p.end, p.exact, value, voice, "text", low, high)
            for p, (_, _, value, voice), (low, high) in zip(passages, sides, limits, strict=True)
        )
        return Disagreement(
            finding_id("disagreement", passages),
            kind,
            about,
            members,
            judgement,  # type: ignore[arg-type]
            by("figures", reason, score),
        )

    def date(
        self, text: str, status: str, days: tuple[str | None, str | None], grain: str, origins: int, *places: tuple[str, str]
    ) -> TimelineEntry:
        passages = tuple(self.passage(name, words) for name, words in places)
        return TimelineEntry(finding_id("timeline", passages, text), text, status, *days, grain, origins, passages)  # type: ignore[arg-type]

    def terms(self, about: str, label: str, *places: tuple[str, str]) -> Naming:
        passages = [self.passage(name, words) for name, words in places]
        made = tuple(Term(p.article, p.start, p.end, p.exact, p.exact) for p in passages)
        return Naming(finding_id("naming", passages), about, made, by("naming", "all name the same actor"), label)


def _nearest(article: AnnotatedArticle, words: str, near: Span) -> Span:
    starts = [m.start() for m in re.finditer(re.escape(words), article.text)]
    start = min(starts, key=lambda s: (abs(s - near[0]), s))
    return start, start + len(words)


def _words(text: str, spans: tuple[Span, ...]) -> list[Span]:
    return [(s + m.start(), s + m.end()) for s, e in spans for m in re.finditer(r"\w+", text[s:e])]


def _cover(words: list[Span]) -> Span:
    return (words[0][0], words[-1][1]) if words else (0, 0)


def _utterances(desk: Desk) -> list[Utterance]:
    say = desk.say
    lease = "We will not lease one metre of this harbour to a foreign navy"
    valves = "The valves were twenty years old and we had written to the government"
    told_cna, via_cna = "told the Calidrian News Agency", ("agency",)
    pump = "The fire began at about 4 a.m. in a pumping station"
    return [
        desk.utterance(
            "cna/vaszary",
            [
                say(
                    "cna",
                    f"{lease} while I hold this office, and nobody should read an accident as an invitation",
                    "vaszary",
                    cue="told reporters",
                    addressee="reporters",
                ),
                say("harbour", lease, "vaszary"),
                say("norvane", f"{lease} while I hold this office", "vaszary"),
                say("review", f"{lease} without a vote in parliament", "vaszary", cue="told The Calidrian Review"),
            ],
            ("trimmed", "trimmed", "edited"),
            {"without a vote in parliament": "scope"},
        ),
        desk.utterance(
            "cna/maren",
            [
                say("cna", f"{valves} about them", "maren", chain=via_cna),
                say("harbour", valves.replace("twenty", "20"), "maren", chain=via_cna),
                say("review", f"{valves} about them", "maren", cue="had said"),
                say("undated", "the valves were twenty years old", "maren", chain=via_cna, kind="indirect"),
            ],
            ("edited", "same", "indirect"),
            {"20": "number"},
        ),
        desk.utterance(
            "cna/maren",
            [
                say("cna", pump, "maren", cue=told_cna, kind="indirect", chain=via_cna),
                say("harbour", pump, "maren", cue=told_cna, kind="indirect", chain=via_cna),
            ],
            ("same",),
        ),
        desk.utterance(
            "cna/vaszary",
            [
                say(
                    "cna",
                    "foreign soldiers had been inside the depot when the fire began",
                    "vaszary",
                    cue="denied",
                    kind="indirect",
                ),
                say(
                    "harbour",
                    "foreign soldiers had been inside the depot when the fire began",
                    "vaszary",
                    cue="denied",
                    kind="indirect",
                ),
            ],
            ("same",),
        ),
        desk.utterance(
            "meridian/ferreg",
            [
                say(
                    "meridian",
                    "Nine. I have counted them myself, and I will not give you another number until there is one",
                    "ferreg",
                )
            ],
        ),
        desk.utterance("meridian/ferreg", [say("review", "Seventeen. We have searched everything", "ferreg", cue="he said")]),
        desk.utterance(
            "norvane/brekkan",
            [
                say(
                    "norvane",
                    "These are fairy tales. Not one of our soldiers was in that depot",
                    "brekkan",
                    cue="told Norvane Television",
                    chain=("norvtv",),
                )
            ],
        ),
        desk.utterance(
            "norvane/brekkan", [say("norvane", "the fire began shortly after midnight", "brekkan", kind="indirect")]
        ),
        desk.utterance("meridian/aldous", [say("meridian", "Our fighters were not in Sael", "aldous")]),
        desk.utterance(
            "harbour/police", [say("harbour", "the fence | had holes you could drive a cart through", "police", kind="mixed")]
        ),
        desk.utterance(
            "norvane/source",
            [
                say(
                    "norvane",
                    "The minister hopes for an agreement all the same",
                    "source",
                    cue="told Norvane Television",
                    kind="indirect",
                    act="attitude",
                )
            ],
        ),
        desk.utterance(
            "cna/vaszary", [say("review", "no longer rules a lease out", "vaszary", cue="rules", kind="indirect", act="belief")]
        ),
        desk.utterance(
            "undated/mansour", [say("undated", "no fewer than 14 & probably more", "mansour", cue="said there were")]
        ),
        desk.utterance(
            None,
            [say("undated", "</script><script>document.title='owned'</script>", None, cue="wrote", candidates=("mansour",))],
        ),
    ]


def _claim_groups(desk: Desk) -> list[ClaimGroup]:
    first = ("cna", "harbour", "norvane")
    return [
        desk.claims(
            "agreed",
            [
                ("cna", "has killed at least 14 people", "ministry"),
                ("harbour", "At least 14 people have died in a blaze", None),
                ("norvane", "At least 14 people died", None),
                ("undated", "14 dead", None),
            ],
            [first, ("undated",)],
            ("cna/ministry",),
            2,
        ),
        desk.claims(
            "agreed",
            [
                ("cna", "Talks on a new one are planned for May 14 in Karsk", None),
                ("review", "The talks of May 14 will go ahead", None),
                ("harbour", "Talks on a new lease for Norvanian ships are planned for May 14", None),
            ],
            [("cna", "harbour"), ("review",)],
            (),
            3,
        ),
        desk.claims(
            "repeated",
            [
                ("cna", "The fire began at about 4 a.m. in a pumping station", "q"),
                ("harbour", "The fire began at about 4 a.m. in a pumping station", "q"),
            ],
            [("cna", "harbour")],
            ("cna/maren",),
            0,
        ),
        desk.claims(
            "contested",
            [
                ("norvane", "No Norvanian soldier was inside the Port Sael depot", "q"),
                ("meridian", "eleven Norvanian soldiers were inside the depot on the night of the fire", None),
            ],
            [("norvane",), ("meridian",)],
            ("norvane/brekkan",),
            1,
        ),
        desk.claims("single", [("review", "three people died in hospital", None)], [("review",)], (), 1),
    ]


def _disagreements(desk: Desk) -> list[Disagreement]:
    return [
        desk.differ(
            "figure",
            "people killed",
            [
                ("cna", "at least 14 people", "at least 14", "cna/ministry"),
                ("harbour", "At least 14 people", "at least 14", None),
                ("meridian", "nine bodies", "9", "meridian/ferreg"),
            ],
            "conflict",
            "nine and at least 14 cannot both be the number killed by Sunday",
            intervals=((14, None), (14, None), (9, 9)),
            score=0.95,
        ),
        desk.differ(
            "figure",
            "people killed",
            [("cna", "at least 14 people", "at least 14", "cna/ministry"), ("review", "17", "17", "cna/ministry")],
            "update",
            "the later report raises the count",
            intervals=((14, None), (17, 17)),
            score=0.8,
        ),
        desk.differ(
            "figure",
            "people injured",
            [("cna", "about 60 people", "about 60", "cna/vaszary"), ("meridian", "35 injured people", "35", None)],
            "unsure",
            "about 60 against 35: the two hospitals may not be all",
            intervals=((45, 75), (35, 35)),
            score=0.6,
        ),
        desk.differ(
            "polarity",
            "Norvanian soldiers inside the depot",
            [
                ("norvane", "Not one of our soldiers was in that depot", "not", "norvane/brekkan"),
                ("meridian", "eleven Norvanian soldiers were inside the depot on the night of the fire", "eleven", None),
            ],
            "conflict",
            "one says there were none, the other that there were eleven",
            score=0.93,
        ),
        desk.differ(
            "date",
            "start of the talks",
            [("cna", "May 14", "2031-05-14", None), ("norvane", "May 15", "2031-05-15", None)],
            "conflict",
            "May 14 against May 15",
        ),
        desk.differ(
            "date",
            "start of the fire",
            [
                ("cna", "at about 4 a.m.", "4 a.m.", "cna/maren"),
                ("norvane", "shortly after midnight", "after midnight", "norvane/brekkan"),
            ],
            "conflict",
            "four hours lie between the two",
            score=0.85,
        ),
        desk.differ(
            "agency",
            "how the fire began",
            [("meridian", "The fire was set", "set", None), ("review", "the fire began in the pumping station", "began", None)],
            "conflict",
            "set by somebody, or began by itself",
            score=0.7,
        ),
        desk.differ(
            "quotation",
            "Dorin Vaszary on the lease",
            [
                ("cna", "while I hold this office, and nobody should read an accident as an invitation", "full", "cna/vaszary"),
                ("review", "without a vote in parliament", "changed", "cna/vaszary"),
            ],
            "unsure",
            "the same sentence ends in other words",
            score=0.66,
        ),
    ]


def _reuse(desk: Desk) -> list[Reuse]:
    whole = desk.articles["cna"].text
    denial = "He denied that foreign soldiers had been inside the depot when the fire began."
    pump = (
        "The fire began at about 4 a.m. in a pumping station, the port's director, Ilke Maren, told the Calidrian News Agency."
    )
    valves = '"The valves were twenty years old and we had written to the government about them," she said.'
    pairs = [
        ([desk.passage("cna", denial), desk.passage("harbour", denial)], "verbatim", "cna", False),
        ([desk.passage("cna", pump), desk.passage("harbour", pump)], "verbatim", "cna", False),
        (
            [desk.passage("cna", valves), desk.passage("harbour", valves.replace("twenty", "20").replace(" about them", ""))],
            "edited",
            None,
            True,
        ),
        ([passage_of(desk.articles[n], (0, len(whole))) for n in ("cna", "gazette")], "verbatim", "cna", False),
    ]
    return [
        Reuse(finding_id("reuse", members), tuple(members), kind, origin, by("reuse", "a run of shared words"), spoken)  # type: ignore[arg-type]
        for members, kind, origin, spoken in pairs
    ]


def _relays(desk: Desk) -> list[Relay]:
    def relay(source: str, to: str, basis: tuple[str, ...], *places: tuple[str, str]) -> Relay:
        passages = tuple(desk.passage(name, words) for name, words in places)
        return Relay(
            finding_id("relay", passages, source, to), source, to, basis, passages, by("relays", "the report names its source")
        )  # type: ignore[arg-type]

    return [
        relay("cna", "harbour", ("credit", "reuse"), ("harbour", "according to CNA")),
        relay("cna", "gazette", ("dateline", "reuse"), ("gazette", "KARSK, May 3 (CNA)")),
        relay("cna", "undated", ("credit",), ("undated", "CNA reported that Ilke Maren said")),
        relay("Norvane's Foreign Ministry", "norvane", ("credit",), ("norvane", "the Foreign Ministry said")),
        relay("cna/maren", "cna", ("credit",), ("cna", "told the Calidrian News Agency")),
        relay("meridian/ferreg", "meridian", ("credit",), ("meridian", "told the Daily Meridian")),
    ]


def _timeline(desk: Desk) -> list[TimelineEntry]:
    date = desk.date
    return [
        date(
            "Norvane first uses the harbour under the Treaty of Karsk",
            "happened",
            ("1994-01-01", "1994-12-31"),
            "year",
            2,
            ("norvane", "Norvane has used the harbour under the Treaty of Karsk of 1994"),
            ("review", "Norvane first used the harbour in 1994"),
        ),
        date(
            "lost it in the crisis of 2003",
            "happened",
            ("2003-01-01", "2003-12-31"),
            "year",
            1,
            ("review", "lost it in the crisis of 2003"),
        ),
        date(
            "Calidria and Norvane argue over the lease",
            "happened",
            ("2024-01-01", "2024-12-31"),
            "year",
            2,
            ("cna", "Calidria and neighbouring Norvane have argued since 2024"),
            ("review", "came back in 2024"),
        ),
        date(
            "militants cut the depot's fence twice",
            "claimed",
            ("2031-04-01", "2031-04-30"),
            "month",
            1,
            ("harbour", "had cut the depot's fence twice in April"),
        ),
        date(
            "A shift list names eleven Norvanian soldiers",
            "claimed",
            ("2031-05-02", "2031-05-02"),
            "day",
            1,
            ("meridian", "The list was signed on Friday, May 2"),
        ),
        date(
            "Foreign soldiers inside the depot",
            "denied",
            ("2031-05-03", "2031-05-03"),
            "day",
            2,
            ("cna", "He denied that foreign soldiers had been inside the depot"),
            ("norvane", "No Norvanian soldier was inside the Port Sael depot"),
        ),
        date(
            "A fire breaks out at the fuel depot",
            "happened",
            ("2031-05-03", "2031-05-03"),
            "day",
            3,
            ("cna", "A fire that broke out before dawn on Saturday"),
        ),
        date(
            "Nine bodies recovered",
            "happened",
            ("2031-05-04", "2031-05-04"),
            "day",
            1,
            ("meridian", "had recovered nine bodies"),
        ),
        date(
            "Talks on a new lease",
            "planned",
            ("2031-05-14", "2031-05-14"),
            "day",
            2,
            ("cna", "Talks on a new one are planned for May 14 in Karsk"),
        ),
        date("The harbour will open", "planned", ("2031-05-12", "2031-05-18"), "week", 1, ("review", "it will open next week")),
        date(
            "Prosecutors plan to charge two managers",
            "planned",
            ("2031-05-10", "2031-06-30"),
            "unknown",
            1,
            ("review", "Prosecutors plan to charge two managers"),
        ),
        date("The lease ends", "planned", ("2031-06-30", "2031-06-30"), "day", 1, ("cna", "The lease ends on June 30")),
        date(
            "The brigade searches the northern tanks",
            "planned",
            (None, None),
            "unknown",
            1,
            ("meridian", "the brigade would search the northern tanks"),
        ),
    ]


def _entities(desk: Desk) -> tuple[StoryEntity, ...]:
    homes = {
        "vaszary": ("cna", "harbour", "norvane", "review"),
        "maren": ("cna", "harbour", "review", "undated"),
        "agency": ("cna", "harbour", "undated"),
        "ministry": ("cna", "meridian", "review"),
        "ferreg": ("meridian", "review"),
        "brekkan": ("norvane",),
        "aldous": ("meridian",),
        "police": ("harbour",),
        "norvtv": ("norvane",),
        "redtide": ("harbour", "meridian", "norvane", "undated"),
        "source": ("norvane",),
        "mansour": ("undated",),
    }
    made = []
    for key, places in homes.items():
        name, kind, roles = PEOPLE[key]
        members = tuple(sorted(f"{place}/{key}" for place in places))
        aliases = ("Vaszary",) if key == "vaszary" else ()
        made.append(StoryEntity(members[0], name, kind, aliases, roles, members, (), key not in {"police", "source"}))  # type: ignore[arg-type]
    return tuple(sorted(made, key=lambda e: e.id))


def _finished(desk: Desk) -> tuple[AnnotatedArticle, ...]:
    """The articles with their quotations and one entity for every person."""
    names = {
        f"{a}/{k}": Entity(f"{a}/{k}", *PEOPLE[k][:2], named=k not in {"police", "source"}) for a in OUTLETS for k in PEOPLE
    }  # type: ignore[arg-type]
    return tuple(
        dataclasses.replace(
            article,
            quotations=tuple(desk.quotations[name]),
            entities=tuple(names[f"{name}/{k}"] for k in PEOPLE),
            sentences=_sentences(article.text),
        )
        for name, article in desk.articles.items()
    )


def _sentences(text: str) -> tuple[Span, ...]:
    return tuple(m.span() for m in re.finditer(r"\S[^\n]*?(?:[.!?][\"”]?(?=\s)|(?=\n|$))", text))


def make_story() -> Story:
    desk = Desk()
    utterances, groups = tuple(_utterances(desk)), tuple(_claim_groups(desk))
    naming = (
        desk.terms(
            "harbour/redtide",
            "Red Tide Front",
            ("harbour", "militants of the Red Tide Front"),
            ("meridian", "a separatist movement"),
            ("meridian", "Our fighters"),
            ("norvane", "Terrorists of the so-called Red Tide Front"),
            ("undated", "criminals"),
        ),
        desk.terms(
            "e1", "the fire", ("cna", "A fire"), ("harbour", "a blaze"), ("norvane", "the fire"), ("review", "the harbour fire")
        ),
    )
    seen = desk.passage(
        "meridian",
        "A shift list seen by the Daily Meridian shows that eleven Norvanian soldiers were inside the depot "
        "on the night of the fire.",
    )
    mayor = desk.passage("undated", "<b>Hafen</b>", "title")
    exclusives = tuple(
        Exclusive(finding_id("exclusive", [p]), p.article, (p,), by("exclusives", "no other report has these words"))
        for p in (
            seen,
            desk.passage(
                "harbour", "Residents of the Old Quay, a hundred metres from the depot, spent the night in the school gymnasium"
            ),
            mayor,
        )
    )
    return Story(
        id="s0123456789ab",
        title="Fire at Port Sael fuel depot kills at least 14",
        articles=_finished(desk),
        entities=_entities(desk),
        utterances=utterances,
        claim_groups=groups,
        disagreements=tuple(_disagreements(desk)),
        exclusives=exclusives,
        omissions=(Omission("meridian", groups[1].id), Omission("undated", groups[1].id)),
        reuse=tuple(_reuse(desk)),
        relays=tuple(_relays(desk)),
        origins=(("cna", "gazette", "harbour"), ("meridian",), ("norvane",), ("review",), ("undated",)),
        naming=naming,
        events=(
            Event(
                "e1",
                "The fire at Port Sael",
                ("cna", "gazette", "harbour", "meridian", "norvane", "undated"),
                "2031-05-03",
                "2031-05-04",
            ),
            Event("e2", "A week after", ("review",), "2031-05-09", "2031-05-10"),
        ),
        timeline=tuple(_timeline(desk)),
        notices=(
            Notice("duplicate", "gazette", "gazette is a copy of cna and is counted once."),
            Notice("undated", "undated", "undated carries no date; <b>nothing</b> was assumed."),
        ),
        manifest=Manifest(
            {"variorum": "0.1.0", "quotations": "1"},
            {"language": "en", "tier": "fast"},
            {"pipeline": "ab" * 32},
            {"cna": "cd" * 32},
        ),
    )


def multiply(story: Story, times: int) -> Story:
    """A story of ``times`` as many reports: every record again under other article and finding ids."""
    whole: dict[str, Any] = {}
    data = to_data(story)
    ids = {a.id for a in story.articles}

    def renamed(value: Any, number: int) -> Any:
        if isinstance(value, str):
            head, _, rest = value.partition("/")
            if head in ids:
                return f"{head}{number}/{rest}" if rest else f"{head}{number}"
            return f"{value[:10]}{number:03x}" if re.fullmatch(r"[a-z][0-9a-f]{12}", value) else value
        if isinstance(value, list):
            return [renamed(v, number) for v in value]
        if isinstance(value, dict):
            return {k: v if k == "text" else renamed(v, number) for k, v in value.items()}
        return value

    for number in range(times):
        for key, value in renamed(data, number).items():
            whole[key] = whole.get(key, []) + value if isinstance(value, list) else value
    return from_data(Story, whole)


@pytest.fixture(scope="session")
def story() -> Story:
    return make_story()


@pytest.fixture(scope="session")
def edition(story: Story) -> Edition:
    return make_edition(story)


@pytest.fixture(scope="session")
def contents(story: Story) -> Contents:
    return make_contents(story)


@pytest.fixture(scope="session")
def make() -> Callable[[], Story]:
    return make_story


@pytest.fixture(scope="session")
def multiplied() -> Callable[[int], Story]:
    return lambda times: multiply(make_story(), times)


@pytest.fixture(scope="session")
def long_story(multiplied: Callable[[int], Story]) -> Story:
    """A story whose page has leaves."""
    return multiplied(7)
