"""Given names of the world, whether women or men bear them: a guess that what an article tells overrules."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from summaries.letters import fold_letters
from summaries.lexicon.given import GIVEN
from summaries.lexicon.people import FEMALE_NAMES, FEMALE_REGNAL, MALE_NAMES

NAMES_FILE: Final = Path(__file__).with_name("given_names.txt")


def is_womans_name(given: str) -> bool | None:
    """Whether readers take the given name for a woman's; None where they cannot tell ("Kim", "Robin")."""
    return _names().get(fold_letters(given))


def is_given_name(word: str) -> bool:
    """Whether a list has the word, folded to small letters, as a given name."""
    return word in GIVEN or is_womans_name(word) is not None


@cache
def _names() -> Mapping[str, bool]:
    names: dict[str, bool] = {}
    women = True
    for line in NAMES_FILE.read_text(encoding="utf-8").splitlines():
        if line in ("women:", "men:"):
            women = line == "women:"
        elif not line.startswith("#"):
            names |= dict.fromkeys(line.split(), women)
    chosen = dict.fromkeys(FEMALE_NAMES | FEMALE_REGNAL, True) | dict.fromkeys(MALE_NAMES, False)
    return names | chosen
