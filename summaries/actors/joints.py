"""What holds the words of one name together: hyphens, particles, "of" and "&", a nickname in marks."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from summaries.actors.looks import Look, NamedEntity
from summaries.actors.page import MarkedText
from summaries.lexicon import words as listed
from summaries.lexicon.around import LONE_ENDS
from summaries.lexicon.bodies import STATES_WITH_CAMPUSES
from summaries.lexicon.groups import ANY_HOUSES, HOUSE_ENDS, HOUSE_WORDS, KNOWN_HOUSES, STREET_WORDS
from summaries.lexicon.people import BARE_PARTICLES, PARTICLES
from summaries.lexicon.places import COUNTRIES
from summaries.lexicon.syllables import ENGLISH_SYLLABLES

POSSESSIVES = listed("'s ’s ' ’")
MARKS = frozenset(("“", "”", '"', "``", "''", "‘", "’", "'"))
_INNER = listed("of for and the in on")
# "Moody's Investors Service", "St Anne's Road", but not "Magna's American plants"
_AFTER_POSSESSIVE = HOUSE_WORDS | STREET_WORDS | {"investors"}
# Those whose office is a house by itself: "the Medical Examiner’s Office".
_HOLDERS = frozenset(
    ("Sheriff", "Attorney", "General", "Coroner", "Examiner", "Mayor", "Governor", "Marshal")
)
_BEFORE_OF = HOUSE_WORDS | {"secretary", "minister"}  # "Bank of Leeds", "Secretary of State"
_FOR = listed("on for of")
_LONGEST_PART = 4  # words
_LONGEST_NICKNAME = 4  # words
# "Mac an tSaoir", "Ní hUallacháin", "d’Anjou": the family's first letter is the second one written.
_SECOND_CAPITAL = re.compile(r"(?:[tnhdgmb]|bh)[-'’]?[A-ZÀ-Ý][a-zß-ÿ]\w*")
# "Chan-il", "Ing-wen": a syllable of a Korean or a Chinese given name.
_SYLLABLE = re.compile(
    r"(?:[bcdfghjklmnpqrstwxyz]|ch|sh|zh|hs|ts|tz|[bghjkmnpr]y|kw|hw|gw|ss|jj|kk)?w?"
    r"(?:[aeiouü]{1,3}|y[aeiou]{1,2})(?:ng|n|k|l|p|m|t|r|h|ih)?"
)
_HOUSES_ALONE: Final = HOUSE_ENDS | HOUSE_WORDS - {"systems", "services", "industries"}


def has_second_capital(word: str) -> bool:
    """Whether the word is a family name that opens with a small letter: "tSaoir", "hAodha", "d’Anjou"."""
    return not word.islower() and _SECOND_CAPITAL.fullmatch(word) is not None


def step_over(page: MarkedText, index: int, entities: Mapping[int, NamedEntity], *, upper: bool) -> int:
    """How many tokens a run goes on by at the joint `index`; `upper`: a name word follows it. 0: it ends."""
    words = page.words
    word = words[index]
    if index + 2 >= len(words):
        return 0
    after = words[index + 1]
    if word == "-":
        return _over_hyphen(page, index, entities, upper=upper)
    if word == "and" and f"{words[index - 1]} and {after}" in COUNTRIES:
        return 2  # "Antigua and Barbuda"
    if word == "&":
        return 2 if upper else 0
    if word == ",":
        return 2 if upper and _is_before_campus(page, index, entities) else 0
    if word in MARKS and (over := _over_nickname(page, index)):
        return over
    if word in PARTICLES or word == "an" or has_second_capital(word):
        return _over_particle(page, index, upper=upper)
    if word in POSSESSIVES and (after.casefold() in STREET_WORDS or _is_office(words[index - 1], after)):
        return 2 if upper else 0
    return _over_small_word(page, index, entities, upper=upper)


def _is_office(holder: str, after: str) -> bool:
    """ "Elm County Sheriff’s Office"."""
    return holder in _HOLDERS and after in ("Office", "Department")


def _is_before_campus(page: MarkedText, comma: int, entities: Mapping[int, NamedEntity]) -> bool:
    """ "University of California, San Diego": one of a state's, and in a town of it."""
    words = page.words
    of = comma - 2 - (words[comma - 2] in ("North", "South"))
    if of < 1 or words[of - 1 : of + 1] != ("University", "of"):
        return False
    campus = entities.get(comma + 1)
    state = " ".join(words[of + 1 : comma]).casefold()
    is_town = campus is not None and (campus.look is Look.PLACE or campus == entities.get(of - 1))
    return is_town and state in STATES_WITH_CAMPUSES


def _over_particle(page: MarkedText, index: int, *, upper: bool) -> int:
    """ "van der Bellen", "Mac an tSaoir": over one particle or two, or over the small word itself."""
    words = page.words
    word, after = words[index : index + 2]
    if has_second_capital(word):
        return 1
    if word == "an":
        return 2 if words[index - 1] in ("Mac", "Nic", "Mag") and has_second_capital(after) else 0
    if upper or has_second_capital(after):
        return 2
    return 3 if (after in PARTICLES or after == "-") and words[index + 2][0].isupper() else 0


def _over_small_word(
    page: MarkedText, index: int, entities: Mapping[int, NamedEntity], *, upper: bool
) -> int:
    """ "Bank of Leeds", and what the pipeline takes for one name: "Institute for the Blind"."""
    words = page.words
    word, after = words[index : index + 2]
    inside = index in entities and entities.get(index + 1) == entities[index] == entities.get(index - 1)
    if inside and word in _INNER:
        return 2 if upper else 1
    if inside and word in POSSESSIVES:
        return 2 if upper and after.casefold() in _AFTER_POSSESSIVE else 0
    if (
        word == "and"
        and upper
        and (_joins_house(page, index, entities) or _joins_causes(page, index, entities))
    ):
        return 2
    return 2 if word == "of" and upper and words[index - 1].casefold() in _BEFORE_OF else 0


