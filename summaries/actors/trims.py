"""What stands beside a name with a capital and is none of it: a job, a paper, letters, words of the page."""

from collections.abc import Mapping
from typing import Final

from summaries.actors.looks import JOINTS, Look, NamedEntity, is_house, is_told_of_person
from summaries.actors.page import Line, MarkedText
from summaries.lexicon.beside import (
    GLUED_VERBS,
    LETTERS_BEHIND,
    OFFICE_LETTERS,
    PAGE_EDGES,
    PAGE_NAMES,
    PAPER_WORDS,
    RANK_LETTERS,
    SHORT_TITLES,
    TURNED_VERBS,
)
from summaries.lexicon.given import GIVEN, GIVEN_TRADES
from summaries.lexicon.groups import (
    COMPANY_SUFFIXES,
    GENERIC_HOUSE_WORDS,
    HOUSE_ENDS,
    HOUSE_WORDS,
    ROLE_NOUNS,
    SPORT_WORDS,
    THING_WORDS,
    THINGS_ALONE,
)
from summaries.lexicon.people import OFFICES, PARTICLES, REGNAL, TITLE_PARTS, TITLES
from summaries.lexicon.persons import LOWER_ROLES, MORE_ROLES, UNNAMED_NOUNS
from summaries.lexicon.places import COUNTRIES
from summaries.lexicon.sexes import is_given_name
from summaries.lexicon.teams import NICKNAMES

_JOBS = ROLE_NOUNS - REGNAL - GIVEN - OFFICES
_NOT_PERSONS = HOUSE_WORDS | HOUSE_ENDS | GENERIC_HOUSE_WORDS | THING_WORDS | ROLE_NOUNS | TITLES
_CALLINGS: Final = (UNNAMED_NOUNS | MORE_ROLES | LOWER_ROLES) - TITLES - TITLE_PARTS
_OF_CALLINGS = ("teacher", "keeper", "maker", "builder", "worker", "ologist", "monger", "wright", "grower")
_DOERS = ("er", "or", "ist", "ian", "woman", "man")
_SHORTEST_DOER = 6  # letters
_LONGEST_NAME = 3  # words
_POSTS = (ROLE_NOUNS | TITLES) - REGNAL
_LETTERS_BEHIND: Final = OFFICE_LETTERS | RANK_LETTERS
_SUFFIXES_ALONE: Final = COMPANY_SUFFIXES - HOUSE_WORDS


def split_at(page: MarkedText, start: int, end: int) -> tuple[int, int] | None:
    """Where two names stand in one run: the first ends before, the second begins at the places given."""
    for way in (_at_and, _at_office, _at_paper, _at_of):
        if (place := way(page, start, end)) is not None:
            return place
    return None


def _at_and(page: MarkedText, start: int, end: int) -> tuple[int, int] | None:
    """ "Ann Lee and Tom Ray", "Grant and Ray" where a surname is known; not "Johnson and Johnson"."""
    joints = [index for index in range(start + 1, end - 1) if page.words[index] == "and"]
    if len(joints) != 1 or _is_joined(page.words[start:end]):
        return None
    joint = joints[0]
    lows = [word.casefold() for word in page.words[start:end]]
    full = joint - start > 1 and end - joint > 2
    known = page.words[joint - 1] in page.surnames and page.words[end - 1] != page.words[joint - 1]
    pair = joint - start == 1 and end - joint == 3 and {lows[0], lows[2]} <= GIVEN  # "Ann and Tom Lee"
    return (joint, joint + 1) if full or known or pair or _are_named_alone(page, start, end) else None


def _are_named_alone(page: MarkedText, start: int, end: int) -> bool:
    """ "accuses Quay and Harbour", in a text that names each of them by itself, too."""
    first, last = page.words[start], page.words[end - 1]
    two = end - start == 3 and first != last and " ".join(page.words[start:end]) not in COUNTRIES
    return two and first in page.alone and last in page.alone


def _is_joined(words: tuple[str, ...]) -> bool:
    return is_house(words) or words[-1].casefold() in HOUSE_ENDS


def _at_office(page: MarkedText, start: int, end: int) -> tuple[int, int] | None:
    """ "Harbour Foods CEO Ann Lee"."""
    for index in range(end - 2, start - 1, -1):
        word = page.words[index]
        if word.isupper() and word.casefold() in (OFFICE_LETTERS if index > start else _LETTERS_BEHIND):
            return index, index + 1
    return None


def _at_paper(page: MarkedText, start: int, end: int) -> tuple[int, int] | None:
    """ "in The Mirror Ann said": a person has no article before the name."""
    if start == 0 or page.words[start - 1].casefold() != "the":
        return None
    for index in range(start, end - 1):
        if page.words[index].casefold() in PAPER_WORDS and page.words[index + 1].casefold() in GIVEN:
            return index + 1, index + 1
    return None


def _at_of(page: MarkedText, start: int, end: int) -> tuple[int, int] | None:
    """ "Ostrow of Harbour Watch", where Ostrow is a family name; "said Leena Ostrow of Harbour Watch"."""
    words = page.words
    if end - start > 2 and words[start + 1] == "of" and words[start] in page.surnames:
        return start + 1, start + 2
    front = [word.casefold() for word in words[start : start + 2]]
    if end - start < 5 or words[start + 2] != "of" or not _NOT_PERSONS.isdisjoint(front):
        return None
    if page.doc[start + 1].tag_ == "NNPS":
        return None  # "Boy Scouts of North America"
    return (start + 2, start + 3) if is_told_of_person(words, start, end) else None


