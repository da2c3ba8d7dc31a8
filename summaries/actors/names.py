"""Names in the text: the pipeline's entities, put right by capitals, titles and line ends.

spaCy's small pipeline passes over one name in four of wire copy (tables, lists of players, foreign family
names) and cuts others short; a run of capitalised words that it passed over is a name too.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from summaries.actors.page import Line, Page, Part
from summaries.lexicon import words as listed
from summaries.lexicon.groups import (
    CALENDAR,
    COMPANY_SUFFIXES,
    GROUP_NOUNS,
    HOUSE_WORDS,
    KNOWN_HOUSES,
    LETTERS,
    ROLE_NOUNS,
    SPORT_WORDS,
    THING_WORDS,
)
from summaries.lexicon.people import (
    FEMALE_HONORIFICS,
    FEMALE_NAMES,
    HONORIFICS,
    MALE_HONORIFICS,
    MALE_NAMES,
    OFFICES,
    PARTICLES,
    TITLE_PARTS,
)
from summaries.lexicon.places import (
    ADJECTIVES,
    COUNTRIES,
    GROUP_PEOPLES,
    PEOPLES,
    PLACE_NOUNS,
    REGIONAL,
    SEATS,
)
from summaries.lexicon.teams import NICKNAMES


class Look(Enum):
    """What a name looks like where it stands; a figure's kind is a vote of its names' looks."""

    PERSON = "person"
    HOUSE = "house"
    PLACE = "place"
    PEOPLE = "people"
    THING = "thing"  # a work, an event, a product
    UNKNOWN = "unknown"


class Entity(NamedTuple):
    """The pipeline's entity that a token belongs to."""

    number: int  # which of the pipeline's entities
    look: Look


@dataclass(frozen=True, slots=True)
class Name:
    """A name at tokens `[start, end)`, title, qualifier and possessive left out."""

    start: int
    end: int
    key: tuple[str, ...]  # its words without case: two names of one key are one form
    look: Look
    titled: bool = False
    female: bool | None = None  # as its honorific says


_LOOKS = {
    "PERSON": Look.PERSON,
    "ORG": Look.HOUSE,
    "GPE": Look.PLACE,
    "LOC": Look.PLACE,
    "FAC": Look.PLACE,
    "NORP": Look.PEOPLE,
    "LANGUAGE": Look.PEOPLE,
    "EVENT": Look.THING,
    "PRODUCT": Look.THING,
    "WORK_OF_ART": Look.THING,
    "LAW": Look.THING,
}
_TITLES = HONORIFICS | OFFICES
_QUALIFIERS = frozenset(ADJECTIVES) | REGIONAL
_JOINTS = listed("- & of for and the")
_POSSESSIVES = listed("'s ’s ' ’")
# Common words that are somebody's name only where the pipeline says so.
_DOUBTFUL = listed("us such will may beyond go i")
_TABLE_WORDS = listed(
    """
    pct schedule standings results division final group round east west north south central eastern western
    northern southern innings total extras bowling batting played won lost drawn points matches scores table
    tabulate leading second first third home away attendance halftime summary close stocks gold metals oil
    world markets note sources
    """
)


def find_names(page: Page) -> list[Name]:
    """Every name of the body in text order, none over another."""
    entities = _entities(page)
    return [
        name
        for start, end in _runs(page, entities)
        for first, last in _pieces(page, start, end, entities)
        for name in _trim(page, first, last, entities)
    ]


def _entities(page: Page) -> dict[int, Entity]:
    return {
        index: Entity(number, _LOOKS[entity.label_])
        for number, entity in enumerate(page.doc.ents)
        if entity.label_ in _LOOKS
        for index in range(entity.start, entity.end)
    }


def _runs(page: Page, entities: Mapping[int, Entity]) -> Iterator[tuple[int, int]]:
    """Stretches of name words, joined over particles and hyphens, and over "of" within one entity."""
    words, count = page.words, len(page.words)
    index = 0
    while index < count:
        if not words[index][0].isupper() or not _may_name(page, index, entities):
            index += 1
            continue
        end = index + 1
        while end < count and (step := _step(page, end, entities)):
            end += step
        arabic = index > 1 and words[index - 1] == "-" and words[index - 2] in ("al", "el", "ad", "as", "ash")
        yield (index - 2 if arabic else index), end
        index = end


