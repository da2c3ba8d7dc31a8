"""Reads who wrote, as a page or a front matter tells it: people's names, without what stands about them."""

import html
import re
from collections.abc import Iterable

from summaries.articles.lines import is_names_alone, is_outlet
from summaries.lexicon.furniture import BEATS, DESK_OWNERS, DESKS, NO_WRITERS
from summaries.lexicon.given import GIVEN
from summaries.models import Span

_LONGEST_NAME = 200  # characters
_MOST_AUTHORS = 8
_BY = re.compile(r"^\s*(?:by|written by|from|por|par|von)\s*:?\s+", re.IGNORECASE)
_NO_NAME = re.compile(r"https?://|www\.|@|[<>{}|\[\]]|\d{3}")
_AROUND = " ,;:-–—/"
_FOR = re.compile(r"^(?:for|of|at)\s+(?:the\s+)?", re.IGNORECASE)


def join_names(told: Iterable[str], *, outlet: str | None = None) -> str | None:
    """The writers' names, each once; None where none is a name."""
    names = [name for words in told if (name := read_name(words, outlet=outlet))][:_MOST_AUTHORS]
    once = {squashed(name): name for name in reversed(names)}
    return ", ".join(reversed(once.values()))[:_LONGEST_NAME] or None


def read_name(words: str, *, outlet: str | None = None) -> str | None:
    """A writer's name without what leads to it and follows it: "By Ann Lee, Valley Times Staff" is Ann Lee.

    None for an address, a handle, a desk, and the `outlet` itself.
    """
    words = _BY.sub("", plain_words(words))
    if not words or len(words) > _LONGEST_NAME or _NO_NAME.search(words):
        return None
    if words.casefold() in NO_WRITERS:
        return None
    return _without_desk(_without_outlet(words, outlet), outlet)


def read_signature(words: str, *, outlet: str | None = None) -> str | None:
    """The names of a line that holds nothing else: "By Ann Lee and Tom Ray"; None for any other line."""
    name = read_name(words, outlet=outlet)
    return name if name is not None and is_names_alone(name, Span(0, len(name))) else None


def _without_outlet(words: str, outlet: str | None) -> str:
    """ "Ann Lee, CNN", "Ann Lee, for the Valley Times": the writer alone; of "Ann Lee, Tom Ray" both."""
    name, comma, told = words.rpartition(",")
    place = _FOR.sub("", told.strip())
    house = squashed(place) == squashed(outlet or "") or is_outlet(place)
    known = place.split(" ")[0].casefold() in GIVEN and len(place.split()) < 3  # "Jane Post" is somebody
    alone = " " not in place and " " in name.strip()  # "Ann Lee, Futurism": nobody is told by one word
    return name if comma and (house or alone) and not known else words


def _without_desk(words: str, outlet: str | None) -> str | None:
    parts = words.split()
    site = squashed(outlet or "")
    while parts and parts[-1].casefold().strip(_AROUND).removesuffix("s") in DESKS:
        parts.pop()
    is_desk = len(parts) < len(words.split())
    name, comma, place = " ".join(parts).rpartition(",")
    if (
        is_desk
        and comma
        and place.strip().isupper() is False
        and place.split()[:1]
        and place.split()[0].isupper()
    ):
        parts = name.split()  # "Ann Lee, AP Auto Writer"
    while is_desk and parts and parts[-1].casefold() in BEATS:  # "Ann Lee, Political Editor"
        parts.pop()
    behind = [count for count in range(1, len(parts)) if squashed("".join(parts[count:])) == site]
    if is_desk and site and behind:
        parts = parts[: behind[0]]
    name = " ".join(parts).strip(_AROUND)
    bare = squashed(name)
    is_site = bool(bare) and (
        bare in (site, site.removesuffix("com")) or (len(parts) == 1 and site.startswith(bare))
    )
    ours = bool(parts) and parts[0].casefold() in DESK_OWNERS  # "Our Foreign Staff"
    # "National Desk", "Daily Post Reporter"
    no_name = is_desk and (len(parts) < 2 or ours or is_outlet(name))
    return None if not name or is_site or no_name else name


def plain_words(words: str) -> str:
    """Words as a reader sees them: some pages escape them twice."""
    return " ".join(html.unescape(words).split())


def squashed(words: str) -> str:
    """The letters and figures alone, to tell whether two names are the same."""
    return "".join(filter(str.isalnum, words.casefold()))
