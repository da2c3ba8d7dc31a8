"""In which language somebody asks to be answered: in that language's own words, or by its name in theirs."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from bot.domain.languages import known_languages
from bot.domain.plain_words import Vocabulary, Word, folded
from bot.render.language import Language
from bot.render.language_names import NAMES
from bot.render.languages import each_language
from bot.render.texts import pgettext

# Translators: not shown: how people ask to be answered in your language, in its own words, parted by "|".
_OWN = pgettext("understood", "english|in english|english please|in english please|speak english")


def language_wished(words: Sequence[Word], known: Vocabulary, language: Language) -> str | None:
    """The code of the language that is asked for; None where the words ask for none, or for more.

    Its name in another language is a word of the news where it stands alone.
    """
    line = " ".join(word.key for word in words)
    if (code := _own().get(line)) is not None:
        return code
    for name, code in {**_named(language), **_own()}.items():
        before, found, behind = f" {line} ".partition(f" {name} ")
        rest = set(f"{before} {behind}".split())
        if found and rest and rest <= known.around | known.small:
            return code
    return None


@cache
def _own() -> Mapping[str, str]:
    """The code by each phrase with which people ask for a language in it."""
    return {folded(phrase): each.code for each in each_language() for phrase in each.say(_OWN).split("|")}


@lru_cache(maxsize=64)
def _named(language: Language) -> Mapping[str, str]:
    """The code by the name of each language, in this one and in English."""
    return {folded(name): code for code in known_languages() for name in _names(code, language)}


def _names(code: str, language: Language) -> Iterator[str]:
    yield known_languages()[code].english_name.partition(" (")[0]
    if (name := NAMES.get(re.split("[-_]", code)[0])) is not None:
        yield language.say(name)
