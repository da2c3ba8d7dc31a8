"""Who somebody is by a sentence that says so: "Ann Lee is head of research at Elm College"."""

from summaries.actors.acting import head
from summaries.actors.appositions import ROLES, STOPS
from summaries.actors.drafts import Hit
from summaries.actors.page import MarkedText
from summaries.lexicon.persons import CHARGED, LOWER_ROLES
from summaries.lexicon.tags import FINITE_OR_MODAL, NOUNS, SUBJECTS

_LONGEST = 16  # tokens
_ENDS_OF_TRADES = ("er", "or", "ist", "ian", "man", "woman")
_OPENS = frozenset(("DT", "NN", "NNP", "JJ"))
_NOT_ONE = frozenset(("no", "neither", "any", "this", "that", "such"))
_RECORDS = frozenset(("first", "only", "last", "youngest", "oldest"))
_ENDS = frozenset(("who", "which", "that", "and", "but", "where", "when", "as", "because", "while", "whose"))


def said_to_be(page: MarkedText, hit: Hit) -> tuple[int, int] | None:
    """The noun phrase behind "Name is", of a main clause: what the writer says somebody is, today."""
    verb = hit.end
    if page.words[verb : verb + 1] == (",",) and page.words[verb + 2 : verb + 3] == (",",):
        verb += 3 * page.words[verb + 1].isdigit()  # "Ann Lee, 34, is"
    died = _behind_death(page, hit.end)
    verb, told = (died, "was") if died is not None else (verb, "is")
    subject = head(page, hit.start, hit.end)
    if page.word(hit.end) == "of" and subject.dep_ in SUBJECTS:
        verb = subject.head.i  # "Ann Lee of Selby, Maine, is"
    if verb + 2 >= len(page.words) or page.doc[verb].dep_ != "ROOT" or subject.head.i != verb:
        return None
    if page.words[verb] in ("is", "was") and (first := _first_to(page, verb + 1)) is not None:
        return first
    if page.words[verb] != told:
        return None
    start = verb + 1
    opening = page.doc[start]
    if opening.tag_ not in _OPENS or opening.lower_ in _NOT_ONE:
        return None
    for end in range(start, min(len(page.words), start + _LONGEST)):
        token = page.doc[end]
        if token.text[0] in STOPS or "\n" in token.text or token.lower_ in _ENDS:
            return (start, end) if _says_who(page, start, end, dead=died is not None) else None
        if token.tag_ in FINITE_OR_MODAL:
            return None
    return None


def _first_to(page: MarkedText, start: int) -> tuple[int, int] | None:
    """ "the first woman to serve as mayor of Selby": what somebody is for ever, up to the next comma."""
    words = page.words
    if words[start : start + 1] != ("the",) or page.word(start + 1) not in _RECORDS:
        return None
    until = start + 2
    while page.doc[until].tag_ in ("JJ", *NOUNS) and until + 2 < len(words):
        until += 1
    if words[until] != "to" or page.doc[until + 1].tag_ != "VB" or page.doc[until - 1].tag_ not in NOUNS:
        return None
    for end in range(until + 2, min(len(words), start + _LONGEST)):
        if words[end][0] in STOPS or "\n" in words[end] or words[end] in _ENDS - {"as"}:
            said = {word.casefold() for word in words[start:end]}
            return (start, end) if CHARGED.isdisjoint(said) else None
        if page.doc[end].tag_ in FINITE_OR_MODAL:
            return None
    return None


def _behind_death(page: MarkedText, end: int) -> int | None:
    """Behind ", who has died aged 90,": of the dead it is told what they were."""
    words = page.words
    if words[end : end + 2] != (",", "who"):
        return None
    close = next((at for at in range(end + 2, min(len(words), end + _LONGEST)) if words[at] == ","), None)
    return close + 1 if close is not None and "died" in words[end + 2 : close] else None


def _says_who(page: MarkedText, start: int, end: int, *, dead: bool) -> bool:
    """Whether its noun is a role, and no charge; not "is next" and "is a danger"."""
    until = next((at for at in range(start, end) if page.doc[at].tag_ in ("IN", "TO", "VBN", "VBG")), end)
    if until == start or page.doc[until - 1].tag_ not in NOUNS:
        return False
    noun = page.words[until - 1].casefold()
    article = page.doc[start].tag_ == "DT" or page.words[start].casefold() in ROLES or until < end
    known = noun in ROLES or noun in LOWER_ROLES or (dead and noun.endswith(_ENDS_OF_TRADES))
    return known and article and CHARGED.isdisjoint(page.doc[at].lower_ for at in range(start, end))
