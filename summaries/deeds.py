"""Which verbs tell what somebody did, and which of them tell it as news.

Who does anything in an article is one of its actors. A digest tells no more than what they did once, in the
news itself: a main clause in the past or the perfect, or of what goes on. What somebody does as a habit, did
before or keeps doing is none, and a clause inside another tells when or why the other came about.
"""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from spacy.tokens import Token

from summaries.lexicon.cues import CLAUSE_CUES
from summaries.lexicon.deeds import (
    ANSWERING,
    ANSWERS,
    AT_OTHER_TIMES,
    BEFALLING,
    CONDITIONS,
    COUNTING,
    DONE_WITHOUT_TO,
    GIVING,
    LARGE,
    LEAVING_OPEN,
    LONG,
    NO_DEEDS,
    NO_DEEDS_BUT_WORDS,
    NO_NEWS,
    NO_NEWS_BY,
    NONE,
    NOT_DONE_TO,
    OVER_TIMES,
    REFUSING,
    UNITS_OF_TIME,
)
from summaries.lexicon.doubts import HEARSAY
from summaries.lexicon.tags import OBJECTS, SUBJECTS

_JOINED: Final = 4  # verbs by "and": what is further has a subject of its own, or the parse is lost
_HELPING: Final = frozenset(("aux", "auxpass"))
_NOW: Final = frozenset(("is", "are", "'s", "’s", "'re", "’re"))
_WILL: Final = frozenset(("will", "'ll", "’ll"))
_NEVER: Final = NO_NEWS - BEFALLING
_CLAUSES: Final = frozenset(("ROOT", "conj", "ccomp", "advcl", "relcl", "parataxis"))
_PRESENT: Final = frozenset(("VBZ", "VBP"))
_PARTING: Final = frozenset((";", ":"))
_DONE: Final = frozenset(("VBD", "VBN"))


def is_deed(verb: Token) -> bool:
    """Whether somebody does something or did: no state, thought or words, and nothing that may be."""
    if verb.dep_ not in _CLAUSES or verb.pos_ != "VERB" or verb.lemma_ in NO_DEEDS:
        return False
    joined = list(with_subject(verb))
    if any(map(_is_denied_or_open, joined)):
        return False
    return not _is_only_told(verb, joined[-1]) and _is_fact(joined[-1])


def is_news(deed: Token) -> bool:
    """Whether the deed is done, once, and what its sentence is about."""
    joined = list(with_subject(deed))
    first = joined[-1]
    return (
        deed.lemma_ not in (NO_NEWS_BY if _is_passive(deed, first) else NO_NEWS)
        and _is_done(deed, first)
        and not any(map(_is_of_other_times, joined))
        and not any(map(_is_hearsay, joined))
        and is_main(first)
    )


def happens(verb: Token) -> bool:
    """Whether the clause tells what took place, takes place or will, of whatever kind: no state, no habit."""
    joined = list(with_subject(verb))
    first = joined[-1]
    helping = {child.lower_ for child in chain(verb.lefts, first.lefts) if child.dep_ in _HELPING}
    if any(child.tag_ == "MD" for child in chain(verb.lefts, first.lefts)):
        takes_place = not helping.isdisjoint(_WILL)
    elif verb.tag_ in _PRESENT:
        takes_place = any(child.lower_ in ("today", "tonight", "tomorrow") for child in verb.rights)
    elif verb.tag_ == "VBG" and "been" in helping:
        takes_place = "had" not in helping
    else:
        takes_place = _is_done(verb, first)
    return (
        takes_place
        and (verb.lemma_ not in (NO_NEWS_BY if _is_passive(verb, first) else _NEVER) or _comes_before(verb))
        and not _is_only_told(verb, first)
        and not any(map(_is_of_other_times, joined))
        and not any(map(_is_hearsay, joined))
    )


def _is_passive(verb: Token, first: Token) -> bool:
    return verb.tag_ == "VBN" and any(child.dep_ == "nsubjpass" for child in first.lefts)


def _comes_before(verb: Token) -> bool:
    """ "will appear in court"; not "appeared to leave"."""
    behind = {child.dep_ for child in verb.rights}
    return verb.lemma_ == "appear" and "prep" in behind and behind.isdisjoint(("xcomp", "oprd", "ccomp"))


def with_subject(verb: Token) -> Iterator[Token]:
    """The verb, and those that it is joined to by "and", up to the one that has a subject."""
    for _ in range(_JOINED):
        yield verb
        if verb.dep_ != "conj" or any(child.dep_ in SUBJECTS for child in verb.lefts):
            return
        verb = verb.head


def agents(verb: Token) -> list[Token]:
    """By whom it is done: "sold by Ann Lee"."""
    return [
        word
        for child in verb.children
        if child.dep_ == "agent"
        for word in child.children
        if word.dep_ == "pobj"
    ]


def _is_done(verb: Token, first: Token) -> bool:
    """ "sold", "has sold", "was sold", "is selling"; not "sells", "is sold", "had sold", "was selling"."""
    helping = {child.lower_ for child in chain(verb.lefts, first.lefts) if child.dep_ in _HELPING}
    if "had" in helping:
        return False
    if verb.tag_ == "VBG" or "being" in helping:
        return not helping.isdisjoint(_NOW) and "been" not in helping
    passive = any(child.dep_ == "auxpass" for child in chain(verb.lefts, first.lefts))
    is_state = passive and not helping.isdisjoint(_NOW) and "been" not in helping  # "is registered"
    return verb.tag_ in _DONE and not is_state