def without_tail(page: MarkedText, start: int, end: int) -> int:
    """Where the name ends before letters, the page's words and an office that nobody follows."""
    words = page.words
    if page.line[start] is Line.SIGNATURE and end - start > 2:
        given = end - start > 3 and words[start + 1].casefold() in GIVEN
        second = 1 + (words[start + 1].endswith(".") or given)
        end = min(end, start + 1 + second)  # the town of a letter's writer
    while end - start > 1:
        low = words[end - 1].casefold()
        letters = words[end - 1].isupper() and low in LETTERS_BEHIND and end - start > 2
        longer = is_house(words[start : end - 1]) or (
            end - start > 3 and words[start].casefold() not in GIVEN
        )
        longer = longer or (
            end - start == 2 and words[start].isupper() and len(words[start]) > 2
        )  # "FBI Director"
        office = low in _POSTS and longer and not is_house(words[end - 1 : end])
        office = office and words[end - 2] != "of" and low != "dame"  # "Department of Justice", "Notre Dame"
        if not (letters or office or low in PAGE_EDGES or low in SHORT_TITLES):
            break
        end -= 1
    return end


def behind_front(page: MarkedText, start: int, end: int, entities: Mapping[int, NamedEntity]) -> int:
    """Where the name begins behind a job, a turned verb or a common word that opens the sentence."""
    words = page.words
    lows = [word.casefold().rstrip(".") for word in words[start:end]]
    while len(lows) > 1 and lows[0] in PAGE_EDGES:
        start, lows = start + 1, lows[1:]
    if len(lows) > 1 and page.opens[start] and lows[0] in TURNED_VERBS:
        start, lows = start + 1, lows[1:]
    if len(lows) > 2 and lows[0] in THINGS_ALONE and lows[1] in GIVEN:
        return start + 1  # "Player of the Match Tom Ray"
    if len(lows) > 2 and (f"{lows[0]}s",) in NICKNAMES and lows[0] not in REGNAL | {"royal"}:
        person = start + 1 in entities and entities[start + 1].look is Look.PERSON
        return start + (person or lows[1] in GIVEN)  # "Laker Tom Ray"
    if len(lows) > 2 and lows[0] == lows[-1] and lows[1] not in JOINTS:
        return start + 1
    for place in range(end - 3, start - 1, -1):
        if lows[place - start] in _JOBS and not is_house(words[place + 1 : end]):
            person = place + 1 in entities and entities[place + 1].look is Look.PERSON
            if lows[place + 1 - start] in GIVEN or (person and words[place + 1] not in JOINTS):
                return place + 1
    if len(lows) > 2 and page.opens[start] and lows[1] not in JOINTS:
        person = start + 1 in entities and entities[start + 1].look is Look.PERSON
        calling = _is_calling(lows[0], lows[1], person=person)
        return start + (_is_common(page, start) or calling)  # "Fullback Tom Ray"
    return start


def _is_calling(word: str, behind: str, *, person: bool) -> bool:
    """ "baker" before a given name: what somebody does, by a list or by how such words end."""
    if word.endswith(_OF_CALLINGS):
        return not is_given_name(word)
    doer = len(word) >= _SHORTEST_DOER and word.endswith(_DOERS)
    if doer and is_given_name(behind) and not (is_given_name(word) or word in GIVEN_TRADES):
        return True  # "rescuer"
    if word not in _CALLINGS or word in GIVEN:
        return False
    return is_given_name(behind) or (person and word not in LOWER_ROLES)


def is_behind_job(page: MarkedText, start: int, end: int) -> bool:
    """Whether two words or three behind a job that opens the sentence are somebody's: "Nurse Sefo Leota"."""
    name = page.words[start:end]
    low = page.words[start - 1].casefold() if start else ""
    known = low in _JOBS | _CALLINGS or low.endswith(_OF_CALLINGS)
    plain = 1 < len(name) <= _LONGEST_NAME and all(word.istitle() and word.isalpha() for word in name)
    return (
        known
        and plain
        and page.opens[start - 1]
        and not is_house(name)
        and page.small.isdisjoint(word.casefold() for word in name)
    )


def _is_common(page: MarkedText, index: int) -> bool:
    """Whether the first word of a sentence is a common noun that owes its capital to its place."""
    low = page.words[index].casefold()
    if low in HOUSE_WORDS or low in PARTICLES:
        return False
    return low in page.small or low in ROLE_NOUNS or low in SPORT_WORDS


def is_page_name(page: MarkedText, start: int, end: int) -> bool:
    """Whether the run is a line's, a ticker's or a company's loose end: "Privacy Notice", "Inc."."""
    lows = [word.casefold().rstrip(".") for word in page.words[start:end]]
    edged = [low for low in lows if low not in PAGE_EDGES]
    if not PAGE_NAMES.isdisjoint(lows) or (len(edged) < len(lows) and len(edged) < 2):
        return True  # "Rights Reserved"
    if edged[-1].endswith(GLUED_VERBS):
        return True  # "Ann Leewrites", whose space the page has lost
    if all(low in _SUFFIXES_ALONE or (len(low) == 1) for low in lows):
        return not (len(lows) == 1 and lows[0] in ("group", "company"))
    return _is_ticker(page, start, end)


def _is_ticker(page: MarkedText, start: int, end: int) -> bool:
    """ "(NYSE: BRW)": neither the exchange nor the letters."""
    words = page.words
    if end - start != 1 or not words[start].isupper():
        return False
    if words[start - 1] == "(" and words[end : end + 1] == (":",):
        return words[end + 1 : end + 2] != () and words[end + 1].isupper()
    return words[start - 1] == ":" and words[start - 3] == "(" and words[start - 2].isupper()
