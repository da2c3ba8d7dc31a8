"""What the chat page asks of the server, and who is let in."""

import asyncio
import json
from collections.abc import AsyncIterator

import httpx
import pytest
import pytest_asyncio
from telegram import Bot, BotCommand, InlineKeyboardButton, InlineKeyboardMarkup

from bot.localchat import LocalTelegram, local_chat_app
from tests.telegram import Served
from tests.waiting import PATIENCE


@pytest_asyncio.fixture
async def page(served_telegram: Served) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=served_telegram.url, trust_env=False, timeout=PATIENCE) as client:
        yield client


async def test_page_loads_nothing_from_elsewhere(page: httpx.AsyncClient) -> None:
    files = {
        "/": "text/html",
        "/chat/chat.css": "text/css",
        **{
            f"/chat/{name}.js": "text/javascript"
            for name in ("chat", "composer", "dialogs", "messages", "theme", "words")
        },
        "/chat/icon.svg": "image",
    }
    for path, kind in files.items():
        answer = await page.get(path)
        assert (answer.status_code, answer.headers["content-type"].startswith(kind)) == (200, True)
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'")
        assert "://" not in answer.text.replace("http://www.w3.org/2000/svg", "")
    assert "local preview" in (await page.get("/")).text.lower()
    assert (await page.get("/chat/methods.css")).status_code == 404


async def test_state_is_what_a_person_sees(
    page: httpx.AsyncClient, bot: Bot, telegram: LocalTelegram
) -> None:
    await bot.set_my_commands([BotCommand("brief", "The news")])
    await bot.send_message(telegram.editor.id, "Good morning")
    state = (await page.get("/chat/state", params={"user": telegram.editor.id})).json()
    assert [person["first_name"] for person in state["people"]] == ["Reader", "Editor"]
    assert (state["user"]["id"], state["bot"]["first_name"]) == (telegram.editor.id, "Briefings")
    assert [message["text"] for message in state["messages"]] == ["Good morning"]
    assert state["commands"] == [{"command": "brief", "description": "The news"}]


async def test_person_says_presses_and_sends(
    page: httpx.AsyncClient, bot: Bot, telegram: LocalTelegram
) -> None:
    markup = InlineKeyboardMarkup([[InlineKeyboardButton("More", callback_data="more")]])
    sent = await bot.send_message(1001, "x", reply_markup=markup)
    await page.post("/chat/say", json={"user": 1001, "text": "/brief"})
    press = {"user": 1001, "message_id": sent.message_id, "action": "more"}
    await page.post("/chat/press", json=press)
    await page.post(
        "/chat/document", data={"user": 1001}, files={"file": ("x.md", b"words", "text/markdown")}
    )
    said, pressed, attached = await bot.get_updates()
    assert (said.message.text, pressed.callback_query.data) == ("/brief", "more")
    assert attached.message.document.file_name == "x.md"


async def test_a_browsers_language_is_that_of_the_persons_client(page: httpx.AsyncClient, bot: Bot) -> None:
    for code, words in ((None, "The news"), ("de", "Die Nachrichten")):
        await bot.set_my_commands([BotCommand("brief", words)], language_code=code)
        await bot.set_my_description(words, language_code=code)
    german, unknown = {"Accept-Language": "de-AT,de;q=0.9,en;q=0.8"}, {"Accept-Language": "*"}
    for headers in (german, unknown, {}):
        await page.post("/chat/say", json={"text": "/brief"}, headers=headers)
    told = [update.message.from_user.language_code for update in await bot.get_updates()]
    states = [(await page.get("/chat/state", headers=headers)).json() for headers in (german, unknown)]
    assert told == ["de", "en", "en"]
    assert [state["description"] for state in states] == ["Die Nachrichten", "The news"]
    assert [state["commands"][0]["description"] for state in states] == ["Die Nachrichten", "The news"]


async def test_half_a_pair_that_is_said_is_a_sign_and_spoils_no_page(page: httpx.AsyncClient) -> None:
    body = '{"text": "half \\ud83d of a pair"}'
    await page.post("/chat/say", content=body, headers={"Content-Type": "application/json"})
    state = (await page.get("/chat/state")).json()
    assert [message["text"] for message in state["messages"]] == ["half \ufffd of a pair"]


