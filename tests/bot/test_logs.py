"""Logs: no secret in any line, a request's id through all of them."""

import json
import logging
from contextvars import copy_context

import pytest

from bot.config.concealing import conceal
from bot.config.logs import bind_request, set_up_logs
from bot.config.settings import LogFormat

TOKEN = "123456789:AAFakeFakeFakeFakeFakeFakeFake_-12345"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"POST https://api.telegram.org/bot{TOKEN}/getMe", "POST https://api.telegram.org/bot<token>/getMe"),
        (f"token={TOKEN}!", "token=<token>!"),
        ("postgresql+psycopg://me:pa55@host/db", "postgresql+psycopg://me:***@host/db"),
        ("postgresql+psycopg://me:pa@ss@host/db", "postgresql+psycopg://me:***@host/db"),
        ("db?user=me&password=pa55&host=h", "db?user=me&password=***&host=h"),
        ("db?sslkey=/pa55.key&sslpassword=pa55", "db?sslkey=***&sslpassword=***"),
        (
            "Calling Bot API endpoint `setWebhook` with parameters {'secret_token': 'hush-Hush_1', 'a': 1}",
            "Calling Bot API endpoint `setWebhook` with parameters {'secret_token': '***', 'a': 1}",
        ),
        ("at 12:30:45 on 2016-12-14", "at 12:30:45 on 2016-12-14"),
    ],
    ids=["url", "bare", "database", "with an @", "in a query", "of a key", "webhook", "a time is no token"],
)
def test_secrets_are_blotted_out(text: str, wanted: str) -> None:
    assert conceal(text) == wanted


@pytest.fixture
def restored_logs() -> object:
    root = logging.getLogger()
    before = (root.level, root.handlers[:])
    yield
    root.setLevel(before[0])
    root.handlers[:] = before[1]


def test_token_in_an_error_never_reaches_the_log(
    capsys: pytest.CaptureFixture[str], restored_logs: object
) -> None:
    set_up_logs(level="INFO", form=LogFormat.TEXT)
    try:
        raise ValueError(f"https://host/bot{TOKEN}/x")
    except ValueError:
        logging.getLogger("bot").exception("it failed with %s", TOKEN)
    logged = capsys.readouterr().err
    assert TOKEN not in logged
    assert "it failed with <token>" in logged


def test_what_others_name_makes_no_line_of_its_own_and_no_colour(
    capsys: pytest.CaptureFixture[str], restored_logs: object
) -> None:
    set_up_logs(level="INFO", form=LogFormat.TEXT)
    logging.getLogger("bot").warning("%s: empty", "a\n2026-11-28 ERROR \x1b[31m\u202eforged é.txt")
    (line,) = capsys.readouterr().err.splitlines()
    assert line.endswith(r"[-] a\n2026-11-28 ERROR \x1b[31m\u202eforged é.txt: empty")


def test_httpx_request_lines_stay_out(capsys: pytest.CaptureFixture[str], restored_logs: object) -> None:
    set_up_logs(level="DEBUG", form=LogFormat.TEXT)
    logging.getLogger("httpx").info("HTTP Request: POST https://host/bot%s/x", TOKEN)
    assert capsys.readouterr().err == ""


def test_json_line_carries_the_request(capsys: pytest.CaptureFixture[str], restored_logs: object) -> None:
    set_up_logs(level="INFO", form=LogFormat.JSON)
    task = copy_context()
    task.run(bind_request, "42")
    task.run(logging.getLogger("bot.x").warning, "token %s", TOKEN)
    line = json.loads(capsys.readouterr().err)
    del line["time"]
    assert line == {"level": "WARNING", "logger": "bot.x", "request": "42", "message": "token <token>"}
