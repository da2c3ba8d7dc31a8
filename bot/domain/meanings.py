"""What plain words may mean, the likeliest first: each is a button.

What is sure is answered as if it were pressed, and of what is not the likeliest are offered. What a button
changes is never done unasked, however sure it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from summaries.models import ActorKind

OFFERED = 3
Kind: TypeAlias = Literal[
    "wish",
    "order",
    "days off",
    "hourly",
    "quiet",
    "pause",
    "zone",
    "language",
    "setting",
    "section",
    "actor",
    "said",
    "said of",
    "which",
    "story",
    "stories",
    "search",
    "quotes",
    "follow",
    "follow words",
    "mute",
    "mute words",
    "within",
    "voice",
    "voices",
    "cast",
    "text",
    "share",
    "choices",
]
_CHANGING: frozenset[Kind] = frozenset(
    (
        "order",
        "days off",
        "hourly",
        "quiet",
        "pause",
        "zone",
        "language",
        "setting",
        "section",
        "follow",
        "follow words",
        "mute",
        "mute words",
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """One thing that the words may mean. `sure`: it is answered unasked, where it comes first."""

    kind: Kind
    number: int = 0  # of the actor or the article
    words: str = ""  # the wish, a name, a headline, words, "08:00–10:00", a pause, a zone, a language's code
    sure: bool = False
    shown: str = ""  # in place of the words, where these are not the reader's
    who: ActorKind | None = None  # of a name that is followed or muted: what bears it


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What a message may mean, the likeliest first.

    `lacking`: its words, where no article has all of them; `no_section`: those that name no section, where
    one was asked for, and `sections`, which there are.
    """

    meanings: tuple[Meaning, ...] = ()
    lacking: str = ""
    no_section: str = ""
    sections: tuple[str, ...] = ()


def likeliest(in_story: Sequence[Meaning], otherwise: Sequence[Meaning]) -> tuple[Meaning, ...]:
    """What a reply to a story may mean in it and beside it: what is sure before what is not."""
    if otherwise and otherwise[0].sure and not (in_story and in_story[0].sure):
        return (*otherwise, *in_story)
    return (*in_story, *otherwise)


def several_readings(meanings: Sequence[Meaning]) -> tuple[Meaning, ...]:
    """The meanings, with each way to read the words among those that are offered, where there are several.

    What the words order comes first for it was told: then one other way is enough.
    """
    offered, others = list(meanings[:OFFERED]), list(meanings[OFFERED:])
    wanted = 2 if offered and reading_of(offered[0]) == "order" else OFFERED
    for other in tuple(others):
        known = [reading_of(one) for one in offered]
        if len(set(known)) >= wanted:
            break
        twice = [place for place, one in enumerate(known) if place and one in known[:place]]
        if reading_of(other) not in known and twice:
            others.remove(other)
            others.insert(0, offered.pop(twice[-1]))
            offered.append(other)
    return (*offered, *others)


def reading_of(meaning: Meaning) -> str:
    """The way to read the words by which it is a meaning of them."""
    if meaning.kind in ("actor", "said", "said of", "which"):
        return "person"
    return "order" if meaning.kind == "wish" or changes(meaning) else "text"


def changes(meaning: Meaning) -> bool:
    """Whether its button changes something, so that it is not done unasked."""
    return meaning.kind in _CHANGING