FILE = {"file": ("x.html", b"<script>", "text/html")}
WRONG = {
    "empty": ("/chat/say", {"json": {"text": " "}}, 400),
    "long": ("/chat/say", {"json": {"text": "x" * 4097}}, 400),
    "nobody": ("/chat/say", {"json": {"user": 9, "text": "x"}}, 404),
    "not-json": ("/chat/say", {"content": "{", "headers": {"Content-Type": "application/json"}}, 400),
    "a-form": ("/chat/say", {"data": {"text": "x"}}, 415),
    "no-message": ("/chat/press", {"json": {"message_id": 1, "action": "x"}}, 404),
    "no-file": ("/chat/document", {"data": {"user": "1001"}}, 400),
    "no-photo": (
        "/chat/document",
        {"data": {"as": "photo", "width": "1", "height": "1"}, "files": FILE},
        400,
    ),
    "no-voice": ("/chat/document", {"data": {"as": "voice", "seconds": "1"}, "files": FILE}, 400),
    "nothing-to-forward": ("/chat/forward", {"json": {"message_id": 1, "to": 1001}}, 404),
    "nothing-to-answer": ("/chat/say", {"json": {"text": "x", "reply_to": 1}}, 404),
    "no-degrees": ("/chat/location", {"json": {"latitude": "nan", "longitude": 1}}, 400),
    "off-the-map": ("/chat/location", {"json": {"latitude": 91, "longitude": 1}}, 400),
    "anothers-chat": ("/chat/say", {"json": {"user": 1001, "chat": 1002, "text": "x"}}, 404),
    "odd-fault": ("/chat/faults", {"json": {"colour": "red"}}, 400),
    "odd-status": ("/chat/faults", {"json": {"status": "many"}}, 400),
    "odd-outcome": ("/chat/faults", {"json": {"outcome": "explodes"}}, 400),
    "odd-number": ("/chat/people", {"json": {"count": "many"}}, 400),
    "rebinding": ("/chat/say", {"json": {"text": "x"}, "headers": {"Host": "evil.example"}}, 403),
    "elsewhere": ("/chat/say", {"json": {"text": "x"}, "headers": {"Origin": "http://evil.example"}}, 403),
    "opaque-origin": ("/chat/say", {"json": {"text": "x"}, "headers": {"Origin": "null"}}, 403),
}


@pytest.mark.parametrize(("path", "how", "status"), WRONG.values(), ids=WRONG.keys())
async def test_wrong_requests_are_refused(
    page: httpx.AsyncClient, telegram: LocalTelegram, path: str, how: dict[str, object], status: int
) -> None:
    assert (await page.post(path, **how)).status_code == status
    assert telegram.messages == {}
    assert len(telegram.inbox) == 0


async def test_only_who_is_in_a_chat_sees_it_and_only_who_may_writes(
    page: httpx.AsyncClient, telegram: LocalTelegram
) -> None:
    group = telegram.add_group(members=[telegram.reader])
    channel = telegram.add_channel(admins=[telegram.editor])
    telegram.set_member(channel, telegram.reader, "member")
    telegram.say(telegram.editor, "Good morning", chat=channel)

    async def status(user: int, chat: int) -> tuple[int, int]:
        seen = await page.get("/chat/state", params={"user": user, "chat": chat})
        said = await page.post("/chat/say", json={"user": user, "chat": chat, "text": "x"})
        return seen.status_code, said.status_code

    assert await status(1001, group.id) == (200, 200)
    assert await status(1002, group.id) == (404, 404)
    assert await status(1001, channel.id) == (200, 403)
    assert await status(1002, channel.id) == (200, 200)
    state = (await page.get("/chat/state", params={"user": 1001, "chat": channel.id})).json()
    assert [(chat["id"], chat["may_write"]) for chat in state["chats"]] == [
        (1001, True),
        (group.id, True),
        (channel.id, False),
    ]


