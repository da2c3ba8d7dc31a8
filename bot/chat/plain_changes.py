"""What plain words change of an order: a day that comes no more, an hour that takes another's place."""

import re
from collections.abc import Iterator, Sequence
from datetime import time
from itertools import chain, dropwhile, takewhile

from bot.chat.clocktimes import NotUnderstood
from bot.chat.order_days import NAMED
from bot.chat.order_replacing import MOVING
from bot.chat.order_words import AWAY, LEADING, TIMES, UnreadError, kind_of_first, words_of, words_of_first
from bot.chat.orders import read_order
from bot.chat.spans import NONE
from bot.domain.meanings import Meaning
from bot.domain.plain_words import wishes
from bot.domain.subscriptions import SubscribeOrder
from bot.domain.vocabulary import Vocabulary, folded, words_in
from bot.render.clock import days, hours
from bot.render.language import Language
from bot.render.ordering import order_told, order_typed
from bot.render.texts import in_line
from bot.render.typed_words import in_english

_LONGEST_WORD = 6  # of an order: "six o’clock and a half pm"
_CHANGING = ("except", "instead of", "replaced by", "make it", "change", "but")
_EXCEPTING = re.compile(r"\b(?:except|not)\b")
_ONCE = re.compile(r"\b(?:this|next)\b|\?\s*$")  # "skip this Sunday", "not on Sunday?": no order for good
# What a message must hold for either, in English: by far the most are no order.
_NAMES_DAYS = re.compile(r"\b(?:mon|tue|wed|thu|fri|sat|sun|week)", re.IGNORECASE)
_REPLACES = re.compile(
    r"\b(?:instead|in place|rather|replaced|becomes|not|but"
    r"|make|set|put|change|move|shift|switch|reschedule)\b",
    re.IGNORECASE,
)
_LONGEST = 16  # words of an order
_PARTING = re.compile(r"[,;:.!،؛]")
_ANSWER = frozenset({"no"})  # in English, Spanish: it denies no verb that orders


def changed_in(said: str, known: Vocabulary, language: Language) -> Meaning | None:
    """Which days come no more by the words, or whose place an hour takes; None where they tell no such."""
    if len(said.split()) > _LONGEST:
        return None
    either = f"{said} {in_english(said, language)}"
    off = _days_off(said, known, language) if _NAMES_DAYS.search(either) else None
    return off or (_replaced(said, known, language) if _REPLACES.search(either) else None)


def _days_off(said: str, known: Vocabulary, language: Language) -> Meaning | None:
    """Days of which the words deny something, or that they would mute: "not on Sundays", "skip Sundays"."""
    if any(map(_ONCE.search, (said, in_english(said, language)))):
        return None
    words = words_in(said, known.apostrophes)
    muted = (wish.about[0] for wish in wishes(words, known) if wish.name == "mute" and len(wish.about) == 1)
    for text in (
        said,
        _denying(said, known, language),
        *(f"except {' '.join(word.text for word in part)}" for part in muted),
    ):
        for asked in _read(text, known, language):
            off = asked.not_days
            if off is not None and asked == SubscribeOrder(not_days=off):
                order = order_typed(asked)
                return Meaning(kind="days off", words=order, shown=language.say(days(off)), sure=True)
            left = SubscribeOrder(days=asked.days, hours=asked.hours)
            if asked == left and asked.days is not None and _EXCEPTING.search(in_english(text, language)):
                return _of_days(asked.days, asked.hours, language)
    return None


def _of_days(on: tuple[bool, ...], at: tuple[time, ...], language: Language) -> Meaning:
    """The order of the days that are left of "every day but not on Sundays"."""
    shown = language.say(in_line(", ", (days(on), hours(at) if at else "")))
    return Meaning(kind="order", words=order_typed(SubscribeOrder(hours=at, days=on)), shown=shown, sure=True)


def _replaced(said: str, known: Vocabulary, language: Language) -> Meaning | None:
    texts = dict.fromkeys((said, _denying(said, known, language)))
    every = tuple(chain.from_iterable(_read(text, known, language) for text in texts))
    # First what is denied: of "don't send it at 7, make it 9" the rest would order both.
    for asked in sorted(every, key=lambda asked: asked.instead_of is None):
        if asked.moved or asked.instead_of is not None:
            shown = language.say(order_told(asked))
            return Meaning(kind="order", words=order_typed(asked), shown=shown, sure=True)
    return None


def denies_hour(said: str, known: Vocabulary, language: Language) -> bool:
    """Whether an hour is not wanted by the words, and they tell no other: "not at 9"."""
    for text in dict.fromkeys((said, _denying(said, known, language))):
        for kept in _kept(text, known, language):
            try:
                kinds = {word.kind for word in words_of(kept)}
            except UnreadError:
                continue
            told = {"time", *AWAY} & kinds or {"at", "spoken"} <= kinds  # "no one" is no hour
            if told and "except" in kinds and kinds <= {"except", *TIMES, *LEADING}:
                return True
    return False


