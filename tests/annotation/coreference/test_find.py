import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from variorum.annotation.coreference.find import find_references
from variorum.annotation.coreference.references import References
from variorum.annotation.nlp import Pipeline
from variorum.records.annotation import Entity

STORY = """Norland rejects Ruvanian demand to reopen border

VELM, Norland (Boreal News) - Norland on Tuesday rejected a demand by Ruvania to reopen the crossing at Tarsk, with \
Foreign Minister Anna Lindqvist calling it "an insult".

Velm closed the crossing last week. The foreign minister told reporters that the Norlandic government would not back down. \
"I have told my colleague so," Lindqvist said.

A spokesman for the Ruvanian Defence Ministry denied the claim. "Our soldiers never left their posts," Colonel Petr Havran \
said in an interview. He accused Velm of inventing the incident.

The Ruvanian capital, Karsk, has been tense. In Karsk, hundreds gathered. Karsk later recalled its ambassador, Ivo Brandt.

The International River Commission (IRC) said it saw no patrol. The IRC had sent a report. The commission has offices in \
Velm. Two officials said the minister was right.
"""


class Reader:
    """The entities of a text by name, with the words of their mentions."""

    def __init__(self, pipeline: Pipeline, text: str) -> None:
        self.text = text
        self.references: References = find_references(pipeline.nlp(text))

    def words(self, entity: Entity) -> list[str]:
        return [self.text[m.start : m.end] for m in self.references.mentions if m.entity == entity.id]

    def at(self, words: str, nth: int = 0) -> Entity:
        """The entity that the ``nth`` occurrence of ``words`` refers to."""
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        head = start + len(words) - len(words.rsplit(maxsplit=1)[-1])
        mention = self.references.headed_at(head) or self.references.mention_at(start, start + len(words))
        assert mention is not None, words
        return self.references.entity(mention.entity)

    def same(self, one: str, other: str) -> bool:
        return self.at(one).id == self.at(other).id


@pytest.fixture(scope="module")
def story(pipeline: Pipeline) -> Reader:
    return Reader(pipeline, STORY)


def test_a_name_and_its_function_are_one_person(story: Reader) -> None:
    minister = story.at("Lindqvist")
    assert minister.name == "Anna Lindqvist"
    assert minister.type == "person" and minister.named
    assert [r.text for r in minister.roles] == ["Foreign Minister"]
    assert {"The foreign minister", "the minister", "Lindqvist"} <= set(story.words(minister))


def test_roles_name_their_own_words(story: Reader) -> None:
    for entity in story.references.entities:
        for role in entity.roles:
            assert STORY[slice(*role.span)] == role.text


def test_a_quoted_i_is_the_speaker_of_the_paragraph(story: Reader) -> None:
    assert {"I", "my"} <= set(story.words(story.at("Lindqvist")))


def test_a_spokesman_is_the_officer_named_after_him(story: Reader) -> None:
    assert story.same("A spokesman", "Petr Havran")
    assert story.at("He").name == "Petr Havran"


def test_government_and_place_are_kept_apart(story: Reader) -> None:
    acting, place = story.at(["Norland", "on", "Tuesday"][0]), story.at(["Norland", "(Boreal"][0], 1)
    assert acting.type == "government"
    assert place.type == "place"
    assert "the Norlandic government" in story.words(acting)


def test_an_invented_capital_stands_for_its_state(story: Reader) -> None:
    ruvania = story.at(["Karsk", "later"][0], 2)
    assert ruvania.type == "government"
    assert story.at(["by", "Ruvania"][1], 1).id == ruvania.id
    assert story.at("Karsk").type == "place"
    assert ruvania.country is None


def test_an_acronym_and_a_head_noun_lead_to_the_full_name(story: Reader) -> None:
    commission = story.at("International River Commission")
    assert {"IRC", "The commission", "it"} <= set(story.words(commission))
    assert commission.aliases == ("IRC",)


def test_sources_without_a_name_are_entities(story: Reader) -> None:
    officials = story.at("Two officials")
    assert not officials.named
    assert officials.type == "group"


def test_ids_follow_the_first_mention(story: Reader) -> None:
    seen = list(dict.fromkeys(m.entity for m in story.references.mentions))
    assert seen == [f"e{n}" for n in range(1, len(seen) + 1)]
    assert [e.id for e in story.references.entities] == seen


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Karim al-Jaffari arrived on Friday. Jafari met the press.", "Karim al-Jaffari", "Jafari"),
        ("Fighters of Islamic State fled. Daesh held the town for a year.", "Islamic State", "Daesh"),
        ("The Interior Ministry was warned. The ministry did not react.", "Interior Ministry", "The ministry"),
        ("Tom Hale, a spokesman for the port, apologised. The spokesman said trams would run.", "Tom Hale", "The spokesman"),
        ("Zentrix Inc fell 20% after the software company lost a client.", "Zentrix Inc", "the software company"),
        ("Liam Hart hit back on Friday. The builder said he was sorry.", "Liam Hart", "The builder"),
        ("French President Paul Morin met Premier Olaf Lund. The French leader smiled.", "Paul Morin", "The French leader"),
        ("The US government told Paris so. In the end Washington rejected it.", "The US government", "Washington"),
        ("He fled to Norway. Trains stopped in Norway on Monday. The country was cold.", "Norway", "The country"),
    ],
)
def test_one_bearer_under_two_names(pipeline: Pipeline, text: str, one: str, other: str) -> None:
    reader = Reader(pipeline, text)
    last = other.split(maxsplit=1)[0] if other.endswith("rejected") else other
    assert reader.at(one).id == reader.at(last, text.count(last) - 1).id


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Anna Reed sued Tom Reed on Monday in the county court.", "Anna Reed", "Tom Reed"),
        ("Foreign Minister Ana Holm resigned. The prime minister said so.", "Ana Holm", "The prime minister"),
        ("Iraqi President Adil Nouri met Reza Amini. The Iranian president left.", "Adil Nouri", "The Iranian president"),
        ("An official said it was over. Later an official denied that.", "An official", "an official"),
        ("The Norvik police chief left. The Karsk police chief stayed.", "The Norvik police chief", "The Karsk police chief"),
        ("Mayor Tom Hale resigned. The deputy mayor took over.", "Tom Hale", "The deputy mayor"),
        ("The Norlandic Freedom Army fled. The Norlandic army won.", "Norlandic Freedom Army", "The Norlandic army"),
        ("The Norvik Echo printed it. Fans waited. The council was angry.", "Norvik Echo", "The council"),
        ("A spokesman denied it. Anna Bell, who lives nearby, said she saw smoke.", "A spokesman", "Anna Bell"),
        ("Ms Bell died at home. Mr Bell was unhurt.", "Ms Bell", "Mr Bell"),
    ],
)
def test_two_bearers_stay_two(pipeline: Pipeline, text: str, one: str, other: str) -> None:
    reader = Reader(pipeline, text)
    assert reader.at(one).id != reader.at(other).id


