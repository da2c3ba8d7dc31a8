"""Whether a person is a woman or a man, by the words that the article puts beside the name.

Who stands in front ("the actress Ann Lee"), behind ("Ann Lee, a mother of two,"), what the person is
said to be ("Ann Lee is a widow") and to whom somebody is married ("Ann Lee's husband"). Pronouns come later:
they count only where they can be nobody else's.
"""

from collections.abc import Iterator

from summaries.actors.acting import head
from summaries.actors.joints import POSSESSIVES
from summaries.actors.names import Name
from summaries.actors.page import MarkedText
from summaries.lexicon import words as listed
from summaries.lexicon.groups import ROLE_NOUNS
from summaries.lexicon.people import BORN
from summaries.lexicon.persons import HUSBANDS, MEN_NOUNS, WIVES, WOMEN_NOUNS
from summaries.lexicon.sexes import is_given_name, is_womans_name

_REACH = 8  # tokens before or behind a name; what is further away is about something else
_HONORIFIC = 3  # a form of address outweighs the nouns: a "Mr Lee" may play a widow
_NOUNS = frozenset(("NN", "NNP"))
_LEADING = frozenset(("NN", "NNP", "JJ", "JJS", "CD", "HYPH", "VBN", "CC"))
_LINKS = listed("- of and")


def votes(page: MarkedText, name: Name) -> int:
    """Above nought: what stands beside the name says it is a woman's; below: a man's; 0: nothing, or both."""
    told = 0
    if name.female is not None:
        told += _HONORIFIC if name.female else -_HONORIFIC
    nouns = (_in_front(page, name), _behind(page, name), _said_to_be(page, name))
    told += sum(_vote(noun) for noun in nouns if noun is not None)
    return told + _married(page, name)


def is_female(told: int, forms: Iterator[tuple[str, ...]]) -> bool | None:
    """By what was told, else by the first given name that is not for both; None where that is open."""
    if told:
        return told > 0
    guesses = (is_womans_name(form[0]) for form in forms)
    return next((guess for guess in guesses if guess is not None), None)


def is_introduced(page: MarkedText, name: Name) -> bool:
    """Whether what follows is said of persons alone: "Ann Lee, 34,", "Ann Lee, a baker,", "Vex (born Ann"."""
    words = page.words
    if name.end - name.start < 2 or words[name.end : name.end + 1] not in ((",",), ("(",)):
        return False
    following = words[name.end + 1 : name.end + 3]
    if len(following) == 2 and following[0] in BORN:
        return following[0] != "born" or is_given_name(following[1].casefold())
    if words[name.end] == "(":
        return False
    if (
        len(following) == 2
        and following[0].isdigit()
        and len(following[0]) == 2
        and following[1] in (",", ".")
    ):
        return True
    return following[:1] in (("a",), ("an",)) and _role(page, name.end + 2) in ROLE_NOUNS


def _role(page: MarkedText, start: int) -> str | None:
    """The head of the noun phrase that begins at `start`, if it is near."""
    for place in range(start, min(len(page.words) - 1, start + _REACH)):
        if page.doc[place].tag_ in _NOUNS and page.doc[place + 1].tag_ not in (*_NOUNS, "HYPH", "POS"):
            return page.words[place].casefold()
        if page.doc[place].tag_ not in _LEADING:
            return None
    return None


def noun_is_female(noun: str) -> bool | None:
    """What the common noun says of the person: "actress" a woman, "son" a man, "driver" neither."""
    if noun in WOMEN_NOUNS:
        return True
    return False if noun in MEN_NOUNS else None


def _vote(noun: str) -> int:
    female = noun_is_female(noun)
    return 0 if female is None else 1 if female else -1


def _in_front(page: MarkedText, name: Name) -> str | None:
    """ "her husband, Tom Ray", "mother-of-two Ann Lee", "the actress and singer Ann Lee"."""
    words, doc = page.words, page.doc
    last = name.start - 1
    if last > 0 and words[last] == ",":
        word = head(page, name.start, name.end)
        if word.dep_ != "appos" or word.head.i != last - 1:
            return None
        last -= 1
    for index in range(last, max(-1, name.start - _REACH), -1):
        low = words[index].casefold()
        if doc[index].tag_ in _NOUNS and noun_is_female(low) is not None:
            return low if words[index + 1] not in POSSESSIVES else None
        if (doc[index].tag_ not in _LEADING and low not in _LINKS) or (low == "of" and index == last):
            return None
        if low == "of" and words[index - 1] != "-":
            return None
    return None


def _behind(page: MarkedText, name: Name) -> str | None:
    """ "Ann Lee, 34, a mother of two,", "Tom Ray, the singer's brother"; not "Ann Lee, her husband, and"."""
    words, doc = page.words, page.doc
    index = name.end
    if words[index : index + 1] != (",",):
        return None
    index += 1
    while index + 1 < len(words) and words[index].isdigit() and words[index + 1] == ",":
        index += 2
    for place in range(index, min(len(words) - 1, index + _REACH)):
        token, low = doc[place], words[place].casefold()
        if token.tag_ in ("PRP$", "WP$", "WP") or low in ("and", "or", ",", "."):
            return None
        if token.tag_ in _NOUNS and words[place + 1] not in POSSESSIVES:
            following = doc[place + 1].tag_ in _NOUNS or words[place + 1] == "-"
            if noun_is_female(low) is not None and not (following and doc[place + 1].tag_ == "NNP"):
                return low
            if not following:
                return None
    return None


def _said_to_be(page: MarkedText, name: Name) -> str | None:
    """ "Ann Lee, who sings, is a mother of two"."""
    word = head(page, name.start, name.end)
    verb = word.head
    if word.dep_ != "nsubj" or verb.lemma_ != "be" or any(child.dep_ == "neg" for child in verb.children):
        return None
    found = (child.lower_ for child in verb.rights if child.dep_ == "attr")
    return next(found, None)


def _married(page: MarkedText, name: Name) -> int:
    """ "Ann Lee's husband" tells of Ann Lee."""
    words = page.words
    if POSSESSIVES.isdisjoint(words[name.end : name.end + 1]):
        return 0
    near = {word.casefold() for word in words[name.end + 1 : name.end + 3]}
    return (not near.isdisjoint(HUSBANDS)) - (not near.isdisjoint(WIVES))
