"""The words in which people say how long to pause, "until 5 December", "two weeks": what each means."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final, Literal, NamedTuple, TypeAlias

from bot.domain.pauses import TOMORROW
from bot.domain.typed_letters import fold_typed
from bot.render.clock import MONTHS as SHORT_MONTHS
from bot.render.dates import MONTHS
from bot.render.language import ENGLISH, Language
from bot.render.texts import Text, pgettext
from bot.render.typed_words import PARTED, WEEKDAY_TEXTS

# days: so many; unit: of so many days, behind a number; none: what only leads up to the others.
Kind: TypeAlias = Literal["days", "unit", "weekday", "tomorrow", "month", "none"]


class Term(NamedTuple):
    """What a form means: `value` is a number of days, of a month, or of a weekday from Monday."""

    kind: Kind
    value: int = 0


# Translators: not shown: what people type to tell how long nothing is to come, "pause for two weeks", "until
# tomorrow". Put in the forms of your language, parted by "|"; case and accents do not count.
_LENGTHS: Final[Mapping[Text, Term]] = {
    pgettext("typed, of a pause", "a day|one day"): Term("days", 1),
    pgettext("typed, of a pause", "two days|a couple of days"): Term("days", 2),
    pgettext("typed, of a pause", "three days"): Term("days", 3),
    pgettext("typed, of a pause", "four days"): Term("days", 4),
    pgettext("typed, of a pause", "five days"): Term("days", 5),
    pgettext("typed, of a pause", "ten days"): Term("days", 10),
    pgettext("typed, of a pause", "a week|one week"): Term("days", 7),
    pgettext("typed, of a pause", "two weeks|a fortnight"): Term("days", 14),
    pgettext("typed, of a pause", "three weeks"): Term("days", 21),
    pgettext("typed, of a pause", "a month|one month"): Term("days", 30),
    pgettext("typed, of a pause", "two months"): Term("days", 60),
    pgettext("typed, of a pause", "day|days"): Term("unit", 1),
    pgettext("typed, of a pause", "week|weeks"): Term("unit", 7),
    pgettext("typed, of a pause", "month|months"): Term("unit", 30),
    pgettext("typed, of a pause", "tomorrow"): Term(TOMORROW),
    # Translators: not shown: what stands around these, "until next Monday", "for a week". A form that begins
    # with "-" is an ending of the number of a day: "-th" of "5th".
    pgettext(
        "typed, of a pause", "until|till|to|through|up to|for|the|on|of|next|coming|-st|-nd|-rd|-th"
    ): Term("none"),
}


@lru_cache(maxsize=64)
def terms(language: Language) -> Mapping[str, Term]:
    """What each form of the language means, and of English, as they are compared; "-th" ends a number."""
    own = dict(_terms(language))
    return own if language is ENGLISH else {**terms(ENGLISH), **own}


def _terms(language: Language) -> Iterator[tuple[str, Term]]:
    # A form of two terms is the later one's: "mar" is a day in Spanish, and a month.
    for names in (SHORT_MONTHS, MONTHS):
        for number, text in enumerate(names, 1):
            yield from _forms(language, text, Term("month", number))
    for number, text in enumerate(WEEKDAY_TEXTS):
        yield from _forms(language, text, Term("weekday", number))
    for text, term in _LENGTHS.items():
        yield from _forms(language, text, term)


def _forms(language: Language, text: Text, term: Term) -> Iterator[tuple[str, Term]]:
    for form in language.say(text).split(PARTED):
        if folded := fold_typed(form.strip()):
            yield folded.rstrip("."), term
