"""In which language somebody asks to be answered: in that language's own words, or by its name in theirs."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from bot.domain.languages import known_languages
from bot.domain.vocabulary import Vocabulary, Word, folded
from bot.render.language import ENGLISH, Language
from bot.render.language_names import NAMES
from bot.render.languages import each_language
from bot.render.texts import pgettext

# Translators: not shown: how people ask to be answered in your language, in its own words, parted by "|".
_OWN = pgettext("understood", "english|in english|english please|in english please|speak english")


# Translators: not shown: words of speaking and of language. The name of a language asks for it beside one of
# them alone: it may also be that of a people or a country, as in "Indonesian news". Where in yours it is no
# other word, put in what else stands beside it.
_SPEAKING = pgettext(
    "understood",
    "in|into|speak|speaking|talk|language|answer|reply|write|translate|translated|translation|version"
    "|use|switch|please|pls",
)


def language_wished(words: Sequence[Word], known: Vocabulary, language: Language) -> str | None:
    """The code of the language that is asked for; None where the words ask for none, or for more.

    Its name is a word of the news where no word of speaking stands beside it.
    """
    line = " ".join(word.key for word in words)
    around = (
        known.around
        | known.small
        | {word for each in known.phrases.get("language", ()) for word in each.split()}
    )
    if (code := _own().get(line)) is not None:
        return code
    for asked in _asked(language):
        before, found, behind = f" {line} ".partition(f" {asked.phrase} ")
        rest = frozenset(f"{before} {behind}".split())
        if found and rest and rest <= around | asked.beside and (asked.is_whole or rest & asked.beside):
            return asked.code
    return None


class _Asked(NamedTuple):
    """What asks for a language: a phrase that `is_whole`, or its name, `beside` words of speaking alone."""

    phrase: str
    code: str
    beside: frozenset[str]
    is_whole: bool


@lru_cache(maxsize=64)
def _asked(language: Language) -> tuple[_Asked, ...]:
    """All that asks for one in this language or in English, or in the language that is asked for."""
    names = {
        (name, code): _speaking(each)
        for each in dict.fromkeys((language, ENGLISH))
        for code in known_languages()
        for name in _names(code, each)
    }
    named = (_Asked(name, code, beside, is_whole=False) for (name, code), beside in names.items())
    return (*_asked_in_it(), *named)


def _speaking(language: Language) -> frozenset[str]:
    return frozenset(folded(word) for word in language.say(_SPEAKING).split("|"))


@cache
def _asked_in_it() -> tuple[_Asked, ...]:
    """What asks for each language in its own words; a phrase of two languages is the last one's."""
    phrases: dict[str, tuple[str, frozenset[str]]] = {}
    called: set[str] = set()
    for each in each_language():
        called.update(_names(each.code, each))
        beside = _speaking(each)
        phrases.update((folded(phrase), (each.code, beside)) for phrase in each.say(_OWN).split("|"))
    return tuple(
        _Asked(phrase, code, beside, is_whole=phrase not in called)
        for phrase, (code, beside) in phrases.items()
    )


@cache
def _own() -> Mapping[str, str]:
    """The code by each phrase with which people ask for a language in it."""
    return {asked.phrase: asked.code for asked in _asked_in_it()}


def _names(code: str, language: Language) -> Iterator[str]:
    """Its name in the language, folded."""
    if language is ENGLISH:
        yield folded(known_languages()[code].english_name.partition(" (")[0])
    if (name := NAMES.get(re.split("[-_]", code)[0])) is not None:
        yield folded(language.say(name))
