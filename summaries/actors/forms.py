"""What each form of an article's names looks like: a vote of all names of that form, and what others tell."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence

from summaries.actors.acting import is_where
from summaries.actors.calls import Key, without_suffix
from summaries.actors.drafts import Hit
from summaries.actors.houses import is_said_before
from summaries.actors.looks import Look
from summaries.actors.names import Name
from summaries.actors.page import MarkedText
from summaries.actors.sexes import is_introduced, votes
from summaries.actors.standing import is_of_thing
from summaries.lexicon.bodies import CLUB_ENDS, CLUB_INITIALS, CLUB_OPENINGS, CLUB_TOWNS, STATION_OPENINGS
from summaries.lexicon.given import GIVEN
from summaries.lexicon.groups import HOUSE_WORDS, ROLE_NOUNS, WHOLE_NAMES
from summaries.lexicon.people import REGNAL
from summaries.lexicon.places import COUNTRIES
from summaries.lexicon.sexes import is_given_name
from summaries.lexicon.teams import CLUBS, NICKNAMES

_SELDOM = 2


class Forms:
    """An article's names by their form, with the look of each; `told`: a woman's or a man's, by `start`."""

    def __init__(self, page: MarkedText, names: Sequence[Name], *, sports: bool) -> None:
        self._page = page
        self._sports = sports
        self.names: dict[Key, list[Name]] = defaultdict(list)
        for name in names:
            self.names[name.key].append(name)
        self.told = {name.start: votes(page, name) for name in names}
        self._of_persons = {
            name.start for name in names if self.told[name.start] or is_introduced(page, name)
        }
        self.looks = {key: self._look(key, group) for key, group in self.names.items()}
        self.looks |= dict.fromkeys(self._persons(), Look.PERSON)
        self.looks |= {key: Look.HOUSE for key in self.looks if self._is_with_article(key)}
        self.looks |= {key: Look.HOUSE for key in self.looks if _is_club_in_full(key)}
        self.looks |= {key: Look.HOUSE for key in self.looks if self._is_said_to_be_house(key)}
        self.looks |= {key: Look.THING for key in self.looks if self._is_things(key)}
        if sports:
            self.looks |= {key: Look.HOUSE for key in self.looks if _is_clubs(key) or self._is_town(key)}
        self.places = {key for key, look in self.looks.items() if look is Look.PLACE}

    def _persons(self) -> Iterator[Key]:
        """Names that end on what is told to be a person's: "Ms Varley" tells of "Sasha Varley"."""
        told = {key for key, group in self.names.items() if any(map(self._is_told, group))}
        families = {
            without_suffix(key)[-1]
            for key, look in self.looks.items()
            if len(key) > 1 and (look is Look.PERSON or key in told)
        }
        for key in self.looks:
            if not HOUSE_WORDS.isdisjoint(key) or key[-1] in CLUB_ENDS or key in WHOLE_NAMES:
                continue
            if key[0] in STATION_OPENINGS or key[0] in CLUB_OPENINGS:
                if self._is_called_by_letters(key):
                    yield key
                continue
            if (
                any(key[cut:] in told for cut in range(1, min(len(key), 4)))
                or self._is_called_by_family(key)
                or self._is_of_family(key, families)
            ):
                yield key

    def _is_town(self, key: Key) -> bool:
        """ "Harbour Town", which the report calls "Town"."""
        return len(key) == 2 and key[-1] in CLUB_TOWNS and key[-1:] in self.names

    def _is_with_article(self, key: Key) -> bool:
        """ "the Harriers": no person has the article before the name, though the Queen and the Pope have."""
        if len(key) > 1 or self.looks[key] is not Look.PERSON or key[0] in REGNAL:
            return False
        group = self.names[key]
        plain = [name for name in group if not name.titled and not self._is_told(name)]
        articles = sum(
            self._page.words[name.start - 1].casefold() == "the"
            and self._page.doc[name.start].dep_ not in ("compound", "nmod")  # "the Harris administration"
            for name in plain
        )
        return len(plain) == len(group) > 1 and articles * 2 > len(plain)

    def _is_said_to_be_house(self, key: Key) -> bool:
        """ "the carmaker Kordu", which the pipeline takes for a town, is no town."""
        if self.looks[key] is not Look.PLACE or len(key) > 1 or key[0].title() in COUNTRIES:
            return False
        names = (Hit(start=name.start, end=name.end, opens=name.start) for name in self.names[key])
        return any(is_said_before(self._page, name) for name in names)

    def _is_things(self, key: Key) -> bool:
        """ "Quay Atlas", said once, of "the Quay Atlas archive", in a text that has Quay often."""
        group, front = self.names[key], key[:1]
        if len(key) != 2 or len(group) > 1 or len(self.names.get(front, ())) <= _SELDOM:
            return False
        name = group[0]
        house = self.looks[front] is Look.HOUSE and self.looks[key] in (Look.HOUSE, Look.UNKNOWN)
        hit = Hit(start=name.start, end=name.end, opens=name.start)
        return house and key[1] not in HOUSE_WORDS and is_of_thing(self._page, hit)

    def _is_called_by_family(self, key: Key) -> bool:
        """ "Anil Boodram", then "Boodram": a house is called by the front of its name."""
        plain = not self._sports and len(key) == 2 and all(map(str.isalpha, key))
        common = any(word in self._page.small for word in key)
        if not plain or common or self.looks[key] is not Look.HOUSE or key[:1] in self.names:
            return False
        return self.looks.get(key[-1:]) in (Look.PERSON, Look.HOUSE, Look.UNKNOWN)

    def _is_of_family(self, key: Key, families: Collection[str]) -> bool:
        """ "Emrys Boodram", whom the pipeline passed over, beside "the son, Guto Boodram"."""
        passed_over = self.looks[key] is Look.UNKNOWN and 1 < len(key) < 4
        return passed_over and without_suffix(key)[-1] in families and is_given_name(key[0])

    def _is_called_by_letters(self, key: Key) -> bool:
        """ "the philosopher AC Orme", "AC Orme, 71,": what is beside the name is said of persons alone."""
        return key[0] in CLUB_INITIALS and any(
            self._is_told(name) or (name.start > 0 and self._page.words[name.start - 1] in ROLE_NOUNS)
            for name in self.names[key]
        )

    def _is_told(self, name: Name) -> bool:
        """Whether the words beside the name are said of persons alone."""
        return name.start in self._of_persons

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


def _is_clubs(key: Key) -> bool:
    """ "Celtics", "Boston Celtics"."""
    return key in NICKNAMES or (key[0] not in GIVEN and any(key[cut:] in NICKNAMES for cut in (1, 2)))


def _is_club_in_full(key: Key) -> bool:
    """ "Boston Celtics", in any article: a place and what its team is called."""
    return any(key[:cut] in CLUBS.get(key[cut:], ()) for cut in range(1, len(key)))