def _may_name(page: Page, index: int, entities: Mapping[int, Entity]) -> bool:
    """Whether the capitalised word may be part of a name."""
    low = page.words[index].casefold().rstrip(".")
    if page.part[index] is not Part.BODY or not low.replace(".", "").replace("'", "").isalpha():
        return False
    if low in CALENDAR and not (index in entities and entities[index].look is Look.PERSON):
        return False
    if page.opens[index] and low in GROUP_NOUNS and page.words[index] not in GROUP_PEOPLES:
        return False
    token = page.doc[index]
    if page.is_capitals(index):
        return (
            page.line[index] is Line.TABLE and len(low) > 2 and low not in _TABLE_WORDS and not token.is_stop
        )
    proper = token.tag_ in ("NNP", "NNPS")
    if token.is_stop and (low, page.words[min(index + 1, len(page.words) - 1)].casefold()) in NICKNAMES:
        return True  # "All Blacks"
    if page.words[index] == "WHO":
        return True
    if low in _DOUBTFUL or (token.is_stop and not (proper and low in HOUSE_WORDS)):
        return not page.opens[index] and (
            page.words[index] in page.surnames or (low in _DOUBTFUL and (index in entities or proper))
        )
    if not page.opens[index] or (page.line[index] is Line.ROW and low not in page.small):
        return True
    # The first word of a sentence has its capital anyway.
    if page.words[index] in page.surnames:
        return True
    follows = index + 1 < len(page.words) and page.words[index + 1][0].isupper()
    return (proper and (index in entities or follows or low not in page.small)) or (
        index in entities and low not in page.small and token.tag_ not in ("NNS", "NN")
    )


def _step(page: Page, index: int, entities: Mapping[int, Entity]) -> int:
    """How many tokens from `index` on continue the run before them; 0: it ends."""
    word = page.words[index]
    if word[0].isupper():
        return int(not page.opens[index] and _may_name(page, index, entities))
    if index + 2 >= len(page.words):
        return 0
    after = page.words[index + 1]
    upper = after[0].isupper() and _may_name(page, index + 1, entities)
    inside = index in entities and entities.get(index + 1) == entities[index] == entities.get(index - 1)
    if (
        word == "-"
        and page.words[index + 2] == "-"
        and page.words[min(index + 3, len(page.words) - 1)][0].isupper()
    ):
        return 4  # "Ata-ur-Rehman"
    if word in ("-", "&"):
        return 2 if upper else 0
    if word in PARTICLES and word.islower():
        nested = after in PARTICLES or after == "-"
        return 2 if upper else 3 if nested and page.words[index + 2][0].isupper() else 0
    if word in _POSSESSIVES:
        return 2 if inside and upper and after.casefold() in HOUSE_WORDS | {"investors"} else 0
    if inside and word in ("of", "for", "and", "the", "in", "on"):
        return 2 if upper else 1
    before = page.words[index - 1].casefold()
    return (
        2 if word == "of" and upper and (before in HOUSE_WORDS or before in ("secretary", "minister")) else 0
    )


def _pieces(page: Page, start: int, end: int, entities: Mapping[int, Entity]) -> Iterator[tuple[int, int]]:
    """The run cut where one entity ends and another begins."""
    cut = start
    for index in range(start + 1, end):
        if _border(page, index, entities):
            yield cut, index
            cut = index
    yield cut, end


def _border(page: Page, index: int, entities: Mapping[int, Entity]) -> bool:
    before, after = entities.get(index - 1), entities.get(index)
    if before is None or after is None or before.number == after.number:
        return False
    word = page.words[index - 1]
    if word in _JOINTS or page.words[index] in _JOINTS or word in _QUALIFIERS:
        return False
    # "Texas Rangers" is one name cut in two; "Leicestershire Essex" are two. A whole country or person ends.
    return before.look in (Look.PERSON, Look.PLACE, Look.HOUSE) or after.look is Look.PERSON


def _trim(page: Page, start: int, end: int, entities: Mapping[int, Entity]) -> Iterator[Name]:
    """The piece as a name, without titles in front, qualifiers of people and loose ends; or nothing."""
    words = page.words
    while end > start and (words[end - 1] in _JOINTS | _POSSESSIVES or not words[end - 1][0].isalpha()):
        end -= 1
    pair = _and(page, start, end)
    if pair is not None:
        yield from _trim(page, start, pair, entities)
        yield from _trim(page, pair + 1, end, entities)
        return
    if end - start > 2 and (
        words[start] == words[end - 1] or (page.opens[start] and _is_common(page, start))
    ):
        start += 1  # "Fullback Andre Joubert"
    titled = _after_titles(page, start, end)
    opening = entities.get(start)
    if (
        titled > start
        and opening is not None
        and opening.look is Look.HOUSE
        and opening == entities.get(titled)
    ):
        titled = (
            start if _ends_title(page, start) else titled
        )  # "General Electric", but "Bank President Ann Lee"
    house = _is_house(words[titled:end])
    first = _after_qualifiers(page, titled, end, house=house)
    if words[end - 1] in GROUP_PEOPLES:
        first = end - 1  # "Hill Democrats"
    look = _look(first, end, entities)
    if first >= end or _is_nobody(words[first:end], look):
        return
    if _is_house(words[start : titled - 1]) and end - titled > 1:  # "Security Council President Tono Eitel"
        yield from _trim(page, start, titled - 1, entities)
    titles = [word.casefold().rstrip(".") for word in words[start:first]]
    yield Name(
        start=first,
        end=end,
        key=tuple(word.casefold() for word in words[first:end]),
        look=_told(words[first:end], look, house=house),
        titled=any(title in _TITLES for title in titles),
        female=next(
            (title in FEMALE_HONORIFICS for title in titles if title in FEMALE_HONORIFICS | MALE_HONORIFICS),
            None,
        ),
    )


