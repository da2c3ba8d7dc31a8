"""What must hold of every message, whatever the article says and whatever was typed."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.actors import ActorDigest, ActorEntry, CastMember, DigestLine
from bot.domain.articles import (
    ArticleEntry,
    ArticleState,
    FiledQuote,
    Found,
    FoundArticle,
    Page,
    StoredArticle,
    Story,
)
from bot.domain.meanings import Meaning, Understood
from bot.domain.roundups import MOST_LISTED, Roundup
from bot.domain.words import collapse, safe_words, typed
from bot.render.articles import full_text
from bot.render.briefing import story as story_page
from bot.render.cast import cast as cast_page
from bot.render.cast import unknown_actor, which_actor
from bot.render.digest import digest as digest_page
from bot.render.language import ENGLISH
from bot.render.lists import found, note
from bot.render.lists import headlines as headlines_page
from bot.render.meanings import nothing_meant, which_meaning
from bot.render.quote_lists import latest_quotes, quotes_about, quotes_with
from bot.render.roundups import roundup
from bot.render.story_quotes import story_quotes
from bot.render.texts import _
from summaries.models import Actor, Analysis, Article, Quote, Span
from tests.bot.saying import LONGEST, all_in_english
from tests.bot.telegram_rules import assert_taken, text_of

PIECES = (
    "“Yes,”",
    " he said. ",
    "\n\n",
    "<b>",
    "&amp;",
    "</blockquote>",
    "\u202e",
    "👨\u200d👩\u200d👧",
    "é",
    "\x00",
    "a" * 300,
)
TEXTS = st.lists(st.one_of(st.text(max_size=40), st.sampled_from(PIECES)), max_size=60).map("".join)
SHORT = st.text(max_size=30)
DATES = st.none() | st.dates()
URLS = st.none() | st.integers(0, 980).map(lambda length: f"https://example.org/{'é' * (length // 2)}")


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text)))
    return Span(start, draw(st.integers(start, len(text))))


@st.composite
def analyses(draw: st.DrawFn) -> Analysis:
    """An analysis of any text at all, its spans anywhere."""
    text = draw(TEXTS) * draw(st.sampled_from((1, 1, 1, 20)))
    one = spans(text)
    actors = draw(
        st.lists(
            st.builds(
                Actor,
                name=SHORT,
                kind=st.sampled_from(("person", "state")),
                description=st.none() | one,
                weight=st.floats(0, 1),
            ),
            max_size=4,
        )
    )
    who = st.none() | st.integers(0, len(actors) - 1) if actors else st.none()
    quotes = st.builds(
        Quote,
        kind=st.sampled_from(("direct", "mixed", "indirect")),
        content=st.lists(one, min_size=1, max_size=3).map(tuple),
        verbatim=st.lists(one, max_size=1).map(tuple),
        speaker=st.none() | one,
        actor=who,
    )
    paragraphs = sorted({0, len(text), *draw(st.lists(st.integers(0, len(text)), max_size=8))})
    article = Article(
        id="1",
        path="a.txt",
        text=text,
        headline=draw(st.none() | one),
        deck=draw(st.none() | one),
        dateline=draw(st.none() | one),
        outlet=draw(st.none() | SHORT),
        body=tuple(map(Span, paragraphs, paragraphs[1:])),
        page_date=draw(DATES),
        event_date=draw(DATES),
        event_date_from=draw(st.sampled_from(("page", "body"))),
        language=draw(st.none() | st.just("fr")),
        url=draw(URLS),
        author=draw(st.none() | SHORT),
    )
    return Analysis(
        article=article,
        sentences=tuple(sorted(draw(st.lists(one, max_size=8)))),
        summary=draw(st.lists(one, max_size=3).map(tuple)),
        actors=tuple(actors),
        quotes=draw(st.lists(quotes, max_size=8).map(tuple)),
        analysed=draw(st.booleans()),
    )


@st.composite
def articles(draw: st.DrawFn) -> StoredArticle:
    moment = datetime(2024, 4, 24, tzinfo=UTC)
    return StoredArticle(
        id=draw(st.integers(1, 2**62)),
        revision_id=1,
        state=ArticleState.LIVE,
        story_id=1,
        filed_at=moment,
        changed_at=moment,
        not_before=None,
        correction=draw(st.none() | SHORT),
        analysis=draw(analyses()),
    )


ENTRIES = st.builds(
    ActorEntry,
    id=st.integers(1, 2**62),
    name=SHORT,
    kind=st.sampled_from(("person", "group")),
    articles=st.integers(1, 999),
)


@given(st.lists(articles(), min_size=1, max_size=4), st.integers(1, 5))
@settings(max_examples=60)
def test_every_briefing_is_taken(stories: list[StoredArticle], sentences: int) -> None:
    assert_taken([story_page(Story(id=1, articles=tuple(stories)), sentences=sentences)])


@given(st.lists(articles(), min_size=2, max_size=MOST_LISTED), SHORT)
@settings(max_examples=60)
def test_every_list_of_stories_is_one_message_with_a_line_and_a_button_each(
    leads: list[StoredArticle], heading: str
) -> None:
    stories = tuple(Story(id=n, articles=(lead,)) for n, lead in enumerate(leads))
    told = roundup(Roundup(stories=stories, heading=heading, reference=("n", 2**62)))
    assert_taken([told])
    numbers = [str(n) for n in range(1, len(leads) + 1)]
    for spoken in (ENGLISH, *LONGEST):
        (message,) = told.said_in(spoken)
        labels = [button.label for row in message.buttons for button in row]
        assert labels == [*numbers, spoken.say(_("Share"))]
        assert re.findall(r"(?:^|\n)(\d+)\. (?:<a [^>]*>)?<b>", message.html) == numbers


@given(articles(), st.integers(0, 9))
@settings(max_examples=60)
def test_every_page_of_an_article_is_taken(article: StoredArticle, page: int) -> None:
    assert_taken(full_text(article, page=page))
    assert_taken(story_quotes(Story(id=1, articles=(article, replace(article))), page=page))


@given(articles())
@settings(max_examples=60)
def test_the_pages_of_a_full_text_hold_all_of_it(article: StoredArticle) -> None:
    pages = [text_of(message) for n in range(60) for message in all_in_english(*full_text(article, page=n))]
    shown = "".join("".join(pages).split())
    for paragraph in article.analysis.article.body:
        for word in safe_words(article.analysis.article, paragraph).split()[:1]:
            assert word[:1000] in shown


@given(st.lists(articles(), max_size=3), SHORT, st.lists(ENTRIES, max_size=12))
@settings(max_examples=40)
def test_every_list_is_taken(read: list[StoredArticle], raw: str, entries: list[ActorEntry]) -> None:
    asked = typed(raw)
    quotes = tuple(
        FiledQuote(id=1, article=article, quote=quote, actor_id=None)
        for article in read
        for quote in article.analysis.quotes[:2]
    )
    page = Page(items=quotes, number=0, size=5, total=99)
    headlines = tuple(
        ArticleEntry(
            article_id=a.id,
            headline=raw,
            outlet=raw,
            place=None,
            event_date=date(2020, 1, 1),
            url=a.analysis.article.url,
            author=raw,
        )
        for a in read
    )
    assert_taken(latest_quotes(page))
    assert_taken(quotes_with(asked, page, nearest=entries))
    assert_taken(quotes_with(asked, page, typed=asked))
    held = tuple(FoundArticle(article=a, sentence=(0, len(a.text))) for a in read)
    assert_taken(found(asked, Found(possible=(asked,) * 3)))
    assert_taken(headlines_page(Page(items=headlines, number=2, size=10, total=99)))
    line = DigestLine(article=read[0], start=0, end=len(read[0].text)) if read else None
    members = tuple(CastMember(actor=entry, description=line) for entry in entries)
    assert_taken(cast_page(Page(items=members, number=1, size=8, total=99), None))
    assert_taken(which_actor(asked, members))
    assert_taken(unknown_actor(asked, entries))
    assert_taken(found(asked, Found(articles=held, meant=asked)))
    assert_taken(nothing_meant(asked))
    meant = (Meaning(kind="search", words=asked), Meaning(kind="story", number=1, words=raw))
    assert_taken(which_meaning(Understood(meanings=meant), asked))
    assert_taken(which_meaning(Understood(meanings=meant, lacking=asked), asked))
    assert_taken(which_meaning(Understood(meanings=meant, no_section=asked, sections=(asked,) * 20), asked))
    for nearness in ("said", "article", "none"):
        for entry in entries:
            assert_taken(quotes_about(entry, page, asked, nearness))
    assert_taken(note(f"Nothing for “{asked}”."))


@given(articles(), ENTRIES, st.none() | SHORT)
@settings(max_examples=40)
def test_every_digest_is_taken(article: StoredArticle, actor: ActorEntry, typed: str | None) -> None:
    said = [DigestLine(article=article, start=0, end=1, quote=quote) for quote in article.analysis.quotes]
    lines = tuple(DigestLine(article=article, start=s, end=e) for s, e in article.analysis.summary)
    digest = ActorDigest(
        actor=actor,
        also_named=(actor.name,) * 9,
        descriptions=lines,
        statements=tuple(said),
        did=lines,
        done_to=lines,
        in_news=lines,
        said_about=tuple(said),
        beside=(actor,) * 7,
        read_on=(ArticleEntry(article_id=1, headline=None, outlet=None, place=None, event_date=None),),
    )
    assert_taken(digest_page(digest, taken_for=typed, others=(actor,) * 7))


@given(st.text())
def test_what_is_typed_comes_back_on_one_line_without_hidden_signs(text: str) -> None:
    shown = typed(text)
    assert shown == collapse(shown)
    assert not set(shown) & set(
        "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\x00"
    )
    assert len(shown) <= 120 * 16


@given(articles())
@settings(max_examples=30)
def test_a_correction_is_shown_wherever_the_article_is(article: StoredArticle) -> None:
    corrected = replace(article, correction="The number was wrong.")
    story = story_page(Story(id=1, articles=(corrected,)))
    for message in (story, full_text(corrected, page=0)[0]):
        assert "\n\nCorrected: The number was wrong." in text_of(message)
