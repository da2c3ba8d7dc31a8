"""Letters of typed words as they are compared: those that keyboards have for one another are one."""

import re
from typing import Final

from summaries.letters import fold_letters

_DIGIT: Final = re.compile(r"\d")
# What is typed for what: "i" for the dotless one of Turkish, and in the Arabic script whatever a keyboard of
# Arabic and one of Persian have for one letter, or a writer in a hurry; a kashida only draws a word out.
_ALIKE: Final = str.maketrans("'‘ʼ`ıىیےکةھہەٱ", "’’’’iيييكهههها", "ـ")


def fold_typed(words: str) -> str:
    """The words without case, accents and other scripts' digits, each letter as those typed for it."""
    letters = fold_letters(words).translate(_ALIKE)
    return _DIGIT.sub(lambda found: str(int(found[0])), letters)
