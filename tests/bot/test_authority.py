"""Editors' commands from who is no editor: as if there were no such command, and nothing happens."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from bot.chat.commands import EDITING
from bot.chat.editing.editors_only import IN_PRIVATE
from bot.chat.handlers import UNKNOWN_COMMAND
from bot.chat.start import OLD_BUTTON
from bot.domain.articles import ArticleState
from bot.domain.plans import Orders
from bot.localchat import LocalMessage
from bot.store.database.tables import drafts
from tests.bot.editing import Desk
from tests.bot.saying import worded

COMMANDS = [f"/{command.name}" for command in EDITING]
WITH_ARGUMENTS = [
    "/preview 1", "/preview add 1", "/preview line: Good morning", "/push 1", "/push 1 at 18:00",
    "/correct 1 wrong", "/kill 1 wrong", "/editors 1001",
]  # fmt: skip
ACTIONS = [
    "ap:1", "aw:1", "as:1", "an:1", "ah:1", "ad:1", "al:1", "al:1:28934580", "ak:1:yes", "ac:1", "ab:1",
    "ar:1", "ep", "es", "eh", "ef", "ed", "el", "es:0", "es:0:yes", "et:1", "eh:0", "ef:0", "ed:0", "eq:0",
    "as:1:0:yes", "ei:0:1", "em:0:1", "ez:0:1", "eb:0:1", "ej:0:1", "ek:0", "eg:0", "ey:0",
    "eu:0", "el:0", "el:0:28934580", "ew", "ew:0", "dd:1",
    "ea:1001", "er:1002", "ix:abc", "iu:abcdefghijkl", "ec:1001", "en:1002",
    "vs:1", "vn:1:0", "vo:1:0", "vi:1:2:0", "vj:1:2:0", "vt:1:1:k00000000", "vz:1:1:k00000000",
    "eo:on", "eo:off", "dx:1:yes", "df:1:live", "dx:1",
    "av:1", "au:1", "ac:1:1", "as:1:0", "an:1:0", "ah:1:0", "ax:1", "ax:1:0", "ab:1:0", "ar:1:0",
    "ak:1:yes:0", "al:1:28934580:0", "ao:1", "cu:1:1", "gu:1", "vu:1:1",
]  # fmt: skip
LONG = "A word about the news. " * 40


async def nothing_happened(desk: Desk) -> bool:
    article = await desk.store.articles.get(1)
    untouched = (article.state, article.correction, article.not_before) == (ArticleState.REVIEW, None, None)
    orders = await desk.store.orders.get()
    return (
        untouched
        and await desk.decided() == []
        and await desk.store.editorial.editors() == ()
        and orders == Orders()
        and await desk.store.moves.since(0, 1) == ()
    )


@pytest.mark.parametrize("command", [*COMMANDS, *WITH_ARGUMENTS])
async def test_in_private(desk: Desk, command: str) -> None:
    await desk.article(state=ArticleState.REVIEW)
    answers = await desk.ask(command, user=desk.telegram.reader)
    assert [m.text for m in answers] == [worded(UNKNOWN_COMMAND)]
    assert await nothing_happened(desk)


@pytest.mark.parametrize("command", COMMANDS)
async def test_in_a_group(desk: Desk, command: str) -> None:
    await desk.article(state=ArticleState.REVIEW)
    telegram = desk.telegram
    group = telegram.add_group(members=[telegram.editor], admins=[telegram.reader], bot="administrator")
    for name, text in (("", []), ("@briefings_local_bot", [worded(UNKNOWN_COMMAND)]), ("@another_bot", [])):
        answers = await desk.ask(f"{command}{name} 1", user=telegram.reader, chat=group)
        assert [m.text for m in answers] == text
    assert await nothing_happened(desk)


@pytest.mark.parametrize("action", ACTIONS)
async def test_by_a_button_that_another_presses(desk: Desk, action: str) -> None:
    await desk.article(state=ArticleState.REVIEW)
    await desk.ask("/preview 1")
    (message,) = await desk.ask("/start", user=desk.telegram.reader)
    assert await desk.press_action(message, action, user=desk.telegram.reader) == []
    answer = desk.telegram.answers[-1]
    assert (answer.text, answer.alert) == (worded(OLD_BUTTON), True)
    assert await nothing_happened(desk)


@pytest.mark.parametrize("command", COMMANDS)
async def test_by_forwarding_an_editor_s_message(desk: Desk, command: str) -> None:
    await desk.article(state=ArticleState.REVIEW)
    telegram = desk.telegram
    answers = await desk.bot.after(telegram.reader, lambda: forwarded(desk, command))
    assert [m.text for m in answers] == [worded(UNKNOWN_COMMAND)]
    assert await nothing_happened(desk)


def forwarded(desk: Desk, command: str) -> LocalMessage:
    message = desk.telegram.forward(desk.telegram.reader, command, author="Editor")
    assert message.entities[0].type == "bot_command"
    return message


@pytest.mark.parametrize("command", WITH_ARGUMENTS)
async def test_a_command_that_an_editor_passes_on_is_not_the_editor_s(desk: Desk, command: str) -> None:
    await desk.article(state=ArticleState.REVIEW)
    telegram = desk.telegram
    answers = await desk.bot.after(telegram.editor, lambda: telegram.forward(telegram.editor, command))
    assert [m.text for m in answers] == [worded(UNKNOWN_COMMAND)]
    assert await nothing_happened(desk)


@pytest.mark.parametrize(
    "deed",
    [
        pytest.param(
            lambda desk: desk.telegram.send_document(desk.telegram.reader, "a.txt", b"Talks\nThey talk."),
            id="a document",
        ),
        pytest.param(
            lambda desk: desk.telegram.forward(desk.telegram.reader, LONG), id="a long text passed on"
        ),
    ],
)
async def test_nobody_else_proposes_articles(desk: Desk, deed: Callable[[Desk], LocalMessage]) -> None:
    (answer,) = await desk.bot.after(desk.telegram.reader, lambda: deed(desk))
    assert not answer.text.startswith("Read from")
    assert await nobody_drafts(desk)


async def nobody_drafts(desk: Desk) -> bool:
    return (
        await desk.store.database.read(lambda connection: connection.execute(select(drafts)).first()) is None
    )


@pytest.mark.parametrize("command", COMMANDS)
async def test_an_editor_in_a_group_is_referred_to_the_private_chat(desk: Desk, command: str) -> None:
    await desk.article(state=ArticleState.REVIEW)
    telegram = desk.telegram
    group = telegram.add_group(members=[telegram.editor])
    assert [m.text for m in await desk.ask(f"{command} 1", chat=group)] == [worded(IN_PRIVATE)]
    assert await nothing_happened(desk)


async def test_who_is_removed_is_no_editor_from_then_on(desk: Desk) -> None:
    reader, editor = desk.telegram.reader, desk.telegram.editor
    await desk.store.editorial.add_editor(reader.id, by=editor.id, now=desk.clock.now)
    first = await desk.ask("/stats", user=reader)
    await desk.store.editorial.remove_editor(reader.id, by=editor.id, now=desk.clock.now)
    then = await desk.ask("/stats", user=reader)
    assert first[0].text.startswith("How things stand\n")
    assert [m.text for m in then] == [worded(UNKNOWN_COMMAND)]


async def test_an_editor_s_failed_command_is_not_taken_for_unknown(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(limit: int) -> None:
        raise RuntimeError("no decisions")

    monkeypatch.setattr(desk.store.editorial, "decisions", fail)
    assert [m.text for m in await desk.ask("/stats")] == [
        "Sorry, something went wrong on my side. Please try again in a moment."
    ]
