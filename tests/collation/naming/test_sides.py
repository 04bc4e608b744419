"""Who cannot be meant: forces of the state are no rebels. Invented sentences."""

from collections.abc import Callable

from variorum.records import AnnotatedArticle, Naming

Told = Callable[..., AnnotatedArticle]
Named = Callable[..., dict[str, Naming]]


def texts(naming: Naming) -> set[str]:
    return {t.text for t in naming.terms}


def test_forces_of_the_state_never_stand_under_the_rebels(told: Told, named: Named) -> None:
    one = told("a", "The Osk Liberation Front entered Tressa on Monday night. Its rebels took the bridge, a baker said.")
    other = told("b", "Government soldiers entered Tressa on Monday night. The insurgents took the bridge, a baker said.")
    third = told("c", "Fighters of the Osk Liberation Front entered Tressa on Monday night, and terrorists took the bridge.")
    front = next(texts(n) for label, n in named(one, other, third).items() if "Front" in label)
    assert {"insurgents", "terrorists"} <= front
    assert not any("soldier" in text for text in front)


def test_fighters_of_a_body_read_as_two_names_are_its_own(told: Told, named: Named) -> None:
    one = told("a", "Fighters of the Front of the Nine Hills took the mill at Osk on Monday. The rebels burned two lorries.")
    other = told("b", "Terrorists attacked the mill at Osk on Monday. The insurgents of the Nine Hills left at dawn.")
    third = told("c", "Bandits burned the mill at Osk on Monday. The bandits came at night, the ministry said.")
    found = [texts(n) for n in named(one, other, third).values()]
    assert any("bandits" in {t.casefold() for t in terms} and "rebels" in terms for terms in found)


def test_fighters_of_two_bodies_stand_apart(told: Told, named: Named) -> None:
    one = told(
        "a",
        "Fighters of the Osk Liberation Front shelled Tressa. Rebels of the Velm Liberation Army held the bridge on Monday.",
    )
    other = told("b", "Terrorists shelled Tressa on Monday. The terrorists came from the hills, the ministry said.")
    rows = named(one, other)
    assert not any(label.endswith(("Front", "Army")) and "terrorists" in texts(n) for label, n in rows.items())


def test_own_martyrs_are_no_rebels(told: Told, named: Named) -> None:
    one = told("a", "Rebels of the Osk Liberation Front attacked the barracks at Tressa on Monday, the agency said.")
    other = told("b", "Terrorists attacked the barracks at Tressa on Monday. Nine soldiers fell as martyrs, the ministry said.")
    front = next(texts(n) for label, n in named(one, other).items() if "Front" in label)
    assert "martyrs" not in front
