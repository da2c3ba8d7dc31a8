"""Nothing is said before it is known to whom: in a language of capitals no screen has a small letter of ours.

All that articles and people say here is in capitals, too. So what is left in small letters was said in
English too early, or stands in the code past the catalogue.
"""

import re
from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from bot.domain.articles import ArticleState
from bot.domain.languages import known_languages
from bot.localchat import LocalMessage, User
from bot.store import Store
from tests.bot.editing import Desk, editing
from tests.bot.library import a_stored_article, an_analysis, said
from tests.bot.test_texts import CAPITALS
from tests.telegram import Served

READERS = (
    *("/start", "/help", "/brief", "/brief 1", "/brief BRIDGE", "/brief ZZZZ", "/latest", "/week", "/who"),
    *("/who ADA BERG", "/who ZZZZ", "/quotes", "/quotes ADA BERG", "/quotes ZZZZ", "/search BRIDGE"),
    *("/search ZZZZ", "/subscribe", "/subscribe 07:30 18:00", "/subscribe ZZZZ", "/follow ADA BERG"),
    *("/follow", "/unfollow ZZZZ", "/mute FERRY", "/mute", "/saved", "/settings", "/settings ZZZZ"),
    *("/settings language ZZZZ", "/forget", "/nothing", "GOOD MORNING"),
)
EDITORS = (
    *("/help", "/preview", "/preview 1", "/push", "/push 1 at 18:30", "/correct 1 IT WAS TUESDAY", "/kill 2"),
    *("/queue", "/sources", "/stats", "/editors", "/editors 1001", "/invite"),
)
MOST_PRESSES = 120
# Names of places, of languages and of people, what is typed, and what was written into the record.
OF_NOBODY = re.compile(
    "|".join(
        (
            r"https?://\S+",
            r"/[a-z]+",
            r"\b[A-Z]\w+/[A-Z]\w+\b",
            r"(?:[A-Z][a-z]+ ?)+ · \d\d:\d\d",
            r"(?:Reader|Editor)(?: \d)?",
            r"(?:OTTO HOLM|ADA BERG) said",
            r"(?<=REVOKE )\S+",
            r"(?<= · )[A-Z ]+: .*",  # a line of the record, whose subject is as it was written
            *(re.escape(one.name) for one in known_languages().values()),
        )
    )
)


@pytest_asyncio.fixture
async def desk(
    served_telegram: Served, sqlite_store: Store, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Desk]:
    for knows in ("bot.chat.language.language", "bot.render.languages.language"):
        monkeypatch.setattr(knows, lambda _code: CAPITALS)
    async with editing(served_telegram, sqlite_store) as desk:
        yield desk


async def a_library(desk: Desk) -> None:
    for number, headline in enumerate(("BRIDGE FALLS", "FERRY SAILS", "TALKS OPEN"), 1):
        analysis = an_analysis(
            headline=headline,
            sentences=(f"THE {headline} AT {number}.", "IT WAS LATE.", "NOBODY SLEPT."),
            quotes=(
                said("ADA BERG", f"WE WAITED ALL {number} NIGHTS FOR IT"),
                said("OTTO HOLM", "IT IS OVER", kind="indirect"),
            ),
            actors=("SYRIA",),
            outlet="THE NEWS",
            place="HOMS",
            genre="opinion" if number == 3 else None,
            path=f"{number}.txt",
        )
        await a_stored_article(
            desk.store,
            analysis,
            path=f"{number}.TXT",
            state=ArticleState.REVIEW if number == 2 else ArticleState.LIVE,
            now=desk.clock.now,
        )


def small_letters(message: LocalMessage) -> list[str]:
    """Words of a screen in small letters."""
    labels = [button.label for row in message.buttons for button in row]
    return [
        f"{words!r} in {shown[:60]!r}"
        for shown in (message.text, *labels)
        for words in re.findall(r"[a-z]{2,}", OF_NOBODY.sub("", shown))
    ]


def actions(message: LocalMessage) -> Iterator[str]:
    yield from (button.action for row in message.buttons for button in row if button.action)


async def walk(desk: Desk, commands: tuple[str, ...], user: User) -> list[str]:
    """What is said in small letters by the answers, and by what each of their buttons opens."""
    found: list[str] = []
    pressed: set[str] = set()
    for command in commands:
        waiting = await desk.ask(command, user=user)
        while waiting and len(pressed) < MOST_PRESSES:
            message = waiting.pop()
            found += small_letters(message)
            shape = {action: re.sub(r"\d+", "0", action) for action in actions(message)}
            for action in (one for one in shape if shape[one] not in pressed):
                pressed.add(shape[action])
                waiting += await desk.press_action(message, action, user=user)
                found += small_letters(desk.now(message))
    return found + [
        f"{answer.text!r} in an alert"
        for answer in desk.telegram.answers
        if answer.text and re.search(r"[a-z]{2,}", OF_NOBODY.sub("", answer.text))
    ]


async def test_readers_are_told_nothing_in_small_letters(desk: Desk) -> None:
    await a_library(desk)
    assert "\n".join(dict.fromkeys(await walk(desk, READERS, desk.telegram.reader))) == ""


async def test_editors_are_told_nothing_in_small_letters(desk: Desk) -> None:
    await a_library(desk)
    assert "\n".join(dict.fromkeys(await walk(desk, EDITORS, desk.telegram.editor))) == ""
