"""Cities whose names stand in those of time zones: "New York" in America/New_York."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final
from zoneinfo import available_timezones

from summaries.letters import fold_letters

_AREAS: Final = ("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")
_LONGEST: Final = 3  # words


def zone_begun(words: Sequence[str]) -> str | None:
    """The zone of the city with which the words begin; None where they begin with none."""
    for count in range(min(_LONGEST, len(words)), 0, -1):
        if (zone := _zones().get(fold_letters(" ".join(words[:count])))) is not None:
            return zone
    return None


def zone_of_city(name: str) -> str | None:
    """The zone of the city so called; None where none is."""
    return _zones().get(fold_letters(name))


def city_of(zone: str) -> str:
    """ "New York" of "America/New_York"."""
    return zone.rpartition("/")[2].replace("_", " ")


@cache
def _zones() -> Mapping[str, str]:
    every = (zone for zone in sorted(available_timezones()) if zone.partition("/")[0] in _AREAS)
    return {fold_letters(city_of(zone)): zone for zone in every}
