"""Which words of a quotation are shown."""

import re
from dataclasses import replace

import pytest

from bot.domain import excerpts, passages
from bot.domain.words import words_of_spans
from summaries.models import Actor, Analysis, Article, Quote, Span


def read(text: str, *sentences: str) -> Analysis:
    """The text with these sentences."""
    spans = tuple(Span(text.index(words), text.index(words) + len(words)) for words in sentences)
    return Analysis(article=Article(id="1", path="a.txt", text=text), sentences=spans)


def quoted(text: str, *pieces: str, marked: tuple[str, ...] = (), cue: str | None = None) -> Quote:
    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    return Quote(
        kind="direct" if marked else "indirect",
        content=tuple(map(at, pieces)),
        verbatim=tuple(map(at, marked)),
        cue=at(cue) if cue else None,
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
        pytest.param((OVER, DEAL), (OVER, DEAL), (OVER, DEAL), id="its pieces alone"),
        pytest.param((DEAL,), (DEAL,), (FIRST,), id="the sentence, where the mark opens inside one"),
        pytest.param((f"it {DEAL}",), (DEAL,), (FIRST,), id="the sentence, where words lead to the mark"),
        pytest.param((f"it {DEAL}", OVER), (DEAL, OVER), (FIRST, THIRD), id="no sentence between them"),
        pytest.param((f"it {DEAL}", "Nobody"), (DEAL,), (f"{FIRST} {SECOND}",), id="neighbours as one"),
        pytest.param(("Nobody clapped",), (), (SECOND,), id="reported: the sentence"),
    ],
)
def test_words_shown_for_a_quotation(
    pieces: tuple[str, ...], marked: tuple[str, ...], shown: tuple[str, ...]
) -> None:
    passage = passages.passage(read(TEXT, FIRST, SECOND, THIRD), quoted(TEXT, *pieces, marked=marked))
    assert tuple(span.of(TEXT) for span in passage) == shown


def said(text: str, *quotes: Quote, doubtful: tuple[int, ...] = ()) -> Analysis:
    """An analysis of the text, sentence by sentence, with these quotations."""
    analysis = read(text, *(sentence.strip() for sentence in re.findall(r"[^.]+[.]”?", text)))
    return replace(analysis, quotes=quotes, doubtful=doubtful)


def test_what_is_doubtful_is_shown_nowhere() -> None:
    text = "Ruiz said he was tired. The signs said “No entry.”"
    tired, sign = quoted(text, "he was tired"), quoted(text, "“No entry.”", marked=("“No entry.”",))
    analysis = said(text, tired, sign, doubtful=(1,))
    assert excerpts.shown(analysis) == (0,)
    assert (excerpts.spoken(analysis), excerpts.reported(analysis)) == ((), (tired,))


SAID = "Ruiz said the road was shut and Hall called it “a mess.” Moss hinted that Ruiz claimed he was tired."
ROAD = quoted(SAID, "the road was shut")
MESS = quoted(SAID, "it “a mess.”", marked=("“a mess.”",))
BARE = quoted(SAID, "“a mess.”", marked=("“a mess.”",))
TIRED, HINT = quoted(SAID, "he was tired", cue="claimed"), quoted(SAID, "that Ruiz claimed he was tired")


@pytest.mark.parametrize(
    ("quotes", "shown"),
    [
        pytest.param((ROAD, MESS), (1,), id="a report in a sentence with words in marks"),
        pytest.param((MESS, BARE), (0,), id="marks inside other words of the same speaker"),
        pytest.param((TIRED, HINT), (1,), id="a report inside another"),
        pytest.param((ROAD, quoted(SAID, "it")), (0,), id="of two reports in one sentence the first"),
        pytest.param((ROAD, HINT), (0, 1), id="two sentences"),
        pytest.param((MESS, replace(MESS, actor=1), HINT), (0, 2), id="one sentence under two names"),
    ],
)
def test_words_that_another_quotation_shows_are_not_shown_again(
    quotes: tuple[Quote, ...], shown: tuple[int, ...]
) -> None:
    assert excerpts.shown(said(SAID, *quotes)) == shown


@pytest.mark.parametrize(
    ("speaker", "shown"), [pytest.param(0, (0,), id="the same"), pytest.param(1, (0, 1), id="another")]
)
def test_words_in_a_sentence_that_is_shown_are_shown_again_of_another_speaker_alone(
    speaker: int, shown: tuple[int, ...]
) -> None:
    text = "Calling it “a mess,” Hall added: “Shut it.”"
    mess = replace(quoted(text, "it “a mess,”", marked=("“a mess,”",)), kind="mixed", actor=0)
    shut = replace(quoted(text, "“Shut it.”", marked=("“Shut it.”",)), actor=speaker)
    assert excerpts.shown(said(text, mess, shut)) == shown


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


