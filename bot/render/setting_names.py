"""The names of settings as /settings shows them in a language: by these they are typed, too."""

from functools import lru_cache
from typing import Final

from bot.domain.typed_letters import fold_typed
from bot.render.language import Language
from bot.render.texts import Text, _

SETTINGS_NAMES: Final[dict[str, Text]] = {
    "zone": _("Time zone"),
    "hours": _("Hours"),
    "days": _("Days"),
    "length": _("Length"),
    "quiet": _("Quiet hours"),
    "pause": _("Pause"),
    "sections": _("Sections"),
    "language": _("Language"),
    "silent": _("Silent"),
    "text": _("Full text"),
    "whole": _("Whole stories"),
    "week": _("The week"),
    "summary": _("Daily summary"),
}


def setting_named(words: str, language: Language) -> tuple[str, str]:
    """The setting that the words begin with, and the rest; "" and all of them where they name none."""
    said = words.split()
    names = _names(language)
    for count in range(min(len(said), max(map(len, names))), 0, -1):
        if (name := names.get(tuple(fold_typed(word.strip(":=")) for word in said[:count]))) is not None:
            return name, " ".join(said[count:]).lstrip(":= ")
    return "", words


@lru_cache(maxsize=64)
def _names(language: Language) -> dict[tuple[str, ...], str]:
    return {tuple(fold_typed(language.say(text)).split()): name for name, text in SETTINGS_NAMES.items()}
