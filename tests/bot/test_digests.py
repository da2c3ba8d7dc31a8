"""What a digest tells of an actor: deeds that are news, of reports alone; what was said, each once."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.actors import ActorDigest, ActorEntry
from bot.domain.articles import ArticleState, StoredArticle
from bot.domain.digests import Appearance, compose_digest
from bot.render.digest import digest
from summaries.models import Analysis, Genre, Quote, Span, Telling
from tests.bot.library import Doing, Saying, an_actor, an_analysis, did, said
from tests.bot.telegram_rules import text_of

NOW = datetime(2016, 12, 14, tzinfo=UTC)


def _stored(analysis: Analysis, number: int = 1) -> StoredArticle:
    return StoredArticle(
        id=number,
        revision_id=number,
        state=ArticleState.LIVE,
        story_id=1,
        filed_at=NOW,
        changed_at=NOW,
        not_before=None,
        correction=None,
        analysis=analysis,
    )


def _digest(analysis: Analysis, name: str) -> ActorDigest:
    place = next(n for n, actor in enumerate(analysis.actors) if actor.name == name)
    entry = ActorEntry(id=1, name=name, kind=analysis.actors[place].kind, articles=1)
    read = [Appearance(article=_stored(analysis), places=frozenset({place}))]
    return compose_digest(entry, read, also_named=(), beside=(), read_on=())


@pytest.mark.parametrize(
    ("genre", "news", "told"),
    [
        pytest.param("news", True, 1, id="deed"),
        pytest.param("news", False, 0, id="deed-that-is-no-news"),
        pytest.param(None, True, 1, id="of-no-certain-kind"),
        pytest.param("opinion", True, 0, id="of-a-column"),
        pytest.param("live", True, 0, id="of-a-live-page"),
    ],
)
def test_deeds_are_told_that_are_news_of_reports(genre: Genre | None, news: bool, told: int) -> None:
    found = an_analysis(sentences=(), actions=(did("Voss", "sued", "Orme"),), genre=genre)
    analysis = replace(found, actions=tuple(replace(action, news=news) for action in found.actions))
    did_lines, done_lines = _digest(analysis, "Voss").did, _digest(analysis, "Orme").done_to
    assert (len(did_lines), len(done_lines)) == (told, told)


@pytest.mark.parametrize("told", ["In 2011 Voss spoke to the town.", "Years ago Voss spoke to the town."])
def test_what_was_said_long_before_stands_below_all_that_was_said_now(told: str) -> None:
    then, now = "The bridge will stand for a hundred years, I promise you", "The bridge is lost to us all"
    found = an_analysis(sentences=(told,), quotes=(said("Voss", then), said("Voss", now)))
    lines = [line.article.text[line.start : line.end] for line in _digest(found, "Voss").statements]
    assert [now in line for line in lines] == [True, False]
    assert then in lines[1]


def _statements(analysis: Analysis, name: str) -> list[str]:
    return [line.article.text[line.start : line.end] for line in _digest(analysis, name).statements]


def test_what_was_said_last_stands_in_the_order_of_the_page() -> None:
    told = [
        said("Voss", "the bridge would stay shut until the spring", kind="indirect"),
        said("Voss", "No boat will pass under that bridge until it is safe to do so."),
        said("Voss", "a crying shame", kind="mixed"),
    ]
    lines = _statements(an_analysis(sentences=(), quotes=told), "Voss")
    assert [one.words.rstrip(".") in line for one, line in zip(told, lines, strict=True)] == [True] * 3


def test_the_weightiest_are_shown_of_many() -> None:
    words = "No boat will pass under that bridge until it is safe to do so."
    reports = [said("Voss", f"pier {n} of the old harbour would be shut", kind="indirect") for n in range(5)]
    found = an_analysis(sentences=(), quotes=(*reports, said("Voss", words)))
    assert [words.rstrip(".") in line for line in _statements(found, "Voss")] == [False, False, True] + [
        False
    ] * 3


WHOLE = "We built the harbour for the boats of this town and for no others."


@pytest.mark.parametrize(
    ("scrap", "told"),
    [
        pytest.param("for the boats of this town", 1, id="some-of-the-same-words"),
        pytest.param("for the boats of that town", 2, id="other-words"),
        pytest.param("the boats", 2, id="two-words-may-be-the-same-by-chance"),
    ],
)
def test_a_few_words_of_a_quotation_are_not_told_beside_it(scrap: str, told: int) -> None:
    found = an_analysis(sentences=(), quotes=(said("Voss", scrap, kind="mixed"), said("Voss", WHOLE)))
    assert len(_statements(found, "Voss")) == told


def test_what_leads_to_words_is_not_told_again_as_a_deed() -> None:
    leads = did("Voss", "shut", "Orme")
    found = an_analysis(sentences=(), actions=(leads,), actors=("Voss", "Orme"))
    sentence = found.actions[0].sentence
    words = "“Nobody in all this town has waited for so little for so long, or ever will.”"
    text = f"{found.article.text}\n\n{words} Voss said."
    span = Span(text.index(words), text.index(words) + len(words))
    quote = Quote(
        kind="direct", content=(span,), verbatim=(span,), actor=0, speaker=Span(span.end + 1, span.end + 5)
    )
    article = replace(found.article, text=text, body=(*found.article.body, span))
    read = replace(found, article=article, sentences=(sentence, span), quotes=(quote,))
    assert len(_digest(read, "Voss").did) == 1
    assert _digest(replace(read, leaning=(0,)), "Voss").did == ()
    assert text_of(digest(_digest(replace(read, leaning=(0,)), "Voss"))[0]).count("Voss shut Orme.") == 1


FERRIES = an_actor("Elm Ferries", kind="organization")
WORDS = "No boat will leave the harbour today, and none tomorrow."


@pytest.mark.parametrize(
    ("speaker", "is_told"),
    [
        pytest.param("A spokeswoman for Elm Ferries", True, id="for-the-house"),
        pytest.param("An Elm Ferries spokesman", True, id="of-the-house"),
        pytest.param("A spokesman for a rival of Elm Ferries", False, id="for-another"),
        pytest.param("A passenger of Elm Ferries", False, id="no-spokesman"),
    ],
)
def test_a_house_says_what_its_spokesman_says_who_is_named_beside_it(speaker: str, is_told: bool) -> None:
    found = an_analysis(sentences=(), quotes=(said(speaker, WORDS),), actors=(FERRIES,))
    nobody = tuple(replace(quote, actor=None) for quote in found.quotes)
    told = _digest(replace(found, quotes=nobody, actors=found.actors[:1]), "Elm Ferries")
    assert len(told.statements) == is_told
    assert told.said_about == ()
    assert (f"\n— {speaker}" in text_of(digest(told)[0])) is is_told


@pytest.mark.parametrize(
    ("description", "expected"),
    [
        pytest.param("Attorney-General", "Voss, Attorney-General\n", id="office-is-plain"),
        pytest.param("a serial liar", "Voss\nOpinion: a serial liar\n", id="charge-is-the-column-s"),
        pytest.param("who advises the mayor on tides", "Voss\nperson", id="clause-is-not-shown"),
    ],
)
def test_a_column_s_opinion_of_somebody_is_labelled_and_their_office_is_not(
    description: str, expected: str
) -> None:
    voss = an_actor("Voss", description=description)
    found = an_analysis(sentences=(f"Voss is {description}.",), actors=(voss,), genre="opinion")
    assert text_of(digest(_digest(found, "Voss"))[0]).startswith(expected)


def test_a_label_says_whose_opinion_it_is() -> None:
    found = an_analysis(
        sentences=(),
        quotes=(said("Voss", WORDS), said("Orme", f"Voss is right. {WORDS}")),
        genre="opinion",
        author="Ida Elm",
    )
    whose = "\nOpinion · The News · by Ida Elm · 14 December 2016"
    told = text_of(digest(_digest(found, "Voss"))[0])
    assert told.count(whose) == 2
    assert whose not in text_of(
        digest(_digest(replace(found, article=replace(found.article, genre=None)), "Voss"))[0]
    )


TOLD = (
    "Voss suffered a burn in Elm on Monday.",
    "Voss left for Elm on Tuesday.",
    "Voss slept in Elm on Monday night.",
)


def _in_news(analysis: Analysis) -> list[str]:
    return [line.article.text[line.start : line.end] for line in _digest(analysis, "Voss").in_news]


def _telling(*quotes: Saying, actions: tuple[Doing, ...] = (), genre: Genre | None = None) -> Analysis:
    found = an_analysis(
        sentences=TOLD, actors=("Voss",), quotes=quotes, actions=actions, genre=genre, count=0
    )
    tellings = tuple(Telling(sentence=sentence, actor=0) for sentence in found.sentences[: len(TOLD)])
    return replace(found, tellings=tellings)


def test_of_whoever_neither_speaks_nor_acts_two_sentences_of_the_news_are_told() -> None:
    assert _in_news(_telling()) == list(TOLD[:2])
    assert "\n\nIn the news\n· Voss suffered" in text_of(digest(_digest(_telling(), "Voss"))[0])


def test_what_others_say_of_them_stands_beside_the_news() -> None:
    assert _in_news(_telling(said("Orme", f"Voss is right. {WORDS}"))) == list(TOLD[:2])


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(_telling(said("Voss", WORDS)), id="who-speaks"),
        pytest.param(_telling(actions=(did("Voss", "sued", "Orme"),)), id="who-acts"),
        pytest.param(_telling(actions=(did("Orme", "sued", "Voss"),)), id="to-whom-something-is-done"),
        pytest.param(_telling(genre="opinion"), id="of-a-column"),
    ],
)
def test_no_more_is_told_of_whom_much_is_told_and_by_a_column(found: Analysis) -> None:
    assert _in_news(found) == []


def test_the_news_of_the_newest_article_stands_first() -> None:
    newer, older = _telling(), replace(_telling(), summary=_telling().sentences[:1])
    newer = replace(newer, tellings=newer.tellings[1:2])
    read = [
        Appearance(article=_stored(one, number), places=frozenset({0}))
        for number, one in ((2, newer), (1, older))
    ]
    entry = ActorEntry(id=1, name="Voss", kind="person", articles=2)
    told = compose_digest(entry, read, also_named=(), beside=(), read_on=()).in_news
    assert [(line.article.id, line.article.text[line.start : line.end]) for line in told] == [
        (2, TOLD[1]),
        (1, TOLD[0]),
    ]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param("The Elm Council has failed the harbour again", 1, id="subject"),
        pytest.param("Nobody can trust what the Elm Council tells them", 1, id="inside"),
        pytest.param("We said as much to everybody at the Elm Council", 0, id="place"),
        pytest.param("In the Elm Council we stood by the Elm Council", 1, id="place-and-more"),
    ],
)
def test_a_house_where_something_is_only_said_is_not_spoken_of(words: str, told: int) -> None:
    analysis = an_analysis(
        sentences=(),
        actors=("Voss", an_actor("Elm Council", kind="organization")),
        quotes=(said("Voss", words),),
    )
    assert len(_digest(analysis, "Elm Council").said_about) == told
