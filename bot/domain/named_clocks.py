"""Clocks as people call them: "CET", "Moscow time", "UTC+3". Each may be that of several places.

Such a name tells an hour and no place, and only a place tells when its clocks change: so the answer is places
to choose from. "EST" is New York's clock in winter, and all the year that of Panama; the zone that the
database of time zones itself calls EST is the second, which nobody means who lives in New York.
"""

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.typed_letters import fold_typed

MOST = 5  # buttons that a person reads
MOST_AT_OFFSET = 8  # an hour of the world has more places than a name
Place = tuple[str, str]  # "Moscow, Russia" and its zone

# For each hour of the world the places that most people there know, the largest first.
_PLACES: dict[str, str] = {
    "Honolulu": "Pacific/Honolulu",
    "Anchorage": "America/Anchorage",
    "Los Angeles": "America/Los_Angeles",
    "Denver": "America/Denver",
    "Phoenix": "America/Phoenix",
    "Mexico City": "America/Mexico_City",
    "Chicago": "America/Chicago",
    "Regina": "America/Regina",
    "New York": "America/New_York",
    "Bogotá": "America/Bogota",
    "Panama City": "America/Panama",
    "Halifax": "America/Halifax",
    "Caracas": "America/Caracas",
    "San Juan": "America/Puerto_Rico",
    "São Paulo": "America/Sao_Paulo",
    "Buenos Aires": "America/Argentina/Buenos_Aires",
    "St. John’s": "America/St_Johns",
    "Praia": "Atlantic/Cape_Verde",
    "London": "Europe/London",
    "Accra": "Africa/Accra",
    "Lisbon": "Europe/Lisbon",
    "Dublin": "Europe/Dublin",
    "Reykjavik": "Atlantic/Reykjavik",
    "Berlin": "Europe/Berlin",
    "Paris": "Europe/Paris",
    "Madrid": "Europe/Madrid",
    "Lagos": "Africa/Lagos",
    "Algiers": "Africa/Algiers",
    "Cairo": "Africa/Cairo",
    "Johannesburg": "Africa/Johannesburg",
    "Kyiv": "Europe/Kyiv",
    "Athens": "Europe/Athens",
    "Jerusalem": "Asia/Jerusalem",
    "Moscow": "Europe/Moscow",
    "Istanbul": "Europe/Istanbul",
    "Riyadh": "Asia/Riyadh",
    "Damascus": "Asia/Damascus",
    "Nairobi": "Africa/Nairobi",
    "Tehran": "Asia/Tehran",
    "Dubai": "Asia/Dubai",
    "Baku": "Asia/Baku",
    "Kabul": "Asia/Kabul",
    "Karachi": "Asia/Karachi",
    "Tashkent": "Asia/Tashkent",
    "Kolkata": "Asia/Kolkata",
    "Kathmandu": "Asia/Kathmandu",
    "Dhaka": "Asia/Dhaka",
    "Yangon": "Asia/Yangon",
    "Jakarta": "Asia/Jakarta",
    "Makassar": "Asia/Makassar",
    "Jayapura": "Asia/Jayapura",
    "Bangkok": "Asia/Bangkok",
    "Shanghai": "Asia/Shanghai",
    "Hong Kong": "Asia/Hong_Kong",
    "Singapore": "Asia/Singapore",
    "Manila": "Asia/Manila",
    "Perth": "Australia/Perth",
    "Tokyo": "Asia/Tokyo",
    "Seoul": "Asia/Seoul",
    "Adelaide": "Australia/Adelaide",
    "Darwin": "Australia/Darwin",
    "Sydney": "Australia/Sydney",
    "Brisbane": "Australia/Brisbane",
    "Vladivostok": "Asia/Vladivostok",
    "Auckland": "Pacific/Auckland",
    "Apia": "Pacific/Apia",
}
_CALLED: dict[str, tuple[str, ...]] = {
    "London": ("gmt", "bst", "uk", "british", "england", "britain", "greenwich"),
    "Accra": ("gmt",),
    "Dublin": ("ist", "irish", "ireland"),
    "Lisbon": ("wet", "west", "western european", "portugal"),
    "Berlin": ("cet", "cest", "met", "mest", "central european", "mez", "mesz", "germany", "german"),
    "Paris": ("cet", "cest", "met", "mest", "central european", "france", "french"),
    "Madrid": ("cet", "cest", "central european", "spain"),
    "Lagos": ("wat", "cet", "west africa", "nigeria"),
    "Algiers": ("cet",),
    "Athens": ("eet", "eest", "eastern european", "greece"),
    "Kyiv": ("eet", "eest", "eastern european", "ukraine"),
    "Cairo": ("eet", "eest", "egypt"),
    "Johannesburg": ("sast", "cat", "south africa", "central africa"),
    "Nairobi": ("eat", "east africa", "kenya"),
    "Moscow": ("msk", "msd", "мск", "russia", "russian"),
    "Istanbul": ("trt", "tsi", "turkey", "turkish"),
    "Riyadh": ("ast", "arabia", "saudi"),
    "Jerusalem": ("ist", "idt", "israel"),
    "Tehran": ("irst", "iran"),
    "Dubai": ("gst", "gulf"),
    "Karachi": ("pkt", "pakistan"),
    "Kolkata": ("ist", "india", "indian"),
    "Dhaka": ("bst", "bangladesh"),
    "Bangkok": ("ict", "thailand"),
    "Jakarta": ("wib", "indonesia"),
    "Makassar": ("wita",),
    "Jayapura": ("wit",),
    "Shanghai": ("cst", "china", "beijing"),
    "Hong Kong": ("hkt",),
    "Singapore": ("sgt",),
    "Manila": ("pht", "pst", "philippines"),
    "Perth": ("awst", "western australia"),
    "Tokyo": ("jst", "japan"),
    "Seoul": ("kst", "korea"),
    "Adelaide": ("acst", "acdt", "australia"),
    "Sydney": ("aest", "aedt", "australia"),
    "Brisbane": ("aest",),
    "Auckland": ("nzst", "nzdt", "new zealand"),
    "New York": ("est", "edt", "et", "eastern", "est5edt", "us", "usa", "america", "us eastern"),
    "Panama City": ("est",),
    "Chicago": ("cst", "cdt", "ct", "central", "us", "usa", "america", "us central"),
    "Regina": ("cst",),
    "Denver": ("mst", "mdt", "mt", "mountain", "us", "usa", "america"),
    "Phoenix": ("mst", "arizona"),
    "Los Angeles": ("pst", "pdt", "pt", "pacific", "us", "usa", "america", "us pacific"),
    "Anchorage": ("akst", "akdt", "alaska"),
    "Honolulu": ("hst", "hawaii"),
    "Halifax": ("ast", "adt", "atlantic"),
    "San Juan": ("ast",),
    "Bogotá": ("cot", "colombia"),
    "São Paulo": ("brt", "brazil", "brasilia"),
    "Buenos Aires": ("art", "argentina"),
}
_OFFSET = re.compile(r"(?:utc|gmt)?\s*([+-])\s*(\d{1,2})(?::?([0-5]\d))?(?:\s*(?:h|hours?))?")
_TIME = re.compile(r"\s+(?:(?:standard|summer|daylight|winter)\s+)?time$", re.IGNORECASE)
_MINUS = str.maketrans("−–—", "---")


