"""Short forms: what somebody whose full name is known may be called, and how surely it means them."""

from collections.abc import Collection, Iterator
from typing import Final

from summaries.actors.looks import Look
from summaries.lexicon.around import ARMS, CIVIC
from summaries.lexicon.groups import (
    COMPANY_SUFFIXES,
    GENERIC_HOUSE_WORDS,
    HOUSE_WORDS,
    KNOWN_HOUSES,
    MAKERS,
    MAKERS_WORDS,
    THING_OPENERS,
)
from summaries.lexicon.people import ELDER, PARTICLES, SONS, SUFFIXES, YOUNGER
from summaries.lexicon.places import ADJECTIVES, COUNTRIES, PEOPLES, REGIONAL
from summaries.lexicon.teams import NICKNAMES

Key = tuple[str, ...]
OWN, STRONG, WEAK, FAINT = 4, 3, 2, 1

_LONGEST = 12  # words; more are a list or a heading, and nobody shortens them

_QUALIFIERS = frozenset(word.casefold() for word in (*ADJECTIVES, *REGIONAL, *COUNTRIES, *PEOPLES))
_SMALL = frozenset(("the", "of", "for", "and", "&", "-", "'s", "’s", "in", "on", "de"))
_OF_AGE: Final = ELDER | YOUNGER
_MAKERS: Final = MAKERS_WORDS - ARMS


def calls_of(form: Key, look: Look, *, places: Collection[Key], sports: bool) -> Iterator[tuple[Key, int]]:
    """Each shorter form with its strength; `places` are the forms that the article uses of places.

    A form of more than twelve words has none: the shorter forms of n words hold n² of them.
    """
    if len(form) > _LONGEST:
        return
    if look is Look.PERSON:
        yield from _of_person(form)
    elif sports and look is not Look.THING and _is_team(form, places):
        yield from _of_team(form)
    elif look is Look.THING:
        yield from _of_ware(form)
    elif look is not Look.PLACE:
        yield from _of_house(form, places)


def generation(form: Key) -> str | None:
    """ "elder" of "Tom Ray Sr.", "younger" of "Tom Ray Jnr", None of "Tom Ray"."""
    last = form[-1].rstrip(".")
    if is_sons(form):
        return "younger"
    if len(form) < 2 or last not in _OF_AGE:
        return None
    return "elder" if last in ELDER else "younger"


def is_sons(form: Key) -> bool:
    """ "Tom Ray Filho": the son of a Tom Ray."""
    return len(form) > 2 and form[-1] in SONS


def with_suffix(form: Key, suffixes: Collection[str]) -> Iterator[tuple[Key, int]]:
    """What a father or a son is called beside the other: "Tom Jnr", "Ray Sr."."""
    for call, _ in ((form, OWN), *_of_person(form)):
        for suffix in sorted(suffixes):
            yield (*call, suffix), STRONG
            yield (*call, f"{suffix}."), STRONG


def without_suffix(form: Key) -> Key:
    """The name without "Jr.", "III" or "MP"."""
    return tuple(word for word in form if word.rstrip(".") not in SUFFIXES) or form


def initials(form: Key) -> str:
    """ "nbs" of "Northern Bank of Selwick": the small words have none."""
    return "".join(word[0] for word in form if word not in _SMALL)


def _of_person(form: Key) -> Iterator[tuple[Key, int]]:
    words = without_suffix(form)
    for start in range(1, len(words)):
        yield words[start:], STRONG
    for end in range(1, len(words) - is_sons(words)):
        yield words[:end], WEAK
    if len(words) < len(form):
        yield form[len(words) - 1 :], STRONG  # "Ray Jr." of "Tom Ray Jr."
    if len(words) > 2:
        yield (words[0], words[-1]), STRONG
        yield (*words[:-2], words[-1]), STRONG  # "Te Rangi Ray" of "Te Rangi Tom Ray"
        if words[-2].isalpha() and words[-2] not in PARTICLES:
            yield words[-2:-1], WEAK  # "Núñez" of "José Ángel Núñez Peña"


def _is_team(form: Key, places: Collection[Key]) -> bool:
    """ "Texas Rangers": a place, then what its team is called."""
    if not 2 <= len(form) <= 4 or set(form) & (HOUSE_WORDS - {"united", "team", "union"}):
        return False
    cuts = range(1, len(form))
    if any(form[cut:] in NICKNAMES for cut in cuts):
        return True
    return any(form[:cut] in places for cut in cuts) and form[-1:] not in places


def _of_team(form: Key) -> Iterator[tuple[Key, int]]:
    for cut in range(1, len(form)):
        yield form[:cut], WEAK
        yield form[cut:], STRONG


def _of_house(form: Key, places: Collection[Key]) -> Iterator[tuple[Key, int]]:
    core = form
    while len(core) > 1 and core[-1].rstrip(".") in COMPANY_SUFFIXES:
        core = core[:-1]
        yield core, STRONG
    letters = initials(form)
    if len(letters) > 2:
        yield (letters,), STRONG
    yield (".".join(letters) + ".",), STRONG
    for word in {form[0], form[-1]} & HOUSE_WORDS:
        yield (word,), FAINT  # "the Bank" of the one bank there is
    for cut in range(1, len(form)):
        front, back = form[:cut], form[cut:]
        if front[0] in KNOWN_HOUSES and cut == 1 and not _is_whole_of(back):
            continue  # "Disney Channel" is not Disney
        if (_can_stand(front) or back == ("department",)) and front not in places and form[-1] not in CIVIC:
            yield front, WEAK
        if _can_stand(back) and (len(back) > 1 or len(form) == 2):
            yield back, WEAK
        elif all(word in _QUALIFIERS for word in front) and len(back) > 1:
            yield back, WEAK  # "U.S. Treasury Department", "Treasury Department"


def _is_whole_of(back: Key) -> bool:
    """Whether what follows a known name adds nothing: "BBC News", "Harbour Group Holdings"."""
    return all(
        word.rstrip(".") in COMPANY_SUFFIXES or word in GENERIC_HOUSE_WORDS or word in _MAKERS
        for word in back
    )


def _of_ware(form: Key) -> Iterator[tuple[Key, int]]:
    """ "Vision Pro" of "Apple Vision Pro", "Ciara" of "Storm Ciara"; "Apple" is its maker."""
    if form[0] in MAKERS or form[0] in THING_OPENERS:
        for cut in range(1, len(form)):
            yield form[cut:], STRONG


def _can_stand(part: Key) -> bool:
    if part[0] in _SMALL or part[-1] in _SMALL or " ".join(part) in _QUALIFIERS:
        return False
    return not all(word in GENERIC_HOUSE_WORDS or word in _QUALIFIERS or word in _SMALL for word in part)
