"""Which names mean one actor: full names first, then the short forms that point to them.

A surname alone means the one person of the article who bears it, if the title in front fits; where two do,
the one who acts, else nobody (see `namesakes`). What a house is called by, the first word of its name or its
letters, means the one last spoken of.
"""

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from summaries.actors.acting import is_where
from summaries.actors.calls import (
    FAINT,
    OWN,
    STRONG,
    WEAK,
    Key,
    calls_of,
    generation,
    with_suffix,
    without_suffix,
)
from summaries.actors.looks import Look
from summaries.actors.names import Name
from summaries.actors.namesakes import CLEAR, Namesakes, titles_of
from summaries.actors.page import Line, Page
from summaries.actors.sexes import is_female, is_introduced, votes
from summaries.lexicon.given import GIVEN
from summaries.lexicon.groups import HOUSE_WORDS, KNOWN_SHORT_FORMS, SPORT_WORDS
from summaries.lexicon.people import ELDER, REGNAL, YOUNGER
from summaries.lexicon.persons import KIN_NOUNS
from summaries.lexicon.places import COUNTRIES
from summaries.lexicon.teams import NICKNAMES, TEAMS
from summaries.names import same_person

_MOST_NAMESAKES = 50  # a name that more bear is a list's heading: who is meant by it is not looked for
_JUNIORS = [f"{word}{stop}" for word in sorted(YOUNGER) for stop in ("", ".")]
_SCORE = re.compile(r"\b\d{1,3}[-–]\d{1,3}\b")


@dataclass(slots=True)
class Figure:
    """Somebody in the making: the names that were found to mean them."""

    look: Look
    forms: list[Key] = field(default_factory=list)  # whole names, first come first
    names: list[Name] = field(default_factory=list)
    calls: list[Key] = field(default_factory=list)  # its short forms
    told: int = 0  # above nought: the article says that it is a woman; below: a man
    titles: Counter[str] = field(default_factory=Counter)  # in front of its whole names

    @property
    def female(self) -> bool | None:
        """By what the article tells, else by the given name; None where that is open."""
        return is_female(self.told, iter(self.forms))