NIGHT = "The night train will stop in May."


@pytest.mark.parametrize(
    ("before", "words", "leads"),
    [
        pytest.param(NIGHT, "“It is over.”", True, id="it tells what is meant"),
        pytest.param(f"{NIGHT}\n\n", "“It is over.”", True, id="in the paragraph before"),
        pytest.param(f"{NIGHT}\n\nTrains\n\n", "“It is over.”", False, id="with a line between"),
        pytest.param("However, it will stop in May.", "“It is over.”", False, id="it leans, too"),
        pytest.param("Ruiz said “no” to the train.", "“It is over.”", False, id="it quotes somebody"),
        pytest.param("The night train.\n\nTrains", "“It is over.”", False, id="a heading"),
        pytest.param(f"{NIGHT[:-1]} and {'so on ' * 70}.", "“It is over.”", False, id="it is long"),
        pytest.param("", "“It is over.”", False, id="nothing before it"),
    ],
)
def test_a_quotation_that_leans_has_the_sentence_before_it(before: str, words: str, leads: bool) -> None:
    text = f"{before} {words}".strip()
    marked = (("“no”",) if "“no”" in text else ()) + (words,)
    quotes = [quoted(text, mark, marked=(mark,)) for mark in marked]
    sentences = [line for line in before.split("\n\n") if line]
    analysis = replace(read(text, *sentences, words), quotes=tuple(quotes), leaning=(len(quotes) - 1,))
    found = passages.leads_to(analysis, quotes[-1])
    assert (found.of(text) if found else None) == (sentences[0] if leads else None)
    assert passages.leads_to(replace(analysis, leaning=()), quotes[-1]) == found


@pytest.mark.parametrize(
    ("before", "words", "leads"),
    [
        pytest.param(NIGHT, "“We shall all miss it dearly.”", True, id="few words"),
        pytest.param(NIGHT, "“All of us who work here will miss it.”", False, id="more"),
        pytest.param("Ruiz was told of “the end.”", "“We shall miss it.”", False, id="below words in marks"),
    ],
)
def test_few_words_have_the_sentence_before_them_though_they_do_not_lean(
    before: str, words: str, leads: bool
) -> None:
    text = f"{before} {words}"
    analysis = replace(read(text, before, words), quotes=(quoted(text, words, marked=(words,)),))
    assert passages.leads_to(analysis, analysis.quotes[0]) == (analysis.sentences[0] if leads else None)
    assert passages.reads_apart(analysis, analysis.quotes[0])


@pytest.mark.parametrize(
    ("before", "leads"),
    [
        pytest.param("Ruiz hailed the deal in his speech in May 2013.", True, id="of its speaker"),
        pytest.param("Ruiz hailed the deal in his speech in May 2024.", False, id="of the year of the news"),
        pytest.param("The deal was made in May 2013.", False, id="of something else"),
    ],
)
def test_what_was_said_long_before_the_news_has_the_sentence_that_says_so(before: str, leads: bool) -> None:
    words = "“All of us have shown that we are willing to take great risks.”"
    text = f"{before} {words} Ruiz said."
    who = Span(text.rindex("Ruiz"), text.rindex(" said"))
    told = replace(quoted(text, words, marked=(words,)), actor=0, speaker=who)
    plain = read(text, before, f"{words} Ruiz said.")
    analysis = replace(
        plain,
        quotes=(told,),
        actors=(Actor(name="Ruiz", kind="person", mentions=(Span(0, 4),) if before[0] == "R" else ()),),
        article=replace(plain.article, published="2024-05-02"),
    )
    assert (passages.leads_to(analysis, told) is not None) is leads


def with_quotes(text: str, sentences: tuple[str, ...], *quotes: Quote, leaning: tuple[int, ...]) -> Analysis:
    return replace(read(text, *sentences), quotes=quotes, leaning=leaning)


LATE = "However, it will be late."
SAID_SO = "Hall said the bus was “far too late.”"


