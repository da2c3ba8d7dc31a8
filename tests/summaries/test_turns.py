"""Interviews, transcripts and letters: whose words are whose by the page's form."""

import pytest

from summaries import language
from summaries.actors import find_actors
from summaries.quotes import find_quotes
from summaries.sentences import read_sentences
from summaries.summary import summarise
from summaries.turns import find_turns
from tests.summaries.builders import an_article
from tests.summaries.speaking import Said, said, said_in

INTRO = "Ana Ruiz has baked bread in Dover for thirty years."
HEADLINE = "The baker who stayed"


@pytest.mark.parametrize(
    ("asks", "answers"),
    [
        pytest.param("Q: ", "A: ", id="letters and colons"),
        pytest.param("Q. ", "A. ", id="letters and stops"),
        pytest.param("Q1: ", "A1: ", id="numbered"),
        pytest.param("Question: ", "Answer: ", id="words"),
        pytest.param("QUESTION: ", "ANSWER: ", id="words in capitals"),
        pytest.param("Interviewer: ", "Ana Ruiz: ", id="names"),
        pytest.param("HOST: ", "RUIZ: ", id="names in capitals"),
        pytest.param("MODERATOR: ", "ANA RUIZ (by phone): ", id="an aside in the label"),
        pytest.param("LEE BROWN, HOST: ", "ANA RUIZ: ", id="an office in the label"),
        pytest.param("", "", id="questions on lines of their own"),
    ],
)
def test_answers_are_the_guests_and_questions_nobodys(asks: str, answers: str) -> None:
    article = an_article(
        INTRO,
        f"{asks}When do you get up?",
        f"{answers}I get up at two. My son sleeps on.",
        f"{asks}Did you ever think of leaving?",
        f"{answers}I never did.",
        f"{asks}Who comes after you?",
        f"{answers}I have asked my son.",
        headline=HEADLINE,
    )
    assert [(one.words, (one.actor or "nobody").title()) for one in said_in(article)] == [
        ("I get up at two. My son sleeps on.", "Ana Ruiz"),
        ("I never did.", "Ana Ruiz"),
        ("I have asked my son.", "Ana Ruiz"),
    ]


def test_name_before_a_mark_without_a_space_is_whole() -> None:
    assert said("Former mayor Ana Maria Ruiz:“We learned that from the builders.”", "Ruiz left.") == [
        Said("“We learned that from the builders.”", "Former mayor Ana Maria Ruiz", "Ana Maria Ruiz")
    ]


def test_questions_that_open_the_paragraphs_of_their_answers_are_left_out() -> None:
    article = an_article(
        INTRO,
        "When do you get up? I get up at two.",
        "Did you ever think of leaving? I never did.",
        "Who comes after you? I have asked my son.",
        headline=HEADLINE,
    )
    assert said_in(article) == [
        Said("I get up at two.", None, "Ana Ruiz"),
        Said("I never did.", None, "Ana Ruiz"),
        Said("I have asked my son.", None, "Ana Ruiz"),
    ]


def test_a_column_that_asks_now_and_then_is_no_interview() -> None:
    told = ["The bridge is old. I crossed it as a child.", "My father built it.", "I miss it.", "It fell."]
    asked = ["Who knew of it? I did.", "Who told me so? I asked them all.", "What did I do? I wrote to them."]
    assert find_turns(an_article(*told, asked[0], *told, asked[1], *told, asked[2])) == ()


def test_labels_stand_in_no_summary_sentence_and_are_no_actors() -> None:
    paragraphs = (
        "ELSA BRANDT: The river has left its bed in four places. Our reporter is in the valley.",
        "TOM OKORO: The bridge at Dover is gone, and two hundred people wait on the hill.",
        "MARY HALL: I saw the water take the car.",
        "OKORO: She has not slept since Sunday.",
        "HALL: I will not go back down there.",
    )
    article = an_article(*paragraphs, headline="River leaves its bed")
    doc = language.read(article, language.load_pipeline())
    cast = find_actors(doc, article)
    summary = summarise(doc, article, read_sentences(doc, article), cast, find_quotes(doc, article, cast))
    assert [span.of(article.text) for span in summary][:1] == ["The river has left its bed in four places."]
    assert all(span.end <= article.body[0].end for span in summary)
    assert said_in(article)[2:] == [
        Said("I saw the water take the car.", "MARY HALL", "Mary Hall"),
        Said("She has not slept since Sunday.", "OKORO", "Tom Okoro"),
        Said("I will not go back down there.", "HALL", "Mary Hall"),
    ]


