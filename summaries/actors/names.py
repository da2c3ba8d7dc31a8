"""Names in the text, without the titles and qualifiers in front of them.

spaCy's small pipeline passes over one name in four of wire copy (tables, lists of players, foreign family
names) and cuts others short; a run of capitalised words that it passed over is a name too.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from summaries.actors.joints import POSSESSIVES, unnicked
from summaries.actors.looks import (
    JOINTS,
    Look,
    NamedEntity,
    entities_of,
    is_house,
    is_told_of_person,
    look_of,
    told,
)
from summaries.actors.page import MarkedText
from summaries.actors.runs import QUALIFIERS, find_runs, pieces_of
from summaries.actors.things import is_title
from summaries.actors.titles import behind_qualifiers, behind_titles
from summaries.actors.trims import behind_front, is_behind_job, is_page_name, split_at, without_tail
from summaries.lexicon.around import DOUBTFUL, LONE_PARTS
from summaries.lexicon.beside import PAPER_WORDS
from summaries.lexicon.given import GIVEN
from summaries.lexicon.groups import (
    BODY_NOUNS,
    HOUSE_WORDS,
    KNOWN_HOUSES,
    LETTERS,
    ROLE_NOUNS,
    THING_WORDS,
    TIMES,
)
from summaries.lexicon.people import (
    FEMALE_HONORIFICS,
    GIVEN_STOPS,
    HOLDERS,
    MALE_HONORIFICS,
    OFFICES_OF,
    REGNAL,
    TITLE_PARTS,
    TITLES,
)
from summaries.lexicon.persons import KIN_NOUNS
from summaries.lexicon.places import COUNTRIES, COUNTRYMEN, FAMILIES, PLACE_NOUNS, PLACE_OPENERS, SITE_WORDS

_FEASTS = tuple((mark, word) for mark in ("'s", "’s", "'", "’") for word in ("day", "prize", "eve"))
_PROPHETS = frozenset(("muhammad", "mohammed", "mohammad"))
_TELLING = FEMALE_HONORIFICS | MALE_HONORIFICS  # of a woman or a man
_DASH_SIGNS = frozenset(("—", "–", "--", "-"))
_LONGEST_DATELINE = 9  # tokens
_SITE_ENDS = re.compile(r"(?<=\w\w)\.(?:com|co\.uk|net)$")  # "Snopes.com" is Snopes
_ROLES = ROLE_NOUNS - REGNAL - GIVEN - KNOWN_HOUSES - PAPER_WORDS
_ROLES_AND_COUNTRYMEN: Final = _ROLES | COUNTRYMEN
_PLACES_WORDS = PLACE_NOUNS | SITE_WORDS | JOINTS
_LOOSE = JOINTS | POSSESSIVES | {"a", "an", "in", "on"}
_OF_BODIES: Final = HOUSE_WORDS | BODY_NOUNS
_OF_TITLES: Final = TITLES | TITLE_PARTS | OFFICES_OF
_COMMON_HOUSES: Final = HOUSE_WORDS - KNOWN_HOUSES


@dataclass(frozen=True, slots=True)
class Name:
    """A name at tokens `[start, end)`, title, qualifier and possessive left out."""

    start: int
    end: int
    key: tuple[str, ...]  # its words without case: two names of one key are one form
    look: Look
    titles: tuple[str, ...] = ()  # what was left out in front, in small letters: "dr", "prime", "minister"
    titled: bool = False
    female: bool | None = None  # as its honorific says
    nickname: tuple[str, ...] = ()  # "tank" of "Leon “Tank” Alleyne", which the key leaves out


def find_names(page: MarkedText) -> list[Name]:
    """Every name of the body in text order, none over another."""
    entities = entities_of(page)
    names = [
        name
        for start, end in find_runs(page, entities)
        for first, last in pieces_of(page, start, end, entities)
        for name in _trim(page, first, last, entities)
    ]
    titles = {name.start for name in names if is_title(page, name.start, name.end)}
    said = {name.key for name in names if name.start not in titles}
    names = [name for name in names if name.start not in titles or name.key in said]
    common = set(_common_letters(page))
    names = [
        name
        for name, behind in zip(names, [*names[1:], None], strict=False)
        if not (name.key in common or _is_in_title(page, name) or _opens_law(name, behind))
    ]
    full = {name.key for name in names if len(name.key) > 1 and name.key[0] in GIVEN}
    names = _with_openings(page, names)
    alone = {name.key for name in names if name.look is Look.PERSON and len(name.key) == 1}
    return [_as_person(_freed(name, full), alone) for name in names]


def _with_openings(page: MarkedText, names: Sequence[Name]) -> list[Name]:
    """ "Whole" of "Whole Foods" where it opens the sentence, in a text that names Whole Foods elsewhere."""
    known = {name.key: name.look for name in names if len(name.key) > 1}
    taken = {name.end for name in names}
    return [
        replace(name, start=name.start - 1, key=whole, look=known[whole])
        if name.start > 0
        and name.start not in taken
        and page.opens[name.start - 1]
        and page.words[name.start - 1][0].isupper()
        and (whole := (page.words[name.start - 1].casefold(), *name.key)) in known
        else name
        for name in names
    ]


def _as_person(name: Name, alone: Collection[tuple[str, ...]]) -> Name:
    """ "Dario Elmore", which the pipeline takes for a place, where "Elmore" alone is somebody."""
    placed = name.look is Look.PLACE and 1 < len(name.key) < 4 and name.key[-1:] in alone
    sure = placed and name.key[0] not in PLACE_OPENERS and not _PLACES_WORDS.intersection(name.key)
    return replace(name, look=Look.PERSON) if sure else name


def _opens_law(name: Name, behind: Name | None) -> bool:
    """ "Senate" of "Senate Bill 10"."""
    if behind is None or behind.start != name.end or name.look is Look.PERSON:
        return False
    return len(behind.key) == 1 and behind.look is Look.THING and behind.key[0] in THING_WORDS


def _is_in_title(page: MarkedText, name: Name) -> bool:
    """Whether a small word with a capital of its own stands beside: "Go Fund Me", "Let There Be Light"."""
    doc = page.doc
    behind = name.end < len(doc) and _is_raised(page, name.end) and doc[name.end].tag_ in ("PRP", "RP")
    day = tuple(word.casefold() for word in page.words[name.end : name.end + 2])
    if day in _FEASTS and page.words[name.end + 1].istitle():
        return True  # "International Women's Day"
    return behind or (len(name.key) == 1 and name.start > 0 and _is_raised(page, name.start - 1))


def _is_raised(page: MarkedText, index: int) -> bool:
    word = page.doc[index]
    low = word.lower_
    raised = word.is_stop and word.text.istitle() and len(low) > 1 and not page.opens[index]
    return (
        raised
        and not page.is_capitals(index)
        and low not in ("the", *DOUBTFUL, *GIVEN_STOPS)
        and (word.tag_ in ("PRP", "VB", "VBP", "VBZ", "RP"))
    )


def _common_letters(page: MarkedText) -> Iterator[tuple[str, ...]]:
    """ "rpg" of "a rocket-propelled grenade (RPG)": letters that stand for common words, and for no body."""
    words = page.words
    for index in range(4, len(words) - 1):
        if words[index - 1] != "(" or words[index + 1] != ")" or not words[index].isupper():
            continue
        low = words[index].casefold()
        spelt = [word for word in words[max(0, index - 3 - len(low)) : index - 1] if word.isalpha()][
            -len(low) :
        ]
        common = all(word.islower() for word in spelt) and "".join(word[0] for word in spelt) == low
        if common and len(low) > 2 and spelt[-1] not in _OF_BODIES:
            yield (low,)


def _freed(name: Name, full: Collection[tuple[str, ...]]) -> Name:
    """The name without what stands beside a known full one: "Nasty Ann Lee", "an Ann Lee Lego"."""
    if name.nickname:
        return name
    if name.key[0] in GIVEN:
        known = len(name.key) > 2 and name.key[:-1] in full and name.key[-1] in KNOWN_HOUSES
        return replace(name, end=name.end - 1, key=name.key[:-1], look=Look.PERSON) if known else name
    for cut in range(1, len(name.key) - 1):
        if name.key[cut:] in full:
            return replace(name, start=name.start + cut, key=name.key[cut:], look=Look.PERSON)
    return name


def _trim(page: MarkedText, start: int, end: int, entities: Mapping[int, NamedEntity]) -> Iterator[Name]:
    """The piece as a name, without titles in front, qualifiers of people and loose ends; or nothing."""
    words = page.words
    while end > start and (words[end - 1] in _LOOSE or not words[end - 1][0].isalpha()):
        end -= 1
    while start < end and words[start] in JOINTS:
        start += 1
    if start == end or is_page_name(page, start, end) or _is_dateline(page, start, end):
        return
    two = split_at(page, start, end)
    if two is not None:
        yield from _trim(page, start, two[0], entities)
        yield from _trim(page, two[1], end, entities)
        return
    end = without_tail(page, start, end)
    start_of_run = start
    start = behind_front(page, start, end, entities)
    titled = behind_titles(page, start, end, entities)
    house = is_house(words[titled:end])
    first = behind_qualifiers(page, titled, end, house=house)
    named, nickname = unnicked(page, first, end)
    look = Look.PERSON if nickname else look_of(first, end, entities)
    if first >= end or _is_nobody(named, look) or _is_of_page(page, first, end):
        return
    if is_house(words[start : titled - 1]) and end - titled > 1:  # "Security Council President Ann Lee"
        yield from _trim(page, start, titled - 1, entities)
    titles = [word.casefold().rstrip(".") for word in words[start:first]]
    seen = told(named, look, house=house)
    family = 1 < len(named) < 4 and named[-1].casefold() in FAMILIES
    if seen is Look.PLACE and family and is_told_of_person(words, first, end):
        seen = Look.PERSON  # "nurse Jun Park"
    if seen is not Look.PEOPLE and first > start_of_run and is_behind_job(page, first, end):
        seen = Look.PERSON
    yield Name(
        start=first,
        end=end,
        key=tuple(_SITE_ENDS.sub("", word.casefold()) for word in named),
        look=seen,
        titles=tuple(titles),
        titled=any(title in TITLES for title in titles),
        female=next((title in FEMALE_HONORIFICS for title in titles if title in _TELLING), None),
        nickname=tuple(word.casefold() for word in nickname),
    )


def _is_agency_mark(page: MarkedText, start: int, end: int) -> bool:
    """The "(Reuters)" that a story opens with, and that of "LEEDS (Reuters) — …"."""
    bracketed = page.words[start - 1] == "(" and page.words[end : end + 1] == (")",)
    return bracketed and (page.opens[start] or not _DASH_SIGNS.isdisjoint(page.words[end + 1 : end + 2]))


def _is_of_page(page: MarkedText, start: int, end: int) -> bool:
    return _is_agency_mark(page, start, end) or (end - start == 1 and _is_common(page, start))


def _is_common(page: MarkedText, index: int) -> bool:
    """ "the Bill", "the British Bill", "the Arab Spring", "the Today show": none of them is a Bill's."""
    low = page.words[index].casefold()
    if low in TIMES:
        return True
    before = page.doc[index - 1]
    if before.tag_ == "MD" and page.word(index + 1) in ("the", "a", "his", "her", "it"):
        return True  # "they would Google the words"
    if before.lower_ == "prophet" and low in _PROPHETS:
        return True
    if before.tag_ in ("POS", "PRP$") and low in _COMMON_HOUSES:
        return True  # "the attorney's Office"
    if before.tag_ == "DT" and low in _ROLES_AND_COUNTRYMEN and page.words[index].istitle():
        return True  # "the Member", "the Dutchman"
    return low in THING_WORDS and (before.tag_ in ("DT", "PRP$") or before.text in QUALIFIERS)


