"""A catalogue is told what it lacks; what CLDR knows is in each; every plural form is said."""

from datetime import UTC, date, datetime, timedelta
from string import Formatter
from zoneinfo import ZoneInfo

import pytest
from babel.messages.catalog import Catalog

from bench.catalogue import messages
from bench.compiling import compiled, stale, translated
from bench.limits import limits
from bench.translations import faults, lacking
from bot.domain.languages import known_languages
from bot.render.clock import moment
from bot.render.dates import day
from bot.render.language import END_ISOLATE, ISOLATE
from bot.render.language_names import NAMES
from bot.render.languages import language
from bot.render.texts import Said, Text, _, listed, ngettext

UNSEEN = dict.fromkeys(map(ord, (ISOLATE, END_ISOLATE)))
HELD = "Held back. Readers do not see it until it is published."


def a_template() -> Catalog:
    template = Catalog()
    template.add("Remove {name}")
    template.add("See /latest")
    template.add(("{count} man", "{count} men"))
    template.add("Hold")
    return template


def told(**said: object) -> list[str]:
    catalogue = Catalog(locale="ru")
    keys = {"name": "Remove {name}", "see": "See /latest", "hold": "Hold"}
    for key, words in said.items():
        catalogue.add(("{count} man", "{count} men") if key == "men" else keys[key], words)
    return list(faults(catalogue, a_template(), {"Hold": ("a button", 8)}))


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ({"name": "Убрать {nаme}"}, "places"),
        ({"name": "Убрать"}, "places none, wanted {name}"),
        ({"name": "Убрать {name"}, "a brace is left open"),
        ({"name": "Убрать {name} "}, "begins or ends with a space"),
        ({"see": "См. /последние"}, "commands are as they are typed"),
        ({"men": ("{count} человек", "{count} человека")}, "2 plural forms of 3"),
        ({"hold": "Придержать"}, "10 characters are too many for a button, which holds 8"),
    ],
)
def test_a_fault_of_a_translation_is_told(said: dict[str, object], fault: str) -> None:
    (line,) = told(**said)
    assert fault in line


def test_a_form_for_one_may_do_without_its_number() -> None:
    assert told(men=("один человек", "{count} человека", "{count} человек")) == []


def test_what_is_not_translated_is_told_by_its_message() -> None:
    assert lacking(Catalog(locale="ru"), a_template()) == [
        "Remove {name}",
        "See /latest",
        "{count} man",
        "Hold",
    ]


def test_what_is_translated_can_be_said() -> None:
    wanted, fits = messages(), limits()
    assert [(str(one.locale), fault) for one in translated() for fault in faults(one, wanted, fits)] == []


def test_the_limits_are_those_of_where_a_message_stands() -> None:
    found = limits()
    assert found["Send now"][0] == "a button"
    assert found["This button no longer works. Write the command again."] == ("an alert", 200)
    assert found["the ten newest headlines"] == ("the list of commands", 256)


@pytest.mark.parametrize("code", [code for code in known_languages() if code != "en"])
def test_cldr_tells_dates_lists_and_names(code: str) -> None:
    spoken, at = language(code), datetime(2016, 12, 24, 7, 30, tzinfo=UTC)
    when = moment(at, zone=ZoneInfo("UTC"), now=at - timedelta(days=9))
    said = [spoken.say(one) for one in (day(date(2016, 12, 14)), when, listed(["Ada", "Bo", "Cy"]))]
    assert all("{" not in one for one in said)
    assert all(words in said[0] for words in ("14", "2016"))
    assert spoken.say(day(date(2016, 12, 14))) != spoken.say(day(date(2016, 11, 14)))
    assert [spoken.say(NAMES[one]) for one in ("en", "fr")] != ["English", "French"]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("de", ["14. Dezember 2016", "1.234,5"]),
        ("es", ["14 de diciembre de 2016", "1.234,5"]),
        ("pt_BR", ["14 de dezembro de 2016", "1.234,5"]),
        ("ru", ["14 декабря 2016\u202fг.", "1\u00a0234,5"]),
        ("fa", ["14 دسامبر 2016", "1,234.5"]),
    ],
)
def test_dates_and_numbers_are_written_as_there(code: str, said: list[str]) -> None:
    number = _("{count:,.1f}", count=1234.5)
    words = [language(code).say(one) for one in (day(date(2016, 12, 14)), number)]
    assert [one.replace("\u202f", " ").replace("\u00a0", " ") for one in words] == [
        one.replace("\u202f", " ").replace("\u00a0", " ") for one in said
    ]


def stories(count: int) -> Said:
    return ngettext("one article", "{count} articles", count)


@pytest.mark.parametrize(
    ("code", "counts"), [("ru", (1, 2, 5, 21, 22, 25)), ("ar", (0, 1, 2, 3, 11, 100)), ("uk", (1, 3, 7))]
)
def test_every_plural_form_is_said_by_its_rule(code: str, counts: tuple[int, ...]) -> None:
    catalogue = next(one for one in translated() if str(one.locale) == code)
    forms = catalogue.get("one article").string
    said = [language(code).say(stories(count)) for count in counts]
    plural = {"ru": (0, 1, 2, 0, 1, 2), "ar": (0, 1, 2, 3, 4, 5), "uk": (0, 1, 2)}[code]
    assert said == [
        forms[form].replace("{count}", str(count)) for form, count in zip(plural, counts, strict=True)
    ]


@pytest.mark.parametrize(
    ("code", "counts"), [("ru", (21, 22, 25)), ("ar", (0, 1, 2, 5, 11, 100)), ("uk", (21, 22, 25))]
)
def test_every_text_that_counts_is_said_in_every_plural_form(code: str, counts: tuple[int, ...]) -> None:
    spoken, catalogue = language(code), next(one for one in translated() if str(one.locale) == code)
    counting = [one for one in messages() if isinstance(one.id, tuple)]
    assert len(counting) > 50
    for message in counting:
        one, many = message.id
        forms = catalogue.get(one, message.context).string
        places: dict[str, object] = {name: name for _, name, _, _ in Formatter().parse(many) if name}
        for form, count in zip(forms, counts, strict=True):
            places["count"] = count
            said = spoken.say(Text(message=one, plural=many, count=count, places=tuple(places.items())))
            assert said.translate(UNSEEN) == form.format(**places)


def test_a_catalogue_is_compiled_to_the_same_bytes_twice() -> None:
    one = next(translated())
    assert compiled(one, messages()) == compiled(one, messages())


def test_the_compiled_catalogues_are_those_of_the_texts() -> None:
    assert stale() == [], "make texts writes them anew"
