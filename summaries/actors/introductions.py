"""Who somebody is by what stands before the name and apart from it: "the mayor, Ann Lee", "a nurse named"."""

from itertools import pairwise
from typing import Final

from spacy.tokens import Token

from summaries.actors.acting import head
from summaries.actors.appositions import ROLES, STOPS
from summaries.actors.drafts import Hit
from summaries.actors.joints import POSSESSIVES
from summaries.actors.page import MarkedText
from summaries.lexicon.cues import PLAIN_CUES, REPORTING_CUES
from summaries.lexicon.people import HONORIFICS, WORDS_OF_TITLES
from summaries.lexicon.persons import KIN_NOUNS, UNNAMED_NOUNS
from summaries.lexicon.tags import FINITE_OR_MODAL, OBJECTS

_JOINED = (("and",), ("or",), ("&",))
_FURTHEST_OWNER = 7  # tokens before a name: "her late much-loved twin brother Jack"
_SAID_OF_KIN = frozenset(("JJ", "JJR", "JJS", "VBN", "CD", "HYPH", "NN", "RB"))
_LONGEST_TAIL = 6  # tokens between the noun and the comma: "a pilot on the ground, Ann Lee"
_NAMING = frozenset(("named", "called"))
_PERSONS: Final = ROLES | KIN_NOUNS
_UNNAMED: Final = UNNAMED_NOUNS | KIN_NOUNS


def before(page: MarkedText, hit: Hit) -> tuple[int, int] | None:
    """ "his Russian counterpart, Sergey Lavrov,": the phrase that the name stands in apposition to."""
    if hit.start == 0 or page.words[hit.start - 1] != ",":
        return None
    word = head(page, hit.start, hit.end)
    above = _of_house(word.head)
    if word.dep_ != "appos" or not _leads_up(page, above, hit.start - 1):
        return None
    if above.lower_ not in _PERSONS or page.words[hit.end : hit.end + 1] in _JOINED:
        return None
    if any(  # "the mayor, Ann Lee found, was ill"
        token.tag_ in FINITE_OR_MODAL and not _goes_on(token) for token in page.doc[hit.end : hit.end + 1]
    ):
        return None
    return above.left_edge.i, hit.start - 1


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
    if verb.tag_ not in FINITE_OR_MODAL or verb.pos_ == "AUX" or verb.lemma_ in REPORTING_CUES:
        return False
    pairs = pairwise(verb.doc[verb.i : verb.sent.end])
    return not any(word.text == "," and behind.tag_ in FINITE_OR_MODAL for word, behind in pairs)


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


def over_place(page: MarkedText, hit: Hit) -> tuple[int, int] | None:
    """ "acting U.S. Attorney for Maine Ann Lee", "Head of Works Mrs. Ann Lee": an office."""
    end = hit.start
    addressed = end > 1 and is_address(page.words[end - 1])
    end -= addressed
    place = end - 1
    if place < 2 or page.part[place] is not page.part[hit.start]:
        return None
    if page.doc[place].ent_type_ != "GPE" and not (addressed and page.doc[place].pos_ == "PROPN"):
        return None
    while place > max(1, end - _FURTHEST_OWNER) and page.doc[place].pos_ in ("PROPN", "DET", "ADP"):
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


def is_address(word: str) -> bool:
    """ "Mr", "Mrs.", "Dr"."""
    return word.casefold().rstrip(".") in HONORIFICS
