"""A bot on SQLite is stopped, copied to PostgreSQL and started there: whoever it serves notices nothing."""

import shutil
from pathlib import Path

from bot.localchat import LocalTelegram, User
from tests.telegram import Served
from tests.whole.process import SEED, answering, ask, on_telegram, press, started

HEADLINE = "Aleppo Cease-fire Unravels, Raising Specter of Bloody End"


def told(telegram: LocalTelegram, reader: User) -> list[str]:
    return [message.text for message in telegram.sent(reader)]


async def test_old_buttons_answer_as_before_and_nothing_is_read_or_told_again(
    tmp_path: Path, served_telegram: Served, bare_postgresql: str
) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    shutil.copy(SEED, seeds)
    telegram = served_telegram.telegram
    reader, follower = telegram.add_user("Reader"), telegram.add_user("Follower")
    async with on_telegram(tmp_path, served_telegram) as bot:
        await bot.until_said("articles: 1 new")
        await ask(telegram, "/follow cease-fire", user=follower)
        brief = await ask(telegram, "/brief cease-fire", user=reader)
        assert brief.text.splitlines()[0] == HEADLINE
        labels = answering(brief)
        answers = [(await press(telegram, brief, label)).text for label in labels]
        assert len(answers) > 1
        assert await bot.stop() == 0
    before = told(telegram, follower)

    async with started(tmp_path, "copy", bare_postgresql) as copying:
        await copying.until_said("^copied: 1 articles, 0 sources, 1 chats")
        assert await copying.process.wait() == 0

    async with on_telegram(tmp_path, served_telegram, DATABASE_URL=bare_postgresql) as bot:
        assert [(await press(telegram, brief, label)).text for label in labels] == answers
        assert "cease-fire" in (await ask(telegram, "/follow", user=follower)).text
        assert await bot.figure('articles_total{outcome="new"}') == 0
    assert told(telegram, follower)[: len(before)] == before
    assert len(told(telegram, follower)) == len(before) + 1
