"""When two written names are one name. Pure: the store joins actors across articles with it."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from summaries.letters import fold_letters
from summaries.lexicon.groups import COMPANY_SUFFIXES
from summaries.lexicon.people import BOUND_PARTICLES, ELDER, GIVEN_NAMES, PLAIN_TITLES, SUFFIXES, YOUNGER
from summaries.models import ActorKind

_POSSESSIVE = re.compile(r"(?<=[\w.])['’‘](?:s)?(?=\s|$)", re.IGNORECASE)
_DOTTED = re.compile(r"\b(?:\w\.){2,}")  # "U.S.", "N.A.T.O."
_ARABIC_ARTICLE = re.compile(r"\b(?:al|el|ad|as|ash|an|ar|at|az)[-‐‑](?=\w)")
_NOT_WORD = re.compile(r"[^\w]+")
_ARTICLES = frozenset(("the", "a", "an"))


class Known(NamedTuple):
    """An actor that is known already, by all its names."""

    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()


class _Parts(NamedTuple):
    """A folded name in words: all, without a suffix, before the family name, and that."""

    words: list[str]
    front: list[str]
    given: list[str]
    family: list[str]


@lru_cache(maxsize=4096)  # an article's filing asks for the same few hundred names twenty times over
def fold(name: str) -> str:
    """The name without case, accents, marks, leading article, titles and possessive; may be empty.

    "The Syrian Army’s" and "Syrian army" fold to one key, so do "Bashar al-Assad" and
    "President Bashar Assad".
    """
    text = _ARABIC_ARTICLE.sub("", _POSSESSIVE.sub("", fold_letters(name)))
    text = _DOTTED.sub(lambda found: found.group().replace(".", ""), text)
    words = _NOT_WORD.sub(" ", text).replace("_", " ").split()
    while len(words) > 1 and (words[0] in _ARTICLES or words[0] in PLAIN_TITLES):
        words = words[1:]
    if words[:2] == ["vice", "president"] and len(words) > 2:
        words = words[2:]
    return " ".join(words[:1] + [word for word in words[1:] if word not in ("al", "el")])


@lru_cache(maxsize=4096)
def family(name: str) -> str:
    """The folded family name: "abu jaafar" of "Mohammed Abu Jaafar", "clinton" of "Hillary Clinton"."""
    return " ".join(_family_words(fold(name).split()))


def house(name: str) -> str:
    """The folded name of an organisation without what companies end on: "acme" of "Acme Inc"."""
    words = fold(name).removeprefix("al ").split()
    while len(words) > 1 and words[-1] in COMPANY_SUFFIXES:
        words.pop()
    return " ".join(words)


def given(name: str) -> str:
    """The folded first word of a name of several words, else ""."""
    words = fold(name).split()
    return words[0] if len(words) > 1 else ""


def same_person(one: str, other: str) -> bool:
    """Whether two full names can be one person's: the same family name, and given names that agree.

    Given names agree as initials ("J. Kerry"), as short forms ("Bill", "William") and with a middle name left
    out. A name of one word is nobody's full name: only an equal one agrees with it.
    """
    mine, theirs = _parted(one), _parted(other)
    if mine.words == theirs.words:
        return bool(mine.words)
    if not _generations_agree(mine, theirs):
        return False
    if mine.family != theirs.family or len(mine.front) < 2 or len(theirs.front) < 2:
        return mine.front == theirs.front
    if not mine.given or not theirs.given:
        return mine.given == theirs.given
    return _given_agree(mine.given[0], theirs.given[0]) and _middles_agree(mine.given[1:], theirs.given[1:])


def sole_match(name: str, kind: ActorKind, candidates: Sequence[Known]) -> int | None:
    """The one candidate that this name means, or None where there is none or more than one."""
    found = matches(name, kind, candidates)
    return found[0] if len(found) == 1 else None


def matches(name: str, kind: ActorKind, candidates: Sequence[Known]) -> tuple[int, ...]:
    """The candidates that this name can mean, by the strongest rule that finds any.

    An equal name decides; then, for a person, a full name that agrees; then a name among the aliases, as a
    surname alone is.
    """
    if not fold(name):
        return ()
    same_kind = [index for index, known in enumerate(candidates) if known.kind == kind]
    rules = (_equal, _agrees, _called) if kind == "person" else (_equal, _same_house, _called)
    for rule in rules:
        found = tuple(index for index in same_kind if rule(name, candidates[index]))
        if found:
            return found
    return ()


def _equal(name: str, known: Known) -> bool:
    return fold(name) == fold(known.name)


def _agrees(name: str, known: Known) -> bool:
    return same_person(name, known.name)


def _called(name: str, known: Known) -> bool:
    key = fold(name)
    if any(fold(alias) == key for alias in known.aliases):
        return (
            " " not in key or known.kind != "person" or same_person(name, known.name) or family(name) == key
        )
    return known.kind == "person" and key == family(known.name)


def _same_house(name: str, known: Known) -> bool:
    return known.kind == "organization" and house(name) == house(known.name)


def _family_words(words: list[str]) -> list[str]:
    """From the first bound particle behind the given name on, else the last word."""
    words = _without_suffix(words)
    for index in range(1, len(words) - 1):
        if words[index] in BOUND_PARTICLES:
            return words[index:]
    if len(words) == 2 and words[0] in BOUND_PARTICLES:
        return words
    return words[-1:]


@lru_cache(maxsize=4096)  # a family's names are compared pair by pair
def _parted(name: str) -> _Parts:
    words = fold(name).split()
    front, last = _without_suffix(words), _family_words(words)
    return _Parts(words, front, front[: -len(last)] if last else [], last)


def forget_names() -> None:
    """Lets go of what is remembered of names: some megabytes, after thousands of articles."""
    for each in (fold, family, _parted):
        each.cache_clear()


def _generations_agree(one: _Parts, other: _Parts) -> bool:
    """ "Sr." and "Jr." are two, and so are "Sr." and the name alone; "Jr." may be left out."""
    mine, theirs = _generation(one), _generation(other)
    if mine and theirs:
        return mine == theirs
    return "elder" not in (mine, theirs)


def _generation(name: _Parts) -> str | None:
    """ "elder", "younger" or the suffix itself, as "iii"; None without one."""
    last = name.words[-1] if name.words != name.front else None
    return "elder" if last in ELDER else "younger" if last in YOUNGER else last


def _without_suffix(words: list[str]) -> list[str]:
    end = len(words)
    while end > 1 and words[end - 1] in SUFFIXES:
        end -= 1
    return words[:end]


def _given_agree(one: str, other: str) -> bool:
    if one == other:
        return True
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return bool(GIVEN_NAMES.get(one, frozenset()) & GIVEN_NAMES.get(other, frozenset()))


def _middles_agree(one: list[str], other: list[str]) -> bool:
    return not one or not other or all(_given_agree(*pair) for pair in zip(one, other, strict=False))
