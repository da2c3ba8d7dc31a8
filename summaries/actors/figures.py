"""The figures of an article, what their whole names are, and what short forms may mean which of them."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from summaries.actors.calls import FAINT, STRONG, Key, calls_of, generation, without_suffix
from summaries.actors.forms import Forms
from summaries.actors.looks import Look
from summaries.actors.names import Name
from summaries.actors.namesakes import titles_of
from summaries.actors.page import MarkedText, Part
from summaries.actors.sexes import is_female
from summaries.letters import fold_letters
from summaries.lexicon.persons import KIN_NOUNS
from summaries.lexicon.sexes import is_given_name
from summaries.names import same_person

_DOUBLED = re.compile(r"(.)\1+")
_MOST_NAMESAKES = 50  # a name that more bear is a list's heading: who is meant by it is not looked for


@dataclass(slots=True)
class Figure:
    """Somebody in the making: the names that were found to mean them."""

    look: Look
    forms: list[Key] = field(default_factory=list)  # whole names, first come first
    names: list[Name] = field(default_factory=list)
    calls: list[Key] = field(default_factory=list)  # its short forms
    told: int = 0  # above nought: the article says that it is a woman; below: a man
    titles: Counter[str] = field(default_factory=Counter)  # in front of its whole names
    former: set[Key] = field(default_factory=set)  # what it was called before

    @property
    def female(self) -> bool | None:
        """By what the article tells, else by the given name; None where that is open."""
        return is_female(self.told, iter(self.forms))


class FigureTable:
    """FigureTable by number: `homes` has whose a whole name is, `calls` whose a short form may be."""

    def __init__(self, page: MarkedText, forms: Forms, *, sports: bool) -> None:
        self._page = page
        self._forms = forms
        self._sports = sports
        self.all: list[Figure] = []
        self.homes: dict[Key, int] = {}
        self.calls: dict[Key, dict[int, int]] = defaultdict(dict)
        self._found_full_names()

    def called(self, key: Key) -> int | None:
        """The one figure that a form surely means wherever it stands."""
        if len(key) > 1 and key in self.homes:
            return self.homes[key]
        found = self.strongest(key)
        return found[0] if len(found) == 1 and self.calls[key][found[0]] >= STRONG else None

    def strongest(self, key: Key) -> list[int]:
        """Those that the form means most surely; [] where it is nobody's short form."""
        strengths = self.calls.get(key, {})
        best = max(strengths.values(), default=0)
        return [home for home, strength in strengths.items() if strength == best]

    def found(self, key: Key, look: Look) -> int:
        """The number of a new figure of this whole name."""
        self.all.append(Figure(look=look))
        home = len(self.all) - 1
        self._adopt(key, home)
        return home

    def call(self, home: int, calls: Iterable[tuple[Key, int]]) -> None:
        """Adds short forms with their strength; one that fifty others share is left out."""
        for call, strength in calls:
            bearers = self.calls[call]
            if home in bearers or len(bearers) < _MOST_NAMESAKES:
                bearers[home] = max(strength, bearers.get(home, 0))
                self.all[home].calls.append(call)

    def move(self, home: int, other: int) -> None:
        """Makes two figures the second one; the first keeps no form."""
        for key in self.all[home].forms:
            self.homes[key] = other
        moved, kept = self.all[home], self.all[other]
        kept.forms += moved.forms
        kept.told += moved.told
        kept.titles += moved.titles
        kept.former |= moved.former
        for call in moved.calls:
            strengths = self.calls[call]
            if home in strengths:
                strengths[other] = max(strengths.pop(home), strengths.get(other, 0))
        kept.calls += moved.calls
        moved.forms, moved.calls = [], []

    def _adopt(self, key: Key, home: int) -> None:
        figure = self.all[home]
        figure.forms.append(key)
        self.homes[key] = home
        is_person = figure.look is Look.PERSON
        calls = list(calls_of(key, figure.look, places=self._forms.places, sports=self._sports))
        sure = {call for call, strength in calls if strength > FAINT}
        self.call(home, (call for call in calls if is_person or not self._is_in_front(key, call[0], sure)))
        if len(key) > 1 and is_person:
            for name in self._forms.names[key]:
                figure.told += self._forms.told[name.start]
                figure.titles.update(titles_of(self._page, name))

    def _is_in_front(self, key: Key, call: Key, sure: Collection[Key]) -> bool:
        """ "Harbour" of "Harbour Ledgerly", which the text calls "Ledgerly" more: whose it is, and not it."""
        rest = key[len(call) :]
        if key[: len(call)] != call or rest not in sure or self._sports:
            return False
        names = self._forms.names
        house = self._forms.looks.get(rest, Look.PERSON) is not Look.PERSON
        return house and len(names[rest]) > len(names.get(call, ()))

    def _found_full_names(self) -> None:
        families: dict[str, list[int]] = defaultdict(list)
        for key, look in self._forms.looks.items():
            if len(key) == 1 or (generation(key) and len(without_suffix(key)) == 1):
                continue  # "Ray", "Ray Sr."
            kin = families[_squeezed(without_suffix(key)[-1:])] if look is Look.PERSON else []
            home = self._namesake(key, kin)
            if home is None:
                home = self.found(key, look)
                if len(kin) < _MOST_NAMESAKES:
                    kin.append(home)
            else:
                self._adopt(key, home)
        for key in self._headed():
            kin = families[_squeezed(key[-1:])]
            if kin and self._namesake(key, kin) is None and self._comes_first(key, kin):
                self.found(key, Look.PERSON)

    def _headed(self) -> Iterator[Key]:
        """The people whom headline or deck name in full and the body does not: "Ann Ray quits"."""
        page, headline = self._page, Part.HEADLINE
        for index in range(len(page.words) - 1):
            if page.part[index] is page.part[index + 1] is headline and page.words[index + 1].istitle():
                given, family = (word.casefold() for word in page.words[index : index + 2])
                key = (given, family)
                if given not in page.small and is_given_name(given) and key not in self.homes:
                    yield key

    def _comes_first(self, key: Key, kin: Sequence[int]) -> bool:
        """Whether the body has the family's name alone before any of the kin by their whole name."""
        full = (
            name.start for home in kin for form in self.all[home].forms for name in self._forms.names[form]
        )
        alone = min((name.start for name in self._forms.names.get(key[-1:], ())), default=None)
        return alone is not None and alone < min(full, default=alone)

    def _namesake(self, key: Key, kin: Sequence[int]) -> int | None:
        found = [
            home
            for home in kin
            if _is_one(key, self.all[home].forms[0]) and not self._is_told_apart(key, self.all[home].forms)
        ]
        return found[0] if len(found) == 1 else None

    def _is_told_apart(self, key: Key, forms: Sequence[Key]) -> bool:
        """Of a name with "Jr." and one without: "his son, Tom Ray Jr.", "Tom Ray and Tom Ray Jr."."""
        if generation(key) is None:
            return any(generation(form) and self._is_told_apart(form, [key]) for form in forms)
        page, mine = self._page, self._forms.names[key]
        others = [name for form in forms if generation(form) is None for name in self._forms.names[form]]
        places = {page.sentence[name.start] for name in others}
        beside = any(page.sentence[name.start] in places or _is_kin(page, name) for name in mine)
        ages, of_others = _ages(page, mine), _ages(page, others)
        return bool(others) and (beside or (bool(ages and of_others) and ages.isdisjoint(of_others)))


def _is_one(key: Key, other: Key) -> bool:
    same_suffix = key[len(without_suffix(key)) :] == other[len(without_suffix(other)) :]  # "II" is not "III"
    return same_person(" ".join(key), " ".join(other)) or (same_suffix and _squeezed(key) == _squeezed(other))


def _squeezed(key: Key) -> str:
    """The name without accents and with doubled letters single: a page spells "Orlé", "Orle" and "Orlle"."""
    return _DOUBLED.sub(r"\1", fold_letters(" ".join(key)))


def _ages(page: MarkedText, names: Sequence[Name]) -> set[str]:
    """ "39" of "Tom Ray, 39,"."""
    behind = (page.words[name.end : name.end + 2] for name in names)
    return {words[1] for words in behind if len(words) > 1 and words[0] == "," and words[1].isdigit()}


def _is_kin(page: MarkedText, name: Name) -> bool:
    """ "his father, Tom Ray Sr.,", "his son Tom Ray Jr."."""
    near = page.words[max(0, name.start - 3) : name.start]
    return any(word.casefold() in KIN_NOUNS for word in near)