class Gathering:
    """Sorts an article's names into figures."""

    def __init__(self, page: Page, names: Sequence[Name]) -> None:
        self._page = page
        self.sports = _is_sports(page)
        self._forms: dict[Key, list[Name]] = defaultdict(list)
        for name in names:
            self._forms[name.key].append(name)
        self._told = {name.start: votes(page, name) for name in names}
        self._looks = {key: self._look(key, group) for key, group in self._forms.items()}
        self._looks |= dict.fromkeys(self._persons(), Look.PERSON)
        self._looks |= {key: Look.HOUSE for key in self._looks if self._is_with_article(key)}
        if self.sports:
            self._looks |= {key: Look.HOUSE for key in self._looks if _is_clubs(key)}
        self._places = {key for key, look in self._looks.items() if look is Look.PLACE}
        self.figures: list[Figure] = []
        self._homes: dict[Key, int] = {}
        self._calls: dict[Key, dict[int, int]] = defaultdict(dict)
        self._recent: dict[int, int] = {}
        self._seen: dict[Key, int | None] = {}  # what a form was taken for; None: nobody, or two
        self._namesakes = Namesakes(page, names)
        self._leading: dict[tuple[Key, tuple[int, ...]], dict[int, int]] = {}
        self.open: list[Name] = []  # names of somebody who cannot be told from a namesake
        self._found_full_names()
        self._part_generations()
        self._part_branches()
        self._join_called_houses()
        self._join_brackets(names)
        self._join_nicknames(names)
        self._join_known()
        for before, name in zip([None, *names], names, strict=False):
            self._settle(name, before)
        for figure in self.figures:
            figure.told = sum(self._told[name.start] for name in figure.names)

    def called(self, key: Key) -> int | None:
        """The one figure that a form without a place in the text means, as in a headline."""
        if key in self._seen:
            return self._seen[key]
        found = self._strongest(key)
        return found[0] if len(found) == 1 and self._calls[key][found[0]] >= STRONG else None

    def _persons(self) -> Iterator[Key]:
        """Names that end on what is told to be a person's: "Ms Varley" tells of "Sasha Varley"."""
        told = {key for key, group in self._forms.items() if any(map(self._is_told, group))}
        for key in self._looks:
            if not HOUSE_WORDS.isdisjoint(key):
                continue
            if any(key[cut:] in told for cut in range(1, min(len(key), 4))) or self._is_called_by_family(key):
                yield key

    def _is_with_article(self, key: Key) -> bool:
        """ "the Harriers": no person has the article before the name, though the Queen and the Pope have."""
        if len(key) > 1 or self._looks[key] is not Look.PERSON or key[0] in REGNAL:
            return False
        group = self._forms[key]
        plain = [name for name in group if not name.titled and not self._is_told(name)]
        articles = sum(
            self._page.words[name.start - 1].casefold() == "the"
            and self._page.doc[name.start].dep_ not in ("compound", "nmod")  # "the Harris administration"
            for name in plain
        )
        return len(plain) == len(group) > 1 and articles * 2 > len(plain)

    def _is_called_by_family(self, key: Key) -> bool:
        """ "Anil Boodram", then "Boodram": a house is called by the front of its name."""
        plain = not self.sports and len(key) == 2 and all(map(str.isalpha, key))
        common = any(word in self._page.small for word in key)
        if not plain or common or self._looks[key] is not Look.HOUSE or key[:1] in self._forms:
            return False
        return self._looks.get(key[-1:]) in (Look.PERSON, Look.HOUSE, Look.UNKNOWN)

    def _is_told(self, name: Name) -> bool:
        """Whether the words beside the name are said of persons alone."""
        return self._told[name.start] != 0 or is_introduced(self._page, name)

    def _look(self, key: Key, group: Sequence[Name]) -> Look:
        """The looks' vote; a title or "the actress" tells of a person, a preposition of place of a place."""
        looks = Counter(name.look for name in group)
        looks[Look.PERSON] += 2 * sum(name.titled or self._is_told(name) for name in group)
        if len(key) == 1:
            where = sum(is_where(self._page, name.start, name.end) for name in group)
            looks[Look.PLACE] += 2 * where if where * 2 > len(group) else 0
        looks.pop(Look.UNKNOWN, None)
        best = max(looks.values(), default=0)
        if best == 0:
            return Look.UNKNOWN
        tied = [look for look in Look if looks[look] == best]
        if Look.PERSON in tied and not set(key) & HOUSE_WORDS:
            return Look.PERSON
        return tied[0] if tied[0] is not Look.PERSON else tied[-1]

    def _found_full_names(self) -> None:
        families: dict[str, list[int]] = defaultdict(list)
        for key, look in self._looks.items():
            if len(key) == 1:
                continue
            kin = families[without_suffix(key)[-1]] if look is Look.PERSON else []
            home = self._namesake(key, kin)
            if home is None:
                home = self._found(key, look)
                if len(kin) < _MOST_NAMESAKES:
                    kin.append(home)
            else:
                self._adopt(key, home)

    def _found(self, key: Key, look: Look) -> int:
        self.figures.append(Figure(look=look))
        home = len(self.figures) - 1
        self._adopt(key, home)
        return home

    def _adopt(self, key: Key, home: int) -> None:
        figure = self.figures[home]
        figure.forms.append(key)
        self._homes[key] = home
        self._call(home, calls_of(key, figure.look, places=self._places, sports=self.sports))
        if len(key) > 1 and figure.look is Look.PERSON:
            for name in self._forms[key]:
                figure.told += self._told[name.start]
                figure.titles.update(titles_of(self._page, name))

    def _call(self, home: int, calls: Iterable[tuple[Key, int]]) -> None:
        for call, strength in calls:
            bearers = self._calls[call]
            if home in bearers or len(bearers) < _MOST_NAMESAKES:
                bearers[home] = max(strength, bearers.get(home, 0))
                self.figures[home].calls.append(call)

    def _namesake(self, key: Key, kin: Sequence[int]) -> int | None:
        found = [
            home
            for home in kin
            if same_person(" ".join(key), " ".join(self.figures[home].forms[0]))
            and not self._is_told_apart(key, self.figures[home].forms)
        ]
        return found[0] if len(found) == 1 else None

    def _is_told_apart(self, key: Key, forms: Sequence[Key]) -> bool:
        """Of a name with "Jr." and one without: "his son, Tom Ray Jr.", "Tom Ray and Tom Ray Jr."."""
        if generation(key) is None:
            return any(generation(form) and self._is_told_apart(form, [key]) for form in forms)
        page, plain = self._page, [form for form in forms if generation(form) is None]
        places = {page.sentence[name.start] for form in plain for name in self._forms[form]}
        mine = self._forms[key]
        return bool(plain) and any(
            page.sentence[name.start] in places or _is_kin(page, name) for name in mine
        )

    def _part_generations(self) -> None:
        """Beside "Tom Ray Sr.", "Tom Ray" is "Tom Jr.", and who is called "Tom" alone is not the father."""
        elders = [key for key in self._homes if generation(key) == "elder" and len(without_suffix(key)) > 1]
        for key in elders:
            elder, plain = self._homes[key], without_suffix(key)
            self._call(elder, with_suffix(plain, ELDER))
            others = (self._homes.get(other) for other in (plain, *((*plain, word) for word in _JUNIORS)))
            younger = next((home for home in others if home is not None), elder)
            if younger == elder:
                continue
            self._call(younger, with_suffix(plain, YOUNGER))
            for end in range(1, len(plain)):
                self._calls[plain[:end]][elder] = FAINT

    def _part_branches(self) -> None:
        """ "Harbour", and then "Harbour Japan": the house that was named first is not its branch."""
        for key, home in self._homes.items():
            front, whole = key[:1], self._forms.get(key)
            branch = self.figures[home].look is Look.HOUSE and " ".join(key[1:]).title() in COUNTRIES
            if branch and whole and front in self._forms and self._forms[front][0].start < whole[0].start:
                self._calls[front].pop(home, None)

    def _join_called_houses(self) -> None:
        """Several words may be short for more: "Abu Jaafar", "Treasury Department"."""
        for key, home in list(self._homes.items()):
            look = self.figures[home].look
            for other, strength in list(self._calls.get(key, {}).items()):
                longer = self.figures[other].look
                if other == home or self._homes[key] != home:
                    continue
                if longer is look or strength == STRONG or (longer is Look.HOUSE and look is Look.UNKNOWN):
                    self._move(home, other)

    def _move(self, home: int, other: int) -> None:
        for key in self.figures[home].forms:
            self._homes[key] = other
        moved, kept = self.figures[home], self.figures[other]
        kept.forms += moved.forms
        kept.told += moved.told
        kept.titles += moved.titles
        for call in moved.calls:
            strengths = self._calls[call]
            if home in strengths:
                strengths[other] = max(strengths.pop(home), strengths.get(other, 0))
        kept.calls += moved.calls
        moved.forms, moved.calls = [], []

    def _join_brackets(self, names: Sequence[Name]) -> None:
        """ "Party of Democratic Action (SDA)", "Abu Ammar (Arafat)": two names of one."""
        words = self._page.words
        for one, other in itertools.pairwise(names):
            if (
                other.start != one.end + 1
                or words[one.end] != "("
                or words[other.end : other.end + 1] != (")",)
            ):
                continue
            looks = (self._looks[one.key], self._looks[other.key])
            letters = other.key if words[other.start].isupper() else one.key
            if Look.PERSON in looks or Look.PLACE in looks or len(letters) > 1 or len(letters[0]) > 8:
                continue
            longer = one.key if letters == other.key else other.key
            if longer in self._homes:
                self._calls[letters] = {self._homes[longer]: OWN}

    def _join_nicknames(self, names: Sequence[Name]) -> None:
        """ "Leon “Tank” Alleyne": Tank, and Tank Alleyne."""
        for name in names:
            if name.nickname and (home := self._homes.get(name.key)) is not None:
                self._calls[name.nickname][home] = STRONG
                called = (*name.nickname, name.key[-1])
                if called in self._homes and self._homes[called] != home:
                    self._move(self._homes[called], home)
                self._calls[called][home] = OWN

    def _join_known(self) -> None:
        """What every reader knows: "the Fed", and in sports that the Cubs play for Chicago."""
        for key, whole in KNOWN_SHORT_FORMS.items():
            if key in self._looks and whole in self._homes:
                self._calls[key] = {self._homes[whole]: OWN}
        if not self.sports:
            return
        for nicknames, places in TEAMS.items():
            used = [nickname for nickname in nicknames if nickname in self._looks]
            if not used:
                continue
            homes = [home for home in map(self.called, used) if home is not None]
            home = homes[0] if homes else self._found(used[0], Look.HOUSE)
            for key in (*used, *(place for place in places if place in self._looks)):
                self._calls[key].setdefault(home, WEAK)

    def _settle(self, name: Name, before: Name | None) -> None:
        home, told = self._home(name)
        if before is not None and before.end == name.start:
            whole = self._homes.get((*before.key, *name.key))  # of a name that was cut in two
            home, told = (home, told) if whole is None else (whole, True)
        if not told:
            self.open.append(name)
            self._seen[name.key] = None
            return
        if home is None:
            home = self._found(name.key, self._looks[name.key])
        self._recent[home] = name.start
        self._seen[name.key] = home if self._seen.get(name.key, home) == home else None
        self._namesakes.saw(name, home)
        self.figures[home].names.append(name)

    def _home(self, name: Name) -> tuple[int | None, bool]:
        """The figure that a name means: its own whole name's, else the one it is short for.

        And whether that can be told: None and False where two are called so.
        """
        own = self._homes.get(name.key)
        found = self._strongest(name.key)
        if own is not None and (len(name.key) > 1 and not (self.sports and found)):
            return own, True
        if found and self._is_only_where(name, self.figures[found[0]]):
            return own, True
        if found and all(self.figures[home].look is Look.PERSON for home in found):
            home = self._person(name, found)
            return home, home is not None
        if len(found) > 1:
            found = [home for home in found if home in self._recent]
            found = [max(found, key=self._recent.__getitem__)] if found else []
        if not found and self._namesakes.is_familys(name):
            return None, False  # "Mr Ray" and "Mrs Ray", and neither ever by the whole name
        return (found[0] if found else own), True

    def _person(self, name: Name, homes: list[int]) -> int | None:
        """Of those called so, the one whom the title fits; of several, who acts or leads the family."""
        sex = {home: self.figures[home].female for home in homes}
        titles = {home: self.figures[home].titles for home in homes}
        fitting = self._namesakes.fitting(name, homes, sex=sex, titles=titles)
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        others = [home for home in fitting if not self._is_named_beside(name, home)] or fitting
        if len(others) == 1:
            return others[0]
        return self._namesakes.one_of(name, others, self._prominence(name.key, tuple(homes)))

    def _is_named_beside(self, name: Name, home: int) -> bool:
        """Whether the rest of the sentence names the other in full: "Ray declared of Ann Ray"."""
        sentence = self._page.sentence[name.start]
        return any(
            other.start > name.start and self._page.sentence[other.start] == sentence
            for form in self.figures[home].forms
            for other in self._forms[form]
        )

    def _prominence(self, key: Key, kin: tuple[int, ...]) -> dict[int, int]:
        """Whose the short form is by custom: who bore it before the others came in, came first, has a title.

        And who is not always named in full, as the others of a family are.
        """
        if (key, kin) not in self._leading:
            full = {
                home: [name for form in self.figures[home].forms for name in self._forms[form]]
                for home in kin
            }
            first = {home: min(name.start for name in full[home]) for home in kin}
            start, leader = min((start, home) for home, start in first.items())
            entry = min((start for home, start in first.items() if home != leader), default=start)
            alone = any(start < name.start < entry for name in self._forms[key])
            self._leading[key, kin] = {
                home: (2 + CLEAR * alone) * (home == leader)
                + bool(self.figures[home].titles)
                + (len(full[home]) == 1)
                for home in kin
            }
        return self._leading[key, kin]

    def _strongest(self, key: Key) -> list[int]:
        strengths = self._calls.get(key, {})
        best = max(strengths.values(), default=0)
        return [home for home, strength in strengths.items() if strength == best]

    def _is_only_where(self, name: Name, figure: Figure) -> bool:
        """ "in Washington" is no Mr. Washington, though one plays in the same article."""
        if figure.look is not Look.PERSON or name.look is Look.PERSON:
            return False
        return is_where(self._page, name.start, name.end)


