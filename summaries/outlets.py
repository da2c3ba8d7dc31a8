"""By what names a page calls the house whose page it is."""

import re

from summaries.lexicon import words
from summaries.models import Actor

_NO_PART_OF_OUTLET = words("the com org net")
_KINDS_OF_OUTLET = words("magazine online newspaper newspapers weekly daily edition")


def own_name(outlet: str | None) -> re.Pattern[str] | None:
    """By what words a page calls its own house: all of its name, or the letters that it begins with."""
    words_of_outlet = (outlet or "").removeprefix("The ").removeprefix("the ").split()
    if not words_of_outlet:
        return None
    first = words_of_outlet[0]
    called = first if first.isupper() and len(first) > 1 else " ".join(words_of_outlet)
    return re.compile(rf"\b{re.escape(called)}\b")


def is_called(actor: Actor, outlet: str | None) -> bool:
    """Whether it is whose page this is: "told the Record" makes no actor of the Daily Record."""
    whole = _plain(outlet or "")
    core = _core(whole)
    for name in (actor.name, *actor.aliases):
        plain = _plain(name)
        if plain == whole or whole.endswith(f" {plain}") or not _core(plain):
            return True
        if name.isupper() and whole.startswith(f"{plain} "):
            return True
        if core and f" {core}".endswith(f" {_core(plain)}"):
            return True
    return False


def _plain(name: str) -> str:
    return " ".join(
        word for word in name.casefold().replace(".", " ").split() if word not in _NO_PART_OF_OUTLET
    )


def _core(plain: str) -> str:
    """ "elm" of "elm magazine": without what kind of paper it is."""
    return " ".join(word for word in plain.split() if word not in _KINDS_OF_OUTLET)
