"""Updates reach the bot: polled with offsets by one poller, or posted to a webhook."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Bot, Update
from telegram.error import BadRequest, Conflict

from bot.localchat import LocalTelegram
from tests.telegram import Served
from tests.waiting import PATIENCE

ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active;"
    " use deleteWebhook to delete the webhook first"
)


def words(updates: tuple[Update, ...]) -> list[str]:
    return [update.effective_message.text for update in updates]


async def test_unconfirmed_updates_come_again(bot: Bot, telegram: LocalTelegram) -> None:
    for text in ("one", "two", "three"):
        telegram.say(telegram.reader, text)
    first = await bot.get_updates(limit=2)
    assert words(first) == ["one", "two"]
    assert words(await bot.get_updates()) == ["one", "two", "three"]
    assert words(await bot.get_updates(offset=first[-1].update_id + 1)) == ["three"]
    assert words(await bot.get_updates()) == ["three"]
    assert words(await bot.get_updates(offset=first[-1].update_id + 2)) == []


async def test_an_offset_of_another_numbering_confirms_nothing(bot: Bot, telegram: LocalTelegram) -> None:
    telegram.say(telegram.reader, "one")
    first = await bot.get_updates()
    for further in (12, 1000):
        assert words(await bot.get_updates(offset=first[0].update_id + further)) == ["one"]
    assert words(await bot.get_updates(offset=first[0].update_id + 11, timeout=0)) == []


async def test_negative_offset_keeps_the_newest(bot: Bot, telegram: LocalTelegram) -> None:
    for text in ("one", "two", "three"):
        telegram.say(telegram.reader, text)
    assert words(await bot.get_updates(offset=-1)) == ["three"]
    assert words(await bot.get_updates()) == ["three"]


async def test_open_poll_is_answered_when_something_happens(bot: Bot, telegram: LocalTelegram) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=20))
    await telegram.until(lambda: telegram.inbox.polling)
    telegram.say(telegram.reader, "now")
    assert words(await poll) == ["now"]


async def test_second_poller_ends_the_first(served_telegram: Served) -> None:
    telegram = served_telegram.telegram
    async with served_telegram.bot() as first, served_telegram.bot() as second:
        poll = asyncio.create_task(first.get_updates(timeout=20))
        await telegram.until(lambda: telegram.inbox.polling)
        assert await second.get_updates() == ()
        with pytest.raises(Conflict, match="terminated by other getUpdates request"):
            await poll


async def test_poller_that_went_away_takes_nothing(served_telegram: Served) -> None:
    telegram = served_telegram.telegram
    async with served_telegram.bot() as bot:
        async with httpx.AsyncClient(trust_env=False, timeout=PATIENCE) as client:
            url = f"{served_telegram.base_url}{served_telegram.token}/getUpdates"
            poll = asyncio.create_task(client.get(url, params={"timeout": 20}))
            await telegram.until(lambda: telegram.inbox.polling)
            poll.cancel()
        await telegram.until(lambda: not telegram.inbox.polling)
        telegram.say(telegram.reader, "kept")
        assert words(await bot.get_updates()) == ["kept"]


async def test_only_wanted_kinds_are_kept(bot: Bot, telegram: LocalTelegram) -> None:
    await bot.get_updates(allowed_updates=["callback_query"])
    telegram.say(telegram.reader, "x")
    await bot.get_updates(allowed_updates=[])
    telegram.say(telegram.reader, "y")
    assert telegram.push_update({"chat_member": {}}) is None
    assert words(await bot.get_updates()) == ["y"]


async def test_any_update_can_be_pushed(served_telegram: Served) -> None:
    number = served_telegram.telegram.push_update({"message": "no message at all"})
    async with httpx.AsyncClient(trust_env=False, timeout=PATIENCE) as client:
        answer = await client.get(f"{served_telegram.base_url}{served_telegram.token}/getUpdates")
    assert answer.json() == {"ok": True, "result": [{"update_id": number, "message": "no message at all"}]}


GROUP_TALK = {
    "chatter": ("good morning", []),
    "command": ("/brief", ["/brief"]),
    "mention": ("@briefings_local_bot, what is new?", ["@briefings_local_bot, what is new?"]),
}


@pytest.mark.parametrize(("said", "heard"), GROUP_TALK.values(), ids=GROUP_TALK.keys())
async def test_group_talk_reaches_the_bot_when_it_concerns_it(
    bot: Bot, telegram: LocalTelegram, said: str, heard: list[str]
) -> None:
    group = telegram.add_group(members=[telegram.reader])
    telegram.say(telegram.reader, said, chat=group)
    assert words(await bot.get_updates()) == heard


async def test_bot_is_told_of_its_standing(bot: Bot, telegram: LocalTelegram) -> None:
    group = telegram.add_group(members=[telegram.reader], bot="left")
    telegram.set_bot(group, "member")
    telegram.block(telegram.reader)
    changes = [update.my_chat_member for update in await bot.get_updates()]
    assert [(change.chat.id, change.new_chat_member.status) for change in changes] == [
        (group.id, "member"),
        (telegram.reader.id, "kicked"),
    ]


async def test_forwards_and_documents_arrive(bot: Bot, telegram: LocalTelegram) -> None:
    telegram.forward(telegram.reader, "somebody's words", author="A friend")
    telegram.send_document(telegram.reader, "x.txt", b"words", caption="read this")
    forwarded, attached = (update.message for update in await bot.get_updates())
    assert forwarded.forward_origin.sender_user_name == "A friend"
    assert (attached.document.file_name, attached.caption) == ("x.txt", "read this")
    content = await (await attached.document.get_file()).download_as_bytearray()
    assert bytes(content) == b"words"


class Receiver:
    """A bot's webhook: keeps what is posted, and answers with the next status it was given."""

    def __init__(self) -> None:
        self.posted: list[tuple[str | None, str]] = []
        self.statuses: list[int] = []
        self.arrived = asyncio.Event()

    async def __call__(self, request: Request) -> Response:
        update = json.loads(await request.body())
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token")
        self.posted.append((secret, update["message"]["text"]))
        self.arrived.set()
        return Response(status_code=self.statuses.pop(0) if self.statuses else 200)

    async def count(self, wanted: int) -> None:
        async with asyncio.timeout(PATIENCE):
            while len(self.posted) < wanted:
                self.arrived.clear()
                await self.arrived.wait()


