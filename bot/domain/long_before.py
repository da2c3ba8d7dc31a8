"""Whether words tell of a time long before the news: what was said then is not said of it."""

import re
from typing import Final

_LONG_BEFORE: Final = re.compile(
    r"\bat the time\b|\b(?:months|years|decades) (?:ago|earlier|before)\b", re.IGNORECASE
)
_YEAR: Final = re.compile(r"\bin (?:\w+ ){0,2}((?:19|20)\d\d)\b", re.IGNORECASE)


def tells_of_long_before(words: str, year: int | None) -> bool:
    """`year`: of the news, None where that is not told."""
    earlier = year is not None and any(int(told) < year for told in _YEAR.findall(words))
    return earlier or _LONG_BEFORE.search(words) is not None
