"""The words in which people order hours and days, as the English ones by which orders are read."""

import re
from functools import lru_cache, partial
from typing import Final, NamedTuple

from bot.domain.typed_letters import fold_typed
from bot.render.language import ENGLISH, Language
from bot.render.texts import Text, pgettext

PARTED: Final = "|"
TIED: Final = "-"  # before an ending of numbers, behind what a word may begin with
# Translators: not shown: words that people type to order hours and days, "every monday at 7 in the evening".
# Put in the forms of your language, parted by "|"; case and accents do not count.
WEEKDAY_TEXTS: Final[tuple[Text, ...]] = (
    pgettext("typed", "monday|mondays|mon"),
    pgettext("typed", "tuesday|tuesdays|tue"),
    pgettext("typed", "wednesday|wednesdays|wed"),
    pgettext("typed", "thursday|thursdays|thu"),
    pgettext("typed", "friday|fridays|fri"),
    pgettext("typed", "saturday|saturdays|sat"),
    pgettext("typed", "sunday|sundays|sun"),
)
_TYPED: Final[tuple[Text, ...]] = (
    *WEEKDAY_TEXTS,
    pgettext("typed", "every day|each day|daily"),
    pgettext("typed", "weekdays|on weekdays"),
    pgettext("typed", "weekends|on weekends"),
    pgettext("typed", "twice a day|twice daily"),
    pgettext("typed", "every|each"),
    # Translators: not shown: parts of the day; each tells which seven "at 7" is, and may stand alone.
    pgettext("typed", "morning|in the morning|mornings"),
    pgettext("typed", "noon|at noon|midday"),
    pgettext("typed", "afternoon|in the afternoon|afternoons"),
    pgettext("typed", "evening|in the evening|evenings"),
    pgettext("typed", "night|at night|nights"),
    pgettext("typed", "midnight|at midnight"),
    pgettext("typed", "at|at the hour of"),
    # Translators: not shown: what stands behind the number of an hour. A form that begins with "-" is an
    # ending of the number itself, with a sign between or none: "-de" of "7’de" in Turkish. In each list of
    # typed words a form that ends with "-" is written as one with the next word: "пол-" of "полседьмого".
    pgettext("typed", "o’clock|oclock"),
    # Translators: not shown: half an hour later, before the hour: "half past six" is 6:30.
    pgettext("typed", "half past|half after"),
    # Translators: not shown: half an hour earlier, before the hour: German "halb sieben" is 6:30.
    pgettext("typed", "half before|half an hour before"),
    # Translators: not shown: half an hour later, behind the hour: "six and a half" is 6:30.
    pgettext("typed", "and a half|and half"),
    # Translators: not shown: hours in letters, in each form that follows "at", "half past" and the like.
    pgettext("typed", "one|at one"),
    pgettext("typed", "two|at two"),
    pgettext("typed", "three|at three"),
    pgettext("typed", "four|at four"),
    pgettext("typed", "five|at five"),
    pgettext("typed", "six|at six"),
    pgettext("typed", "seven|at seven"),
    pgettext("typed", "eight|at eight"),
    pgettext("typed", "nine|at nine"),
    pgettext("typed", "ten|at ten"),
    pgettext("typed", "eleven|at eleven"),
    pgettext("typed", "twelve|at twelve"),
    pgettext("typed", "thirteen"),
    pgettext("typed", "fourteen"),
    pgettext("typed", "fifteen"),
    pgettext("typed", "sixteen"),
    pgettext("typed", "seventeen"),
    pgettext("typed", "eighteen"),
    pgettext("typed", "nineteen"),
    pgettext("typed", "twenty"),
    pgettext("typed", "twenty-one"),
    pgettext("typed", "twenty-two"),
    pgettext("typed", "twenty-three"),
    # Translators: not shown: minutes in letters behind the hour: "seven thirty", Spanish "siete y treinta".
    # Minutes that are hours as well, "seven fifteen", need no form but with "and", "siete y quince".
    pgettext("typed", "thirty|and thirty"),
    pgettext("typed", "forty-five|and forty-five"),
    pgettext("typed", "and fifteen minutes"),
    # Translators: not shown: a quarter of an hour before the hour: "a quarter past seven" is 7:15, "a quarter
    # to seven" 6:45, and German "viertel sieben", a quarter into the seventh hour, 6:15. Leave it as it is
    # where your language has none of these.
    pgettext("typed", "quarter past|a quarter past"),
    pgettext("typed", "quarter to|a quarter to"),
    pgettext("typed", "quarter into"),
    # Translators: not shown: a quarter of an hour behind the hour: "siete y cuarto", "siete menos cuarto".
    pgettext("typed", "and a quarter"),
    pgettext("typed", "less a quarter"),
    # Translators: not shown: other words of orders and settings, "from 22:00 to 07:00", "only at 9", "off".
    pgettext("typed", "and|as well as"),
    pgettext("typed", "from|starting from"),
    # Translators: not shown: of two hours or two days that "and" joins, before or behind them.
    pgettext("typed", "between|in between"),
    pgettext("typed", "to|until|till"),
    pgettext("typed", "only|just"),
    # Translators: not shown: before or behind days that are not wanted: "every day except Sunday".
    pgettext("typed", "except|but not"),
    # Translators: not shown: before an hour that is not wanted, "not at 7 but at 9"; and before the one that
    # is wanted in its place. Leave them as they are where your language has no such words.
    pgettext("typed", "not|not at"),
    pgettext("typed", "but|but rather"),
    # Translators: not shown: the first of these where it stands behind what is not wanted: Turkish "değil".
    pgettext("typed", "is not|are not"),
    # Translators: not shown: before the hour that another takes the place of: "9 instead of 7".
    pgettext("typed", "instead of|rather than"),
    # Translators: not shown: behind the hour that another takes the place of, as Turkish "7 yerine 9". Leave
    # it as it is where your language has no such word.
    pgettext("typed", "replaced by|becomes"),
    # Translators: not shown: that the hour, of which there is one, is to be another: "make it 9".
    pgettext("typed", "make it|set it"),
    # Translators: not shown: the same with the hour that goes, which stands first: "change 7 to 9".
    pgettext("typed", "change|move it"),
    pgettext("typed", "new|new articles"),
    pgettext("typed", "the week|weekly"),
    pgettext("typed", "followed|what I follow"),
    pgettext("typed", "everything|all"),
    pgettext("typed", "short|shorter"),
    pgettext("typed", "long|longer"),
    pgettext("typed", "on|yes"),
    pgettext("typed", "off|none"),
)
_HYPHENED = re.compile(
    r"(?<![\d-])(\d{1,2})-(00|15|30|45)(?![\d-])"
)  # "18-30", as times are written in Russian
_MINUTES = re.compile(r"(?<!\d)(\d{1,2}) o’clock ([0-5]\d)(?! o’clock|[\d:])")  # "7 h 30"
_SPACES = re.compile(r"\s+")


