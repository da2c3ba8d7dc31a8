"""Who did what: clauses of the body in which an actor acts or is acted upon.

After the subject-verb-object triples of textacy (DeWilde), with passives turned round and every name looked
up in the cast. A statement is a quote and no action, and nothing is taken from what somebody is said to say:
an accusation is no deed of the accused.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import product

from spacy.tokens import Doc, Token

from summaries.actors import Cast
from summaries.lexicon.cues import CLAUSE_CUES
from summaries.lexicon.deeds import (
    ANSWERING,
    ANSWERS,
    CONDITIONS,
    COUNTING,
    DONE_WITHOUT_TO,
    GIVING,
    LARGE,
    NO_DEEDS,
    NO_DEEDS_BUT_WORDS,
    NOT_DONE_TO,
    REFUSING,
)
from summaries.lexicon.tags import OBJECTS, SUBJECTS
from summaries.meaning import meant, word_span
from summaries.models import Action, Article, Quote, Span, merged
from summaries.sentences import Sentence
from summaries.summary.standing import Told

_JOINED = 4  # verbs by "and": what is further has a subject of its own, or the parse is lost
_NOBODY: Sequence[int | None] = (None,)
_CLAUSES = frozenset(("ROOT", "conj", "ccomp", "advcl", "relcl", "parataxis"))
_PRESENT = frozenset(("VBZ", "VBP"))


def find_actions(
    doc: Doc, article: Article, sentences: Sequence[Sentence], cast: Cast, quotes: Sequence[Quote]
) -> tuple[Action, ...]:
    """Every deed of an actor or to one, in text order, each pair of actors once a sentence.

    Its sentence is shown under the actor's name, far from the story: one that leans tells no deed.
    """
    spoken = _Spoken(quotes)
    told = Told(doc, article.text, sentences)
    found: dict[tuple[Span, int | None, int | None], Action] = {}
    for sentence in sentences:
        for verb in doc[sentence.first : sentence.last]:
            if not _is_deed(verb) or spoken.holds(verb):
                continue
            for agent, patient in _parties(verb, cast) if sentence in told else ():
                action = Action(sentence=sentence.span, verb=word_span(verb), agent=agent, patient=patient)
                found.setdefault((sentence.span, agent, patient), action)
    return tuple(found.values())


class _Spoken:
    """Where the article speaks in somebody else's words."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self._cues = {quote.cue.start for quote in quotes if quote.cue is not None}
        self._words = merged(span for quote in quotes for span in (*quote.verbatim, *quote.content))

    def holds(self, verb: Token) -> bool:
        """A cue, or what is quoted or reported: what somebody says was done is theirs to say, no deed."""
        return verb.idx in self._cues or _inside(self._words, verb.idx)


def _inside(spans: list[Span], index: int) -> bool:
    place = bisect_right(spans, index, key=lambda span: span.start)
    return place > 0 and index < spans[place - 1].end


def _is_deed(token: Token) -> bool:
    if token.pos_ != "VERB" or token.dep_ not in _CLAUSES or token.lemma_ in NO_DEEDS:
        return False
    # "to evacuate" is what is meant to be done, "will leave" what may be, "did not leave" what was not.
    if any(child.dep_ == "neg" for child in token.children):
        return False
    joined = list(_with_subject(token))
    if any(child.tag_ == "MD" or _is_to(child) for verb in joined for child in verb.children):
        return False
    return not _is_only_told(token, joined[-1]) and _is_fact(joined[-1])


def _is_to(token: Token) -> bool:
    return token.dep_ == "aux" and token.lower_ == "to"


def _is_only_told(verb: Token, first: Token) -> bool:
    """Whether it tells what was said, planned or thought of its subject: "spoke", "is set to be sold"."""
    ahead = [child for child in verb.rights if child.dep_ in ("xcomp", "ccomp")]
    if verb.lemma_ in COUNTING and any(map(_is_count, verb.rights)):
        return True
    if any(child.dep_ == "nsubjpass" for child in first.lefts) and verb.tag_ == "VBN":
        to = any(_is_to(child) for infinitive in ahead for child in infinitive.lefts)
        is_done = verb.lemma_ in DONE_WITHOUT_TO or bool(_agents(verb))  # "was located by Ann Lee"
        return verb.lemma_ in NOT_DONE_TO and (to or not is_done)
    if verb.lemma_ in REFUSING:
        return any(map(_is_answer, ahead))
    return verb.lemma_ in NO_DEEDS_BUT_WORDS


