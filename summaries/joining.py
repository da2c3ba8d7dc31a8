"""Which names of many articles are one actor's. Pure, and whatever the order in which they were read.

The same name is the same actor. A fuller name takes the shorter ones that agree with it alone. A surname by
itself is joined where one full name bears it and the article tells nothing else of its bearer, or what it
tells was told of the full name elsewhere.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from summaries.lexicon import words
from summaries.lexicon.people import FEMALE_HONORIFICS, MALE_HONORIFICS
from summaries.models import Actor, ActorKind, Analysis
from summaries.names import Known, family, fold, house, matches, sole_match

BESIDE = "beside "  # a mark that begins so: the article itself tells two apart
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\.?\s+$")
_LONGEST_HONORIFIC = 14  # characters, with mark and space
_MOST_NAMESAKES = 100  # in one article: more of one family name are a list, and no story tells them apart
_LADY, _GENTLEMAN = "ms", "mr"
_ENDS_PHRASE = words("of from for in at on to with by as and or who whose whom which that where when")
_OPENS_PHRASE = words("a an the his her their its")


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A name as articles write it. `clues`: what they tell of its bearer, of a lone surname's its mark."""

    id: int
    known: Known
    clues: frozenset[str] = frozenset()
    canonical: int | None = None  # whose name it is whatever the rules say; None: the rules decide
    apart: bool = False  # no rule joins another name with it; it still is a bearer of its surname


_Placed = tuple[Written, list[Written]]


class _Named(NamedTuple):
    """An actor of an article with its folded name."""

    actor: Actor
    key: str

    @property
    def known(self) -> Known:
        return Known(self.actor.name, self.actor.kind, self.actor.aliases)

    @property
    def fullness(self) -> tuple[int, int]:
        return len(self.key.split()), len(self.key)


class _Cast:
    """The actors of an article, found by what they are called: a list may have thousands."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self.all = tuple(_Named(actor, fold(actor.name)) for actor in actors)
        self._called: defaultdict[tuple[ActorKind, str], list[int]] = defaultdict(list)
        for place, named in enumerate(self.all):
            for key in _answers_to(named.known):
                self._called[named.actor.kind, key].append(place)

    def akin(self, place: int) -> list[int]:
        """The places of some who may bear the actor's name too, in order."""
        actor = self.all[place].actor
        keys = _called(actor.name, actor.kind)
        found = {near for key in keys for near in self._called[actor.kind, key][:_MOST_NAMESAKES]}
        return sorted(found)


def is_lone(name: str, kind: ActorKind) -> bool:
    """Whether this is a person's surname, or one name, and nothing more."""
    return kind == "person" and fold(name) == family(name)


def clues(actor: Actor, text: str) -> frozenset[str]:
    """What the article tells of a person beside the name: the noun that describes them, "mr" or "ms"."""
    if actor.kind != "person":
        return frozenset()
    told = {_honorific(text, start) for start, _ in actor.mentions}
    if actor.description is not None:
        told.add(_noun(actor.description.of(text)))
    return frozenset(told - {""})


def marks(analysis: Analysis) -> tuple[str, ...]:
    """What keeps each actor of an article from being taken for another of the same name; "" where nothing.

    Two whom the article tells apart stay two. A lone surname is marked by the article's clues.
    """
    cast = _Cast(analysis.actors)
    return tuple(
        _beside(place, cast)
        or (" ".join(sorted(clues(actor, analysis.article.text))) if is_lone(actor.name, actor.kind) else "")
        for place, actor in enumerate(analysis.actors)
    )


def gather(names: Iterable[Written]) -> dict[int, int]:
    """Under which name each name stands, by their ids; of several full names of one actor the lowest id."""
    bearers = _Bearers()
    free = []
    for name in names:
        if name.canonical is None:
            free.append(name)
        else:
            bearers.add(name, bearers.under(name.canonical))
    for name in sorted(free, key=_shorter):
        lone = is_lone(name.known.name, name.known.kind)
        bearers.add(name, (_bearer if lone else _agreeing)(name, bearers))
    return {name.id: _head(one) for name, one in bearers.all}


