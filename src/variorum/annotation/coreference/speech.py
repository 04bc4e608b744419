"""The first person: the writer outside quotation marks, the one speaker of the paragraph inside them."""

from variorum.annotation.coreference.clusters import Cluster
from variorum.annotation.coreference.pronouns import is_speaking
from variorum.annotation.coreference.state import Reading
from variorum.annotation.mentions.find import Phrase
from variorum.annotation.mentions.turns import LEAST, turns
from variorum.annotation.words.lists import listed


def resolve_first_person(reading: Reading, phrases: list[Phrase]) -> None:
    """Give ``I`` and ``we`` to the writer (outside quotation marks) and quoted ``I`` to the paragraph's only speaker."""
    speakers, labelled = _speakers(reading), _labelled(reading)
    writers: dict[str, Cluster] = {}
    for phrase in phrases:
        number = (
            "plural"
            if phrase.lemma in listed("first_plural")
            else "singular"
            if phrase.lemma in listed("first_singular")
            else ""
        )
        if not number:
            continue
        if number == "singular" and reading.found.paragraph[phrase.head] in labelled:
            reading.mention(phrase, labelled[reading.found.paragraph[phrase.head]])
        elif not reading.found.quoted[phrase.head]:
            if number not in writers:
                writers[number] = reading.new(phrase)
            reading.mention(phrase, writers[number])
        elif number == "singular":
            cluster = _speaker_near(reading, phrase, speakers)
            if cluster is not None:
                reading.mention(phrase, cluster)


def _labelled(reading: Reading) -> dict[int, Cluster]:
    """The person whose label opens a paragraph of an interview, by paragraph."""
    found = reading.found
    paragraphs: dict[int, list[int]] = {}
    for token, number in enumerate(found.paragraph) if found.text.count(":") >= LEAST else ():
        if found.text[token].strip():
            paragraphs.setdefault(number, []).append(token)
    rows = list(paragraphs.items())
    marked = turns([[found.text[t] for t in tokens] for _, tokens in rows])
    heads = {rows[n][0]: rows[n][1][colon - 1] for n, colon in marked.items()}
    named = {number: reading.at_head.get(head) for number, head in heads.items()}
    return {number: cluster for number, cluster in named.items() if cluster is not None and cluster.type == "person"}


def _speakers(reading: Reading) -> dict[int, list[Cluster]]:
    """The single people who speak in each paragraph."""
    found = reading.found
    table: dict[int, list[Cluster]] = {}
    for phrase, cluster in reading.history:
        single = cluster.type == "person" and not cluster.plural
        if single and not found.quoted[phrase.head] and is_speaking(found, phrase.head):
            known = table.setdefault(found.paragraph[phrase.head], [])
            if not any(c is cluster for c in known):
                known.append(cluster)
    return table


def _speaker_near(reading: Reading, phrase: Phrase, speakers: dict[int, list[Cluster]]) -> Cluster | None:
    found = reading.found
    number = found.paragraph[phrase.head]
    known = speakers.get(number)
    if known is None and _all_quoted(reading, phrase):
        earlier = [n for n in speakers if n < number]
        known = speakers[max(earlier)] if earlier and number - max(earlier) <= 2 else None
    return known[0] if known and len(known) == 1 else None


def _all_quoted(reading: Reading, phrase: Phrase) -> bool:
    """Whether the paragraph of ``phrase`` stands in quotation marks as a whole."""
    found, first = reading.found, phrase.head
    while first and found.paragraph[first - 1] == found.paragraph[phrase.head]:
        first -= 1
    last = phrase.head
    while last + 1 < len(found) and found.paragraph[last + 1] == found.paragraph[phrase.head]:
        last += 1
    return all(found.quoted[i] or not found.text[i].strip() for i in range(first, last + 1))