@pytest.mark.parametrize(
    ("sentences", "leads"),
    [
        pytest.param((NIGHT, LATE), f"{NIGHT} {LATE}", id="with the one that it leans on itself"),
        pytest.param((LATE,), None, id="not where nothing stands before that"),
        pytest.param((NIGHT, "Hall said: “It is over.”"), NIGHT, id="over the words that say who speaks"),
        pytest.param(
            ("The film “Night Train” opens in May.",), "The film “Night Train” opens in May.", id="a title"
        ),
        pytest.param((SAID_SO,), SAID_SO, id="what it quotes, with who said so"),
        pytest.param(("Hall recalled the night:",), "Hall recalled the night:", id="what ends with a colon"),
        pytest.param(
            (
                "“Hm?”",
                "Hall said with a sigh.",
            ),
            None,
            id="not what is left of a quotation before",
        ),
        pytest.param(("At the time, trains ran till June.",), None, id="not what tells of another time"),
        pytest.param(("Hall was told of this threshold.",), None, id="not what points back itself"),
        pytest.param(
            ("Hall met a guard.", "Hall said this guard was ill."),
            "Hall met a guard. Hall said this guard was ill.",
            id="with what it points at",
        ),
        pytest.param(
            ("Trains run till June these days.",), "Trains run till June these days.", id="pointing at now"
        ),
        pytest.param(
            ("Much is at stake in this election.",),
            "Much is at stake in this election.",
            id="at what goes on",
        ),
    ],
)
def test_what_leads_to_a_quotation_can_be_read_by_itself(
    sentences: tuple[str, ...], leads: str | None
) -> None:
    words = "“It is over.”"
    whole = sentences if words in sentences[-1] else (*sentences, words)
    text = " ".join(whole)
    told = quoted(text, words, marked=(words,))
    before = []
    if SAID_SO in text:
        late = "“far too late.”"
        before = [replace(quoted(text, f"the bus was {late}", marked=(late,)), speaker=Span(0, 4))]
    if "“Hm?”" in text:
        before = [quoted(text, "“Hm?”", marked=("“Hm?”",), cue="said")]
    analysis = with_quotes(text, whole, *before, told, leaning=(len(before),))
    found = passages.leads_to(analysis, told)
    assert (found.of(text) if found else None) == leads


@pytest.mark.parametrize(
    ("sentences", "leads"),
    [
        pytest.param(("However, trains will stop.",), "However, trains will stop.", id="linked, if no more"),
        pytest.param((NIGHT, "But trains will stop."), f"{NIGHT} But trains will stop.", id="more, if any"),
        pytest.param(
            (NIGHT, "Few will miss trains."), f"{NIGHT} Few will miss trains.", id="all, if it is short"
        ),
        pytest.param(("Why?", "Few will miss trains."), "Few will miss trains.", id="but no question"),
        pytest.param(
            ("Hall fell on the ice.", "Medics found him there."),
            "Hall fell on the ice. Medics found him there.",
            id="with who “him” is",
        ),
    ],
)
def test_the_sentences_that_tell_the_most_lead_to_a_quotation(sentences: tuple[str, ...], leads: str) -> None:
    words = "“It is over.”"
    text = " ".join((*sentences, words))
    hall = Actor(name="Hall", kind="person", mentions=(Span(0, 4),) if text.startswith("Hall") else ())
    told = quoted(text, words, marked=(words,))
    analysis = replace(with_quotes(text, (*sentences, words), told, leaning=(0,)), actors=(hall,))
    found = passages.leads_to(analysis, told)
    assert found is not None
    assert found.of(text) == leads


@pytest.mark.parametrize(
    ("before", "leads"),
    [
        pytest.param("Trains stop at ten.", True, id="it tells what is meant"),
        pytest.param("Ruiz said trains would “stop at ten.”", False, id="words of another"),
        pytest.param("However, trains stop.", False, id="it is linked to what is not shown"),
    ],
)
def test_a_report_that_leans_is_shown_below_the_sentence_that_leads_to_it(
    before: str, *, leads: bool
) -> None:
    after = "Hall said that was late."
    text = f"{before} {after}"
    told = quoted(text, "that was late")
    analysis = with_quotes(text, (before, after), told, leaning=(0,))
    assert (passages.leads_to(analysis, told) is not None) is leads
    assert excerpts.shown(analysis) == ((0,) if leads else ())


def test_a_pronoun_leads_to_the_words_of_whom_it_means() -> None:
    before, words = "She spoke in May.", "“It is over.”"
    text = f"{before} {words}"
    told = replace(quoted(text, words, marked=(words,)), actor=0)
    ruiz = Actor(name="Ruiz", kind="person", mentions=(Span(0, 3),))
    analysis = replace(with_quotes(text, (before, words), told, leaning=(0,)), actors=(ruiz,))
    assert passages.leads_to(analysis, told) == analysis.sentences[0]


