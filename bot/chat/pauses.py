"""How long to pause, as people type it: `three days`, `until Monday`, `until 5 December`, `until 5.12.`."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.pauses import TOMORROW, WEEKDAYS
from bot.domain.typed_letters import fold_typed
from bot.render.language import Language
from bot.render.typed_pauses import Term, terms
from bot.render.typed_words import TIED

_LONGEST = 4  # words of a form: "a couple of days"
_NUMBER = re.compile(r"(\d{1,4})(?:[’-]?([^\W\d]+))?")
_DATE = re.compile(r"(?:(?P<year>\d{4})-)?(?P<month>\d\d)-(?P<day>\d\d)|(\d\d?)\.(\d\d?)(?:\.(\d{4}))?")
_FIRST_YEAR = 1000  # less is no year
_MARKS = ".,;:!?؟،"


@dataclass(frozen=True, slots=True)
class PauseTyped:
    """A pause as a button carries it, and the words that tell it as they were typed."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class _Read:
    """A term, a number or a date, and how many words it is."""

    meant: Term | int | str
    words: int


def read_pause(
    words: Sequence[str], language: Language, *, beside: Callable[[str], bool] = lambda _word: False
) -> PauseTyped | None:
    """The pause that all of the words tell, bar those that may stand `beside`; None where they tell none."""
    known, at = terms(language), 0
    found: list[Term | int | str] = []
    told: list[str] = []
    while at < len(words):
        read = _read(words[at : at + _LONGEST], known)
        if read is not None:
            found.append(read.meant)
            told += words[at : at + read.words]
        elif not beside(words[at]):
            return None
        at += read.words if read is not None else 1
    code = _code([one for one in found if one != Term("none")])
    return PauseTyped(code, " ".join(told).strip(_MARKS)) if code is not None else None


def _read(words: Sequence[str], known: Mapping[str, Term]) -> _Read | None:
    """What the first of the words mean, as many of them as one form has."""
    folded = [fold_typed(word).strip(_MARKS) for word in words]
    for count in range(len(folded), 0, -1):
        if (term := known.get(" ".join(folded[:count]))) is not None:
            return _Read(term, count)
    first = folded[0]
    if (date := _DATE.fullmatch(first)) is not None:
        return _Read(_of_date(date), 1)
    number = _NUMBER.fullmatch(first)
    if number is not None and (not number[2] or TIED + number[2] in known):
        return _Read(int(number[1]), 1)
    hung = known.get(first.partition("’")[0])  # Turkish "Aralık’a"
    return _Read(hung, 1) if hung is not None else None


def _of_date(found: re.Match[str]) -> str:
    year, month, day, its_day, its_month, its_year = found.groups()
    return _date(year or its_year, int(month or its_month), int(day or its_day))


def _date(year: str | None, month: int, day: int) -> str:
    return "-".join((*((year,) if year else ()), f"{month:02}", f"{day:02}"))


def _code(meant: Sequence[Term | int | str]) -> str | None:
    match meant:
        case [Term("days" | "unit", days)]:
            return str(days)
        case [int(number), Term("unit", days)]:
            return str(number * days)
        case [Term("weekday", day)]:
            return WEEKDAYS[day]
        case [Term("tomorrow")]:
            return TOMORROW
        case [str(date)] | [Term("weekday"), str(date)]:
            return date
        case [Term("weekday"), *rest] if len(rest) > 1:
            return _code(rest)
        case [int(day), Term("month", month), *year] | [Term("month", month), int(day), *year]:
            return _of_month(day, month, year)
    return None


def _of_month(day: int, month: int, year: Sequence[Term | int | str]) -> str | None:
    """The day of the next such month, or of that of the year."""
    match year:
        case []:
            return _date(None, month, day)
        case [int(number)] if number >= _FIRST_YEAR:
            return _date(str(number), month, day)
    return None
