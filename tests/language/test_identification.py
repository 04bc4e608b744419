"""English is told from other languages by its common words."""

import pytest

from variorum.language.identification import is_foreign, seems_to_be
from variorum.language.tokens import find_words
from variorum.records.article import Article

ENGLISH = (
    "Rescue crews dug with shovels and bare hands through a second night in the hill towns, where the disaster agency put the "
    "death toll at 63 on Tuesday and warned that it would rise, while the minister flew to the area."
)
OTHERS = {
    "German": "Mehrere Menschen wurden verletzt, als ein Teil des Kais in der Stadt nachgab, sagte der Minister. "
    "Der Kai bleibt geschlossen, bis die Ingenieure jeden Balken angesehen haben, und Familien wurden in Sicherheit gebracht.",
    "French": "Plusieurs personnes ont été blessées lorsque une partie du quai a cédé dans le port, a déclaré le ministre. "
    "Le quai restera fermé jusqu'à ce que les ingénieurs aient examiné chaque poutre, et les familles ont été mises à l'abri.",
    "Spanish": "Varias personas resultaron heridas cuando una parte del muelle cedió en el puerto, dijo el ministro. "
    "El muelle seguirá cerrado hasta que los ingenieros hayan examinado cada viga, y las familias fueron puestas a salvo.",
    "Turkish": "Limandaki rıhtımın bir bölümü çökünce çok sayıda kişi yaralandı, dedi bakan gazetecilere. Mühendisler "
    "her kirişi inceleyene kadar rıhtım kapalı kalacak ve aileler güvenli yerlere taşındı, onarım pahalı olacak diye ekledi.",
    "Russian": "Несколько человек пострадали, когда часть причала в порту обрушилась, сообщил министр. Причал останется "
    "закрытым, пока инженеры не осмотрят каждую балку, а семьи были размещены в школах и гостиницах по всему городу и области.",
}


def test_english_is_english() -> None:
    assert seems_to_be(find_words(ENGLISH))


@pytest.mark.parametrize("name", sorted(OTHERS))
def test_other_languages_are_not(name: str) -> None:
    assert not seems_to_be(find_words(OTHERS[name]))


def test_a_few_words_are_not_judged() -> None:
    assert seems_to_be(find_words(OTHERS["German"][:60]))


def test_what_a_report_says_of_its_language_counts() -> None:
    assert is_foreign(Article("a", ENGLISH, language="fr")) and is_foreign(Article("b", OTHERS["German"], language="en"))
    assert not is_foreign(Article("c", ENGLISH, language="en-GB")) and not is_foreign(Article("d", ENGLISH))
