"""What a name looks like: the pipeline's labels, put right where the words themselves say what they name."""

import re
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Final, NamedTuple

from summaries.actors.page import MarkedText
from summaries.lexicon import words as listed
from summaries.lexicon.beside import SAYING
from summaries.lexicon.bodies import (
    BODIES_OF,
    CLUB_ENDS,
    CLUB_INITIALS,
    CLUB_OPENINGS,
    STATION_OPENINGS,
    TRADING_ENDS,
)
from summaries.lexicon.given import GIVEN
from summaries.lexicon.groups import (
    CAR_MAKES,
    COMPANY_SUFFIXES,
    HOUSE_WORDS,
    INCORPORATED,
    KNOWN_HOUSES,
    MAKERS,
    MAKERS_WORDS,
    NOBODYS,
    PLATFORMS,
    ROLE_NOUNS,
    STREET_WORDS,
    THING_OPENERS,
    THING_WORDS,
    THINGS_ALONE,
    WHOLE_NAMES,
)
from summaries.lexicon.people import FEMALE_NAMES, KNOWN_PEOPLE, OFFICES, SUFFIXES
from summaries.lexicon.places import (
    ADJECTIVES,
    CAPITALS,
    COUNTRIES,
    GROUP_PEOPLES,
    NAMED_PLACES,
    NATIONS,
    PEOPLES,
    PLACE_NOUNS,
    PLACE_OPENERS,
    SEATS,
    SITE_WORDS,
)
from summaries.lexicon.sexes import is_womans_name

_HOUSES_BY_NAME: Final = KNOWN_HOUSES | PLATFORMS
_OF_HOUSES: Final = HOUSE_WORDS | COMPANY_SUFFIXES | MAKERS_WORDS
_OF_MAKERS: Final = COMPANY_SUFFIXES | MAKERS_WORDS


class Look(Enum):
    """What a name looks like where it stands; a figure's kind is a vote of its names' looks."""

    PERSON = "person"
    HOUSE = "house"
    PLACE = "place"
    PEOPLE = "people"
    THING = "thing"  # a work, an event, a product
    UNKNOWN = "unknown"


class NamedEntity(NamedTuple):
    """The pipeline's entity that a token belongs to."""

    number: int  # which of the pipeline's entities
    look: Look


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
_PERSONS_PARTICLES = listed("van von der da das dos e y ap ferch bin bint ibn ould della")
_OF_FAMILY: Final = re.compile(r"[OD]['’][A-ZÀ-Þ][a-zß-ÿ]+")
_JOBS = ROLE_NOUNS | OFFICES
_LONGEST_LETTERS = 4  # "USSR"
JOINTS = listed("- & of for and the")


def entities_of(page: MarkedText) -> dict[int, NamedEntity]:
    """Token index → its entity, for entities that may name somebody."""
    return {
        index: NamedEntity(number, _LOOKS[entity.label_])
        for number, entity in enumerate(page.doc.ents)
        if entity.label_ in _LOOKS
        for index in range(entity.start, entity.end)
    }


def look_of(start: int, end: int, entities: Mapping[int, NamedEntity]) -> Look:
    """The look of most tokens of `[start, end)`."""
    looks = [entities[index].look for index in range(start, end) if index in entities]
    return max(looks, key=looks.count) if looks else Look.UNKNOWN


def told(words: Sequence[str], look: Look, *, house: bool) -> Look:
    """The look, put right where the words say otherwise: "Harbour Steel Corp." is a house."""
    whole = " ".join(words)
    if whole.isupper() and len(whole) > _LONGEST_LETTERS:
        whole = whole.title()
    if whole in PEOPLES or whole in GROUP_PEOPLES:
        return Look.PEOPLE
    if whole.casefold() in _HOUSES_BY_NAME or tuple(whole.casefold().split()) in WHOLE_NAMES:
        return Look.HOUSE
    if len(words) > 1 and words[-1].casefold().rstrip(".") in INCORPORATED:
        return Look.HOUSE
    if whole in COUNTRIES or whole in SEATS or (whole in CAPITALS and whole.casefold() not in FEMALE_NAMES):
        return Look.PLACE
    return (
        _told_of_one(whole.casefold(), look)
        if len(words) == 1
        else _told_of_several(words, look, house=house)
    )


def _told_of_one(word: str, look: Look) -> Look:
    if word in NOBODYS or (word in THINGS_ALONE and look in (Look.HOUSE, Look.UNKNOWN)):
        return Look.THING
    if word.removesuffix("s") in KNOWN_PEOPLE and look in (Look.HOUSE, Look.UNKNOWN, Look.THING):
        return Look.PERSON
    if look in (Look.HOUSE, Look.UNKNOWN) and word in PLACE_NOUNS:
        return Look.PLACE  # "the Territory"
    return look


