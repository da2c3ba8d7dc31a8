"""Who did what: clauses of the body in which an actor acts or is acted upon.

After the subject-verb-object triples of textacy (DeWilde), with passives turned round and every name looked
up in the cast. A statement is a quote and no action, and nothing is taken from what somebody is said to say:
an accusation is no deed of the accused.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import product

from spacy.tokens import Doc, Token

from summaries.actors import Cast
from summaries.apart import Apart
from summaries.deeds import agents, is_deed, is_news, with_subject
from summaries.language import parts_of_speech
from summaries.lexicon.cues import CLAUSE_CUES
from summaries.lexicon.deeds import NO_DEEDS_BUT_WORDS, NO_NEWS
from summaries.lexicon.groups import GROUP_NOUNS
from summaries.lexicon.openings import POINTING
from summaries.lexicon.persons import UNNAMED_NOUNS
from summaries.lexicon.tags import OBJECTS, SUBJECTS
from summaries.meaning import meant, word_span
from summaries.models import Action, Quote, Span, merged
from summaries.sentences import Sentence

_WORD = re.compile(r"\w[\w'’.-]*(?<![.’'-])")
_WHO = frozenset(("PERSON", "ORG", "NORP"))
_WORDS = CLAUSE_CUES | NO_DEEDS_BUT_WORDS | NO_NEWS
_NOBODY: Sequence[int | None] = (None,)
_SOMEBODY = UNNAMED_NOUNS | GROUP_NOUNS


def find_actions(
    doc: Doc, sentences: Sequence[Sentence], cast: Cast, quotes: Sequence[Quote], apart: Apart
) -> tuple[Action, ...]:
    """Every deed of an actor or to one, in text order, each pair of actors once a sentence.

    Those are news whose sentence can be shown under the actor's name, far from the story.
    """
    spoken = _Spoken(quotes)
    pos = parts_of_speech(doc)
    names = _Names(doc.text, cast)
    found: dict[tuple[Span, int | None, int | None], Action] = {}
    for sentence in sentences:
        for verb in (doc[place] for place in range(sentence.first, sentence.last) if pos[place] == "VERB"):
            if not is_deed(verb) or spoken.holds(verb):
                continue
            for agent, patient in _parties(verb, cast) if apart.tells(sentence) else ():
                news = names.name(verb, agent, patient) and is_news(verb) and sentence in apart
                key = sentence.span, agent, patient
                if key not in found or (news and not found[key].news):
                    found[key] = Action(
                        sentence=sentence.span, verb=word_span(verb), agent=agent, patient=patient, news=news
                    )
    return tuple(found.values())


class _Spoken:
    """Where the article speaks in somebody else's words."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self._cues = {quote.cue.start for quote in quotes if quote.cue is not None}
        self._words = merged(span for quote in quotes for span in (*quote.verbatim, *quote.content))

    def holds(self, verb: Token) -> bool:
        """A cue, or what is quoted or reported: what somebody says was done is theirs to say, no deed.

        Words that are an act upon somebody are one: "Ann Lee derided Tom Ray as “a thief”".
        """
        said = verb.idx in self._cues and not _is_upon_somebody(verb)
        return said or _inside(self._words, verb.idx)


def _is_upon_somebody(cue: Token) -> bool:
    named = (child for child in cue.rights if child.dep_ == "dobj" and child.ent_type_ in _WHO)
    return cue.lemma_ not in _WORDS and any(named)


def _inside(spans: list[Span], index: int) -> bool:
    place = bisect_right(spans, index, key=lambda span: span.start)
    return place > 0 and index < spans[place - 1].end


class _Names:
    """Which words name an actor, as no "he" and no "the company" does."""

    def __init__(self, text: str, cast: Cast) -> None:
        self._text, self._cast = text, cast
        self._words = [_words(actor.name, *actor.aliases) for actor in cast.actors]

    def name(self, verb: Token, agent: int | None, patient: int | None) -> bool:
        """Whether the clause names those of the two that are actors, and people do what is done in it."""
        doers, objects, passive = sides(verb)
        acts = agent is None or self._are(doers, agent)
        met = patient is None or self._are(objects, patient)
        return acts and met and (agent is not None or passive or any(map(is_somebody, doers)))

    def _are(self, heads: Sequence[Token], actor: int) -> bool:
        return any(self._is(one, actor) for head in heads for one in (head, *head.conjuncts))

    def _is(self, head: Token, actor: int) -> bool:
        """Whether it is a name, or stands for the subject that is: "Ann Lee left, and she sold it"."""
        if self._holds(head, actor):
            return True
        if head.lower_ not in POINTING or head.dep_ not in SUBJECTS or head.head.dep_ != "conj":
            return False
        before = (child for child in head.head.head.lefts if child.dep_ in SUBJECTS)
        return any(self._cast.at(word_span(one)) == actor and self._holds(one, actor) for one in before)

    def _holds(self, head: Token, actor: int) -> bool:
        """Whether the words of the noun, with those in apposition, hold one of the actor's names."""
        phrase = Span(head.left_edge.idx, head.right_edge.idx + len(head.right_edge))
        return not self._words[actor].isdisjoint(_words(phrase.of(self._text)))


def _words(*names: str) -> frozenset[str]:
    return frozenset(word.casefold() for name in names for word in _WORD.findall(name)) - POINTING


def _parties(verb: Token, cast: Cast) -> Iterator[tuple[int | None, int | None]]:
    """`(agent, patient)` of the clause; one at least is an actor, and they are two."""
    if not _subjects(verb):
        return
    doers, objects, _ = sides(verb)
    pairs = product(_actors(doers, cast) or _NOBODY, _actors(objects, cast) or _NOBODY)
    yield from (pair for pair in pairs if pair[0] != pair[1])


def sides(verb: Token) -> tuple[list[Token], list[Token], bool]:
    """Who does it, to whom it is done, and whether the clause is passive."""
    subjects = _subjects(verb)
    if subjects and subjects[0].dep_ == "nsubjpass" and verb.tag_ == "VBN":
        return agents(verb), subjects, True
    return subjects, [child for child in verb.children if child.dep_ in OBJECTS], False


def is_somebody(doer: Token) -> bool:
    """ "investigators", "the attackers"; no wind, no film and no failure does anything to anybody."""
    return doer.lower_ in _SOMEBODY or doer.ent_type_ in _WHO


def _subjects(verb: Token) -> list[Token]:
    """The clause's own subject, else that of the verb it is joined to by "and"."""
    *_, last = with_subject(verb)
    return [one for child in last.lefts if child.dep_ in SUBJECTS for one in _owned(child)]


def _owned(subject: Token) -> list[Token]:
    """The subject; where the parse takes an owner for it, what stands beside: "Ann’s brother Tom left"."""
    is_owner = any(child.tag_ == "POS" and child.i == subject.i + 1 for child in subject.rights)
    return [child for child in subject.rights if child.dep_ == "appos"] if is_owner else [subject]


def _actors(words: Sequence[Token], cast: Cast) -> list[int]:
    """The actors that the words and those joined to them by "and" mean, each once."""
    found = (
        meant(word.doc, range(word.i, word.i + 1), cast) for head in words for word in (head, *head.conjuncts)
    )
    return list(dict.fromkeys(actor for actor in found if actor is not None))
