"""Which names mean one actor: full names first, then the short forms that point to them.

A surname alone means the one person of the article who bears it, if the title in front fits; where two do,
the one who acts, else nobody (see `namesakes`). What a house is called by, its letters or its name's end,
means the one last spoken of; what the names of two open with, neither.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from summaries.actors.acting import is_where
from summaries.actors.calls import FAINT, Key, generation, without_suffix
from summaries.actors.figures import Figure, FigureTable
from summaries.actors.forms import Forms
from summaries.actors.joins import join_figures
from summaries.actors.joints import POSSESSIVES
from summaries.actors.looks import Look
from summaries.actors.names import Name
from summaries.actors.namesakes import CLEAR, Namesakes
from summaries.actors.page import Line, MarkedText
from summaries.actors.sexes import noun_is_female
from summaries.lexicon.groups import SPORT_WORDS
from summaries.lexicon.people import ELDER_OF_TWO, SONS, YOUNGER_OF_TWO
from summaries.lexicon.persons import KIN_NOUNS

_REST = range(1, 3)  # words that a name was cut off from
_SCORE = re.compile(r"\b\d{1,3}[-–]\d{1,3}\b")


class Gathering:
    """Sorts an article's names into figures."""

    def __init__(self, page: MarkedText, names: Sequence[Name]) -> None:
        self._page = page
        self.sports = _is_sports(page)
        self._forms = Forms(page, names, sports=self.sports)
        self._figures = FigureTable(page, self._forms, sports=self.sports)
        join_figures(page, names, self._forms, self._figures, sports=self.sports)
        self.figures = self._figures.all
        self._recent: dict[int, int] = {}
        self._alone: dict[Key, int] = {}  # whom a form of several meant while they were alone
        self._seen: dict[Key, int | None] = {}  # what a form was taken for; None: nobody, or two
        self._namesakes = Namesakes(page, names)
        self._kin: dict[Key, list[tuple[int, bool | None]]] = defaultdict(list)  # by the family's name
        self._leading: dict[tuple[Key, tuple[int, ...]], dict[int, int]] = {}
        self._starts: dict[int, Name | None] = {}
        self.open: list[Name] = []  # names of somebody who cannot be told from a namesake
        for name in self._uncut(names):
            self._settle(name)
        for figure in self.figures:
            figure.told = sum(self._forms.told.get(name.start, 0) for name in figure.names)

    def called(self, key: Key) -> int | None:
        """The one figure that a form without a place in the text means, as in a headline."""
        return self._seen[key] if key in self._seen else self._figures.called(key)

    def _uncut(self, names: Sequence[Name]) -> Iterator[Name]:
        """The names, each as far as it is a whole one: "Ann" of "Ann Lee" is no short form, nor is "Lee"."""
        end = 0
        for name in names:
            if name.start >= end:
                whole = self._whole(name, end)
                end = whole.end
                yield whole

    def _whole(self, name: Name, first: int) -> Name:
        """The name with the words of its sentence that make it a whole one, none of them before `first`."""
        page, start, end = self._page, name.start, name.end
        spans = [*((start, end + more) for more in _REST), *((start - more, end) for more in _REST)]
        for opens, ends in spans:
            if opens < first or ends > len(page.words) or page.sentence[opens] != page.sentence[ends - 1]:
                continue
            front, back = page.words[opens:start], page.words[end:ends]
            key = (*map(str.casefold, front), *name.key, *map(str.casefold, back))
            if key in self._figures.homes:
                look = self._forms.looks.get(key, name.look)
                return replace(name, start=opens, end=ends, key=key, look=look)
        return name

    def _settle(self, name: Name) -> None:
        home, told = self._home(name)
        if not told:
            self.open.append(name)
            self._seen[name.key] = None
            return
        if home is None:
            home = self._figures.found(name.key, self._forms.looks[name.key])
        self._recent[home] = name.start
        self._seen[name.key] = home if self._seen.get(name.key, home) == home else None
        self._namesakes.saw(name, home)
        self.figures[home].names.append(name)
        if len(name.key) == 1 and (kin := self._kin_of(name)) is not None:
            family, female = kin
            self._kin[family].append((home, female))

    def _kin_of(self, name: Name) -> tuple[Key, bool | None] | None:
        """Whose child, and a woman or a man, of "Corder’s daughter Ada"."""
        if name.start < 3:
            return None
        words = self._page.words
        noun, mark = words[name.start - 1].casefold(), words[name.start - 2]
        if noun not in KIN_NOUNS or mark not in POSSESSIVES:
            return None
        return (words[name.start - 3].casefold(),), noun_is_female(noun)

    def _home(self, name: Name) -> tuple[int | None, bool]:
        """The figure that a name means: its own whole name's, else the one it is short for.

        And whether that can be told: None and False where two are called so.
        """
        own = self._figures.homes.get(name.key)
        found = self._figures.strongest(name.key)
        if own is not None and (len(name.key) > 1 and not (self.sports and found)):
            return own, True
        if found and self._is_only_where(name, self.figures[found[0]]):
            return own, True
        if found and all(self.figures[home].look is Look.PERSON for home in found):
            home = self._person(name, found)
            home = self._relative(name) if home is None else home
            return home, home is not None
        if len(found) > 1:
            found = self._spoken_of(name.key, found)
        if not found and (self._namesakes.is_familys(name) or self._is_elders(name)):
            return None, False  # "Mr Ray" and "Mrs Ray", and neither ever by the whole name
        return (found[0] if found else own), True

    def _spoken_of(self, key: Key, homes: list[int]) -> list[int]:
        """Of those called so, the one last spoken of; none where the form opens the names of several.

        "Vextor" beside "Vextor Inc." and "Vextor Ltd." is neither, unless it meant one before the other came.
        "The bank" of two is the one last spoken of.
        """
        named = [home for home in homes if home in self._recent]
        if len(named) > 1 and all(self._opens(key, home) for home in named):
            return [home for home in named if home == self._alone.get(key)]
        if len(named) == 1:
            self._alone.setdefault(key, named[0])
        return [max(named, key=self._recent.__getitem__)] if named else []

    def _opens(self, key: Key, home: int) -> bool:
        opens = any(form[: len(key)] == key for form in self.figures[home].forms)
        return opens and self._figures.calls[key][home] > FAINT

    def _is_elders(self, name: Name) -> bool:
        """ "Ray senior" among several Rays, of whom no whole name has a "senior"."""
        family = without_suffix(name.key)
        return generation(name.key) is not None and len(family) == 1 and bool(self._figures.strongest(family))

    def _person(self, name: Name, homes: list[int]) -> int | None:
        """Of those called so, the one whom the title fits; of several, who acts or leads the family."""
        sex = {home: self.figures[home].female for home in homes}
        titles = {home: self.figures[home].titles for home in homes}
        homes = self._of_age(name, self._brought_in(name, homes))
        fitting = self._namesakes.fitting(name, homes, sex=sex, titles=titles)
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        others = [home for home in fitting if not self._is_named_beside(name, home)] or fitting
        if len(others) == 1:
            return others[0]
        return self._namesakes.one_of(name, others, self._prominence(name.key, tuple(homes)))

    def _brought_in(self, name: Name, homes: list[int]) -> list[int]:
        """Those who may be "Mrs Ray": none who is brought in behind her, of a family or as her relative."""
        if not name.titles:
            return homes
        return [
            home
            for home in homes
            if (full := self._first_full(home)) is None
            or not self._namesakes.was_named_before(name, full, alone=len(homes) < 2)
        ]

    def _first_full(self, home: int) -> Name | None:
        """The figure's whole name where it stands first; None where the headline alone has it."""
        if home not in self._starts:
            forms = self.figures[home].forms
            names = (name for form in forms for name in self._forms.names[form])
            self._starts[home] = min(names, key=lambda name: name.start, default=None)
        return self._starts[home]

    def _of_age(self, name: Name, homes: list[int]) -> list[int]:
        """Those who may be "the elder Ray": who is called Sr., or of two the one who is not called Jr."""
        before = self._page.words[name.start - 1].casefold() if name.start else ""
        if before not in ELDER_OF_TWO | YOUNGER_OF_TWO:
            return homes
        wanted = "elder" if before in ELDER_OF_TWO else "younger"
        ages = {home: {generation(form) for form in self.figures[home].forms} - {None} for home in homes}
        sure = [home for home in homes if wanted in ages[home]]
        others = [home for home in homes if not ages[home]]
        told = 0 < len(others) < len(homes) or (wanted == "elder" and any(map(self._has_son, others)))
        return sure or (others if told else [])

    def _has_son(self, home: int) -> bool:
        """Whether the article names a "Tom Ray Filho" beside this Tom Ray."""
        return any((*form, son) in self._figures.homes for form in self.figures[home].forms for son in SONS)

    def _relative(self, name: Name) -> int | None:
        """The Ada of "Corder’s daughter Ada", where "Miss Corder" can be nobody who bears the name."""
        kin = {home for home, female in self._kin[name.key] if female is name.female}
        return kin.pop() if name.female is not None and len(kin) == 1 else None

    def _is_named_beside(self, name: Name, home: int) -> bool:
        """Whether the rest of the sentence names the other in full: "Ray declared of Ann Ray"."""
        sentence = self._page.sentence[name.start]
        return any(
            other.start > name.start and self._page.sentence[other.start] == sentence
            for form in self.figures[home].forms
            for other in self._forms.names[form]
        )

    def _prominence(self, key: Key, kin: tuple[int, ...]) -> dict[int, int]:
        """Whose the short form is by custom: who bore it before the others came in, came first, has a title.

        And who is not always named in full, as the others of a family are.
        """
        if (key, kin) not in self._leading:
            full = {
                home: [name for form in self.figures[home].forms for name in self._forms.names[form]]
                for home in kin
            }
            first = {home: -1 if (whole := self._first_full(home)) is None else whole.start for home in kin}
            start, leader = min((start, home) for home, start in first.items())
            entry = min((start for home, start in first.items() if home != leader), default=start)
            alone = any(start < name.start < entry for name in self._forms.names[key])
            self._leading[key, kin] = {
                home: (2 + CLEAR * alone) * (home == leader)
                + bool(self.figures[home].titles)
                + (len(full[home]) == 1)
                for home in kin
            }
        return self._leading[key, kin]

    def _is_only_where(self, name: Name, figure: Figure) -> bool:
        """ "in Washington" is no Mr. Washington, though one plays in the same article."""
        if figure.look is not Look.PERSON or name.look is Look.PERSON:
            return False
        return is_where(self._page, name.start, name.end)


def _is_sports(page: MarkedText) -> bool:
    """Matches, scores and tables: there a city's name is its team's."""
    terms = len(SPORT_WORDS & page.small)
    scores = len(_SCORE.findall(page.article.text))
    return terms >= 4 or (terms >= 1 and scores >= 3) or page.line.count(Line.TABLE) * 4 > len(page.words)


def headline_names(
    page: MarkedText, gathering: Gathering, tokens: Sequence[int]
) -> Iterator[tuple[int, int, int]]:
    """`(start, end, figure)` of each name that a line of capitals shares with the body, longest first."""
    lows = [page.words[index].casefold() for index in tokens]
    place = 0
    while place < len(tokens):
        longest = min(4, len(tokens) - place) if page.words[tokens[place]][0].isupper() else 0
        for length in range(longest, 0, -1):
            home = gathering.called(tuple(lows[place : place + length]))
            if home is not None:
                yield tokens[place], tokens[place + length - 1] + 1, home
                break
        else:
            length = 1
        place += length
