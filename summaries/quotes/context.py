"""From the context: a passage without a cue → the actor who has just been speaking, or is about to speak.

Only where nobody else can have spoken: the sentence right before it is one speaker's own, names no other
person, and does not ask for an answer. Anything less is nobody's: no name rather than a wrong one.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from summaries.actors import Cast
from summaries.lexicon import words
from summaries.lexicon.cues import ASKING_CUES, SPEAKING_CUES
from summaries.lexicon.tags import SUBJECTS
from summaries.meaning import word_span
from summaries.models import Quote, Span, meeting
from summaries.quotes.leadins import teller
from summaries.quotes.page import ParagraphView
from summaries.quotes.reading import Reading
from summaries.quotes.speakers import can_speak
from summaries.quotes.unsaid import is_unsaid

_FEW = 6  # words; one sentence of so few in marks, alone on a line, is a heading as likely as a quotation
_SENTENCES = re.compile(r"[.!?]\s")
_AMID = re.compile(r"[\W_]*(?:…|\.\.\.|(?!i(?:Ph|Pa|OS))[a-z])")
_GIVING_THE_FLOOR = ASKING_CUES | words(
    """
    answer address beckon call greet hand interrupt introduce invite meet praise quote press prompt tell thank
    turn urge
    """
)
_OTHERS_WORDS = words("cite quote read recite sing")  # what follows may be read from a book
_ENDS = "\"”’'») "


class Context:
    """The paragraphs of an article, asked who goes on speaking in one of them."""

    def __init__(self, pages: Sequence[ParagraphView], cast: Cast, captions: Sequence[Span] = ()) -> None:
        self._pages = pages
        self._starts = [page.span.start for page in pages]
        self._cast = cast
        self._captions = sorted(captions)

    def speaker_of(self, passage: Span, latest: Quote | None) -> int | None:
        """The actor of a passage without a cue, None where it may be another's."""
        place = bisect_right(self._starts, passage.start) - 1
        if place < 0 or _may_be_heading(passage.of(self._pages[place].reading.text)):
            return None
        page = self._pages[place]
        if passage.start > page.span.start and not page.is_all_quoted:
            if page.told_behind(passage):
                return None
            spoke = latest.actor if latest is not None and _spoke_in(page, latest) else None
            return self._whom_it_is_about(page.sentence_before(passage), page, spoke)
        if place == 0 or not self._is_theirs(page, passage) or not self._touch(self._pages[place - 1], page):
            return None
        before = self._pages[place - 1]
        goes_on = self._who_goes_on(before, latest)
        return goes_on if goes_on is not None else self._whom_it_is_about(before.last_sentence, before)

    def who_leads_to(self, block: Span, latest: Quote | None) -> int | None:
        """Whose a block quotation is to which no colon leads: of who spoke right before it, and alone."""
        place = bisect_right(self._starts, block.start) - 1
        if place < 1 or latest is None or latest.actor is None or latest.speaker is None:
            return None
        before = self._pages[place - 1]
        spoke = latest.cue if latest.cue is not None else latest.content[-1]
        if before.ends_with_colon or not before.span.holds(spoke) or self._cut(before, self._pages[place]):
            return None
        if self._cast.actors[latest.actor].kind == "group":
            return None
        since = Span(spoke.end, before.span.end)
        told = (before.reading.words[i] for i in before.reading.over(since))
        if any(word.lemma_ in _OTHERS_WORDS and word.pos_ == "VERB" for word in told):
            return None
        return latest.actor if self._cast.people_in(since) <= {latest.actor} else None

    def _who_goes_on(self, before: ParagraphView, latest: Quote | None) -> int | None:
        """The speaker of the latest quote, where the paragraph before tells of nobody else since."""
        if latest is None or latest.actor is None or _asks(latest, before):
            return None
        if self._cast.actors[latest.actor].kind == "group":
            return None
        if latest.cue is None:
            # Of one to whom the context gave the paragraph before; a list of voices has no such one.
            alone = latest.speaker is None and before.is_all_quoted
            return latest.actor if alone and before.span.holds(latest.content[-1]) else None
        told = before.told_since(latest.cue)
        if told is None:
            return None
        own = latest.speaker  # "her mother, Fiona," is not her
        done = _done_by_speaker(before.reading.words[before.reading.at(latest.cue.start)])
        rest = [span for span in told if span.start not in done]
        return latest.actor if self._is_alone(latest.actor, rest, own) else None

    def _whom_it_is_about(self, sentence: range, page: ParagraphView, spoke: int | None = None) -> int | None:
        """Whom the sentence tells of, where they tell something there, or `spoke` right before it."""
        who = teller(page.reading, sentence, self._cast) if sentence else None
        if who is None or not (who.tells or who.actor == spoke):
            return None
        told = map(page.reading.word, sentence)
        return who.actor if self._is_alone(who.actor, told) else None

    def _is_theirs(self, page: ParagraphView, passage: Span) -> bool:
        """Whether the paragraph is all quoted, or tells behind the passage of nobody who may have said it."""
        words = [page.reading.words[i] for i in page.told_behind(passage)]
        if any(word.dep_ in SUBJECTS and can_speak(word) for word in words):
            return False
        return not any(
            word.lemma_.lower() in SPEAKING_CUES or self._cast.people_in(word_span(word)) for word in words
        )

    def _touch(self, before: ParagraphView, page: ParagraphView) -> bool:
        """Whether nothing of the page but captions, no heading and no button, stands between the two."""
        if not before.words:
            return False
        begins = before.span.end
        for caption in meeting(self._captions, Span(begins, page.span.start)):
            if page.reading.text[begins : caption.start].strip():
                return False
            begins = caption.end
        return page.reading.text[begins : page.span.start].isspace()

    def _cut(self, before: ParagraphView, page: ParagraphView) -> bool:
        """Whether a line of the page stands between; the ">" before a block in Markdown is none."""
        between = page.reading.text[before.span.end : page.span.start]
        return bool(between.strip("> \n\r"))

    def _is_alone(self, actor: int, told: Iterable[Span], own: Span | None = None) -> bool:
        others = {
            person
            for span in told
            if own is None or not own.holds(span)
            for person in self._cast.people_in(span)
        }
        return others <= {actor}


