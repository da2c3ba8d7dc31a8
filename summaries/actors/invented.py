"""Who is in a story within the article alone: a figure of a film or a book is nobody of the news."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from summaries.actors.acting import head
from summaries.actors.names import Name
from summaries.actors.page import MarkedText
from summaries.lexicon.things import ACTED, FIGURES, PARTS_PLAYED, ROLES_IN_WORKS, WORKS_OF_FICTION

_CALLED = frozenset(("called", "named"))
_FICTION = frozenset(("fiction", "fictional", "fictitious", "novel", "novella"))
_COMMAS = frozenset((",", "("))


def is_invented(page: MarkedText, names: Sequence[Name], *, sports: bool) -> bool:
    """Whether one of the names is told to be a figure's: nobody plays a figure in a report of matches."""
    return any(
        _is_called_figure(page, name, sports=sports)
        or _is_played(page, name, sports=sports)
        or _is_part(page, name, sports=sports)
        for name in names
    ) or _is_met_by_figure(page, names)


def _is_called_figure(page: MarkedText, name: Name, *, sports: bool) -> bool:
    """ "a character called Ray", "the character Ann Orr", of a film "her portrayal of Ray"."""
    before = [word.casefold() for word in page.words[max(0, name.start - 2) : name.start]]
    if before[-1:] and before[-1] == "of" and before[0] in ROLES_IN_WORKS:
        return not sports and not WORKS_OF_FICTION.isdisjoint(page.small)
    return before[-1:] != [] and (before[-1] in FIGURES or (before[-1] in _CALLED and before[0] in FIGURES))


def _is_met_by_figure(page: MarkedText, names: Sequence[Name]) -> bool:
    """Whether the first sentence with the name goes on from one on "a character called Ray", of a fiction."""
    if not names or _FICTION.isdisjoint(page.small):
        return False
    first = min(name.start for name in names)
    begins = bisect_left(page.sentence, page.sentence[first] - 1)
    before = [word.casefold() for word in page.words[begins:first]]
    return any(one in FIGURES and two in _CALLED for one, two in pairwise(before))


def _is_part(page: MarkedText, name: Name, *, sports: bool) -> bool:
    """Of a film "her performance as an ageing Ann Orr"."""
    word = head(page, name.start, name.end)
    if word.dep_ != "pobj" or word.head.lower_ != "as" or sports:
        return False
    played = {word.head.head.lower_, page.words[word.head.i - 1].casefold()} & PARTS_PLAYED
    return bool(played) and not WORKS_OF_FICTION.isdisjoint(page.small)


def _is_played(page: MarkedText, name: Name, *, sports: bool) -> bool:
    """ "Ann Orr, played by Eva Ray,", and of a film "Eva Ray plays the detective Ann Orr"."""
    words = page.words
    behind = tuple(word.casefold() for word in words[name.end : name.end + 3])
    if len(behind) == 3 and behind[0] in _COMMAS and behind[1] in ACTED and behind[2] == "by":
        return True
    word = head(page, name.start, name.end)
    titled = word.dep_ == "appos" and word.head.i < name.start  # "playing the theorist Ann Orr"
    word = word.head if titled else word
    acted = word.dep_ == "dobj" and word.head.lemma_ in ("play", "portray")
    return acted and not sports and (titled or not WORKS_OF_FICTION.isdisjoint(page.small))
