"""Reads who wrote, as a page or a front matter tells it: people's names, without what stands about them."""

import html
import re
from collections.abc import Iterable, Sequence

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
_PLACE = re.compile(r" in [A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*)?(?=,| and |$)")
_SIGNED = re.compile(
    r"(?:[–—-]{1,2}|\(?(?:report(?:ed|ing)?|written|writing|by|par|por|von)\b|(?:author|auteur|autor)s?\s?:)\s*"
    r"(?:by:?\s+)?(?P<names>[^;@]+?)\W*(?:;.*|\s(?:follow )?@\w+)?",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?:[A-Z]\.)+")
_BETWEEN = re.compile(r",? and |, ")
_JOINS, _NUMBERS = ("and", "&"), ("II", "III", "IV")
_VOWELS = frozenset("aeiouy")
_LETTERS = re.compile(r"[^\W\d_]+")
_MC = re.compile(r"\bMc([a-z])(?=[a-z])")


def join_names(told: Iterable[str], *, outlet: str | None = None) -> str | None:
    """The writers' names, each once; None where none is a name."""
    names = [name for words in told if (name := read_name(words, outlet=outlet))][:_MOST_AUTHORS]
    once = {squashed(name): name for name in reversed(names)}
    return ", ".join(map(as_written, reversed(once.values())))[:_LONGEST_NAME] or None


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
    if name is None or not is_names_alone(name, Span(0, len(name))) or _is_house(name):
        return None
    return as_written(name)


def read_signatures(lines: Sequence[str], *, outlet: str | None = None) -> str | None:
    """The names of the last line that signs a story: "– Ann Lee", "By Ann Lee in Cairo"."""
    signed = (match for line in reversed(lines) if (match := _SIGNED.fullmatch(plain_words(line))))
    names = (read_signature(_PLACE.sub("", match["names"]), outlet=outlet) for match in signed)
    return next(filter(None, names), None)


def as_written(name: str) -> str:
    """ "ANN O'HARA" as Ann O'Hara: names in capitals as names are written; all other words as they are."""
    words = [joint if (joint := word.casefold()) in _JOINS else word for word in name.split()]
    if len(words) < 2 or not all(word.isupper() or word in _JOINS for word in words):
        return name
    if _is_house(name.title()):  # "UN NEWS"
        return name
    opens = [True, *(word in _JOINS or word[-1] == "," for word in words)]
    return " ".join(
        word if spelled and not _is_spoken(word) else _written(word)
        for word, spelled in zip(words, opens, strict=False)
    )


def _written(word: str) -> str:
    if word.strip(",.") in _NUMBERS or word in _JOINS:
        return word
    written = _LETTERS.sub(lambda part: part[0].capitalize(), word)
    return _MC.sub(lambda head: f"Mc{head[1].upper()}", written)


def _is_spoken(word: str) -> bool:
    """Whether a first name in capitals is read as a word: "BO" is, "JR" and "AJ" are read as letters."""
    plain = word.casefold()
    vowels = not word.isascii() or not _VOWELS.isdisjoint(plain)
    return plain in GIVEN or (vowels and not (len(plain) == 2 and "j" in plain))


def opens_as_name(name: str) -> bool:
    """Whether the first word is a given name or initials: of a line that nothing marks as the writer's."""
    first = name.split()[0]
    return first.casefold() in GIVEN or _INITIALS.fullmatch(first) is not None


def names_any(words: str, writers: str) -> bool:
    """Whether the words hold one of the writers' names, however written."""
    return any(squashed(name) in squashed(words) for name in _BETWEEN.split(writers))


def _is_house(name: str) -> bool:
    """ "Valley Post"; Jane Post is somebody."""
    return is_outlet(name) and name.split()[0].casefold() not in GIVEN


def _without_outlet(words: str, outlet: str | None) -> str:
    """ "Ann Lee, CNN", "Ann Lee, for the Valley Times": the writer alone; of "Ann Lee, Tom Ray" both."""
    name, _, told = words.rpartition(" ")
    if told.isupper() and is_outlet(told) and " " in name.strip(_AROUND):  # "Ann Lee / CNN"
        return name.strip(_AROUND)
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
