"""Which names mean one actor: full names first, then the short forms that point to them.

A surname alone means the one person of the article who bears it; where two do, the one last spoken of by
the full name. The same holds for what a house is called by: the first word of its name, its letters.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from summaries.actors.acting import is_where
from summaries.actors.mentions import Look, Name
from summaries.actors.page import Page
from summaries.lexicon.groups import COMPANY_SUFFIXES, GENERIC_HOUSE_WORDS, HOUSE_WORDS
from summaries.lexicon.people import SUFFIXES
from summaries.lexicon.places import ADJECTIVES, COUNTRIES, REGIONAL
from summaries.names import same_person

Key = tuple[str, ...]
_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")
_QUALIFIERS = frozenset(word.casefold() for word in (*ADJECTIVES, *REGIONAL, *COUNTRIES))


@dataclass(slots=True)
class Figure:
    """Somebody in the making: the names that were found to mean them."""

    key: Key
    look: Look
    names: list[Name] = field(default_factory=list)
    forms: list[Key] = field(default_factory=list)  # whole names, the first one's first


def gather(page: Page, names: Iterable[Name]) -> list[Figure]:
    """Figures in order of appearance; every name that is somebody's is in one of them."""
    names = list(names)
    sports = _is_sports(page)
    forms: dict[Key, list[Name]] = defaultdict(list)
    for name in names:
        forms[name.key].append(name)
    looks = {key: _look(page, key, group) for key, group in forms.items()}
    figures: list[Figure] = []
    homes: dict[Key, int] = {}
    by_family: dict[str, list[int]] = defaultdict(list)
    for key, group in forms.items():
        if len(key) == 1:
            continue
        home = None
        if looks[key] is Look.PERSON:
            home = _namesake(key, figures, by_family[_last(key)])
        if home is None:
            home = len(figures)
            figures.append(Figure(key=key, look=looks[key]))
            by_family[_last(key)].append(home)
        homes[key] = home
        figures[home].forms.append(key)
    calls = _calls(page, figures, sports=sports)
    _merge_houses(figures, homes, calls)
    recent: dict[int, int] = {}
    for name in names:
        home = _home(page, name, looks[name.key], figures, homes, calls, recent, sports=sports)
        if home is None:
            home = len(figures)
            figures.append(Figure(key=name.key, look=looks[name.key], forms=[name.key]))
            homes[name.key] = home
        recent[home] = name.start
        figures[home].names.append(name)
    return [figure for figure in figures if figure.names]


def _is_sports(page: Page) -> bool:
    """Scores and tables: there a city's name is its team's."""
    text = page.article.text
    return len(_SCORE.findall(text)) >= 3 or sum(page.capitals) * 3 > len(page.words)


def _look(page: Page, key: Key, group: list[Name]) -> Look:
    votes = Counter(name.look for name in group)
    if any(name.female is not None for name in group) or any(
        name.title and name.look is Look.PERSON for name in group
    ):
        votes[Look.PERSON] += 2
    if len(key) == 1:
        where = sum(is_where(page, name.start, name.end) for name in group)
        if where * 2 > len(group):
            votes[Look.PLACE] += where * 2
    unknown = votes.pop(Look.UNKNOWN, 0)
    if not votes:
        return Look.UNKNOWN
    look, count = votes.most_common(1)[0]
    if (
        look is not Look.PERSON
        and 2 <= len(key) <= 3
        and votes[Look.PERSON] == count
        and not set(key) & HOUSE_WORDS
    ):
        return Look.PERSON
    return look if count or unknown == 0 else Look.UNKNOWN


def _last(key: Key) -> str:
    words = [word for word in key if word.rstrip(".") not in SUFFIXES]
    return words[-1] if words else key[-1]


def _namesake(key: Key, figures: list[Figure], homes: list[int]) -> int | None:
    found = [
        home
        for home in homes
        if figures[home].look is Look.PERSON and same_person(" ".join(key), " ".join(figures[home].key))
    ]
    return found[0] if len(found) == 1 else None


