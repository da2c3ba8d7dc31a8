"""Which quotations lean on words that are not shown with them: they stand for no story."""

import pytest

from summaries import analysis
from tests.summaries.builders import an_article

INTRO = (
    "Nora Keane left in May as head of Arden Motors, after a vote on a measure that few had read. "
    "A woman was hurt on a bridge in Dover."
)


def leans(sentence: str) -> list[bool]:
    """Of each quotation that is found behind the introduction, whether it leans."""
    article = an_article(INTRO, sentence, headline="Keane leaves Arden after vote on strike fund")
    read = analysis.analyze(article)
    begins = article.text.index(sentence)
    found = [(place, quote) for place, quote in enumerate(read.quotes) if quote.content[0].start >= begins]
    for place, _ in found:
        assert place not in read.doubtful
    return [place in read.leaning for place, _ in found]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("“That is not what anybody here had asked for,” Keane said.", id="that"),
        pytest.param("“It was seen as a kind of game,” Keane said.", id="it"),
        pytest.param("“They do not get to leave the plant,” Keane said.", id="they"),
        pytest.param("“He carried a lot in his head,” Keane said.", id="he, of another"),
        pytest.param("There were talks “of how his skin might look,” Keane said.", id="his, in marks"),
        pytest.param("Dover and Leeds “had put up with someone like that,” Keane said.", id="like that"),
        pytest.param("“Those men fired those guns at the workers,” Keane said.", id="those men"),
        pytest.param("“These serious concerns cannot be met by anybody,” Keane said.", id="these concerns"),
        pytest.param("“For us not to solve that issue is a disgrace,” Keane said.", id="that issue"),
        pytest.param("“Since then, the plant has made no cars,” Keane said.", id="since then"),
        pytest.param("“It is a plant that we had plans with,” Keane said.", id="it is a"),
        pytest.param(
            "“It is Dover old school meets Dover new school,” Keane said.", id="it is, of no clause"
        ),
        pytest.param("“Workers say it has been good, and it was not,” Keane said.", id="it, after several"),
        pytest.param("“Pick a job; they are hurt by the vote,” Keane said.", id="they, after one thing"),
        pytest.param("“The plant was her life,” Keane said.", id="her, after a thing"),
        pytest.param("“Gangs behind these websites hurt the plant,” Keane said.", id="these, in the midst"),
        pytest.param("“We used a Dover pump, and he loved the plant,” Keane said.", id="he, after a thing"),
        pytest.param("To end the threat, Keane said, the plant made new doors.", id="reported: the threat"),
        pytest.param("“The worry with that is a plant without jobs,” Keane said.", id="that, after a noun"),
        pytest.param("Keane said this was the reason that the plant could close.", id="reported: this was"),
        pytest.param("Keane said they often paid a fee to the club.", id="reported: they"),
        pytest.param("Keane said it had cast a spotlight on the plant.", id="reported: it"),
        pytest.param("The mayor, Nora Keane, said it was not.", id="reported: it, behind the speaker’s name"),
        pytest.param(
            "Keane said on Friday that the plant would not.", id="reported: whose verb is not shown"
        ),
        pytest.param("The measure will cost a million, Keane said.", id="reported: the measure"),
        pytest.param("Keane said the woman should be charged with murder.", id="reported: the woman"),
        pytest.param("The difference, Keane said, was a plant in Dover.", id="reported: the difference"),
        pytest.param(
            "In effect, Keane says, they are gone for good.", id="reported: they, no noun of several"
        ),
        pytest.param(
            "Eight of their colleagues have left, according to Keane.", id="reported: their, before any noun"
        ),
        pytest.param(
            "Keane says the workers are not sure how it works.", id="reported: it, behind several alone"
        ),
        pytest.param(
            "Keane asked foreign towns to send hospital ships for them.",
            id="reported: them, neither the towns nor the ships",
        ),
        pytest.param(
            "Arden Motors asked foreign towns to send hospital ships for them.", id="reported: them, no house"
        ),
        pytest.param(
            "Keane, a member of the board of Dover, which has set limits since May, described it as stable.",
            id="reported: it, not what is said of the speaker",
        ),
        pytest.param("“It is something to think about at the plant,” Keane said.", id="it is something"),
        pytest.param("“The issue has gone away in Dover,” Keane said.", id="the issue"),
        pytest.param("“I was not,” Keane said.", id="an answer cut short"),
        pytest.param("At the time, Keane called the plant “a gift to Dover for years.”", id="at the time"),
        pytest.param("Keane said the clerk in question had left the plant.", id="reported: in question"),
        pytest.param("Keane said she fell in the latter group of workers.", id="reported: the latter"),
        pytest.param("Keane said at the time that the plant was old.", id="reported: at the time"),
        pytest.param(
            "Keane said a thousand workers had left on the two previous days.", id="the days before"
        ),
        pytest.param(
            "Workers grew fewer in the following week, Keane said.", id="reported: the following week"
        ),
        pytest.param("The plant made a mix of the two, Keane said.", id="reported: the two"),
        pytest.param("Another idea is that the plant could make buses, Keane said.", id="another idea"),
        pytest.param("The attack will unite the workers, Keane said.", id="reported: the attack"),
        pytest.param("Keane said she would not be silent on the issue.", id="reported: on the issue"),
        pytest.param(
            "While officers have not yet named the victim, sources say that it was Ana Moss of Leeds.",
            id="reported: the victim, acted on",
        ),
        pytest.param("Keane said the plant was shut at that time.", id="reported: at that time"),
        pytest.param(
            "Jim Moss lost in May. Keane said a vote had made him “a poorer man than ever.”",
            id="him, of one not named there",
        ),
        pytest.param("A spokeswoman said: “The plant in Dover will be shut in June.”", id="of which house"),
        pytest.param("There, Keane claimed that the plant was shut.", id="there"),
        pytest.param("Keane said she took “solace” in this fact and in the sales.", id="in marks: this fact"),
    ],
)
def test_what_points_at_a_sentence_that_is_not_shown_leans(sentence: str) -> None:
    assert leans(sentence) == [True]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("“It is wrong to close the plant in Dover,” Keane said.", id="it, of a clause"),
        pytest.param("“It was the council that closed the plant,” Keane said.", id="it, cleft"),
        pytest.param("“This was a vote that nobody could have won,” Keane said.", id="this, the news"),
        pytest.param("“This country needs more plants like ours,” Keane said.", id="this country"),
        pytest.param(
            "“We saw the plant shut, and it was hard,” Keane said.", id="it, of a noun in the quote"
        ),
        pytest.param("“Workers lost their jobs, and Arden hurt itself,” Keane said.", id="their, of several"),
        pytest.param(
            "“On the way to his bonus, Hall broke the plant,” Keane said.", id="his, of a name behind"
        ),
        pytest.param("“The issue is that nobody came to the plant,” Keane said.", id="the issue is that"),
        pytest.param(
            "“We were told of these two steps: a vote and a fund,” Keane said.", id="these two: told"
        ),
        pytest.param("Keane said Jim Moss knew that he was “a poor man now.”", id="he, of one named there"),
        pytest.param("“If the plant shuts, that is a disgrace,” Keane said.", id="that, of a clause before"),
        pytest.param("“The vote on the plant is not known at this stage,” Keane said.", id="at this stage"),
        pytest.param("“We know of those who left the plant in May,” Keane said.", id="those who"),
        pytest.param("“Sometimes in this strike we had to move fast,” Keane said.", id="in this strike"),
        pytest.param(
            "Keane said the plant had wanted to make buses but could not.",
            id="reported: could not make them",
        ),
        pytest.param("Keane said she was ill at the time of the vote.", id="reported: at which time"),
        pytest.param("Keane said the plant was closed at the time of the vote.", id="reported: closed then"),
        pytest.param(
            "At the time of the vote the plant was shut, Keane said.", id="reported: then, in front"
        ),
        pytest.param("Keane said the two plants would make buses.", id="reported: the two plants"),
        pytest.param("Keane said another plant would make buses.", id="reported: another, at the end"),
        pytest.param("Keane said she would leave the plant in June.", id="reported: she, the speaker"),
        pytest.param("Arden Motors said it would close the plant in June.", id="reported: it, the speaker"),
        pytest.param(
            "Keane said the towns sent ships but the mayors did not use them.", id="reported: them, the ships"
        ),
        pytest.param(
            "Keane urged the council to keep the plant and repair it.", id="reported: it, the plant"
        ),
        pytest.param(
            "Some hours later 145 were hurt, 132 of them workers, according to Keane.",
            id="reported: them, by number",
        ),
        pytest.param("Keane said it was hard to see who had left the plant.", id="reported: it, of a clause"),
        pytest.param("Arden Motors asked workers to help it.", id="reported: it, the speaker, acted on"),
        pytest.param("“We saw Mayor Hall and he loved the plant,” Keane said.", id="he, after a name"),
        pytest.param("Keane said she had put the plant to the question.", id="reported: a question"),
        pytest.param("Keane said the vote was lost by two hands.", id="reported: of the headline"),
        pytest.param(
            "While a clerk was hurt in Leeds, sources say that officers know the man well.",
            id="reported: the man, behind one told there",
        ),
        pytest.param(
            "While officers have not yet named the Leeds victim, sources say that it was Ana Moss.",
            id="reported: the victim, of which town",
        ),
        pytest.param("Keane said the government would pay for the plant.", id="reported: there is one"),
        pytest.param("Keane said the bridge that fell in May was safe.", id="reported: which one is told"),
    ],
)
def test_what_can_be_read_beside_its_speaker_and_the_headline_does_not_lean(sentence: str) -> None:
    found = leans(sentence)
    assert found == [False] * max(1, len(found))
