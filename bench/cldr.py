"""What the Unicode CLDR knows of a language, as messages of its catalogue: dates, lists, numbers, names."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from babel import Locale

from bot.render.clock import DAYS, SHORT_DATE
from bot.render.clock import MONTHS as SHORT_MONTHS
from bot.render.dates import LONG_DATE, MONTHS
from bot.render.language import SIGNS
from bot.render.language_names import NAMES
from bot.render.texts import LIST_ENDS, LIST_GOES_ON, LIST_OF_TWO, Text

DIGITS: Final = "latn"  # in every language: what a button shows is what is typed and what is listed
_FIELDS: Final = {
    "d": "{day}",
    "M": "{month}",
    "L": "{month}",
    "y": "{year}",
    "E": "{weekday}",
    "c": "{weekday}",
}
_PATTERN: Final = re.compile(r"'([^']*)'|([a-zA-Z])\2*|([^a-zA-Z']+)")
_CODES: Final = {"no": "nb"}  # of languages whose names CLDR keeps under another code

Key = tuple[str | None, str]  # context and message


def from_cldr(locale: Locale) -> Mapping[Key, str]:
    """How the messages that no translator writes are said."""
    return {(text.context, text.message): words for text, words in _said(locale)}


def own_name(locale: Locale) -> str:
    """What the language calls itself, as it stands in a list."""
    name = locale.get_display_name(locale) or str(locale)
    return name[:1].upper() + name[1:]


def _said(locale: Locale) -> Iterator[tuple[Text, str]]:
    months, days = locale.months["format"], locale.days["format"]
    yield from ((text, months["wide"][number]) for number, text in enumerate(MONTHS, 1))
    yield from ((text, months["abbreviated"][number]) for number, text in enumerate(SHORT_MONTHS, 1))
    yield from ((text, days["abbreviated"][number]) for number, text in enumerate(DAYS))
    yield from ((text, locale.languages[_CODES.get(code, code)]) for code, text in NAMES.items())
    symbols = locale.number_symbols[DIGITS]
    yield from zip(SIGNS.values(), (symbols["group"], symbols["decimal"]), strict=True)
    yield LONG_DATE, _pattern(locale.date_formats["long"].pattern)
    yield SHORT_DATE, _pattern(locale.datetime_skeletons["MMMEd"].pattern)
    lists = locale.list_patterns["standard"]
    yield LIST_GOES_ON, lists["middle"].format("{before}", "{next}")
    yield LIST_ENDS, lists["end"].format("{before}", "{last}")
    yield LIST_OF_TWO, lists["2"].format("{before}", "{last}")


def _pattern(pattern: str) -> str:
    """A pattern of CLDR's ("d 'de' MMMM") as a message ("{day} de {month}")."""
    return "".join(quoted or other or _FIELDS[letter] for quoted, letter, other in _PATTERN.findall(pattern))
