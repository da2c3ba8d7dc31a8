"""Links: each passage of a paragraph → the cue it belongs to, the quote it carries on, or nobody.

A passage that stands as a sentence is linked by what is beside its marks; one inside a sentence belongs to
the statement around it. Words in marks that no cue claims are scare quotes and titles of works: no quotes.
"""

from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Token

from summaries.lexicon.cues import CLAUSE_CUES, GOVERNING_CUES, NAMING_CUES, TERM_NOUNS
from summaries.models import Span
from summaries.quotes import attribution
from summaries.quotes.attribution import Attribution
from summaries.quotes.page import Page
from summaries.quotes.reported import inherited_speaker
from summaries.quotes.speakers import name_of, subject
from summaries.quotes.verbs import is_dependent, is_modifier, is_utterance, is_verb, puts_it

_FEW = 6  # words, marks counted; so few with no stop inside are a name or a title, not a sentence
_NEAR = 8  # words between a cue and the comma that leads to a passage in small letters
_OWN_SENTENCE = 12  # words; what follows a full stop and is longer is a sentence that says something itself
_CLIMB = 12  # heads from a passage to the verb that governs it
_TRANSPARENT = frozenset(("xcomp", "ccomp", "conj", "dobj", "prep", "pobj", "oprd", "attr"))
_BARRIERS = frozenset(("relcl", "advcl", "acl", "nsubj"))


@dataclass(frozen=True, slots=True)
class Cued:
    """The passage is claimed by a cue; `content` is what is attributed beside the passage itself."""

    cue: int
    speaker: Span | None
    content: tuple[Span, ...] = ()


Link = Cued | Literal["goes on", "alone"] | None


def link(page: Page, place: int, latest: Cued | None, *, led_by_colon: bool) -> Link:
    """How the passage at `place` is attributed; None where it is nobody's quote.

    `latest` is the cue that claimed a passage of this paragraph last; `led_by_colon` says that the paragraph
    before ended with a colon.
    """
    setting = page.setting(place)
    if (
        setting.is_title
        and setting.position != "opens a sentence"
        and setting.lead != ":"
        and not _cue_is_near(page, place)
    ):
        found: Link = _governed(page, place)
    elif setting.position == "opens a sentence":
        found = _own_sentence(page, place, latest, led_by_colon=led_by_colon)
    elif setting.position == "is led to" or _cue_is_near(page, place):
        found = _led(page, place, latest)
    else:
        found = _embedded(page, place)
    if isinstance(found, Cued) and latest is not None and _takes_after(page, found.cue, latest):
        return replace(found, speaker=latest.speaker)
    return found


def _own_sentence(page: Page, place: int, latest: Cued | None, *, led_by_colon: bool) -> Link:
    tail = page.setting(place).tail
    complete = bool(tail) or page.is_last(place)
    if not complete:
        around = _around(page, place)
        if around is not None:
            return around
    found = _after(page, place)
    if found is not None:
        return _cued(page, found)
    if led_by_colon and place == 0:
        return "alone"
    follows = _follows(page, place, latest)
    if not (follows and _spoke_just_now(page, place, latest)):
        before = _sentence_before(page, place)
        if before is not None:
            return before
    if follows and complete:
        return "goes on"
    return "alone" if tail or len(page.ranges[place]) > _FEW else None


def _led(page: Page, place: int, latest: Cued | None) -> Link:
    """Behind a colon or a comma: “In breaking news,” he tweeted, “she wins” · He added: “No.”"""
    lead, tail = page.setting(place).lead, page.setting(place).tail
    found = attribution.before(page.reading, page.words_before(place), colon=lead == ":")
    if found is not None and latest is not None and found.cue == latest.cue:
        return "goes on"
    later = _after(page, place) if tail == "," else None
    says = found is not None and page.reading.words[found.cue].lemma_.lower() in CLAUSE_CUES
    chosen = found if says else later or found
    if chosen is not None:
        held = [s for s in page.statements_around(place) if s.cue == chosen.cue]
        return _cued(page, chosen, page.content(held[0]) if held else ())
    return "alone" if lead == ":" else _embedded(page, place)


def _embedded(page: Page, place: int) -> Link:
    """Inside a clause: He called it an “excuse” · Teachers are “looking at it,” she said."""
    around = _around(page, place)
    if around is not None:
        return around
    words = page.ranges[place]
    found = _after(page, place) if words and page.setting(place).tail == "," else None
    if found is not None and not _says_something_else(page, place, found.cue):
        piece = page.reading.span(range(page.sentence(words.start).start, words.stop))
        return _cued(page, found, (piece,) if piece else ())
    return _governed(page, place)


def _around(page: Page, place: int) -> Cued | None:
    """The innermost statement of which the passage is a part."""
    holding = page.statements_around(place)
    if not holding:
        return None
    spoken = [s for s in holding if is_utterance(page.reading.words[s.cue])]
    chosen = min(spoken or holding, key=lambda statement: sum(map(len, statement.words)))
    return Cued(chosen.cue, chosen.speaker, page.content(chosen))


