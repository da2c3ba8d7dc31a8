"""Which articles tell one event, and what one adds to another."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from summaries.models import Analysis
from summaries.stories import Outline, find_story, group, new_sentences, outline
from summaries.terms import characteristic_terms
from tests.summaries.builders import an_article

BRIDGE = ["bridge", "collapse", "river", "mayor", "vessel", "pier", "rescue", "dalby", "ferry", "engineer"]
FLOOD = ["flood", "rain", "evacuate", "dam", "valley", "shelter", "rainfall", "warning", "harbin", "sandbag"]
VOTE = ["ballot", "vote", "recount", "margin", "candidate", "turnout", "poll", "county", "tarn", "ward"]


def an_outline(terms: Sequence[str], *, name: str = "a", day: date | None = None) -> Outline:
    return Outline(id=name, terms=tuple(terms), day=day)


def a_report(text: str) -> Outline:
    terms = characteristic_terms(an_article(*re.split(r"(?<=\.) ", text), headline=None))
    return Outline(id="a", terms=tuple(t for t, _ in terms), strengths=tuple(s for _, s in terms))


def an_analysis(*sentences: str, headline: str = "Bridge falls into the river") -> Analysis:
    article = an_article(*sentences, headline=headline)
    return Analysis(article=article, sentences=article.body, summary=article.body)


@pytest.mark.parametrize(
    ("terms", "story"),
    [
        pytest.param([*BRIDGE[3:], "inquiry", "steel", "contract"], 0, id="another take shares most terms"),
        pytest.param(FLOOD[::-1], 1, id="the same terms in another order"),
        pytest.param(VOTE, None, id="nothing shared"),
        pytest.param(["mayor", *VOTE[:9]], None, id="one word shared"),
        pytest.param([], None, id="no terms at all"),
        pytest.param([*BRIDGE[:3], "choir", "cup", "baker", "goal"], None, id="few terms, and three shared"),
    ],
)
def test_article_joins_the_story_that_it_shares_its_terms_with(terms: list[str], story: int | None) -> None:
    stories = [[an_outline(BRIDGE)], [an_outline(FLOOD)]]
    assert find_story(an_outline(terms), stories) == story


def test_first_article_opens_a_story() -> None:
    assert find_story(an_outline(BRIDGE), []) is None


@pytest.mark.parametrize(
    ("day", "story"),
    [
        pytest.param(date(2025, 3, 4), 0, id="the next day"),
        pytest.param(date(2025, 3, 6), 0, id="three days on"),
        pytest.param(date(2025, 3, 7), None, id="four days on"),
        pytest.param(date(2024, 3, 3), None, id="a year before"),
        pytest.param(None, 0, id="no day told"),
    ],
)
def test_the_same_words_days_later_are_another_event(day: date | None, story: int | None) -> None:
    stories = [[an_outline(BRIDGE, day=date(2025, 3, 3))]]
    assert find_story(an_outline(BRIDGE, day=day), stories) == story


def test_words_that_every_article_has_join_nothing() -> None:
    common = ["president", "government", "minister", "party"]
    stories = [[an_outline([*common, f"matter{n}", f"place{n}", f"name{n}"])] for n in range(40)]
    assert find_story(an_outline([*common, "strike", "teacher", "wage"]), stories) is None


def test_names_alone_do_not_make_one_event() -> None:
    people = ["brook", "reed"]
    stories = [[an_outline([*people, *FLOOD])]]
    assert find_story(an_outline([*people, *VOTE]), stories) is None


WAREHOUSE = (
    "A fire destroyed a paper warehouse in Dalby overnight. Forty firefighters fought the flames until dawn,"
    " fire chief Ines Holm said. Nobody was hurt. The warehouse belongs to Korvin Paper.",
    "Firefighters put out the blaze at Korvin Paper in Dalby at dawn. The warehouse burned down, said Ines"
    " Holm, who leads the Dalby brigade. A short circuit is suspected.",
)
HOTEL = (
    "A fire killed two guests of the Hotel Aurora in Lisket overnight. Thirty firefighters fought the flames"
    " until dawn, fire chief Paul Tamm said. The hotel had no alarm, guests told him.",
    "Two guests died when flames swept the Hotel Aurora in Lisket. Firefighters found no alarm in the hotel,"
    " said Paul Tamm. A cigarette is suspected.",
)


def test_reports_of_one_fire_are_one_story_and_two_fires_are_two() -> None:
    filed = [WAREHOUSE[0], HOTEL[0], HOTEL[1], WAREHOUSE[1]]
    assert group([a_report(text) for text in filed]) == ((0, 3), (1, 2))


def test_one_common_sentence_does_not_make_one_event() -> None:
    closing = "Nobody was hurt on Friday in Portville."
    filed = [f"The keeper lit the lamp. {closing}", f"Water rose in a tunnel. {closing}"]
    assert group([a_report(text) for text in filed]) == ((0,), (1,))


def test_less_is_asked_of_the_nearer_of_two_kindred_stories() -> None:
    """What would open a story of its own joins the fire it is nearer to, where another fire is known."""
    near = an_outline([*(f"fire{n}" for n in range(6)), *(f"dalby{n}" for n in range(6))])
    far = an_outline([*(f"fire{n}" for n in range(4)), *(f"lisket{n}" for n in range(10))])
    new = an_outline([*(f"other{n}" for n in range(12)), "fire0", "fire1", *(f"dalby{n}" for n in range(3))])
    assert find_story(new, [[near]]) is None
    assert find_story(new, [[near], [far]]) == 0
    assert find_story(new, [[near], [an_outline(VOTE)]]) is None


def test_strength_of_terms_goes_before_their_place() -> None:
    strong, weak = (5.0,) * 5 + (1.0,) * 5, (1.0,) * 5 + (5.0,) * 5
    mixed = [*BRIDGE[:5], *FLOOD[:5]]
    stories = [[an_outline(BRIDGE)], [an_outline(FLOOD)]]
    found = [
        find_story(Outline(id="a", terms=tuple(mixed), strengths=told), stories) for told in (strong, weak)
    ]
    assert found == [0, 1]


def test_a_story_is_not_chained_by_one_of_its_articles() -> None:
    """An article like one of a story's three but unlike the others opens its own."""
    story = [an_outline(BRIDGE), an_outline(BRIDGE), an_outline([*BRIDGE[4:], *FLOOD[:4]])]
    assert find_story(an_outline(FLOOD), [story]) is None


