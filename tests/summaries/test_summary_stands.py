"""Whether a summary can be read by itself: no item of a list, no "the bill" of which nothing was told."""

from dataclasses import replace

import pytest

from summaries.language import load_pipeline, read
from summaries.sentences import read_sentences
from summaries.summary.choice import SentenceCandidate, choose
from summaries.summary.definites import things
from summaries.summary.standing import Standing
from tests.summaries.builders import an_article
from tests.summaries.test_summary import standings_of, summary_of

ALONE, FOLLOWS, NEVER = Standing.ALONE, Standing.FOLLOWS, Standing.NEVER


@pytest.mark.parametrize(
    ("sentence", "standing"),
    [
        pytest.param(
            "Kent: passed two laws that limit the use of drones.", NEVER, id="an item behind its label"
        ),
        pytest.param("West Kent: While no law was passed, the rules have changed.", NEVER, id="of two words"),
        pytest.param("In other words, the rules of Kent have changed for drones.", FOLLOWS, id="said again"),
        pytest.param("The rule is this: nobody may fly drones in Kent.", ALONE, id="a colon in a sentence"),
        pytest.param(
            "Hall asked whether there were “any calm drivers left in Kent?”", ALONE, id="asked whether"
        ),
        pytest.param("The council of Kent has asked: “Are any drivers left?”", NEVER, id="a question quoted"),
        pytest.param("The mayor of Kent won the vote in two rounds.", ALONE, id="how many, of what is told"),
        pytest.param("The council of Kent gave two reasons for it.", ALONE, id="how many, and of what"),
    ],
)
def test_what_stands_alone(sentence: str, standing: Standing) -> None:
    assert standings_of(sentence) == [standing]


def test_paragraphs_of_one_sentence_below_a_colon_are_a_list() -> None:
    told = standings_of(
        "The council of Kent has passed four laws on drones.",
        "Here is what the four new laws of Kent say:",
        "Drones may not fly over schools in Kent.",
        "Drones may not fly over roads in Kent.",
        "The laws were passed on Monday. The mayor had asked for them in May.",
        "The council will meet again in the summer.",
    )
    assert told == [ALONE, NEVER, NEVER, NEVER, ALONE, ALONE, ALONE]


@pytest.mark.parametrize(
    ("sentence", "standing"),
    [
        pytest.param("Kent will be the Rovers’ next opponents on June 9.", FOLLOWS, id="next to others"),
        pytest.param("The council named their next target on Monday.", FOLLOWS, id="next of theirs"),
        pytest.param("The Rovers will meet Kent next week in the cup.", ALONE, id="next week"),
        pytest.param("The council’s next year will be a hard one.", ALONE, id="a year to come"),
        pytest.param("Episode two tells how the bridge of Kent fell.", FOLLOWS, id="one of a series"),
        pytest.param("Part 3 of the series is about the ferries of Kent.", FOLLOWS, id="a part in figures"),
        pytest.param("Part of the bridge of Kent fell on Monday.", ALONE, id="a part of a thing"),
    ],
)
def test_one_of_several_in_order_is_read_behind_the_one_before(sentence: str, standing: Standing) -> None:
    assert standings_of("The old bridge of Kent fell on Monday.", sentence)[-1] is standing


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param("The tweet from the mayor reads “all is well in Kent.”", ("tweet",), id="one of many"),
        pytest.param("The letter by Ada Brook calls the bridge of Kent safe.", ("letter",), id="by whom"),
        pytest.param("The letter that Ada Brook wrote calls the bridge safe.", (), id="told which"),
        pytest.param("The letter of resignation was read to the council.", (), id="of what"),
        pytest.param("A tweet from the mayor calls the bridge of Kent safe.", (), id="brought in"),
        pytest.param("The bridge from Kent to Dover is safe, the mayor says.", (), id="no message"),
    ],
)
def test_a_message_by_its_writer_alone_was_told_of_before(sentence: str, told: tuple[str, ...]) -> None:
    article = an_article("Kent has a bridge over the river.", sentence, headline="Is it safe?")
    doc = read(article, load_pipeline())
    assert tuple(things(doc, article, read_sentences(doc, article))[-1].told) == told


LEDE = "The Rovers have won the cup with a late goal in a wet final in Kent."


