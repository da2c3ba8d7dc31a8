"""Whether a report tells how many were hurt, and not in what: "Nine people were killed." """

import re
from typing import Final

_MANY: Final = (
    r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands)"
)
_BEFALLEN: Final = r"(?:dead|displaced|hurt|injured|killed|missing|wounded)"
_BARE: Final = re.compile(
    rf"\b{_MANY}(?: (?!of\b)[\w-]+){{0,3}} (?:was|were|(?:had|have|has) been|are) {_BEFALLEN}"
    rf"(?:,? and (?:{_MANY} )?(?:others )?{_BEFALLEN})?\W*$"
    rf"|\b{_MANY}(?: (?!of\b)[\w-]+){{0,3}} (?:had |have )?died\W*$",
    re.IGNORECASE,
)
_WHEN: Final = re.compile(r"\b\w+day\b|\b(?:tonight|overnight|so far)\b", re.IGNORECASE)


def is_bare_toll(words: str) -> bool:
    """Whether the sentence ends with the number and what befell them, and says neither where nor when."""
    return _BARE.search(words) is not None and _WHEN.search(words) is None
