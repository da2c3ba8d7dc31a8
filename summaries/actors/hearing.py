"""Whether persons are women or men, by the pronouns that can be nobody else's."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from summaries.actors.drafts import ActorDraft

# Pronouns, against what a given name leads to expect; times as many, against some of the other.
_OVERRULES = 3


def contested(drafts: Sequence[ActorDraft], telling: Mapping[int, Counter[bool]]) -> frozenset[int]:
    """Those who seemed to be a he as well as a she: some of these pronouns must be another's."""
    return frozenset(
        number
        for number, heard in telling.items()
        if drafts[number].female is None
        and len(heard) > 1
        and min(heard.values()) * _OVERRULES > max(heard.values())
    )


def hear(drafts: Sequence[ActorDraft], telling: Mapping[int, Counter[bool]], unsure: Collection[int]) -> bool:
    """Takes from pronouns that can be nobody else's whether a person is a woman or a man.

    Where they differ, nearly all decide; `unsure` are the contested. Tells whether anybody changed.
    """
    before = [draft.female for draft in drafts]
    for number, heard in telling.items():
        draft = drafts[number]
        overruled = draft.guessed and len(heard) == 1 and heard.total() >= _OVERRULES
        if (draft.female is None and number not in unsure) or overruled:
            draft.female = heard.most_common(1)[0][0]
    return before != [draft.female for draft in drafts]