async def test_a_topic_is_a_place_of_its_own(
    page: httpx.AsyncClient, bot: Bot, telegram: LocalTelegram
) -> None:
    forum = telegram.add_group("Desk", members=[telegram.reader], forum=True)
    topic, other = telegram.add_topic(forum, "Morning"), telegram.add_topic(forum, "Evening")
    general = {"user": 1001, "chat": forum.id}
    morning = {**general, "topic": topic}
    for place, words in (
        (general, "/brief all"),
        (morning, "/brief early"),
        ({**general, "topic": other}, "/brief late"),
    ):
        assert (await page.post("/chat/say", json={**place, "text": words})).status_code == 200
    updates = [update.message for update in await bot.get_updates() if update.message]
    assert [(each.text, each.message_thread_id) for each in updates] == [
        ("/brief all", None),
        ("/brief early", topic),
        ("/brief late", other),
    ]
    await bot.send_message(forum.id, "Good morning", message_thread_id=topic)
    state = (await page.get("/chat/state", params=morning)).json()
    assert [message["text"] for message in state["messages"]] == ["/brief early", "Good morning"]
    assert state["chat"]["title"] == "Desk · Morning"
    titles = [chat.get("title") for chat in state["chats"]]
    assert titles == [None, "Desk", "Desk · Morning", "Desk · Evening"]
    telegram.close_topic(forum, topic)
    assert (await page.post("/chat/say", json={**morning, "text": "x"})).status_code == 403
    assert (await page.get("/chat/state", params=morning)).status_code == 200
    telegram.delete_topic(forum, topic)
    assert (await page.get("/chat/state", params=morning)).status_code == 404


async def test_furnished_telegram_has_the_same_places_each_time() -> None:
    first, second = LocalTelegram(), LocalTelegram()
    first.furnish()
    second.furnish()
    assert [(chat.id, [*chat.topics]) for chat in first.chats.values()] == [
        (chat.id, [*chat.topics]) for chat in second.chats.values()
    ]
    assert [person.first_name for person in first.residents] == ["Reader", "Reader 2", "Editor", "Editor 2"]


async def test_a_forward_names_where_it_came_from(bot: Bot, telegram: LocalTelegram) -> None:
    channel = telegram.add_channel(admins=[telegram.editor])
    post = telegram.say(telegram.editor, "News", chat=channel)
    once = telegram.pass_on(telegram.reader, post)
    telegram.pass_on(telegram.reader, once)
    telegram.pass_on(telegram.reader, telegram.say(telegram.editor, "Mine"))
    origins = [update.message.forward_origin for update in await bot.get_updates() if update.message]
    assert [getattr(one, "chat", None) and one.chat.id for one in origins[:2]] == [channel.id, channel.id]
    assert origins[3].sender_user.id == telegram.editor.id


async def test_photo_and_voice_are_served_and_documents_are_not(
    page: httpx.AsyncClient, bot: Bot, telegram: LocalTelegram
) -> None:
    kinds = {
        "photo": ("x.png", b"picture", "image/png", {"width": "2", "height": "3"}),
        "voice": ("x.ogg", b"sound", "audio/ogg", {"seconds": "4"}),
        "document": ("x.html", b"<script>", "text/html", {}),
    }
    for kind, (name, content, mime_type, more) in kinds.items():
        sent = await page.post(
            "/chat/document",
            data={"as": kind, "caption": "See", **more},
            files={"file": (name, content, mime_type)},
        )
        assert sent.status_code == 200
    photo, voice, document = (update.message for update in await bot.get_updates())
    assert (photo.photo[0].width, photo.photo[0].height, photo.caption) == (2, 3, "See")
    assert (voice.voice.duration.total_seconds(), voice.voice.mime_type) == (4, "audio/ogg")
    assert await (await photo.photo[0].get_file()).download_as_bytearray() == b"picture"
    served = [
        await page.get(f"/chat/files/{file_id}")
        for file_id in (photo.photo[0].file_id, voice.voice.file_id, document.document.file_id)
    ]
    assert [answer.status_code for answer in served] == [200, 200, 404]
    assert served[0].headers["content-type"] == "image/png"