def _is_denied_or_open(verb: Token) -> bool:
    """ "did not sell", "sold no boat", "will sell", "to sell"."""
    return any(
        child.dep_ == "neg" or child.tag_ == "MD" or _is_to(child) or _is_none(child)
        for child in verb.children
    )


def _is_none(party: Token) -> bool:
    """ "no boat", "none of them", "nothing"."""
    if party.dep_ not in OBJECTS and party.dep_ not in SUBJECTS:
        return False
    return party.lower_ in NONE or any(child.lower_ == "no" for child in party.lefts)


def _is_hearsay(verb: Token) -> bool:
    """ "allegedly sold": what somebody says of them, and no deed yet."""
    return any(child.dep_ == "advmod" and child.lower_ in HEARSAY for child in verb.children)


def _is_of_other_times(verb: Token) -> bool:
    """ "once sold", "sold for years", "sold last year"; "sold earlier this week" is of now."""
    return any(
        (child.dep_ == "advmod" and child.lower_ in AT_OTHER_TIMES)
        or (child.dep_ == "advmod" and child.lower_ in LEAVING_OPEN and not any(child.children))
        or (child.dep_ == "prep" and _is_over_times(child))
        or (child.dep_ == "npadvmod" and _is_last_year(child))
        or (child.lower_ == "ago" and child.nbor(-1).lemma_ in UNITS_OF_TIME)
        for child in verb.children
    )


def _is_over_times(preposition: Token) -> bool:
    """ "for years", "in recent decades", "throughout his life"."""
    if preposition.lower_ in OVER_TIMES:
        return True
    times = (child for child in preposition.children if child.lower_ in LONG)
    return any(all(child.dep_ != "nummod" for child in time.children) for time in times)


def _is_last_year(time: Token) -> bool:
    """ "last year", "the previous season", "that summer"; "last week" is of the news."""
    if time.lower_ not in UNITS_OF_TIME:
        return False
    return any(child.lower_ in ("last", "previous", "that") for child in time.lefts)


def _is_only_told(verb: Token, first: Token) -> bool:
    """Whether it tells what was said, planned or thought of its subject: "spoke", "was set to be sold"."""
    ahead = [child for child in verb.rights if child.dep_ in ("xcomp", "ccomp")]
    if verb.lemma_ in COUNTING and any(map(_is_count, verb.rights)):
        return True
    if any(child.dep_ == "nsubjpass" for child in first.lefts) and verb.tag_ == "VBN":
        to = any(_is_to(child) for infinitive in ahead for child in infinitive.lefts)
        is_done = verb.lemma_ in DONE_WITHOUT_TO or bool(agents(verb))  # "was located by Ann Lee"
        return verb.lemma_ in NOT_DONE_TO and (to or not is_done)
    if verb.lemma_ in REFUSING:
        return any(map(_is_answer, ahead))
    return verb.lemma_ in NO_DEEDS_BUT_WORDS


def _is_to(token: Token) -> bool:
    return token.dep_ == "aux" and token.lower_ == "to"


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


def _is_to_come(above: Token) -> bool:
    """Whether the clause that the verb hangs on tells what will be: "will speak when she visits"."""
    for _ in range(_JOINED):
        if any(child.tag_ == "MD" for child in above.lefts):
            return True
        if above.head.i == above.i:
            return False
        above = above.head
    return False


def is_main(verb: Token) -> bool:
    """Whether the clause is one that the sentence is about.

    "Ann Lee left after Tom Ray sold a boat" is about Lee, "Ann Lee left and Tom Ray sold a boat" about both.
    """
    while True:
        clause, above = verb.dep_, verb.head
        if clause == "ROOT":
            return True
        if clause == "ccomp":
            if above.lemma_ != "learn" and not _runs_on(verb):
                return False
        elif clause not in ("conj", "parataxis") and not _stands_beside(verb):
            return False
        verb = above


def _stands_beside(verb: Token) -> bool:
    """ "…, while Tom Ray bought a boat": told beside the main clause, and at its end."""
    marks = [child for child in verb.lefts if child.dep_ == "mark" and child.lower_ == "while"]
    return verb.dep_ == "advcl" and any(mark.i > verb.head.i and mark.nbor(-1).text == "," for mark in marks)


def _is_condition(clause: Token) -> bool:
    """ "If you sell, you help Ann Lee": of the clause in front."""
    return clause.dep_ == "advcl" and any(child.lower_ in CONDITIONS for child in clause.lefts)


def _runs_on(verb: Token) -> bool:
    """Whether the clause is only followed by another: "Ann Lee sold the field; Tom Ray bought it".

    Behind a comma alone stands whose words it is: "…, the court heard", "…, it emerged".
    """
    marked = any(child.dep_ == "mark" for child in verb.lefts)
    parted = any(
        child.text in _PARTING or child.dep_ == "cc"
        for child in chain(verb.rights, verb.head.lefts)
        if child.i > verb.i
    )
    return parted and verb.i < verb.head.i and not marked and verb.head.lemma_ not in CLAUSE_CUES