def _calls(page: Page, figures: list[Figure], *, sports: bool) -> dict[Key, dict[int, int]]:
    """Short form → figures it may mean, with how strongly."""
    calls: dict[Key, dict[int, int]] = defaultdict(dict)
    for home, figure in enumerate(figures):
        for form in figure.forms:
            shorter = (
                _person_calls(form)
                if figure.look is Look.PERSON
                else _house_calls(form, figure.look, sports=sports)
            )
            for call, strength in shorter:
                calls[call][home] = max(strength, calls[call].get(home, 0))
    return calls


def _person_calls(form: Key) -> Iterator[tuple[Key, int]]:
    words = tuple(word for word in form if word.rstrip(".") not in SUFFIXES)
    for start in range(1, len(words)):
        yield words[start:], 3
    for end in range(1, len(words)):
        yield words[:end], 2
    if len(words) > 2:
        yield (words[0], words[-1]), 3


def _house_calls(form: Key, look: Look, *, sports: bool) -> Iterator[tuple[Key, int]]:
    if look not in (Look.HOUSE, Look.UNKNOWN, Look.THING, Look.PLACE):
        return
    words = [word for word in form if word not in ("the", "of", "for", "and", "&", "-", "'s", "’s")]
    core = tuple(words)
    while len(core) > 1 and core[-1].rstrip(".") in COMPANY_SUFFIXES:
        core = core[:-1]
        yield core, 3
    letters = "".join(word[0] for word in words if word[0].isalpha())
    if len(letters) > 2:
        yield (letters,), 3
        yield (letters + "s",), 1
    team = sports and not set(form) & (HOUSE_WORDS - {"united", "team", "union"}) and len(form) <= 4
    for end in range(1, len(form)):
        part = form[:end]
        if team or (look is not Look.PLACE and not _too_general(part)):
            yield part, 2
    for start in range(1, len(form)):
        part = form[start:]
        if team or (
            look is not Look.PLACE
            and (len(part) > 1 or start == 1)
            and not _too_general(part)
            and part[0] not in ("of", "for")
        ):
            yield part, 2
        elif form[start - 1] in _QUALIFIERS and len(part) > 1 and part[0] not in ("of", "for"):
            yield part, 2  # "U.S. Treasury Department", "Treasury Department"


def _too_general(part: Key) -> bool:
    return (
        all(
            word in GENERIC_HOUSE_WORDS or word in _QUALIFIERS or word in ("of", "for", "the", "and", "-")
            for word in part
        )
        or " ".join(part) in _QUALIFIERS
    )


def _merge_houses(figures: list[Figure], homes: dict[Key, int], calls: dict[Key, dict[int, int]]) -> None:
    """A house's name of several words may itself be the short form of a longer one."""
    for key in list(homes):
        home = homes[key]
        if figures[home].look is Look.PERSON and not any(
            figures[other].look is Look.PERSON for other in calls.get(key, ())
        ):
            continue
        found = [
            other
            for other, strength in calls.get(key, {}).items()
            if other != home and strength >= 2 and figures[other].look in (figures[home].look, Look.HOUSE)
        ]
        if len(found) == 1:
            figures[found[0]].forms.append(key)
            homes[key] = found[0]


def _home(
    page: Page,
    name: Name,
    look: Look,
    figures: list[Figure],
    homes: dict[Key, int],
    calls: dict[Key, dict[int, int]],
    recent: dict[int, int],
    *,
    sports: bool,
) -> int | None:
    """The figure that a name means: its own form's, else the one it is a call for."""
    if len(name.key) > 1 and name.key in homes:
        return homes[name.key]
    called = calls.get(name.key, {})
    best = max(called.values(), default=0)
    found = [home for home, strength in called.items() if strength == best]
    if len(found) > 1:
        seen = [home for home in found if home in recent]
        found = [max(seen, key=lambda home: recent[home])] if seen else []
    if found and (not sports or figures[found[0]].look is Look.PERSON):
        person = figures[found[0]].look is Look.PERSON
        if (
            person
            and look is Look.PLACE
            and name.look is not Look.PERSON
            and is_where(page, name.start, name.end)
        ):
            found = []
    if found:
        return found[0]
    return homes.get(name.key)
