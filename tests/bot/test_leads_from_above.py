"""What leads to a quotation from further above, or from its own sentence; and whom its pronouns mean."""

from dataclasses import replace

import pytest

from bot.domain import excerpts, passages
from bot.domain.actors import ActorDigest, ActorEntry, DigestLine
from bot.domain.bringing_in import brings_in, pointed_noun
from bot.domain.story_quotes import reported_in
from bot.render.digest import digest
from bot.render.story_quotes import story_quotes
from summaries.models import Actor, ActorKind, Analysis, Article, Quote, Span
from tests.bot.telegram_rules import text_of
from tests.bot.test_render_briefing import stored, story


def at(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def read(*sentences: str, quotes: tuple[tuple[str, bool], ...], headline: str = "") -> Analysis:
    """The sentences below a headline, in which these words are somebody's; quoted, or reported."""
    text = " ".join((headline, *sentences)).strip()
    said = tuple(
        Quote(
            kind="direct" if marked else "indirect",
            content=(at(text, words),),
            verbatim=(at(text, words),) if marked else (),
        )
        for words, marked in quotes
    )
    article = Article(id="1", path="a.txt", text=text, headline=Span(0, len(headline)) if headline else None)
    return Analysis(article=article, sentences=tuple(at(text, one) for one in sentences), quotes=said)


def lead_of(analysis: Analysis) -> str | None:
    lead = passages.leads_to(analysis, analysis.quotes[-1])
    return lead.of(analysis.article.text) if lead is not None else None


LIST = "A list shows that nine wells were dry in May."
BETWEEN = "The town has shut its pool and both of its fountains."
POINTING = "“This list says all that we have told the council for many long and dry years.”"


@pytest.mark.parametrize(
    ("sentences", "headline", "leads"),
    [
        pytest.param((LIST, BETWEEN, POINTING), "", LIST, id="the sentence that brings it in"),
        pytest.param((LIST.replace("A", "The", 1), BETWEEN, POINTING), "", None, id="no sentence does"),
        pytest.param((LIST, BETWEEN, POINTING), "List of wells", None, id="the headline names it"),
        pytest.param((f"They said a list {'so long ' * 40}.", BETWEEN, POINTING), "", None, id="too long"),
        pytest.param((f"He wrote a list. {BETWEEN}", BETWEEN, POINTING), "", None, id="it leans itself"),
        pytest.param((f"A list is “late.” {BETWEEN}", POINTING), "", None, id="it quotes somebody"),
    ],
)
def test_what_words_open_by_pointing_at_is_brought_in_above_them(
    sentences: tuple[str, ...], headline: str, leads: str | None
) -> None:
    assert lead_of(read(*sentences, quotes=((POINTING, True),), headline=headline)) == leads


@pytest.mark.parametrize(
    ("words", "noun"),
    [
        ("“This list says all", "list"),
        ("The rules, which end in May,", "rules"),
        ("This week we go", None),
        ("A list says all", None),
    ],
)
def test_words_point_with_the_noun_that_they_open_with(words: str, noun: str | None) -> None:
    assert pointed_noun(words) == noun


@pytest.mark.parametrize(
    ("words", "brings"),
    [
        ("a long list", True),
        ("two lists", True),
        ("of the two lists", False),
        ("the list", False),
        ("a listing", False),
    ],
)
def test_what_is_told_of_first_has_no_article_that_points(words: str, brings: bool) -> None:
    assert brings_in(words, "list") is brings


UPDATE = "“All of us at the club are glad to say that the roof will be whole again before the winter.”"


@pytest.mark.parametrize(
    ("begun", "leads"),
    [
        pytest.param("Despite the fire, the club sent a letter last week, which reads:", True, id="a turn"),
        pytest.param("Later on Friday the club wrote:", True, id="a later day"),
        pytest.param("In a letter last week the club wrote:", False, id="no turn"),
        pytest.param("Despite the fire, the club wrote:", False, id="no time"),
        pytest.param("Despite the fire, the club wrote last week,", False, id="no colon"),
    ],
)
def test_words_that_tell_when_and_against_what_lead_to_a_quotation_of_their_sentence(
    begun: str, leads: bool
) -> None:
    analysis = read(f"{begun} {UPDATE}", quotes=((UPDATE, True),))
    assert lead_of(analysis) == (begun if leads else None)


HELD = "The former mayor held all of the hills."
POLL = "By the end of May, according to a new poll, his share fell to a fifth."


@pytest.mark.parametrize(
    ("report", "speaker", "leads"),
    [
        pytest.param(POLL, "a new poll", True, id="a paper is nobody's he"),
        pytest.param(POLL.replace("poll", "neighbor"), "a new neighbor", False, id="who speaks may be he"),
        pytest.param(POLL.replace("his", "the"), "a new poll", False, id="no pronoun"),
        pytest.param(f"A man left, but b{POLL[1:]}", "a new poll", False, id="somebody is told of"),
    ],
)
def test_a_report_of_whom_its_words_do_not_name_is_led_to(report: str, speaker: str, leads: bool) -> None:
    plain = read(HELD, report, quotes=((report, False),))
    quote = replace(plain.quotes[0], speaker=at(plain.article.text, speaker))
    assert lead_of(replace(plain, quotes=(quote,))) == (HELD if leads else None)


DEPOT = "Hall opened the depot."
USES = "Each year, officials said, it burns nine tons of coal."


@pytest.mark.parametrize("known", [True, False])
def test_a_thing_is_led_to_where_the_article_tells_which_it_is(known: bool) -> None:
    plain = read(DEPOT, USES, quotes=((USES, False),))
    text = plain.article.text
    it = Span(text.index(" it ") + 1, text.index(" it ") + 3)
    depot = Actor(
        name="depot", kind="organization", mentions=(at(text, "the depot"), *((it,) if known else ()))
    )
    assert lead_of(replace(plain, actors=(depot,))) == (DEPOT if known else None)


NINE = "The depot has 9 boats out on any night."
MORE = "In May that number can grow to twenty."


@pytest.mark.parametrize(
    ("report", "kind", "sentences", "leads"),
    [
        pytest.param(USES, "group", (DEPOT,), DEPOT, id="a thing that no officials are"),
        pytest.param(USES, "person", (DEPOT,), None, id="one person speaks"),
        pytest.param(USES.replace("it", "they"), "group", (DEPOT,), None, id="they may be the officials"),
        pytest.param(f"Each boat, {USES[11:]}", "group", (DEPOT,), None, id="a thing is told of"),
        pytest.param(USES, "group", (NINE, MORE), f"{NINE} {MORE}", id="with the number that it speaks of"),
    ],
)
def test_a_report_that_tells_no_more_than_when_before_it_is_led_to(
    report: str, kind: ActorKind, sentences: tuple[str, ...], leads: str | None
) -> None:
    plain = read(*sentences, report, quotes=((report, False),))
    who, cue = at(plain.article.text, "officials"), at(plain.article.text, "said")
    quote = replace(plain.quotes[0], speaker=who, cue=cue, actor=0)
    officials = Actor(name="officials", kind=kind, mentions=(who,))
    assert lead_of(replace(plain, quotes=(quote,), actors=(officials,))) == leads


def test_a_report_begins_with_what_is_told_by_a_comma_alone() -> None:
    curfew = "Selby set a ban on late sales."
    measure = "The measure, due to end in May, comes after doctors said that more had fallen ill."
    assert lead_of(read(curfew, measure, quotes=((measure, False),))) == curfew
    open_ended = measure.replace("measure, due to end in May,", "measure of Selby")
    assert lead_of(read(curfew, open_ended, quotes=((open_ended, False),))) is None


ARREST = "Officers said that an arrest near the old mill had been made on Orm Island."


@pytest.mark.parametrize(
    ("words", "headline", "leads"),
    [
        pytest.param("“The town is calm because of the arrest on Monday night.”", "", True, id="an arrest"),
        pytest.param(
            "“Nine boats have left the island since the early morning.”", "", True, id="a name's noun"
        ),
        pytest.param(
            "“Nine boats have left the harbour since the early morning.”", "", False, id="of no noun"
        ),
        pytest.param(
            "“Nine boats have left the island of Kell since the morning.”", "", False, id="told which"
        ),
        pytest.param(
            "“An arrest is no trial, and the arrest of one is not enough.”", "", False, id="told there"
        ),
        pytest.param(
            "“The town is calm because of the arrest on Monday night.”", "An arrest", False, id="above"
        ),
        pytest.param("“I do know what you say of our town and all of its people.”", "", True, id="an answer"),
        pytest.param(
            "“I do know what you can buy in our town at any time of day.”", "", False, id="to nobody"
        ),
    ],
)
@pytest.mark.parametrize("marked", [True, False])
def test_what_the_sentence_before_brings_in_stands_above(
    words: str, headline: str, *, leads: bool, marked: bool
) -> None:
    told = read(ARREST, words, quotes=((words, marked),), headline=headline)
    is_answer = "what you say" in words
    assert lead_of(told) == (ARREST if leads and (marked or not is_answer) else None)


PRAISED = "Hall, the mayor, praised the bridge at length in front of all the town."
IN_MAY = "In May, however, he told a hall full of people that it was too dear."
NOW_ = "The price, Hall said, has come down by half since."


def test_he_who_is_named_below_stands_behind_his_name_where_that_can_be() -> None:
    plain = read(PRAISED, IN_MAY, NOW_, quotes=((NOW_, False),))
    text = plain.article.text
    he = Span(text.index(" he ") + 1, text.index(" he ") + 3)
    hall = Actor(name="Hall", kind="person", mentions=(Span(0, 4), he, at(text, "Hall said")))
    told = replace(plain, actors=(hall,), quotes=(replace(plain.quotes[0], actor=0),), leaning=(0,))
    assert lead_of(told) == f"{PRAISED} {IN_MAY}"


BROKEN = "Hall said the old pier had broken."
SHORT = "“We shall mend it soon.”"


@pytest.mark.parametrize(("actor", "reports"), [(0, 0), (1, 1)])
def test_a_report_that_leads_to_a_quotation_of_its_speaker_is_told_there(actor: int, reports: int) -> None:
    plain = read(BROKEN, SHORT, quotes=((BROKEN, False), (SHORT, True)))
    report, quote = plain.quotes
    actors = (
        Actor(name="Hall", kind="person", mentions=(Span(0, 4),)),
        Actor(name="Ruiz", kind="person", mentions=()),
    )
    told = replace(plain, actors=actors, quotes=(replace(report, actor=0), replace(quote, actor=actor)))
    assert lead_of(told) == BROKEN
    assert len(tuple(excerpts.reported(told))) == 1
    assert len(reported_in(story(stored(told)))) == reports


def test_the_sentence_that_leads_to_two_quotations_stands_above_the_first_alone() -> None:
    again = "“This list must be read by all of us, and by whoever sells us any water.”"
    told = read(LIST, POINTING, again, quotes=((POINTING, True), (again, True)))
    assert lead_of(told) == LIST
    assert text_of(story_quotes(story(stored(told)), page=0)[0]).count(LIST) == 1
    one = stored(told)
    lines = tuple(
        DigestLine(article=one, start=quote.content[0].start, end=quote.content[0].end, quote=quote)
        for quote in told.quotes
    )
    assert [digest_of(lines[begins:]).count(LIST) for begins in (0, 1)] == [1, 1]


@pytest.mark.parametrize("before", range(5, 12))
def test_what_leads_to_a_report_stands_on_its_page(before: int) -> None:
    reports = [
        f"Officers said that well {n} was dry {'and had been dry ' * 20}in May." for n in range(before)
    ]
    leads, led = "Nine boats came to the harbour in the night.", "In the morning, he said, it burnt down."
    told = read(*reports, leads, led, quotes=tuple((one, False) for one in (*reports, led)))
    pages = pages_of(replace(told, leaning=(before,)))
    assert [leads in page for page in pages] == [led in page for page in pages]
    assert sum(led in page for page in pages) == 1
    assert all(sum(one in page for page in pages) == 1 for one in reports)


def pages_of(analysis: Analysis) -> list[str]:
    """What each page of a story's quotations says."""
    pages = [text_of(story_quotes(story(stored(analysis)), page=page)[0]) for page in range(9)]
    return list(dict.fromkeys(pages))


def test_what_leads_to_a_statement_is_no_other_statement_that_stands_above_it() -> None:
    first = "Hall said that the harbour must be shut by May, and so must both of the wells."
    second = "“That is what nobody in the town council wants to hear from any of us.”"
    plain = read(first, second, quotes=((first, False), (second, True)))
    hall = Actor(name="Hall", kind="person", mentions=())
    quotes = tuple(replace(quote, actor=0) for quote in plain.quotes)
    told = stored(replace(plain, actors=(hall,), quotes=quotes, leaning=(1,)))
    assert passages.leads_to(told.analysis, quotes[1]) == quotes[0].content[0]
    lines = tuple(
        DigestLine(article=told, start=quote.content[0].start, end=quote.content[0].end, quote=quote)
        for quote in quotes
    )
    assert digest_of(lines).count(first) == 1
    assert digest_of(lines[1:]).count(first) == 1
    assert digest_of(lines[::-1]).count(first) == 2


def digest_of(statements: tuple[DigestLine, ...]) -> str:
    entry = ActorEntry(id=1, name="Hall", kind="person", articles=1)
    told = ActorDigest(
        actor=entry,
        also_named=(),
        descriptions=(),
        statements=statements,
        did=(),
        done_to=(),
        in_news=(),
        said_about=(),
        beside=(),
        read_on=(),
    )
    return text_of(digest(told)[0])


@pytest.mark.parametrize(
    ("words", "leads"),
    [
        pytest.param(
            "Asked what he made of the pool, Ray said: “That is a lie, and a bad one.”", None, id="asked"
        ),
        pytest.param("Ray shook his head at it. “That is a lie, and a bad one.”", BETWEEN, id="not asked"),
    ],
)
def test_words_that_tell_what_was_asked_need_no_lead(words: str, leads: str | None) -> None:
    quoted = "“That is a lie, and a bad one.”"
    analysis = replace(read(BETWEEN, words, quotes=((quoted, True),)), leaning=(0,))
    assert (lead_of(analysis) is None) is (leads is None)
