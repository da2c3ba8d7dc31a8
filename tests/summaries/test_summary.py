"""Sentences of an article, which of them stand alone, and the summary that is made of them."""

from dataclasses import replace

import pytest

from summaries.actors import find_actors
from summaries.articles import parse
from summaries.language import load_pipeline, read
from summaries.models import Article
from summaries.quotes import find_quotes
from summaries.sentences import read_sentences
from summaries.summary import summarise
from summaries.summary.choice import SentenceCandidate, choose
from summaries.summary.introductions import introductions
from summaries.summary.standing import Standing, standings
from tests.summaries.builders import an_article

ALONE, FOLLOWS, NEVER = Standing.ALONE, Standing.FOLLOWS, Standing.NEVER


def sentences_of(article: Article) -> list[str]:
    doc = read(article, load_pipeline())
    return [sentence.span.of(article.text) for sentence in read_sentences(doc, article)]


def standings_of(*paragraphs: str) -> list[Standing]:
    article = an_article(*paragraphs, headline=None)
    doc = read(article, load_pipeline())
    cast = find_actors(doc, article)
    sentences = read_sentences(doc, article)
    return list(standings(doc, article.text, sentences, find_quotes(doc, article, cast), cast))


def summary_of(article: Article, *, count: int = 3) -> list[str]:
    doc = read(article, load_pipeline())
    cast = find_actors(doc, article)
    quotes = find_quotes(doc, article, cast)
    sentences = read_sentences(doc, article)
    return [span.of(article.text) for span in summarise(doc, article, sentences, cast, quotes, count=count)]


@pytest.mark.parametrize(
    ("opening", "shown"),
    [
        pytest.param("The bridge fell on Monday.", "The bridge fell on Monday.", id="nothing in front"),
        pytest.param("DALBY, March 3 — The bridge fell.", "The bridge fell.", id="place, day and dash"),
        pytest.param("DALBY (Reuters) - The bridge fell.", "The bridge fell.", id="agency and hyphen"),
        pytest.param("• The bridge fell on Monday.", "The bridge fell on Monday.", id="bullet"),
        pytest.param("(CNN)The bridge fell on Monday.", "The bridge fell on Monday.", id="agency glued on"),
        pytest.param("DOHA: The bridge fell.", "The bridge fell.", id="capital and colon"),
        pytest.param("Valley News – The bridge fell.", "The bridge fell.", id="paper and dash"),
        pytest.param("DALE via JTA — The bridge fell.", "The bridge fell.", id="paper and its source"),
        pytest.param("Lea Ray — mayor — fell.", "Lea Ray — mayor — fell.", id="name and dash"),
        pytest.param("Dalby, Kent (CNN)The bridge fell.", "The bridge fell.", id="place before the agency"),
    ],
)
def test_first_sentence_begins_behind_the_dateline(opening: str, shown: str) -> None:
    assert sentences_of(parse(f"Bridge falls into the river\n\n{opening}", path="x.txt")) == [shown]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Police Lt. Ada Brook found the car in the river on Monday.", id="a title"),
        pytest.param('The road was "closed for good, I am afraid," the mayor said.', id="quotation amid it"),
        pytest.param('"The road is closed!" the mayor said on Monday.', id="exclamation before its cue"),
    ],
)
def test_what_reads_as_one_sentence_is_one(sentence: str) -> None:
    assert sentences_of(an_article(sentence, headline=None)) == [sentence]


FIRST = "Mayor Ada Brook closed the old bridge on Monday."


