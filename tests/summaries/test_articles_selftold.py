"""What a web page says of itself, each thing from the surest place that tells it."""

from dataclasses import dataclass
from datetime import date

import pytest

from summaries import articles
from summaries.models import Article

STORY = """<p>The old bridge over the Arn fell into the river on Monday, and nobody was hurt, said Chu.</p>
<p>It had stood there for two hundred years, and carts had crossed it before cars did.</p>"""
ADDRESS = '<link rel="canonical" href="https://www.valleytimes.example/2016/bridge">'


def parse(
    head: str = "", *, under: str = "", foot: str = "", below: str = "", heading: str = "Old Bridge Falls"
) -> Article:
    page = f"""<!DOCTYPE html><html lang="en"><head><title>Old Bridge Falls</title>{head}</head><body><main>
    <article><h1>{heading}</h1>{under}{STORY}{foot}</article></main>{below}</body></html>"""
    return articles.parse(page, path="x.html", form="html")


def linked(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


def news(*told: str, kind: str = "NewsArticle", headline: str = "Old Bridge Falls") -> str:
    return ",".join([f'{{"@type":"{kind}","headline":"{headline}"', *told]) + "}"


@dataclass(frozen=True, kw_only=True)
class Told:
    """What is read; of a picture, an address and so on None where nothing is."""

    url: str | None = None
    author: str | None = None
    image: str | None = None
    outlet: str | None = None
    published: str | None = None
    modified: str | None = None


def told(article: Article) -> Told:
    return Told(
        url=article.url,
        author=article.author,
        image=article.image,
        outlet=article.outlet,
        published=article.published,
        modified=article.modified,
    )


META = """<meta name="author" content="By Bo Chu"><meta property="og:image" content="https://v.example/meta.jpg">
<meta property="og:site_name" content="Meta Times"><meta property="og:url" content="https://v.example/meta">
<meta property="article:published_time" content="2016-12-13">
<meta name="last-modified" content="2016-12-16">"""
TOLD = {
    "nothing": ("", Told()),
    "meta": (
        META,
        Told(
            url="https://v.example/meta",
            author="Bo Chu",
            image="https://v.example/meta.jpg",
            outlet="Meta Times",
            published="2016-12-13",
            modified="2016-12-16",
        ),
    ),
    "data before meta": (
        META
        + linked(
            news(
                '"author":[{"@type":"Person","name":"Ann Lee"},{"name":"ANN LEE"},{"name":"Eva Ruiz"}]',
                '"image":{"@type":"ImageObject","name":"Bridge","url":"https://v.example/data.jpg"}',
                '"publisher":{"name":"Valley Times"}',
                '"datePublished":"2016-12-14T10:30:00+02:00","dateModified":"2016-12-15T08:00:00.000Z"',
                '"url":"https://v.example/data"',
            )
        ),
        Told(
            url="https://v.example/data",
            author="Ann Lee, Eva Ruiz",
            image="https://v.example/data.jpg",
            outlet="Valley Times",
            published="2016-12-14T08:30:00Z",
            modified="2016-12-15T08:00:00Z",
        ),
    ),
    "data in a graph that refers": (
        linked(
            '{"@graph":[' + news('"author":{"@id":"#ann"}', '"datePublished":"2016-12-14"') + ","
            '{"@id":"#ann","@type":"Person","name":"Ann Lee"}]}'
        ),
        Told(author="Ann Lee", published="2016-12-14"),
    ),
    "data of several articles, one with the page's title": (
        linked(
            "["
            + news('"datePublished":"2015-01-02"', headline="Cows on the ferry")
            + ","
            + news('"datePublished":"2016-12-14"')
            + "]"
        ),
        Told(published="2016-12-14"),
    ),
    "data of another story alone": (
        linked(news('"datePublished":"2015-01-02"', '"url":"https://v.example/x"', headline="Cows on ferry")),
        Told(),
    ),
    "data whose headline has a word of the page's": (
        linked(news('"datePublished":"2016-12-14"', headline="What fell: a bridge")),
        Told(published="2016-12-14"),
    ),
    "data at the page's address, whatever its headline": (
        ADDRESS
        + linked(
            news(
                '"datePublished":"2016-12-14"',
                '"url":"https://www.valleytimes.example/2016/bridge"',
                headline="Arn crossing lost",
            )
        ),
        Told(
            url="https://www.valleytimes.example/2016/bridge",
            outlet="valleytimes.example",
            published="2016-12-14",
        ),
    ),
    "day that machines write for none": (
        '<meta property="article:published_time" content="1970-01-01T00:00:00Z">',
        Told(),
    ),
    "data of several other articles": (
        linked(
            "["
            + news('"datePublished":"2015-01-02"', headline="Cows on the ferry")
            + ","
            + news('"datePublished":"2015-01-03"', headline="Mayor swims")
            + "]"
        ),
        Told(),
    ),
    "data inside a list of stories": (
        linked('{"@type":"ItemList","itemListElement":[' + news('"datePublished":"2015-01-02"') + "]}"),
        Told(),
    ),
    "broken data": (
        linked('{"@type":"NewsArticle","datePublished":') + "".join(META.splitlines()[2:]),
        Told(published="2016-12-13", modified="2016-12-16"),
    ),
    "change alone": (
        linked(news('"dateModified":"2016-12-20T10:00:00Z"')),
        Told(modified="2016-12-20T10:00:00Z"),
    ),
    "order of day and month unknown": ('<meta name="date" content="03/04/2016">', Told()),
    "hour without a zone": (
        '<meta name="pubdate" content="2016-12-14 09:30:00">',
        Told(published="2016-12-14"),
    ),
    "as mail writes it": (
        '<meta name="pubdate" content="Wed, 14 Dec 2016 09:30:00 +0100">',
        Told(published="2016-12-14T08:30:00Z"),
    ),
    "day in the address": (
        '<link rel="canonical" href="https://www.valleytimes.example/2016/dec/14/bridge/">',
        Told(
            url="https://www.valleytimes.example/2016/dec/14/bridge/",
            outlet="valleytimes.example",
            published="2016-12-14",
        ),
    ),
    "picture with a path alone": (
        ADDRESS + '<meta property="og:image" content="/pictures/bridge.jpg">',
        Told(
            url="https://www.valleytimes.example/2016/bridge",
            outlet="valleytimes.example",
            image="https://www.valleytimes.example/pictures/bridge.jpg",
        ),
    ),
    "root of the site is no article's address": (
        '<link rel="canonical" href="https://v.example/"><meta property="og:url" content="https://v.example/a">',
        Told(url="https://v.example/a", outlet="v.example"),
    ),
    "addresses that nothing opens": (
        '<link rel="canonical" href="javascript:alert(1)"><meta property="og:image" content="data:,A">'
        '<meta property="og:url" content="ftp://v.example/a">',
        Told(),
    ),
    "address without end": (f'<meta property="og:url" content="https://v.example/{"a" * 3000}">', Told()),
    "handles and addresses are no author": ('<meta name="author" content="https://v.example/ann">', Told()),
    "outlet that its address knows": (
        ADDRESS + '<meta property="og:site_name" content="News, Weather, Sports | ValleyTimes 7">',
        Told(url="https://www.valleytimes.example/2016/bridge", outlet="ValleyTimes 7"),
    ),
}


@pytest.mark.parametrize(("head", "expected"), TOLD.values(), ids=TOLD.keys())
def test_page_tells_of_itself(head: str, expected: Told) -> None:
    assert told(parse(head)) == expected


DAYS = {
    "under the heading": ("<div>14 December 2016</div>", "", "2016-12-14"),
    "under the heading, with its hour": (
        '<time datetime="2016-12-14T08:00:00Z">Dec. 14, 2016</time>',
        "",
        "2016-12-14T08:00:00Z",
    ),
    "marked": ("", '<span itemprop="datePublished" content="2016-12-14">Wed</span>', "2016-12-14"),
    "marked, behind that of a film": (
        "",
        '<div itemscope itemtype="https://schema.org/VideoObject"><meta itemprop="datePublished"'
        ' content="2016-12-16"></div><meta itemprop="datePublished" content="2016-12-14">',
        "2016-12-14",
    ),
    "marked of a film alone": (
        "",
        '<p itemscope itemtype="http://schema.org/VideoObject"><span itemprop="datePublished"'
        ' content="2016-12-16">Fri</span></p>',
        None,
    ),
    "told to machines alone": (
        '<div>Ann Lee <time datetime="2016-12-14T08:00:00Z">1 day ago</time></div>',
        "",
        "2016-12-14T08:00:00Z",
    ),
    "told to machines as a change": (
        '<div>Updated: <time datetime="2016-12-14T08:00:00Z">1 day ago</time></div>',
        "",
        None,
    ),
    "in an element called relative": (
        '<div class="relative"><span>14 December 2016</span></div>',
        "",
        "2016-12-14",
    ),
    "of a change, labelled before its element": (
        "<div><b>Last updated</b> <i>14 December 2016</i></div>",
        "",
        None,
    ),
    "order of day and month unknown": ("<div>03/04/2016</div>", "", None),
    "of a change": ("<div>Updated 14 December 2016</div>", "", None),
    "of a print": ("<div>Printed 14 December 2016</div>", "", None),
    "of another story": ('<div class="related"><time>14 December 2016</time></div>', "", None),
    "of another story below": (
        "",
        '<aside><time datetime="2016-12-14">14 December 2016</time></aside>',
        None,
    ),
    "of a comment": ("", '<div class="comments"><time pubdate datetime="2016-12-14">then</time></div>', None),
    "below the story": ("", "<div>14 December 2016</div>", None),
    "of a change, labelled in an element of its own": (
        "<div><span>Last update</span> <span><time>14 December 2016</time></span></div>",
        "",
        None,
    ),
    "of publication, under a line of changes": (
        "<div>Updated 16 December 2016</div><div><time>14 December 2016</time></div>",
        "",
        "2016-12-14",
    ),
    "date of something else": ("<div>Event date: <time>14 December 2016</time></div>", "", None),
    "date of the article": ("<div>Date: <time>14 December 2016</time></div>", "", "2016-12-14"),
    "of something else, named before it": ("<div>Valley fair: <time>14 December 2016</time></div>", "", None),
    "labelled as published": ("<div>Published: <time>14 December 2016</time></div>", "", "2016-12-14"),
    "of a picture": (
        "<figure><img><figcaption>The bridge. <time>14 December 1916</time></figcaption></figure>",
        "",
        None,
    ),
    "in the story's first sentence": (
        "<p>The bridge that was opened on <time datetime='1916-12-14'>14 December 1916</time> is no more, "
        "and none is planned.</p>",
        "",
        None,
    ),
    "of a visit": ("<div>Today is 14 December 2016</div>", "", None),
    "of another story's item": (
        "",
        '<section><article itemscope itemtype="https://schema.org/NewsArticle"><h3>Cows swim</h3>'
        '<time itemprop="datePublished" datetime="2015-01-02">2 January</time></article></section>',
        None,
    ),
    "of the story's item with a lesser heading": (
        "",
        f'<article itemscope itemtype="https://schema.org/NewsArticle"><h3>How it fell</h3>{STORY}'
        '<time itemprop="datePublished" datetime="2016-12-14">14 December</time></article>',
        "2016-12-14",
    ),
}


def test_heading_that_speaks_of_an_update_labels_no_day() -> None:
    under = '<time datetime="2016-12-14">14 December 2016</time>'
    assert parse(under=under, heading="Old Bridge Updated").published == "2016-12-14"


@pytest.mark.parametrize(
    ("note", "published", "day"),
    [
        ("This article first appeared in the Hill Gazette on 2 February 1974.", "2016-12-14", "1974-02-02"),
        ("This story was first published on 14 December 2016.", None, "2016-12-14"),
        ("This story was first published on 20 December 2016.", "2016-12-14", "2016-12-14"),
        ("This story was amended on 2 February 1974.", "2016-12-14", "2016-12-14"),
        (
            "An earlier version of this story, first published on 12 December 2016, told of 2 February 1974.",
            "2016-12-14",
            "2016-12-12",
        ),
        ("The bridge first appeared in the Hill Gazette on 2 February 1974.", "2016-12-14", "2016-12-14"),
    ],
    ids=[
        "older piece",
        "no other day",
        "later",
        "amended",
        "day of what is corrected",
        "of the article's own words",
    ],
)
def test_piece_printed_again_is_of_the_day_of_its_first_print(
    note: str, published: str | None, day: str
) -> None:
    head = f'<meta property="article:published_time" content="{published}">' if published else ""
    assert parse(head, under=f"<p>{note}</p>").published == day


@pytest.mark.parametrize(("under", "below", "expected"), DAYS.values(), ids=DAYS.keys())
def test_day_on_the_page_is_the_article_s_own(under: str, below: str, expected: str | None) -> None:
    assert parse(under=under, below=below).published == expected


def test_day_is_the_article_s_where_a_class_of_the_article_names_its_sidebar() -> None:
    page = f"""<html><head><title>Old Bridge Falls</title></head><body><article class="with-sidebar">
    <h1>Old Bridge Falls</h1><span class="date">14 December 2016</span>{STORY}</article></body></html>"""
    assert articles.parse(page, path="x.html", form="html").published == "2016-12-14"


def test_heading_that_the_menu_repeats_is_the_one_above_the_story() -> None:
    page = f"""<html><head><title>Old Bridge Falls</title></head><body><div class="nav__top">
    <h1>Old Bridge Falls</h1>{"<i></i>" * 80}</div><main><h1>Old Bridge Falls</h1>
    <em>14 December 2016</em>{STORY}
    </main></body></html>"""
    assert articles.parse(page, path="x.html", form="html").published == "2016-12-14"


def test_day_stands_under_what_only_a_class_calls_the_headline() -> None:
    page = f"""<html><head><title>Old Bridge Falls - Valley Times</title></head><body><h1>Log in</h1>
    <main><div class="headline">Old Bridge Falls</div><div>2016-12-14 21:20:00</div>{STORY}</main>
    </body></html>"""
    article = articles.parse(page, path="x.html", form="html")
    assert (article.published, article.outlet) == ("2016-12-14", "Valley Times")


def test_list_of_stories_bears_no_day() -> None:
    listing = linked('{"@type":"CollectionPage","name":"Bridges"}')
    assert parse(META + listing).published is None


WRITERS = {
    "By Ann Lee": "Ann Lee",
    "Ann Lee Valley Times Staff": "Ann Lee",
    "Ann Lee, Staff Writer": "Ann Lee",
    "National Desk": None,
    "Valley Times": None,
    "valley times staff": None,
    "Letters to the Editor": None,
    "Daily Post Reporter": None,
    "Ann Lee, Valley Times": "Ann Lee",
    "Ann Lee, CNN": "Ann Lee",
    "Ann Lee / CNN": "Ann Lee",
    "Ann Lee and Bo Chu, for the Valley Times": "Ann Lee and Bo Chu",
    "Ann Lee, Jane Post": "Ann Lee, Jane Post",
    "Ann Lee, Tom Ray": "Ann Lee, Tom Ray",
    "Ann Lee Games Editor": "Ann Lee",
    "Ann Lee, Senior Health Reporter": "Ann Lee",
    "Sam Royal, Reporter": "Sam Royal",
    "ANN LEE, AP Auto Writer": "Ann Lee",
    "ANNE-MARIE O'HARA, TOM NG": "Anne-Marie O'Hara, Tom Ng",
    "BO MCCANN AND JJ ROE": "Bo McCann and JJ Roe",
    "J.R. MCRAY and AJ LEE": "J.R. McRay and AJ Lee",
    "EDWIN CHU III": "Edwin Chu III",
    "МАРИЯ ЧУ": "Мария Чу",
    "Ann DE LEE": "Ann DE LEE",
    "UN NEWS": "UN NEWS",
    "HARBOUR": "HARBOUR",
    "Ann Lee, Futurism": "Ann Lee",
    "Reuters": None,
    "Our Foreign Staff": None,
    "Our Sports Desk": None,
    "The Political Staff": None,
}


@pytest.mark.parametrize(("words", "name"), WRITERS.items(), ids=WRITERS.keys())
def test_author_is_a_person_without_desk_or_outlet(words: str, name: str | None) -> None:
    head = f'<meta name="author" content="{words}"><meta property="og:site_name" content="Valley Times">'
    assert parse(head).author == name


def test_writer_is_guessed_from_what_stands_under_the_heading() -> None:
    assert parse(under='<p class="byline">By <a rel="author">Ann Lee</a></p>').author == "Ann Lee"
    assert parse(below='<p class="author">Bo Chu</p>').author is None


@pytest.mark.parametrize(
    ("under", "name"),
    [
        pytest.param('<span class="v-byline">By <a>Ann Lee</a></span>', "Ann Lee", id="own class"),
        pytest.param(
            '<cite class="vcard">By <span class="fn">BO LEE</span> May 3</cite>', "Bo Lee", id="card"
        ),
        pytest.param('<span>Par <a class="auteur">Ann Lee</a> (avec Bo Chu)</span>', "Ann Lee", id="French"),
        pytest.param(
            f'{"<a>Share</a>" * 80}<i class="byline">By Ann Lee</i>', "Ann Lee", id="behind buttons"
        ),
        pytest.param("<p>By Ann Lee</p>", "Ann Lee", id="a line that nothing marks"),
        pytest.param(
            '<i class="byline">By: CNN Wire</i><div><div>By Ann Lee</div><div>CNN</div></div>',
            "Ann Lee",
            id="under an agency's",
        ),
        pytest.param(
            "<div><div><span>By</span><a>J.R. Chu</a></div><div>May 3, 2016</div></div>",
            "J.R. Chu",
            id="glued",
        ),
        pytest.param('<a rel="author">Anna (A.J.) Lee</a>', "Anna (A.J.) Lee", id="initials in brackets"),
        pytest.param("<header><span>By Royal Charter</span></header>", None, id="no given name"),
        pytest.param('<i class="byline">By Valley Post</i>', None, id="a house"),
        pytest.param('<span class="v-byline">By our own staff</span>', None, id="nobody"),
        pytest.param("<p>By Harbour and by land they came</p>", None, id="no names"),
    ],
)
def test_writer_is_read_from_a_line_of_names(under: str, name: str | None) -> None:
    assert parse(under=under).author == name


@pytest.mark.parametrize(
    ("foot", "name"),
    [
        pytest.param("– Ann Lee", "Ann Lee", id="behind a dash"),
        pytest.param("-- By Ann Lee Follow @annlee", "Ann Lee", id="behind dash and by"),
        pytest.param(
            "(Reporting by Ann Lee in Cairo and Bo Chu; Editing by Eva Ruiz)",
            "Ann Lee and Bo Chu",
            id="agency's",
        ),
        pytest.param("Auteur : Ann Lee</p><p>Edition : B-C. Ruiz", "Ann Lee", id="labels"),
        pytest.param("Author: Ann Lee told me that it rained.", None, id="a turn of a talk"),
        pytest.param("– The Valley Post", None, id="a house"),
        pytest.param("Editing by Eva Ruiz", None, id="who edited"),
    ],
)
def test_writer_is_read_from_the_story_s_foot(foot: str, name: str | None) -> None:
    assert parse(foot=f"<p>{foot}</p>").author == name


@pytest.mark.parametrize(
    ("under", "name"),
    [
        pytest.param('<i class="byline">By Bo Chu</i>', "Bo Chu", id="another's"),
        pytest.param('<i itemprop="author">By <a rel="author">7 News VTV</a></i>', None, id="the newsroom's"),
        pytest.param('<i class="byline">By ANN LEE and Bo Chu</i>', "Ann Lee", id="theirs with another's"),
        pytest.param(
            '<i class="byline">By 7 News VTV</i><p>Ann Lee reports</p>', "Ann Lee", id="theirs beside"
        ),
        pytest.param('<i class="author">Bo Chu</i>', "Ann Lee", id="a name without by"),
    ],
)
def test_writer_is_not_whom_the_data_tell_of_where_the_page_prints_another(
    under: str, name: str | None
) -> None:
    head = '<meta name="author" content="Ann Lee"><meta property="og:site_name" content="VTV 7News">'
    assert parse(head, under=under).author == name


OUTLETS = {
    "spelled better in the title": (
        "valleytimes.example",
        "ValleyTimes",
        "| Valley Times",
        "",
        "Valley Times",
    ),
    "capitals of the title": ("valley.example", "valley.example", "| Valley.example", "", "Valley.example"),
    "article of the title": (
        "valleytimes.example",
        "Valley Times",
        "| The Valley Times",
        "",
        "The Valley Times",
    ),
    "small article": ("valleytimes.example", "the Valley Times", "", "", "The Valley Times"),
    "another's in the title": ("valleytimes.example", "Valley Times", "| Arn Post", "", "Valley Times"),
    "spelled by the address": (
        "vibulletin.com",
        "",
        "",
        "<footer>The Valley Isles Bulletin was founded by Bo Chu.</footer>",
        "The Valley Isles Bulletin",
    ),
    "its part's name": ("money.valley.com", "", "", '<img title="Valley Money">', "Valley Money"),
    "not spelled": (
        "vibulletin.com",
        "",
        "",
        "<footer>The Arn Isles Bulletin</footer>",
        "vibulletin.com",
    ),
    "letters alone": ("vic.com", "", "", "<footer>Valley Isles Bulletin</footer>", "vic.com"),
}


@pytest.mark.parametrize(("host", "site", "behind", "below", "outlet"), OUTLETS.values(), ids=OUTLETS.keys())
def test_outlet_is_named_as_the_page_s_readers_see_it(
    host: str, site: str, behind: str, below: str, outlet: str
) -> None:
    told = f'<meta property="og:site_name" content="{site}">' if site else ""
    title = f'<meta property="og:title" content="Old Bridge Falls {behind}">'
    head = f'<link rel="canonical" href="https://www.{host}/2016/bridge">{told}{title}'
    assert parse(head, below=below).outlet == outlet


def test_page_date_is_the_day_of_the_address_where_the_hour_falls_on_the_next() -> None:
    head = """<link rel="canonical" href="https://v.example/2016/12/14/bridge/">
    <meta property="article:published_time" content="2016-12-15T03:30:00Z">"""
    article = parse(head)
    assert (article.page_date, article.published) == (date(2016, 12, 14), "2016-12-15T03:30:00Z")


def test_day_of_an_hour_that_tells_its_zone_is_the_page_s_whatever_its_address_has() -> None:
    head = """<link rel="canonical" href="https://v.example/2016/12/15/bridge/">
    <meta property="article:published_time" content="2016-12-14T16:30:00-05:00">"""
    article = parse(head)
    assert (article.page_date, article.published) == (date(2016, 12, 14), "2016-12-14T21:30:00Z")


PRINTED_DAYS = [
    pytest.param("2016-12-15T03:30:00Z", "<div>December 14, 2016</div>", 14, id="west-of-greenwich"),
    pytest.param(
        "2016-12-15T03:30:00Z",
        "<div>December 14, 2016 / 10:30 PM / Updated 8 hours ago</div>",
        14,
        id="with-how-long-ago-it-was-changed",
    ),
    pytest.param("2016-12-14T22:30:00Z", "<div>15 December 2016</div>", 15, id="east-of-greenwich"),
    pytest.param("2016-12-15T13:30:00Z", "<div>14 December 2016</div>", 15, id="no-zone-tells-it"),
    pytest.param("2016-12-15T03:30:00+02:00", "<div>14 December 2016</div>", 15, id="in-its-own-zone"),
    pytest.param("2016-12-15", "<div>14 December 2016</div>", 15, id="without-an-hour"),
    pytest.param("2016-12-15T03:30:00Z", "<div>13 December 2016</div>", 15, id="two-days-before"),
    pytest.param("2016-12-14T22:30:00Z", "<div>Updated 15 December 2016</div>", 14, id="of-a-change"),
]


@pytest.mark.parametrize(("told", "under", "day"), PRINTED_DAYS)
def test_page_date_is_the_day_that_readers_see_where_only_the_zone_parts_the_two(
    told: str, under: str, day: int
) -> None:
    article = parse(f'<meta property="article:published_time" content="{told}">', under=under)
    assert article.page_date == date(2016, 12, day)


HEADINGS = {
    "heading before the window's title": (
        "Old Bridge Falls Into the Arn",
        "",
        "Old Bridge Falls Into the Arn",
    ),
    "section in front": ("Local News | Old Bridge Falls", "", "Old Bridge Falls"),
    "site's own name": ("The Valley Times", "", "Old Bridge Falls"),
    "another than the window's": ("Ferry Sinks Off Torrin", "", "Ferry Sinks Off Torrin"),
    "outlet behind": (
        "",
        '<meta property="og:title" content="Bridge falls - Meta Times">' + META,
        "Bridge falls",
    ),
}


@pytest.mark.parametrize(("heading", "head", "expected"), HEADINGS.values(), ids=HEADINGS.keys())
def test_headline_is_what_a_reader_sees_above_the_story(heading: str, head: str, expected: str) -> None:
    article = parse(head, heading=heading)
    assert article.headline is not None
    assert article.headline.of(article.text) == expected


def test_deep_data_is_passed_over() -> None:
    assert told(parse(linked('{"a":' * 20_000 + "1" + "}" * 20_000))) == Told()