def leads_to_others_words(cue: Token, who: int | None, reading: Reading, cast: Cast) -> bool:
    """Whether what the sentence leads to is told to be another's: "a joke by Hall:", "quoting the act,".

    Or nobody's: "Hall did not write this:", "Hall denied that she had written this:".
    """
    if is_unsaid(reading, cue) or _is_others_to_tell(cue):
        return True
    for i in reading.sentence(cue.i):
        word = reading.words[i]
        if word.i != cue.i and word.pos_ == "VERB" and word.lemma_ in _OTHERS_WORDS:
            return True
        named = [cast.at(reading.word(name.i)) for name in word.children if word.lower_ == "by"]
        if any(actor is not None and actor != who for actor in named):
            return True
    return False


def _is_others_to_tell(cue: Token) -> bool:
    """ "denied that she had written", "the police say he wrote", "is said to have written"."""
    told_before = any(child.lower_ == "have" for child in cue.lefts)
    within = cue.head.pos_ in ("VERB", "AUX") and cue.head.i < cue.i
    return within and (cue.dep_ == "ccomp" or (cue.dep_ == "xcomp" and told_before))


def _done_by_speaker(cue: Token) -> frozenset[int]:
    """Where the words begin of what the speaker did besides: "he said, before taking aim at Hall".

    Nobody is asked there, or given the floor, who might answer.
    """
    parts = [child for child in cue.rights if child.dep_ in ("advcl", "prep")]
    verbs = [word for part in parts for word in (part, *part.children) if word.tag_ == "VBG"]
    return frozenset(
        word.idx for verb in verbs if verb.lemma_ not in _GIVING_THE_FLOOR for word in verb.subtree
    )


def _spoke_in(page: ParagraphView, quote: Quote) -> bool:
    return quote.cue is not None and page.span.holds(quote.cue)


def begins_amid(words: str) -> bool:
    """ "… had been kept from leaving": cited as a heading above its refutation, for all that can be told."""
    return _AMID.match(words) is not None


def _may_be_heading(words: str) -> bool:
    """Whether they are few, or begin in the midst of a sentence."""
    return begins_amid(words) or (len(words.split()) <= _FEW and _SENTENCES.search(words) is None)


def _asks(quote: Quote, page: ParagraphView) -> bool:
    """Whether the quote is a question: what follows it is as likely the answer, and another's."""
    text = page.reading.text
    if any(span.of(text).rstrip(_ENDS).endswith("?") for span in quote.content):
        return True
    cue = quote.cue
    return cue is not None and page.reading.words[page.reading.at(cue.start)].lemma_.lower() in ASKING_CUES
