"""Who somebody is by what stands before the name and apart from it: "the mayor, Ann Lee", "a nurse named"."""

from itertools import pairwise
from typing import Final

from spacy.tokens import Span, Token

from summaries.actors.acting import head
from summaries.actors.appositions import ROLES, STOPS
from summaries.actors.drafts import Hit
from summaries.actors.joints import POSSESSIVES
from summaries.actors.page import MarkedText
from summaries.lexicon.beside import SHORT_RANKS
from summaries.lexicon.cues import PLAIN_CUES, REPORTING_CUES
from summaries.lexicon.people import HONORIFICS, TITLES, WORDS_OF_TITLES
from summaries.lexicon.persons import (
    CHARGED,
    DEGREES,
    KIN_NOUNS,
    PLAIN_PERSONS,
    PLEADING,
    SEATED,
    UNNAMED_NOUNS,
)
from summaries.lexicon.tags import FINITE_OR_MODAL, OBJECTS, SUBJECTS

_JOINED = (("and",), ("or",), ("&",))
_FURTHEST_OWNER = 7  # tokens before a name: "her late much-loved twin brother Jack"
_SAID_OF_KIN = frozenset(("JJ", "JJR", "JJS", "VBN", "CD", "HYPH", "NN", "NNP", "NNPS", "RB"))
_BEFORE_THAT = 3  # tokens: "told us that"
_LONGEST_OPENING = 14  # tokens
_MOST_TITLES = 3
_LONGEST_TAIL = 6  # tokens between the noun and the comma: "a pilot on the ground, Ann Lee"
_NAMING = frozenset(("named", "called"))
_PERSONS: Final = ROLES | KIN_NOUNS | PLAIN_PERSONS
_TAKEN_FOR = frozenset(("identified", "named"))
_AGED = frozenset(("CD", "HYPH", "NN", "JJ"))
_NUMBER = frozenset(("no", "no.", "number"))
_IN_OFFICES = frozenset(("PROPN", "DET", "ADP"))
_DETERMINERS = frozenset(("DT", "PRP$"))
_UNNAMED: Final = UNNAMED_NOUNS | KIN_NOUNS


def before(page: MarkedText, hit: Hit) -> tuple[int, int] | None:
    """ "his Russian counterpart, Sergey Lavrov,": the phrase that the name stands in apposition to."""
    comma = _comma_before(page, hit)
    if comma is None:
        return None
    word = _head(page, hit)
    above = _of_house(word.head)
    if word.dep_ != "appos" or not _leads_up(page, above, comma):
        return None
    if above.lower_ not in _PERSONS or page.words[hit.end : hit.end + 1] in _JOINED:
        return None
    if any(  # "the mayor, Ann Lee found, was ill"
        token.tag_ in FINITE_OR_MODAL and not _goes_on(token) for token in page.doc[hit.end : hit.end + 1]
    ):
        return None
    start = above.left_edge.i
    if page.doc[start].tag_ == "WP$":  # "the Orm, whose captain, Tom Ray, slept"
        # "Whose wife" is of nobody told.
        return None if above.lower_ in KIN_NOUNS else (start + 1, comma)
    return start, comma


def _head(page: MarkedText, hit: Hit) -> Token:
    """The word that the name hangs on its sentence by: of "Ann Lee KC" the letters."""
    word = head(page, hit.start, hit.end)
    return word.head if word.head.i == hit.end and word.head.lower_ in DEGREES | SEATED else word


def _comma_before(page: MarkedText, hit: Hit) -> int | None:
    """The comma that the name stands behind, or its title: "the chairman, Sir Tom Ray"."""
    place = hit.start - 1
    while (
        place > 0 and hit.start - place <= _MOST_TITLES and page.words[place].casefold().rstrip(".") in TITLES
    ):
        place -= 1
    return place if place > 0 and page.words[place] == "," else None


def opens_with(page: MarkedText, hit: Hit, *, nouns: frozenset[str] = ROLES) -> tuple[int, int] | None:
    """ "The Labour MP for Selby, Ann Lee, said": a phrase that a sentence opens with, whatever the parse."""
    words, comma = page.words, _comma_before(page, hit)
    if comma is None or comma < 2 or words[hit.end : hit.end + 1] != (",",):
        return None
    start = comma - 1
    while start > 0 and not page.opens[start] and comma - start < _LONGEST_OPENING:
        if words[start][0] in STOPS or page.doc[start].tag_ in FINITE_OR_MODAL:
            return None
        start -= 1
    if (
        not page.opens[start]
        or page.doc[start].tag_ not in _DETERMINERS
        or words[hit.end + 1 : hit.end + 2] in _JOINED
    ):
        return None
    noun = next((at for at in range(start, comma) if page.doc[at].tag_ in ("IN", "TO")), comma) - 1
    return (start, comma) if words[noun].casefold() in nouns else None


