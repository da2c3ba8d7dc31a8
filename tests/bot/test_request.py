"""What becomes of a request: answered, never sent, or sent and not answered; no error tells the token."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest

from bot.botapi.request import AiohttpRequest, NoAnswerError, NotSentError, unread
from bot.localchat import Fault, LocalTelegram
from tests.telegram import Served
from tests.waiting import PATIENCE, becomes


@asynccontextmanager
async def a_bot(served: Served, *, connections: int = 4, seconds: float = PATIENCE) -> AsyncIterator[Bot]:
    async with Bot(
        served.token,
        base_url=served.base_url,
        base_file_url=served.base_file_url,
        request=AiohttpRequest(connections=connections, seconds=seconds),
        get_updates_request=AiohttpRequest(connections=1, seconds=seconds),
    ) as bot:
        yield bot


async def test_words_of_every_script_arrive_as_they_are(served_telegram: Served) -> None:
    words = "<b>حلب</b> & “Aleppo” 🕊 a=b&c+d%20"
    async with a_bot(served_telegram) as bot:
        await bot.send_message(1001, words, reply_parameters=None)
        with pytest.raises(BadRequest, match="Message text is empty"):
            await bot.send_message(1001, " ")
    assert [message.text for message in served_telegram.telegram.sent(1001)] == [words]


async def test_of_a_message_it_comes_back_which_it_is(served_telegram: Served) -> None:
    buttons = InlineKeyboardMarkup.from_button(InlineKeyboardButton("Quotes", callback_data="q:1"))
    async with a_bot(served_telegram) as bot:
        sent = await bot.send_message(1001, "<b>Aleppo</b>", parse_mode="HTML", reply_markup=buttons)
        await sent.edit_text("Homs")
    (stands,) = served_telegram.telegram.sent(1001)
    assert (sent.message_id, sent.chat_id, stands.text) == (stands.id, 1001, "Homs")
    assert (sent.text, sent.reply_markup) == (None, None)


async def test_of_a_message_that_nobody_reads_nothing_comes_back(served_telegram: Served) -> None:
    async with a_bot(served_telegram) as bot:
        with unread():
            told: object = await bot.send_message(1001, "Aleppo")
        read = await bot.send_message(1001, "Homs")
    assert told is True
    assert [message.text for message in served_telegram.telegram.sent(1001)] == ["Aleppo", "Homs"]
    assert read.message_id == served_telegram.telegram.sent(1001)[1].id


@pytest.mark.parametrize(
    ("told", "read"),
    [
        pytest.param(b'"\\ud83d\\udd4a"', "\U0001f54a", id="a pair"),
        pytest.param(b'"\\ud83d"', "\ud83d", id="half a pair"),
        pytest.param(b"NaN or a page", None, id="a page"),
        pytest.param(b'"\xff"', None, id="no UTF-8"),
    ],
)
def test_answer_is_read_as_json(told: bytes, read: str | None) -> None:
    if read is None:
        with pytest.raises(NoAnswerError):
            AiohttpRequest.parse_json_payload(told)
    else:
        assert AiohttpRequest.parse_json_payload(b'{"result": %b}' % told) == {"result": read}


@asynccontextmanager
async def a_proxy(asked: list[str]) -> AsyncIterator[str]:
    """Its address; notes the first line and the pass of what it is asked, and answers with what is true."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        lines = (await reader.readuntil(b"\r\n\r\n")).decode().splitlines()
        asked.append(" ".join([lines[0], *(line for line in lines if line.startswith("Proxy-Auth"))]))
        writer.write(b'HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{"ok": true, "result": []}')
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        yield f"127.0.0.1:{server.sockets[0].getsockname()[1]}"


