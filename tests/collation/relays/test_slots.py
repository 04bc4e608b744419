import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.annotation.annotate import annotate_article
from variorum.collation.relays.credits import find_credits, press_of
from variorum.collation.relays.slots import capitalised, is_owned, slots
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Article

HANDED_ON = [
    ("“We were never asked,” Mayor Ines Tarrow told Vestlund on Monday.", {"Vestlund"}),
    ("Speaking to Vestlund, Mayor Ines Tarrow said the bridge would stay closed.", {"Vestlund"}),
    ("TVK quoted him as saying that the dam would hold.", {"TVK"}),
    ("Citing two people close to the talks, Morgonvind said an agreement was near.", {"Morgonvind"}),
    ("Ms Tarrow gave an interview to Lumen in which she described the night of the fire.", {"Lumen"}),
    ("As Vestlund reports, the ship was not insured.", {"Vestlund"}),
    ("The letter was leaked to the Karsk Tribune.", {"Karsk Tribune"}),
    ("Pravnik, an exile site, put the number of deserters at forty.", {"Pravnik"}),
    ("The admiral used an appearance on Ostland 1 to accuse the navy of lying.", {"Ostland 1"}),
    ("Asked by KTA if the border was open, the governor said it was.", {"KTA"}),
    ("In an interview with the Orlen newspaper Lumen, Tarrow said that the dam would hold.", {"Lumen"}),
    ("“I was asleep,” he confided to the review “Lumen”.", {"Lumen"}),
    ("“I was asleep,” the keeper told Channel West.", {"Channel West"}),
    ("The road is open, a driver told the Orlish agency Tavir, as relayed by the Karsk agency KTA.", {"Tavir", "KTA"}),
    ("The interview was aired late on Lumen, and the mayor did not like it.", {"Lumen"}),
    ("“I was asleep,” he told the English-language “Vestlund Post”.", {"Vestlund Post"}),
    ("The letter had lain in a drawer, Tarrow told Vestlund and the Karsk Tribune.", {"Vestlund", "Karsk Tribune"}),
    ("As Vestlund wrote last week, the ship was not insured.", {"Vestlund"}),
    ("The keeper told Sunday's Vestlund that he was asleep.", {"Vestlund"}),
    ("The keeper told a reporter from Vestlund that he was asleep.", {"Vestlund"}),
    ("The Karsk Tribune has seen the letter, which bears no date.", {"Karsk Tribune"}),
    ("Vestlund was first with the news of the sale.", {"Vestlund"}),
    ("The keeper made the claim in a phone-in on Lumen.", {"Lumen"}),
    ("The Perrick Press Association reported a fire.", {"Perrick Press Association"}),
    ("The Press Association reported a fire.", {"Press Association"}),
    ("The ships. Radio Orlen: nine. The Karsk Tribune: about ten.", {"Radio Orlen", "Karsk Tribune"}),
    ("“I have sold nothing,” the admiral said on Friday to the Tarvian channel Alma.", {"Alma"}),
    ("He gave his only interview since the fire to Vestlund.", {"Vestlund"}),
    ("The number of ships was first given by the weekly Lumen.", {"Lumen"}),
    ("The keeper went on Radio Orlen this morning to repeat it.", {"Radio Orlen"}),
    ("The Karsk Tribune puts the number of ships at forty.", {"Karsk Tribune"}),
    ("The dam will hold, the KTA agency added, citing an engineer.", {"KTA"}),
]
NOTHING_CAME = [
    "“I have sold nothing,” the admiral told the engineer Alma.",
    "Some 4,000 people are without a roof, according to the Silver Lantern relief group.",
    "A baker in Vestlund reported last week that his oven had been stolen.",
    "The Evening Star ferry was held in port, an officer said.",
    "Velmar Steel has seen the letter and will answer it.",
    "Kanal 9's correspondent was detained at the bridge on Sunday.",
    "The minister cited Orlen Today's debts as a reason for the sale.",
    "The minister told the Varescan parliament that the bridge would be closed.",
    "The minister told Ambassador Lumen that he was sorry.",
    "The director told Velmar Steel that the order was cancelled.",
    "The minister told MPs that the bridge would be closed.",
    "The relief group is alarmed by the air attack on Dorvane and by what came later.",
    "According to Velmar Steel, the furnace was cold.",
    "The Karsk Tribune has not reported the death.",
    "The government took Radio Orlen off the air on Monday.",
    "A study published in the Journal of Hydrology found cracks in the dam.",
    "The minister told reporters on Tuesday that it was closed. On Tuesday, a Tarvian newspaper, named nobody, came out late.",
    "“I was asleep,” he posted on Chirpline.",
    "To an Orlen paper he said that the dam would hold.",
    "The press service of the Ministry is closed today.",
    "The minister told Lesk that the pact was dead. Lesk lies on the coast. The road to Lesk is closed.",
]


def made(pipeline: Any, sentence: str, outlet: str = "Karsk Post") -> AnnotatedArticle:
    text = f"Trouble in Selde\n\nThe council met on Monday and did nothing at all.\n\n{sentence}\n\nIt will meet again."
    return annotate_article(Article("a", text, outlet=outlet), pipeline)


@pytest.mark.parametrize(("sentence", "names"), HANDED_ON)
def test_what_stands_where_an_outlet_does_is_one(pipeline: Any, sentence: str, names: set[str]) -> None:
    article = made(pipeline, sentence)
    assert {c.name for c in find_credits(article)} == names
    assert all(article.text[slice(*slot.span)] == slot.name for slot in slots(article))


@pytest.mark.parametrize("sentence", NOTHING_CAME)
def test_names_of_others_and_outlets_that_are_the_news_are_no_credits(pipeline: Any, sentence: str) -> None:
    assert find_credits(made(pipeline, sentence)) == ()


def test_what_one_report_calls_an_outlet_is_one_in_all(pipeline: Any) -> None:
    calls = made(pipeline, "The exile site Pravnik has the list.", "Selde Times")
    plain = made(pipeline, "Pravnik put the number of deserters at forty.")
    assert {c.name for c in find_credits(plain, press=press_of([calls, plain]))} == {"Pravnik"}
    assert find_credits(plain, press=press_of([plain])) == ()


def test_a_text_may_end_with_a_noun_for_outlets(pipeline: Any) -> None:
    article = annotate_article(Article("a", "ENDS. CONTACT: PRESS@VELMAR.EXAMPLE"), pipeline)
    assert not list(slots(article)) and not find_credits(article)


@pytest.mark.parametrize("outlet", ["Food Authority", "Velmar Steel"])
def test_whoever_publishes_its_own_statement_is_no_press(outlet: str) -> None:
    notice = Article("n", f"{outlet} recalls tins\n\nShops were told on Monday.", outlet=outlet)
    assert press_of([notice]).outlets == frozenset()


def test_the_place_of_an_outlet_is_not_its_short_name() -> None:
    assert press_of([Article("v", "Ships sail.", outlet="Voice of Orlen")]).short == frozenset()
    assert press_of([Article("v", "Ships sail.", outlet="Orlen Herald")]).short == {"herald"}


@given(st.text(alphabet="ABab. ’s\n“”1", max_size=60))
def test_runs_of_capitals_stand_in_the_text_and_part(text: str) -> None:
    article = AnnotatedArticle("a", text)
    runs = list(capitalised(article))
    assert all(0 <= s < e <= len(text) for s, e in runs)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(runs))
    assert not any(is_owned(article, len(text)) for _ in runs)