def orders_nothing(said: str, known: Vocabulary, language: Language) -> bool:
    """Whether they deny what is no order: "don't change 7 to 9", "not only at 7". "No, make it 9" is one."""
    return any(_denies_order(part, known, language) for part in _PARTING.split(said))


def _denies_order(said: str, known: Vocabulary, language: Language) -> bool:
    denying = (known.denying | NONE) - _ANSWER
    words = words_in(said, known.apostrophes)
    if not any(word.key in denying for word in words):
        return False
    text = " ".join("except" if word.key in denying else word.text for word in words)
    kinds = [kind_of_first(word) for word in _order_words(in_english(text, language).split())]
    for place, kind in enumerate(kinds):
        behind = kinds[place + 1 :]
        before_hours = takewhile(lambda each: each not in (*TIMES, *NAMED, "part"), behind)
        if kind == "except" and (next(iter(behind), "") in MOVING or "only" in before_hours):
            return True
    return False


def without_answer(said: str, known: Vocabulary) -> str:
    """The words without the "no" that answers before them: "no, make it 9"."""
    first, *rest = _PARTING.split(said, maxsplit=1)
    words = "".join(rest).strip()
    return words if words and folded(first, known.apostrophes) in known.denying | NONE else said


def _denying(said: str, known: Vocabulary, language: Language) -> str:
    """The words with whatever denies in the language as an order has it."""
    words, denying = words_in(said, known.apostrophes), known.denying | NONE
    return " ".join(_denial(word.text, language) if word.key in denying else word.text for word in words)


def _denial(word: str, language: Language) -> str:
    """As an order has it: Turkish "değil" stands behind what it denies, others before."""
    english = in_english(word, language)
    return english if kind_of_first(english) == "except" else "except"


def _read(said: str, known: Vocabulary, language: Language) -> Iterator[SubscribeOrder]:
    """What the words order, in English or in the language, without what only stands around it."""
    for kept in _kept(said, known, language):
        asked = read_order(kept)
        if not isinstance(asked, NotUnderstood):
            yield asked


def _kept(said: str, known: Vocabulary, language: Language) -> Iterator[str]:
    """The words, in English and in the language, without what only stands around an order."""
    for text in dict.fromkeys((said, in_english(said, language))):
        yield from dict.fromkeys(map(" ".join, ordering(_once(text), known)))


def _once(words: str) -> str:
    """The words with what is denied twice denied once: French "n’envoie pas", German "lass sonntags aus"."""
    every, denied = words.split(), ("except", "not", "off")
    first = next((place for place, word in enumerate(every) if word in denied[:2]), None)
    if first is None:
        return words
    return " ".join(word for place, word in enumerate(every) if place == first or word not in denied)


def ordering(said: str, known: Vocabulary) -> tuple[Sequence[str], Sequence[str]]:
    """The words without those that only stand around an order, and all of them but what is none."""
    every = tuple(_order_words(said.split()))
    ordering = [
        word
        for place, word in enumerate(every)
        if not _is_around(word, known) or _parts_hours(every[:place], word, every[place + 1 :])
    ]
    return _bare(_bare(ordering, known)[::-1], known)[::-1], ordering


def _parts_hours(before: Sequence[str], word: str, behind: Sequence[str]) -> bool:
    """Whether it is the "to" of "7 to 9", and not that of "I want to"."""
    beside = (
        next((kind for kind in map(kind_of_first, side) if kind not in LEADING), "")
        for side in (before[::-1], behind)
    )
    return kind_of_first(word) == "to" and all(kind in (*TIMES, "part") for kind in beside)


def _order_words(words: Sequence[str]) -> Iterator[str]:
    """The words, those together that are one of an order: the "to" of "monday to friday" is no small word."""
    at = 0
    while at < len(words):
        end = at + words_of_first(" ".join(words[at : at + _LONGEST_WORD]))
        yield " ".join(words[at:end])
        at = end


def _bare(words: Sequence[str], known: Vocabulary) -> Sequence[str]:
    return tuple(dropwhile(lambda word: _only_leads(word, known), words))


def _only_leads(word: str, known: Vocabulary) -> bool:
    """Whether an order may begin or end without the word: "at 7" is "7"."""
    return read_order(word) == SubscribeOrder() and folded(word, known.apostrophes) in known.around


def _is_around(word: str, known: Vocabulary) -> bool:
    """Whether the word orders nothing itself: alone it is none, and it may stand around an order."""
    if kind_of_first(word) in _CHANGING:
        return False
    key = folded(word, known.apostrophes)
    return isinstance(read_order(word), NotUnderstood) and (key in known.around or key in known.orders)
