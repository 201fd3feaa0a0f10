"""Grids, hours, days and several errors at once, as the browser sends them."""

from collective.rendezvous.content.forms import EditForm
from datetime import date
from plone import api
from typing import Any
from z3c.form.interfaces import IFormLayer
from zope.interface import alsoProvides

import pytest


@pytest.fixture
def section(manager: Any) -> Any:
    it = api.content.create(manager, "RendezVousSection", id="rdv", title="Rendez-vous")
    api.content.create(it, "AppointmentType", id="passport", title="Passeport", duration=20)
    return it


def filled(obj: Any, request: Any, **values: Any) -> EditForm:
    """The edit form of an object with everything it shows sent back, and these values."""
    from plone.app.z3cform.interfaces import IPloneFormLayer

    alsoProvides(request, IPloneFormLayer, IFormLayer)
    shown = EditForm(obj, request)
    shown.portal_type = obj.portal_type
    shown.update()
    for form in (shown, *shown.groups):
        for widget in form.widgets.values():
            if hasattr(widget, "value") and isinstance(widget.value, str | list | tuple):
                request.form[widget.name] = widget.value
    request.form.update({f"form.widgets.{name.replace('__', '.')}": value for name, value in values.items()})
    again = EditForm(obj, request)
    again.portal_type = obj.portal_type
    again.update()
    return again


def told(form: EditForm) -> dict[str, str]:
    """The messages beside the widgets."""
    _data, errors = form.extractData()
    return {each.widget.__name__ if each.widget is not None else "": each.message for each in errors}


def test_days_are_typed_one_per_line(section, integration):
    form = filled(section, integration["request"], holidays_worked="2026-12-25\n11/11/2026\n")
    data, errors = form.extractData()
    assert not errors
    assert data["holidays_worked"] == [date(2026, 11, 11), date(2026, 12, 25)]
    form = filled(section, integration["request"], holidays_worked="Noël")
    assert list(told(form)) == ["holidays_worked"]


def test_rows_of_closures_are_read(section, integration):
    rows = {
        "closures__count": "1",
        "closures__0-empty-marker": "1",
        "closures__0__widgets__first_day": "2026-12-24",
        "closures__0__widgets__last_day": "2026-12-24",
        "closures__0__widgets__start": "14h",
        "closures__0__widgets__end": "",
        "closures__0__widgets__reason": "Réveillon",
    }
    data, errors = filled(section, integration["request"], **rows).extractData()
    assert not errors
    [row] = data["closures"]
    assert (row["first_day"], row["start"], row["end"], row["reason"]) == (
        date(2026, 12, 24),
        "14:00",
        None,
        "Réveillon",
    )
    rows["closures__0__widgets__last_day"] = "2026-12-23"
    assert list(told(filled(section, integration["request"], **rows))) == ["closures"]


def test_rows_of_questions_are_read(section, integration):
    rows = {
        "questions__count": "2",
        "questions__0-empty-marker": "1",
        "questions__1-empty-marker": "1",
        "questions__0__widgets__label": "Motif",
        "questions__0__widgets__kind": ["choice"],
        "questions__0__widgets__choices": "Perte\nVol",
        "questions__0__widgets__required": ["selected"],
        "questions__1__widgets__label": "Nombre",
        "questions__1__widgets__kind": ["number"],
        "questions__1__widgets__choices": "",
    }
    data, errors = filled(section["passport"], integration["request"], **rows).extractData()
    assert not errors
    first, second = data["questions"]
    assert (first["label"], first["kind"], first["choices"], first["required"]) == (
        "Motif",
        "choice",
        ["Perte", "Vol"],
        True,
    )
    assert (second["kind"], second["choices"], second["required"]) == ("number", [], False)
    rows["questions__1__widgets__label"] = "Motif"
    assert list(told(filled(section["passport"], integration["request"], **rows))) == ["questions"]


def test_several_problems_stand_beside_their_fields(section, integration):
    form = filled(section, integration["request"], day_start="19h", holidays_subdivision="99")
    assert set(told(form)) == {"day_end", "holidays_subdivision"}
    [group] = [group for group in form.groups if "day_end" in group.widgets]
    assert group.widgets["day_end"].error is not None


def test_an_hour_that_is_none_is_told(section, integration):
    form = filled(section, integration["request"], day_start="quelques")
    assert list(told(form)) == ["day_start"]
