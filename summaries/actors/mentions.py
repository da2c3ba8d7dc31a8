"""Names in the text: the pipeline's entities, put right by capitals, titles and line ends.

spaCy's small pipeline misses one name in four of wire copy (tables, lists of players, foreign family names)
and cuts others short; a run of capitalised words that it passed over is a name too.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from summaries.actors.page import Page, Part
from summaries.lexicon.groups import CALENDAR, HOUSE_WORDS
from summaries.lexicon.people import FEMALE_HONORIFICS, HONORIFICS, MALE_HONORIFICS, OFFICES, PARTICLES
from summaries.lexicon.places import ADJECTIVES, COUNTRIES, GROUP_PEOPLES, PEOPLES, REGIONAL


class Look(Enum):
    """What a name looks like where it stands; a figure's kind is a vote of its mentions' looks."""

    PERSON = "person"
    HOUSE = "house"
    PLACE = "place"
    PEOPLE = "people"
    THING = "thing"  # a work, an event, a product
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Name:
    """A name at tokens `[start, end)`, title and possessive left out."""

    start: int
    end: int
    words: tuple[str, ...]
    look: Look
    title: int  # tokens of title and qualifier in front of it
    female: bool | None = None  # as its honorific says

    @property
    def key(self) -> tuple[str, ...]:
        """The words without case: what makes two mentions one form."""
        return tuple(word.casefold() for word in self.words)


_LOOKS = {
    "PERSON": Look.PERSON,
    "ORG": Look.HOUSE,
    "GPE": Look.PLACE,
    "LOC": Look.PLACE,
    "FAC": Look.PLACE,
    "NORP": Look.PEOPLE,
    "EVENT": Look.THING,
    "PRODUCT": Look.THING,
    "WORK_OF_ART": Look.THING,
    "LAW": Look.THING,
    "LANGUAGE": Look.PEOPLE,
}
_QUALIFIERS = frozenset(ADJECTIVES) | REGIONAL
_TITLES = HONORIFICS | OFFICES
# "Foreign Minister", "Prime Minister", "Secretary of State": words that only stand in front of a title or behind it.
_TITLE_PARTS = frozenset(
    [
        "foreign",
        "prime",
        "interior",
        "defence",
        "defense",
        "finance",
        "trade",
        "justice",
        "deputy",
        "vice",
        "assistant",
        "first",
        "lady",
        "attorney",
        "chief",
        "executive",
        "former",
        "acting",
        "state",
        "majority",
        "minority",
        "whip",
        "staff",
        "press",
        "crown",
        "police",
        "house",
        "senate",
        "national",
        "party",
        "managing",
        "senior",
        "co-chairman",
        "spokesman",
        "spokeswoman",
        "speaker",
        "leader",
        "captain",
        "coach",
        "manager",
        "rebel",
        "striker",
        "defender",
        "goalkeeper",
        "economist",
        "analyst",
        "lawmaker",
        "candidate",
        "supreme",
        "economy",
        "environment",
        "health",
        "education",
        "energy",
        "agriculture",
        "transport",
        "labour",
        "labor",
    ]
)
_SMALL_TITLES = frozenset(["of", "for", "and", "the"])


def find_names(page: Page) -> list[Name]:
    """Every name of the body in text order, none over another."""
    taken: list[Name] = []
    free = 0
    entities = {}
    for entity in page.doc.ents:
        look = _LOOKS.get(entity.label_)
        if look is not None:
            for index in range(entity.start, entity.end):
                entities[index] = look
    for start, end in _runs(page, entities):
        for name in _split(page, start, end, entities):
            if name.start >= free:
                taken.append(name)
                free = name.end
    return taken


def _runs(page: Page, entities: dict[int, Look]) -> Iterator[tuple[int, int]]:
    """Stretches of name words, joined over particles, hyphens and "of" within one entity."""
    words, count = page.words, len(page.words)
    index = 0
    while index < count:
        if page.part[index] is not Part.BODY or not _names(page, index, entities):
            index += 1
            continue
        end = index + 1
        while end < count:
            step = _step(page, end, entities)
            if step == 0:
                break
            end += step
        if index > 1 and words[index - 1] == "-" and words[index - 2] in ("al", "el", "ad", "as", "ash"):
            index -= 2
        yield index, end
        index = end


def _names(page: Page, index: int, entities: dict[int, Look]) -> bool:
    """Whether the word may be part of a name."""
    word = page.words[index]
    if not word[0].isupper() or not any(map(str.isalpha, word)):
        return False
    low = word.casefold().rstrip(".")
    if low in CALENDAR and not (low in ("may", "march") and entities.get(index) is Look.PERSON):
        return False
    if page.capitals[index]:
        return len(low) > 2 and low not in _TABLE_WORDS and not page.doc[index].is_stop
    token = page.doc[index]
    if token.is_stop and low not in ("us", "such", "will", "may", "beyond", "go"):
        return False
    if page.opens[index]:
        follows = index + 1 < len(page.words) and page.words[index + 1][0].isupper()
        if token.tag_ in ("NNP", "NNPS"):
            return index in entities or low not in page.small or follows
        return low in ("u.s", "u.n") or (
            index in entities and low not in page.small and token.tag_ not in ("NNS", "NN")
        )
    if low in ("us", "such", "will", "may", "beyond", "go", "i"):
        return index in entities or token.tag_ in ("NNP", "NNPS")
    return True


_TABLE_WORDS = frozenset(
    [
        "pct",
        "schedule",
        "standings",
        "results",
        "division",
        "final",
        "round",
        "group",
        "east",
        "west",
        "north",
        "south",
        "central",
        "eastern",
        "western",
        "northern",
        "southern",
        "innings",
        "total",
        "extras",
        "bowling",
        "batting",
        "played",
        "won",
        "lost",
        "drawn",
        "points",
        "matches",
        "scores",
        "table",
        "tabulate",
        "leading",
        "second",
        "first",
        "third",
        "home",
        "away",
        "attendance",
        "halftime",
        "summary",
        "close",
        "stocks",
        "gold",
        "metals",
        "oil",
        "world",
        "markets",
        "note",
        "sources",
    ]
)


def _step(page: Page, index: int, entities: dict[int, Look]) -> int:
    """How many tokens from `index` on continue the run before them; 0: it ends."""
    words = page.words
    word = words[index]
    if word[0].isupper() and not page.opens[index] and _names(page, index, entities):
        return 1
    after = words[index + 1] if index + 1 < len(words) else ""
    if not after or page.part[index] is not Part.BODY:
        return 0
    same = entities.get(index) is not None and entities.get(index) is entities.get(index + 1)
    upper = after[0].isupper() and _names(page, index + 1, entities)
    if word in ("-", "&", "'", "’") and upper:
        return 2
    if word in ("of", "for", "and", "the", "in", "on", "de", "'s", "’s") and same:
        return 2 if upper else 1
    if word.islower() and word in PARTICLES:
        if upper:
            return 2
        if index + 2 < len(words) and words[index + 2][0].isupper() and (after in PARTICLES or after == "-"):
            return 3
    if word in ("of", "for") and words[index - 1].casefold() in HOUSE_WORDS and upper:
        return 2
    return 0


def _split(page: Page, start: int, end: int, entities: dict[int, Look]) -> Iterator[Name]:
    """The names of a run: cut where one entity ends and another begins, titles cut off."""
    cut = start
    for index in range(start + 1, end + 1):
        if index < end and not _border(page, cut, index, entities):
            continue
        name = _trim(page, cut, index, entities)
        if name is not None:
            yield name
        cut = index


def _border(page: Page, cut: int, index: int, entities: dict[int, Look]) -> bool:
    before, after = entities.get(index - 1), entities.get(index)
    word = page.words[index - 1]
    if before is after or (before is None and after is None):
        return False
    if word in ("-", "&", "of", "for", "and", "the") or page.words[index] in ("-", "&", "of", "for", "and"):
        return False
    if before is Look.PEOPLE or word in _QUALIFIERS:
        return False  # "Syrian Observatory": whether it qualifies is told when the name is trimmed
    if before is None or after is None:
        return before is Look.PLACE and index - cut > 1
    return True


def _trim(page: Page, start: int, end: int, entities: dict[int, Look]) -> Name | None:
    """The run without titles in front, qualifiers of people and loose ends."""
    first = start
    words = page.words
    female: bool | None = None
    while end > first and (
        words[end - 1] in ("-", "&", "of", "for", "and", "the", "'s", "’s") or not words[end - 1][0].isalpha()
    ):
        end -= 1
    house = any(words[index].casefold() in HOUSE_WORDS for index in range(first, end))
    last_title = _last_title(page, first, end)
    if last_title >= 0 and not (house and entities.get(end - 1) is Look.HOUSE and last_title < end - 1):
        for index in range(first, last_title + 1):
            low = words[index].casefold().rstrip(".")
            female = True if low in FEMALE_HONORIFICS else False if low in MALE_HONORIFICS else female
        first = last_title + 1
    looks = [entities[index] for index in range(first, end) if index in entities]
    look = max(looks, key=looks.count) if looks else Look.UNKNOWN
    while end - first > 1 and words[first] in _QUALIFIERS and not house:
        if look in (Look.HOUSE, Look.THING) and entities.get(first) is look:
            break
        first += 1
        if words[first] == "-" and end - first > 1:
            first += 1
    looks = [entities[index] for index in range(first, end) if index in entities]
    look = max(looks, key=looks.count) if looks else Look.UNKNOWN
    if first >= end:
        return None
    text = tuple(word for word in words[first:end])
    if len(text) == 1 and (
        (text[0] in _QUALIFIERS and text[0] not in COUNTRIES)
        or text[0].casefold().rstrip(".") in _TITLES | _TITLE_PARTS
    ):
        return None
    if len(text) == 1 and (text[0] in PEOPLES or text[0] in GROUP_PEOPLES):
        look = Look.PEOPLE
    if " ".join(text) in COUNTRIES:
        look = Look.PLACE
    elif house and look in (Look.UNKNOWN, Look.PERSON, Look.PLACE) and len(text) > 1:
        look = Look.HOUSE
    return Name(start=first, end=end, words=text, look=look, title=first - start, female=female)


def _last_title(page: Page, start: int, end: int) -> int:
    """Index of the last title word that has a name behind it, -1 where none."""
    found = -1
    for index in range(start, end - 1):
        low = page.words[index].casefold().rstrip(".")
        if low in _TITLES:
            found = index
            if page.words[index + 1] == "of":  # "Secretary of State John Kerry"
                found = min(index + 2, end - 1)
        elif low in _TITLE_PARTS and (found == index - 1 or index == start):
            if index + 1 < end and page.words[index + 1].casefold().rstrip(".") in _TITLES:
                found = index + 1
            elif found == index - 1 and found >= 0:
                found = index
    return found if found < end - 1 else -1
