"""The words in which people order hours and days, as the English ones by which orders are read."""

import re
from functools import lru_cache

from bot.render.language import ENGLISH, Language
from bot.render.texts import Text, pgettext
from summaries.letters import fold_letters

_PARTED = "|"
# Translators: not shown: words that people type to order hours and days, "every monday at 7 in the evening".
# Put in the forms of your language, parted by "|"; case and accents do not count.
_TYPED: tuple[Text, ...] = (
    pgettext("typed", "monday|mondays|mon"),
    pgettext("typed", "tuesday|tuesdays|tue"),
    pgettext("typed", "wednesday|wednesdays|wed"),
    pgettext("typed", "thursday|thursdays|thu"),
    pgettext("typed", "friday|fridays|fri"),
    pgettext("typed", "saturday|saturdays|sat"),
    pgettext("typed", "sunday|sundays|sun"),
    pgettext("typed", "every day|each day|daily"),
    pgettext("typed", "weekdays|on weekdays"),
    pgettext("typed", "weekends|on weekends"),
    pgettext("typed", "twice a day|twice daily"),
    pgettext("typed", "every|each"),
    pgettext("typed", "morning|in the morning|mornings"),
    pgettext("typed", "evening|in the evening|evenings"),
    pgettext("typed", "noon|at noon|midday"),
    pgettext("typed", "midnight|at midnight"),
    pgettext("typed", "at|at the hour of"),
    pgettext("typed", "and|as well as"),
    pgettext("typed", "to|until|till"),
    pgettext("typed", "only|just"),
    pgettext("typed", "new|new articles"),
    pgettext("typed", "short|shorter"),
    pgettext("typed", "long|longer"),
    pgettext("typed", "off|none"),
)


def in_english(words: str, language: Language) -> str:
    """The words with those of the language in English; all others stay, and all of them in English."""
    forms = _forms(language)
    if not forms:
        return words
    found = _shape(language).sub(lambda match: forms[match.group()], fold_letters(words))
    return found if found != fold_letters(words) else words


@lru_cache(maxsize=64)
def _forms(language: Language) -> dict[str, str]:
    """Each form that is typed in the language, folded, and the English word; none of English."""
    if language is ENGLISH:
        return {}
    return {
        fold_letters(form.strip()): text.message.partition(_PARTED)[0]
        for text in _TYPED
        for form in language.say(text).split(_PARTED)
        if form.strip()
    }


@lru_cache(maxsize=64)
def _shape(language: Language) -> re.Pattern[str]:
    longest_first = sorted(_forms(language), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
