"""What a server's response means for a source: read it, come later, or never again."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import StrEnum
from http import HTTPStatus
from typing import Final, NamedTuple

from bot.newsroom.sources.fetching import Response

_MOST_PAUSE: Final = timedelta(days=1)  # a server that asks for more has a mistake in its settings


class ResponseKind(StrEnum):
    """What to do with an answer."""

    READ = "read"  # there is a body to read
    UNCHANGED = "unchanged"
    LATER = "later"  # too many requests, or in trouble for a while
    GONE = "gone"  # for good: nobody should come again
    FAILED = "failed"


class Judgement(NamedTuple):
    """An answer judged; `least_pause` is what the server asks for before the next visit."""

    kind: ResponseKind
    fact: str  # for a person: "answers 404 Not Found"
    least_pause: timedelta = timedelta()


def judge(answer: Response, *, now: datetime) -> Judgement:
    """The judgement on an answer; redirects have been followed."""
    fact = f"answers {answer.status} {_phrase(answer.status)}".rstrip()
    match answer.status:
        case 304:
            return Judgement(ResponseKind.UNCHANGED, fact, _cached_for(answer))
        case 410:
            return Judgement(ResponseKind.GONE, fact)
        # Some refuse with 403 whoever comes too often.
        case 403 | 408 | 425 | 429 | 503:
            return Judgement(ResponseKind.LATER, fact, _retry_after(answer, now))
        case status if 200 <= status < 300 and answer.body:
            return Judgement(ResponseKind.READ, fact, _cached_for(answer))
        case status if 200 <= status < 300:
            return Judgement(ResponseKind.FAILED, f"{fact} and nothing else")
    return Judgement(ResponseKind.FAILED, fact, _retry_after(answer, now))


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


def _retry_after(answer: Response, now: datetime) -> timedelta:
    """`Retry-After`, which is seconds or a date."""
    words = answer.headers.get("retry-after", "").strip()
    if words.isascii() and words.isdigit():
        return _bounded(words)
    try:
        until = parsedate_to_datetime(words)
    except ValueError:
        return timedelta()
    if until.tzinfo is None:  # "-0000"
        until = until.replace(tzinfo=UTC)
    return max(timedelta(), min(until - now, _MOST_PAUSE))


def _cached_for(answer: Response) -> timedelta:
    """`max-age` of Cache-Control less what caches have used up; nought where nothing is to be kept."""
    told = [one.strip().lower() for one in answer.headers.get("cache-control", "").split(",")]
    if "no-cache" in told or "no-store" in told:
        return timedelta()
    ages = [one.removeprefix("max-age=").strip('"') for one in told if one.startswith("max-age=")]
    pause = max((_bounded(age) for age in ages if age.isascii() and age.isdigit()), default=timedelta())
    age = answer.headers.get("age", "").strip()
    return max(timedelta(), pause - _bounded(age)) if age.isascii() and age.isdigit() else pause


def _bounded(seconds: str) -> timedelta:
    return min(timedelta(seconds=int(seconds[:9])), _MOST_PAUSE)
