"""Who speaks for a house: its spokesman, with or without a name, and who heads it."""

import re
from collections.abc import Collection
from typing import Final

from summaries.models import Actor, Analysis, Quote

_SPOKESMAN: Final = (
    r"spokes(?:man|men|people|person|woman|women)|press (?:officer|secretary)"
    r"|(?:communications|press) director|(?:director|head) of communications"
)
_HEAD: Final = (
    r"chair(?:man|person|woman)?|chief (?:constable|executive)|chief executive officer|CEO|commissioner"
    r"|director[- ]general|executive director|general (?:manager|secretary)|managing director|president"
    r"|secretary[- ]general"
)
_OF_ONESELF: Final = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself)\b")
_ANY: Final = re.compile(rf"\b(?:{_SPOKESMAN}|{_HEAD})\b", re.IGNORECASE)
_ARTICLE: Final = r"(?:(?i:an?|one|the)\s+)?"
_FOR: Final = r"\s+(?:at|for|from|of)\s+(?:the\s+)?"


def said_for(analysis: Analysis, places: Collection[int]) -> frozenset[int]:
    """The places of the quotations in which somebody speaks for one of these actors, as the words tell.

    "A spokeswoman for Elm Ferries", "an Elm Ferries spokesman"; of a house also "Ann Lee, chief executive of
    Elm Ferries", unless of herself: "I am innocent". Nobody speaks so for a person, and who heads a state
    speaks for themself.
    """
    speaking = [
        (place, words, quote.actor is not None and not _is_of_oneself(analysis, quote))
        for place, quote in enumerate(analysis.quotes)
        if quote.actor not in places and _ANY.search(words := _called(analysis, quote))
    ]
    houses = [analysis.actors[place] for place in places] if speaking else []
    return frozenset(
        place
        for place, words, heads in speaking
        if any(_is_for(words, house, heads=heads) for house in houses if house.kind != "person")
    )


def _called(analysis: Analysis, quote: Quote) -> str:
    """What the speaker is called: by what the quotation says, or who the one who is named is said to be."""
    if quote.actor is None:
        called = quote.speaker
    else:
        actor = analysis.actors[quote.actor]
        called = actor.description if actor.kind == "person" else None
    return "" if called is None else called.of(analysis.article.text)


def _is_of_oneself(analysis: Analysis, quote: Quote) -> bool:
    return any(_OF_ONESELF.search(analysis.article.text, *marked) for marked in quote.verbatim)


def _is_for(words: str, house: Actor, *, heads: bool) -> bool:
    role = f"{_SPOKESMAN}|{_HEAD}" if heads and house.kind == "organization" else _SPOKESMAN
    roles = rf"(?i:(?:(?:(?:co-)?founder|{role}) (?:and|&) )?(?:{role}))"
    names = "|".join(re.escape(name) for name in (house.name, *house.aliases))
    before, behind = rf"(?:{names})(?:[’']s?)?\s+{roles}", rf"{roles}{_FOR}(?:{names})"
    return re.match(rf"{_ARTICLE}(?:{before}|{behind})(?=[,;]|$)", words) is not None