@pytest.mark.parametrize(
    ("again", "shown"),
    [
        pytest.param("The late goal won the Rovers the final.", False, id="in other words"),
        pytest.param("The late goal was headed in from a corner that Ada Brook took.", True, id="with more"),
        pytest.param("The Rovers will go to Kent by bus.", True, id="names alone in common"),
        pytest.param("Ada Brook, 19, won the final with the late goal.", True, id="and who it was"),
    ],
)
def test_nothing_is_told_twice_in_fewer_words(again: str, shown: bool) -> None:
    article = an_article(LEDE, again, headline="Rovers win the cup in Kent")
    assert summary_of(article) == ([LEDE, again] if shown else [LEDE])


def test_what_the_headline_names_may_be_pointed_at() -> None:
    pointing = "The owners of the pier will get nothing from this sale."
    told = ("Kent has found a buyer for the old pier.", "Herons stood on it.", pointing)
    for headline, shown in (("Sale of the pier leaves owners out", True), ("Pier leaves owners out", False)):
        assert (pointing in summary_of(an_article(*told, headline=headline), count=2)) is shown


def test_what_a_study_found_may_be_said_in_other_words() -> None:
    found = "In other words, the study shows that drones scare the herons of Kent."
    told = (
        "A new study looks into the herons of Kent.",
        "They were counted from a tower for a year.",
        "Nobody had asked where the herons went.",
        found,
    )
    assert found in summary_of(an_article(*told, headline="What drones do to the herons of Kent"), count=2)
    told_which = "In other words, the study shows that the drones of Kent pass that height of flight."
    assert told_which in summary_of(
        an_article(*told[:3], told_which, headline="What drones do to the herons of Kent"), count=2
    )
    points = "In other words, the study shows that the drones of Kent pass that height."
    assert points not in summary_of(
        an_article(*told[:3], points, headline="What drones do to the herons of Kent"), count=2
    )
    other = "In other words, the mayor thinks that drones scare the herons of Kent."
    assert other not in summary_of(
        an_article(*told[:3], other, headline="What drones do to the herons of Kent"), count=2
    )


def test_what_only_says_how_many_follow_is_not_taken_without_them() -> None:
    told = "Kent has sold its ferry and the herons of the river to the council of Dover."
    announces = "The sale of the ferry is done in two steps."
    first = "The first step will be a lease of the river and of all the herons to Dover."
    rest = "Farmers of Kent will count the herons of the county in June."
    article = an_article(told, f"{announces} {first}", rest, headline="Kent sells its ferry and its herons")
    assert summary_of(article) == [told, rest]


def test_a_quotation_whose_words_are_told_already_is_not_taken() -> None:
    lede = "Ada Brook called the bridge of Kent “a heap of rust” in a speech on Monday."
    again = "“It is a heap of rust,” Brook told the council."
    rest = "The council of Kent will vote on a new bridge in May."
    article = an_article(lede, again, rest, headline="Ada Brook: bridge of Kent is rust")
    assert summary_of(article) == [lede, rest]
    more = "“It is a heap of rust and a danger to ships,” Brook told the council."
    assert more in summary_of(an_article(lede, more, rest, headline="Ada Brook: bridge of Kent is rust"))


BLOCK = "We rowed the two mile race across the bay of Kent before dawn had come."


def test_a_block_quotation_is_nothing_that_the_article_tells() -> None:
    story = (
        "The club of Kent won the race across the bay on Monday.",
        "Nobody was hurt in the race, it was said.",
    )
    article = an_article(story[0], BLOCK, story[1], headline="Kent wins the race across the bay")
    assert BLOCK in summary_of(article)
    assert BLOCK not in summary_of(replace(article, block_quotations=(article.body[1],)))
    assert BLOCK in summary_of(replace(article, block_quotations=article.body))  # the page's layout


@pytest.mark.parametrize(
    "lede",
    [
        "Ada Roe painted the pier blue, then Lea Hall hung lamps along the wall.",
        "The county also closed two tunnels on Monday.",
    ],
)
def test_lede_adds_to_nothing(lede: str) -> None:
    assert standings_of(lede, f"{lede} Kent lost.") == [ALONE, FOLLOWS, NEVER]


def test_lede_that_says_what_it_will_be_stands_below_a_headline() -> None:
    lede = "It will be hard for the Harriers to win the league without a keeper."
    article = an_article(lede, "The Harriers play Dover in May and Leeds in June.", headline="Hard task")
    assert summary_of(article)[0] == lede
    assert standings_of(lede) == [FOLLOWS]


