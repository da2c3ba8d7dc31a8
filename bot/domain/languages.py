"""The languages the bot can speak, and which of them somebody's client asks for."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from bot.domain.typed_letters import fold_typed

LOCALES: Final = Path(__file__).parents[1] / "locale"
LIST: Final = LOCALES / "languages.json"  # written when the catalogues are compiled
LONGEST_TAG: Final = 35  # letters of a language tag (RFC 5646, section 4.4.1)
SOURCE: Final = "en"  # in which messages stand in the code: it has no catalogue
_PARTS = re.compile(r"[-_]")


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownLanguage:
    """A language with a catalogue, and what it calls itself."""

    code: str
    name: str
    english_name: str
    right_to_left: bool = False


@cache
def known_languages() -> Mapping[str, KnownLanguage]:
    """Every language that the bot speaks, by its code."""
    listed = json.loads(LIST.read_text(encoding="utf-8"))
    return {one["code"]: KnownLanguage(**one) for one in listed}


def language_called(words: str) -> str | None:
    """The code of the language that somebody names: by its own name, its English one, or its tag."""
    asked = fold_typed(words.strip())
    for code, one in known_languages().items():
        names = {fold_typed(name) for name in (one.name, one.english_name)}
        if asked in names | {name.partition(" (")[0] for name in names}:
            return code
    return language_asked_for(words.strip())


def language_asked_for(tag: str | None) -> str | None:
    """The code of the language that a client's tag (`pt-br`, `zh-hans`) asks for; None where there is none.

    A region that is not there is told in the language's other one: `pt` in `pt_BR`, `de-at` in `de`.
    """
    if not tag:
        return None
    asked = _PARTS.split(tag.lower())
    alike = [code for code in known_languages() if _PARTS.split(code.lower())[0] == asked[0]]
    return next((code for code in alike if _PARTS.split(code.lower()) == asked), alike[0] if alike else None)
