"""Whom the pronouns in shown words mean, and whether these or the headline name them."""

import re
from typing import Final

from summaries.lexicon import words
from summaries.lexicon.doubts import PAPERS
from summaries.lexicon.openings import NOW, POINTING, THIRD_PERSON
from summaries.models import Analysis, Quote, Span, beside, meeting, place_from

OF_PEOPLE: Final = re.compile(r"\b(?:he|him|his|she|her|hers)\b", re.IGNORECASE)
_THIRD: Final = re.compile(r"\b(?:he|him|his|she|her|hers|it|its|they|them|their)\b", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W_]+")
_WHEN: Final = NOW | words(
    "according also and at but by each every in last now of on still that the then this to"
)
_SOMEBODY: Final = re.compile(r"\b(?:[Aa]n?|[Oo]ne|[Aa]nother) [a-z]")


def means_untold(analysis: Analysis, quote: Quote, told: Span) -> bool:
    """Whether a pronoun in the words means another than who speaks, of whom they tell nothing before it.

    "By one count, his support fell"; of things those alone of which the article makes sure what they are.
    """
    for found in _THIRD.finditer(analysis.article.text, told.start, told.end):
        at = found.start()
        if OF_PEOPLE.fullmatch(found[0]):
            if is_unnamed(analysis, at, told, quote) and not _may_be_speaker(analysis, quote, at):
                return True
        elif _means_other(analysis, quote, at, told):
            return True
    return False


def _may_be_speaker(analysis: Analysis, quote: Quote, at: int) -> bool:
    """Whether nothing is known of whom the "he" means, and a person speaks, as far as is known."""
    if whom(analysis, at) is not None:
        return False
    if quote.actor is not None:
        return analysis.actors[quote.actor].kind == "person"
    return quote.speaker is None or not _is_paper(analysis, quote.speaker)


def _is_paper(analysis: Analysis, speaker: Span) -> bool:
    """ "A new poll", which no "he" can mean."""
    return speaker.of(analysis.article.text).casefold().rpartition(" ")[2] in PAPERS


def _means_other(analysis: Analysis, quote: Quote, at: int, told: Span) -> bool:
    who = whom(analysis, at)
    if who is None:
        is_thing = analysis.article.text[at : at + 2].casefold() == "it"
        return is_thing and not quote.verbatim and _tells_nothing(analysis, quote, Span(told.start, at))
    if who == quote.actor or is_above(analysis, who):
        return False
    return not names(analysis, who, Span(told.start, at))


def _tells_nothing(analysis: Analysis, quote: Quote, before: Span) -> bool:
    """Whether the words before an "it" say no more than when, and who said so: "Each year, they said, it"."""
    own = sorted(span for span in (quote.speaker, quote.cue) if span is not None and before.holds(span))
    if not own or not _may_not_be_meant(analysis, quote):
        return False
    begins, ends = (before.start, *(span.end for span in own)), (*(span.start for span in own), before.end)
    rest = " ".join(analysis.article.text[begin:end] for begin, end in zip(begins, ends, strict=True))
    return all(word in _WHEN for word in _WORD.findall(rest.casefold()))


def _may_not_be_meant(analysis: Analysis, quote: Quote) -> bool:
    """Whether several people speak, or a paper: neither is an "it" of its own words."""
    if quote.actor is None:
        return quote.speaker is not None and _is_paper(analysis, quote.speaker)
    return analysis.actors[quote.actor].kind == "group"


def is_unnamed(analysis: Analysis, at: int, told: Span, quote: Quote) -> bool:
    """Whether the "he" at that place is neither who speaks nor anybody of whom the words tell before it."""
    who = whom(analysis, at)
    before = Span(told.start, at)
    if who is not None and (who == quote.actor or is_above(analysis, who)):
        return False
    people = (actor for actor in analysis.actors if actor.kind == "person")
    named = any(meeting(actor.mentions, before) for actor in people)
    if named:
        return False
    somebody = (one.start() + told.start for one in _SOMEBODY.finditer(before.of(analysis.article.text)))
    return all(
        quote.speaker is not None and quote.speaker.start == begins and _is_paper(analysis, quote.speaker)
        for begins in somebody
    )


def names(analysis: Analysis, actor: int, told: Span) -> bool:
    """Whether more than a pronoun for the actor stands there."""
    text = analysis.article.text
    return any(
        one.of(text).casefold() not in POINTING for one in meeting(analysis.actors[actor].mentions, told)
    )


def whom(analysis: Analysis, at: int) -> int | None:
    """The actor whom the pronoun that stands there means."""
    here = Span(at, at + 1)
    meant = next((n for n, actor in enumerate(analysis.actors) if meeting(actor.mentions, here)), None)
    return meant if meant is not None else _speaking(analysis, at)


def _speaking(analysis: Analysis, at: int) -> int | None:
    """Who speaks there: of "He added that …" what was said before it tells that alone."""
    near = beside(analysis.quotes, place_from(analysis.quotes, (Span(at, at),)))
    return next(
        (
            one.actor
            for one in near
            if one.actor is not None and one.speaker is not None and one.speaker.start == at
            if one.speaker.of(analysis.article.text).casefold() in THIRD_PERSON  # not "her mother"
        ),
        None,
    )


def is_above(analysis: Analysis, actor: int) -> bool:
    """Whether the headline or the deck names the actor."""
    above = [span for span in (analysis.article.headline, analysis.article.deck) if span is not None]
    return any(meeting(analysis.actors[actor].mentions, span) for span in above)