BILL = (
    "Lawmakers in Dover met on Monday to talk about the price of bread.",
    "Many in the town had asked them to, and a crowd stood outside.",
    "A bill to cap the price of bread was brought in by two members.",
    "Bakers in Dover closed their shops for the day.",
    "The bill will cost bakers a million a year.",
)


@pytest.mark.parametrize(
    ("headline", "told"),
    [
        pytest.param("Bread price is capped in Dover", {"bill"}, id="by no headline"),
        pytest.param("Bread bill passed in Dover", set(), id="told of by the headline"),
    ],
)
def test_what_a_sentence_takes_for_told(headline: str, told: set[str]) -> None:
    article = an_article(*BILL, headline=headline)
    doc = read(article, load_pipeline())
    found = things(doc, article, read_sentences(doc, article))
    assert [set(one.told) for one in found] == [set(), set(), set(), set(), told]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param("The first step will be a sale of the bakery.", {"step"}, id="one of several"),
        pytest.param("In the second step, Dover will sell the bakery.", {"step"}, id="at the head"),
        pytest.param("The first step of the plan is a sale.", set(), id="of what, is told"),
        pytest.param("The first woman to lead Dover sold the bakery.", set(), id="which, is told"),
        pytest.param("In the second half, Dover scored twice.", set(), id="of every match"),
        pytest.param("The next week was cold in Dover.", set(), id="a time"),
    ],
)
def test_one_in_an_order_takes_the_others_for_told(sentence: str, told: set[str]) -> None:
    article = an_article("Dover is full of bread today.", sentence, headline=None)
    doc = read(article, load_pipeline())
    assert set(things(doc, article, read_sentences(doc, article))[-1].told) == told


def test_what_is_taken_for_told_is_told_before_or_by_the_candidate_just_before() -> None:
    def candidate(score: float, word: str, *, nouns: str = "", told: str = "") -> SentenceCandidate:
        return SentenceCandidate(
            score=score,
            standing=ALONE,
            words=frozenset((word,)),
            nouns=frozenset(nouns.split()),
            told=frozenset(told.split()),
        )

    bill = candidate(9, "c", told="bill")
    assert choose([candidate(1, "a"), candidate(2, "b"), bill], count=2) == (0, 1)
    assert choose([candidate(1, "a", nouns="bill"), candidate(2, "b"), bill], count=2) == (0, 2)
    assert choose([candidate(1, "a"), bill], count=2) == (0, 1)


def test_whoever_was_named_before_is_named_again_only_behind_that() -> None:
    paragraphs = (
        "Police in Dover have broken up a ring of bicycle thieves on Monday.",
        "The ring had worked in the town for years, a court heard.",
        "Three people were charged: Nora Keating, Tom Ruiz and Amit Rao.",
        "Bicycles worth a million were found in four garages.",
        "Tom Ruiz will appear in a court in Dover in the first week of June.",
    )
    for count in (2, 3, 4):
        shown = summary_of(an_article(*paragraphs, headline="Thieves to appear in court"), count=count)
        assert paragraphs[4] not in shown or paragraphs[2] in shown


def test_headline_s_news_is_looked_for_where_the_lede_has_not_told_it() -> None:
    news = "The new ferry will sail to Harbin from the first of May, for a fare of nine dollars."
    article = an_article(
        "The old town of Dalby has shocked everybody this year with plans for a ferry.",
        "The ferry is white, as the ferries of Dalby have been since the first of them was built.",
        "The captain of the ferry is known in Dalby, and so is his dog.",
        "Passengers of the ferry will be able to see the bridge of Dalby from the deck.",
        "Engineers of Dalby had warned of the cost of the ferry in two long reports.",
        news,
        headline="Dalby's ferry will sail in May for nine dollars",
    )
    assert news in summary_of(article)


@pytest.mark.parametrize(
    ("named", "standing"),
    [
        pytest.param("Captains Ada Brook and Tom Ray met in Kent.", Standing.FOLLOWS, id="two"),
        pytest.param("Nobody was named in Kent on Monday.", Standing.FOLLOWS, id="none"),
        pytest.param("Captain Ada Brook met nobody in Kent on Monday.", Standing.ALONE, id="one"),
    ],
)
def test_a_captain_who_speaks_is_one_whom_the_article_names(named: str, standing: Standing) -> None:
    assert standings_of(named, "“We heard nothing at all there,” the captain said.")[-1] is standing
