"""Which quotations are shown in their sentence, because it says of what they are."""

import re

import pytest

from bot.domain import passages
from bot.domain.around import FEW
from summaries.models import Analysis, Article, Quote, Span


def read(text: str, cue: str, speaker: str | None = None) -> Analysis:
    """An article of one paragraph in which the words in marks are somebody's."""
    marked = tuple(Span(*found.span()) for found in re.finditer("“[A-Z][^”]*”", text))
    quote = Quote(
        kind="direct",
        content=marked,
        verbatim=marked,
        cue=at(text, cue),
        speaker=at(text, speaker) if speaker else None,
    )
    sentences = tuple(Span(*found.span()) for found in re.finditer(r"\S[^.?]*(?:\d\.\d[^.?]*)?[.?]”?", text))
    return Analysis(article=Article(id="1", path="a.txt", text=text), sentences=sentences, quotes=(quote,))


def at(text: str, words: str) -> Span:
    begins = text.index(words)
    return Span(begins, begins + len(words))


def shown(analysis: Analysis) -> str:
    return passages.words_of(analysis, analysis.quotes[0])


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        ("“It broke my heart,” she said of the flood.", "said", "she"),
        ("“It broke my heart,” Ann Ray said about the flood.", "said", "Ann Ray"),
        ("“I cannot stay,” she recalled telling her crew.", "recalled", "she"),
        ("“I cannot stay,” said Ann Ray as the water rose.", "said", "Ann Ray"),
        ("“I cannot stay,” she said on Monday, after the pump had failed.", "said", "she"),
        ("“He knew,” said Ann Ray, a keeper of the dam, referring to the engineer.", "said", "Ann Ray"),
        ("“It stays shut,” she said, but given the costs nobody agreed.", "said", "she"),
        ("“I cannot stay,” she said as the water rose. “It is over.”", "said", "she"),
        ("As for the pump, she said: “It never worked.”", "said", "she"),
        ("Responding to the report, she wrote: “It never worked.”", "wrote", "she"),
        ("Ann Ray gave the prize to her crew, saying: “We are all in it.”", "saying", "Ann Ray"),
        ("Ann Ray left the hall early and said: “We are all in it.”", "said", "Ann Ray"),
    ],
)
def test_few_words_are_shown_in_the_sentence_that_tells_of_what_they_are(
    text: str, cue: str, speaker: str
) -> None:
    assert shown(read(text, cue, speaker)) == text


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        ("“It broke my heart,” she said.", "said", "she"),
        ("“It broke my heart,” said Ann Ray, head of the union of keepers.", "said", "Ann Ray"),
        ("“It broke my heart,” said Ann Ray, according to the filed report.", "said", "Ann Ray"),
        ("“It broke my heart,” said Ann Ray, of the Harbour Trust.", "said", "Ann Ray"),
        ("“It broke my heart,” said Ann Ray in a statement on Monday.", "said", "Ann Ray"),
        ("“It broke my heart,” she said, speaking to reporters at noon.", "said", "she"),
        ("In a statement on Monday, she said: “It broke my heart.”", "said", "she"),
        ("Ann Ray, who keeps the dam, said: “It broke my heart.”", "said", "Ann Ray"),
        ("“It broke my heart,” she said, as Jo Hall called it “a shame.”", "said", "she"),
        (f"“It{' really' * FEW} hurt,” she said of the flood.", "said", "she"),
    ],
)
def test_other_words_stand_by_themselves(text: str, cue: str, speaker: str) -> None:
    analysis = read(text, cue, speaker)
    first = analysis.quotes[0].content[0]
    assert shown(analysis).startswith(first.of(text))
    assert "said" not in shown(analysis)
