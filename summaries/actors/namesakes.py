"""Which of those who bear a name is meant by it alone: whom the title fits, who just acted, or nobody."""

from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence

from summaries.actors.acting import head, is_subject
from summaries.actors.kin import is_kin_of
from summaries.actors.names import Name
from summaries.actors.page import MarkedText
from summaries.lexicon.people import ELDER_OF_TWO, FEMALE_HONORIFICS, MALE_HONORIFICS, TITLES
from summaries.lexicon.roles import FULL_TITLES

_COURTESY = (FEMALE_HONORIFICS | MALE_HONORIFICS) - {"sir", "dame", "lord", "lady", "father", "sister"}
_TELLING = TITLES - _COURTESY  # "Dr", "Sir", "Senator": not everybody's of that sex
_IN_FULL = FULL_TITLES | {"dr": "doctor", "prof": "professor"}
_LEARNED = frozenset(("doctor", "professor"))
_DYING = frozenset(("die", "drown"))  # whoever did is not who acts next
_APPOSITION = 8  # tokens
_MEMORY = 12  # names; what is further back is not of the sentence before
CLEAR = 4  # of prominence between the principal of a family and the next


def title_of(page: MarkedText, name: Name) -> str | None:
    """The title before the name that not everybody of that sex has: "dr", "senator", "sir"."""
    return next((_IN_FULL.get(title, title) for title in _in_front(page, name) if title in _TELLING), None)


def _in_front(page: MarkedText, name: Name) -> Iterator[str]:
    """The titles of the name; one that opens the sentence may have been left out of it as a common noun."""
    yield from name.titles
    if name.start > 0 and page.words[name.start - 1] not in ELDER_OF_TWO:
        yield page.words[name.start - 1].casefold().rstrip(".")


def titles_of(page: MarkedText, name: Name) -> Iterator[str]:
    """The titles before the name, and the offices of the apposition behind it."""
    yield from (_IN_FULL.get(title, title) for title in _in_front(page, name) if title in TITLES)
    if page.words[name.end : name.end + 1] == (",",):
        for word in page.words[name.end + 1 : name.end + _APPOSITION]:
            if word in (",", "."):
                break
            if word in _TELLING:
                yield word


class Namesakes:
    """Follows an article's names in text order and tells which bearer of a shared one is meant."""

    def __init__(self, page: MarkedText, names: Sequence[Name]) -> None:
        self._page = page
        self._acted: deque[tuple[int, int]] = deque(maxlen=_MEMORY)  # (sentence, figure)
        self._addressed: dict[tuple[str, ...], set[bool]] = {}
        self._learned: set[tuple[str, ...]] = set()
        self._first: dict[tuple[tuple[str, ...], str], int] = {}  # where "Mrs Ray" is first spoken of
        for name in names:
            for title in name.titles:
                self._first.setdefault((name.key, title), name.start)
            if name.female is not None:
                self._addressed.setdefault(name.key, set()).add(name.female)
            if not _LEARNED.isdisjoint(_IN_FULL.get(title, title) for title in name.titles):
                self._learned.add(name.key)

    def saw(self, name: Name, home: int) -> None:
        """Remembers who acts in which sentence."""
        word = head(self._page, name.start, name.end)
        short = len(name.key) == 1 and title_of(self._page, name) is not None
        # Behind "Judge Ray told him" a plain "Ray" may be the other.
        if is_subject(word) and word.head.lemma_ not in _DYING and not short:
            self._acted.append((self._page.sentence[name.start], home))

    def is_couples(self, name: Name) -> bool:
        """Whether the article has both a Mr and a Mrs of this name."""
        return len(self._addressed.get(name.key, ())) > 1

    def is_familys(self, name: Name) -> bool:
        """Whether it has a Mr and a Mrs, or one of them and a Dr."""
        return self.is_couples(name) or (name.key in self._learned and name.key in self._addressed)

    def was_named_before(self, name: Name, full: Name, *, alone: bool) -> bool:
        """Whether a "Mrs Ray" was spoken of before the bearer whose whole name stands first at `full`.

        `alone`: whether nobody else bears the name; then only if the bearer is told to be her relative.
        """
        titles = name.titles if alone else [title for title in name.titles if title in _COURTESY]
        before = any(self._first[name.key, title] < full.start for title in titles)
        return before and (not alone or is_kin_of(self._page, name, full))

    def fitting(
        self,
        name: Name,
        homes: Sequence[int],
        *,
        sex: Mapping[int, bool | None],
        titles: Mapping[int, Counter[str]],
    ) -> list[int]:
        """Those of `homes` whom the title before the name fits; surely, if any does surely."""
        fits = list(homes)
        if name.female is not None:
            fits = [home for home in homes if sex[home] is name.female] or [
                home for home in homes if sex[home] is None and not self.is_couples(name)
            ]
            addressed = [home for home in fits if any(titles[home][title] for title in name.titles)]
            fits = addressed if len(addressed) == 1 else fits  # "Miss Ray" of "Miss Ann Ray"
        title = title_of(self._page, name)
        if title is not None:
            bearers = [home for home in fits if title in titles[home]]
            fits = bearers or [
                home for home in fits if len(fits) == 1 and self._may_bear(name, title, titles[home])
            ]
        return fits

    def _may_bear(self, name: Name, title: str, titles: Counter[str]) -> bool:
        """Whether somebody of these titles may have this one, too: no "Dr" is the narrator's "Mr"."""
        plain = name.key in self._addressed or not _COURTESY.isdisjoint(titles)
        return title not in _LEARNED or not plain

    def one_of(self, name: Name, homes: Sequence[int], prominence: Mapping[int, int]) -> int | None:
        """The one who acted in this sentence or the one before, or the family's clear principal.

        None where neither is told, or where they are two: "Ann Ray sang. Ray, who rules the island, …".
        """
        best, second, *_ = sorted(((prominence[home], home) for home in homes), reverse=True)
        principal = best[1] if best[0] - second[0] >= CLEAR else None
        sentence = self._page.sentence[name.start]
        acting = self._acting(sentence - 1, homes)
        if principal is None:
            acting = self._acting(sentence, homes) or acting
            return acting.pop() if len(acting) == 1 else None
        return principal if acting <= {principal} else None

    def _acting(self, sentence: int, homes: Sequence[int]) -> set[int]:
        return {home for when, home in self._acted if when == sentence and home in homes}