def _joins_house(page: MarkedText, index: int, entities: Mapping[int, NamedEntity]) -> bool:
    """ "Kent and Essex Crime Directorate": one house if what stands before "and" is none.

    What the article also calls by that part alone, a person and a country are names of their own.
    """
    words = page.words
    start, end = index, index + 1
    while start > 0 and index - start < _LONGEST_PART and words[start - 1][0].isupper():
        start -= 1
    while end < len(words) and end - index <= _LONGEST_PART and words[end][0].isupper():
        end += 1
    front, back = words[start:index], words[index + 1 : end]
    if not front or words[end - 1].casefold() not in HOUSE_ENDS or not _is_no_house(front):
        return False
    if len(back) == 1 and back[0].casefold() not in LONE_ENDS:
        return False
    own = entities.get(index - 1)
    if own is not None and own.look is Look.PLACE:
        return True
    person = own is not None and own.look is Look.PERSON and len(front) > 1
    return not person and front[-1] not in page.alone


def _joins_causes(page: MarkedText, index: int, entities: Mapping[int, NamedEntity]) -> bool:
    """ "Centre on Poverty and Hunger": two words that a house is for, neither of them a name."""
    words = page.words
    if index < 3 or words[index - 2] not in _FOR or words[index - 3].casefold() not in HOUSE_WORDS:
        return False
    one, other = words[index - 1], words[index + 1]
    cause = entities.get(index - 1)
    if words[index + 2 : index + 3] and words[index + 2][0].isupper():
        return False
    if cause is not None and cause != entities.get(index - 3):
        return False
    look = entities[index + 1].look if index + 1 in entities else None
    if look in (Look.PERSON, Look.PLACE, Look.PEOPLE) or one in COUNTRIES or other in COUNTRIES:
        return False
    return {one.casefold(), other.casefold()}.isdisjoint(ANY_HOUSES)


def _is_no_house(front: Sequence[str]) -> bool:
    """Whether the words before "and" name neither a house nor a country of their own."""
    lows = {word.casefold() for word in front}
    if " ".join(front) in COUNTRIES or not lows.isdisjoint(KNOWN_HOUSES):
        return False
    return front[-1].casefold() not in _HOUSES_ALONE


def _over_hyphen(page: MarkedText, index: int, entities: Mapping[int, NamedEntity], *, upper: bool) -> int:
    """ "Smith-Spark", "Ata-ur-Rehman" and "Chan-il" go on; "South Africa - 15", "Leeds-based" do not."""
    if page.doc[index - 1].whitespace_:
        return 0
    further = page.words[index + 2 : index + 4]
    if not upper and len(further) == 2 and further[0] == "-" and further[1][0].isupper():
        return 4
    return 2 if upper or _is_given_syllable(page, index, entities) else 0


def _is_given_syllable(page: MarkedText, index: int, entities: Mapping[int, NamedEntity]) -> bool:
    before, after = page.words[index - 1], page.words[index + 1]
    if after in ENGLISH_SYLLABLES or not after.islower() or page.doc[index].whitespace_:
        return False
    if not (_SYLLABLE.fullmatch(before.casefold()) and _SYLLABLE.fullmatch(after)):
        return False
    return page.words[index - 2][0].isupper() or index + 1 in entities or page.doc[index + 1].tag_ == "NNP"


def _over_nickname(page: MarkedText, index: int) -> int:
    """ "Edwin “Eddie” Calloway": over the marks to the family name, or to its particle."""
    words, doc = page.words, page.doc
    opens = words[index - 1][0].isalpha() and doc[index - 1].whitespace_ and not doc[index].whitespace_
    if not opens or not (words[index + 1][0].isupper() or words[index + 1] in _INNER):
        return 0
    for end in range(index + 2, min(index + 2 + _LONGEST_NICKNAME, len(words) - 1)):
        if words[end] in MARKS:
            closes = not doc[end - 1].whitespace_ and doc[end].whitespace_
            family = doc[end + 1]
            if closes and _is_particle_of_name(page, end + 1):
                return end + 1 - index
            named = words[end + 1][0].isupper() and not family.is_stop and not family.is_sent_start
            return end + 2 - index if closes and named else 0
        if not (words[end].isalpha() and (words[end][0].isupper() or words[end] in _INNER)):
            return 0
    return 0


def _is_particle_of_name(page: MarkedText, index: int) -> bool:
    """ "van" of "van der Bellen", "al" of "al-Assad": a particle that leads to a capital."""
    behind = page.words[index + 1 : index + 4]
    led = next((word for word in behind if word not in PARTICLES and word != "-"), "")
    return page.words[index] in BARE_PARTICLES | {"al", "el"} and led[:1].isupper()


def particles_before(page: MarkedText, start: int) -> int:
    """Where a name begins that is said with its particles: "da Costa e Silva", "al-Assad"."""
    words = page.words
    if start > 1 and words[start - 1] == "-" and words[start - 2] in ("al", "el", "ad", "as", "ash"):
        return start - 2
    while start > 0 and words[start - 1] in BARE_PARTICLES and page.doc[start - 1].tag_ != "NN":
        start -= 1
    return start


def unnicked(page: MarkedText, start: int, end: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of `[start, end)` without a nickname in marks, and that nickname's words."""
    words = page.words[start:end]
    marks = [place for place, word in enumerate(words) if word in MARKS]
    if len(marks) != 2 or marks[0] == 0:
        return words, ()
    return words[: marks[0]] + words[marks[1] + 1 :], words[marks[0] + 1 : marks[1]]
