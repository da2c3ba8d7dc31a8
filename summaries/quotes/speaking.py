"""Whether the words for a speaker name somebody who can speak: a person, a house, a group, a paper.

Not "the signs", "government data" or "comments", no pronoun that the article leaves open, no half of a name,
and not "the duchess" or "the report": which one that is was told before, and a reader is not shown it.
"""

from typing import Final

from spacy.tokens import Token

from summaries.actors import Cast
from summaries.lexicon.doubts import (
    AMOUNTS,
    DOERS,
    KNOWN_BODIES,
    KNOWN_TO_ALL,
    NO_DOERS,
    OPEN,
    OWNERS,
    PAPERS,
    SOMEBODY,
    SPEAKING,
    THINGLIKE,
)
from summaries.lexicon.groups import LETTERS
from summaries.lexicon.openings import THIRD_PERSON
from summaries.lexicon.people import TITLES
from summaries.lexicon.senses import EVIDENCE, THINGS
from summaries.meaning import heads_in
from summaries.models import Span
from summaries.quotes.pairs import HeadlinePair
from summaries.quotes.reading import Reading

_NO_SPEAKERS: Final = THINGS | EVIDENCE | NO_DOERS


def names_a_speaker(
    reading: Reading, speaker: Span, cast: Cast, *, plainly: bool, in_marks: bool, pair: HeadlinePair
) -> bool:
    """Whether each of those whom the words name can speak; "the pair" can who are the `pair`.

    `plainly`: the verb is one of saying, so that a paper may be its subject; `in_marks`: the words stand in
    marks, and are worth showing though "her brother" leaves open whose.
    """
    words = reading.over(speaker)
    if not words:
        return False
    found = list(heads_in(reading.doc, words, cast))
    owner = reading.words[words.start].lower_
    if not found or owner == "its" or (owner in OWNERS and not in_marks):
        return False
    is_pair = pair.opens([reading.words[i] for i in words])
    if _was_told_before(reading, words) and not is_pair:
        return False
    if not in_marks and len(words) == 1 and owner in SOMEBODY:
        return False
    return all(_can_speak(_noun_of(head, words), words, plainly=plainly) for head in found)


def _was_told_before(reading: Reading, words: range) -> bool:
    """ "the duchess", "the brave singer", "one of the officials", "a story about her": not told which here.

    "The dad of a missing man", "the UN experts", "the police" tell it.
    """
    said = [reading.words[i] for i in words]
    if any(word.lower_ in THIRD_PERSON for word in said[1:]):
        return True
    if [word.lower_ for word in said[:2]] == ["one", "of"]:
        said = said[2:]
    last_two = " ".join(word.lower_ for word in said[-2:])
    if said[0].lower_ != "the" or said[-1].lower_ in KNOWN_TO_ALL or last_two in KNOWN_BODIES:
        return False
    return not any(word.pos_ == "ADP" or any(map(str.isupper, word.text)) for word in said[1:])


def _noun_of(head: Token, words: range) -> Token:
    """The people in "dozens of people" and the sources in "sources close to the team"."""
    if head.pos_ in ("ADJ", "NUM") and head.i - 1 in words and head.nbor(-1).pos_ in ("NOUN", "PROPN"):
        return head.nbor(-1)
    if head.lemma_.lower() in AMOUNTS and head.i + 2 in words and head.nbor().lower_ == "of":
        behind = head.doc[head.i + 2 : words.stop]
        return next((word for word in behind if word.pos_ in ("NOUN", "PROPN", "PRON")), head)
    return head


def _is_rumour(head: Token, words: range) -> bool:
    """ "Many reports suggest": nobody's; but "police reports", "two reports by the council"."""
    told = (head.doc[i] for i in words if i != head.i)
    return head.lower_ == "reports" and all(word.pos_ in ("ADJ", "DET", "NUM", "ADV") for word in told)


def _can_speak(head: Token, words: range, *, plainly: bool) -> bool:
    noun, lemma = head.lower_, head.lemma_.lower()
    if noun in OPEN:  # "one of the clerks", "some in Dover", "loved ones"
        led_to = head.i + 1 in words and head.nbor().pos_ in ("ADP", "VERB")
        return led_to or (noun == "ones" and head.i > words.start)
    if not head.text.islower() and (head.pos_ == "PROPN" or not head.is_sent_start):
        return not (noun in LETTERS or (noun.rstrip(".") in TITLES and head.i > words.start))
    if head.pos_ not in ("NOUN", "PROPN", "X", "PRON"):
        return noun in SPEAKING
    if noun in SPEAKING or lemma in SPEAKING:
        return True
    if noun in PAPERS or lemma in PAPERS:
        return plainly and not _is_rumour(head, words)
    is_thing = lemma in _NO_SPEAKERS or lemma.endswith(THINGLIKE)
    return lemma.endswith(DOERS) and not is_thing