def _is_count(token: Token) -> bool:
    """ "12,000 cases", "two million cases": a number of them; "two albums" are made."""
    numbers = (child for child in token.lefts if child.dep_ == "nummod") if token.dep_ == "dobj" else ()
    return any(
        word.lower_ in LARGE or any(map(str.isdigit, word.text))
        for number in numbers
        for word in number.subtree
    )


def _is_answer(verb: Token) -> bool:
    """What is refused in "refused to comment", "to release details": words; not "to identify Ann Lee"."""
    objects = [child for child in verb.rights if child.dep_ in OBJECTS]
    if verb.lemma_ in GIVING:
        return any(child.lower_ in ANSWERS for child in objects)
    is_of_somebody = verb.lemma_ == "identify" and any(child.pos_ == "PROPN" for child in objects)
    return verb.lemma_ in ANSWERING and not is_of_somebody


def _is_fact(verb: Token) -> bool:
    """Whether the clause tells what took place: no condition, nobody's words or thoughts, one clause deep.

    "Ann Lee left after Tom Ray had sold the field" tells of both; "the audience heard that Tom Ray sold it",
    "if Tom Ray sells", "people who sell fields" tell no deed.
    """
    within = 0
    while True:
        if any(child.lower_ in CONDITIONS or _is_condition(child) for child in verb.lefts):
            return False
        clause, above = verb.dep_, verb.head
        if clause in ("relcl", "advcl"):
            within += 1
            if within > 1 or (verb.tag_ in _PRESENT and (clause == "relcl" or _is_to_come(above))):
                return False
        if clause == "ccomp" and above.lemma_ != "learn" and not _runs_on(verb):
            return False
        if clause == "acl" and any(child.lower_ == "that" for child in verb.lefts):
            return False  # "reports that Ann Lee sold the field"
        if above.i == verb.i:
            return True
        verb = above


def _is_condition(clause: Token) -> bool:
    """ "If you sell, you help Ann Lee": of the clause in front."""
    return clause.dep_ == "advcl" and any(child.lower_ in CONDITIONS for child in clause.lefts)


def _is_to_come(above: Token) -> bool:
    """Whether the clause that the verb hangs on tells what will be: "will speak when she visits"."""
    for _ in range(_JOINED):
        if any(child.tag_ == "MD" for child in above.lefts):
            return True
        if above.head.i == above.i:
            return False
        above = above.head
    return False


def _runs_on(verb: Token) -> bool:
    """Whether the clause is only followed by another: "Ann Lee sold the field; Tom Ray bought it"."""
    marked = any(child.dep_ == "mark" for child in verb.lefts)
    return verb.i < verb.head.i and not marked and verb.head.lemma_ not in CLAUSE_CUES


def _parties(verb: Token, cast: Cast) -> Iterator[tuple[int | None, int | None]]:
    """`(agent, patient)` of the clause; one at least is an actor, and they are two."""
    subjects = _subjects(verb)
    passive = bool(subjects) and subjects[0].dep_ == "nsubjpass"
    doers = _agents(verb) if passive else subjects
    objects = subjects if passive else [child for child in verb.children if child.dep_ in OBJECTS]
    agents = _actors(doers, cast)
    patients = _actors(objects, cast)
    if not subjects:
        return
    pairs = product(agents or _NOBODY, patients or _NOBODY)
    yield from (pair for pair in pairs if pair[0] != pair[1])


def _subjects(verb: Token) -> list[Token]:
    """The clause's own subject, else that of the verb it is joined to by "and"."""
    *_, last = _with_subject(verb)
    return [one for child in last.lefts if child.dep_ in SUBJECTS for one in _owned(child)]


def _owned(subject: Token) -> list[Token]:
    """The subject; where the parse takes an owner for it, what stands beside: "Ann’s brother Tom left"."""
    is_owner = any(child.tag_ == "POS" and child.i == subject.i + 1 for child in subject.rights)
    return [child for child in subject.rights if child.dep_ == "appos"] if is_owner else [subject]


def _with_subject(verb: Token) -> Iterator[Token]:
    """The verb, and those that it is joined to by "and", up to the one that has a subject."""
    for _ in range(_JOINED):
        yield verb
        if verb.dep_ != "conj" or any(child.dep_ in SUBJECTS for child in verb.lefts):
            return
        verb = verb.head


def _agents(verb: Token) -> list[Token]:
    return [
        word
        for child in verb.children
        if child.dep_ == "agent"
        for word in child.children
        if word.dep_ == "pobj"
    ]


def _actors(words: Sequence[Token], cast: Cast) -> list[int]:
    """The actors that the words and those joined to them by "and" mean, each once."""
    found = (
        meant(word.doc, range(word.i, word.i + 1), cast) for head in words for word in (head, *head.conjuncts)
    )
    return list(dict.fromkeys(actor for actor in found if actor is not None))
