"""Which words of a quotation are shown."""

import pytest

from bot.domain import excerpts
from bot.domain.words import words_of_spans
from summaries.models import Analysis, Article, Quote, Span


def read(text: str, *sentences: str) -> Analysis:
    """The text with these sentences."""
    spans = tuple(Span(text.index(words), text.index(words) + len(words)) for words in sentences)
    return Analysis(article=Article(id="1", path="a.txt", text=text), sentences=spans)


def quoted(text: str, *pieces: str, marked: tuple[str, ...] = (), speaker: str | None = None) -> Quote:
    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    return Quote(
        kind="direct" if marked else "indirect",
        content=tuple(map(at, pieces)),
        verbatim=tuple(map(at, marked)),
        speaker=at(speaker) if speaker else None,
    )


FIRST = "He called it “a fair deal for everybody who works here.”"
SECOND = "Nobody clapped."
THIRD = "“It is over,” he added."
TEXT = f"{FIRST} {SECOND} {THIRD}"
DEAL = "“a fair deal for everybody who works here.”"
OVER = "“It is over,”"


@pytest.mark.parametrize(
    ("pieces", "marked", "shown"),
    [
        pytest.param((OVER,), (OVER,), (OVER,), id="what marks hold, as it stands"),
        pytest.param((DEAL, OVER), (DEAL, OVER), (DEAL, OVER), id="its pieces alone"),
        pytest.param((f"it {DEAL}",), (DEAL,), (FIRST,), id="the sentence, where words lead to the mark"),
        pytest.param((f"it {DEAL}", OVER), (DEAL, OVER), (FIRST, THIRD), id="no sentence between them"),
        pytest.param((f"it {DEAL}", "Nobody"), (DEAL,), (f"{FIRST} {SECOND}",), id="neighbours as one"),
        pytest.param(("Nobody clapped",), (), (SECOND,), id="reported: the sentence"),
    ],
)
def test_words_shown_for_a_quotation(
    pieces: tuple[str, ...], marked: tuple[str, ...], shown: tuple[str, ...]
) -> None:
    passage = excerpts.passage(read(TEXT, FIRST, SECOND, THIRD), quoted(TEXT, *pieces, marked=marked))
    assert tuple(span.of(TEXT) for span in passage) == shown


def test_what_the_writer_or_nobody_is_told_to_have_said_is_not_reported() -> None:
    text = "Asked why he left, Ruiz said he was tired. I said he was right."
    asked, answer = quoted(text, "why he left"), quoted(text, "he was tired", speaker="Ruiz")
    own = quoted(text, "he was right", speaker="I")
    analysis = read(text, *text.split(". "))
    found = Analysis(article=analysis.article, sentences=analysis.sentences, quotes=(asked, answer, own))
    assert excerpts.reported(found) == (answer,)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("“It is,” he said, “over.”", "“It is,” … “over.”", id="words between"),
        pytest.param("“It is over.\n\n“We go home.”", "“It is over.\n“We go home.”", id="a paragraph"),
        pytest.param("“It is over.” “We go home.”", "“It is over.” “We go home.”", id="nothing between"),
    ],
)
def test_only_what_was_left_out_is_marked_so(text: str, shown: str) -> None:
    middle = text.index("“", 1)
    first = text[:middle].partition(" he said")[0].rstrip()
    pieces = (Span(0, len(first)), Span(middle, len(text)))
    assert words_of_spans(Article(id="1", path="a.txt", text=text), pieces) == shown
