"""Two names of one: what somebody was born as or is known as, what a house was called before or is now."""

import itertools
import re
from collections.abc import Sequence
from typing import Final

from summaries.actors.calls import OWN, WEAK, Key
from summaries.actors.drafts import Hit
from summaries.actors.figures import FigureTable
from summaries.actors.forms import Forms
from summaries.actors.joints import POSSESSIVES
from summaries.actors.looks import Look
from summaries.actors.names import Name
from summaries.actors.page import MarkedText
from summaries.lexicon.people import BORN
from summaries.lexicon.tags import NOUNS

_FURTHEST: Final = 8  # tokens between two names
_BORN_AS: Final = re.compile(
    r"(?:[,(] )?(?:\d\d , )?(?:(?:who )?was )?(?:née|nee|born)|[,(] whose (?:real|birth) name (?:is|was)"
)
_ALIAS: Final = re.compile(r"(?:[,(] )?(?:(?:also |better |formerly )?known as|aka|a\.k\.a\.?|alias)")
_BEFORE: Final = re.compile(r"[,(] (?:formerly|previously|once)(?: called| known as)?")
_KNOWN_AS: Final = re.compile(rf"{_ALIAS.pattern}|{_BEFORE.pattern}|[,(] now(?: called| known as)?")
_RENAMED: Final = re.compile(
    r"(?:, (?:since |later )?|(?:was|were|has been|had been) )(?:renamed|rebranded)(?: as)?"
    r"|(?:has |had )?(?:(?:renamed|rebranded) itself(?: as)?|changed its (?:\w+ (?:['’]s )?)?name to)"
)
_LONGEST_NAME: Final = 3  # tokens
_WHERE: Final = frozenset(("GPE", "LOC", "FAC"))
_IN_PARTS: Final = frozenset(("in", "on", "from"))
_CLOSING: Final = frozenset(",;:.)—–")


def join_renamed(page: MarkedText, names: Sequence[Name], forms: Forms, figures: FigureTable) -> None:
    """ "Ellen Gale, née Foster": Ellen Foster; "Quay Boats, formerly Elm Boats": one house."""
    for one, other in itertools.pairwise(names):
        if not 0 < other.start - one.end <= _FURTHEST or one.key == other.key:
            continue
        between = " ".join(page.words[one.end : other.start]).casefold()
        looks = (forms.looks[one.key], forms.looks[other.key])
        if _BORN_AS.fullmatch(between):
            if not _is_birthplace(page, other.start) and not _is_of_next(page, other, Look.HOUSE):
                _join_born(page, one, other, figures)
        elif _is_renamed(between, looks) and not _is_of_next(page, other, looks[0]):
            _join(one, other, between, forms, figures)


def born_as(page: MarkedText, hit: Hit) -> tuple[int, int] | None:
    """The "née Foster" of "Ellen Gale (née Foster)": by what name the same text may call her."""
    start = hit.end + (page.word(hit.end) in (",", "("))
    if page.word(start).casefold() not in BORN or _is_birthplace(page, start + 1):
        return None
    end = start + 1
    while end <= start + _LONGEST_NAME and page.word(end)[:1].isupper():
        end += 1
    return (start, end) if end > start + 1 and page.word(end) in _CLOSING else None


def _is_birthplace(page: MarkedText, start: int) -> bool:
    """ "Ann Lee (born Leeds, 1960)"."""
    return page.word(start - 1) == "born" and page.doc[start].ent_type_ in _WHERE


def _is_renamed(between: str, looks: tuple[Look, Look]) -> bool:
    if looks[0] is Look.HOUSE and looks[1] in (Look.HOUSE, Look.UNKNOWN):
        return _KNOWN_AS.fullmatch(between) is not None or _RENAMED.fullmatch(between) is not None
    if looks[0] is not Look.PERSON or looks[1] is Look.PLACE:
        return False
    persons = looks[1] in (Look.PERSON, Look.UNKNOWN) and _KNOWN_AS.fullmatch(between) is not None
    return persons or _ALIAS.fullmatch(between) is not None


def _is_of_next(page: MarkedText, name: Name, look: Look) -> bool:
    """Whether the name only tells whose, of which kind or in what: "Ann Lee, formerly Tom Ray’s agent".

    Who is "known as Tom Ray in the series" plays him.
    """
    if name.end >= len(page.words):
        return False
    if look is Look.PERSON and page.words[name.end] in _IN_PARTS:
        return True
    return page.words[name.end] in POSSESSIVES or page.doc[name.end].tag_ in NOUNS


def _join_born(page: MarkedText, one: Name, other: Name, figures: FigureTable) -> None:
    """One figure, called by the name of today: "Dizzy Quill, born Ellen Foster"."""
    home, own = figures.homes.get(one.key), figures.homes.get(other.key)
    is_whole = own is not None and len(other.key) > 1 and figures.all[own].look is Look.PERSON
    if len(one.key) == 1:  # "Quill, born Ellen Foster", not "from Leeds, born Ellen Foster"
        is_place = one.start > 0 and page.doc[one.start - 1].pos_ == "ADP"
        home = None if is_place or not is_whole else _of_one_word(one.key, figures)
    if home is None:
        return
    if own is not None and is_whole and own != home:
        figures.move(own, home)
        figures.all[home].former.add(other.key)
    before = figures.homes.get((*one.key[:-1], other.key[-1]))
    if before is not None and before != home:
        figures.move(home, before)
        home = before
    figures.calls[other.key][home] = OWN
    _leave_family(other.key[-1:], home, figures)


def _of_one_word(key: Key, figures: FigureTable) -> int | None:
    """The one figure that is called so, a new one where nobody is; None where several are."""
    if figures.strongest(key):
        return figures.called(key)
    return figures.found(key, Look.PERSON)


def _leave_family(family: Key, home: int, figures: FigureTable) -> None:
    """Who bears the family's name today is called by it, before whoever only was born with it."""
    bearers = figures.calls[family]
    if home in bearers and len(bearers) > 1:
        bearers[home] = WEAK


def _join(one: Name, other: Name, between: str, forms: Forms, figures: FigureTable) -> None:
    home = figures.homes.get(one.key)
    if home is None:
        home = figures.homes.get(other.key)
    if home is None:
        home = figures.found(one.key, forms.looks[one.key])
    for name in (one, other):
        own = figures.homes.get(name.key)
        if own is not None and own != home:
            figures.move(own, home)
        figures.calls[name.key][home] = OWN
    if _BEFORE.fullmatch(between):
        figures.all[home].former.add(other.key)
        _leave_family(other.key[-1:], home, figures)
    elif not _ALIAS.fullmatch(between):
        figures.all[home].former.add(one.key)
