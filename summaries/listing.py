"""Whom lists name: those of whom an article makes sure, and whom it does not only pass by.

What is left out of lists is kept, and found by whoever asks for it by name.
"""

from typing import Final

from summaries.bystanders import Bystanders
from summaries.lexicon import words
from summaries.lexicon.places import ADJECTIVES
from summaries.models import Actor, Analysis

# Who speaks for the house in their name, which stands in the list itself.
_SPEAKING_FOR_HOUSE: Final = words(
    "officials executives spokesmen spokespeople representatives agents officers investigators"
)
# Nouns by which an article calls one crowd in turn.
_ONE_CROWD: Final = (
    words("researchers scientists scholars academics experts"),
    words("police officers policemen detectives investigators"),
)


def listed(analysis: Analysis) -> tuple[int, ...]:
    """Places of the actors that lists name, heaviest first: those of whom the article makes sure."""
    bystanders = Bystanders(analysis)
    sure = [place for place in range(len(analysis.actors)) if not bystanders.has(place)]
    houses = {
        form.casefold()
        for place in sure
        if (actor := analysis.actors[place]).kind in ("organization", "state")
        for form in (actor.name, *actor.aliases)
    }
    sure = [place for place in sure if not _speaks_for(analysis.actors[place], houses)]
    if len(sure) == 1 and sure != [0] and bystanders.is_far_from_news(sure[0]):
        return ()  # of a page that is about others
    named = [analysis.actors[place].name for place in sure]
    return tuple(place for n, place in enumerate(sure) if not _is_told_of_by_another_word(named, n))


def _is_told_of_by_another_word(names: list[str], n: int) -> bool:
    """ "scientists" behind "researchers", "officers" behind "Elm Police": one, as it is called in turn."""
    heads = {name.casefold().rpartition(" ")[2] for name in names[:n]}
    return any(names[n] in crowd and not crowd.isdisjoint(heads) for crowd in _ONE_CROWD)


def _speaks_for(actor: Actor, houses: set[str]) -> bool:
    """ "Elm Ferries officials" beside Elm Ferries, "US officials" beside the United States."""
    owner, _, head = actor.name.rpartition(" ")
    if actor.kind != "group" or head not in _SPEAKING_FOR_HOUSE:
        return False
    owner = owner.removesuffix("’s").removesuffix("'s")
    return owner.casefold() in houses or ADJECTIVES.get(owner, "").casefold() in houses
