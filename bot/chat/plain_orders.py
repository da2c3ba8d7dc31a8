"""What plain words order or set: hours and days, each hour of a span, quiet hours, a pause, a language."""

import re
from collections.abc import Sequence
from datetime import datetime, time
from functools import partial
from itertools import chain

from bot.chat.clocktimes import HOURS, NotUnderstood
from bot.chat.order_clocks import by_clocks, clock_beside
from bot.chat.order_words import PARTS
from bot.chat.orders import read_order, read_order_in, span_ordered
from bot.chat.pauses import read_pause
from bot.chat.plain_changes import changed_in, denies_hour, ordering, orders_nothing, without_answer
from bot.chat.plain_settings import length_in, setting_in
from bot.chat.spans import NONE
from bot.domain.meanings import Meaning
from bot.domain.plain_words import wishes
from bot.domain.subscriptions import EVERY_DAY, WEEKENDS
from bot.domain.vocabulary import GAP, Vocabulary, Word, folded, words_in
from bot.render.clock import days, hours
from bot.render.language import Language
from bot.render.language_wishes import language_wished
from bot.render.texts import in_line
from bot.render.typed_words import in_english

_LONGEST_SPAN = 13  # words: "from half past ten in the evening to half past six in the morning"
_SPAN_BEGINS = re.compile(rf"(?:from|between|half|quarter|\d|(?:{'|'.join(HOURS)}|{PARTS})\b)", re.IGNORECASE)
_SEVERAL = re.compile(r"\w\W+\w")


def settings_in(said: str, known: Vocabulary, language: Language, *, now: datetime) -> tuple[Meaning, ...]:
    """What the words order or set, if they tell nothing else; a button's words are in English."""
    if (paused := pause_in(said, known, language)) is not None:
        return (paused,)
    if (counted := length_in(said, language)) is not None:
        return (counted,)
    text, places = clock_beside(said, language, now=now)
    ordered = tuple(chain.from_iterable(by_clocks(one, places) for one in _ordered(text, known, language)))
    code = language_wished(words_in(said, known.apostrophes), known, language)
    if not ordered and code is None and (setting := setting_in(said, known, language)) is not None:
        return (setting,)
    return (*ordered, *((Meaning(kind="language", words=code, sure=True),) if code is not None else ()))


def _ordered(said: str, known: Vocabulary, language: Language) -> tuple[Meaning, ...]:
    said = without_answer(said, known)
    if orders_nothing(said, known, language):
        return ()
    english = in_english(said, language)
    if (changed := changed_in(said, known, language)) is not None:
        return (changed,)
    ordered = spans_in(said, known) or spans_in(english, known)
    if not ordered and not _is_denied(english, known) and (order := order_typed(said, known, language)):
        shown = _shown(said, order, language)
        ordered = (Meaning(kind="order", words=order, shown=shown, sure=True),)
    if not ordered and denies_hour(said, known, language):  # which of them comes no more is pressed there
        ordered = (Meaning(kind="wish", words="hours"),)
    return ordered


def pause_in(said: str, known: Vocabulary, language: Language) -> Meaning | None:
    """How long the words tell to pause, where they tell nothing else."""
    words = words_in(said, known.apostrophes)
    line = f" {' '.join(word.key for word in words)} "
    phrases = {f" {' '.join(phrase.replace(GAP, ' ').split())} " for phrase in known.phrases.get("pause", ())}
    for phrase in sorted((one for one in phrases if one in line), key=len):  # "until" is told with Monday
        first = line[: line.index(phrase)].count(" ")
        rest = (*words[:first], *words[first + phrase.count(" ") - 1 :])
        if any(word.key in known.denying for word in rest):
            continue
        typed = read_pause([word.text for word in rest], language, beside=partial(_is_beside, known))
        if typed is not None:
            return Meaning(kind="pause", words=typed.code, shown=typed.words, sure=True)
    return None


def _is_beside(known: Vocabulary, word: str) -> bool:
    key = folded(word, known.apostrophes)
    return key in known.around or key in known.small