class _Bearers:
    """Names, each with all that are one with it, found by what their bearer is called."""

    def __init__(self) -> None:
        self.all: list[_Placed] = []
        self._full: defaultdict[str, list[_Placed]] = defaultdict(list)
        self._lone: defaultdict[str, list[_Placed]] = defaultdict(list)
        self._by_head: dict[int, list[Written]] = {}

    def under(self, head: int) -> list[Written]:
        """Those that stand under a name whatever the rules say."""
        return self._by_head.setdefault(head, [])

    def add(self, name: Written, one: list[Written]) -> None:
        one.append(name)
        placed = name, one
        self.all.append(placed)
        known = name.known
        if is_lone(known.name, known.kind):
            self._lone[fold(known.name)].append(placed)
        else:
            for key in _answers_to(known):
                self._full[key].append(placed)

    def lone(self, key: str) -> list[list[Written]]:
        """Those of the same one name that others may be joined with."""
        return [one for name, one in self._lone[key] if not name.apart]

    def full(self, known: Known, *, apart: bool) -> list[list[Written]]:
        """Those whom the name can mean, by a full name of theirs; with such as stand `apart`, or without."""
        keys = _called(known.name, known.kind)
        near = [pair for key in sorted(keys) for pair in self._full[key] if apart or not pair[0].apart]
        found = matches(known.name, known.kind, [name.known for name, _ in near])
        return list({id(near[index][1]): near[index][1] for index in found}.values())


def _answers_to(known: Known) -> set[str]:
    """All by which a name that can mean the actor is found."""
    return _called(known.name, known.kind) | {fold(alias) for alias in known.aliases}


def _called(name: str, kind: ActorKind) -> set[str]:
    """What two names have in common that can mean the same actor, an alias aside."""
    return {fold(name), family(name) if kind == "person" else house(name)}


def _agreeing(name: Written, bearers: _Bearers) -> list[Written]:
    """Those that a full name is one with: of one actor alone, else nobody."""
    found = bearers.full(name.known, apart=False)
    return found[0] if len(found) == 1 else []


def _bearer(name: Written, bearers: _Bearers) -> list[Written]:
    """Those that a surname is one with: the only bearer's, where no clue speaks against it."""
    found = bearers.full(name.known, apart=True)
    if len(found) == 1 and _clues_agree(name.clues, found[0]):
        return found[0]
    same = [] if found else bearers.lone(fold(name.known.name))
    return same[0] if same else []


def _clues_agree(told: frozenset[str], one: Sequence[Written]) -> bool:
    full = (other for other in one if not is_lone(other.known.name, other.known.kind))
    known = {clue for other in full for clue in other.clues}
    for honorific, opposite in ((_LADY, _GENTLEMAN), (_GENTLEMAN, _LADY)):
        if honorific in told and opposite in known and honorific not in known:
            return False
    return not told or bool(told & known)


def _head(one: Sequence[Written]) -> int:
    fixed = [name.canonical for name in one if name.canonical is not None]
    full = [name.id for name in one if not is_lone(name.known.name, name.known.kind)]
    return fixed[0] if fixed else min(full or [name.id for name in one])


def _shorter(name: Written) -> tuple[int, int, str, int]:
    key = fold(name.known.name)
    return -len(key.split()), -len(key), key, name.id


def _beside(place: int, cast: _Cast) -> str:
    """The mark of an actor who has the name of a fuller one of the same article."""
    named = cast.all[place]
    fuller = [
        other.key
        for at in cast.akin(place)
        if (other := cast.all[at]).key != named.key
        and (*other.fullness, place) > (*named.fullness, at)
        and sole_match(named.actor.name, named.actor.kind, (other.known,)) is not None
    ]
    return BESIDE + min(fuller) if fuller else ""


def _honorific(text: str, start: int) -> str:
    before = _WORD_BEFORE.search(text[max(0, start - _LONGEST_HONORIFIC) : start])
    word = before[1].casefold() if before else ""
    return _LADY if word in FEMALE_HONORIFICS else _GENTLEMAN if word in MALE_HONORIFICS else ""


def _noun(description: str) -> str:
    """The last word before anything that only adds: "butcher" of "a young butcher from Homs"."""
    for part in description.casefold().split(","):
        noun = ""
        for word in _WORD.findall(part):
            if word in _ENDS_PHRASE:
                break
            noun = noun if word in _OPENS_PHRASE else word
        if noun:
            return noun
    return ""
