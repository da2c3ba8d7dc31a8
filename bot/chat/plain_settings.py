"""Settings in plain words, as `/settings` reads them behind it: "short", "5 stories", "silent on"."""

import re

from bot.chat.clocktimes import NotUnderstood
from bot.chat.orders import read_order_in
from bot.chat.plain_changes import ordering
from bot.chat.spans import NONE
from bot.chat.typed_settings import ON_OFF, SWITCHES, parted
from bot.domain.meanings import Meaning
from bot.domain.subscriptions import WEEKENDS, SubscribeOrder
from bot.domain.typed_letters import fold_typed
from bot.domain.vocabulary import Vocabulary, words_in
from bot.render.language import Language
from bot.render.ordering import stories
from bot.render.standing import sentences
from bot.render.typed_words import in_english

_NUMBER = re.compile(r"\d{1,2}")
_ENDED = ("quiet", "pause", "summary")  # settings that "off" ends


def length_in(said: str, language: Language) -> Meaning | None:
    """So many stories or sentences, as the bot tells it in the language: "5 noticias" are no hour."""
    number = _NUMBER.search(said)
    if number is None:
        return None
    count, told = int(number[0]), fold_typed(said.strip(" .!"))
    for text, words in ((stories(count), f"{count} stories"), (sentences(count), f"{count} sentences")):
        if fold_typed(language.say(text)) == told:
            return Meaning(kind="setting", words=words, shown=said.strip(" .!"), sure=True)
    return None


def setting_in(said: str, known: Vocabulary, language: Language) -> Meaning | None:
    """The setting that the words change, if they tell nothing else; none of those that order hours."""
    line = " ".join(word.key for word in words_in(said, known.apostrophes))
    if line in known.whole:  # "shorter" opens how much of it
        return None
    for kept in dict.fromkeys((said.strip(" .!"), *map(" ".join, ordering(said, known)))):
        name, value = parted(kept, language)
        if _changes(name, value, language):
            return Meaning(kind="setting", words=kept, sure=True)
    return None


def _changes(name: str, value: str, language: Language) -> bool:
    told = {value.casefold(), in_english(value, language)}
    if name in SWITCHES:
        return bool(value) and not told.isdisjoint(ON_OFF)
    if name in _ENDED:
        return not told.isdisjoint(NONE)
    asked = read_order_in(value, language) if name in ("", "length", "days") and value else None
    if asked is None or isinstance(asked, NotUnderstood) or asked == SubscribeOrder():
        return False
    of_these = SubscribeOrder(stories=asked.stories, sentences=asked.sentences, days=asked.days)
    return asked == of_these and asked.days in (None, WEEKENDS)
