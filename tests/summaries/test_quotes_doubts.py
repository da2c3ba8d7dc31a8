"""Which quotations are doubtful: no reader is shown them, and they stay in the analysis."""

import pytest

from summaries import analysis
from tests.summaries.builders import an_article

INTRO = "Nora Keane left in May as head of Arden Motors. The town council of Dover met on Monday."


def doubts(sentence: str) -> list[bool]:
    """Of each quotation that is found in the sentence behind the introduction, whether it is doubtful."""
    article = an_article(INTRO, sentence)
    read = analysis.analyze(article)
    begins = article.text.index(sentence)
    return [
        place in read.doubtful for place, quote in enumerate(read.quotes) if quote.content[0].start >= begins
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Keane said the plant would open in June.", id="a name"),
        pytest.param("“The plant is safe,” her brother in Leeds said.", id="kin, in marks"),
        pytest.param("Two local plumbers said the pipes had burst.", id="people by their trade"),
        pytest.param("Dover council denied that the road was shut.", id="a house"),
        pytest.param("The police denied that the road was shut.", id="a house of which there is one"),
        pytest.param("The coast guard said that the road was shut.", id="a body of which there is one"),
        pytest.param("The central bank said that prices would rise.", id="another"),
        pytest.param("The fire brigade said that the road was shut.", id="a third"),
        pytest.param("The mother of the driver said the road was shut.", id="told which, behind the noun"),
        pytest.param("The Dover drivers said the road was shut.", id="told which, by a name"),
        pytest.param("The pipes had burst, according to a report by the council.", id="a paper"),
        pytest.param("One of the Dover drivers said the road was shut.", id="one of several"),
        pytest.param("Loved ones say the road was shut.", id="loved ones"),
        pytest.param("Dozens of residents said they had not been asked.", id="an amount"),
        pytest.param("Sources close to the council said it would meet.", id="an adjective behind"),
        pytest.param(
            "The strike began in May, residents said, and rallies were set up in two of the other towns on "
            "the coast, where the trains, the ferries and most of the buses did not run for a week.",
            id="the main clause",
        ),
        pytest.param(
            "“The harm is far beyond what we feared,” said the charity Aid for Dover.", id="a charity"
        ),
        pytest.param("Sales fell in May, according to analysis by the council.", id="an analysis"),
        pytest.param("Keane condemned the sale of the old plant.", id="a verdict"),
        pytest.param("Keane urged the council to keep the plant open.", id="a wish"),
        pytest.param("Keane is urging the council to keep the plant open.", id="a wish, now"),
        pytest.param("Keane called for a new vote on the plant.", id="called for"),
        pytest.param("The plant was safe, Keane said, adding that it would stay open.", id="a participle"),
        pytest.param("Keane went on to say that the plant was safe.", id="went on to say"),
        pytest.param("Keane called the sale “a bad joke” and left the hall.", id="a name in marks"),
        pytest.param("Keane admitted taking the keys.", id="a deed that is told"),
        pytest.param(
            "Two reports by the Dover police say that the plant will close.", id="reports by somebody"
        ),
        pytest.param("Keane has reportedly said that the plant would close.", id="as other papers report"),
        pytest.param("Keane is adamant that the plant must stay.", id="adamant"),
        pytest.param(
            "Keane praised the old plant, while warning that it would be dear.", id="while, of words"
        ),
        pytest.param("Keane described Arden Motors as a gift to the banks.", id="described as"),
    ],
)
def test_whoever_can_speak_is_shown_with_what_a_verb_of_saying_tells(sentence: str) -> None:
    found = doubts(sentence)
    assert found == [False] * max(1, len(found))


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The signs called on landlords to “keep strangers out of our homes.”", id="a sign"),
        pytest.param("Sales fell in May, according to government data.", id="data"),
        pytest.param("Sales fell in May, according to the recent counting of receipts.", id="a gerund"),
        pytest.param("Sales fell in May, according to her explanations.", id="an abstract noun"),
        pytest.param("“It went dark and then it was cold,” they said.", id="an open pronoun"),
        pytest.param("“It went dark and then it was cold,” another said.", id="another"),
        pytest.param("The duchess has hinted that the road was shut.", id="the duchess, never named"),
        pytest.param("“It went dark and then it was cold,” the brave singer said.", id="a singer, in marks"),
        pytest.param(
            "“It went dark and then it was cold,” the two jugglers said.", id="two jugglers, in marks"
        ),
        pytest.param("One of the drivers said the road was shut.", id="one of those told of before"),
        pytest.param("When someone says the road was shut, wait.", id="someone, by the way"),
        pytest.param("The report concluded that the road was bad.", id="a paper told of before"),
        pytest.param(
            "An article about her tea said the road was bad.", id="a paper about somebody told before"
        ),
        pytest.param("The kinds of things drivers say they hate are on sale.", id="kinds of things"),
        pytest.param("I said that the plant would close in the end.", id="the writer"),
        pytest.param("Its owners say that the plant is safe.", id="whose, left open"),
        pytest.param("Keane cut the fares in May, while claiming that they had risen.", id="while claiming"),
        pytest.param(
            "Keane cut the fares in May despite claiming that they had risen.", id="despite claiming"
        ),
        pytest.param("Keane left after privately reporting the fault to the council.", id="a deed"),
        pytest.param("The state has fined Keane for proposing a new tax.", id="for proposing"),
        pytest.param("Eight of the towns that voted for a plan calling for a truce left.", id="calling for"),
        pytest.param("Keane, who popularised the term “slow steel,” moved to Dover.", id="a term"),
        pytest.param("Keane touted the old plant as part of her plan.", id="as part of"),
        pytest.param("Keane is pushing for a “minority vote” on the plant.", id="pushing for"),
        pytest.param("“I will be out of here by the end of May,” Keane thought.", id="a thought"),
        pytest.param("Keane was forced to deny that she was ill.", id="forced to deny"),
        pytest.param("The council heard her vow that nobody would lose a job.", id="a noun"),
        pytest.param("Keane reportedly told the council to sell the plant.", id="hearsay"),
        pytest.param("Many reports suggest that the plant will close.", id="reports of nobody"),
        pytest.param("She has reportedly said that the plant would close.", id="hearsay of she"),
        pytest.param("The media union is adamant that the plant must stay.", id="a union, told not which"),
        pytest.param("“Well, yes,” Keane said.", id="a word of an answer"),
        pytest.param(
            "The long bridge over the river, which Keane said was safe, fell into the water on Monday night.",
            id="beside what the sentence tells",
        ),
    ],
)
def test_things_open_pronouns_and_verbs_that_tell_no_words_are_not_shown(sentence: str) -> None:
    assert doubts(sentence) == [True]