def _governed(page: Page, place: int) -> Cued | None:
    """The cue that the passage hangs on in the parse."""
    reading, words = page.reading, page.ranges[place]
    if not words:
        return None
    node, is_term = reading.words[words.start], _is_term(reading.words[words.start - 1])
    for _ in range(_CLIMB):
        child, node = node, node.head
        if node is child:
            return None
        if node.i in words:
            continue
        is_term = is_term or _is_term(node)
        if not is_verb(node):
            continue
        if node.i > words.start or child.dep_ in _BARRIERS:
            return None
        if (is_term or node.lemma_.lower() in GOVERNING_CUES) and not is_modifier(node):
            who = subject(node)
            if who is None or (page.setting(place).is_title and node.lemma_.lower() not in NAMING_CUES):
                return None
            ends = page.setting(place).tail == ","
            stop = words.stop if ends else max(words.stop, child.right_edge.i + 1)
            piece = reading.span(range(node.i + 1, min(stop, page.sentence(words.stop - 1).stop)))
            return _cued(page, Attribution(node.i, name_of(who, reading)), (piece,) if piece else ())
        if child.dep_ not in _TRANSPARENT:
            return None
    return None


def _is_term(word: Token) -> bool:
    return word.lemma_ in TERM_NOUNS


def _after(page: Page, place: int) -> Attribution | None:
    words, tail, capital = page.words_after(place), page.setting(place).tail, page.setting(place).capital
    if not words or (tail == "." and len(words) > _OWN_SENTENCE):
        return None
    leads_on = place + 1 < len(page.ranges) and words.stop == page.ranges[place + 1].start
    if leads_on and tail not in (",", "-", "—") and page.reading.words[words.stop - 1].text in (",", ":"):
        return None  # those words lead to the next passage
    found = attribution.after(page.reading, words, any_verb=tail == "," and capital)
    if found is not None and tail != "," and _says_something_else(page, place, found.cue):
        return None
    return found


def _says_something_else(page: Page, place: int, cue: int) -> bool:
    """Whether the cue has content of its own: “It was hard.” She said nobody was hurt."""
    own = [s for s in page.statements_beside(cue) if s.cue == cue]
    return bool(own) and own[0] not in page.statements_around(place)


def _cued(page: Page, found: Attribution, content: tuple[Span, ...] = ()) -> Cued:
    """With the speaker of the main cue where the found one depends on it."""
    cue = page.reading.words[found.cue]
    inherited = inherited_speaker(cue, page.statements_beside(found.cue))
    return Cued(found.cue, inherited or found.speaker, content)


def _takes_after(page: Page, cue: int, latest: Cued) -> bool:
    """Whether the cue is a dependent of the latest: “No,” he said, adding: “…” · He said no. Adding, “…”"""
    if latest.cue >= cue:
        return False
    word, sentence = page.reading.words[cue], page.sentence(cue)
    opens = word.tag_ == "VBG" and cue == sentence.start
    main = page.reading.words[latest.cue].dep_ not in ("relcl", "acl")
    return opens or (main and is_dependent(word) and latest.cue in sentence)


def _sentence_before(page: Page, place: int) -> Cued | None:
    """The statement of the sentence before, which the passage carries on: He said no. “It hurts us.”"""
    first = page.ranges[place].start
    floor = page.ranges[place - 1].stop if place > 0 else page.words.start
    if first <= floor:
        return None
    for statement in page.statements_beside(first - 1):
        if statement.cue >= floor and statement.speaker is not None:
            return Cued(statement.cue, statement.speaker, page.content(statement))
    return None


def _follows(page: Page, place: int, latest: Cued | None) -> bool:
    """Whether the passage comes right behind the one before, or behind the sentence of its cue."""
    if place == 0:
        return False
    last = max(page.ranges[place - 1].stop, latest.cue if latest is not None else 0)
    return page.sentence(max(page.ranges[place].start - 1, page.words.start)).start <= last


def _spoke_just_now(page: Page, place: int, latest: Cued | None) -> bool:
    first = page.ranges[place].start
    return latest is not None and first > page.words.start and latest.cue in page.sentence(first - 1)


def _cue_is_near(page: Page, place: int) -> bool:
    """Whether a cue of speech leads to a comma before the passage: "tweeting at him, “you …”"."""
    if page.setting(place).lead != ",":
        return False
    first = page.ranges[place].start
    near = page.reading.words[max(page.words.start, first - _NEAR) : first]
    return any(_is_cue_of_speech(word) for word in near)


def _is_cue_of_speech(word: Token) -> bool:
    if not is_verb(word):
        return word.lower_ == "words"  # "in Forbes’ words,"
    return word.lemma_.lower() in CLAUSE_CUES or puts_it(word)
