"""How much of an article is about each actor."""

import re
from collections.abc import Sequence

from summaries.actors.drafts import ActorDraft, Hit
from summaries.actors.joints import MARKS
from summaries.actors.page import MarkedText, Part

# A reader's sense of prominence: who does something weighs more than who is mentioned, the lede and the
# headline more than the rest, a pronoun less than a name, a crowd less than somebody with a name.
# A house weighs little that only says who somebody else is, and more whoever is of what the headline names.
# Chosen by hand; only their order matters.
_PRONOUN, _ACTING, _LEDE, _HEADLINE, _QUOTED, _CROWD = 0.5, 1.5, 2.0, 2.0, 0.5, 0.75
_OF_SOMEBODY, _OF_HEADLINE = 0.25, 2.0
_HOUSES = ("organization", "state")
_WORD = re.compile(r"\w+")


def weigh(
    page: MarkedText, drafts: Sequence[ActorDraft], described: Sequence[tuple[int, int] | None]
) -> list[float]:
    """Each draft's share of all that is said of anybody: the shares sum to 1.

    `described`: who each is said to be, where that is told.
    """
    lede = page.article.body[0].end if page.article.body else 0
    within = {
        place: number
        for number, span in enumerate(described)
        if span is not None and not any(word.startswith("spokes") for word in page.words[slice(*span)])
        for place in range(*span)
    }
    works = {number for number, span in enumerate(described) if span and _is_of_work(page, span)}
    raw = [
        sum(
            _weight(page, hit, lede)
            * (_OF_SOMEBODY if draft.kind in _HOUSES and within.get(hit.start, number) != number else 1.0)
            for hit in draft.hits
        )
        * (_CROWD if draft.kind == "group" else 1.0)
        * (_OF_HEADLINE if number in works else 1.0)
        for number, draft in enumerate(drafts)
    ]
    whole = sum(raw) or 1.0
    return [weight / whole for weight in raw]


def _is_of_work(page: MarkedText, described: tuple[int, int]) -> bool:
    """The "“Salt Road” director" under a headline that names Salt Road."""
    start, end = described
    headline = page.article.headline
    if page.words[start] not in MARKS or headline is None:
        return False
    marked = [word for word in page.words[start + 1 : end] if word.istitle()]
    return bool(marked) and set(_WORD.findall(headline.of(page.article.text))).issuperset(marked)


def _weight(page: MarkedText, hit: Hit, lede: int) -> float:
    weight = _PRONOUN if hit.pronoun else 1.0
    if hit.acts:
        weight *= _ACTING
    if page.quoted[hit.start]:
        weight *= _QUOTED
    if page.part[hit.start] is Part.HEADLINE:
        return weight * _HEADLINE
    if page.part[hit.start] is Part.CAPTION:
        return weight * _QUOTED
    return weight * _LEDE if page.doc[hit.start].idx < lede else weight
