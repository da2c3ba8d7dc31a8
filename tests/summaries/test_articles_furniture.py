"""Lines of a page that are no part of its article, told apart by their wording and by their place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summaries.articles.furniture import page_lines
from summaries.articles.layout import read_page
from summaries.articles.stamps import without_page_end, without_tweet_end
from summaries.articles.wording import is_desk
from tests.summaries.builders import a_page

HEADLINE = "Old Bridge Falls Into the River"
LEDE = "The old bridge over the Arn fell into the river on Monday, and nobody was hurt, the mayor said."
MORE = "It had stood there for two hundred years, and carts had crossed it before cars did."

OF_THE_PAGE = {
    "button": "Skip to main content",
    "gallery": "Valley news in pictures",
    "house promotion": "Valley Heard: Songs of the river, sung by those who row. Listen. Here.",
    "house promotion that sends": "Valley Heard: Songs of the river by those who row. Check it out here.",
    "notice by phone": "If your letter was not printed, please contact us by phone.",
    "button at work": "Loading…",
    "row of buttons": "Unsubscribe | Manage preferences | Privacy policy",
    "networks in a row": "Share on Facebook Tweet WhatsApp Email",
    "cookies": "We use cookies",
    "partners": "We and our 61 partners store data on your device. Accept all | Reject all",
    "letter's browser": "View this email in your browser",
    "time of day": "Updated: 9.45pm",
    "how long ago": "Published 3 hours ago",
    "day in figures": "03/04/2016",
    "page of pages": "2 of 7",
    "label and link": "READ MORE: Cows 'take over' the ferry",
    "label and link with marks": 'Related: Farmer calls cows "a menace"',
    "label in other words": "More valley news: Ferry sold",
    "paper's invitation": "Subscribe now to our e-paper for the whole story.",
    "app": "For the latest sports updates download the Valley apps for iOS and Android.",
    "paywall": "This story is for subscribers. To keep reading, start your subscription.",
    "letter": "Never miss a story: sign up to our newsletter, Valley Mornings.",
    "reporter's account": "Follow Bo Chu on Twitter for more.",
    "label of what comes": 'UP NEXT: Twins tell court "we were framed"',
    "label of what is sold": "Sponsored: Dr Dana Whit says this melts snow.",
    "conversation": "Join the conversation on our board. Have you got a story? Email Dana Whit.",
    "say": "Have your say in the comments below.",
    "video": "This video cannot be played. To play it you need to enable JavaScript.",
    "partners' cookies": "We and our partners use cookies. Please accept Valley Ads cookies.",
    "author": "About the author: Dana Whit is our river editor.",
    "community": "If you’re curious, you can read our Privacy Notice.",
    "amended": "This article was amended on 5 March 2021 to mend a name.",
    "elsewhere": "This column first appeared in the Hill Gazette.",
    "earlier version": "An earlier version of this story gave a wrong name.",
    "helpers": "Ann Lee in Riverton and Bo Chu contributed to this report.",
    "credits": "(Reporting by Ann Lee in Riverton; editing by Bo Chu)",
    "writer's note": "Ann Lee covers bridges. Follow her on Twitter @annlee.",
    "rights": "(Copyright (c) 2023 Valley Television. All Rights Reserved.)",
    "contact": "Contact: Dana Whit",
    "telephone": "(555) 014-2276",
    "telephone with its label": "Tel: +44 20 7946 0018",
    "address": "press@valley.example",
    "tweet's signature": "— Ann Lee (@annlee) January 7, 2020",
    "tags": "Topics: bridges, rivers, Valley",
    "standards": "Our standards: the Valley principles.",
    "teaser": "The mayor has swum in the river before, and will... more",
    "shortcode": "[button link=”http://valley.example/kit” type=”big”] Send us YOUR kit[/button]",
    "rule": "* * *",
    "long rule": "_" * 40,
    "helper of a wire": "Valley Wire writer Bo Chu in Dale contributed.",
    "label and address": "Valley business: https://valley.example/business",
    "visits": "(Visited 1,203 times, 4 visits today)",
    "title of points": "Key points:",
    "player": "Play Audio. Duration: 2 minutes 10 seconds",
    "letters": "Do you have an opinion on the issues raised in this article? Write to us.",
    "buttons with nothing between": "Register Log in",
    "buttons of consent": "Deny Allow selection Allow all",
    "consent": "We and our partners store cookies on your device to personalise ads.",
    "articles left": "You have 2 free articles left this month.",
    "supporter": "Enjoying this story? Become a supporter of the Valley Echo from £1 a week.",
    "video of a network": "This article includes content provided by Facebook.",
    "help line": "If you are affected by any of the issues in this story, call the Valley on 116.",
    "comments below": "Was the mayor right? Tell the others in the comments below.",
    "editors' initials": "bar/lt/jm",
    "disclaimer with nothing above": "Trouble viewing this email? Read it online",
    "embargo": "Embargoed until 00:01 Thursday 5 May 2022",
    "list of what trends": "TRENDING: Budget · Storm Hal · Lotto",
    "sold through": "If you buy something through this page, the Valley may get a share.",
    "consent to letters": "I agree that Valley Times can send me the letter.",
    "letter's box": "Valley Bridges, a weekly letter of all that spans the Arn. Sign up here.",
}


@pytest.mark.parametrize("line", OF_THE_PAGE.values(), ids=OF_THE_PAGE.keys())
def test_line_of_the_page_is_no_part_of_the_body(line: str) -> None:
    page = read_page(a_page(HEADLINE, LEDE, line, MORE))
    assert [span.of(page.text) for span in page.body] == [LEDE, MORE]


@pytest.mark.parametrize("line", OF_THE_PAGE.values(), ids=OF_THE_PAGE.keys())
def test_line_of_the_page_is_neither_headline_nor_deck(line: str) -> None:
    page = read_page(a_page(line, HEADLINE, line, LEDE, MORE))
    assert page.headline is not None
    assert (page.headline.of(page.text), page.deck) == (HEADLINE, None)


OF_THE_ARTICLE = {
    "words that stop short in marks": "“And then there was the...” she said.",
    "place that is here": "The mayor: a man from here.",
    "more of something": "More than 40 people came: farmers, mostly.",
    "invitation in marks": "“Sign up for our newsletter and follow us on Facebook,” the mayor said.",
    "reporting as a subject": "Reporting by the Valley Times showed that the bridge was weak.",
    "network as a subject": "Facebook said on Tuesday that it would print no more stamps.",
    "to receive": "To receive help, families must call the town hall.",
    "what is related": "Related to the mayor by marriage, Chu said: no.",
    "earlier version of a bill": "An earlier version of the bill failed.",
    "speaker's label": "ANN LEE: We will build it again.",
    "signature": "— Ann Lee, mayor of Riverton",
    "row of a table": "A2 41.10 40.75 38.05",
    "number in a list": "8.",
    "day in figures that can be told": "1996-08-30",
    "label before a sentence": "Background: the mill was sold in May.",
    "label in a deed": "Live music was heard on the quay: drums, mostly",
    "cookies as news": "Sites must ask for consent before cookies track a device, the court said.",
    "cookies in marks": "“We use cookies on your device for ads and privacy,” the firm said.",
    "words of buttons in a sentence": "The sport live next to politics.",
    "paths": "He drove from Arn/Hill to Dale.",
    "advice": "Want to stay young? Start your day with fish, the mayor says.",
    "shop of apps as a place": "The game went live on the App Store on Tuesday, the company said.",
    "access that is news": "Members get unlimited access to the museums for a year, the council said.",
    "report that is news": "This report was written by a retired judge and runs to 900 pages.",
    "interview that is news": "This interview was first given to the police in 2019.",
    "book that was printed": "First published in 1951, the book has never been out of print.",
    "book of a day": "First published on May 12, 1937, the book was sold in all the world.",
    "book by its title": "Originally published 4 June 1950, “Arn” has ten million readers.",
    "survey's views": "Views expressed in the survey were harsher than a year ago.",
    "cave that is reached": "The cave can be reached at low tide only.",
    "sentence behind a label": "Weather: rain is expected on Tuesday, and the ferry will not sail.",
    "source that tells": "Source: the town's water board says that the well is dry.",
    "time of a race": "2. Bo Chu (Wales) 3:31.674",
    "reporter that gave": "The reporter Bo Chu said that she had contributed. She gave £9.",
    "support": "Your support is no surprise to me, she told them.",
    "protected": "This site is protected by law.",
}


@pytest.mark.parametrize("line", OF_THE_ARTICLE.values(), ids=OF_THE_ARTICLE.keys())
def test_line_that_looks_like_the_page_s_stays(line: str) -> None:
    assert page_lines([HEADLINE, LEDE, line, MORE]) == (False,) * 4


@pytest.mark.parametrize("label", ["WATCH", "TOP STORY", "Analysis", "Must read"])
def test_headline_may_open_with_a_label_that_is_a_link_further_down(label: str) -> None:
    line = f"{label}: Old bridge falls into the river"
    assert page_lines([line, LEDE, line]) == (False, False, True)


@pytest.mark.parametrize(
    ("line", "of_page"),
    [
        ("Correction, 12 July 2019: the river was given a wrong name.", True),
        ("Clarification (July 12, 2019): the river is the Arn.", True),
        ("Correction officers, 12 of them on July 12: no.", False),
        ("Mayor Bo Chu, 12 July 2019: a ferry is dear.", False),
        ("Valley Mornings Newsletter", True),
        ("The mayor read it in the Valley newsletter.", False),
    ],
)
def test_line_under_the_lede_is_told_by_its_label_or_title(line: str, *, of_page: bool) -> None:
    assert page_lines([HEADLINE, LEDE, line])[-1] is of_page


def test_other_stories_under_their_title_are_the_page_s_up_to_the_next_sentence() -> None:
    lines = [
        HEADLINE,
        LEDE,
        "Most read in Valley",
        "Cows on the ferry",
        "Mayor to swim",
        MORE,
        "What comes next",
    ]
    assert page_lines(lines) == (False, False, True, True, True, False, False)


def test_pairs_of_link_and_opening_under_a_list_s_title_are_the_page_s_to_its_end() -> None:
    pairs = ["Cows on the ferry", "COWS went to sea on Monday.", "Mayor to swim", "THE mayor swims."]
    lines = [HEADLINE, LEDE, MORE, "Other opinion columns", *pairs]
    assert page_lines(lines) == (False, False, False, True, True, True, True, True)
    assert page_lines([*lines, LEDE, MORE])[-3:] == (False, False, False)


def test_menu_at_the_foot_is_five_lines_that_are_no_sentences() -> None:
    menu = ["Weekly", "Towns", "Write for us", "Calendar", "Archives"]
    assert page_lines([HEADLINE, LEDE, MORE, *menu])[-5:] == (True,) * 5
    assert page_lines([HEADLINE, LEDE, MORE, "Ann Lee", "Bo Chu", "Eva Ruiz"])[-3:] == (False,) * 3


def test_other_story_s_opening_that_is_cut_off_is_the_page_s() -> None:
    assert page_lines([HEADLINE, LEDE, "The ferry, which sails in the..."])[-1]


def test_line_above_the_end_of_a_promotion_is_of_it() -> None:
    end = "after newsletter promotion"
    assert page_lines([HEADLINE, LEDE, "All that the valley talks about", end, MORE]) == (
        False,
        False,
        True,
        True,
        False,
    )
    assert page_lines([HEADLINE, LEDE, end, MORE]) == (False, False, True, False)


def test_line_between_invitations_is_one() -> None:
    lines = [
        LEDE,
        "Join our community!",
        "Click here to join.",
        "Nobody sees your name.",
        "To leave our community, ask.",
    ]
    assert page_lines(lines) == (False, True, True, True, True)
    assert page_lines(["READ MORE: Cows", LEDE, "READ MORE: Ferry"]) == (True, False, True)


def test_links_with_titles_in_capitals_stand_in_rows() -> None:
    links = ["HOW IT BEGAN: Ten days in May", "LOOK-UP TOOL: Cows in your area", "FERRIES: What we know"]
    assert page_lines([LEDE, *links, MORE]) == (False, True, True, True, False)
    assert page_lines([LEDE, *links[:2], MORE]) == (False,) * 4
    said = ["ANN LEE: We build.", "BO CHU: No.", "ANN LEE: Why?", "BO CHU: It rains."]
    assert page_lines(said) == (False,) * 4


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            [HEADLINE, "By Ann Lee and Bo Chu", LEDE, "Bo Chu is our bridge editor."],
            (False, False, False, True),
        ),
        ([HEADLINE, LEDE, "ANN LEE IS OUR BRIDGE EDITOR"], (False, False, True)),
        ([HEADLINE, LEDE, "Eva Ruiz is our mayor."], (False, False, False)),
        ([HEADLINE, LEDE, "– Bo Chu"], (False, False, True)),
        ([HEADLINE, "“It was old.”", "– Bo Chu"], (False, False, False)),
        ([HEADLINE, "Ann Lee is our mayor.", LEDE, LEDE, LEDE, LEDE, LEDE, LEDE], (False,) * 8),
    ],
    ids=["byline", "told", "another", "signed", "of a quotation", "far above the end"],
)
def test_last_lines_that_say_who_the_writer_is_are_the_page_s(
    lines: list[str], expected: tuple[bool, ...]
) -> None:
    assert page_lines(lines, writers=("Ann Lee",)) == expected


@pytest.mark.parametrize(
    "end",
    [
        " — Ann Lee (@annlee) January 7, 2020",
        " https://t.co/abc — Ann Lee (@annlee) January 7, 2020",
        " pic.twitter.com/abc",
        " https://t.co/abc pic.twitter.com/abc",
    ],
)
def test_tweet_s_end_is_no_part_of_its_paragraph(end: str) -> None:
    text = a_page(HEADLINE, LEDE, MORE + end)
    assert [span.of(text) for span in read_page(text).body] == [LEDE, MORE]
    assert without_tweet_end(MORE + end) == MORE


def test_paragraph_with_an_account_in_it_keeps_its_end() -> None:
    words = "The mayor (@mayor) said: see https://valley.example/bridge for more — or ask her"
    assert without_tweet_end(words) == words


@pytest.mark.parametrize(
    ("line", "desk"),
    [
        ("Valley Times Staff Reporter", True),
        ("Sports Desk", True),
        ("The mayor sued a reporter", False),
        ("Staff of the hospital speak to the Valley Times Staff Reporter", False),
    ],
)
def test_desk_is_told_by_its_job(line: str, *, desk: bool) -> None:
    assert is_desk(line) is desk


def test_desk_under_a_byline_is_no_deck() -> None:
    page = read_page(a_page(HEADLINE, "By ANN LEE", "Valley Staff Reporter", LEDE, MORE))
    assert (page.deck, [span.of(page.text) for span in page.body]) == (None, [LEDE, MORE])


def test_release_that_sets_a_dash_before_its_day_opens_behind_it() -> None:
    text = a_page(HEADLINE, "RIVERTON, Maine – April 3, 2023 – Valley Foods will buy the bridge.", MORE)
    page = read_page(text)
    assert page.dateline is not None
    assert (page.dateline.of(text), text[page.words :].startswith("Valley Foods will")) == (
        "RIVERTON, Maine",
        True,
    )


SCRAPS = st.sampled_from(
    [
        "—",
        "- ",
        "By ",
        "Ann Lee",
        "contact",
        ":",
        "READ MORE",
        "@ann",
        "1 ",
        "©",
        "(",
        "“",
        "12:30",
        "from",
        "…",
        "—— ",
    ]
)


@given(st.lists(st.lists(SCRAPS, min_size=1, max_size=4).map("".join), max_size=12))
def test_every_line_is_judged(lines: list[str]) -> None:
    assert len(page_lines(lines, writers=("Ann Lee", ""))) == len(lines)


@pytest.mark.parametrize(
    ("paragraph", "told"),
    [
        pytest.param(
            "The loaves were light. READ MORE: 'Bread war' splits town",
            "The loaves were light.",
            id="capitals",
        ),
        pytest.param(
            "“It is light,” she said. Read more: Baker fined", "“It is light,” she said.", id="small"
        ),
        pytest.param("The loaves were light. READ MORE", "The loaves were light. READ MORE", id="no-link"),
        pytest.param("She wrote: “Read more: it helps.”", "She wrote: “Read more: it helps.”", id="in-marks"),
        pytest.param(
            "They read more: books, papers, signs", "They read more: books, papers, signs", id="a-verb"
        ),
    ],
)
def test_link_behind_a_paragraph_is_no_part_of_it(paragraph: str, told: str) -> None:
    assert without_page_end(paragraph) == told


def test_link_under_read_more_is_the_page_s() -> None:
    assert page_lines([HEADLINE, LEDE, "READ MORE", "'Cows took over': five more ferries", MORE]) == (
        False,
        False,
        True,
        True,
        False,
    )