def _is_clubs(key: Key) -> bool:
    """ "Celtics", "Boston Celtics"."""
    return key in NICKNAMES or (key[0] not in GIVEN and any(key[cut:] in NICKNAMES for cut in (1, 2)))


def _is_sports(page: Page) -> bool:
    """Matches, scores and tables: there a city's name is its team's."""
    terms = len(SPORT_WORDS & page.small)
    scores = len(_SCORE.findall(page.article.text))
    return terms >= 4 or (terms >= 1 and scores >= 3) or page.line.count(Line.TABLE) * 4 > len(page.words)


def _is_kin(page: Page, name: Name) -> bool:
    """ "his father, Tom Ray Sr.,", "his son Tom Ray Jr."."""
    near = page.words[max(0, name.start - 3) : name.start]
    return any(word.casefold() in KIN_NOUNS for word in near)


def headline_names(page: Page, gathering: Gathering, tokens: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """`(start, end, figure)` of each name that a line of capitals shares with the body, longest first."""
    place = 0
    while place < len(tokens):
        for length in range(min(4, len(tokens) - place), 0, -1):
            window = tokens[place : place + length]
            home = gathering.called(tuple(page.words[index].casefold() for index in window))
            if home is not None and page.words[window[0]][0].isupper():
                yield window[0], window[-1] + 1, home
                break
        else:
            length = 1
        place += length
