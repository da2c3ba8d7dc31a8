"""Whether somebody is brought in as a relative of whoever was spoken of by title and family name alone."""

from collections.abc import Sequence

from summaries.actors.joints import POSSESSIVES
from summaries.actors.names import Name
from summaries.actors.page import MarkedText
from summaries.actors.sexes import noun_is_female
from summaries.lexicon.people import TITLES
from summaries.lexicon.persons import KIN_NOUNS

_REACH = 12  # tokens of "her 32-year-old step-daughter, Ms"
_CHILDREN = frozenset(("son", "daughter", "child", "grandson", "granddaughter", "stepson", "stepdaughter"))
_TITLES = TITLES - KIN_NOUNS  # "sister" is both
_WHOSE = {"her": True, "his": False, "their": None}  # a woman's, a man's
_STOPS = frozenset(",.;:")


def is_kin_of(page: MarkedText, name: Name, full: Name) -> bool:
    """Whether what stands beside the whole name may tell of a relative of "Mrs Ray", who is `name`.

    "her daughter, Ann Ray", "Ann Ray, 32, Mrs Ray’s daughter", "Ann Ray, the daughter of Mrs Ray"; not "his
    daughter", and not "their mother", who may be Mrs Ray herself.
    """
    return _is_told_in_front(page, name, full) or _is_told_behind(page, name, full)


def _is_told_in_front(page: MarkedText, name: Name, full: Name) -> bool:
    words = [word.casefold() for word in page.words[max(0, full.start - _REACH) : full.start]]
    while words and words[-1].rstrip(".") in _TITLES:
        words.pop()
    if words[-1:] == [","]:
        words.pop()
    first = max((place for place, word in enumerate(words) if word in _STOPS), default=-1) + 1
    phrase = words[first:]
    return bool(phrase) and phrase[-1] in KIN_NOUNS and _may_own(phrase[:-1], phrase[-1], name)


def _is_told_behind(page: MarkedText, name: Name, full: Name) -> bool:
    words = [word.casefold() for word in page.words[full.end : full.end + 2 * _REACH]]
    while len(words) > 2 and words[0] == "," and words[1].isdigit():
        del words[:2]
    kin = next((place for place, word in enumerate(words[:_REACH]) if word in KIN_NOUNS), 0)
    phrase = words[1:kin]
    if words[:1] != [","] or kin == 0 or not _STOPS.isdisjoint(phrase):
        return False
    owner = [word for word in words[kin + 1 : kin + 4] if word.rstrip(".") not in TITLES]
    if owner[:2] == ["of", name.key[-1]]:
        return True
    first = words[1].rstrip(".")
    opens = first in _WHOSE or first in TITLES or first == name.key[-1]  # not "who lost her mother"
    return opens and _may_own(phrase, words[kin], name)


def _may_own(words: Sequence[str], kin: str, name: Name) -> bool:
    """Whether the words before the noun tell whose, and that may be hers: "her eldest", "Mrs Ray’s"."""
    if {noun_is_female(kin), name.female} == {True, False}:
        return False  # the "son" of "With her son, Ann Ray left" is no "Mrs Ray"
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        if word in POSSESSIVES:
            return place > 0 and words[place - 1] == name.key[-1]
        if word in _WHOSE:
            return kin in _CHILDREN if word == "their" else name.female in (None, _WHOSE[word])
    return False