def _told_of_several(words: Sequence[str], look: Look, *, house: bool) -> Look:
    first, last = words[0].casefold(), words[-1].casefold()
    named = first in GIVEN and look is Look.PERSON  # "Doris Day"
    thing = (_head_word(words) in THING_WORDS and not named) or (first in THING_OPENERS and not house)
    lettered = len(last) == 1 and is_womans_name(first) is None  # "Measure B", but "Malcolm X"
    if thing or lettered or _is_model(first, last, house=house) or _is_ware(words):
        return Look.THING  # "Player of the Match", "Toyota Corolla"
    if _is_site(words, house=house):
        return Look.PLACE
    if (house and look is not Look.THING) or last in TRADING_ENDS:
        return Look.HOUSE
    if _is_club_or_station(words, look) and look is not Look.THING:
        return Look.HOUSE
    if (
        words[0] in ADJECTIVES
        and first not in GIVEN
        and is_womans_name(first) is None
        and look is Look.PERSON
    ):
        return Look.HOUSE  # "American Crossroads"
    hyphened = words[-2] == "-"  # "Ann Orme-Bridge"
    if (last in PLACE_NOUNS or (last in STREET_WORDS and first not in GIVEN)) and not hyphened:
        return Look.PLACE
    doubled = words[1] == "-" and len(words) == 4  # "Karl-Anthony Orme"
    doubled = doubled or (hyphened and len(words) == 4)  # "Phoebe Orme-Bridge"
    if first in GIVEN and ((len(words) < 4 and words[1] not in JOINTS) or doubled):
        return Look.PERSON
    persons = last.isalpha() and is_womans_name(first) is not None
    if look is Look.HOUSE and len(words) == 2 and (persons or _OF_FAMILY.fullmatch(words[1]) is not None):
        return Look.PERSON  # "Des O'Malley"
    doubtful = look in (Look.PERSON, Look.UNKNOWN)
    if doubtful and (first in KNOWN_HOUSES or _ends_in_letters(words) or _is_of_nation(words)):
        return Look.HOUSE  # "Amazon Prime Video", "Oculus VR", "Highways England"
    return Look.PERSON if look in (Look.HOUSE, Look.UNKNOWN) and _is_built_of_parts(words) else look


def _is_club_or_station(words: Sequence[str], look: Look) -> bool:
    """ "Selwick United", "FC Selby", "Radio Selby"; no "AC Orme" who looks like a person."""
    first = words[0].casefold()
    opens = CLUB_OPENINGS if look is not Look.PERSON else CLUB_OPENINGS - CLUB_INITIALS
    opened = (first in opens and words[0].isupper()) or first in STATION_OPENINGS
    fund = look is Look.HOUSE and words[-1] == "Capital"  # "Selwick Capital"
    return opened or fund or (words[-1].casefold() in CLUB_ENDS and first not in GIVEN)


def _head_word(words: Sequence[str]) -> str:
    """ "player" of "Player of the Match", "cup" of "World Cup"."""
    lows = [word.casefold() for word in words]
    return lows[lows.index("of") - 1] if "of" in lows[1:] else lows[-1]


def _is_site(words: Sequence[str], *, house: bool) -> bool:
    """ "Selwick Police Station", "Lake Elm"; but "Albert Hall" may be somebody."""
    first, last = words[0].casefold(), words[-1].casefold()
    if " ".join(words).casefold() in NAMED_PLACES:
        return True
    if last in SITE_WORDS and "of" not in words and first not in GIVEN:
        return True
    return first in PLACE_OPENERS and len(words) == 2 and not house


def _is_ware(words: Sequence[str]) -> bool:
    """ "Apple Vision Pro", "Microsoft Word": what a maker of things makes, and no part of its house."""
    lows = [word.casefold() for word in words]
    return lows[0] in MAKERS and not any(low in _OF_HOUSES for low in lows[1:])


def _is_built_of_parts(words: Sequence[str]) -> bool:
    """ "Roca y Peral", "Owain ap Rhydderch", "Seo Min-jun", "Faro de Elm": no house is called so."""
    frenchs = words[0].casefold() not in BODIES_OF and len(words) == 3 and words[1] in ("de", "du")
    return frenchs or any(
        (word in _PERSONS_PARTICLES or words[index - 1] == "-") and word.islower()
        for index, word in enumerate(words)
        if index > 0
    )


def _is_model(first: str, last: str, *, house: bool) -> bool:
    return first in CAR_MAKES and not house and last not in _OF_MAKERS


def _is_of_nation(words: Sequence[str]) -> bool:
    """ "Highways England": no family is called like a country, but for a few."""
    return words[-1] in COUNTRIES.keys() | NATIONS and is_womans_name(words[0].casefold()) is None


def _ends_in_letters(words: Sequence[str]) -> bool:
    """ "Orbital ATK": capitals that are neither "III" nor "MP", behind a word written as names are."""
    last = words[-1]
    shouted = last.isupper() and last.isalpha() and 1 < len(last) <= _LONGEST_LETTERS
    return shouted and last.casefold() not in SUFFIXES and not words[0].isupper()


def is_told_of_person(words: Sequence[str], start: int, end: int) -> bool:
    """Whether a job stands before the words, or a word of speech beside: "nurse Jun Park"."""
    before, behind = words[start - 1] if start else "", words[end] if end < len(words) else ""
    said = before in SAYING and not behind[:1].isalpha()  # but "said Dover Lake was icy"
    return before.casefold() in _JOBS or behind in SAYING or said


def is_house(words: Sequence[str]) -> bool:
    """Whether one of the words is only found in names of houses."""
    lows = [word.casefold().rstrip(".") for word in words]
    return not HOUSE_WORDS.isdisjoint(lows) or (len(lows) > 1 and lows[-1] in COMPANY_SUFFIXES)
