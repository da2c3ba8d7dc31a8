"""Groups and bodies that common nouns name: "the rebels", "residents", "the Syrian military media"."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from summaries.actors.acting import is_agent, is_subject
from summaries.actors.page import MarkedText
from summaries.lexicon.beside import TURNED_VERBS
from summaries.lexicon.groups import BODY_NOUNS, GOVERNMENT_NOUNS, GROUP_NOUNS, POINTING
from summaries.lexicon.places import ADJECTIVES, COUNTRIES, GROUP_PEOPLES

_PARTS = frozenset(("det", "amod", "compound", "nmod", "nummod", "poss", "quantmod", "case"))
_MODIFIERS = frozenset(("compound", "amod", "nmod"))
_IN_ROW = _MODIFIERS | {"det", "nummod"}
_PARTICIPLES = frozenset(("VBN", "VBD", "VBG"))
_LONGEST = 6  # tokens before the head
_NOUNS = {*GROUP_NOUNS, *BODY_NOUNS, *GOVERNMENT_NOUNS}


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun phrase whose head is a word for people who act: tokens `[start, end)`, the head the last."""

    start: int
    end: int
    head: str  # without case
    modifiers: tuple[str, ...]
    acts: bool


def find_nouns(page: MarkedText) -> list[Noun]:
    """The phrases of groups, bodies and governments in the body, outside quotations."""
    return [
        noun
        for index in page.narrated
        if (word := page.words[index].casefold()) in _NOUNS and not page.is_capitals(index)
        for noun in _read(page, index, word)
    ]


def _read(page: MarkedText, index: int, word: str) -> Iterator[Noun]:
    token = page.doc[index]
    noun = token.pos_ == "NOUN" or (
        token.pos_ == "PROPN" and page.opens[index] and token.text not in GROUP_PEOPLES
    )
    if not noun or token.dep_ in _MODIFIERS:
        return
    start = _start(token)
    modifiers = tuple(page.words[place] for place in range(start, index) if page.doc[place].dep_ != "det")
    said = [page.words[place].casefold() for place in range(start, index)]
    named = page.doc[start].tag_ != "PRP$" and POINTING.isdisjoint(said)
    yield Noun(
        start=start,
        end=index + 1,
        head=word,
        modifiers=modifiers,
        acts=named and (is_subject(token) or is_agent(token) or _is_source(page, start)),
    )


def _is_source(page: MarkedText, start: int) -> bool:
    return start > 1 and page.words[start - 1] == "to" and page.words[start - 2].casefold() == "according"


def _start(token: Token) -> int:
    """Where the phrase opens: the word furthest left that hangs on the head, with nothing foreign between."""
    start = token.i
    for child in reversed(list(token.lefts)):
        first = child.left_edge.i
        whole = child.dep_ == "poss" or _is_row(child)
        if child.dep_ not in _PARTS or not whole or token.i - first > _LONGEST or _is_foreign(child):
            break
        start = first
    return start


def _is_row(child: Token) -> bool:
    """ "Con Edison" of "Con Edison officials", "mental health" of "mental health nurses"."""
    return child.n_rights == 0 and all(
        word.dep_ in _IN_ROW and word.n_rights == 0 for word in child.subtree if word.i != child.i
    )


def _is_foreign(child: Token) -> bool:
    """Of ", warned officers" and "is adamant nurses’ pay": what the parse hangs wrongly on the group."""
    if child.dep_ != "amod" or child.i == 0:
        return False
    before = child.nbor(-1)
    if child.tag_ in _PARTICIPLES and (
        child.lower_ in TURNED_VERBS or before.dep_ == "cc" or before.is_punct
    ):
        return not before.is_sent_start and before.text != "-"
    return child.tag_ == "JJ" and child.text not in ADJECTIVES and before.lemma_ == "be"


def government_of(page: MarkedText, noun: Noun) -> str | None:
    """The country whose government the phrase names itself: "the Syrian government", "Syria's government"."""
    if noun.head not in GOVERNMENT_NOUNS:
        return None
    for word in noun.modifiers:
        if word in ADJECTIVES:
            return ADJECTIVES[word]
        if word in COUNTRIES:
            return COUNTRIES[word]
    if noun.end + 1 < len(page.words) and page.words[noun.end] == "of":
        return COUNTRIES.get(page.words[noun.end + 1])
    return None


def is_bare_government(page: MarkedText, noun: Noun) -> bool:
    """ "the government", "his government": somebody's, and the phrase does not say whose."""
    return noun.head == "government" and all(
        page.doc[index].dep_ in ("det", "poss", "case") for index in range(noun.start, noun.end - 1)
    )
