"""The two parts of a letter: the same words, well-formed, nothing from elsewhere."""

from collective.rendezvous.notifications.blocks import Items
from collective.rendezvous.notifications.blocks import Link
from collective.rendezvous.notifications.blocks import Paragraph
from collective.rendezvous.notifications.blocks import read
from collective.rendezvous.notifications.blocks import Rows
from collective.rendezvous.notifications.html import html
from collective.rendezvous.notifications.text import own
from collective.rendezvous.notifications.text import Text
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from lxml.etree import fromstring
from types import SimpleNamespace
from typing import Any

import pytest
import re


BLOCKS = [
    Paragraph("Bonjour <b> & « vous »\nlisez https://example.org/a?b=1&c=2."),
    Rows((("Quand", "jeudi"), ("Où", "<mairie>"))),
    Items(("Photo\nde moins de 6 mois", "Titre"), "À apporter"),
    Link("Mon rendez-vous", "https://example.org/rdv?key=a&b=c"),
    Paragraph("Une question ?", small=True),
]


def drawn(text: Text) -> Any:
    return fromstring(html(text).removeprefix("<!DOCTYPE html>").encode())


def words(root: Any) -> str:
    body = root.find("{*}body")
    return " ".join(" ".join(body.itertext()).split())


def test_the_page_is_well_formed_and_says_its_language_and_subject() -> None:
    root = drawn(Text("Sujet <1>", BLOCKS, "fr"))
    assert root.get("lang") == "fr"
    assert root.findtext(".//{*}title") == root.findtext(".//{*}h1") == "Sujet <1>"
    assert root.find(".//{*}main/{*}div").get("lang") == "fr"
    assert [link.get("href") for link in root.iter("{*}a")] == [
        "https://example.org/a?b=1&c=2",
        "https://example.org/rdv?key=a&b=c",
    ]
    assert [item.text for item in root.iter("{*}dt")] == ["Quand", "Où"]
    assert len(list(root.iter("{*}li"))) == 2


def test_nothing_in_it_is_fetched_and_nothing_runs() -> None:
    text = html(Text("Sujet", BLOCKS, "fr"))
    assert not re.search(r"<(img|script|link|iframe|object|table)\b|src=|url\(|@import|\son\w+=", text)


def test_colours_are_left_to_the_reader_but_where_both_are_given() -> None:
    for style in re.findall(r'style="([^"]*)"', html(Text("Sujet", BLOCKS, "fr"))):
        given = {part.split(":")[0].strip() for part in style.split(";") if part.strip()}
        assert ("color" in given) == ("background-color" in given)


def test_the_plain_part_says_the_same_with_addresses_in_full() -> None:
    assert Text("Sujet", BLOCKS, "en").plain == (
        "Bonjour <b> & « vous »\nlisez https://example.org/a?b=1&c=2.\n\n"
        "Quand: jeudi\nOù: <mairie>\n\n"
        "À apporter\n- Photo\n  de moins de 6 mois\n- Titre\n\n"
        "https://example.org/rdv?key=a&b=c\n\n"
        "Une question ?\n"
    )


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n- <>&")))
def test_whatever_a_town_writes_is_well_formed_and_keeps_its_words(written: str) -> None:
    section = SimpleNamespace(mail_x_subject="", mail_x_body=written)
    usual = Text("Sujet", [Paragraph("habituel")], "fr")
    text = own(section, "x", usual, {})
    root = drawn(text)
    if written.strip():
        assert text.plain.split() == written.split()
        told = words(root).replace("Sujet", "", 1)
        assert re.sub(r"\W", "", told) == re.sub(r"\W", "", written)
    else:
        assert "habituel" in words(root)


@pytest.mark.parametrize(
    ("written", "blocks"),
    [
        ("Un\ndeux\n\ntrois", [Paragraph("Un\ndeux"), Paragraph("trois")]),
        (
            "À apporter :\n- un\n  note\n- deux\nMerci",
            [
                Paragraph("À apporter :"),
                Items(("un\nnote", "deux")),
                Paragraph("Merci"),
            ],
        ),
        ("  retrait", [Paragraph("  retrait")]),
        ("", []),
    ],
)
def test_a_written_text_is_read_as_paragraphs_and_lists(written: str, blocks: list[Any]) -> None:
    assert list(read(written)) == blocks


def test_a_variable_is_no_template_and_no_markup() -> None:
    section = SimpleNamespace(
        mail_x_subject="Pour ${visitor}", mail_x_body="${visitor}, ${type} ${unknown} 5 $"
    )
    values = {"visitor": "${type}", "type": "<b>$x</b>"}
    text = own(section, "x", Text("", [], "fr"), values)
    assert text.subject == "Pour ${type}"
    assert text.plain == "${type}, <b>$x</b> ${unknown} 5 $\n"
    assert "&lt;b&gt;$x&lt;/b&gt;" in html(text)