@pytest.mark.parametrize(
    ("sentence", "standing"),
    [
        pytest.param("Engineers found rust in the piers in January.", ALONE, id="says all itself"),
        pytest.param("However, engineers found rust in January.", FOLLOWS, id="connective"),
        pytest.param("But engineers found rust in the piers.", FOLLOWS, id="conjunction"),
        pytest.param(
            "In addition, engineers found rust in the piers.", FOLLOWS, id="connective of two words"
        ),
        pytest.param("For example, engineers found rust in one pier.", FOLLOWS, id="example"),
        pytest.param("Second, engineers found rust in the piers.", FOLLOWS, id="a second point"),
        pytest.param("The previous bridge had stood for ninety years.", FOLLOWS, id="previous"),
        pytest.param("The county also closed two tunnels in May.", FOLLOWS, id="also"),
        pytest.param("The county then closed two tunnels in May.", FOLLOWS, id="then"),
        pytest.param("Steel is better than iron in this regard.", FOLLOWS, id="in this regard"),
        pytest.param("“I was not ready for that,” Brook said.", FOLLOWS, id="that, within a quotation"),
        pytest.param("In another letter Brook blamed the county.", FOLLOWS, id="another"),
        pytest.param("Brook said that people fled that night.", ALONE, id="that with a time"),
        pytest.param("Engineers will close three tunnels this week.", ALONE, id="this week"),
        pytest.param("Brook thanked those people who fled.", ALONE, id="those who"),
        pytest.param("Two bridges fell as the parts of those bridges rusted.", ALONE, id="said before"),
        pytest.param("Brook said: “We will mend that bridge.”", ALONE, id="pointing in a quotation"),
        pytest.param("Ada Brook, who also runs the port, resigned.", ALONE, id="also of a clause within"),
        pytest.param("I have never trusted any bridge myself.", NEVER, id="the writer's own"),
        pytest.param("First, let’s say what the county owns.", NEVER, id="turned to the reader"),
        pytest.param("20:51 (BST)Bridge closed The mayor closed it.", NEVER, id="stamp"),
        pytest.param("What a bridge that was, dear folks!", NEVER, id="exclamation"),
        pytest.param("Engineers found rust in January.", NEVER, id="five words"),
        pytest.param("It was built of steel a century ago.", FOLLOWS, id="it"),
        pytest.param("She said that engineers had found rust.", FOLLOWS, id="she"),
        pytest.param("Their report said that the piers were rusty.", FOLLOWS, id="their"),
        pytest.param("That surprised the engineers of the county.", FOLLOWS, id="bare that"),
        pytest.param("This report surprised all the engineers.", FOLLOWS, id="this with a noun"),
        pytest.param("Two of them had found rust in the piers.", FOLLOWS, id="some of them"),
        pytest.param("According to her, the piers were full of rust.", FOLLOWS, id="pronoun before any name"),
        pytest.param("The piers were full of rust, she said.", FOLLOWS, id="a speaker named before"),
        pytest.param("Brook said that she had seen the rust herself.", ALONE, id="pronoun after its name"),
        pytest.param(
            "Although rust was found, the piers still stand today.", ALONE, id="although … main clause"
        ),
        pytest.param("One in five bridges of the county is rusty.", ALONE, id="one in five"),
        pytest.param("“The piers are full of rust,” Brook said.", ALONE, id="quotation with its speaker"),
        pytest.param("“The piers are full of rust and cannot stand another winter.”", NEVER, id="without"),
        pytest.param("Who knew of the rust in the piers?", NEVER, id="question"),
        pytest.param("A very sad day.", NEVER, id="fragment without a verb"),
        pytest.param("Rust spreads.", NEVER, id="two words"),
        pytest.param("Read more: How the bridge was built in 1921.", NEVER, id="a line of the page"),
        pytest.param("Jo Reed in Dalby contributed to this report.", NEVER, id="credit of a reporter"),
        pytest.param("The piers (built in 1921 were full of rust.", NEVER, id="bracket left open"),
        pytest.param("The piers were full of rust and", NEVER, id="no end"),
        pytest.param("Ada Brook, who mends bridges in other towns, .", NEVER, id="words lost before the end"),
        pytest.param(
            " ".join(["Rust fills the piers of the bridge,"] * 12) + " he said.", NEVER, id="too long"
        ),
    ],
)
def test_standing_of_a_sentence(sentence: str, standing: Standing) -> None:
    assert standings_of(FIRST, sentence)[-1] == standing


LEDES = [
    pytest.param("It fell into the river on Monday night.", FOLLOWS, id="it of what was before"),
    pytest.param("In their biggest match, the Harriers met Selby on Monday.", ALONE, id="named behind"),
    pytest.param("In his first speech, Omar Reed praised the engineers.", ALONE, id="somebody named behind"),
    pytest.param("He praised all the engineers of the county.", FOLLOWS, id="nobody named"),
]


@pytest.mark.parametrize(("sentence", "standing"), LEDES)
def test_standing_of_the_first_sentence(sentence: str, standing: Standing) -> None:
    assert standings_of(sentence)[0] == standing


