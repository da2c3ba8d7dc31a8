"""Why a file or a page could not be read is told in the reader's language, where the words are ours."""

import ast
from pathlib import Path

import pytest

import bot.newsroom.sources
import summaries
from bot.render.languages import language
from bot.render.reasons import reason
from tests.bot.editing import Desk
from tests.bot.saying import worded
from tests.bot.test_editing_proposals import proposed

READERS = sorted(Path(summaries.__file__).parent.rglob("*.py"))
FETCHERS = sorted(Path(bot.newsroom.sources.__file__).parent.rglob("*.py"))
ON_A_TERMINAL = "trial.py"  # tries a source for whoever runs the bot, who is told in English
MAGIC = "a PDF document"
NOT_OURS = frozenset(
    ("cannot be read: X", "X", "a folder without articles", "not a file", "too large: X bytes, at most X")
)  # of folders, or another program's


def said(node: ast.expr) -> str:
    """The words of an expression; X for what they are filled with."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(said(part) for part in node.values)
    if isinstance(node, ast.IfExp):
        return said(node.body)
    return "X"


def reasons() -> set[str]:
    """Every reason for which a file is not read."""
    calls = (
        node
        for path in READERS
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "UnreadableFileError"
    )
    return {said(call.args[1]).replace("X, not a text", f"{MAGIC}, not a text") for call in calls}


def test_every_reason_for_which_a_file_is_not_read_is_known() -> None:
    found = reasons() - NOT_OURS
    assert len(found) > 15
    assert [fact for fact in sorted(found) if isinstance(reason(fact, 300), str)] == []


def of_sources() -> set[str]:
    """Every reason of ours for which nothing comes from an address."""
    found = set()
    for path in FETCHERS:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name == "_why_not_connected":
                returns = (each for each in ast.walk(node) if isinstance(each, ast.Return) and each.value)
                found |= {said(each.value) for each in returns if each.value is not None}
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
                if node.func.id == "SourceError" and path.name != ON_A_TERMINAL:
                    found.add(said(node.args[1]))
                if node.func.id == "ForbiddenAddressError":
                    found.add(said(node.args[0]))
    return found - {"X", "the page X"}  # another reason, told again


def test_every_reason_for_which_nothing_comes_from_an_address_is_known() -> None:
    found = of_sources()
    assert {"its name is not known", "cannot be reached (X)", "is a list of feeds"} <= found
    assert [fact for fact in sorted(found) if isinstance(reason(fact, 300), str)] == []


@pytest.mark.parametrize(
    ("fact", "told"),
    [
        ("not UTF-8 at byte 1042", "kein UTF-8 bei Byte 1042"),
        ("front matter is not YAML at line 3", "Kopfdaten (Front Matter) sind in Zeile 3 kein YAML"),
        ("front matter is not TOML", "Kopfdaten (Front Matter) sind kein TOML"),
        (
            "too long: 2,000,001 characters, at most 2,000,000",
            "zu lang: 2,000,001 Zeichen, höchstens 2,000,000",
        ),
        ("a PNG picture, not a text", "ein PNG-Bild, kein Text"),
        ("answers 404 Not Found", "antwortet: 404 Not Found"),
        ("answers with more than 10 bytes", "antwortet mit mehr als 10 Bytes"),
        ("answers 200 OK and nothing else", "antwortet: 200 OK, und sonst nichts"),
        ("its name is not known", "sein Name ist nicht bekannt"),
        ("cannot be reached (Connection refused)", "ist nicht zu erreichen (Verbindung abgelehnt)"),
        ("cannot be reached (Broken pipe)", "ist nicht zu erreichen (Broken pipe)"),
        ("its robots.txt answers 503", "seine robots.txt antwortet: 503"),
        ("certificate has expired", "certificate has expired"),
    ],
)
def test_a_reason_is_told_in_the_reader_s_language(fact: str, told: str) -> None:
    assert language("de").say(reason(fact, 300)) == told
    assert worded(reason(fact, 300)) == fact


async def test_an_editor_is_told_why_a_document_cannot_be_read(desk: Desk) -> None:
    await desk.ask("/settings language Deutsch")
    (answer,) = await proposed(desk, "talks.txt", b"Talks")
    assert answer.text == "Ich kann talks.txt nicht lesen: kein Artikeltext."
