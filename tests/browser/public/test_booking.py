from typing import Any


def choose(citizen: Any, section: Any, hour: str = "9\xa0h\xa020") -> None:
    citizen.open(section.absolute_url())
    citizen.getLink(url="/rendez-vous/cni").click()
    form = citizen.getForm(action="@@details", index=0)
    form.getControl(name="start", index=0).click()


def test_a_citizen_sees_what_one_can_come_for(citizen: Any, section: Any) -> None:
    citizen.open(section.absolute_url())
    assert "Carte d'identité" in citizen.contents
    assert "mercredi 11 novembre" in citizen.contents


def test_a_citizen_books(citizen: Any, section: Any, hand: Any) -> None:
    choose(citizen, section)
    assert "Vos coordonnées" in citizen.contents
