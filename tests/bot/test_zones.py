"""Time zones from what people type, and local times as moments."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.desks.cities import CitiesError, Gazetteer, ZoneChoice, _City, search
from bot.domain.named_clocks import clocks_named
from bot.domain.zones import has_day, last_moment, utc_moment, zone_named, zone_of

SUMMER = datetime(2024, 7, 1, 12, tzinfo=UTC)
THREE = ["Moscow", "Istanbul", "Riyadh", "Damascus", "Nairobi", "Cairo", "Kyiv", "Athens"]
CITIES = [
    _City("Paris", "United States", "America/Chicago", 24_000, ()),
    _City("Paris", "France", "Europe/Paris", 2_100_000, ("Lutetia", "Париж", "LU", "巴黎")),
    _City("Sandton", "South Africa", "Africa/Johannesburg", 71_000, ("Paris",)),
    _City("Barcelona", "Venezuela", "America/Caracas", 800_000, ()),
    _City("Barcelona", "Spain", "Europe/Madrid", 1_700_000, ()),
    _City("Roma", "United States", "America/Chicago", 16_000, ()),
    _City("Rome", "Italy", "Europe/Rome", 2_300_000, ("Roma", "Rom")),
    _City("Aleppo", "Syria", "Asia/Damascus", 1_600_000, ("Halab", "حلب")),
    _City("São Paulo", "Brazil", "America/Sao_Paulo", 12_000_000, ()),
    _City("Parma", "Italy", "Europe/Rome", 146_000, ()),
]


@pytest.mark.parametrize(
    ("words", "zones"),
    [
        pytest.param("Paris", ["Europe/Paris"], id="by far the largest of its name"),
        pytest.param("Barcelona", ["Europe/Madrid", "America/Caracas"], id="comparable, the larger first"),
        pytest.param("Paris, United States", ["America/Chicago"], id="the small one with its country"),
        pytest.param(
            "Paris, Texas", ["Europe/Paris", "America/Chicago"], id="with a region, which is not known"
        ),
        pytest.param("Roma", ["Europe/Rome"], id="by far larger than what is written so in English"),
        pytest.param("париж", ["Europe/Paris"], id="in another alphabet"),
        pytest.param("حلب", ["Asia/Damascus"], id="in its own language"),
        pytest.param("sao paulo", ["America/Sao_Paulo"], id="without accents"),
        pytest.param("Aleppo, Syria", ["Asia/Damascus"], id="with its country"),
        pytest.param("par", ["Europe/Paris", "Europe/Rome", "America/Chicago"], id="as it begins"),
        pytest.param("Alepo", ["Asia/Damascus"], id="typed wrong"),
        pytest.param("xqzw", [], id="nowhere"),
        pytest.param(", Paris", ["Europe/Paris"], id="behind a comma"),
        pytest.param(",", [], id="a comma alone"),
        pytest.param("pa", [], id="two letters, which begin too many"),
        pytest.param("lu", [], id="two letters, somewhere a code"),
        pytest.param("巴黎", ["Europe/Paris"], id="two signs that are a name"),
    ],
)
def test_city_is_found(words: str, zones: list[str]) -> None:
    assert [city.timezone for city in search(words, CITIES)[0]] == zones


@pytest.mark.parametrize(
    ("words", "exact"),
    [("aleppo", True), ("حلب", True), ("paris", True), ("par", False), ("Alepo", False), ("Brazil", False)],
)
def test_a_city_that_is_not_quite_so_called_is_told_from_one_that_is(words: str, exact: bool) -> None:
    assert search(words, CITIES)[1] is exact


def test_a_country_is_its_largest_city_of_each_zone() -> None:
    assert [city.name for city in search("brazil", CITIES)[0]] == ["São Paulo"]


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("CET", ["Berlin", "Paris", "Madrid", "Lagos", "Algiers"]),
        ("cest", ["Berlin", "Paris", "Madrid"]),
        ("EST", ["New York", "Panama City"]),
        ("Eastern Time", ["New York"]),
        ("UK time", ["London"]),
        ("GMT", ["London", "Accra"]),
        ("Moscow time", ["Moscow"]),
        ("мск", ["Moscow"]),
        ("TSİ", ["Istanbul"]),
        ("WIB", ["Jakarta"]),
        ("WITA", ["Makassar"]),
        ("wit", ["Jayapura"]),
        ("IST", ["Dublin", "Jerusalem", "Kolkata"]),
        ("+3", THREE),
        ("UTC +03:00", THREE),
        ("GMT+5.30", ["Kolkata"]),
        ("+5:30", ["Kolkata"]),
        ("−3", ["São Paulo", "Buenos Aires", "Halifax"]),
        ("UTC-5 hours", ["Bogotá", "Panama City", "Chicago"]),
        ("+99", []),
        ("Moscow", []),
        ("Aleppo time", []),
        ("UTC", []),
        ("", []),
        ("time", []),
    ],
)
def test_clocks_by_their_common_names_are_places_to_choose_from(words: str, places: list[str]) -> None:
    assert [place for place, _ in clocks_named(words, now=SUMMER)] == places


def test_an_offset_is_that_of_the_day() -> None:
    winter = datetime(2024, 12, 24, 12, tzinfo=UTC)
    assert [place for place, _ in clocks_named("-5", now=winter)] == ["Bogotá", "Panama City", "New York"]


@pytest.mark.parametrize("month", range(1, 13))
def test_places_of_an_offset_all_the_year_come_first(month: int) -> None:
    places = [place for place, _ in clocks_named("+3", now=datetime(2024, month, 24, 12, tzinfo=UTC))]
    assert places[:5] == THREE[:5]


@given(words=st.text(max_size=30) | st.from_regex(r"(utc|gmt)?[+-]\d{1,4}(:\d\d)?", fullmatch=True))
def test_whatever_is_typed_names_clocks_that_there_are(words: str) -> None:
    for _, zone in clocks_named(words, now=SUMMER):
        ZoneInfo(zone)


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("america/new york", "America/New_York"),
        ("utc", "UTC"),
        ("localtime", None),
        ("Aleppo", None),
    ],
)
def test_zone_is_known_by_its_own_name(words: str, zone: str | None) -> None:
    assert zone_named(words) == zone


@pytest.mark.parametrize(("capital", "zone"), [("Berlin", "Europe/Berlin"), ("Rome", "Europe/Rome")])
async def test_a_capital_raises_no_question(capital: str, zone: str) -> None:
    assert [place.timezone for place in await Gazetteer().find(capital)] == [zone]


async def test_gazetteer_answers_from_a_process_of_its_own() -> None:
    gazetteer = Gazetteer()
    assert await gazetteer.find("  Алеппо ") == (ZoneChoice(name="Aleppo, Syria", timezone="Asia/Damascus"),)
    assert await gazetteer.find("Asia/Tokyo") == (ZoneChoice(name="Asia/Tokyo", timezone="Asia/Tokyo"),)


@pytest.mark.parametrize(
    ("broken", "so"),
    [
        pytest.param("bot.desks.cities.ANSWER_SECONDS", 0.0, id="too slow"),
        pytest.param("bot.desks.cities.sys.executable", "/bin/false", id="died"),
    ],
)
async def test_a_look_up_that_failed_is_not_remembered(
    monkeypatch: pytest.MonkeyPatch, broken: str, so: object
) -> None:
    gazetteer = Gazetteer()
    with monkeypatch.context() as for_now:
        for_now.setattr(broken, so)
        with pytest.raises(CitiesError, match="the list of cities"):
            await gazetteer.find("Aleppo")
    assert await gazetteer.find("Aleppo") == (ZoneChoice(name="Aleppo, Syria", timezone="Asia/Damascus"),)


@pytest.mark.parametrize("words", ["", "   ", "12345", "😀", "--help", "\u202e"])
async def test_gazetteer_survives_any_words(words: str) -> None:
    assert await Gazetteer().find(words) == ()


def test_unknown_zone_falls_back() -> None:
    default = ZoneInfo("Europe/Berlin")
    names = (None, "Nowhere/Land", "../etc/passwd", "Asia/Tokyo")
    assert [zone_of(name, default=default).key for name in names] == ["Europe/Berlin"] * 3 + ["Asia/Tokyo"]


def test_hour_shown_twice_has_two_moments() -> None:
    day, at, berlin = date(2024, 10, 27), time(2, 30), ZoneInfo("Europe/Berlin")
    assert utc_moment(day, at, berlin) == datetime(2024, 10, 27, 0, 30, tzinfo=UTC)
    assert last_moment(day, at, berlin) == datetime(2024, 10, 27, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "day", "had"),
    [
        ("Pacific/Apia", date(2011, 12, 30), False),
        ("Pacific/Apia", date(2011, 12, 31), True),
        ("America/Sao_Paulo", date(2018, 11, 4), True),
        ("Pacific/Kwajalein", date(1993, 8, 21), False),
    ],
)
def test_day_that_a_zone_left_out(zone: str, day: date, had: bool) -> None:
    assert has_day(ZoneInfo(zone), day) is had
