"""Where a name begins behind the titles, owners, qualifiers and marks that stand in front of it."""

from collections.abc import Mapping

from summaries.actors.joints import MARKS, POSSESSIVES
from summaries.actors.looks import JOINTS, Look, NamedEntity, is_house
from summaries.actors.page import MarkedText
from summaries.actors.runs import QUALIFIERS
from summaries.lexicon import words as listed
from summaries.lexicon.groups import BODY_NOUNS, HOUSE_WORDS, ONE_OF_A_KIND
from summaries.lexicon.people import PLAIN_TITLES, TITLE_PARTS, TITLES
from summaries.lexicon.places import GROUP_PEOPLES

_OF_TITLES = TITLES | TITLE_PARTS
# Ranks that open the name of no house, as plain titles do.
_RANKS = listed("superintendent supt inspector insp detective det sergeant lieutenant brigadier sheriff cllr")
_FOR = (("of",), ("for",), ("on",))
_OF_NOBODY = listed("people women children king queen men workers nation world")
_OPENERS = TITLES - PLAIN_TITLES - _RANKS
_PARTIES = frozenset(("Democratic", "Republican", "Democrat", "Conservative", "Labour", "Liberal"))
_CHAMBERS = frozenset(("Senate", "House", "Congress", "Parliament"))

# Entities that begin with a qualifier of their own, by how many words they have: "British Airways".
_WHOLE_TO = {2: frozenset(("ORG", "PERSON", "GPE")), 3: frozenset(("GPE",))}
_WHOLE = frozenset(("ORG", "GPE"))


def behind_titles(page: MarkedText, start: int, end: int, entities: Mapping[int, NamedEntity]) -> int:
    """Behind the titles of `[start, end)`, and the place whose house it is; a house keeps its own title."""
    first = _after_titles(page, start, end)
    opening = entities.get(start)
    whole = opening is not None and opening.look is Look.HOUSE and opening == entities.get(first)
    if first > start and whole and _may_open_house(page, start):
        first = start  # "General Electric", but "Bank President Ann Lee"
    return _after_owner(page, first, end)


def behind_qualifiers(page: MarkedText, start: int, end: int, *, house: bool) -> int:
    """Behind what says of which people or party, a loose mark and a joint; `house`: it is a house's name."""
    first = _after_qualifiers(page, start, end, house=house)
    if page.words[end - 1] in GROUP_PEOPLES:
        first = end - 1  # "Hill Democrats"
    if tuple(word.casefold() for word in page.words[end - 2 : end]) in ONE_OF_A_KIND:
        first = max(first, end - 2)
    if end - first == 2 and page.words[first] in _PARTIES and page.words[end - 1] in _CHAMBERS:
        first = end - 1  # "the Democratic Senate primary"
    first = _after_marks(page, first, end)
    while first < end and page.words[first] in JOINTS:
        first += 1
    return first


def _after_titles(page: MarkedText, start: int, end: int) -> int:
    """Behind the last title word that has a name behind it: of "Foreign Minister Ali Alatas", "Ali"."""
    low = [word.casefold().rstrip(".") for word in page.words[start:end]]
    first = 0
    if low[-1] in HOUSE_WORDS and TITLES.isdisjoint(low):
        return start  # "Labour Party", "Treasury Department"
    for place in range(len(low) - 1):
        if page.words[start + place] in MARKS and place > first:
            break  # "Leon “the Judge” Oakley"
        if low[place] in TITLES:
            of = low[place + 1] == "of" and place + 3 < len(low)  # "Secretary of State John Kerry"
            first = place + 3 if of else place + 1
            if is_house(page.words[start + first : end]):
                return start  # "Justice Department"
        elif low[place] in TITLE_PARTS and first == place and (place or low[place + 1] in _OF_TITLES):
            first = place + 1
    return start + first


def _may_open_house(page: MarkedText, start: int) -> bool:
    low = page.words[start].casefold().rstrip(".")
    return low in _OPENERS or page.words[start + 1] == "-"  # "Inspector-General of …"


def _after_owner(page: MarkedText, start: int, end: int) -> int:
    """Behind the place whose house it is: "Leeds’s Supreme Court", "Leeds’s Museum of Glass"."""
    owned = end - start > 2 and page.words[start + 1] in POSSESSIVES
    if not owned:
        return start
    body = page.doc[start].ent_type_ != "PERSON" and page.words[end - 1].casefold() in BODY_NOUNS
    house = page.words[start + 2].casefold() in HOUSE_WORDS and page.words[start + 3 : start + 4] in _FOR
    known = page.doc[start].tag_ == "NNP" and page.words[start].casefold() not in _OF_NOBODY
    return start + 2 if body or (house and known) else start


def _is_one_entity(page: MarkedText, start: int, end: int) -> bool:
    return all(page.doc[index].ent_iob_ == "I" for index in range(start + 1, end))


def _after_qualifiers(page: MarkedText, start: int, end: int, *, house: bool) -> int:
    """Behind "Russian" and "Democratic", which belong to a house's name and to nobody else's."""
    words = page.words
    while end - start > 1 and words[start] in QUALIFIERS and not house:
        if page.doc[start].ent_type_ in _WHOLE_TO.get(end - start, _WHOLE) and _is_one_entity(
            page, start, end
        ):
            break  # "British Airways", "Christian Dior", "British Virgin Islands"
        start += 2 if words[start + 1] == "-" and end - start > 2 else 1
    return start


def _after_marks(page: MarkedText, start: int, end: int) -> int:
    """Behind a nickname that nothing of the name stands before: "Mayor “Bob” Ray"."""
    if start < end and page.words[start] in MARKS:
        marks = [index for index in range(start + 1, end) if page.words[index] in MARKS]
        return marks[-1] + 1 if marks else start + 1
    return start