def test_answers_are_no_summary_of_an_interview() -> None:
    article = an_article(
        INTRO, "Q: Is the oven old?", "A: The oven is the oldest in the county.", headline=HEADLINE
    )
    doc = language.read(article, language.load_pipeline())
    cast = find_actors(doc, article)
    summary = summarise(doc, article, read_sentences(doc, article), cast, find_quotes(doc, article, cast))
    assert [span.of(article.text) for span in summary] == [INTRO]
    assert [actor.name for actor in cast.actors] == ["Ana Ruiz"]


def test_answer_is_nobodys_where_two_could_be_the_guest() -> None:
    article = an_article(
        "Ana Ruiz and Jim Hall have baked bread in Dover since 1990.",
        "Q: Is it old?",
        "A: It is.",
        headline="At the oven",
    )
    assert said_in(article) == [Said("It is.", None, None)]


def test_labelled_words_in_marks_are_quoted() -> None:
    article = an_article("HALL: “We ran.”", "RUIZ: “I stayed.”", "HALL: “She did.”")
    assert [(one.words, one.speaker) for one in said_in(article)] == [
        ("“We ran.”", "HALL"),
        ("“I stayed.”", "RUIZ"),
        ("“She did.”", "HALL"),
    ]


def test_words_in_marks_inside_an_answer_are_whose_they_are_said_to_be() -> None:
    article = an_article(INTRO, "Q: And the mayor?", "A: I called her. She said “never.”", headline=HEADLINE)
    assert [(one.words, one.speaker) for one in said_in(article)] == [
        ("I called her. She said “never.”", None),
        ("“never.”", "She"),
    ]


@pytest.mark.parametrize(
    "paragraphs",
    [
        pytest.param(["Note: The bridge is closed.", "Location: Dover.", "Note: Bring boots."], id="notes"),
        pytest.param(["Monday: Rain.", "Tuesday: Sun.", "Monday: Rain again."], id="days"),
        pytest.param(["Dover: A bridge fell.", "Kent: Two roads.", "Leeds: A mill."], id="a list of places"),
        pytest.param(["Ana Ruiz: “We ran.”", "The river fell.", "Nobody was hurt."], id="one label"),
        pytest.param(
            [
                "What fell?",
                "The bridge at Dover.",
                "When did it fall?",
                "On Monday.",
                "Who pays?",
                "The county.",
            ],
            id="an explainer",
        ),
        pytest.param(
            ["He asked: is it safe?", "She did not know.", "He asked again: is it?", "It was not."],
            id="prose",
        ),
        pytest.param(["WATCH: The fall.", "READ MORE: The rise.", "WATCH: The end."], id="the page's lines"),
        pytest.param(["A: The first of three.", "B: The second.", "C: The third."], id="a list of letters"),
    ],
)
def test_colons_and_questions_alone_make_no_interview(paragraphs: list[str]) -> None:
    assert find_turns(an_article(*paragraphs)) == ()


@pytest.mark.parametrize(
    "signature",
    [
        pytest.param("Ana Ruiz, Dover", id="name and town"),
        pytest.param("— Ana Ruiz, Dover", id="behind a dash"),
        pytest.param("Ana Ruiz Dover", id="a line break lost"),
        pytest.param("Dr. Ana Ruiz, Dover", id="with a title"),
    ],
)
def test_letters_are_their_writers(signature: str) -> None:
    article = an_article(
        "The bridge was old when I was young.",
        "Nobody listened.",
        signature,
        "A word for the ferry",
        "The ferry never fails us.",
        "Jim Hall, Kent",
        headline="Letters: bridges and ferries",
    )
    found = said_in(article)
    assert [one.words for one in found] == [
        "The bridge was old when I was young. … Nobody listened.",
        "The ferry never fails us.",
    ]
    assert found[0].speaker is not None
    assert "Ana Ruiz" in found[0].speaker
    assert found[1].speaker == "Jim Hall"


def test_news_of_letters_is_no_page_of_them() -> None:
    article = an_article(
        "The bridge was old.", "Ana Ruiz, Dover", headline="Bridge falls after letters of warning"
    )
    assert find_turns(article) == ()