def test_group_keeps_the_order_of_filing() -> None:
    filed = [BRIDGE, VOTE, BRIDGE[2:], FLOOD, VOTE[1:], FLOOD[2:]]
    assert group([an_outline(terms) for terms in filed]) == ((0, 2), (1, 4), (3, 5))


def test_outline_takes_the_day_of_the_news_before_the_page_and_the_filing() -> None:
    undated = an_analysis("The bridge fell.")
    paged = replace(undated, article=replace(undated.article, page_date=date(2025, 3, 9)))
    told = replace(paged, article=replace(paged.article, event_date=date(2025, 3, 3)))
    days = [outline(one, filed=date(2025, 4, 1)).day for one in (undated, paged, told)]
    assert days == [date(2025, 4, 1), date(2025, 3, 9), date(2025, 3, 3)]


def test_additions_are_what_the_lead_does_not_say() -> None:
    lead = an_analysis("The old bridge fell into the river on Monday.", "Nobody was hurt, the mayor said.")
    other = an_analysis(
        "The bridge over the river fell on Monday.",
        "Engineers had warned of rust in two reports since January.",
        "The ferry will carry commuters free of charge.",
    )
    text = other.article.text
    assert [span.of(text) for span in new_sentences(lead, other, limit=2)] == [
        "Engineers had warned of rust in two reports since January.",
        "The ferry will carry commuters free of charge.",
    ]


def test_additions_do_not_repeat_each_other_and_keep_to_the_limit() -> None:
    lead = an_analysis("Nobody was hurt.")
    other = an_analysis("Engineers warned of rust.", "Engineers had warned of rust.", "A ferry runs free.")
    assert new_sentences(lead, other, limit=5) == (other.summary[0], other.summary[2])
    assert new_sentences(lead, other, limit=1) == (other.summary[0],)
    assert new_sentences(lead, other, limit=0) == ()


def test_article_that_was_not_analysed_adds_nothing() -> None:
    lead = an_analysis("Nobody was hurt.")
    assert new_sentences(lead, Analysis(article=an_article("Personne.")), limit=3) == ()
