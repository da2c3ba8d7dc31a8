"""What a web page says of its article in its head is the deck, where readers see none on the page."""

import html

import pytest

from tests.summaries.test_articles_webpage import HEAD, LAST, LEDE, MORE, a_web_page, paragraphs, parse

TOLD = "The mayor wants the old bridge rebuilt, and a ferry will cross the Arn until it stands again."


def deck_of(*told: str, under: str = "") -> str | None:
    """The deck of a page whose head tells that of its article, in that order."""
    names = ("og:description", "description", "twitter:description")
    metas = "".join(
        f'<meta property="{name}" content="{html.escape(words)}">'
        for name, words in zip(names, told, strict=False)
    )
    head = HEAD.replace("</head>", f"{metas}</head>")
    article = parse(a_web_page(under + paragraphs(LEDE, MORE, LAST), head=head))
    assert [span.of(article.text) for span in article.body] == [LEDE, MORE, LAST]
    return article.deck and article.deck.of(article.text)


@pytest.mark.parametrize(
    ("words", "is_deck"),
    [
        pytest.param(TOLD, True, id="a sentence"),
        pytest.param("The mayor wants the old bridge of Riverton rebuilt", True, id="a line without a stop"),
        pytest.param("The bridge is gone.", False, id="too few words"),
        pytest.param(f"{TOLD} Nobody on the bank could say when that will…", False, id="cut off"),
        pytest.param("Nobody was hurt. The mayor wants the old bridge rebuilt, and a", False, id="cut bare"),
        pytest.param(LEDE.split(" — ")[1], False, id="the story's beginning"),
        pytest.param(f"In short: {LEDE.split(' — ')[1]}", False, id="the story's words"),
        pytest.param("Bridge falls!", False, id="the headline"),
        pytest.param(
            "Breaking stories, weather, travel and sports from your valley.", False, id="the site's"
        ),
        pytest.param("Subscribe to read how the old bridge over the river fell.", False, id="the page's"),
        pytest.param(
            "Three people died when the old bridge fell into the river.", False, id="a number untold"
        ),
        pytest.param("The old bridge fell, with 40 people on its bank.", False, id="figures untold"),
        pytest.param("The post Bridge falls appeared first on Valley Mail.", False, id="the feed's"),
        pytest.param(
            "Valley Mail Letters to the Editor on the old bridge over the river", False, id="a section's"
        ),
        pytest.param("Photo: the old bridge over the river before it fell.", False, id="a picture's"),
        pytest.param("<b>The mayor</b> wants the old bridge rebuilt.", False, id="markup"),
    ],
)
def test_a_description_is_a_deck(words: str, is_deck: bool) -> None:
    assert deck_of(words) == (words if is_deck else None)


def test_the_first_that_is_whole_is_taken() -> None:
    assert deck_of(TOLD[:60], TOLD) == TOLD


def test_json_ld_goes_before_meta() -> None:
    node = f'{{"@type": "NewsArticle", "headline": "Bridge falls", "description": "{TOLD}"}}'
    head = HEAD.replace(
        "</head>",
        '<meta property="og:description" content="Cows of the mayor crossed the old bridge before it fell.">'
        f'<script type="application/ld+json">{node}</script></head>',
    )
    article = parse(a_web_page(paragraphs(LEDE, MORE, LAST), head=head))
    assert (article.deck and article.deck.of(article.text)) == TOLD


def test_a_deck_on_the_page_goes_before_it() -> None:
    deck = "Nobody was on it when it went down"
    assert deck_of(TOLD, under=f"<h2>{deck}</h2>") == deck
