"""A process that is killed: what it was asked and had not answered is answered by the next."""

import signal
from collections import Counter
from pathlib import Path

import pytest

from tests.telegram import Served
from tests.whole.process import on_telegram

QUESTIONS = 15  # of one chat, which is answered three at once and then one a second
ANSWERED = 5  # when the process dies


@pytest.mark.timeout(180)
async def test_questions_of_one_chat_outlive_a_kill_though_telegram_was_told_they_are_taken(
    served_telegram: Served, tmp_path: Path
) -> None:
    telegram = served_telegram.telegram
    asking = telegram.add_user("Ada")
    (tmp_path / "seeds").mkdir()

    def answers() -> Counter[int]:
        said = " ".join(message.text for message in telegram.sent(asking))
        return Counter({number: said.count(f"zanzibar{number:02}") for number in range(QUESTIONS)})

    async with on_telegram(tmp_path, served_telegram) as bot:
        for number in range(QUESTIONS):
            telegram.say(asking, f"/search zanzibar{number:02}")
        await telegram.until(lambda: answers().total() >= ANSWERED and not len(telegram.inbox), seconds=60)
        bot.process.send_signal(signal.SIGKILL)
        await bot.process.wait()
    assert answers().total() < QUESTIONS
    async with on_telegram(tmp_path, served_telegram):
        await telegram.until(lambda: len(+answers()) == QUESTIONS, seconds=60)
    repeated = answers().total() - QUESTIONS
    assert repeated <= 1  # the one that was on its way
