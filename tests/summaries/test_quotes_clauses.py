"""Of a sentence that tells another's words, too, each reader is shown what its speaker said."""

import pytest

from summaries import analysis
from summaries.jsonform import from_json, to_json
from tests.summaries.builders import an_article

INTRO = "Nora Keane runs the port of Dover. Tom Hall has been its mayor since May."


def clauses(sentence: str) -> list[str]:
    """The parts of the sentence behind the introduction, in which somebody's words are shown."""
    read = analysis.analyze(an_article(INTRO, sentence))
    assert from_json(to_json(read)) == read
    return [span.of(read.article.text) for span in read.clauses]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        pytest.param(
            "Keane vowed to keep the port open, but Hall said the council meant to sell its ferries.",
            ["Keane vowed to keep the port open", "Hall said the council meant to sell its ferries."],
            id="two who speak",
        ),
        pytest.param(
            "Keane said the port was safe and the harbour police said two ships had left Dover.",
            ["Keane said the port was safe", "the harbour police said two ships had left Dover."],
            id="joined by and alone",
        ),
        pytest.param(
            "Keane claimed that the ferries pay for themselves even as Hall warned that the town pays.",
            ["Keane claimed that the ferries pay for themselves", "Hall warned that the town pays."],
            id="even as",
        ),
        pytest.param(
            "Keane claims that the port is the safest of all, but that’s an entirely unproven assumption.",
            ["Keane claims that the port is the safest of all"],
            id="a verdict of the writer's",
        ),
        pytest.param(
            "(Keane says she has no plans to leave the port, but most people do not believe this.)",
            ["Keane says she has no plans to leave the port"],
            id="what people make of it, in brackets",
        ),
        pytest.param(
            "Keane has called for nine more ferries, but the council has not taken up that idea.",
            ["Keane has called for nine more ferries"],
            id="that idea",
        ),
        pytest.param(
            "Keane says that three ships are missing, but it is hard to tell which of them ever sailed.",
            ["Keane says that three ships are missing"],
            id="what is hard to tell",
        ),
        pytest.param(
            "Keane said the port had been shut, as Norway was set to press the town to open it.",
            ["Keane said the port had been shut"],
            id="what a paper tells of another",
        ),
        pytest.param(
            "Keane said she would sell the port, but Hall said that he would not.",
            ["Keane said she would sell the port"],
            id="whose verb was cut",
        ),
        pytest.param(
            "Keane said the gas was harmless, but doctors warned that it could kill.",
            ["Keane said the gas was harmless"],
            id="of what it speaks was cut",
        ),
        pytest.param(
            "Keane said the gas was harmless, but doctors said that they had seen nine deaths.",
            ["Keane said the gas was harmless", "doctors said that they had seen nine deaths."],
            id="they who speak",
        ),
        pytest.param(
            "Keane said the port should be closed and Tom Hall agreed with that.",
            ["Keane said the port should be closed"],
            id="who agreed with it",
        ),
        pytest.param(
            "Keane said the port should be closed, but the council disagreed.",
            ["Keane said the port should be closed"],
            id="who disagreed",
        ),
        pytest.param(
            "Keane says the port is too small, and the council disputes this.",
            ["Keane says the port is too small"],
            id="who disputes it",
        ),
        pytest.param(
            "The storm sank nine boats, according to the Dover council, and cut off two villages, "
            "according to figures of the army.",
            ["The storm sank nine boats, according to the Dover council"],
            id="two sources",
        ),
    ],
)
def test_words_of_another_and_of_the_writer_are_no_part_of_what_somebody_said(
    sentence: str, found: list[str]
) -> None:
    assert clauses(sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Keane said the port was safe, and she added that it would stay open.", id="the same"),
        pytest.param("Keane said the port was safe, but gave no details.", id="what she kept back"),
        pytest.param("Keane said the port was safe, but the road to it was shut on Friday.", id="a fact"),
        pytest.param("Keane said the port was safe and that Hall had said so, too.", id="told by her"),
        pytest.param("The port was shut in May, and Hall said the ships had left.", id="no other speaks"),
        pytest.param("Keane said the port was full and Tom Hall agreed to sell it.", id="a deed she tells"),
        pytest.param("Keane said she asked for a road and that Tom Hall agreed.", id="an answer she tells"),
        pytest.param("Keane said she asked for a road and Tom Hall had agreed.", id="an answer before"),
        pytest.param("Hall and Keane said the port was safe.", id="two who say the same"),
        pytest.param(
            "Keane said the port was safe, but the council met on Monday that week.", id="that week"
        ),
        pytest.param("The port was full, Keane said, and the quay was full, too.", id="her words go on"),
        pytest.param("Keane said that she had left as the storm was late.", id="when she left"),
        pytest.param("Although Hall said it was late, Keane said the port was safe.", id="no clause alone"),
    ],
)
def test_a_sentence_that_is_one_speaker_s_is_shown_whole(sentence: str) -> None:
    assert clauses(sentence) == []


def test_a_clause_whose_they_was_told_in_the_other_is_shown_to_nobody() -> None:
    sentence = "Keane said the ferries were safe, but the Harbour Trust said they would be sold."
    article = an_article(INTRO, sentence)
    read = analysis.analyze(article)
    cues = [quote.cue.start if quote.cue is not None else 0 for quote in read.quotes]
    behind = next(place for place, cue in enumerate(cues) if cue > article.text.index(", but"))
    assert behind in read.leaning
    assert behind in read.doubtful
