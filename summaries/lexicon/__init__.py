"""Word lists as data: what the readers of this package know of English news before they read."""


def words(listed: str) -> frozenset[str]:
    """A set of words written down with white space between them."""
    return frozenset(listed.split())


def in_order(listed: str) -> tuple[str, ...]:
    """The same, in the order in which they are written down."""
    return tuple(listed.split())


def phrases(listed: str) -> frozenset[str]:
    """A set of phrases written down with "|" between them."""
    return frozenset(" ".join(phrase.split()) for phrase in listed.split("|"))
