"""What is shown beside a name, and what is left out there as doubtful or of another time."""

from dataclasses import replace
from datetime import date

import pytest

from summaries.models import Genre
from summaries.shown import description_of, is_office, is_told_by_reporter, shown_day, tells
from tests.bot.library import an_actor, an_analysis
from tests.summaries.builders import an_article

TELLING = [
    pytest.param("President", True, id="office-with-its-capital"),
    pytest.param("Vice President", True, id="office-of-two-words"),
    pytest.param("former President", True, id="office-that-was-held"),
    pytest.param("US national security spokesperson", True, id="nation-in-letters-and-no-us"),
    pytest.param("Their coach", False, id="pronoun-with-a-capital"),
    pytest.param("philosopher", True, id="profession"),
    pytest.param("Selby council leader", True, id="leader-of-a-named-place"),
    pytest.param("Scottish party leader", True, id="leader-of-a-nation"),
    pytest.param("the harbour’s chief executive", True, id="owner-in-the-words"),
    pytest.param("police chief", True, id="chief-of-a-force"),
    pytest.param("opposition leader", True, id="leader-of-a-side"),
    pytest.param("director of the theatre", True, id="director-of"),
    pytest.param("who works for the ferry company", True, id="clause"),
    pytest.param("Ann Lee’s older brother", True, id="kin-of-a-name"),
    pytest.param("her mother", False, id="kin-of-a-pronoun"),
    pytest.param("his Danish counterpart", False, id="counterpart-of-a-pronoun"),
    pytest.param("a sailor herself and the wife of a diver", True, id="pronoun-of-whom-it-tells"),
    pytest.param("who hired him", False, id="pronoun-at-the-end"),
    pytest.param("Danish counterpart", False, id="counterpart-of-whom"),
    pytest.param("Chad’s Danish counterpart", True, id="counterpart-of-a-state"),
    pytest.param("co-star", False, id="star-with-whom"),
    pytest.param("council leader", True, id="leader-of-a-council"),
    pytest.param("association executive director", True, id="director-of-an-association"),
    pytest.param("the former vice president", False, id="president-of-which"),
    pytest.param("Head coach", False, id="coach-of-which"),
    pytest.param("staff writer", False, id="writer-of-which"),
    pytest.param("CEO", False, id="letters-of-which"),
    pytest.param("Elm Foods CEO", True, id="letters-of-a-house"),
    pytest.param("founder and CEO", False, id="two-offices-of-which"),
    pytest.param("founder and head of research", True, id="two-offices-one-told"),
    pytest.param("“Salt Road” creator", True, id="creator-of-a-work"),
    pytest.param("mayor", False, id="mayor-of-which"),
    pytest.param("Mayor", True, id="mayor-by-title"),
    pytest.param("Supervisor", True, id="supervisor-by-title"),
    pytest.param("former Mayor", False, id="former-mayor-of-which"),
    pytest.param("a former mayor", True, id="a-former-mayor"),
    pytest.param("the mayor", True, id="mayor-of-the-story"),
    pytest.param("Elm Mayor", True, id="mayor-of-a-place"),
    pytest.param("Gov.", True, id="office-cut-short"),
    pytest.param("Deputy Commissioner", True, id="office-of-a-force"),
    pytest.param("Executive producer", True, id="producer"),
    pytest.param("Oregon Gov.", True, id="office-cut-short-of-a-place"),
    pytest.param("a neighbour", True, id="one-of-many"),
    pytest.param("Neighbour", True, id="neighbour-of-the-place"),
    pytest.param("Selby man", True, id="man-of-a-place"),
    pytest.param("The man", False, id="man-of-nowhere"),
    pytest.param("", False, id="nothing"),
]


@pytest.mark.parametrize(("description", "expected"), TELLING)
def test_what_tells_who_somebody_is_without_its_sentence(description: str, expected: bool) -> None:
    assert tells(description) is expected


@pytest.mark.parametrize(
    ("description", "opens", "expected"),
    [
        pytest.param("Attorney-General", True, True, id="office"),
        pytest.param("Elm Police Commissioner", False, True, id="of-a-house"),
        pytest.param("the Prime Minister’s national security adviser", False, True, id="under-an-office"),
        pytest.param("disgraced senator", False, False, id="judged"),
        pytest.param("Disgraced senator", True, False, id="judged-where-a-sentence-opens"),
        pytest.param("a liar and a coach", False, False, id="insult"),
        pytest.param("Selby", False, False, id="no-office"),
    ],
)
def test_an_office_alone_is_no_opinion(description: str, opens: bool, expected: bool) -> None:
    assert is_office(description, opens=opens) is expected


def test_a_description_that_leans_is_kept_and_not_shown() -> None:
    analysis = an_analysis(
        sentences=("Ann Lee and her mother, Eva Lee, left.",),
        actors=(an_actor("Eva Lee", description="her mother"), an_actor("Ann Lee")),
    )
    assert analysis.actors[0].description is not None
    assert description_of(analysis, analysis.actors[0]) is None


@pytest.mark.parametrize(
    ("description", "expected"),
    [
        pytest.param("whose chief executive", "chief executive", id="whose-office"),
        pytest.param("elder", None, id="the-elder-of-two"),
        pytest.param("his own captain", None, id="his-own"),
    ],
)
def test_a_description_is_shown_without_the_word_that_leans(description: str, expected: str | None) -> None:
    analysis = an_analysis(
        sentences=(f"The mill, {description} Eva Lee left, is sold.",),
        actors=(an_actor("Eva Lee", description=description),),
    )
    found = description_of(analysis, analysis.actors[0])
    assert (found.of(analysis.article.text) if found is not None else None) == expected