def _is_dateline(page: MarkedText, start: int, end: int) -> bool:
    """The town of "LEEDS (Reuters) — …", "LEEDS, England (AP) — …"."""
    words = page.words
    if not page.opens[start] or not words[start].isupper():
        return False
    near = words[end : end + _LONGEST_DATELINE]
    return any(
        near[place : place + 1] == (")",) and near[place + 1] in _DASH_SIGNS for place in range(len(near) - 1)
    )


def _is_nobody(words: Sequence[str], look: Look) -> bool:
    """A title or a qualifier by itself: "Prime Minister", "Secretary of State", "Russian"."""
    if len(words) == 1 and words[0] in QUALIFIERS:
        return words[0] not in COUNTRIES
    lows = [word.casefold().rstrip(".") for word in words]
    if len(lows) == 1 and lows[0] in KIN_NOUNS:
        return True  # "Mom and Dad"
    if len(lows) == 1 and (lows[0] in LETTERS or lows[0].removesuffix("s") in LETTERS):
        return True
    if len(lows) > 1 and lows[-1] in HOLDERS and look is not Look.HOUSE:
        return True
    if len(lows) == 1 and look is Look.HOUSE:
        return lows[0] in TITLES or lows[0] in LONE_PARTS
    return (
        any(low in TITLES for low in lows) and all(low in _OF_TITLES or low in JOINTS for low in lows)
    ) or (len(lows) == 1 and lows[0] in TITLE_PARTS)
