"""FigureTable that are one by what the article or every reader knows, and short forms that it parts again."""

import itertools
from collections.abc import Sequence

from summaries.actors.calls import FAINT, OWN, STRONG, WEAK, generation, initials, with_suffix, without_suffix
from summaries.actors.figures import FigureTable
from summaries.actors.forms import Forms
from summaries.actors.looks import Look
from summaries.actors.names import Name
from summaries.actors.page import MarkedText, Part
from summaries.actors.renamings import join_renamed
from summaries.lexicon.bodies import CLUB_OPENINGS
from summaries.lexicon.groups import KNOWN_SHORT_FORMS
from summaries.lexicon.people import ELDER, YOUNGER
from summaries.lexicon.places import COUNTRIES
from summaries.lexicon.teams import TEAMS

_LONGEST_CODE = 3  # letters
_COUNTRY_OF = {form.casefold(): country for form, country in COUNTRIES.items()}
_JUNIORS = [f"{word}{stop}" for word in sorted(YOUNGER) for stop in ("", ".")]


def join_figures(
    page: MarkedText, names: Sequence[Name], forms: Forms, figures: FigureTable, *, sports: bool
) -> None:
    """Parts what generations and branches share, then joins what only looked like two."""
    _part_generations(figures)
    _part_branches(forms, figures)
    _part_named_first(page, forms, figures)
    _join_called_houses(figures)
    _join_turned(figures)
    join_renamed(page, names, forms, figures)
    _join_brackets(page, names, forms, figures)
    _join_nicknames(names, figures)
    _join_known(forms, figures)
    if sports:
        _join_teams(forms, figures)
        _join_codes(forms, figures)
        _join_countries(forms, figures)


def _part_generations(figures: FigureTable) -> None:
    """Beside "Tom Ray Sr.", "Tom Ray" is "Tom Jr.", and who is called "Tom" alone is not the father."""
    elders = [key for key in figures.homes if generation(key) == "elder" and len(without_suffix(key)) > 1]
    for key in elders:
        elder, plain = figures.homes[key], without_suffix(key)
        figures.call(elder, with_suffix(plain, ELDER))
        others = (figures.homes.get(other) for other in (plain, *((*plain, word) for word in _JUNIORS)))
        younger = next((home for home in others if home is not None), elder)
        if younger == elder:
            continue
        figures.call(younger, with_suffix(plain, YOUNGER))
        for end in range(1, len(plain)):
            figures.calls[plain[:end]][elder] = FAINT


def _part_branches(forms: Forms, figures: FigureTable) -> None:
    """ "Harbour", and then "Harbour Japan": the house that was named first is not its branch."""
    for key, home in figures.homes.items():
        front, whole = key[:1], forms.names.get(key)
        branch = figures.all[home].look is Look.HOUSE and " ".join(key[1:]).title() in COUNTRIES
        if branch and whole and front in forms.names and forms.names[front][0].start < whole[0].start:
            figures.calls[front].pop(home, None)


def _part_named_first(page: MarkedText, forms: Forms, figures: FigureTable) -> None:
    """ "Vale" that plays, and then "Radio Vale": nobody is called by the end of a name that comes later."""
    for key, home in figures.homes.items():
        short = key[1:]
        if figures.all[home].look is not Look.HOUSE or len(key) != 2 or key[0] in CLUB_OPENINGS:
            continue
        told, whole = (_first_in_story(page, forms.names.get(form, ())) for form in (short, key))
        if told is not None and whole is not None and told < whole:
            figures.calls[short].pop(home, None)


def _first_in_story(page: MarkedText, names: Sequence[Name]) -> int | None:
    """Where the body first has one of the names; a headline shortens what it has not told."""
    return next((name.start for name in names if page.part[name.start] is Part.BODY), None)


def _join_called_houses(figures: FigureTable) -> None:
    """Several words may be short for more: "Abu Jaafar", "Treasury Department"."""
    for key, home in list(figures.homes.items()):
        look = figures.all[home].look
        for other, strength in list(figures.calls.get(key, {}).items()):
            longer = figures.all[other].look
            if other == home or figures.homes[key] != home:
                continue
            if longer is look or strength == STRONG or (longer is Look.HOUSE and look is Look.UNKNOWN):
                figures.move(home, other)


