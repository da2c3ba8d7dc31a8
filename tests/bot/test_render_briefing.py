"""How a story looks, and what of it is chosen."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain import passages, pull_quotes
from bot.domain.articles import ArticleState, Found, FoundArticle, StoredArticle, Story
from bot.domain.passages import words_of
from bot.domain.roundups import Roundup
from bot.domain.words import goes_on_from, is_told_by
from bot.render.articles import lone, origin, short_origin
from bot.render.blocks import paragraph
from bot.render.briefing import story as story_page
from bot.render.language import ENGLISH
from bot.render.lists import found
from bot.render.quotes import quote_block, statement_blocks
from bot.render.roundups import roundup
from bot.render.story_quotes import story_quotes
from bot.render.texts import Run
from bot.render.unsaid import Unsaid
from summaries.models import Analysis, Article, Span
from tests.bot.library import NOON, Doing, Saying, an_actor, an_analysis, said
from tests.bot.saying import in_english, worded
from tests.bot.telegram_rules import text_of

LONG = "It was the longest night that anybody in the quarter could remember."
OF_SHELLING = "Nobody in the quarter slept while the shells fell and the shelling went on."
OF_HOLM = "Nobody in the quarter has listened to what Otto Holm says for years."
OF_DEAL = "Every deal that anybody in the quarter was told of was over by dawn."
GUIDE = "Everything you need to know about the war"
TELLS = "Shells fall on both sides of the river"
LATER = date(2024, 4, 24)
NO_DAY: dict[str, object] = {"event_date": None, "event_date_from": None, "page_date": None}
BARE = replace(
    an_analysis().article,
    event_date=None,
    event_date_from=None,
    page_date=None,
    dateline=None,
    outlet="The News",
)


def stored(analysis: Analysis, *, number: int = 1, correction: str | None = None) -> StoredArticle:
    return StoredArticle(
        id=number,
        revision_id=number,
        state=ArticleState.LIVE,
        story_id=1,
        filed_at=NOON,
        changed_at=NOON,
        not_before=None,
        correction=correction,
        analysis=analysis,
    )


def story(*articles: StoredArticle) -> Story:
    return Story(id=1, articles=articles)


def labels(told: Unsaid) -> list[list[str]]:
    return [[button.label for button in row] for row in in_english(told).buttons]


def test_a_story_of_several_articles_names_the_others() -> None:
    lead = stored(an_analysis(headline="Deal unravels"))
    other = stored(
        an_analysis(
            headline="Night of shelling",
            outlet="The Post",
            sentences=("Nobody slept.",),
            quotes=(said("Ada Berg", LONG),),
        ),
        number=2,
    )
    message = story_page(story(lead, other))
    assert text_of(message) == (
        "Deal unravels\nThe News · 14 December 2016\n\n"
        "The deal was back on.\n\nBuses waited at dawn.\n\nShelling resumed.\n"
        "“It was the longest night that anybody in the quarter could remember,”\n"
        "— Ada Berg\nThe Post · 14 December 2016\n\n"
        "Also in\n· Night of shelling, The Post · 14 December 2016\n\n"
        "What the others add\n· Nobody slept. (The Post · 14 December 2016)"
    )
    assert labels(message) == [["Full text", "More"], ["Night of shelling"]]


def test_the_only_other_article_is_named_as_far_as_a_row_goes() -> None:
    headlines = ("Ferry to carry commuters while the bridge is shut", "Harbour bridge closes for repairs")
    lead, other, third = (
        stored(an_analysis(headline=one), number=n) for n, one in enumerate((*headlines, headlines[1]), 1)
    )
    assert labels(story_page(story(lead, other)))[-1] == ["Harbour bridge closes for repairs"]
    assert labels(story_page(story(lead, other, third)))[-1] == ["Harbour bridge closes…"] * 2


def test_the_quotations_of_a_story_are_those_of_all_its_articles() -> None:
    lead = stored(
        an_analysis(
            headline="Deal unravels",
            quotes=(said("Otto Holm", "We waited for the buses until the night was over."),),
        )
    )
    other = stored(
        an_analysis(
            outlet="The Post",
            quotes=(said("Ada Berg", LONG), said("Ada Berg", "it is over", kind="indirect")),
        ),
        number=2,
    )
    first, second = (story_quotes(story(lead, other), page=page)[0] for page in (0, 1))
    assert text_of(first) == (
        "Quotations · Deal unravels\n1. “We waited for the buses until the night was over,”\n— Otto Holm\n\n"
        "Shelling resumed.\n2. “It was the longest night that anybody in the quarter could remember,”\n"
        "— Ada Berg\nThe Post · 14 December 2016"
    )
    assert text_of(second) == (
        "Reported speech · Deal unravels\n\n"
        "Ada Berg (as reported): Ada Berg said it is over.\nThe Post · 14 December 2016"
    )


def test_a_quotation_that_leans_is_listed_under_what_leads_to_it() -> None:
    analysis = an_analysis(headline="Deal unravels", quotes=(said("Ada Berg", LONG),))
    (page,) = story_quotes(story(stored(replace(analysis, leaning=(0,)))), page=0)
    assert text_of(page).startswith(
        "Quotations · Deal unravels\n\nShelling resumed.\n“It was the longest night"
    )


def test_an_article_without_a_summary_opens_with_its_deck() -> None:
    analysis = an_analysis(
        headline="Letters", deck="What readers write in May", sentences=("Buses are late.",)
    )
    assert "What readers write in May" in text_of(story_page(story(stored(replace(analysis, summary=())))))


def test_a_deck_that_only_says_what_the_page_is_opens_no_article() -> None:
    analysis = an_analysis(
        headline="Letters: A bridge", deck="Kent Mail Letters to the Editor for May 2", sentences=("Buses.",)
    )
    told = text_of(story_page(story(stored(replace(analysis, summary=())))))
    assert "Letters: A bridge" in told
    assert "to the Editor" not in told


def test_what_leads_to_a_quotation_is_not_told_twice() -> None:
    fare, more = said("Ada Berg", "It was the longest night of them all"), said("Ada Berg", "They want it so")
    analysis = an_analysis(headline="Deal unravels", sentences=(), quotes=(fare, more))
    (page,) = story_quotes(story(stored(replace(analysis, leaning=(1,)))), page=0)
    assert text_of(page).count("longest night") == 1


def test_a_story_says_why_it_was_sent_and_what_was_corrected() -> None:
    article = stored(
        an_analysis(sentences=("The deal was back on.",)), correction="It was Tuesday, not Monday."
    )
    told = story_page(story(article), sentences=1, link_full_text=False, because="You follow Bashar Assad.")
    assert (in_english(told).html, labels(told)) == (
        "<i>You follow Bashar Assad.</i>\n\n"
        "<b>Aleppo cease-fire unravels</b>\n<i>The News · 14 December 2016</i>\n\n"
        "<b>Corrected: </b>It was Tuesday, not Monday.\n\nThe deal was back on.",
        [["More"]],
    )


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        pytest.param(
            replace(
                BARE, event_date=date(2016, 12, 14), event_date_from="caption", page_date=date(2024, 4, 24)
            ),
            "The News · 14 December 2016",
            id="the event's",
        ),
        pytest.param(
            replace(BARE, event_date=date(2016, 12, 15), event_date_from="published"),
            "The News · 15 December 2016",
            id="the publication's",
        ),
        pytest.param(replace(BARE, page_date=LATER), "The News", id="a bare date on the page"),
        pytest.param(replace(BARE, outlet=None), "", id="nothing told"),
        pytest.param(replace(BARE, genre="opinion"), "Opinion · The News", id="a column"),
        pytest.param(replace(BARE, genre="release", outlet=None), "Press release", id="a press release"),
        pytest.param(replace(BARE, genre="news"), "The News", id="news"),
    ],
)
def test_origin_tells_what_the_article_tells(article: Article, expected: str) -> None:
    assert (worded(origin(article)), worded(short_origin(article))) == (expected, expected)


def test_column_is_said_to_be_one_before_its_sentences() -> None:
    column = an_analysis(sentences=("The deal was back on.",), genre="opinion")
    message = in_english(story_page(story(stored(column)), sentences=1, link_full_text=False))
    assert message.html == (
        "<b>Aleppo cease-fire unravels</b>\n<i>Opinion · The News · 14 December 2016</i>\n\n"
        "The deal was back on."
    )


def test_what_a_column_adds_stands_behind_its_kind() -> None:
    column = an_analysis(genre="opinion").article
    assert paragraph(*lone(column, "It was a poor deal.")).said_in(ENGLISH).runs == (
        Run("Opinion: ", "italic"),
        Run("It was a poor deal."),
        Run(" "),
        Run("(The News · 14 December 2016)", "italic"),
    )
    assert lone(an_analysis().article, "It was a deal.", told_by=False) == (Run("It was a deal."),)


def test_what_a_column_quotes_and_reports_is_said_to_be_a_column_s() -> None:
    column = an_analysis(quotes=(said("Ada Berg", LONG),), genre="opinion")
    (quote,) = column.quotes
    reported = replace(quote, kind="indirect", verbatim=())
    *_, spoken = statement_blocks(column, quote, below="The News")
    assert spoken.said_in(ENGLISH).runs[-1] == Run("Opinion · The News", "italic")
    *_, told = statement_blocks(column, reported, below="The News")
    assert told.said_in(ENGLISH).runs[:2] == (
        Run("· "),
        Run("Opinion: ", "italic"),
    )
    assert quote_block(column, reported).said_in(ENGLISH).runs[:2] == (
        Run("Ada Berg", "bold"),
        Run(" (Opinion, as reported): ", "italic"),
    )


def test_what_only_the_quotation_before_it_explains_begins_no_page() -> None:
    words = [f"It goes on for {number} days." for number in range(1, 7)]
    analysis = an_analysis(quotes=tuple(said("Ada Berg", each, from_context=True) for each in words))
    leaning = replace(analysis, leaning=(5,))
    for read, first in ((analysis, words[:5]), (leaning, words[:4])):
        pages = [text_of(story_quotes(story(stored(read)), page=page)[0]) for page in (0, 1)]
        assert [each for each in words if each in pages[0]] == first
        assert [each for each in words if each in pages[1]] == [each for each in words if each not in first]


def test_no_page_begins_with_what_the_one_before_it_ended_with() -> None:
    words = [f"Rain will fall on all of the town for {number} days." for number in range(1, 8)]
    analysis = an_analysis(quotes=tuple(said("Ada Berg", each) for each in words))
    led = replace(analysis, leaning=(5,))
    assert passages.leads_to(led, led.quotes[5]) == led.sentences[-3]
    pages = [text_of(story_quotes(story(stored(led)), page=page)[0]) for page in (0, 1)]
    assert [[each for each in words if each[:-1] in page] for page in pages] == [words[:4], words[4:]]


def test_a_fragment_is_no_voice_and_stands_as_reported() -> None:
    analysis = replace(an_analysis(quotes=(said("Ada Berg", LONG),)), fragments=(0,))
    (quote,) = analysis.quotes
    assert pull_quotes.pull_quote(story(stored(analysis))) is None
    assert quote_block(analysis, quote).said_in(ENGLISH).runs == (
        Run("Ada Berg", "bold"),
        Run(" (as reported): ", "italic"),
        Run(analysis.sentences[-1].of(analysis.article.text)),
    )


def test_what_a_statement_leans_on_stands_above_it() -> None:
    words = "Everybody in the quarter will remember the night for as long as they live."
    analysis = an_analysis(sentences=("The bridge fell on Monday.",), quotes=(said("Ada Berg", words),))
    leaning = replace(analysis, leaning=(0,))
    (quote,) = analysis.quotes
    above, block = statement_blocks(leaning, quote)
    assert above.said_in(ENGLISH).runs == (Run("The bridge fell on Monday.", "italic"),)
    assert (block,) == tuple(statement_blocks(analysis, quote))


@pytest.mark.parametrize(
    ("quotes", "chosen"),
    [
        pytest.param((said("Ada Berg", LONG),), "Ada Berg", id="direct, by a named speaker"),
        pytest.param(
            (said("Ada Berg", LONG), said("Otto Holm", LONG)), "Otto Holm", id="the heavier actor's"
        ),
        pytest.param((said(None, LONG),), None, id="not an unattributed one"),
        pytest.param((said("Ada Berg", LONG, from_context=True),), None, id="not one from the context"),
        pytest.param((said("Ada Berg", LONG, kind="indirect"),), None, id="not reported speech"),
        pytest.param((said("Ada Berg", LONG, kind="mixed"),), None, id="not half a sentence"),
        pytest.param((said("Ada Berg", "Yes."),), None, id="not a scrap"),
        pytest.param((said("Ada Berg", LONG.rstrip(".") + "?"),), None, id="not a question"),
        pytest.param((said("Ada Berg", f"Because {LONG}"),), None, id="not half a sentence that goes on"),
        pytest.param((said("Ada Berg", f"Obviously, {LONG}"),), None, id="not what goes on from others"),
        pytest.param((said("Ada Berg", f"I heard what you said: {LONG}"),), None, id="not an answer"),
        pytest.param((said("Ada Berg", LONG * 9),), None, id="not a screenful"),
    ],
)
def test_the_pull_quote(quotes: tuple[object, ...], chosen: str | None) -> None:
    analysis = an_analysis(quotes=quotes, actors=(an_actor("Otto Holm"), an_actor("Ada Berg")))
    pull = pull_quotes.pull_quote(story(stored(analysis)))
    assert (pull.speaker.name if pull else None) == chosen


@pytest.mark.parametrize(
    ("quotes", "chosen"),
    [
        pytest.param(
            (said("Ada Berg", LONG), said("Otto Holm", OF_SHELLING)), OF_SHELLING, id="of the headline"
        ),
        pytest.param((said("Ada Berg", LONG),), None, id="none rather than one beside the point"),
        pytest.param((said("Otto Holm", OF_HOLM),), None, id="the speaker's own name is no point"),
        pytest.param((said("Ada Berg", OF_HOLM),), None, id="a name alone says little of what happened"),
        pytest.param((said("Ada Berg", OF_DEAL),), OF_DEAL, id="two words of the sentences"),
    ],
)
def test_the_pull_quote_is_to_the_point(quotes: tuple[Saying, ...], chosen: str | None) -> None:
    analysis = an_analysis(
        headline="Holm warns of shelling",
        quotes=quotes,
        actors=(an_actor("Ada Berg"), an_actor("Otto Holm")),
        terms=("holm", "shelling", "warns", "buses", "waited", "deal", "dawn"),
    )
    pull = pull_quotes.pull_quote(story(stored(analysis)), shown=analysis.summary)
    assert (words_of(analysis, pull.quote) if pull else None) == (f"“{chosen[:-1]},”" if chosen else None)


def test_the_pull_quote_leans_on_nothing_that_is_not_shown() -> None:
    analysis = an_analysis(quotes=(said("Ada Berg", LONG), said("Ada Berg", LONG)))
    assert pull_quotes.pull_quote(story(stored(replace(analysis, leaning=(0, 1))))) is None


def test_the_pull_quote_holds_no_words_of_the_reporters() -> None:
    analysis = an_analysis(quotes=(said("Ada Berg", f"she had {LONG}"),))
    (quote,) = analysis.quotes
    inside = Span(quote.content[0].start + len("she had "), quote.content[0].end)
    led_to = replace(analysis, quotes=(replace(quote, verbatim=(inside,)),))
    assert pull_quotes.pull_quote(story(stored(led_to))) is None


def test_the_pull_quote_begins_with_more_than_a_word_and_an_omission() -> None:
    analysis = an_analysis(quotes=(said("Ada Berg", LONG),))
    (quote,) = analysis.quotes
    whole = quote.content[0]
    word = Span(whole.start, whole.start + analysis.article.text[whole.start :].index(" "))
    pieces = (word, Span(word.end + 1, whole.end))
    parted = replace(analysis, quotes=(replace(quote, content=pieces, verbatim=pieces),))
    assert pull_quotes.pull_quote(story(stored(parted))) is None


def test_the_pull_quote_says_what_the_summary_does_not() -> None:
    analysis = an_analysis(quotes=(said("Ada Berg", LONG),))
    shown = (analysis.quotes[0].content[0],)
    assert pull_quotes.pull_quote(story(stored(analysis)), shown=shown) is None


def test_no_piece_of_the_pull_quote_is_in_the_summary() -> None:
    analysis = an_analysis(quotes=(said("Ada Berg", OF_DEAL), said("Ada Berg", LONG)))
    first, second = analysis.quotes
    pieces = (*first.content, *second.content)
    parted = replace(analysis, quotes=(replace(first, content=pieces, verbatim=pieces),))
    assert pull_quotes.pull_quote(story(stored(parted))) is not None
    assert pull_quotes.pull_quote(story(stored(parted)), shown=first.content) is None


@pytest.mark.parametrize(
    ("opening", "deck", "shown"),
    [
        pytest.param("Ada Berg was ten when she saw a plane.", TELLS, True, id="a scene"),
        pytest.param("The cease-fire in Aleppo was over by noon.", TELLS, False, id="the news"),
        pytest.param(
            "Ada Berg saw shells fall on both the sides of the river.", TELLS, False, id="what the deck tells"
        ),
        pytest.param("Ada Berg heard that shells fall on the river.", TELLS, False, id="much of the deck"),
        pytest.param("Ada Berg was ten when she saw a plane.", None, False, id="no deck"),
        pytest.param("Ada Berg was ten when she saw a plane.", GUIDE, False, id="a guide's"),
        pytest.param("Ada Berg was ten when she saw a plane.", f"“{TELLS},” said Ray", False, id="said"),
    ],
)
def test_the_deck_stands_above_a_summary_that_tells_little_of_the_headline(
    opening: str, deck: str | None, shown: bool
) -> None:
    terms = ("aleppo", "cease-fire", "unravels", "berg", "shells", "plane", "river")
    analysis = an_analysis(deck=deck, sentences=(opening, "Buses waited at dawn."), terms=terms)
    told = text_of(story_page(story(stored(analysis)), link_full_text=False))
    assert (told.count(TELLS), told.count(GUIDE)) == (int(shown), 0)
    assert told.index(opening) > told.find(TELLS)


@pytest.mark.parametrize(
    ("second", "shown"),
    [
        pytest.param("The cease-fire in Aleppo was over by noon", False, id="the two tell the headline"),
        pytest.param("Buses waited in the dark for the children", True, id="they tell little of it"),
        pytest.param("But buses waited in the dark for her", False, id="the second turns the first about"),
    ],
)
def test_the_deck_gives_way_where_it_leaves_no_room_for_two_that_belong_together(
    second: str, shown: bool
) -> None:
    terms = ("aleppo", "cease-fire", "unravels", "berg", "shells", "plane", "river")
    opening = f"Ada Berg was ten when she saw a plane{' over the roofs and towers of the old town' * 6}."
    analysis = an_analysis(
        deck=TELLS, sentences=(opening, f"{second}{' of a cold day in May' * 14}."), terms=terms
    )
    told = text_of(story_page(story(stored(analysis)), link_full_text=False))
    assert (TELLS in told, second in told) == (shown, not shown)


@pytest.mark.parametrize(
    ("second", "shown"),
    [
        pytest.param("But the cease-fire in Aleppo was over", True, id="the second turns the first about"),
        pytest.param("Buses waited in the dark for the children", False, id="they tell little of the news"),
    ],
)
def test_fewer_are_named_where_two_that_belong_together_would_be_parted(second: str, *, shown: bool) -> None:
    terms = ("aleppo", "cease-fire", "unravels", "berg", "shells", "plane", "river")
    opening = f"Ada Berg was ten when she saw a plane{' over the roofs and towers of the old town' * 4}."
    who = [f"Commissioner Adalbert of Holm and Upper Selby the {nth}" for nth in ("First", "Second", "Third")]
    analysis = an_analysis(
        deck=TELLS,
        sentences=(opening, f"{second}{' of a cold day in May' * 14}."),
        actions=[Doing(agent=one, verb="led", patient="the town") for one in who],
        terms=terms,
        count=2,
    )
    told = text_of(story_page(story(stored(analysis)), link_full_text=False))
    assert (TELLS in told, second in told) == (not shown, shown)


def test_the_deck_stands_above_one_sentence_that_is_all_the_summary() -> None:
    news = "The cease-fire in Aleppo was over by noon."
    terms = ("aleppo", "cease-fire", "unravels", "shells", "river")
    analysis = an_analysis(deck=TELLS, sentences=(news,), terms=terms)
    told = text_of(story_page(story(stored(analysis)), link_full_text=False))
    assert told.index(news) > told.index(TELLS)


@pytest.mark.parametrize(
    ("lead", "other", "shown"),
    [
        pytest.param({"event_date": LATER}, {"event_date": LATER}, True, id="of one day"),
        pytest.param({"event_date": LATER}, {"event_date": date(2024, 4, 23)}, False, id="of the day before"),
        pytest.param(
            {"published": "2024-04-24T19:00:00Z"},
            {"published": "2024-04-24T17:30:00Z"},
            True,
            id="an hour apart",
        ),
        pytest.param(
            {"published": "2024-04-24T19:00:00Z"},
            {"published": "2024-04-24T08:00:00Z"},
            False,
            id="of the morning",
        ),
        pytest.param(
            {"published": "2024-04-24T19:00:00Z"}, {"published": "2024-04-24"}, True, id="no hour told"
        ),
        pytest.param({}, {}, True, id="no day told"),
    ],
)
def test_what_the_lead_has_overtaken_is_neither_quoted_nor_added(
    lead: dict[str, object], other: dict[str, object], shown: bool
) -> None:
    newest, older = an_analysis(), an_analysis(sentences=("Nobody slept.",), quotes=(said("Ada Berg", LONG),))
    told = story(
        stored(replace(newest, article=replace(newest.article, **NO_DAY | lead))),
        stored(replace(older, article=replace(older.article, **NO_DAY | other)), number=2),
    )
    assert (pull_quotes.pull_quote(told) is not None, len(pull_quotes.additions(told))) == (shown, int(shown))


def test_a_story_without_a_headline_is_known_by_how_it_begins() -> None:
    message = story_page(story(stored(an_analysis(headline=None, sentences=("The deal was back on.",)))))
    assert text_of(message).splitlines()[0] == "The deal was back on."


def test_a_sentence_that_never_ends_is_cut_after_a_word() -> None:
    message = story_page(story(stored(an_analysis(sentences=("word " * 999,)))))
    words = text_of(message).splitlines()[3]
    assert words == f"{'word ' * words.count(' ')}word…"
    assert words.count(" ") > 98


def test_words_of_an_article_lose_their_white_space_alone() -> None:
    article = an_analysis(sentences=("One\n  two\u00a0three \u2028four.",))
    message = story_page(story(stored(article)))
    assert text_of(message).splitlines()[3] == "One two three four."


def in_a_list(an: Analysis) -> str:
    """The line of a list that holds the article, below its number and name."""
    told = Roundup(stories=(story(stored(an)), story(stored(an_analysis(headline="Another"), number=2))))
    return text_of(in_english(roundup(told))).split("\n\n")[0].partition("\n")[2]


@pytest.mark.parametrize(
    ("headline", "sentences", "below"),
    [
        ("Talks open", ("Talks open.", "Envoys came late."), "Envoys came late. The News"),
        ("Talks Open in Port", ("TALKS OPEN", "Envoys came late."), "Envoys came late. The News"),
        ("Talks open", ("Talks open at last.", "Envoys came late."), "Talks open at last. The News"),
        ("Talks open", ("Talks open.",), "The News"),
        (None, ("The harbour of the old town stays closed to every ship for a month and more, from Monday"
                " on.", "Envoys came late."), "Envoys came late. The News"),
    ],
)  # fmt: skip
def test_a_list_does_not_tell_again_what_its_headline_says(
    headline: str | None, sentences: tuple[str, ...], below: str
) -> None:
    assert in_a_list(an_analysis(headline=headline, sentences=sentences)) == below


@pytest.mark.parametrize(
    ("name", "words", "told", "goes_on"),
    [
        ("Talks open", "TALKS OPEN.", True, False),
        ("Talks open in Port", "open in port", True, False),
        ("Talks open", "Talks opened", False, False),
        ("Talks open in the…", "Talks open in the harbour", False, True),
        ("Talks open", "Talks open in the harbour", False, False),
        ("Talks open in the harbour", "Talks open in the har…", True, False),
    ],
)
def test_what_a_name_tells_already(name: str, words: str, told: bool, goes_on: bool) -> None:
    assert (is_told_by(name, words), goes_on_from(name, words)) == (told, goes_on)


@pytest.mark.parametrize(("sentence", "quoted"), [(0, False), (1, True)])
def test_a_search_does_not_quote_what_its_headline_says(sentence: int, quoted: bool) -> None:
    an = an_analysis(headline="Talks open", sentences=("Talks open.", "Envoys came late."))
    one = FoundArticle(article=stored(an), sentence=an.sentences[sentence])
    (page,) = found("talks", Found(articles=(one,)))
    assert ("<blockquote>" in in_english(page).html) is quoted