def test_no_sentence_of_a_longer_quotation_stands() -> None:
    found = standings_of(
        FIRST,
        "“The piers are rusty. The road is worn out. The county has no money,” Brook said.",
        "Engineers found rust in the piers in January.",
    )
    assert found == [ALONE, NEVER, NEVER, NEVER, ALONE]


def test_an_unclosed_mark_spoils_its_own_paragraph_only() -> None:
    found = standings_of(
        "“The piers are rusty and worn out. Brook closed the bridge on Monday.",
        "Engineers found rust in the piers in January.",
    )
    assert found == [NEVER, NEVER, ALONE]


def a_candidate(score: float, words: str, *, standing: Standing = Standing.ALONE) -> SentenceCandidate:
    return SentenceCandidate(score=score, standing=standing, words=frozenset(words.split()))


def test_choice_takes_the_best_in_order() -> None:
    rows = [a_candidate(2, "a b"), a_candidate(3, "c d"), a_candidate(1, "e f"), a_candidate(4, "g h")]
    assert choose(rows, count=3) == (0, 1, 3)


def test_choice_begins_with_the_lede_wherever_it_stands() -> None:
    rows = [a_candidate(-9, "a b"), a_candidate(3, "c d")]
    assert choose(rows, count=1) == (0,)
    assert choose([a_candidate(-9, "a b", standing=NEVER), *rows[1:]], count=1) == (1,)
    assert choose(rows, count=0) == ()


def test_choice_never_takes_two_that_say_the_same() -> None:
    rows = [a_candidate(3, "rust in the piers"), a_candidate(2, "rust in piers"), a_candidate(1, "a ferry")]
    assert choose(rows, count=2) == (0, 2)


@pytest.mark.parametrize(
    ("scores", "chosen"),
    [
        pytest.param((0, 3, 9, 2), (0, 1, 2), id="with the one before it"),
        pytest.param((0, 1, 9, 3), (0, 3), id="never by itself"),
    ],
)
def test_a_sentence_that_leans_comes_only_behind_the_one_before(
    scores: tuple[int, int, int, int], chosen: tuple[int, ...]
) -> None:
    lede, before, leaning, other = scores
    rows = [
        a_candidate(lede, "a b"),
        a_candidate(before, "c d"),
        a_candidate(leaning, "e f", standing=FOLLOWS),
        a_candidate(other, "g h"),
    ]
    assert choose(rows, count=len(chosen)) == chosen


def test_who_is_called_by_a_family_name_alone_was_met_before() -> None:
    rows = [a_candidate(0, "a b"), a_candidate(1, "c d"), a_candidate(9, "e f"), a_candidate(0, "g h")]
    rows[2] = replace(rows[2], needed=frozenset((7,)))
    assert choose(rows, count=2) == (0, 1)
    assert choose(rows, count=2, known=frozenset((7,))) == (0, 2)
    rows[0] = replace(rows[0], named=frozenset((7,)))
    assert choose(rows, count=2) == (0, 2)
    rows[0], rows[3] = rows[1], replace(rows[3], named=frozenset((7,)))
    assert 2 not in choose(rows, count=3)  # who is brought in behind is not met yet


INTRODUCING = [
    pytest.param("Nora Keating left.", "Keating left.", {"Nora Keating"}, id="full-name-before"),
    pytest.param("It rained.", "Her mother, Nora, left.", set(), id="by-kinship"),
    pytest.param("It rained.", "Nora Keating left, and Keating sang.", set(), id="full-name-within"),
    pytest.param("It rained.", "Mayor Keating left.", set(), id="by-the-office"),
    pytest.param("It rained.", "Ms Keating left.", {"Nora Keating"}, id="by-an-address"),
    pytest.param("It rained.", "Keating left.", {"Nora Keating"}, id="by-the-family-name"),
    pytest.param("Keating left.", "It rained.", set(), id="never-of-another-sentence"),
]


@pytest.mark.parametrize(("first", "second", "needed"), INTRODUCING)
def test_whom_a_sentence_takes_for_known(first: str, second: str, needed: set[str]) -> None:
    article = an_article(first, second, "Later Nora Keating and Mayor Nora Keating spoke.", headline=None)
    doc = read(article, load_pipeline())
    cast = find_actors(doc, article)
    told, above = introductions(article, read_sentences(doc, article), cast)
    assert above == frozenset()
    assert {cast.actors[place].name for place in told[1].needed} == needed

    assert choose([a_candidate(1, "a"), a_candidate(2, "b", standing=NEVER)], count=5) == (0,)
    assert choose([], count=3) == ()


