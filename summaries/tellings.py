"""Sentences that tell of an actor of whom nothing else is told: what they did, what befell them, the news.

Else a digest would hold no more than the name of whoever neither speaks nor does anything that is news: "Ann
Lee suffered a burn", "Tom Ray won the vote, defeating Ann Lee". They act there or are acted upon, by name, in
what is told, or in what somebody says who has no name and stands in the same sentence. In a sentence of the
summary the name may stand behind a preposition, too: "jailed for the killing of Ann Lee".
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from spacy.tokens import Doc, Token

from summaries.actions import is_somebody, sides
from summaries.actors import Cast
from summaries.actors.cast import Reference
from summaries.apart import Apart
from summaries.deeds import happens, is_main, with_subject
from summaries.lexicon import words
from summaries.lexicon.cues import CLAUSE_CUES
from summaries.lexicon.deeds import NO_DEEDS
from summaries.lexicon.groups import GROUP_NOUNS, ROLE_NOUNS
from summaries.lexicon.persons import KIN_NOUNS, UNNAMED_NOUNS
from summaries.lexicon.tags import EVERY_SUBJECT, OBJECTS, SUBJECTS
from summaries.models import Action, ActorKind, Quote, Span, Telling, meeting, merged
from summaries.sentences import Sentence
from summaries.shown import HOUSE_NOUNS

_CLIMB: Final = 12  # words from a name to its clause; what is deeper is a mis-parse
_NONE: Final[frozenset[str]] = frozenset()
_OF_HOUSES: Final = words("against between by for over to with")
# Behind which the name may stand in a summary; a state that stands so is where something happens.
_BEHIND: Final[Mapping[ActorKind, frozenset[str]]] = {
    "person": _OF_HOUSES | words("of on"),
    "organization": _OF_HOUSES,
    "group": _OF_HOUSES,
}
_BESIDE: Final = words("while")
_BESIDE_NEWS: Final = words("after as before when while")
_OTHERS: Final = ROLE_NOUNS | UNNAMED_NOUNS | KIN_NOUNS | GROUP_NOUNS | HOUSE_NOUNS


def find_tellings(
    doc: Doc,
    sentences: Sequence[Sentence],
    cast: Cast,
    quotes: Sequence[Quote],
    apart: Apart,
    *,
    actions: Sequence[Action],
    hidden: Collection[int],
    summary: Collection[Span],
) -> tuple[Telling, ...]:
    """The sentences that tell of each actor who neither speaks nor acts, and can be read apart, in order.

    `hidden`: the places of the quotations that are shown to nobody, or not alone.
    """
    silent = _silent(cast, quotes, actions, hidden)
    names = _Names(doc, sentences, cast, quotes, silent=silent, hidden=hidden)
    return tuple(
        Telling(sentence=sentence.span, actor=actor)
        for sentence in sentences
        for actor in names.told_in(sentence, summed_up=sentence.span in summary)
        if sentence in apart
    )


def _silent(
    cast: Cast, quotes: Sequence[Quote], actions: Sequence[Action], hidden: Collection[int]
) -> frozenset[int]:
    """The actors of whom no deed is told as news and nothing that they say is shown alone."""
    heard = {quote.actor for place, quote in enumerate(quotes) if place not in hidden}
    seen = {actor for action in actions if action.news for actor in (action.agent, action.patient)}
    return frozenset(range(len(cast.actors))) - heard - seen


class _Names:
    """Where the article names these actors, outside what others are said to have said elsewhere."""

    def __init__(
        self,
        doc: Doc,
        sentences: Sequence[Sentence],
        cast: Cast,
        quotes: Sequence[Quote],
        *,
        silent: Collection[int],
        hidden: Collection[int],
    ) -> None:
        self._doc, self._text, self._cast, self._silent = doc, doc.text, cast, silent
        self._cues = {quote.cue.start for quote in quotes if quote.cue is not None}
        spans = [sentence.span for sentence in sentences]
        self._elsewhere = merged(span for quote in quotes for span in _said_elsewhere(quote, spans))
        self._untold = merged(
            span
            for place, quote in enumerate(quotes)
            if place in hidden or quote.actor is not None
            for span in quote.content
        )

    def told_in(self, sentence: Sentence, *, summed_up: bool) -> Iterator[int]:
        """Those of whom the sentence tells, each once."""
        told: set[int] = set()
        for one in self._cast.references_in(sentence.span) if self._silent else ():
            if one.actor not in self._silent or one.actor in told or _inside(self._elsewhere, one.mention):
                continue
            if self._is_name(one.actor, one.mention) and self._tells(one, summed_up=summed_up):
                told.add(one.actor)
                yield one.actor

    def _is_name(self, actor: int, mention: Span) -> bool:
        """No "he", no "the company" and no crowd: it may be another one."""
        own = frozenset(word for word in self._cast.actors[actor].name.split() if word[0].isupper())
        return not own.isdisjoint(mention.of(self._text).replace("’", " ").replace("'", " ").split())

    def _tells(self, name: Reference, *, summed_up: bool) -> bool:
        """Whether they act or are acted upon in what the sentence tells, and something happens there."""
        kind = self._cast.actors[name.actor].kind
        named = self._doc.char_span(*name.mention, alignment_mode="expand")
        noun = _of_whom(named.root, summed_up=summed_up) if named is not None else None
        behind = _BEHIND.get(kind, _NONE) if summed_up else _NONE
        party = _party(noun, behind) if noun is not None else None
        if party is None:
            return False
        verb = _verb(party)
        is_open = summed_up or not _inside(self._untold, name.mention)
        beside = _BESIDE_NEWS if summed_up else _BESIDE
        if (
            _hears(party, verb)
            or _is_denied(verb)
            or not (_is_told(verb, beside) or (is_open and _is_said(verb)))
        ):
            return False
        if any(map(happens, _joined(verb))):
            return summed_up or self._does(party, verb)
        is_news = summed_up and kind != "state"
        return is_news and not (party.dep_ in SUBJECTS and all(map(_is_state, _joined(verb))))

    def _does(self, party: Token, verb: Token) -> bool:
        """Whether somebody does it, and it is no telling: that is shown elsewhere, or to nobody."""
        if verb.idx in self._cues and party.dep_ == "nsubj":
            return False
        return party.dep_ not in OBJECTS or any(map(is_somebody, sides(verb)[0]))


def _said_elsewhere(quote: Quote, sentences: Sequence[Span]) -> Iterator[Span]:
    """What of the quotation is in marks, or stands in another sentence than its speaker."""
    yield from quote.verbatim
    here = meeting(sentences, quote.speaker) if quote.speaker is not None else ()
    yield from (span for span in quote.content if not any(one.holds(span) for one in here))


def _inside(said: Sequence[Span], mention: Span) -> bool:
    return any(span.holds(mention) for span in meeting(said, mention))


def _of_whom(name: Token, *, summed_up: bool) -> Token | None:
    """The name; of "Ann Lee’s boat was stolen", in a summary, the boat, but never her father or her party."""
    if not any(child.tag_ == "POS" for child in name.rights):
        return name
    return name.head if summed_up and name.dep_ == "poss" and not _is_another(name.head) else None


def _is_another(noun: Token) -> bool:
    """ "Ann Lee’s father", "a friend of Ann Lee": the sentence tells of them."""
    return noun.lower_ in _OTHERS or noun.ent_type_ in ("PERSON", "ORG")


def _joined(verb: Token) -> Iterator[Token]:
    """The verb, and those joined to it by "and" that have the same subject."""
    yield verb
    for child in verb.rights:
        if child.dep_ == "conj" and not any(one.dep_ in EVERY_SUBJECT for one in child.lefts):
            yield from _joined(child)


def _hears(party: Token, verb: Token) -> bool:
    """ "told Ann Lee", "said to Ann Lee"."""
    if party.dep_ == "pobj":
        return verb.lemma_ in CLAUSE_CUES and party.head.lower_ == "to"
    return verb.lemma_ == "tell" and party.dep_ in OBJECTS


def _is_denied(verb: Token) -> bool:
    """ "Ann Lee has not been named": what did not come about is no news of anybody."""
    return any(child.dep_ == "neg" for child in verb.children)


def _is_state(verb: Token) -> bool:
    """ "Ann Lee is no liar", "has a boat"; but "is under arrest"."""
    if verb.lemma_ == "be":
        return any(child.dep_ in ("attr", "acomp") for child in verb.children)
    return verb.lemma_ in NO_DEEDS


def _party(noun: Token, behind: Collection[str]) -> Token | None:
    """The subject or object of a clause that the noun is or is joined to, or stands behind by one of these.

    There, whoever a clause says that somebody is, too: "the winner is Ann Lee".
    """
    is_behind = False
    for _ in range(_CLIMB):
        if noun.dep_ in OBJECTS or noun.dep_ in SUBJECTS or (behind and noun.dep_ == "attr"):
            return noun
        if noun.dep_ == "conj" or (noun.dep_ == "appos" and not is_behind):
            noun = noun.head
        elif noun.dep_ == "pobj" and (noun.head.dep_ == "agent" or noun.head.lower_ in behind):
            above = noun.head.head
            if above.pos_ in ("VERB", "AUX"):
                return noun
            if _is_another(above):
                return None
            noun, is_behind = above, True
        else:
            return None
    return None


def _verb(party: Token) -> Token:
    """Of the clause; of its outcome ("Tom Ray won the vote, defeating Ann Lee") that of what led to it."""
    verb = party.head.head if party.dep_ == "pobj" else party.head
    is_outcome = verb.tag_ == "VBG" and verb.i > verb.head.i and verb.left_edge.i == verb.i
    return verb.head if verb.dep_ == "advcl" and is_outcome else verb


def _is_told(verb: Token, beside: Collection[str]) -> bool:
    """Whether the sentence is about the clause, or tells by one of these words what came with it."""
    for _ in range(_CLIMB):
        *_, first = with_subject(verb)
        if is_main(first):
            return True
        if first.dep_ == "xcomp" or (
            first.dep_ == "advcl" and any(one.lower_ in beside for one in first.lefts)
        ):
            verb = first.head
        elif first.dep_ == "pcomp":
            verb = first.head.head
        else:
            return False
    return False


def _is_said(verb: Token) -> bool:
    """Whether the clause is what the sentence says that somebody says."""
    *_, first = with_subject(verb)
    return first.dep_ == "ccomp" and first.head.lemma_ in CLAUSE_CUES and is_main(first.head)
