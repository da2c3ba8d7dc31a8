"""How much of an article is about each actor."""

from collections.abc import Sequence

from summaries.actors.drafts import ActorDraft, Hit
from summaries.actors.page import MarkedText, Part

# A reader's sense of prominence: who does something weighs more than who is mentioned, the lede and the
# headline more than the rest, a pronoun less than a name, a crowd less than somebody with a name.
# Chosen by hand; only their order matters.
_PRONOUN, _ACTING, _LEDE, _HEADLINE, _QUOTED, _CROWD = 0.5, 1.5, 2.0, 2.0, 0.5, 0.75


def weigh(page: MarkedText, drafts: Sequence[ActorDraft]) -> list[float]:
    """Each draft's share of all that is said of anybody: the shares sum to 1."""
    lede = page.article.body[0].end if page.article.body else 0
    raw = [
        sum(_weight(page, hit, lede) for hit in draft.hits) * (_CROWD if draft.kind == "group" else 1.0)
        for draft in drafts
    ]
    whole = sum(raw) or 1.0
    return [weight / whole for weight in raw]


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
