"""Groups and bodies that common nouns name: "the rebels", "residents", "the Syrian military media"."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from summaries.actors.acting import is_agent, is_subject
from summaries.actors.drafts import ActorDraft, Hit
from summaries.actors.page import MarkedText, Part
from summaries.lexicon.around import ARMED, LEANING
from summaries.lexicon.groups import BODY_NOUNS, GOVERNMENT_NOUNS, GROUP_NOUNS, QUANTITIES, UNNAMED_BODIES
from summaries.lexicon.places import ADJECTIVES, COUNTRIES, GROUP_PEOPLES, REGIONAL

# "Syria" → "Syrian": its army is "the Syrian army", too.
_OF_NATIONS = {country: adjective for adjective, country in reversed(ADJECTIVES.items())}
_PARTS = frozenset(("det", "amod", "compound", "nmod", "nummod", "poss", "quantmod", "case"))
_MODIFIERS = frozenset(("compound", "amod", "nmod"))


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun phrase whose head is a word for people who act: tokens `[start, end)`, the head the last."""

    start: int
    end: int
    head: str  # without case
    modifiers: tuple[str, ...]
    small: bool  # its last modifier owes a capital to the sentence alone
    acts: bool


def find_nouns(page: MarkedText) -> list[Noun]:
    """The phrases of groups, bodies and governments in the body, outside quotations."""
    return [
        noun
        for index, word in enumerate(page.words)
        if page.part[index] is Part.BODY and not page.quoted[index] and not page.is_capitals(index)
        for noun in _read(page, index, word.casefold())
    ]


def _read(page: MarkedText, index: int, word: str) -> Iterator[Noun]:
    if not (word in GROUP_NOUNS or word in BODY_NOUNS or word in GOVERNMENT_NOUNS):
        return
    token = page.doc[index]
    noun = token.pos_ == "NOUN" or (
        token.pos_ == "PROPN" and page.opens[index] and token.text not in GROUP_PEOPLES
    )
    if not noun or token.dep_ in _MODIFIERS:
        return
    start = _start(token)
    modifiers = tuple(page.words[place] for place in range(start, index) if page.doc[place].dep_ != "det")
    yield Noun(
        start=start,
        end=index + 1,
        head=word,
        modifiers=modifiers,
        small=page.opens[index - 1] and page.doc[index - 1].pos_ != "PROPN",
        acts=is_subject(token) or is_agent(token),
    )


def _start(token: Token) -> int:
    """Where the phrase opens: the word furthest left that hangs on the head, with nothing foreign between."""
    start = token.i
    for child in reversed(list(token.lefts)):
        first = child.left_edge.i
        single = child.n_lefts == child.n_rights == 0
        if child.dep_ not in _PARTS or not (single or child.dep_ == "poss") or token.i - first > 6:
            break
        start = first
    return start


def draft_groups(page: MarkedText, nouns: list[Noun]) -> list[ActorDraft]:
    """One draft a group or body that acts at least once."""
    known = {noun.head for noun in nouns if noun.head in GROUP_NOUNS}
    drafts: dict[str, ActorDraft] = {}
    for noun in nouns:
        if noun.head in GOVERNMENT_NOUNS:
            continue
        body = noun.head in BODY_NOUNS
        if body and _body_key(page, noun).casefold() in UNNAMED_BODIES:
            continue
        key = _body_key(page, noun) if body else _group_key(noun, known)
        draft = drafts.setdefault(key, ActorDraft(kind="organization" if body else "group", name=key))
        draft.hits.append(Hit(start=noun.start, end=noun.end, opens=noun.start, acts=noun.acts))
    return [draft for draft in drafts.values() if draft.acts]


def _group_key(noun: Noun, known: set[str]) -> str:
    last = noun.modifiers[-1].casefold() if noun.modifiers else ""
    if noun.head in ARMED and f"{last}s" in known:
        return f"{last}s"
    if noun.head in LEANING and last.isalpha() and last not in QUANTITIES:
        nation = noun.modifiers[-1] in ADJECTIVES or noun.modifiers[-1] in REGIONAL
        return f"{last if noun.small and not nation else noun.modifiers[-1]} {noun.head}"
    return noun.head


def _body_key(page: MarkedText, noun: Noun) -> str:
    """ "Syrian military media": the phrase without article, number and possessor; a nation's as its own."""
    first = noun.start
    while first < noun.end - 1 and page.doc[first].dep_ in ("det", "poss", "case", "nummod"):
        first += 1
    said = " ".join(page.words[first : noun.end])
    owner = next((word for word in page.words[noun.start : first] if word in _OF_NATIONS), None)
    return said if owner is None else f"{_OF_NATIONS[owner]} {said}"


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