HOSTS = {
    "127.0.0.1:80": 200,
    "localhost:81": 200,
    "[::1]:82": 200,
    "evil.example": 403,
    "127.0.0.1.evil.example": 403,
    "": 403,
}


@pytest.mark.parametrize(("host", "status"), HOSTS.items(), ids=HOSTS.keys())
async def test_only_loopback_names_are_answered(host: str, status: int) -> None:
    transport = httpx.ASGITransport(app=local_chat_app(LocalTelegram()))
    async with httpx.AsyncClient(
        transport=transport, base_url="http://127.0.0.1", timeout=PATIENCE
    ) as client:
        for path in ("/", "/bot1000:local-chat/getMe"):
            assert (await client.get(path, headers={"Host": host})).status_code == status


FETCHED = {
    "own-page": ("same-origin", "/chat/state", 200),
    "typed": ("none", "/chat/state", 200),
    "linked-page": ("cross-site", "/", 200),
    "picture-elsewhere": ("cross-site", "/bot1000:local-chat/getMe", 403),
    "another-port": ("same-site", "/chat/state", 403),
}


@pytest.mark.parametrize(("site", "path", "status"), FETCHED.values(), ids=FETCHED.keys())
async def test_other_sites_pages_fetch_nothing(
    page: httpx.AsyncClient, site: str, path: str, status: int
) -> None:
    assert (await page.get(path, headers={"Sec-Fetch-Site": site})).status_code == status


async def test_faults_can_be_scripted_from_outside(page: httpx.AsyncClient, bot: Bot) -> None:
    scripted = {"method": "sendMessage", "chat_id": 1001, "times": 2, "status": 502}
    assert (await page.post("/chat/faults", json=scripted)).json() == {"ok": True}
    api = "/bot1000:local-chat/sendMessage"
    statuses = [(await page.post(api, json={"chat_id": 1001, "text": "x"})).status_code for _ in range(3)]
    assert statuses == [502, 502, 200]
    await page.post("/chat/faults", json=scripted)
    await page.post("/chat/faults", json={"clear": True})
    assert (await page.post(api, json={"chat_id": 1001, "text": "x"})).status_code == 200
    calls = (await page.get("/chat/calls", params={"method": "sendMessage"})).json()["calls"]
    assert [made["outcome"] for made in calls] == ["Bad Gateway", "Bad Gateway", "ok", "ok"]


async def test_events_tell_what_happens(page: httpx.AsyncClient, bot: Bot, telegram: LocalTelegram) -> None:
    async with page.stream("GET", "/chat/events", params={"user": 1001}) as stream:
        lines = stream.aiter_lines()
        await telegram.until(lambda: telegram.events.watched(1001))
        markup = InlineKeyboardMarkup([[InlineKeyboardButton("More", callback_data="more")]])
        sent = await bot.send_message(1001, "x", reply_markup=markup)
        pressed = telegram.press(telegram.reader, telegram.sent(1001)[0], "More")
        await bot.answer_callback_query(pressed.id, "Here")
        await sent.edit_text("y")
        await bot.send_chat_action(1001, "typing")
        await sent.delete()
        await bot.set_my_commands([BotCommand("brief", "The news")])
        await bot.send_message(1002, "not for this page")
        seen = [await following(lines) for _ in range(6)]
    assert [kind for kind, _ in seen] == ["message", "answer", "edit", "typing", "delete", "commands"]
    assert (seen[0][1]["text"], seen[2][1]["text"]) == ("x", "y")
    assert seen[1][1] == {"callback_query_id": pressed.id, "text": "Here", "alert": False}
    assert seen[4][1] == {"message_id": sent.message_id}


async def following(lines: AsyncIterator[str]) -> tuple[str, dict[str, object]]:
    """The next event of a stream: its kind and content."""
    kind = ""
    async with asyncio.timeout(PATIENCE):
        async for line in lines:
            if line.startswith("event: "):
                kind = line.removeprefix("event: ")
            if line.startswith("data: "):
                return kind, json.loads(line.removeprefix("data: "))
    raise AssertionError("the stream ended")
