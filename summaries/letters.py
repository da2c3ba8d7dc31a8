"""Letters as they are compared: without case, and without what stands above and below them."""

import unicodedata


def fold_letters(text: str) -> str:
    """The text without case and accents: "É" is "e", "ﬁ" is "fi"; all else stays."""
    parted = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in parted if not unicodedata.combining(letter))
