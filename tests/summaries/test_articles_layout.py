"""Which paragraph of a page is which part, in whatever order they come."""

from dataclasses import dataclass
from datetime import date

import pytest

from summaries.articles.layout import read_page
from tests.summaries.builders import a_page

LEDE = "The old bridge over the Arn fell into the river on Monday, and nobody was hurt, the mayor said."
MORE = "It had stood there for two hundred years, and carts had crossed it before cars did."
HEADLINE = "Old Bridge Falls Into the River"


@dataclass(frozen=True, kw_only=True)
class Read:
    """What a page is read as, in its own words."""

    headline: str | None = HEADLINE
    deck: str | None = None
    byline: str | None = None
    dateline: str | None = None
    outlet: str | None = None
    captions: tuple[str, ...] = ()
    body: tuple[str, ...] = (LEDE, MORE)
    page_date: date | None = None
    stamped: bool = False


CAPTION = "People look at the river, Dec. 14, 2016. (AP Photo/Ann Lee)"
PAGES = {
    "headline and body": (a_page(HEADLINE, LEDE, MORE), Read()),
    "headline that ends in a full stop": (a_page(HEADLINE + ".", LEDE, MORE), Read(headline=HEADLINE + ".")),
    "body alone": (a_page(LEDE + " " + MORE, MORE), Read(headline=None, body=(LEDE + " " + MORE, MORE))),
    "one paragraph": (a_page(LEDE), Read(headline=None, body=(LEDE,))),
    "outlet, printed date, headline": (
        a_page("The Valley Times", "Monday 3 of April 2023", HEADLINE, LEDE, MORE),
        Read(outlet="The Valley Times", page_date=date(2023, 4, 3)),
    ),
    "outlet of any name above a date": (
        a_page("Riverton Today", "Monday 3 April 2023", HEADLINE, LEDE, MORE),
        Read(outlet="Riverton Today", page_date=date(2023, 4, 3)),
    ),
    "outlet and date on one line": (
        a_page("The Valley Times, Monday 3 April 2023", HEADLINE, LEDE, MORE),
        Read(outlet="The Valley Times", page_date=date(2023, 4, 3)),
    ),
    "outlet of any noun above headline and dateline": (
        a_page("The Arn Lantern", HEADLINE, "RIVERTON — " + LEDE, MORE),
        Read(outlet="The Arn Lantern", dateline="RIVERTON", body=("RIVERTON — " + LEDE, MORE)),
    ),
    "writer's name and day under the headline": (
        a_page(HEADLINE, "Ann Lee", "Monday 3 April 2023", LEDE, MORE),
        Read(byline="Ann Lee", page_date=date(2023, 4, 3), stamped=True),
    ),
    "writer's outlet under the byline": (
        a_page(HEADLINE, "5 hours ago", "By Ann Lee", "BBC News, Riverton", LEDE, MORE),
        Read(byline="By Ann Lee"),
    ),
    "change alone dates nothing": (a_page(HEADLINE, "Updated: 3 April 2023, 9.45pm", LEDE, MORE), Read()),
    "stamp under the story": (a_page(HEADLINE, LEDE, MORE, "Published on: 3 April 2023"), Read()),
    "letter with its head": (
        a_page("From: news@valley.example", "Subject: Morning", "View in browser", HEADLINE, LEDE, MORE),
        Read(),
    ),
    "headline of two sentences": (
        a_page("Old Bridge Falls At Last. Is This the Last One?", LEDE, MORE),
        Read(headline="Old Bridge Falls At Last. Is This the Last One?"),
    ),
    "letter that greets": (
        a_page("Good morning. It will rain.", LEDE, MORE),
        Read(headline=None, body=("Good morning. It will rain.", LEDE, MORE)),
    ),
    "release with whom to call": (
        a_page(
            "PRESS RELEASE",
            "Media Contacts:",
            "Ann Lee, Valley Foods",
            "Phone: 555-014-2276",
            "ann@valley.example",
            HEADLINE,
            LEDE,
            MORE,
            "SOURCE Valley Foods",
            "###",
        ),
        Read(),
    ),
    "street of a letter's sender": (a_page(HEADLINE, LEDE, MORE, "123 Main Street, Riverton"), Read()),
    "topics and stories below": (
        a_page(HEADLINE, LEDE, MORE, "Related Topics", "Bridges", "More on this story", "Ferry sold"),
        Read(),
    ),
    "outlet under the headline": (a_page(HEADLINE, "Reuters", LEDE, MORE), Read(outlet="Reuters")),
    "outlet behind the headline": (
        a_page(HEADLINE + " | The Valley Times", LEDE, MORE),
        Read(outlet="The Valley Times"),
    ),
    "byline and stamp under the headline": (
        a_page(HEADLINE, "By Ann Lee and Bo Chu", "Published April 3, 2023 at 9:30 a.m. EDT", LEDE, MORE),
        Read(byline="By Ann Lee and Bo Chu", page_date=date(2023, 4, 3), stamped=True),
    ),
    "byline with its date": (
        a_page(HEADLINE, "By Ann Lee | April 3, 2023", LEDE, MORE),
        Read(byline="By Ann Lee", page_date=date(2023, 4, 3), stamped=True),
    ),
    "byline above the headline": (a_page("By Ann Lee", HEADLINE, LEDE, MORE), Read(byline="By Ann Lee")),
    "published and updated": (
        a_page(HEADLINE, "Published: 3 April 2023 | Updated: 5 April 2023", LEDE, MORE),
        Read(page_date=date(2023, 4, 3), stamped=True),
    ),
    "printed, says the page": (
        a_page(HEADLINE, "Printed on 3 April 2023", LEDE, MORE),
        Read(page_date=date(2023, 4, 3)),
    ),
    "caption that stands twice": (a_page(HEADLINE, CAPTION, CAPTION, LEDE, MORE), Read(captions=(CAPTION,))),
    "caption above the headline": (a_page(CAPTION, HEADLINE, LEDE, MORE), Read(captions=(CAPTION,))),
    "caption amid the body": (a_page(HEADLINE, LEDE, CAPTION, MORE), Read(captions=(CAPTION,))),
    "caption without a credit that stands twice": (
        a_page(HEADLINE, "People look at the river", "People look at the river", LEDE, MORE),
        Read(captions=("People look at the river",)),
    ),
    "headline that stands twice": (a_page(HEADLINE, HEADLINE, LEDE, MORE), Read()),
    "deck": (
        a_page(HEADLINE, "Mayor says nobody was hurt", LEDE, MORE),
        Read(deck="Mayor says nobody was hurt"),
    ),
    "deck with a full stop above the byline": (
        a_page(HEADLINE, "The mayor says nobody was hurt.", "By Ann Lee", LEDE, MORE),
        Read(deck="The mayor says nobody was hurt.", byline="By Ann Lee"),
    ),
    "deck on the line below": (
        f"{HEADLINE};\nNobody was hurt, says mayor.\n\n{LEDE}\n\n{MORE}\n",
        Read(headline=HEADLINE + ";", deck="Nobody was hurt, says mayor."),
    ),
    "dateline": (
        a_page(HEADLINE, "RIVERTON — " + LEDE, MORE),
        Read(dateline="RIVERTON", body=("RIVERTON — " + LEDE, MORE)),
    ),
    "dateline with region, day and agency": (
        a_page(HEADLINE, "ST. IVES, Mo., April 3 (UPI) -- " + LEDE, MORE),
        Read(dateline="ST. IVES, Mo.", body=("ST. IVES, Mo., April 3 (UPI) -- " + LEDE, MORE)),
    ),
    "dateline in small letters with its agency": (
        a_page("Riverton, Wales (CNN)" + LEDE, MORE),
        Read(headline=None, dateline="Riverton, Wales", body=("Riverton, Wales (CNN)" + LEDE, MORE)),
    ),
    "agency without a place is no part of the body": (a_page("(CNN)" + LEDE, MORE), Read(headline=None)),
    "dateline on a line of its own, and a caption below it": (
        f"RIVERTON 1996-08-30\nPeople look at the river. Photo: AP/Ann Lee\n{LEDE}\n",
        Read(
            headline=None,
            dateline="RIVERTON",
            captions=("People look at the river. Photo: AP/Ann Lee",),
            body=(LEDE,),
        ),
    ),
    "dateline on a line of its own, a sentence a line": (
        f"{HEADLINE.upper()}.\nAnn Lee\nRIVERTON 2023-04-03\n{LEDE}\n{MORE}\n",
        Read(
            headline=HEADLINE.upper() + ".",
            byline="Ann Lee",
            dateline="RIVERTON",
            body=(f"RIVERTON 2023-04-03\n{LEDE}", MORE),
        ),
    ),
    "headline with a dash in capitals": (
        a_page("ROWING - ALL WIN", "RIVERTON — " + LEDE, MORE),
        Read(headline="ROWING - ALL WIN", dateline="RIVERTON", body=("RIVERTON — " + LEDE, MORE)),
    ),
    "label before a dash is no place": (
        a_page("EXCLUSIVE – " + HEADLINE, LEDE, MORE),
        Read(headline="EXCLUSIVE – " + HEADLINE),
    ),
    "buttons and rights": (
        a_page("Home", "World", HEADLINE, "Share", LEDE, "Advertisement", MORE, "© 2023 Valley Press"),
        Read(),
    ),
    "section above the headline": (a_page("Wales", HEADLINE, LEDE, MORE), Read()),
    "head of a wire's page": (
        a_page(
            HEADLINE,
            "Wire | 2016-12-14 17:30:22 | Editor: Bo Chu",
            "3 Min Read",
            "RIVERTON (Xinhua) -- " + LEDE,
            MORE,
            "___",
        ),
        Read(
            dateline="RIVERTON",
            body=("RIVERTON (Xinhua) -- " + LEDE, MORE),
            page_date=date(2016, 12, 14),
            stamped=True,
        ),
    ),
    "head of a newspaper's page": (
        a_page(
            "The Valley Times",
            "Wales",
            HEADLINE,
            "Mayor says nobody was hurt",
            "Ann Lee in Riverton",
            "Wed 14 Dec 2016 17.30 GMT",
            "Last modified on Thu 15 Dec 2016 09.00 GMT",
            LEDE,
            MORE,
        ),
        Read(
            outlet="The Valley Times",
            deck="Mayor says nobody was hurt",
            byline="Ann Lee in Riverton",
            page_date=date(2016, 12, 14),
            stamped=True,
        ),
    ),
    "outlet and its date under the headline": (
        a_page(HEADLINE, "The Valley Times", "Wednesday 24 of April 2024", LEDE, MORE),
        Read(outlet="The Valley Times", page_date=date(2024, 4, 24)),
    ),
    "caption without a credit that tells a day": (
        a_page(HEADLINE, "People look at the river in Riverton, Dec. 14, 2016", LEDE, MORE),
        Read(captions=("People look at the river in Riverton, Dec. 14, 2016",)),
    ),
    "buttons, an unknown masthead, its year and its day": (
        a_page(
            "Register Log in",
            "THE NORTHERN BEACON",
            "Est. 1871",
            "03.11.2021",
            "Bridge over the Arn falls",
            LEDE,
            MORE,
        ),
        Read(headline="Bridge over the Arn falls"),
    ),
    "notice on cookies, outlet and its day, a deck without a stop": (
        a_page(
            "We use cookies to personalise content and to analyse our traffic.",
            "Deny Allow selection Allow all",
            "ARN GAZETTE",
            "Monday, 12 February 2024",
            HEADLINE,
            "Nobody was hurt",
            "By Ann Lee",
            LEDE,
            MORE,
        ),
        Read(
            outlet="ARN GAZETTE",
            deck="Nobody was hurt",
            byline="By Ann Lee",
            page_date=date(2024, 2, 12),
        ),
    ),
    "two lines of other stories above": (
        a_page("Quake shakes the far coast", "Cheese for less", HEADLINE, LEDE, MORE),
        Read(),
    ),
    "headline that has none of the story's words": (
        a_page("What Comes After", "An old bridge and the river under it", LEDE, MORE),
        Read(headline="What Comes After", deck="An old bridge and the river under it"),
    ),
    "writer and job without by": (
        a_page(HEADLINE, "Ann Lee, Senior Reporter", LEDE, MORE),
        Read(byline="Ann Lee, Senior Reporter"),
    ),
    "writer above where they report from": (
        a_page(HEADLINE, "Ann Lee", "Reporting from Riverton", LEDE, MORE),
        Read(byline="Ann Lee"),
    ),
    "transcript": (
        a_page(HEADLINE, "ANN LEE: We begin here.", f"SEN. RUIZ (D-N.M.): {LEDE}", f"ANN LEE: {MORE}"),
        Read(body=("ANN LEE: We begin here.", f"SEN. RUIZ (D-N.M.): {LEDE}", f"ANN LEE: {MORE}")),
    ),
    "letters": (
        a_page(HEADLINE, f"Sir – {LEDE}", "Bo Chu", f"SIR – {MORE}", "Ann Lee"),
        Read(body=(f"Sir – {LEDE}", "Bo Chu", f"SIR – {MORE}", "Ann Lee")),
    ),
    "list of points under the headline": (
        a_page(HEADLINE, "• Nobody was hurt", "• 40 carts a day", "RIVERTON — " + LEDE, MORE),
        Read(dateline="RIVERTON", body=("RIVERTON — " + LEDE, MORE)),
    ),
    "press release": (
        a_page("FOR IMMEDIATE RELEASE", HEADLINE, "RIVERTON, Dec. 14, 2016 /PRNewswire/ -- " + LEDE, MORE),
        Read(dateline="RIVERTON", body=("RIVERTON, Dec. 14, 2016 /PRNewswire/ -- " + LEDE, MORE)),
    ),
    "HTML in the headline": (
        a_page("Mayor says <b>no</b> & leaves", LEDE, MORE),
        Read(headline="Mayor says <b>no</b> & leaves"),
    ),
}