def _by_name() -> dict[str, tuple[Place, ...]]:
    names: dict[str, list[Place]] = {}
    for place, called in _CALLED.items():
        for name in called:
            names.setdefault(name, []).append((place, _PLACES[place]))
    return {name: tuple(places)[:MOST] for name, places in names.items()}


_NAMED = _by_name()
_CITIES = {fold_typed(place): ((place, zone),) for place, zone in _PLACES.items()}


def clocks_named(words: str, *, now: datetime) -> tuple[Place, ...]:
    """The places whose clock is called so, or is so many hours from UTC at `now`; not more than one reads.

    None of them where the words name no clock: "Moscow" is a city, "Moscow time" a clock.
    """
    name = " ".join(fold_typed(words.translate(_MINUS)).replace(".", "").split())
    if (offset := _OFFSET.fullmatch(name)) is not None:
        return _at_offset(offset, now)
    place = place_of(name)
    of_city = _CITIES.get(place, ()) if place != name else ()
    return _NAMED.get(place, of_city)


def place_of(words: str) -> str:
    """The words without "time" behind them: "Aleppo" of "Aleppo time"."""
    return _TIME.sub("", words)


def _at_offset(found: re.Match[str], now: datetime) -> tuple[Place, ...]:
    away = timedelta(hours=int(found[2]), minutes=int(found[3] or 0)) * (-1 if found[1] == "-" else 1)
    seasons = [datetime(now.year, month, 1, tzinfo=UTC) for month in (1, 7)]
    there = [
        (any(_offset(zone, at) != away for at in seasons), place, zone)
        for place, zone in _PLACES.items()
        if _offset(zone, now) == away
    ]
    # First those who have it all the year: who lives elsewhere calls their clock by a name, as a rule.
    return tuple((place, zone) for _, place, zone in sorted(there, key=lambda each: each[0])[:MOST_AT_OFFSET])


def _offset(zone: str, at: datetime) -> timedelta | None:
    return at.astimezone(ZoneInfo(zone)).utcoffset()