@pytest.mark.parametrize(
    ("text", "pronoun", "expected"),
    [
        ("Mara Oss met Tom Hale. She thanked him.", "She", "Mara Oss"),
        ("Mara Oss met Tom Hale. She thanked him.", "him", "Tom Hale"),
        ("Zentrix Ltd said it would close its plant.", "it", "Zentrix Ltd"),
        ('Tom Hale criticised Mayor Olaf Lund. "Trams are late," he said. He added that fares rose.', "He", "Tom Hale"),
        ("Norland rejected the plan and recalled its envoy.", "its", "Norland"),
        ("Tom and Sarah Bell left the town in May. They ran a bakery.", "They", "Tom and Sarah Bell"),
    ],
)
def test_pronouns(pipeline: Pipeline, text: str, pronoun: str, expected: str) -> None:
    assert Reader(pipeline, text).at(pronoun).name == expected


def test_a_quoted_he_is_not_the_one_who_is_quoted(pipeline: Pipeline) -> None:
    reader = Reader(pipeline, 'Rob Dale refused to blame Lukas Brandt. "He has saved us so often," Dale said.')
    assert reader.at("He").name == "Lukas Brandt"


def test_a_function_in_the_title_belongs_to_the_person_named_below(pipeline: Pipeline) -> None:
    text = "Norland 'rejects' bases: Foreign Minister\n\nForeign Minister Anna Lindqvist said on Monday that bases were out."
    reader = Reader(pipeline, text)
    assert reader.at("Foreign Minister").name == "Anna Lindqvist"


def test_a_man_in_the_lead_is_named_with_his_age(pipeline: Pipeline) -> None:
    text = "Man jailed over fire\n\nA man has been jailed for arson. Daniel Okoro, 34, showed no emotion in the dock."
    reader = Reader(pipeline, text)
    assert reader.at("Man").id == reader.at("A man").id == reader.at("Daniel Okoro").id


def test_a_country_in_a_match_is_a_team(pipeline: Pipeline) -> None:
    text = "Norland beat Japan 3-0 in the cup. The striker scored a goal, the goalkeeper saved a penalty. The coach smiled."
    assert Reader(pipeline, text).at("Japan").type in {"group", "place"}
    assert not any(e.type == "government" for e in Reader(pipeline, text).references.entities)


def test_a_pronoun_of_another_gender_is_left_out(pipeline: Pipeline) -> None:
    reader = Reader(pipeline, "Tom Hale resigned. She was appointed on Monday.")
    start = reader.text.index("She")
    assert reader.references.mention_at(start, start + 3) is None


def test_the_surname_that_the_pipeline_mistakes_is_repaired(pipeline: Pipeline) -> None:
    reader = Reader(pipeline, "Ivo Karsten, the mayor, spoke. Karsten said trams would stop. In Karsten's view fares are low.")
    mayor = reader.at("Ivo Karsten")
    assert mayor.type == "person"
    assert reader.words(mayor).count("Karsten") == 2


def test_countries_have_codes(pipeline: Pipeline) -> None:
    reader = Reader(pipeline, "Norwegian Foreign Minister Ola Dahl flew to Japan. The Danish parliament voted.")
    assert reader.at("Ola Dahl").country == "NOR"
    assert reader.at("Japan").country == "JPN"
    assert reader.at("Danish parliament").country == "DNK"


def test_the_same_text_gives_the_same_references(pipeline: Pipeline, story: Reader) -> None:
    assert find_references(pipeline.nlp(STORY)) == story.references


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(STORY.replace("\n", " \n ").split(" ")), max_size=40))
def test_spans_lie_in_the_text_and_entities_exist(pipeline: Pipeline, pieces: list[str]) -> None:
    text = " ".join(pieces)
    references = find_references(pipeline.nlp(text))
    ids = {e.id for e in references.entities}
    for mention in references.mentions:
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end].strip() == text[mention.start : mention.end]
        assert mention.entity in ids
    assert {m.entity for m in references.mentions} == ids


def test_his_government_is_that_of_his_country(pipeline: Pipeline) -> None:
    reader = Reader(pipeline, "Hungarian Justice Minister Ede Nagy said his government would wait. Budapest rejected the plan.")
    assert reader.same("his government", "Budapest")


def test_brussels_speaks_for_the_union_where_that_is_the_matter(pipeline: Pipeline) -> None:
    reader = Reader(pipeline, "The European Union warned Hungary. Hungary told Brussels to wait. Brussels warned it again.")
    assert reader.at("Brussels", 1).name == "European Union"
