"""How a call is read and checked, whichever way it is sent, and what a wrong one is told."""

import httpx
import pytest

from bot.localchat import LocalTelegram
from tests.telegram import Served
from tests.waiting import PATIENCE


def sent_text(served: Served) -> list[str]:
    return [message.text for message in served.telegram.sent(1001)]


async def call(
    served: Served, method: str, *, verb: str = "POST", token: str | None = None, **how: object
) -> httpx.Response:
    async with httpx.AsyncClient(trust_env=False, timeout=PATIENCE) as client:
        return await client.request(verb, f"{served.base_url}{token or served.token}/{method}", **how)


WAYS = {
    "query": {"verb": "GET", "params": {"chat_id": 1001, "text": "wörd & more"}},
    "form": {"data": {"chat_id": 1001, "text": "wörd & more"}},
    "multipart": {"files": {"chat_id": (None, "1001"), "text": (None, "wörd & more")}},
    "json": {"json": {"chat_id": 1001, "text": "wörd & more"}},
    "json-strings": {"json": {"chat_id": "1001", "text": "wörd & more"}},
    "query-and-form": {"params": {"chat_id": 1001}, "data": {"text": "wörd & more"}},
}


@pytest.mark.parametrize("how", WAYS.values(), ids=WAYS.keys())
async def test_parameters_come_any_way(served_telegram: Served, how: dict[str, object]) -> None:
    answer = await call(served_telegram, "sendMessage", **how)
    assert (answer.status_code, answer.json()["result"]["text"]) == (200, "wörd & more")
    assert sent_text(served_telegram) == ["wörd & more"]


async def test_method_names_are_read_in_any_case(served_telegram: Served) -> None:
    answer = await call(served_telegram, "getme", verb="GET")
    assert answer.json()["result"]["username"] == "briefings_local_bot"


def refusal(status: int, description: str) -> dict[str, object]:
    return {"ok": False, "error_code": status, "description": description}


ROW = '{"inline_keyboard":[[{"text":"x","callbackdata":"y"}]]}'
WRONG = {
    "method": ("sendNothing", {}, refusal(404, "Not Found: method not found")),
    "no-chat": ("sendMessage", {"text": "x"}, refusal(400, "Bad Request: chat_id is empty")),
    "no-text": ("sendMessage", {"chat_id": "1001"}, refusal(400, "Bad Request: message text is empty")),
    "misspelt": (
        "sendMessage",
        {"chat_id": "1001", "text": "x", "parsemode": "HTML"},
        refusal(400, 'Bad Request: unknown parameter "parsemode"'),
    ),
    "misspelt-inside": (
        "sendMessage",
        {"chat_id": "1001", "text": "x", "reply_markup": ROW},
        refusal(400, "Bad Request: can't parse reply keyboard markup JSON object"),
    ),
    "not-json": (
        "sendMessage",
        {"chat_id": "1001", "text": "x", "reply_markup": "{"},
        refusal(400, "Bad Request: can't parse reply keyboard markup JSON object"),
    ),
    "not-a-number": (
        "sendMessage",
        {"chat_id": "1001", "text": "x", "message_thread_id": "one"},
        refusal(400, 'Bad Request: parameter "message_thread_id" must be of type Integer'),
    ),
    "not-a-truth": (
        "sendMessage",
        {"chat_id": "1001", "text": "x", "protect_content": "perhaps"},
        refusal(400, 'Bad Request: parameter "protect_content" must be of type Boolean'),
    ),
    "parse-mode": (
        "sendMessage",
        {"chat_id": "1001", "text": "x", "parse_mode": "Wiki"},
        refusal(400, "Bad Request: unsupported parse_mode"),
    ),
    "no-message": (
        "deleteMessage",
        {"chat_id": "1001"},
        refusal(400, "Bad Request: message identifier is not specified"),
    ),
}


@pytest.mark.parametrize(("method", "given", "answer"), WRONG.values(), ids=WRONG.keys())
async def test_wrong_calls_are_told_so(
    served_telegram: Served, method: str, given: dict[str, str], answer: dict[str, object]
) -> None:
    response = await call(served_telegram, method, data=given)
    assert (response.status_code, response.json()) == (answer["error_code"], answer)


async def test_wrong_token_opens_nothing(served_telegram: Served) -> None:
    response = await call(served_telegram, "getMe", token="1000:another")
    assert (response.status_code, response.json()) == (401, refusal(401, "Unauthorized"))
    async with httpx.AsyncClient(trust_env=False, timeout=PATIENCE) as client:
        missing = await client.get(f"{served_telegram.base_file_url}1000:another/documents/x")
    assert missing.status_code == 404


async def test_text_that_is_not_utf_8_is_refused(served_telegram: Served) -> None:
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    response = await call(served_telegram, "sendMessage", content=b"chat_id=1001&text=%ff", headers=form)
    assert response.json() == refusal(400, "Bad Request: strings must be encoded in UTF-8")


async def test_calls_are_recorded_with_their_outcome(served_telegram: Served) -> None:
    await call(served_telegram, "sendMessage", data={"chat_id": "1001", "text": "x"})
    await call(served_telegram, "sendMessage", data={"chat_id": "7", "text": "x"})
    telegram: LocalTelegram = served_telegram.telegram
    assert [(made.method, made.params["chat_id"], made.outcome) for made in telegram.calls] == [
        ("sendMessage", "1001", "ok"),
        ("sendMessage", "7", "Bad Request: chat not found"),
    ]
