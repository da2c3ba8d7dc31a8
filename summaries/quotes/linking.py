"""Links: each passage of a paragraph → the cue it belongs to, the quote it carries on, or nobody.

A passage that stands as a sentence is linked by what is beside its marks; one inside a sentence belongs to
the statement around it. Words in marks that no cue claims are scare quotes and titles of works: no quotes.
"""

from dataclasses import replace
from typing import Literal

from spacy.tokens import Token

from summaries.lexicon.cues import CLAUSE_CUES, GOVERNING_CUES
from summaries.quotes import attribution, claims
from summaries.quotes.claims import Cued
from summaries.quotes.page import ParagraphView
from summaries.quotes.surface import is_cue
from summaries.quotes.unsaid import is_unsaid
from summaries.quotes.verbs import is_dependent, is_verb, puts_it, stands_before

_STOPS = frozenset(".?!…-–—")
_FEW = 6  # words, marks counted; so few with no stop inside are a name or a title, not a sentence
_NEAR = 8  # words between a cue and the comma that leads to a passage in small letters


Link = Cued | Literal["goes on", "alone"] | None


def link(page: ParagraphView, place: int, latest: Cued | None, *, led_by_colon: bool) -> Link:
    """How the passage at `place` is attributed; None where it is nobody's quote.

    `latest` is the cue that claimed a passage of this paragraph last; `led_by_colon` says that the paragraph
    before ended with a colon.
    """
    setting = page.setting(place)
    another = claims.claim_of_another(page, place, latest) if latest is not None else None
    if another is not None:
        return another
    if latest is not None and setting.lead == "," and latest.cue in page.words_before(place) and place > 0:
        return "goes on"  # “Still,” he went on, “we need …”
    if latest is not None and place > 0 and setting.capital and _only_and(page, place):
        return "goes on"  # telling the crowd, “It is late,” and, “We must go.”
    if (
        setting.is_title
        and setting.position != "opens a sentence"
        and setting.lead != ":"
        and not _cue_is_near(page, place)
    ):
        found: Link = None if page.statements_around(place) else claims.governed(page, place)
    elif setting.position == "opens a sentence":
        found = _own_sentence(page, place, latest, led_by_colon=led_by_colon)
    elif setting.position == "is led to" or _cue_is_near(page, place):
        found = _led(page, place, latest)
    else:
        found = claims.embedded(page, place)
    if isinstance(found, Cued) and is_unsaid(page.reading, page.reading.words[found.cue]):
        return None
    if isinstance(found, Cued) and latest is not None and _takes_after(page, found.cue, latest):
        return replace(found, speaker=latest.speaker)
    return found


def _only_and(page: ParagraphView, place: int) -> bool:
    """Whether nothing but "and" with a mark behind it stands between the passage and the one before."""
    between = [page.reading.words[i].lower_ for i in page.words_before(place)]
    return between in (["and", ","], [",", "and", ","])


def _own_sentence(page: ParagraphView, place: int, latest: Cued | None, *, led_by_colon: bool) -> Link:
    tail = page.setting(place).tail
    complete = bool(tail) or page.is_last(place)
    if not complete:
        around = claims.claim_around(page, place)
        if around is not None:
            return around
    found = claims.claim_after(page, place)
    if found is not None:
        return claims.cued(page, found)
    if led_by_colon and place == 0:
        return "alone"
    follows = _follows(page, place, latest)
    if not (follows and _spoke_just_now(page, place, latest)):
        before = _sentence_before(page, place)
        if before is not None:
            return before
    is_said = tail in _STOPS or len(page.ranges[place]) > _FEW
    if follows and complete and (is_said or latest is not None) and not _leads_to_another(page, place):
        return "goes on"
    return "alone" if is_said or _leads_to_another(page, place) else None


def _led(page: ParagraphView, place: int, latest: Cued | None) -> Link:
    """Behind a colon or a comma: “In breaking news,” he tweeted, “she wins” · He added: “No.”"""
    lead, tail = page.setting(place).lead, page.setting(place).tail
    found = attribution.before(page.reading, page.words_before(place), colon=lead == ":")
    if found is not None and latest is not None and found.cue == latest.cue:
        return "goes on"
    if (
        lead == ":"
        and found is not None
        and latest is not None
        and _is_said_by(page, place, found.cue, latest)
    ):
        return "goes on"  # Hall said it was “late” and that Ruiz had won: “She is the mayor.”
    later = claims.claim_after(page, place) if tail == "," else None
    says = found is not None and page.reading.words[found.cue].lemma_.lower() in CLAUSE_CUES
    if lead == ":" and later is not None and later.speaker is not None:
        found = None  # Ruiz asserted that it was lost: “It is gone,” she claimed
    chosen = found if says and found is not None else later or found
    if chosen is not None:
        held = [s for s in page.statements_around(place) if s.cue == chosen.cue]
        return claims.cued(page, chosen, page.content(held[0]) if held else ())
    return "alone" if lead == ":" else claims.embedded(page, place)


def _is_said_by(page: ParagraphView, place: int, verb: int, latest: Cued) -> bool:
    """Whether the verb is no cue, but one of what the latest cue of the sentence tells."""
    if page.reading.words[verb].lemma_.lower() in GOVERNING_CUES:
        return False
    told = [one for one in page.statements_around(place) if one.cue == latest.cue]
    return latest.cue in page.sentence(verb) and any(
        one.holds(verb) for one in told or page.statements_beside(verb)
    )


def _takes_after(page: ParagraphView, cue: int, latest: Cued) -> bool:
    """Whether the cue is a dependent of the latest: “No,” he said, adding: “…” · He said no. Adding, “…”"""
    if latest.cue >= cue:
        return False
    word, sentence = page.reading.words[cue], page.sentence(cue)
    opens = word.tag_ == "VBG" and cue == sentence.start
    above = page.reading.words[latest.cue]
    main = above.dep_ not in ("relcl", "acl") and not stands_before(above, word)
    return opens or (main and is_dependent(word) and latest.cue in sentence)


def _sentence_before(page: ParagraphView, place: int) -> Cued | None:
    """The statement of the sentence before, which the passage carries on: He said no. “It hurts us.”"""
    first = page.ranges[place].start
    floor = page.ranges[place - 1].stop if place > 0 else page.words.start
    if first <= floor:
        return None
    for statement in page.statements_beside(first - 1):
        if statement.cue >= floor and statement.speaker is not None:
            return Cued(statement.cue, statement.speaker, page.content(statement))
    return None


def _follows(page: ParagraphView, place: int, latest: Cued | None) -> bool:
    """Whether the passage comes right behind the one before, or behind the sentence of its cue."""
    if place == 0:
        return False
    last = max(page.ranges[place - 1].stop, latest.cue if latest is not None else 0)
    return page.sentence(max(page.ranges[place].start - 1, page.words.start)).start <= last


def _leads_to_another(page: ParagraphView, place: int) -> bool:
    """Whether a comma leads from the passage to a name or a cue: somebody else may be speaking here."""
    after = page.ranges[place].stop
    if page.setting(place).tail != "," or after >= page.words.stop:
        return False
    return page.reading.words[after].pos_ == "PROPN" or is_cue(page.reading.words[after])


def _spoke_just_now(page: ParagraphView, place: int, latest: Cued | None) -> bool:
    first = page.ranges[place].start
    return latest is not None and first > page.words.start and latest.cue in page.sentence(first - 1)


def _cue_is_near(page: ParagraphView, place: int) -> bool:
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
