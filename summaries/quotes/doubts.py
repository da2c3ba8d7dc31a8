"""Doubts: which quotations no reader is shown as somebody's words, though they are found and kept.

A speaker must be somebody who can speak, and the cue must tell that words were said; what is reported must be
more of the sentence than a clause beside what it tells, for the reader is shown the whole of it. What leans
on words that are not shown with it (`leaning.py`) is somebody's all the same: it is shown where the
article's sentences before it can be, and stands for no story.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from spacy.tokens import Token

from summaries.actors import Cast
from summaries.lexicon.cues import ADJECTIVE_CUES, CLAUSE_CUES, NOUN_CUES, PLAIN_CUES, VIEW_NOUNS
from summaries.lexicon.doubts import DEEDS_TOLD, HEARSAY, NAMES, THOUGHT, TOLD, VERDICTS, WISHES
from summaries.lexicon.people import TITLES
from summaries.lexicon.senses import SAID
from summaries.lexicon.tags import SUBJECTS
from summaries.models import Quote, Span
from summaries.quotes.called import speaker_beside
from summaries.quotes.context import begins_amid
from summaries.quotes.enough import heads_clause, is_told_deed, is_verdict, is_wish
from summaries.quotes.pairs import HeadlinePair
from summaries.quotes.reading import Reading
from summaries.quotes.speaking import names_a_speaker

_SHARE = 0.4  # of the words of the sentences around a report: less, and they tell something else
_FEW = 3  # words
_NAME = 2  # words of a name that a line may hold before a town could be among them
_SHORT = 5  # words in marks: a name, a term
_PERFECT = frozenset(("has", "have"))
_OF_A_NOUN = frozenset(("relcl", "acl"))
_JOINED = 4  # verbs joined by "and"
_NOTHING_SAID: Final = TOLD | NAMES | VERDICTS


def is_doubtful(
    reading: Reading,
    quote: Quote,
    cast: Cast,
    near: Sequence[Quote],
    *,
    spoken: bool,
    within: Span | None,
    pair: HeadlinePair,
) -> bool:
    """Whether no reader is to be shown the quotation.

    `near` are those around it, itself too; `spoken`: it is shown as words of the speaker's own; `within`: the
    part of its sentence in which alone it is shown.
    """
    if _is_doubtful(reading, quote, cast, spoken=spoken, within=within, pair=pair):
        return True
    return not spoken and (
        _says_no_more(reading, quote)
        or _is_second_hand(reading, quote, near)
        or _holds_anothers_words(reading, quote, near, within)
    )


def _is_second_hand(reading: Reading, quote: Quote, near: Sequence[Quote]) -> bool:
    """Whether another says that it was said: "The loggers claimed that Hall had told them to stay behind".

    Also where the article says so by a word: "Hall allegedly told them".
    """
    if quote.cue is None:
        return False
    cue = reading.words[reading.at(quote.cue.start)]
    if any(word.lower_ in HEARSAY for word in cue.children) and not _is_told_by_papers(cue):
        return True
    return any(
        other is not quote
        and other.actor != quote.actor
        and any(span.holds(quote.cue) for span in other.content)
        for other in near
    )


def _is_told_by_papers(cue: Token) -> bool:
    """ "Ann Lee has reportedly said that she will go": of somebody named, by other papers."""
    lefts = {child.lower_ for child in cue.lefts}
    named = any(child.dep_ in SUBJECTS and child.pos_ == "PROPN" for child in cue.lefts)
    return named and "reportedly" in lefts and cue.lemma_ in PLAIN_CUES and not lefts.isdisjoint(_PERFECT)


def _says_no_more(reading: Reading, quote: Quote) -> bool:
    """Whether a fragment is all that its sentence tells: "“Yes, they do,” Hall said"."""
    if not quote.verbatim or quote.cue is None:
        return False
    said = {i for span in (*quote.verbatim, *quote.content, quote.cue) for i in reading.over(span)}
    speaker = speaker_beside(quote, reading)
    said.update(reading.over(speaker) if speaker is not None else ())
    around = {i for span in quote.verbatim for i in _sentence_over(reading, span)}
    left = [i for i in around - said if reading.words[i].text[:1].isalnum()]
    marked = {i for span in quote.verbatim for i in reading.over(span)}
    content = {i for span in quote.content for i in reading.over(span)} - marked
    return not left and not any(reading.words[i].text[:1].isalnum() for i in content)


def _sentence_over(reading: Reading, span: Span) -> Iterator[int]:
    for i in reading.over(span):
        yield from reading.sentence(i)


def _holds_anothers_words(reading: Reading, quote: Quote, near: Sequence[Quote], within: Span | None) -> bool:
    """Whether its sentence quotes another: "“We won,” Ruiz said after the army said it had left"."""
    others = [marked for other in near if other.actor != quote.actor for marked in other.verbatim]
    if not others:
        return False
    told = {i for span in quote.content for i in reading.over(span)}
    around = [within] if within else [reading.span(one) for one in {reading.sentence(i) for i in told}]
    return any(span is not None and span.meets(marked) for marked in others for span in around)


def _is_doubtful(
    reading: Reading, quote: Quote, cast: Cast, *, spoken: bool, within: Span | None, pair: HeadlinePair
) -> bool:
    cue = reading.words[reading.at(quote.cue.start)] if quote.cue is not None else None
    if quote.speaker is None:
        if quote.actor is None and begins_amid(quote.content[0].of(reading.text)):
            return True
        return not spoken or (cue is not None and quote.actor is None)
    if quote.actor is None and not names_a_speaker(
        reading, quote.speaker, cast, plainly=_is_plain(cue), in_marks=spoken, pair=pair
    ):
        return True
    if cue is None:
        return quote.actor is None and not quote.verbatim and _runs_on(reading, quote.speaker)
    tells = _quotes(reading, quote, cue) if quote.verbatim else _reports(reading, quote, cue)
    if not spoken and (_is_infinitive(cue) or _is_set_against_deed(cue)):
        return True  # "was forced to respond to the “scare”"
    return not tells or (quote.kind != "direct" and within is None and _is_aside(reading, quote, cue))


def _runs_on(reading: Reading, label: Span) -> bool:
    """Whether the line that signs a letter may hold more than a name: "Ana Ruiz Dover"."""
    names = [word for word in reading.over(label) if reading.words[word].lower_ not in TITLES]
    return len(names) > _NAME


def _is_plain(cue: Token | None) -> bool:
    return cue is None or cue.lower_ == "according" or cue.lemma_.lower() in CLAUSE_CUES


def _quotes(reading: Reading, quote: Quote, cue: Token) -> bool:
    """Whether the cue tells of the words in marks that they were said or written, and not only named."""
    count = sum(len(reading.over(span)) for span in quote.verbatim)
    lemma = cue.lemma_.lower()
    if lemma in NOUN_CUES and cue.pos_ == "NOUN":
        return False
    if lemma in THOUGHT:
        return False
    return count > _SHORT or not cue.text.islower() or lemma in _NOTHING_SAID


def _reports(reading: Reading, quote: Quote, cue: Token) -> bool:
    """Whether the cue tells that the content was said: a clause, a wish or a verdict that says something."""
    if cue.lower_ == "according":
        return True
    lemma = cue.lemma_.lower()
    if lemma in ADJECTIVE_CUES or (lemma in VIEW_NOUNS and quote.content[0].end < cue.idx):
        return True
    if cue.pos_ not in ("VERB", "AUX") or _is_infinitive(cue):
        return False
    words = [reading.words[i] for span in quote.content for i in reading.over(span) if i != cue.i]
    if len(words) < _FEW:
        return False
    first, inside = words[0], range(words[0].i, words[-1].i + 1)
    is_clause = (
        (first.i < cue.i and first.pos_ != "ADP")
        or (first.tag_ == "IN" and first.dep_ == "mark")
        or first.tag_ in ("WRB", "WP")
        or any(heads_clause(word, inside) for word in words)
    )
    if lemma in TOLD and (is_clause or lemma in PLAIN_CUES):
        return True
    if lemma in DEEDS_TOLD and any(is_told_deed(word, cue) for word in words):
        return True
    if _is_participle(cue):
        return False
    if lemma in WISHES and any(is_wish(word) for word in words):
        return True
    if any(word.head.i == cue.i and word.lemma_ in SAID.get(lemma, ()) for word in words):
        return True
    return lemma in VERDICTS or (
        lemma in NAMES and any(word.head.i == cue.i and is_verdict(cue, word) for word in words)
    )


def _is_infinitive(cue: Token) -> bool:
    """ "is poised to argue", "was forced to deny"; but "went on to say" tells what was said."""
    if cue.tag_ != "VB" or all(word.lower_ != "to" for word in cue.lefts):
        return False
    before = cue.doc[max(cue.i - 3, 0) : cue.i]
    return not ({word.lemma_ for word in before} >= {"go", "on"} or any(w.lower_ == "used" for w in before))


def _is_set_against_deed(cue: Token) -> bool:
    """ "cut their pay while claiming to raise it": the writer holds words against what somebody does."""
    if cue.tag_ != "VBG":
        return False
    held = any(child.lower_ == "while" and child.dep_ == "mark" for child in cue.lefts)
    held = held or (cue.dep_ == "pcomp" and cue.head.lower_ == "despite")
    deed = cue.head.head if cue.dep_ == "pcomp" else cue.head
    return held and deed.lemma_.lower() not in _NOTHING_SAID


def _is_participle(cue: Token) -> bool:
    """ "for proposing", ", calling for"; not "is calling for"."""
    return cue.tag_ == "VBG" and all(word.dep_ not in ("aux", "auxpass") for word in cue.lefts)


def _is_aside(reading: Reading, quote: Quote, cue: Token) -> bool:
    """Whether the sentence tells something else, and this beside it: "a boat that Hall said leaked sank"."""
    is_main = _is_main(cue) or (cue.dep_ not in _OF_A_NOUN and _is_of_main(reading, quote))
    return not (is_main or _holds_main(reading, quote)) and _share(reading, quote, cue) < _SHARE


def _holds_main(reading: Reading, quote: Quote) -> bool:
    """ "It began in July, Hall said, and ran on into the winter": what the sentence tells is what he said."""
    return any(reading.words[i].dep_ == "ROOT" for span in quote.content for i in reading.over(span))


def _is_of_main(reading: Reading, quote: Quote) -> bool:
    """Whether the speaker is the subject of the sentence, too: "Calling it late, Hall left"."""
    speaker = speaker_beside(quote, reading)
    words = reading.over(speaker) if speaker is not None else ()
    return any(reading.words[i].dep_ in SUBJECTS and _is_main(reading.words[i].head) for i in words)


def _is_main(verb: Token) -> bool:
    for _ in range(_JOINED):
        if verb.dep_ == "ROOT":
            return True
        if verb.dep_ != "conj":
            return False
        verb = verb.head
    return False


def _share(reading: Reading, quote: Quote, cue: Token) -> float:
    """How much of the sentences around the quotation it makes, with its cue and its speaker.

    Of "the bridge, which Hall said was safe" the bridge is no part: the sentence goes on about it.
    """
    first = cue.i if cue.dep_ in _OF_A_NOUN else 0
    told = {i for span in quote.content for i in reading.over(span) if i >= first} | {cue.i}
    speaker = speaker_beside(quote, reading)
    if speaker is not None:
        told.update(reading.over(speaker))
    around: set[int] = set()
    for i in sorted(i for span in quote.content for i in reading.over(span)):
        if i not in around:
            around.update(reading.sentence(i))
    counted = [i for i in around if not (reading.words[i].is_punct or reading.words[i].is_space)]
    return sum(i in told for i in counted) / max(1, len(counted))
