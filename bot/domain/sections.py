"""Sections of the paper: which an article stands in, which a chat wants, and which at an hour of its own.

An article without one is in all; a chat that chose none wants all.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import time

from rapidfuzz.distance import Prefix

from bot.domain.chats import Chat
from bot.domain.matching import stem
from bot.domain.words import collapse, cut
from summaries.letters import fold_letters

MOST_SECTIONS = 20  # to choose from
LONGEST = 40  # graphemes of a name
_WORD = re.compile(r"\w+")
_CYRILLIC = re.compile("[\u0400-\u04ff]+")
_SHARED = 3  # letters at least of two forms of a word
_ENDINGS = frozenset(  # of nouns and adjectives, Russian and Ukrainian
    map(
        fold_letters,
        (
            "", "а", "я", "ы", "и", "у", "ю", "е", "о", "ь", "й", "і", "ї", "ой", "ей", "ом", "ем",
            "ам", "ям", "ах", "ях", "ов", "ев", "ів", "ою", "ею", "ый", "ий", "ая", "ое", "ые", "ого", "ому",
            "ами", "ями",
        ),
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section, by the name that it was called first."""

    id: int
    name: str

    @property
    def key(self) -> str:
        """By which it is one, however written."""
        return key_of(self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A publisher whose articles came, and the section that an editor set for them."""

    id: int
    name: str
    section: str | None


def named(words: str) -> str:
    """The name of a section out of what was written; empty where nothing is left of it."""
    return cut(collapse(words), LONGEST)


def key_of(name: str) -> str:
    """The same without case."""
    return named(name).casefold()


def wants_section(chosen: Collection[str], section: str | None) -> bool:
    """Whether articles of this section are wanted by who chose those."""
    return not chosen or section is None or section in chosen


def chosen_at(chat: Chat, at: time | None) -> tuple[str, ...]:
    """Which sections its edition of that hour holds; of no hour: what comes at once. None are all."""
    return next((keys for hour, keys in chat.hour_sections if hour == at), chat.sections)


def has_its_own(chat: Chat) -> bool:
    """Whether an edition has other sections than another."""
    return len({frozenset(chosen_at(chat, at)) for at in chat.hours}) > 1


def section_called(words: str, every: Sequence[Section]) -> Section | None:
    """The section that the words name, in whatever form: "sports" is "Sport", and "спорта" is "Спорт"."""
    asked = _stems(words)
    by_stem = (one for one in every if asked and _stems(one.name) == asked)
    by_ending = (one for one in every if _are_forms(asked, _stems(one.name)))
    return next(by_stem, None) or next(by_ending, None)


def _stems(name: str) -> frozenset[str]:
    return frozenset(stem(word) for word in _WORD.findall(fold_letters(name)))


def _are_forms(words: frozenset[str], name: frozenset[str]) -> bool:
    """Whether all are words of the name, in any case that Slavic languages put them in."""
    every = len(words) == len(name) > 0
    return every and all(any(_is_form(word, other) for other in name) for word in words)


def _is_form(word: str, other: str) -> bool:
    """Whether both are Cyrillic and one but for their endings: "мира" and "мир", "політики", "політика"."""
    shared = Prefix.similarity(word, other)
    cyrillic = all(_CYRILLIC.fullmatch(each) for each in (word, other))
    return cyrillic and shared >= _SHARED and {word[shared:], other[shared:]} <= _ENDINGS


def toggle_section(chat: Chat, *, key: str) -> Chat:
    """The chat with a section more or less; without the last it wants all again."""
    return replace(chat, sections=_turned(chat.sections, key))


def toggle_section_at(chat: Chat, *, at: time, key: str) -> Chat:
    """The same of its edition of that hour, which begins with those of the chat."""
    others = tuple(each for each in chat.hour_sections if each[0] != at)
    return replace(chat, hour_sections=tuple(sorted((*others, (at, _turned(chosen_at(chat, at), key))))))


def only_section(chat: Chat, *, key: str) -> Chat:
    """The chat wants this one alone; an hour of its own keeps its own."""
    return replace(chat, sections=(key,))


def all_sections(chat: Chat) -> Chat:
    """The chat wants all."""
    return replace(chat, sections=())


def as_the_chat(chat: Chat, *, at: time) -> Chat:
    """Its edition of that hour has the sections of the chat."""
    return replace(chat, hour_sections=tuple(each for each in chat.hour_sections if each[0] != at))


def _turned(keys: tuple[str, ...], key: str) -> tuple[str, ...]:
    if key in keys:
        return tuple(each for each in keys if each != key)
    return (*keys, key)[:MOST_SECTIONS]
