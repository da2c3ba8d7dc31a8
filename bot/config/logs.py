"""Logs as text or JSON, with a request's id through all its lines and no secret in any."""

import logging
import sys
from contextvars import ContextVar

from pythonjsonlogger.json import JsonFormatter

from bot.config.concealing import conceal
from bot.config.settings import LogFormat

_request: ContextVar[str] = ContextVar("request", default="-")

# httpx logs each request's URL, token included, at INFO.
_QUIET = (
    "httpx",
    "httpcore",
    "asyncio",
    "alembic",
    "watchfiles",
    "uvicorn.access",
)

# "maximum number of running instances reached": a look was asked for while one is under way, as is meant.
_ERRORS_ALONE = ("apscheduler",)


def bind_request(name: str) -> None:
    """Every line that this task logs from now on carries `name`."""
    _request.set(name)


class _WithRequest(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        record.request = _request.get()
        return True


class _ConcealedText(logging.Formatter):
    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 (as logging names it)
        """On one line: a file's or a person's name can hold line breaks, and what a terminal obeys."""
        line = super().formatMessage(record)
        return line if line.isprintable() else "".join(map(_shown, line))

    def format(self, record: logging.LogRecord) -> str:
        return conceal(super().format(record))


class _ConcealedJson(JsonFormatter):
    def format(self, record: logging.LogRecord) -> str:
        return conceal(super().format(record))


def _shown(sign: str) -> str:
    return sign if sign.isprintable() else sign.encode("unicode_escape").decode()


def _formatter(form: LogFormat) -> logging.Formatter:
    if form is LogFormat.JSON:
        return _ConcealedJson(
            "%(asctime)s %(levelname)s %(name)s %(request)s %(message)s",
            rename_fields={"asctime": "time", "levelname": "level", "name": "logger"},
            datefmt="%Y-%m-%dT%H:%M:%S%z",
        )
    return _ConcealedText(
        "%(asctime)s %(levelname)-7s %(name)s [%(request)s] %(message)s", "%Y-%m-%d %H:%M:%S%z"
    )


def set_up_logs(*, level: str, form: LogFormat) -> None:
    """Send every log line of this process to stderr."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_formatter(form))
    handler.addFilter(_WithRequest())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    for name in _ERRORS_ALONE:
        logging.getLogger(name).setLevel(logging.ERROR)
    # A look at what is due that is asked for during another is left out, and that is no trouble.
    logging.getLogger("apscheduler.scheduler").setLevel(logging.ERROR)
