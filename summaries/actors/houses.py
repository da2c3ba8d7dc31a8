"""What a house is said to be: by the noun before its name, or by a clause that says what it does."""

from summaries.actors.acting import head
from summaries.actors.appositions import STOPS
from summaries.actors.drafts import Hit
from summaries.actors.page import MarkedText
from summaries.lexicon.bodies import HOUSE_DOINGS, HOUSES_SAID, HOUSES_SAYING_NOTHING
from summaries.lexicon.tags import FINITE_OR_MODAL, SUBJECTS

_LONGEST = 24  # tokens of a clause
_MODIFIERS = frozenset(("JJ", "NN", "NNP", "HYPH", "VBN", "VBG", "CD"))
_MOST_BEFORE = 6  # tokens before a house's noun


def named_after(page: MarkedText, hit: Hit) -> tuple[int, int] | None:
    """ "whale rescue group" of "whale rescue group Project Jonah", "charity" of "the charity Open Rivers"."""
    noun = hit.start - 1
    if not is_said_before(page, hit) or page.quoted[noun]:
        return None
    start = noun
    while start > 0 and noun - start < _MOST_BEFORE and _adds(page, start - 1, noun):
        start -= 1
    if start > 0 and _is_weighed(page, start - 1, hit.end):
        return None  # "the ever less loved taxi service Quay": what it is to the writer alone
    return None if start == noun and page.words[noun] in HOUSES_SAYING_NOTHING else (start, noun + 1)


def is_said_before(page: MarkedText, hit: Hit) -> bool:
    """Whether the noun before the name is the house's own; of "the firm Elm Foods bought" it is another's."""
    noun = hit.start - 1
    if noun < 1 or page.words[noun] not in HOUSES_SAID or page.doc[noun].tag_ != "NN":
        return False
    word = head(page, hit.start, hit.end)
    bought = word.dep_ in SUBJECTS and word.head.dep_ == "relcl" and word.head.head.i == noun
    return not bought and page.part[noun] is page.part[hit.start]


def _adds(page: MarkedText, index: int, noun: int) -> bool:
    token = page.doc[index]
    joined = token.tag_ in _MODIFIERS and token.i < token.head.i <= noun
    plain = joined and not _is_weighed(page, index, noun + 1)
    return plain and "\n" not in token.text and token.text[0] not in STOPS


def _is_weighed(page: MarkedText, index: int, end: int) -> bool:
    """ "increasingly unpopular", said of a word before `end`."""
    token = page.doc[index]
    own = token.tag_ in _MODIFIERS and token.i < token.head.i < end
    return own and any(child.dep_ == "advmod" for child in token.children)


def which_does(page: MarkedText, hit: Hit) -> tuple[int, int] | None:
    """ "Elm Power, which keeps 400 miles of cable,": a clause of what it does, closed by a comma."""
    words = page.words
    start = hit.end + 1
    if words[hit.end : start + 1] != (",", "which") or words[start + 1 : start + 2] == ():
        return None
    if page.doc[start + 1].tag_ != "VBZ" or words[start + 1] not in HOUSE_DOINGS:
        return None
    for end in range(start + 2, min(len(words), start + _LONGEST)):
        token = page.doc[end]
        if "\n" in token.text or words[end] in ("“", '"'):
            return None
        if words[end] in (",", "."):
            return (start, end) if end - start > 2 else None
        if token.tag_ in FINITE_OR_MODAL:
            return None
    return None