@pytest.mark.parametrize(("page", "expected"), PAGES.values(), ids=PAGES.keys())
def test_parts_of_a_page(page: str, expected: Read) -> None:
    parts = read_page(page)
    assert expected == Read(
        headline=parts.headline.of(page) if parts.headline else None,
        deck=parts.deck.of(page) if parts.deck else None,
        byline=parts.byline.of(page) if parts.byline else None,
        dateline=parts.dateline.of(page) if parts.dateline else None,
        outlet=parts.outlet,
        captions=tuple(caption.of(page) for caption in parts.captions),
        body=tuple(paragraph.of(page) for paragraph in parts.body),
        page_date=parts.page_date,
        stamped=parts.stamped,
    )


WRAPPED = """Old Bridge Falls Into the River

RIVERTON — The old bridge over the Arn fell into the river on Monday,
and nobody was hurt, the mayor said. It had stood there for two
hundred years.

Carts had crossed it before cars did, and a song was made of it that
every child of the valley knows by heart.
"""


def test_hard_wrapped_paragraphs_are_whole() -> None:
    parts = read_page(WRAPPED)
    assert [" ".join(span.of(WRAPPED).split()) for span in parts.body] == [
        "RIVERTON — The old bridge over the Arn fell into the river on Monday, and nobody was hurt, the mayor"
        " said. It had stood there for two hundred years.",
        "Carts had crossed it before cars did, and a song was made of it that every child of the valley"
        " knows by heart.",
    ]


def test_short_lines_one_below_another_are_paragraphs_of_their_own() -> None:
    page = (
        "Final Scores\n\nRiverton 3, St. Ives 1\nArnford 2, Hill 2\nValley United 0, Port 4\nMill 1, Ash 0\n"
    )
    assert len(read_page(page).body) == 4
