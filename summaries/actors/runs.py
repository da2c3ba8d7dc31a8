"""Stretches of capitalised words that may be names: the pipeline's entities, and what it passed over."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from summaries.actors.joints import MARKS, has_second_capital, particles_before, step_over
from summaries.actors.looks import JOINTS, Look, NamedEntity, is_told_of_person
from summaries.actors.page import Line, MarkedText, Part
from summaries.lexicon.around import DOUBTFUL, TABLE_WORDS
from summaries.lexicon.beside import NAME_OPENERS, PAPER_WORDS, SAYING
from summaries.lexicon.given import GIVEN
from summaries.lexicon.groups import (
    CALENDAR,
    GIVEN_MONTHS,
    GROUP_NOUNS,
    HOUSE_WORDS,
    KNOWN_HOUSES,
    THING_OPENERS,
)
from summaries.lexicon.people import BARE_PARTICLES, ELDER, GIVEN_STOPS, YOUNGER
from summaries.lexicon.places import ADJECTIVES, GROUP_PEOPLES, REGIONAL
from summaries.lexicon.sexes import is_given_name
from summaries.lexicon.teams import NICKNAMES

_INNER_SIGNS = re.compile(r"[.'’&]")  # "J.B.", "O’Shea", "AT&T"
QUALIFIERS = frozenset(ADJECTIVES) | REGIONAL
_KNOWN: Final = GIVEN | KNOWN_HOUSES


def find_runs(page: MarkedText, entities: Mapping[int, NamedEntity]) -> Iterator[tuple[int, int]]:
    """Stretches of name words, joined over particles and hyphens, and over "of" within one entity."""
    words, count = page.words, len(page.words)
    index = 0
    while index < count:
        capital = words[index][0].isupper() or has_second_capital(words[index])
        if not capital or not _may_name(page, index, entities):
            index += 1
            continue
        end = index + 1
        while end < count and (step := _step(page, end, entities)):
            end += step
        yield particles_before(page, index), end
        index = end


def _may_name(page: MarkedText, index: int, entities: Mapping[int, NamedEntity]) -> bool:
    """Whether the capitalised word may be part of a name."""
    low = page.words[index].casefold().rstrip(".")
    if page.part[index] is not Part.BODY or index in page.shouts or not _INNER_SIGNS.sub("", low).isalpha():
        return False
    person = index in entities and entities[index].look is Look.PERSON
    if low in CALENDAR and not (person or _is_given_month(page, index)):
        following = page.words[index + 1].casefold() if index + 1 < len(page.words) else ""
        return following in PAPER_WORDS and page.words[index + 1][0].isupper()  # "The Sunday Telegraph"
    if page.opens[index] and low in GROUP_NOUNS and page.words[index] not in GROUP_PEOPLES:
        return False
    token = page.doc[index]
    if page.is_capitals(index):
        return (
            page.line[index] is Line.TABLE and len(low) > 2 and low not in TABLE_WORDS and not token.is_stop
        )
    proper = token.tag_ in ("NNP", "NNPS")
    if token.is_stop and (low, page.words[min(index + 1, len(page.words) - 1)].casefold()) in NICKNAMES:
        return True  # "All Blacks"
    if (
        page.words[index] == "WHO"
        or _is_given_stop(page, index)
        or _opens_thing(page, index)
        or _opens_house(page, index, entities)
    ):
        return True
    if low in DOUBTFUL or (token.is_stop and not (proper and low in HOUSE_WORDS)):
        return not page.opens[index] and (
            page.words[index] in page.surnames or (low in DOUBTFUL and (index in entities or proper))
        )
    if not page.opens[index] or (page.line[index] is Line.ROW and low not in page.small):
        return True
    return _may_open(page, index, entities, low)


def _is_given_month(page: MarkedText, index: int) -> bool:
    """ "said June Orr", "nurse Jan Lee": months that people are called by, where somebody is spoken of."""
    words = page.words
    named = words[index].casefold() in GIVEN_MONTHS and words[index + 1 : index + 2] != ()
    return named and words[index + 1].istitle() and is_told_of_person(words, index, index + 2)


def _is_given_stop(page: MarkedText, index: int) -> bool:
    """ "Mayor Per Lund", "the singer, Per Lund,": inside a sentence, before a word with a capital."""
    following = page.words[index + 1 : index + 2]
    low = page.words[index].casefold()
    named = low in GIVEN_STOPS and following != () and following[0].istitle()
    return named and (not page.opens[index] or is_told_of_person(page.words, index, index + 2))


def _opens_thing(page: MarkedText, index: int) -> bool:
    """ "Operation" of "Operation Elm", though it opens the sentence."""
    following = page.words[index + 1 : index + 2]
    return page.words[index].casefold() in THING_OPENERS and following != () and following[0].istitle()


def _opens_house(page: MarkedText, index: int, entities: Mapping[int, NamedEntity]) -> bool:
    """ "Whole" of "Whole Foods", "Four" of "Four Paths Police": common words with a capital of their own."""
    following = page.words[index + 1 : index + 2]
    if page.words[index].casefold() not in NAME_OPENERS or not following or not following[0][0].isupper():
        return False
    own = not page.opens[index] or entities.get(index, None) == entities.get(index + 1, 0)
    return own and page.words[index].istitle() and not page.doc[index + 1].is_stop


def _may_open(page: MarkedText, index: int, entities: Mapping[int, NamedEntity], low: str) -> bool:
    """Whether the first word of a sentence, which has its capital anyway, may be part of a name."""
    if page.words[index] in page.surnames:
        return True
    proper = page.doc[index].tag_ in ("NNP", "NNPS")
    if page.words[index].isupper() and len(low) > 2 and page.word(index + 1) in SAYING:
        return True  # "RSPB said"
    after = page.words[index + 1] if index + 1 < len(page.words) else "."
    follows = after[0].isupper() or after in BARE_PARTICLES
    if follows and low in GIVEN and low not in page.small:
        return True
    if low in page.small and not follows and low not in _KNOWN and page.words[index].istitle():
        return False  # "Cannabis" of "Cannabis firms", in a text that speaks of cannabis
    return (proper and (index in entities or follows or low not in page.small)) or (
        index in entities
        and low not in page.small
        and (page.doc[index].tag_ not in ("NNS", "NN") or page.words[index].isupper() or is_given_name(low))
    )


def _step(page: MarkedText, index: int, entities: Mapping[int, NamedEntity]) -> int:
    """How many tokens from `index` on continue the run before them; 0: it ends."""
    if page.words[index][0].isupper() and page.words[index] != "AND":
        return int(not page.opens[index] and _may_name(page, index, entities))
    if _is_generation(page, index):
        return 1
    upper = (
        index + 1 < len(page.words)
        and page.words[index + 1][0].isupper()
        and _may_name(page, index + 1, entities)
    )
    return step_over(page, index, entities, upper=upper)


def _is_generation(page: MarkedText, index: int) -> bool:
    """ "senior" of "Paco Ray senior"; none of "Paco Ray senior adviser"."""
    if page.words[index] not in ELDER | YOUNGER or not page.words[index - 1][0].isupper():
        return False
    return index + 1 == len(page.words) or page.doc[index + 1].pos_ not in ("NOUN", "PROPN", "ADJ", "NUM")


def pieces_of(
    page: MarkedText, start: int, end: int, entities: Mapping[int, NamedEntity]
) -> Iterator[tuple[int, int]]:
    """The run cut where one entity ends and another begins."""
    cut = start
    for index in range(start + 1, end):
        if _border(page, index, entities):
            yield cut, index
            cut = index
    yield cut, end


def _border(page: MarkedText, index: int, entities: Mapping[int, NamedEntity]) -> bool:
    before, after = entities.get(index - 1), entities.get(index)
    if before is None or after is None or before.number == after.number:
        return False
    if before.look is Look.PLACE and (page.words[index].casefold(),) in NICKNAMES:
        return False  # "Florida Marlins"
    word = page.words[index - 1]
    if word in MARKS or page.words[index] in MARKS:
        return False  # "Edwin “Eddie” Calloway"
    if word in BARE_PARTICLES:
        return False  # "Edwin “Eddie” van der | Calloway"
    if word in JOINTS or word == "," or page.words[index] in JOINTS or word in QUALIFIERS:
        return False
    # "Texas Rangers" is one name cut in two; "Leicestershire Essex" are two. A whole country or person ends.
    return before.look in (Look.PERSON, Look.PLACE, Look.HOUSE) or after.look is Look.PERSON
