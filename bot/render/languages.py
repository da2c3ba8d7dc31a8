"""The languages by their code: each catalogue is read when it is first needed, and kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from gettext import GNUTranslations

from bot.domain.languages import LOCALES, SOURCE, known_languages, language_asked_for
from bot.domain.messages import InLanguage
from bot.render.language import ENGLISH, Language
from bot.render.texts import Said
from bot.render.unsaid import Unsaid


@dataclass(frozen=True, slots=True)
class Languages:
    """`default` is the language of channels, and of whoever tells none."""

    default: str = SOURCE

    def of(self, tag: str | None) -> Language:
        """The language of a code, or of a client's tag."""
        return language(language_asked_for(tag) or self.default)

    def in_each(self, told: Unsaid) -> InLanguage:
        """The first message of what is told, made in whichever language is asked for."""
        return lambda tag: told.said_in(self.of(tag))[0]


@cache
def language(code: str) -> Language:
    """The language of a code of `known_languages`. Raises KeyError for another."""
    return _read(code)


@cache
def said_everywhere(text: Said) -> frozenset[str]:
    """How the text is said in each language: by these words a message of ours is known again."""
    return frozenset(each.say(text) for each in each_language())


def each_language() -> Iterator[Language]:
    """Every language, for one use: kept by nobody."""
    return map(_read, known_languages())


def _read(code: str) -> Language:
    if code == SOURCE:
        return ENGLISH
    with (LOCALES / code / "LC_MESSAGES" / "briefings.mo").open("rb") as file:
        return Language(code, GNUTranslations(file), right_to_left=known_languages()[code].right_to_left)