class _Words(NamedTuple):
    """What is looked for in a text, and the English words of what is found."""

    beginnings: re.Pattern[str]  # of words that are typed as one with the next
    shape: re.Pattern[str]
    words: dict[str, str]
    endings: dict[str, str]  # of numbers


def in_english(words: str, language: Language) -> str:
    """The words with those of the language in English; all others stay, and all of them in English."""
    if language is ENGLISH:
        return words
    known, folded = _words(language), fold_typed(words)
    found = known.shape.sub(partial(_in_english, known), known.beginnings.sub(r"\g<0> ", folded))
    found = _MINUTES.sub(r"\1:\2", _HYPHENED.sub(r"\1:\2", _SPACES.sub(" ", found).strip()))
    return found if found != _SPACES.sub(" ", folded).strip() else words


def _in_english(known: _Words, found: re.Match[str]) -> str:
    return f" {known.words[found['word']] if found['word'] else known.endings[found['ending']]} "


def forms(language: Language) -> dict[str, tuple[str, ...]]:
    """Each English word, and the forms of the language that mean it, as they are compared."""
    return {
        text.message.partition(PARTED)[0]: tuple(
            dict.fromkeys(
                fold_typed(form.strip()) for form in language.say(text).split(PARTED) if form.strip()
            )
        )
        for text in _TYPED
    }


@lru_cache(maxsize=64)
def _words(language: Language) -> _Words:
    """The forms that are typed in the language, by how they stand in a text."""
    known = {form: word for word, each in forms(language).items() for form in each}
    endings = {form[1:]: word for form, word in known.items() if form.startswith(TIED)}
    beginnings = {form[:-1]: word for form, word in known.items() if form.endswith(TIED)}
    words = {form: word for form, word in known.items() if form.strip(TIED) == form} | beginnings
    endings = {form: word for form, word in words.items() if form[0].isalpha()} | endings  # "7uhr"
    whole = rf"(?:{_longest_first(words)})(?!\w)"
    return _Words(
        re.compile(
            rf"(?<!\w)(?!{whole})(?:{_longest_first(beginnings)})(?={whole}|\d)" if beginnings else "(?!)"
        ),
        re.compile(rf"(?<!\w)(?P<word>{whole})|(?<=\d)[’-]?(?P<ending>{_longest_first(endings)})(?!\w)"),
        words,
        endings,
    )


def _longest_first(forms: dict[str, str]) -> str:
    return "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))