@asynccontextmanager
async def receiving(receiver: Receiver) -> AsyncIterator[str]:
    app = Starlette(routes=[Route("/hook", receiver.__call__, methods=["POST"])])
    config = uvicorn.Config(app, port=0, log_level="critical", timeout_graceful_shutdown=1)
    config.load()
    server = uvicorn.Server(config)
    server.lifespan = config.lifespan_class(config)
    await server.startup()
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}/hook"
    await server.shutdown()


async def test_webhook_gets_updates_in_order_until_taken(bot: Bot, telegram: LocalTelegram) -> None:
    receiver = Receiver()
    receiver.statuses = [500]
    async with receiving(receiver) as url:
        await bot.set_webhook(url, secret_token="s3cret")
        telegram.say(telegram.reader, "one")
        telegram.say(telegram.reader, "two")
        await receiver.count(3)
        assert receiver.posted == [("s3cret", "one"), ("s3cret", "one"), ("s3cret", "two")]
        described = await bot.get_webhook_info()
        assert (described.url, described.last_error_message) == (
            url,
            "Wrong response from the webhook: 500 Internal Server Error",
        )
        with pytest.raises(Conflict) as refused:
            await bot.get_updates()
        assert refused.value.message == ACTIVE
        await bot.delete_webhook()
        telegram.say(telegram.reader, "three")
        assert words(await bot.get_updates())[-1] == "three"


WRONG_HOOKS = {
    "plain-http": (
        {"url": "http://example.org/hook"},
        "Bad webhook: an https url must be provided for webhook",
    ),
    "odd-secret": (
        {"url": "https://a.org", "secret_token": "a b"},
        "Secret token contains unallowed characters",
    ),
}


@pytest.mark.parametrize(("given", "refusal"), WRONG_HOOKS.values(), ids=WRONG_HOOKS.keys())
async def test_wrong_webhooks_are_refused(bot: Bot, given: dict[str, str], refusal: str) -> None:
    with pytest.raises(BadRequest) as refused:
        await bot.set_webhook(**given)
    assert refused.value.message.lower() == refusal.lower()
