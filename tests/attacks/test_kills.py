"""A process that is killed: what it was asked and had not answered is answered by the next."""

import asyncio
import os
import signal
from collections import Counter
from pathlib import Path

import httpx

from bot.localchat import LocalTelegram, User
from bot.service.web import SECRET_HEADER
from bot.store.processes.unanswered import MOST_DEATHS
from tests.telegram import Served
from tests.whole.process import PATIENCE, ROOT, a_free_port, on_telegram, outside, started

QUESTIONS = 15  # of one chat, which is answered three at once and then one a second
ANSWERED = 5  # when the process dies
SECRET = "known-to-telegram-alone"


def answers_to(telegram: LocalTelegram, asking: User) -> Counter[int]:
    """How often each question is answered."""
    said = " ".join(message.text for message in telegram.sent(asking))
    return Counter({number: said.count(f"zanzibar{number:02}") for number in range(QUESTIONS)})


def a_webhook() -> dict[str, str]:
    """Of a bot that Telegram reaches on this machine."""
    port = str(a_free_port())
    return {"HTTP_PORT": port, "WEBHOOK_URL": f"http://127.0.0.1:{port}/hook", "WEBHOOK_SECRET": SECRET}


async def test_questions_of_one_chat_outlive_a_kill_though_telegram_was_told_they_are_taken(
    served_telegram: Served, tmp_path: Path
) -> None:
    telegram = served_telegram.telegram
    asking = telegram.add_user("Ada")
    (tmp_path / "seeds").mkdir()

    def answers() -> Counter[int]:
        return answers_to(telegram, asking)

    async with on_telegram(tmp_path, served_telegram) as bot:
        for number in range(QUESTIONS):
            telegram.say(asking, f"/search zanzibar{number:02}")
        await telegram.until(
            lambda: answers().total() >= ANSWERED and not len(telegram.inbox), seconds=PATIENCE
        )
        bot.process.send_signal(signal.SIGKILL)
        await bot.process.wait()
    assert answers().total() < QUESTIONS
    async with on_telegram(tmp_path, served_telegram):
        await telegram.until(lambda: len(+answers()) == QUESTIONS, seconds=PATIENCE)
    repeated = answers().total() - QUESTIONS
    assert repeated <= 1  # the one that was on its way


async def test_questions_over_a_webhook_outlive_a_kill(
    empty_url: str, served_telegram: Served, tmp_path: Path
) -> None:
    telegram = served_telegram.telegram
    asking = telegram.add_user("Ada")
    (tmp_path / "seeds").mkdir()
    settings = a_webhook() | {"DATABASE_URL": empty_url}
    async with on_telegram(tmp_path, served_telegram, **settings) as bot:
        await bot.until_said("webhook set")
        for number in range(QUESTIONS):
            telegram.say(asking, f"/search zanzibar{number:02}")
        await telegram.until(
            lambda: answers_to(telegram, asking).total() >= ANSWERED and not len(telegram.inbox),
            seconds=PATIENCE,
        )
        bot.process.send_signal(signal.SIGKILL)
        await bot.process.wait()
    assert answers_to(telegram, asking).total() < QUESTIONS
    async with on_telegram(tmp_path, served_telegram, **settings):
        await telegram.until(lambda: len(+answers_to(telegram, asking)) == QUESTIONS, seconds=PATIENCE)
    assert answers_to(telegram, asking).total() - QUESTIONS <= 1  # the one that was on its way


async def test_what_a_stand_by_has_in_hand_is_its_own_while_it_lives_and_the_leaders_then(
    empty_postgresql: str, served_telegram: Served, tmp_path: Path
) -> None:
    """A load balancer brings updates to any of them: each is answered once."""
    telegram = served_telegram.telegram
    asking = telegram.add_user("Ada")
    (tmp_path / "seeds").mkdir()
    settings = {"DATABASE_URL": empty_postgresql, "ANALYSIS_WORKERS": "1"}
    first, second = a_webhook(), a_webhook()
    async with (
        on_telegram(tmp_path, served_telegram, **settings, **first) as leader,
        on_telegram(tmp_path, served_telegram, **settings, **second) as other,
    ):
        await leader.until_said("webhook set")
        await other.until_said("standing by")
        async with httpx.AsyncClient(headers={SECRET_HEADER: SECRET}, timeout=PATIENCE) as client:
            for there in (second, first):  # both, as after a time-out
                posts = [  # at once: one after the other, all were answered meanwhile on a busy machine
                    client.post(there["WEBHOOK_URL"], json=a_question(number, asking))
                    for number in range(QUESTIONS)
                ]
                assert [answer.status_code for answer in await asyncio.gather(*posts)] == [200] * QUESTIONS
        await telegram.until(lambda: answers_to(telegram, asking).total() >= ANSWERED, seconds=PATIENCE)
        os.kill(other.process.pid, signal.SIGKILL)
        answered = answers_to(telegram, asking).total()
        await telegram.until(lambda: len(+answers_to(telegram, asking)) == QUESTIONS, seconds=PATIENCE)
    assert answered < QUESTIONS
    assert answers_to(telegram, asking).total() - QUESTIONS <= 1


def a_question(number: int, asking: User) -> dict[str, object]:
    """An update as Telegram posts it."""
    chat = {"id": asking.id, "type": "private", "first_name": asking.first_name}
    text = f"/search zanzibar{number:02}"
    entities = [{"type": "bot_command", "offset": 0, "length": len("/search")}]
    message = {"message_id": number, "date": 0, "chat": chat, "from": asking.to_json(), "text": text}
    return {"update_id": 1 + number, "message": message | {"entities": entities}}


DEADLY = """
import os, signal
from telegram.ext import Application
handle = Application.process_update
async def die_of_it(self, update):
    if update.message and update.message.text == "/deadly secret":
        os.kill(os.getpid(), signal.SIGKILL)
    await handle(self, update)
Application.process_update = die_of_it
"""


async def test_update_that_kills_process_after_process_is_put_aside_and_the_rest_is_answered(
    empty_url: str, served_telegram: Served, tmp_path: Path
) -> None:
    telegram = served_telegram.telegram
    ada, ben = telegram.add_user("Ada"), telegram.add_user("Ben")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "sitecustomize.py").write_text(DEADLY)
    settings = {"DATABASE_URL": empty_url, "PYTHONPATH": f"{tmp_path}:{ROOT}", "ANALYSIS_WORKERS": "1"}
    telegram.say(ada, "/deadly secret")
    telegram.say(ben, "/search zanzibar00")
    number = telegram.inbox.first(1)[0]["update_id"]
    for _ in range(MOST_DEATHS):
        async with started(tmp_path, **outside(served_telegram), **settings) as bot:
            async with asyncio.timeout(PATIENCE):
                assert await bot.process.wait() == -signal.SIGKILL
    async with on_telegram(tmp_path, served_telegram, **settings) as bot:
        await bot.until_said(f"update {number} is put aside: {MOST_DEATHS} processes died with it in hand")
        await telegram.until(lambda: answers_to(telegram, ben)[0], seconds=PATIENCE)
        await telegram.until(lambda: not len(telegram.inbox), seconds=PATIENCE)
        assert not any("secret" in line for line in bot.lines)
        telegram.say(ada, "/search zanzibar01")
        await telegram.until(lambda: answers_to(telegram, ada)[1], seconds=PATIENCE)
    assert answers_to(telegram, ben)[0] == 1
