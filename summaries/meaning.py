"""Whom a noun phrase means: its head's actor, or that of the name in apposition to it; never its owner's.

"Ruiz's lawyer" and "his brother" are not Ruiz, "her lawyer, Ann Lee" is Ann Lee. The head is looked for on
the surface, as the last noun before a preposition or a comma: the small parser loses it behind titles.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from summaries.actors import Cast
from summaries.lexicon.groups import TIMES
from summaries.lexicon.people import OFFICES
from summaries.lexicon.tags import FINITE_OR_MODAL
from summaries.models import Span, meeting

_NOUNS = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X"))
_NO_HEADS = frozenset(("PRP$", "WP$", "POS"))
_LEAD_ON = frozenset(("ADP", "SCONJ", "VERB", "AUX"))
_RELATIVES = frozenset(("WP", "WDT", "WRB"))
_JOINTS = frozenset(("and", "or", "&", ","))
_INSIDE = frozenset("-‐‑.'’‘\"“”")  # marks in a name and around a nickname
_COMMAS = frozenset((",", "—", "–", "--"))
_LONGEST = 24  # words; an apposition that is longer is a clause


def meant(doc: Doc, phrase: range, cast: Cast) -> int | None:
    """The actor whom the words of `phrase` mean; None where they mean nobody known, or two together."""
    heads = list(_heads(doc, phrase, cast))
    actors = {cast.at(word_span(head)) for head in heads}
    if len(actors) != 1:
        return None
    actor = actors.pop()
    if actor is not None or len(heads) > 1 or not _may_be_named(heads[0]):
        return actor
    return _in_apposition(doc, phrase, heads[0], cast)


def _may_be_named(head: Token) -> bool:
    """Whether a name in apposition tells who it is: a common noun, or an office with a capital."""
    return head.pos_ not in ("PROPN", "PRON") or head.lower_ in OFFICES


def _heads(doc: Doc, phrase: range, cast: Cast) -> Iterator[Token]:
    """The head of the phrase, and of each that is joined to it by "and"."""
    head: Token | None = None
    whole = Span(doc[phrase.start].idx, doc[phrase.stop - 1].idx + 1)
    titles = [Span(one.phrase.start, one.mention.start) for one in cast.references_in(whole)]
    for token in doc[phrase.start : phrase.stop]:
        if meeting(titles, word_span(token)):
            continue  # "Secretary of State Ann Lee"
        if cast.at(word_span(token)) is None:  # what stands inside a name is part of it: "Bank of Leeds"
            if token.text in _JOINTS:
                if head is not None:
                    yield head
                head = None
                continue
            if _ends(token, opened=head is not None):
                break
        if token.pos_ in _NOUNS and token.tag_ not in _NO_HEADS and not _stands_beside(token):
            head = token
    if head is not None:
        yield head


def _ends(token: Token, *, opened: bool) -> bool:
    """Whether the word leads on from the head: "of", "who", "wearing"; none does before a head has come."""
    if token.is_punct or token.is_space:
        return token.text not in _INSIDE
    return opened and (token.pos_ in _LEAD_ON or token.tag_ in _RELATIVES) and token.tag_ != "POS"


def _stands_beside(token: Token) -> bool:
    """ "Trump himself", "Trump today"."""
    return token.lower_.endswith(("self", "selves")) or token.lower_ in TIMES


def _in_apposition(doc: Doc, phrase: range, head: Token, cast: Cast) -> int | None:
    """The actor named beside a common noun: "the mayor, Ann Lee, said", "said his brother, Tom Ray."."""
    beside = [range(child.left_edge.i, child.i + 1) for child in head.rights if child.dep_ == "appos"]
    beside += _behind_comma(doc, phrase.stop)
    for words in beside:
        heads = list(_heads(doc, words, cast))
        if len(heads) == 1 and (actor := cast.at(word_span(heads[0]))) is not None:
            return actor
    return None


def _behind_comma(doc: Doc, start: int) -> list[range]:
    """The words between a comma at `start` and the mark that closes them; [] where they are a clause."""
    if start >= len(doc) or doc[start].text not in _COMMAS:
        return []
    for i in range(start + 1, min(len(doc), start + _LONGEST)):
        if doc[i].tag_ in FINITE_OR_MODAL:
            return []
        if _ends(doc[i], opened=i > start + 1):
            return [range(start + 1, i)]
    return []


def word_span(token: Token) -> Span:
    """Where the word stands in the text."""
    return Span(token.idx, token.idx + len(token))
