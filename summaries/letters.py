"""Letters as they are compared: without case, and without what stands above and below them."""

import unicodedata

import regex

_MARK = regex.compile(r"\p{M}")  # what can combine with a letter


def fold_letters(text: str) -> str:
    """The text without case and accents: "É" is "e", "ﬁ" is "fi"; all else stays."""
    parted = unicodedata.normalize("NFKD", text).casefold()
    if not _MARK.search(parted):
        return parted
    return "".join(letter for letter in parted if not unicodedata.combining(letter))