def test_a_pronoun_leads_to_a_quotation_where_the_headline_names_whom_it_means() -> None:
    headline, before, words = "Ruiz stays", "She spoke in May.", "“It is over.”"
    text = f"{headline} {before} {words}"
    told = quoted(text, words, marked=(words,))
    analysis = with_quotes(text, (before, words), told, leaning=(0,))
    assert passages.leads_to(analysis, told) is None
    at = text.index("She")
    ruiz = Actor(name="Ruiz", kind="person", mentions=(Span(0, 4), Span(at, at + 3)))
    named = replace(
        analysis, actors=(ruiz,), article=replace(analysis.article, headline=Span(0, len(headline)))
    )
    assert passages.leads_to(named, told) is not None


FARE, TOO = "“The fare goes up in May.”", "“They want it so.”"


@pytest.mark.parametrize(
    ("sentences", "shown"),
    [
        pytest.param((TOO,), (), id="nothing before it"),
        pytest.param((NIGHT, TOO), (0,), id="a sentence that leads to it"),
        pytest.param((FARE, TOO), (0, 1), id="right behind another that is shown"),
        pytest.param((FARE, LATE, TOO), (0,), id="behind a sentence that leans, too"),
    ],
)
def test_words_that_lean_are_shown_where_a_reader_can_follow(
    sentences: tuple[str, ...], shown: tuple[int, ...]
) -> None:
    text = " ".join(sentences)
    quotes = [quoted(text, words, marked=(words,)) for words in sentences if words in (FARE, TOO)]
    analysis = with_quotes(text, sentences, *quotes, leaning=(len(quotes) - 1,))
    assert excerpts.shown(analysis) == shown


def test_a_fragment_is_shown_as_a_report_is_in_its_sentence() -> None:
    text = "“Mostly,” Ruiz said. “It is over,” he added."
    mostly, over = (quoted(text, words, marked=(words,)) for words in ("“Mostly,”", "“It is over,”"))
    analysis = replace(said(text, mostly, over), fragments=(0,))
    assert (excerpts.spoken(analysis), excerpts.reported(analysis)) == ((over,), (mostly,))
    assert passages.words_of(analysis, mostly) == "“Mostly,” Ruiz said."
    assert [passages.kind_shown(analysis, quote) for quote in (mostly, over)] == ["indirect", "direct"]


def test_what_a_fragment_tells_leads_to_no_quotation_of_another_list() -> None:
    first, second, third = "“They fear it.”", "“They fear “it”.”", "“They want it so.”"
    for before, shown in ((first, (0, 1)), (second, (0,))):
        text = f"{before} {third}"
        quotes = [quoted(text, words, marked=(words,)) for words in (before, third)]
        analysis = with_quotes(text, (before, third), *quotes, leaning=(1,))
        analysis = replace(analysis, fragments=(0,) if before is second else ())
        assert excerpts.shown(analysis) == shown


def test_what_leans_on_the_quotation_beside_it_is_not_shown_apart() -> None:
    text = f"{NIGHT} {TOO} {FARE} {TOO.replace('They', 'We')}"
    quotes = [quoted(text, words, marked=(words,)) for words in (TOO, FARE, TOO.replace("They", "We"))]
    sentences = (NIGHT, *(words_of_spans(read(text).article, quote.content) for quote in quotes))
    analysis = with_quotes(text, sentences, *quotes, leaning=(0, 2))
    assert (excerpts.shown(analysis), excerpts.apart(analysis)) == ((0, 1, 2), (0, 1))


def test_an_answer_is_shown_behind_what_was_asked() -> None:
    text = "Asked why she left, Ruiz said: “Because it is over.”"
    answer = quoted(text, "“Because it is over.”", marked=("“Because it is over.”",))
    (shown,) = passages.passage(read(text, text), answer)
    assert shown.of(text) == text


def test_a_few_places_are_read_apart_as_among_all() -> None:
    text = f"{NIGHT} {TOO} {FARE} {TOO.replace('They', 'We')}"
    quotes = [quoted(text, words, marked=(words,)) for words in (TOO, FARE, TOO.replace("They", "We"))]
    sentences = (NIGHT, *(words_of_spans(read(text).article, quote.content) for quote in quotes))
    leaning = with_quotes(text, sentences, *quotes, leaning=(0, 2))
    ringed = said(SAID, *(quoted(SAID, SAID[first:]) for first in range(0, 20, 2)))
    for analysis in (leaning, ringed):
        among_all = excerpts.apart(analysis)
        for place in range(len(analysis.quotes)):
            alone = excerpts.told_once(analysis, [place])
            assert [one.place for one in alone if one.is_apart] == list({place} & set(among_all))
        every = excerpts.told_once(analysis, range(len(analysis.quotes)))
        assert [one.place for one in every if one.is_apart] == list(among_all)