def _told(words: Sequence[str], look: Look, *, house: bool) -> Look:
    """The look, put right where the words themselves say what they name."""
    last = words[-1].casefold()
    if len(words) == 1:
        if words[0] in PEOPLES or words[0] in GROUP_PEOPLES:
            return Look.PEOPLE
        if last in KNOWN_HOUSES:
            return Look.HOUSE
    if " ".join(words) in COUNTRIES or " ".join(words) in SEATS:
        return Look.PLACE
    if len(words) == 1:
        return look
    if last in THING_WORDS:
        return Look.THING
    if house and look is not Look.THING:
        return Look.HOUSE
    if last in PLACE_NOUNS:
        return Look.PLACE
    given = words[0].casefold() in FEMALE_NAMES | MALE_NAMES
    return Look.PERSON if given and len(words) < 4 and words[1] not in _JOINTS else look


def _look(start: int, end: int, entities: Mapping[int, Entity]) -> Look:
    looks = [entities[index].look for index in range(start, end) if index in entities]
    return max(looks, key=looks.count) if looks else Look.UNKNOWN


def _is_nobody(words: Sequence[str], look: Look) -> bool:
    """A title or a qualifier by itself: "Prime Minister", "Secretary of State", "Russian"."""
    if len(words) == 1 and words[0] in _QUALIFIERS:
        return words[0] not in COUNTRIES
    lows = [word.casefold().rstrip(".") for word in words]
    if len(lows) == 1 and lows[0] in LETTERS:
        return True
    if len(lows) == 1 and look is Look.HOUSE:
        return lows[0] in _TITLES
    return (
        any(low in _TITLES for low in lows)
        and all(low in _TITLES or low in TITLE_PARTS or low in _JOINTS for low in lows)
    ) or (len(lows) == 1 and lows[0] in TITLE_PARTS)


def _is_common(page: Page, index: int) -> bool:
    """Whether the first word of a sentence is a common noun that owes its capital to its place."""
    low = page.words[index].casefold()
    if low in HOUSE_WORDS or low in PARTICLES:
        return False
    return low in page.small or low in ROLE_NOUNS or low in SPORT_WORDS


def _is_house(words: Sequence[str]) -> bool:
    lows = [word.casefold().rstrip(".") for word in words]
    return not HOUSE_WORDS.isdisjoint(lows) or (len(lows) > 1 and lows[-1] in COMPANY_SUFFIXES)


def _and(page: Page, start: int, end: int) -> int | None:
    """Where two full names stand joined in one piece: "Ann Lee and Tom Ray", not "Johnson and Johnson"."""
    joints = [index for index in range(start + 2, end - 2) if page.words[index] == "and"]
    return joints[0] if len(joints) == 1 and not _is_house(page.words[start:end]) else None


def _after_qualifiers(page: Page, start: int, end: int, *, house: bool) -> int:
    """Behind "Russian" and "Democratic", which belong to a house's name and to nobody else's."""
    words = page.words
    while end - start > 1 and words[start] in _QUALIFIERS and not house:
        if end - start == 2 and page.doc[start].ent_type_ == page.doc[start + 1].ent_type_ in (
            "ORG",
            "PERSON",
        ):
            break  # "British Airways", "Christian Dior"
        start += 2 if words[start + 1] == "-" and end - start > 2 else 1
    return start


def _ends_title(page: Page, start: int) -> bool:
    return page.words[start].casefold().rstrip(".") in _TITLES


def _after_titles(page: Page, start: int, end: int) -> int:
    """Behind the last title word that has a name behind it: of "Foreign Minister Ali Alatas", "Ali"."""
    low = [word.casefold().rstrip(".") for word in page.words[start:end]]
    first = 0
    for place in range(len(low) - 1):
        if low[place] in _TITLES:
            of = low[place + 1] == "of" and place + 3 < len(low)  # "Secretary of State John Kerry"
            first = place + 3 if of else place + 1
            if _is_house(page.words[start + first : end]):
                return start  # "Justice Department"
        elif (low[place] in TITLE_PARTS and first == place and low[place + 1] in _TITLES | TITLE_PARTS) or (
            low[place] in TITLE_PARTS and first == place > 0
        ):
            first = place + 1
    return start + first
