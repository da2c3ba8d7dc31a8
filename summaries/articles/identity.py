"""What makes two bodies the same article."""

import hashlib
import re
import unicodedata
from collections.abc import Sequence

from summaries.models import Span

_ID_LENGTH = 16  # 64 bits in hexadecimal: two of a million articles meet once in forty million archives
_LOOK_ALIKES = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", None),
    }
)
_DOTS = re.compile(r"\.(?: ?\.){2,}")
_DASHES = re.compile(r" ?-[ -]*")


def content_id(text: str, body: Sequence[Span]) -> str:
    """The id of the body's words: white space, and the shapes of marks, make no difference."""
    words = " ".join(text[start:end] for start, end in body)
    return hashlib.sha256(_normalised(words).encode()).hexdigest()[:_ID_LENGTH]


def _normalised(words: str) -> str:
    # The marks first: NFKC takes an acute accent that stands for an apostrophe apart.
    words = unicodedata.normalize("NFKC", words.translate(_LOOK_ALIKES)).replace("''", '"')
    return _DASHES.sub("-", _DOTS.sub("...", " ".join(words.split()))).strip()