@pytest.mark.parametrize(
    ("name", "expected"), [("Ellen Gale", "née Foster"), ("Ellen Foster", None), ("Foster", None)]
)
def test_a_birth_name_is_told_of_whom_another_is_shown(name: str, expected: str | None) -> None:
    analysis = an_analysis(
        sentences=("Ellen Gale (née Foster) and Ellen Foster left.",),
        actors=(an_actor(name, description="née Foster"),),
    )
    found = description_of(analysis, analysis.actors[0])
    assert (found.of(analysis.article.text) if found is not None else None) == expected


OFFICES = [
    pytest.param("In 1991, when President Voss ruled, it rained.", "President", None, id="of another time"),
    pytest.param(
        "In 2016, when President Voss ruled, it rained.", "President", "President", id="of this year"
    ),
    pytest.param(
        "President Voss has ruled since 1991.", "President", "President", id="a year behind the name"
    ),
    pytest.param(
        "In 1991 President of Chad Voss ruled.",
        "President of Chad",
        "President of Chad",
        id="of what is told",
    ),
]


@pytest.mark.parametrize(("sentence", "description", "expected"), OFFICES)
def test_no_bare_office_is_shown_that_is_told_of_years_ago(
    sentence: str, description: str, expected: str | None
) -> None:
    analysis = an_analysis(
        headline=None, sentences=(sentence,), actors=(an_actor("Voss", description=description),)
    )
    found = description_of(analysis, analysis.actors[0])
    assert (found.of(analysis.article.text) if found is not None else None) == expected


@pytest.mark.parametrize(
    ("weightier", "expected"),
    [
        pytest.param("Chad’s President", None, id="another has the office"),
        pytest.param("Vice President", "President", id="another has one below it"),
        pytest.param("Mayor", "President", id="another has another"),
    ],
)
def test_of_two_presidents_the_second_is_not_shown_as_the_one(weightier: str, expected: str | None) -> None:
    analysis = an_analysis(
        headline=None,
        sentences=(f"{weightier} Orme left.", "He met President Voss."),
        actors=(an_actor("Orme", description=weightier), an_actor("Voss", description="President")),
    )
    found = description_of(analysis, analysis.actors[1])
    assert (found.of(analysis.article.text) if found is not None else None) == expected


@pytest.mark.parametrize(
    ("happened", "printed", "published", "shown"),
    [
        pytest.param(1, 2, "2023-11-02T12:39:48Z", 2, id="the day before the page"),
        pytest.param(1, 2, "2023-11-02", 2, id="without an hour"),
        pytest.param(1, 2, "2023-11-02T02:08:30Z", 1, id="in the small hours, there still the day before"),
        pytest.param(1, 2, None, 1, id="a page that does not say when it came out"),
        pytest.param(2, 2, "2023-11-02T12:39:48Z", 2, id="of the day"),
        pytest.param(2, None, "2023-11-02T12:39:48Z", 2, id="a page without its day"),
    ],
)
def test_the_day_beside_the_outlet_is_the_page_s_where_it_tells_that(
    happened: int, printed: int | None, published: str | None, shown: int
) -> None:
    page_date = date(2023, 11, printed) if printed else None
    analysis = an_analysis(event_date=date(2023, 11, happened), page_date=page_date, published=published)
    assert shown_day(analysis.article) == date(2023, 11, shown)


def test_news_that_was_printed_a_year_later_is_dated_by_itself() -> None:
    read = replace(an_analysis().article, page_date=date(2018, 1, 1), published="2018-01-01")
    assert shown_day(read) == read.event_date


PLAIN = ["The pier opened.", "The harbour was dredged.", "A ferry left.", "It rained."]
TALKING = ["We opened the pier.", "You should see our harbour.", "I took a ferry."]
WHOSE_SENTENCES = [
    pytest.param("news", PLAIN, True, id="news"),
    pytest.param("news", TALKING, True, id="news-with-a-writer"),
    pytest.param("opinion", PLAIN, False, id="column"),
    pytest.param("live", PLAIN, False, id="live-page"),
    pytest.param(None, PLAIN, True, id="no-certain-kind"),
    pytest.param(None, TALKING, False, id="no-certain-kind-and-talking"),
    pytest.param(None, [*PLAIN, *TALKING[:2]], True, id="talking-twice"),
    pytest.param(None, [*PLAIN, *(f"“{words}” Ann Lee said." for words in TALKING)], True, id="quoted-talk"),
    pytest.param(None, [*PLAIN * 6, *TALKING], False, id="talking-in-a-tenth"),
    pytest.param(None, [*PLAIN * 8, *TALKING], True, id="talking-in-less"),
    pytest.param(
        None, [*PLAIN, "In the US it rained.", "World War I ended.", "Ray (I-Vt.) left."], True, id="us"
    ),
]


@pytest.mark.parametrize(("genre", "paragraphs", "expected"), WHOSE_SENTENCES)
def test_whether_sentences_are_a_reporters(
    genre: Genre | None, paragraphs: list[str], expected: bool
) -> None:
    assert is_told_by_reporter(replace(an_article(*paragraphs), genre=genre)) is expected