ARTICLE = (
    "DALBY — The old bridge of Dalby fell into the river on Monday after rust ate through two of its piers.",
    "“We heard a sound like thunder,” said Tom Reed, who lives beside the bridge. “Then it was gone.”",
    "But nobody was hurt. It had been closed since January.",
    "Mayor Ada Brook said the county would run a free ferry until a new bridge is built.",
    "Engineers had warned of rust in the piers of the bridge in two reports.",
    "The county will pay for the ferry with money that was meant for the road to Harbin.",
    "Read more: How the bridge was built.",
)


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_summary_is_as_long_as_asked_and_stands(count: int) -> None:
    article = an_article(*ARTICLE, headline="Rusty bridge falls into the river", dateline="DALBY")
    shown = summary_of(article, count=count)
    assert len(shown) == count
    assert not [words for words in shown if words.startswith(("DALBY", "But", "It", "Then", "Read"))]


def test_summary_follows_the_article() -> None:
    article = an_article(*ARTICLE, headline=None, dateline="DALBY")
    shown = summary_of(article)
    assert shown == sorted(shown, key=article.text.index)
    assert shown[0] == ARTICLE[0].removeprefix("DALBY — ")


def test_headline_draws_the_sentence_that_tells_it() -> None:
    plain = an_article(*ARTICLE, headline=None, dateline="DALBY")
    headed = an_article(*ARTICLE, headline="Ferry money was meant for Harbin road", dateline="DALBY")
    assert ARTICLE[5] not in summary_of(plain)
    assert summary_of(headed)[2] == ARTICLE[5]


def test_short_article_is_summed_up_by_what_it_has() -> None:
    assert summary_of(an_article("The bridge fell into the river on Monday.", headline=None)) == [
        "The bridge fell into the river on Monday."
    ]


def test_article_of_which_nothing_stands_shows_its_first_whole_sentence() -> None:
    assert summary_of(an_article("She closed it again on Monday. But it fell.", headline=None)) == [
        "She closed it again on Monday."
    ]


def test_article_of_fragments_has_no_summary() -> None:
    assert summary_of(an_article("Bridge.", "River.", headline=None)) == []


def test_a_sentence_said_twice_is_shown_once() -> None:
    twice = "Engineers had warned of rust in the piers of the bridge."
    shown = summary_of(an_article(twice, "A ferry will run to Harbin from Friday.", twice, headline=None))
    assert shown == [twice, "A ferry will run to Harbin from Friday."]


def test_live_blog_is_summed_up_from_its_newest_entry() -> None:
    entries = (
        "14:40 The last passengers of the ferry have reached the harbour of Ost.",
        "13:05 Two lifeboats have left the harbour for the ferry.",
        "11:30 The ferry has lost its engine off the coast, its captain says.",
    )
    page = "\n\n".join(
        ("LIVE: Ferry adrift off Ost", "We will bring you all the news of the ferry here.", *entries)
    )
    article = parse(page, path="x.txt")
    assert article.genre == "live"
    assert summary_of(article, count=1) == [entries[0]]


def test_items_with_bullets_are_no_summary_of_what_they_are_listed_under() -> None:
    opening = "Mayor Ada Brook told the council of Dalby about three bridges on Monday."
    items = (
        "• The old bridge stands on rusty piers. Engineers of Dalby found that the piers are worn.",
        "• The new bridge cost a million. The council of Dalby paid for the bridge in May.",
        "• The rail bridge is shut. Trains to Dalby stop before the bridge until June.",
    )
    assert summary_of(an_article(opening, *items, headline="Brook tells of bridges")) == [opening]
    assert summary_of(an_article(*items, headline="Bridges of Dalby"))


def test_readers_letters_have_no_summary() -> None:
    article = an_article(
        "The bridge of Dalby should be mended before the winter comes.",
        "Ana Ruiz",
        "The council has paid for a ferry that nobody in Dalby needs.",
        "Lee Brown",
        headline="Letters: A bridge | A ferry",
    )
    assert summary_of(article) == []