def test_what_another_says_that_somebody_said_is_nobodys_to_see_under_that_name() -> None:
    article = an_article(
        "Nora Keane ran Arden Motors until May. Two drivers are with the police in Dover.",
        "They claimed that Keane had told them to stay at home. Keane told the council that she was ill.",
    )
    read = analysis.analyze(article)
    shown = [
        read.quotes[n].content[0].of(article.text) for n in range(len(read.quotes)) if n not in read.doubtful
    ]
    assert len(shown) == 1
    assert "she was ill" in shown[0]


def test_no_report_is_shown_whose_sentence_holds_anothers_words() -> None:
    article = an_article(
        INTRO,
        "“We are at the height of the fight,” Keane said on Monday after the Dover council said it had left.",
    )
    read = analysis.analyze(article)
    speakers = {quote.speaker.of(article.text) for quote in read.quotes if quote.speaker is not None}
    assert speakers == {"Keane", "the Dover council"}
    shown = [quote.speaker for place, quote in enumerate(read.quotes) if place not in read.doubtful]
    assert [speaker.of(article.text) for speaker in shown if speaker is not None] == ["Keane"]


@pytest.mark.parametrize(
    ("words", "hidden"),
    [
        pytest.param("“… had been kept out of the plant by the guards for a month,”", True, id="amid one"),
        pytest.param(
            "“had been kept out of the plant by the guards for a month,”", True, id="a small letter"
        ),
        pytest.param("“Workers had been kept out of the plant by guards for a month,”", False, id="begun"),
    ],
)
def test_words_of_nobody_that_begin_amid_a_sentence_are_shown_to_nobody(words: str, hidden: bool) -> None:
    article = an_article(INTRO, "The gates are open.", f"{words}", "The gates of the plant are not shut.")
    read = analysis.analyze(article)
    (place,) = (n for n, quote in enumerate(read.quotes) if quote.verbatim)
    assert read.quotes[place].actor is None
    assert (place in read.doubtful) is hidden