def lettered(page: MarkedText, hit: Hit) -> tuple[int, int] | None:
    """ "Ann Lee MP"; "Ann Lee, prosecuting, said", "Prosecuting, Ann Lee said"."""
    behind = page.words[hit.end : hit.end + 3]
    comma = _comma_before(page, hit)
    if comma is not None and page.words[comma - 1].casefold() in PLEADING and page.opens[comma - 1]:
        return comma - 1, comma
    if behind and behind[0].casefold() in SEATED:
        return hit.end, hit.end + 1
    pleads = behind[:1] == behind[2:] == (",",) and behind[1] in PLEADING
    return (hit.end + 1, hit.end + 2) if pleads else None


def _of_house(above: Token) -> Token:
    """The "leader" of "the leader of Open Rivers, Ann Lee," where the parse makes the house of her."""
    is_its = above.dep_ == "pobj" and above.pos_ == "PROPN" and above.head.lower_ == "of"
    return above.head.head if is_its and above.ent_type_ != "PERSON" else above


def _leads_up(page: MarkedText, noun: Token, comma: int) -> bool:
    """Whether the noun, or a few words that say where it is, stand before the comma; nobody else does."""
    if noun.i == comma - 1:
        return True
    tail = page.doc[noun.i + 1 : comma]
    if not tail or len(tail) > _LONGEST_TAIL or tail[0].tag_ != "IN" or noun.right_edge.i < comma:
        return False
    return not any(
        token.text[0] in STOPS
        or token.tag_ in FINITE_OR_MODAL
        or token.ent_type_ == "PERSON"
        or token.lower_ in _UNNAMED
        for token in tail
    )


def kin_before(page: MarkedText, hit: Hit) -> tuple[int, int] | None:
    """ "Tom’s mother, Ann Lee sold it": kin of a name, at the head of its clause, whatever the parse."""
    words = page.words
    if hit.start < 3 or words[hit.start - 1] != "," or words[hit.start - 2] not in KIN_NOUNS:
        return None
    found = kin(page, hit.start - 1)
    if found is None or words[found[0]].islower():
        return None
    opens = page.opens[found[0]] or words[found[0] - 1] == "," or "\n" in words[found[0] - 1]
    if not opens or hit.end >= len(words):
        return None
    return found if words[hit.end] == "," or _goes_on(page.doc[hit.end]) else None


def _goes_on(verb: Token) -> bool:
    """Whether the clause goes on with a deed; of "Tom’s mother, Ann Lee told us, was ill" it is another."""
    if verb.tag_ not in FINITE_OR_MODAL or verb.pos_ == "AUX":
        return False
    rest = verb.doc[verb.i + 1 : verb.sent.end]
    if verb.lemma_ in REPORTING_CUES and not _is_reported(rest):
        return False
    pairs = pairwise(rest)
    return not any(word.text == "," and behind.tag_ in FINITE_OR_MODAL for word, behind in pairs)


def _is_reported(rest: Span) -> bool:
    """Whether what is told follows: "said that …"; of "said, was ill" the sentence is somebody else’s."""
    if any(word.lower_ == "that" for word in rest[:_BEFORE_THAT]):
        return True
    return len(rest) > 1 and not any(word.text == "," for word in rest)


def kin(page: MarkedText, end: int) -> tuple[int, int] | None:
    """ "his wife", "Ann Lee’s older brother": with whose; "wife" alone says nothing."""
    for owner in range(end - 2, max(0, end - _FURTHEST_OWNER), -1):
        token = page.doc[owner]
        if token.tag_ == "PRP$":
            return owner, end
        if token.text in POSSESSIVES:
            first = page.doc[owner - 1]
            while first.i > 0 and page.doc[first.i - 1].ent_type_ == first.ent_type_ == "PERSON":
                first = first.nbor(-1)
            determined = first.i > 0 and page.doc[first.i - 1].tag_ == "DT" and first.tag_ in ("NN", "NNS")
            return first.i - determined, end  # "the mayor's niece"
        if token.tag_ not in _SAID_OF_KIN:
            return None
    return None