async def test_proxy_of_the_environment_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    async with a_proxy(asked) as proxy:
        monkeypatch.setenv("http_proxy", f"http://us:pass@{proxy}")
        monkeypatch.setenv("no_proxy", "other.example")
        async with AiohttpRequest(connections=1, seconds=PATIENCE) as request:
            assert await request.post("http://telegram.example/bot/getMe") == []
            assert await request.post("http://telegram.example/bot/getUpdates") == []
            with pytest.raises(NotSentError):
                await request.post("http://other.example:1/bot/getMe")
    asked_of_it = [line.split(maxsplit=3) for line in asked]
    assert [words[1] for words in asked_of_it] == [
        f"http://telegram.example/bot/{method}" for method in ("getMe", "getUpdates")
    ]
    assert {words[3] for words in asked_of_it} == {"Proxy-Authorization: Basic dXM6cGFzcw=="}


async def test_document_goes_up_and_comes_down(served_telegram: Served) -> None:
    async with a_bot(served_telegram) as bot:
        sent = await bot.send_document(1001, b"The bridge is open.", caption="a & b", filename="bridge.txt")
        assert sent.document is not None
        assert (sent.caption, sent.document.file_name) == ("a & b", "bridge.txt")
        file = await bot.get_file(sent.document.file_id)
        assert bytes(await file.download_as_bytearray()) == b"The bridge is open."


@pytest.mark.parametrize(
    ("fault", "arrived"),
    [
        pytest.param(Fault(outcome="dropped"), [], id="cut off before it was read"),
        pytest.param(Fault(outcome="lost"), ["x"], id="cut off before the answer"),
        pytest.param(Fault(outcome="late", seconds=PATIENCE), ["x"], id="answered too late"),
    ],
)
async def test_request_without_an_answer_may_have_arrived(
    served_telegram: Served, fault: Fault, arrived: list[str]
) -> None:
    telegram = served_telegram.telegram
    telegram.fail(fault, method="sendMessage")
    async with a_bot(served_telegram) as bot:
        with pytest.raises(NoAnswerError) as failed:
            await bot.send_message(1001, "x", read_timeout=0.3)
        assert served_telegram.token not in str(failed.value)
        await becomes(lambda: [message.text for message in telegram.sent(1001)], arrived)
        await bot.send_message(1001, "y")


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<html>Please log in</html>", id="a proxy's page"),
        pytest.param("[1]", id="a list"),
        pytest.param('{"ok": true}', id="no result"),
        pytest.param("", id="nothing"),
    ],
)
async def test_what_is_no_answer_of_telegram_s_is_none(
    served_telegram: Served, page: str, caplog: pytest.LogCaptureFixture
) -> None:
    served_telegram.telegram.fail(Fault(outcome="odd", description=page), method="sendMessage")
    async with a_bot(served_telegram) as bot:
        with pytest.raises(NoAnswerError):
            await bot.send_message(1001, "x")
    assert [record for record in caplog.records if record.exc_info] == []


async def test_request_without_a_connection_never_left() -> None:
    nobody = Served(LocalTelegram(), "http://127.0.0.1:1")
    with pytest.raises(NotSentError) as failed:
        async with a_bot(nobody):
            pass
    assert nobody.token not in str(failed.value)


async def test_request_that_found_no_free_connection_never_left(served_telegram: Served) -> None:
    telegram = served_telegram.telegram
    answered = asyncio.Event()
    async with a_bot(served_telegram, connections=1, seconds=2) as bot:
        telegram.fail(Fault(outcome="late", until=answered), method="sendMessage")
        slow = asyncio.create_task(bot.send_message(1001, "slow", read_timeout=PATIENCE))
        await telegram.until(lambda: telegram.sent(1001))
        with pytest.raises(NotSentError):
            await bot.send_message(1002, "waits in vain")
        answered.set()
        await slow
    assert telegram.sent(1002) == ()


async def test_long_poll_is_waited_for_beyond_the_time_of_other_answers(served_telegram: Served) -> None:
    async with a_bot(served_telegram, seconds=3) as bot:
        assert await bot.get_updates(timeout=4) == ()


async def test_request_can_be_begun_again(served_telegram: Served) -> None:
    request = AiohttpRequest(connections=1, seconds=PATIENCE)
    for _ in range(2):
        async with request:
            status, _ = await request.do_request(
                f"{served_telegram.base_url}{served_telegram.token}/getMe", "POST"
            )
            assert status == 200
