"""Which sentence shows why an article was found."""

import pytest

from bot.domain.matching import best_sentence
from bot.store.articles.search import words_asked
from tests.bot.library import an_analysis

SENTENCES = (
    "The évacuations began at dawn.",
    "A cease-fire held, and the cease in fire was short.",
    "Countries that met in Genève agreed on happier talks.",
    "They talked of one country.",
    "A press pass was all that the president of Press had.",
    "Police held a man aged 43.",
)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        pytest.param("began", 0, id="the word itself"),
        pytest.param("evacuated", 0, id="another form, its accent aside"),
        pytest.param("geneve", 2, id="typed without its accent"),
        pytest.param("GENÈVE", 2, id="in capitals, with its accent"),
        pytest.param("country", 2, id="a form whose end is another: the first of two"),
        pytest.param("talk country", 2, id="all the words: the first of two"),
        pytest.param("talking they", 3, id="more of the words"),
        pytest.param("cease-fire", 1, id="a phrase"),
        pytest.param("fire-cease", None, id="a phrase the other way round"),
        pytest.param("press", 4, id="not what only begins like it"),
        pytest.param("a.*", 1, id="nothing typed is a pattern"),
        pytest.param("manage", None, id="no two words that only stand beside each other"),
        pytest.param("siege", None, id="nothing"),
        pytest.param("", None, id="no words"),
    ],
)
def test_sentence_holds_most_of_the_words(typed: str, number: int | None) -> None:
    analysis = an_analysis(sentences=SENTENCES)
    found = best_sentence(words_asked(typed).phrases, analysis)
    assert found == (None if number is None else analysis.sentences[number])


def test_hit_outside_of_the_sentences_counts_for_none() -> None:
    analysis = an_analysis(headline="The siege goes on", sentences=SENTENCES)
    assert best_sentence(words_asked("siege").phrases, analysis) is None