def called_so(page: MarkedText, hit: Hit) -> tuple[int, int] | None:
    """ "a young engineer named Ann Lee"."""
    if hit.start < 2 or page.words[hit.start - 1] not in _NAMING:
        return None
    noun = page.doc[hit.start - 2]
    first = noun.left_edge.i
    told = noun.tag_ == "NN" and noun.lower_ in ROLES and noun.i - first <= _LONGEST_TAIL
    return (first, noun.i + 1) if told and _bears(page, noun, hit) else None


def _bears(page: MarkedText, noun: Token, hit: Hit) -> bool:
    """Whether the name is the noun’s own; "the mayor named Ann Lee head of works" names another."""
    called = [word.i for word in page.doc[hit.start - 1].children if word.dep_ == "oprd"]
    own = len(called) == 1 and hit.start <= called[0] < hit.end
    deed = noun.head.i == noun.i or (noun.dep_ in OBJECTS and noun.head.lemma_ in PLAIN_CUES)
    return own and not deed and noun.left_edge.lower_ in ("a", "an")


def identified_as(page: MarkedText, hit: Hit) -> tuple[int, int] | None:
    """ "the hunter, identified as 54-year-old Ann Lee,", "a man named by police as Ann Lee"."""
    words, doc = page.words, page.doc
    place = hit.start - 1
    while place > 0 and doc[place].tag_ in _AGED:
        place -= 1
    if place < 3 or words[place] != "as":
        return None
    verb = next((at for at in range(place - 1, max(0, place - 4), -1) if words[at] in _TAKEN_FOR), 0)
    noun = verb - 1 - (words[verb - 1] == ",")
    if verb < 2 or words[noun] in CHARGED or words[noun] not in ROLES | PLAIN_PERSONS | UNNAMED_NOUNS:
        return None
    first = doc[noun].left_edge.i
    return (first, noun + 1) if noun - first <= _LONGEST_TAIL else None


def ranked(page: MarkedText, hit: Hit) -> tuple[int, int] | None:
    """ "world No 1 Ann Lee", "former British number three Ann Lee"."""
    start = hit.start - 2
    if start < 1 or page.doc[hit.start - 1].tag_ != "CD" or page.words[start].casefold() not in _NUMBER:
        return None
    first = start
    while first > 0 and page.doc[first - 1].tag_ in ("NN", "NNP", "JJ") and start - first < _LONGEST_TAIL:
        first -= 1
    return (first, hit.start) if first < start else None


def short_rank(page: MarkedText, hit: Hit) -> tuple[int, int] | None:
    """ "DS Ann Lee", "Det. Sgt. Ann Lee", whatever else the name hangs on."""
    start = at = hit.start
    while at > 0:
        at -= 1 + (at > 1 and page.words[at - 1] == ".")
        word = page.words[at]
        if word.casefold() not in SHORT_RANKS or not word[0].isupper():
            break
        start = at
    return (start, hit.start) if start < hit.start else None


def over_place(page: MarkedText, hit: Hit) -> tuple[int, int] | None:
    """ "acting U.S. Attorney for Maine Ann Lee", "Head of Works Mrs. Ann Lee": an office."""
    end = hit.start
    addressed = end > 1 and is_address(page.words[end - 1])
    end -= addressed
    place = end - 1
    if place < 2 or page.part[place] is not page.part[hit.start]:
        return None
    named = addressed and page.doc[place].pos_ == "PROPN"
    common = page.doc[place].tag_ == "NN" and page.words[place].islower() and not _is_clause_of(page, hit)
    if not (page.doc[place].ent_type_ == "GPE" or named or common):
        return None
    within = _IN_OFFICES | {"NOUN", "ADJ"} if common else _IN_OFFICES
    while place > max(1, end - _FURTHEST_OWNER) and page.doc[place].pos_ in within:
        office = page.doc[place - 1]
        if page.words[place] in ("for", "of") and office.lower_ in WORDS_OF_TITLES:
            if office.dep_ in OBJECTS:
                return None  # "told the mayor of Leeds Ann Lee was ill"
            if page.words[place - 2] == "of" and page.words[place - 3].casefold() in WORDS_OF_TITLES:
                office = page.doc[place - 3]  # "Assistant Secretary of State for Islands"
            first = max(office.left_edge.i, place - _FURTHEST_OWNER)
            while page.words[first][0] in STOPS:
                first += 1
            return first, end
        place -= 1
    return None


def _is_clause_of(page: MarkedText, hit: Hit) -> bool:
    """ "the head of the school Ann Lee left"."""
    word = head(page, hit.start, hit.end)
    return word.dep_ in SUBJECTS and word.head.dep_ == "relcl"


def is_address(word: str) -> bool:
    """ "Mr", "Mrs.", "Dr"."""
    return word.casefold().rstrip(".") in HONORIFICS