def _join_turned(figures: FigureTable) -> None:
    """ "Department of Works", "Works Department"."""
    for key, home in list(figures.homes.items()):
        other = figures.homes.get((*key[2:], key[0])) if key[1:2] == ("of",) and len(key) > 2 else None
        if other is not None and other != home:
            figures.move(other, home)


def _join_codes(forms: Forms, figures: FigureTable) -> None:
    """ "NOR" on a board is Norway."""
    for code in [key for key in forms.looks if len(key) == 1 and len(key[0]) == _LONGEST_CODE]:
        countries = [
            key
            for key in forms.looks
            if key != code and key[0].startswith(code[0]) and " ".join(key).title() in COUNTRIES
        ]
        if len(countries) == 1:
            home = figures.homes.get(countries[0])
            home = figures.found(countries[0], forms.looks[countries[0]]) if home is None else home
            figures.calls[code] = {home: OWN}


def _join_countries(forms: Forms, figures: FigureTable) -> None:
    """ "the U.S." and "the United States" have one team."""
    first: dict[str, int] = {}
    for key in forms.looks:
        country = _COUNTRY_OF.get(" ".join(key))
        if country is None or forms.looks[key] is not Look.PLACE:
            continue
        home = figures.homes.get(key)
        home = figures.found(key, Look.PLACE) if home is None and country not in first else home
        if country in first:
            figures.calls[key] = {first[country]: OWN}
        elif home is not None:
            first[country] = home


def _join_brackets(page: MarkedText, names: Sequence[Name], forms: Forms, figures: FigureTable) -> None:
    """ "Party of Democratic Action (SDA)", "Abu Ammar (Arafat)": two names of one."""
    words = page.words
    for one, other in itertools.pairwise(names):
        if other.start != one.end + 1 or words[one.end] != "(" or words[other.end : other.end + 1] != (")",):
            continue
        looks = (forms.looks[one.key], forms.looks[other.key])
        letters = other.key if words[other.start].isupper() else one.key
        spelling = (
            initials(one.key),
            initials((*one.titles, *one.key)),
        )  # "British" of "British Selwick Isles"
        spelt = len(letters) == 1 and len(letters[0]) > 2 and letters[0] in spelling
        if looks[0] is Look.PLACE and spelt:
            forms.looks[letters] = Look.PLACE  # "Selwick Channel Islands (SCI)"
        person = Look.PERSON in looks
        if (person and not spelt) or Look.PLACE in looks or len(letters) > 1 or len(letters[0]) > 8:
            continue
        longer = one.key if letters == other.key else other.key
        if longer in figures.homes:
            if person:
                figures.all[figures.homes[longer]].look = Look.HOUSE
            figures.calls[letters] = {figures.homes[longer]: OWN}


def _join_nicknames(names: Sequence[Name], figures: FigureTable) -> None:
    """ "Leon “Tank” Alleyne": Tank, and Tank Alleyne."""
    for name in names:
        if name.nickname and (home := figures.homes.get(name.key)) is not None:
            for called, strength in ((name.nickname, STRONG), ((*name.nickname, name.key[-1]), OWN)):
                if figures.homes.get(called, home) != home:
                    figures.move(figures.homes[called], home)
                figures.calls[called][home] = strength


def _join_known(forms: Forms, figures: FigureTable) -> None:
    """What every reader knows: "the Fed"."""
    for key, whole in KNOWN_SHORT_FORMS.items():
        if key in forms.looks and whole in figures.homes:
            figures.calls[key] = {figures.homes[whole]: OWN}


def _join_teams(forms: Forms, figures: FigureTable) -> None:
    """ "Cubs" and "Chicago": in sports every reader knows who plays for whom."""
    for nicknames, places in TEAMS.items():
        used = [nickname for nickname in nicknames if nickname in forms.looks]
        if not used:
            continue
        homes = [home for home in map(figures.called, used) if home is not None]
        home = homes[0] if homes else figures.found(used[0], Look.HOUSE)
        for key in (*used, *(place for place in places if place in forms.looks)):
            figures.calls[key].setdefault(home, WEAK)
