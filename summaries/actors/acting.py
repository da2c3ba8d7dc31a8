"""The grammar of doing, of being done to, and of merely being where it happens."""

from spacy.tokens import Token

from summaries.actors.page import MarkedText
from summaries.lexicon.around import PLACE_VERBS
from summaries.lexicon.places import LOCATIVE, PLACE_NOUNS

_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
# "with Moscow", "against the rebels", "between Russia and Iran": the other party of what is done.
_PARTY = frozenset(("with", "against", "between", "by", "among"))


def head(page: MarkedText, start: int, end: int) -> Token:
    """The word of `[start, end)` that the others hang on."""
    for index in range(end - 1, start, -1):
        token = page.doc[index]
        if not start <= token.head.i < end or token.head.i == token.i:
            return token
    return page.doc[start]  # a tree has a top, and it is none of the others


def role(token: Token) -> tuple[str, Token]:
    """The word's dependency and what it hangs on, seen through "A and B": B does what A does."""
    steps = 0
    while token.dep_ == "conj" and steps < 20:
        token = token.head
        steps += 1
    return token.dep_, token.head


def is_subject(token: Token) -> bool:
    """Subject of a verb that is more than being."""
    dep, verb = role(token)
    return dep in _SUBJECTS and verb.pos_ in ("VERB", "AUX") and (verb.lemma_ != "be" or verb.dep_ != "ROOT")


def is_agent(token: Token) -> bool:
    """ "were turned away by militias": who did it, in the passive."""
    dep, above = role(token)
    return dep == "pobj" and above.dep_ == "agent"


def is_party(token: Token) -> bool:
    """Agent of a passive, object of a deed done to somebody, or the other party of one."""
    dep, above = role(token)
    if dep == "pobj":
        return above.dep_ == "agent" or above.lower_ in _PARTY
    return dep in ("dobj", "dative", "iobj") and above.pos_ == "VERB" and above.lemma_ not in PLACE_VERBS


def is_where(page: MarkedText, start: int, end: int) -> bool:
    """Whether the name says where: behind a preposition of place, or beside a word like "province"."""
    words = page.words
    before = words[start - 1].casefold() if start else ""
    if before in ("eastern", "western", "northern", "southern", "central", "nearby", "downtown", "outside"):
        return True
    if before in LOCATIVE and before not in ("at", "from", "over", "on"):
        return True
    if before == "of" and start > 1 and words[start - 2].casefold() in PLACE_NOUNS:
        return True
    after = words[end].casefold() if end < len(words) else ""
    return after in PLACE_NOUNS and after != "capital"