def spans_in(said: str, known: Vocabulary) -> tuple[Meaning, ...]:
    """What the hours mean from one to another, in English: each, or to be quiet in them.

    Of "news from 8 to 10" two may be meant: an edition each hour from 8 to 10, and that nothing comes before
    and after. "No news from 22 to 7" orders none.
    """
    said_words = said.split()
    if (found := _span(said_words)) is None:
        return ()
    first, last, ends = found
    around = " ".join((*said_words[:first], *said_words[last:]))
    words = words_in(around, known.apostrophes)
    if _tells_quiet(words, known) or (_is_denied(around, known) and _orders_alone(words, known)):
        return (_quiet(*ends),)
    beside = " ".join(ordering(around, known)[0])
    order = f"{beside} from {ends[0]:%H:%M} to {ends[1]:%H:%M}".strip()
    if _is_denied(around, known) or isinstance(read_order(order), NotUnderstood):
        return ()
    each = Meaning(kind="order", words=order, sure=True) if beside else _hourly(*ends)
    return each, _quiet(*reversed(ends))


def order_typed(said: str, known: Vocabulary, language: Language) -> str | None:
    """The order in English where all of it is, else that in the language; none in what tells another wish."""
    if (
        known.whole.get(" ".join(word.key for word in words_in(said, known.apostrophes)), "subscribe")
        != "subscribe"
    ):
        return None  # "good evening", "not at night", "the last 7 days"
    if not isinstance(read_order(said), NotUnderstood):
        return order_in(said, known)
    return order_in(in_english(said, language), known)


def _shown(said: str, order: str, language: Language) -> str:
    """The order in the reader's words, or in the bot's where they wrote more than it."""
    asked = read_order(order)
    if isinstance(asked, NotUnderstood):
        return ""
    if order.strip(".").isdecimal():  # "2" alone could be anything
        return language.say(hours(asked.hours))
    if order in said:
        return ""
    if not isinstance(read_order_in(said, language), NotUnderstood):
        return said
    return language.say(in_line(", ", (days(asked.days) if asked.days else "", hours(asked.hours))))


def order_in(said: str, known: Vocabulary) -> str | None:
    """The hours and days of an order, if the words name some and nothing that is no order."""
    for kept in map(" ".join, ordering(said, known)):  # "at seven" is an order, "seven" is none
        asked = read_order(kept)
        if isinstance(asked, NotUnderstood):
            continue
        if asked.hours or (asked.days not in (None, EVERY_DAY) and _tells_days(said, asked.days)):
            return kept
    return None


def _tells_days(said: str, days: Sequence[bool]) -> bool:
    """Whether days are ordered: one alone, and the weekend, are words of the news."""
    return sum(days) > sum(WEEKENDS) or _SEVERAL.search(said) is not None


def _span(words: Sequence[str]) -> tuple[int, int, tuple[time, time]] | None:
    """Where in the words a span of hours stands, the longest, and its first and last hour."""
    for first, word in enumerate(words):
        if not _SPAN_BEGINS.match(word):
            continue
        for last in range(min(first + _LONGEST_SPAN, len(words)), first + 2, -1):
            if (ends := span_ordered(" ".join(words[first:last]))) is not None:
                return first, last, ends
    return None


def _is_denied(said: str, known: Vocabulary) -> bool:
    """Whether a word does, in the language or as English has it: "off" of what turns something off."""
    return any(word.key in known.denying | NONE for word in words_in(said, known.apostrophes))


def _tells_quiet(words: Sequence[Word], known: Vocabulary) -> bool:
    return [wish.name for wish in wishes(words, known)[:1]] == ["quiet"]


def _orders_alone(words: Sequence[Word], known: Vocabulary) -> bool:
    return all(word.key in known.around | known.denying | known.orders | NONE for word in words)


def _hourly(start: time, end: time) -> Meaning:
    return Meaning(kind="hourly", words=f"{start:%H:%M}–{end:%H:%M}", sure=True)


def _quiet(start: time, end: time) -> Meaning:
    return Meaning(kind="quiet", words=f"{start:%H:%M}–{end:%H:%M}", sure=True)
