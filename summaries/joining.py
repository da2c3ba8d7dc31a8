"""Which names of many articles are one actor's. Pure, and whatever the order in which they were read.

The same name is the same actor. A fuller name takes the shorter ones that agree with it alone. A surname by
itself is joined where one full name bears it and the article tells nothing else of its bearer, or what it
tells was told of the full name elsewhere.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summaries.lexicon import words
from summaries.lexicon.people import FEMALE_HONORIFICS, MALE_HONORIFICS
from summaries.models import Actor, ActorKind, Analysis
from summaries.names import Known, family, fold, join, meant

BESIDE = "beside "  # a mark that begins so: the article itself tells two apart
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\.?\s+$")
_LONGEST_HONORIFIC = 14  # characters, with mark and space
_LADY, _GENTLEMAN = "ms", "mr"
_ENDS_PHRASE = words("of from for in at on to with by as and or who whose whom which that where when")
_OPENS_PHRASE = words("a an the his her their its")


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A name as articles write it. `clues`: what they tell of its bearer, of a lone surname's its mark."""

    id: int
    known: Known
    clues: frozenset[str] = frozenset()
    head: int | None = None  # whose name it is whatever the rules say; None: the rules decide
    apart: bool = False  # no rule joins another name with it; it still is a bearer of its surname


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
    return tuple(
        _beside(place, analysis.actors)
        or (" ".join(sorted(clues(actor, analysis.article.text))) if is_lone(actor.name, actor.kind) else "")
        for place, actor in enumerate(analysis.actors)
    )


def gather(names: Iterable[Written]) -> dict[int, int]:
    """Under which name each name stands, by their ids; of several full names of one actor the lowest id."""
    placed: list[tuple[Written, list[Written]]] = []  # a name, and all that are one with it
    by_head: dict[int, list[Written]] = {}
    free = []
    for name in names:
        if name.head is None:
            free.append(name)
        else:
            one = by_head.setdefault(name.head, [])
            one.append(name)
            placed.append((name, one))
    for name in sorted(free, key=_shorter):
        lone = is_lone(name.known.name, name.known.kind)
        one = (_bearer if lone else _agreeing)(name, placed)
        one.append(name)
        placed.append((name, one))
    return {name.id: _head(one) for name, one in placed}


def _agreeing(name: Written, placed: Sequence[tuple[Written, list[Written]]]) -> list[Written]:
    """Those that a full name is one with: of one actor alone, else nobody."""
    found = _meant(name, [pair for pair in placed if not pair[0].apart])
    return found[0] if len(found) == 1 else []


def _bearer(name: Written, placed: Sequence[tuple[Written, list[Written]]]) -> list[Written]:
    """Those that a surname is one with: the only bearer's, where no clue speaks against it."""
    found = _meant(name, placed)
    if len(found) == 1 and _clues_agree(name.clues, found[0]):
        return found[0]
    if found:
        return []
    key = fold(name.known.name)
    same = [one for other, one in placed if not other.apart and fold(other.known.name) == key]
    return same[0] if same else []


def _meant(name: Written, placed: Sequence[tuple[Written, list[Written]]]) -> list[list[Written]]:
    full = [pair for pair in placed if not is_lone(pair[0].known.name, pair[0].known.kind)]
    found = meant(name.known.name, name.known.kind, [other.known for other, _ in full])
    return list({id(full[index][1]): full[index][1] for index in found}.values())


def _clues_agree(told: frozenset[str], one: Sequence[Written]) -> bool:
    known = {clue for other in one if not is_lone(other.known.name, other.known.kind) for clue in other.clues}
    for honorific, opposite in ((_LADY, _GENTLEMAN), (_GENTLEMAN, _LADY)):
        if honorific in told and opposite in known and honorific not in known:
            return False
    return not told or bool(told & known)


def _head(one: Sequence[Written]) -> int:
    fixed = [name.head for name in one if name.head is not None]
    full = [name.id for name in one if not is_lone(name.known.name, name.known.kind)]
    return fixed[0] if fixed else min(full or [name.id for name in one])


def _shorter(name: Written) -> tuple[int, int, str, int]:
    key = fold(name.known.name)
    return -len(key.split()), -len(key), key, name.id


def _beside(place: int, cast: Sequence[Actor]) -> str:
    """The mark of an actor who has the name of a fuller one of the same article."""
    actor = cast[place]
    key = fold(actor.name)
    fuller = [
        fold(other.name)
        for at, other in enumerate(cast)
        if fold(other.name) != key
        and (len(fold(other.name).split()), len(fold(other.name)), place) > (len(key.split()), len(key), at)
        and join(actor.name, actor.kind, (Known(other.name, other.kind, other.aliases),)) is not None
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
