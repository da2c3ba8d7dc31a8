"""Which names mean one actor: full names first, then the short forms that point to them.

A surname alone means the one person of the article who bears it; where two do, the one last spoken of. The
same holds for what a house is called by: the first word of its name, its letters.
"""

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from summaries.actors.acting import is_where
from summaries.actors.calls import OWN, STRONG, WEAK, Key, calls_of
from summaries.actors.looks import Look
from summaries.actors.names import Name
from summaries.actors.page import Line, Page
from summaries.lexicon.groups import HOUSE_WORDS, KNOWN_SHORT_FORMS, SPORT_WORDS
from summaries.lexicon.people import FEMALE_NAMES, MALE_NAMES, SUFFIXES
from summaries.lexicon.teams import NICKNAMES, TEAMS
from summaries.names import same_person

_SCORE = re.compile(r"\b\d{1,3}[-–]\d{1,3}\b")


@dataclass(slots=True)
class Figure:
    """Somebody in the making: the names that were found to mean them."""

    look: Look
    forms: list[Key] = field(default_factory=list)  # whole names, first come first
    names: list[Name] = field(default_factory=list)


class Gathering:
    """Sorts an article's names into figures."""

    def __init__(self, page: Page, names: Sequence[Name]) -> None:
        self._page = page
        self.sports = _is_sports(page)
        self._forms: dict[Key, list[Name]] = defaultdict(list)
        for name in names:
            self._forms[name.key].append(name)
        self._looks = {key: _look(page, key, group) for key, group in self._forms.items()}
        if self.sports:
            self._looks |= {key: Look.HOUSE for key in self._looks if key in NICKNAMES}
        self._places = {key for key, look in self._looks.items() if look is Look.PLACE}
        self.figures: list[Figure] = []
        self._homes: dict[Key, int] = {}
        self._calls: dict[Key, dict[int, int]] = defaultdict(dict)
        self._recent: dict[int, int] = {}
        self._seen: dict[Key, int] = {}  # what a form was last taken for
        self._found_full_names()
        self._join_called_houses()
        self._join_brackets(names)
        self._join_nicknames(names)
        self._join_known()
        for name in names:
            self._settle(name)

    def called(self, key: Key) -> int | None:
        """The one figure that a form without a place in the text means, as in a headline."""
        if key in self._seen:
            return self._seen[key]
        found = self._strongest(key)
        return found[0] if len(found) == 1 and self._calls[key][found[0]] >= STRONG else None

    def _found_full_names(self) -> None:
        families: dict[str, list[int]] = defaultdict(list)
        for key, look in self._looks.items():
            if len(key) == 1:
                continue
            kin = families[_family(key)] if look is Look.PERSON else []
            home = self._namesake(key, kin)
            if home is None:
                home = self._found(key, look)
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
        for call, strength in calls_of(key, figure.look, places=self._places, sports=self.sports):
            self._calls[call][home] = max(strength, self._calls[call].get(home, 0))

    def _namesake(self, key: Key, kin: Sequence[int]) -> int | None:
        found = [home for home in kin if same_person(" ".join(key), " ".join(self.figures[home].forms[0]))]
        return found[0] if len(found) == 1 else None

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
        self.figures[other].forms += self.figures[home].forms
        self.figures[home].forms = []
        for strengths in self._calls.values():
            if home in strengths:
                strengths[other] = max(strengths.pop(home), strengths.get(other, 0))

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

    def _settle(self, name: Name) -> None:
        home = self._home(name)
        if home is None:
            home = self._found(name.key, self._looks[name.key])
        self._recent[home] = name.start
        self._seen[name.key] = home
        self.figures[home].names.append(name)

    def _home(self, name: Name) -> int | None:
        """The figure that a name means: its own whole name's, else the one it is short for."""
        own = self._homes.get(name.key)
        found = self._strongest(name.key)
        if own is not None and (len(name.key) > 1 and not (self.sports and found)):
            return own
        if len(found) > 1:
            found = self._one_of(found, name)
        if found and self._is_only_where(name, self.figures[found[0]]):
            found = []
        return found[0] if found else own

    def _one_of(self, homes: list[int], name: Name) -> list[int]:
        """Of several, the principal of a family; of houses, the one last spoken of."""
        if all(self.figures[home].look is Look.PERSON for home in homes):
            fitting = homes
            if name.female is not None:
                fitting = [home for home in homes if self._female(home) is name.female] or [
                    home for home in homes if self._female(home) is None
                ]
            return sorted(fitting, key=lambda home: (-self._prominence(home, homes), home))[:1]
        seen = [home for home in homes if home in self._recent]
        return [max(seen, key=self._recent.__getitem__)] if seen else []

    def _female(self, home: int) -> bool | None:
        first = self.figures[home].forms[0][0]
        return True if first in FEMALE_NAMES else False if first in MALE_NAMES else None

    def _prominence(self, home: int, kin: Sequence[int]) -> int:
        """Whose family name alone it is: who came first, bears a title, and is not always named in full."""
        full = [name for form in self.figures[home].forms for name in self._forms[form]]
        return 2 * (home == min(kin)) + any(name.titled for name in full) + (len(full) == 1)

    def _strongest(self, key: Key) -> list[int]:
        strengths = self._calls.get(key, {})
        best = max(strengths.values(), default=0)
        return [home for home, strength in strengths.items() if strength == best]

    def _is_only_where(self, name: Name, figure: Figure) -> bool:
        """ "in Washington" is no Mr. Washington, though one plays in the same article."""
        if figure.look is not Look.PERSON or name.look is Look.PERSON:
            return False
        return is_where(self._page, name.start, name.end)


def _is_sports(page: Page) -> bool:
    """Matches, scores and tables: there a city's name is its team's."""
    terms = len(SPORT_WORDS & page.small)
    scores = len(_SCORE.findall(page.article.text))
    return terms >= 4 or (terms >= 1 and scores >= 3) or page.line.count(Line.TABLE) * 4 > len(page.words)


def _look(page: Page, key: Key, group: Sequence[Name]) -> Look:
    """The looks' vote; a title decides for a person, a preposition of place for a place."""
    votes = Counter(name.look for name in group)
    votes[Look.PERSON] += 2 * sum(name.titled or name.female is not None for name in group)
    if len(key) == 1:
        where = sum(is_where(page, name.start, name.end) for name in group)
        votes[Look.PLACE] += 2 * where if where * 2 > len(group) else 0
    votes.pop(Look.UNKNOWN, None)
    best = max(votes.values(), default=0)
    if best == 0:
        return Look.UNKNOWN
    tied = [look for look in Look if votes[look] == best]
    if Look.PERSON in tied and not set(key) & HOUSE_WORDS:
        return Look.PERSON
    return tied[0] if tied[0] is not Look.PERSON else tied[-1]


def _family(key: Key) -> str:
    words = [word for word in key if word.rstrip(".") not in SUFFIXES]
    return words[-1] if words else key[-1]


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
