"""Feeds as the world writes them, and what our own values have of them."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.newsroom.sources.feed_worker import ReadingLimits, read_within
from bot.newsroom.sources.markup import text_of
from bot.newsroom.sources.resources import read_resource
from bot.newsroom.sources.values import Entry, Feed, FeedList, ListedFeed, WebPage

HOME = "https://news.test/feeds/all.xml"


def read(text: str | bytes, *, content_type: str | None = None) -> Feed | WebPage | FeedList:
    raw = text.encode() if isinstance(text, str) else text
    return read_resource(raw, address=HOME, content_type=content_type)


def feed(text: str | bytes, *, content_type: str | None = None) -> Feed:
    document = read(text, content_type=content_type)
    assert isinstance(document, Feed)
    return document


def rss(*items: str, channel: str = "", prolog: str = "") -> str:
    inner = "".join(f"<item>{item}</item>" for item in items)
    return f'{prolog}<rss version="2.0"><channel><title>The News</title>{channel}{inner}</channel></rss>'


def only(document: Feed) -> Entry:
    [entry] = document.entries
    return entry


FORMS = {
    "rss091u": '<rss version="0.91"><channel><title>N</title><item>{0}</item></channel></rss>',
    "rss092": '<rss version="0.92"><channel><title>N</title><item>{0}</item></channel></rss>',
    "rss20": '<rss version="2.0"><channel><title>N</title><item>{0}</item></channel></rss>',
    "rss": "<rss><channel><title>N</title><item>{0}</item></channel></rss>",
    "rss090": '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
    ' xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>N</title></channel><item>{0}</item></rdf:RDF>',
    "rss10": '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
    "<channel><title>N</title></channel><item>{0}</item></rdf:RDF>",
    "atom03": '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>N</title><entry>{1}</entry></feed>',
    "atom10": '<feed xmlns="http://www.w3.org/2005/Atom"><title>N</title><entry>{1}</entry></feed>',
}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_feed_is_read(form: str) -> None:
    items = (
        "<title>Rain</title><link>https://news.test/1</link>",
        '<title>Rain</title><link href="https://news.test/1"/>',
    )
    found = feed(FORMS[form].format(*items))
    assert (found.form, found.title) == (form, "N")
    assert (only(found).title, only(found).link) == ("Rain", "https://news.test/1")


def test_feed_without_entries_is_a_feed() -> None:
    assert feed(rss()).entries == ()


def test_all_that_an_entry_tells_is_kept() -> None:
    item = """<title>Rain &amp; wind</title><link>https://news.test/1</link>
    <guid isPermaLink="false">n:1</guid><pubDate>Tue, 24 Dec 2024 10:00:00 +0200</pubDate>
    <author>a@news.test (Ana Ruiz)</author>
    <description>It rained.</description><content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/">
    <![CDATA[<p>It rained all day.</p>]]></content:encoded>"""
    entry = only(feed(rss(item)))
    assert (entry.id, entry.link, entry.title) == ("n:1", "https://news.test/1", "Rain & wind")
    assert (entry.summary, entry.text, entry.author) == (
        "It rained.",
        "<p>It rained all day.</p>",
        "Ana Ruiz",
    )
    assert entry.published is not None
    assert entry.published.words == "Tue, 24 Dec 2024 10:00:00 +0200"
    assert entry.published.moment == datetime(2024, 12, 24, 8, tzinfo=UTC)
    assert entry.updated is None


def test_several_authors_are_named_once_each() -> None:
    atom = "".join(f"<author><name>{name}</name></author>" for name in ("Ana Ruiz", "Bo Chu", "Ana Ruiz"))
    assert only(feed(FORMS["atom10"].format("", atom))).author == "Ana Ruiz, Bo Chu"


# The traps.


def test_control_characters_are_no_part_of_a_text() -> None:
    entry = only(feed(rss("<title>Rain\x0b \x1b[31min \x9dMay</title><description>a\x00b</description>")))
    assert (entry.title, entry.text) == ("Rain [31min May", "ab")


def test_bare_ampersand_and_undefined_entities_are_read() -> None:
    entry = only(feed(rss("<title>Salt & Sons&nbsp;&mdash; caf&eacute; &nosuch;</title>")))
    assert entry.title == "Salt & Sons — café &nosuch;"


@pytest.mark.parametrize(
    ("raw", "content_type"),
    [
        pytest.param(b"<?xml version='1.0' encoding='iso-8859-1'?>{}", None, id="prolog wrong"),
        pytest.param(
            b"<?xml version='1.0' encoding='utf-8'?>{}", "text/xml; charset=ISO-8859-1", id="header wrong"
        ),
        pytest.param(b"{}", "text/xml", id="header without, nothing told"),
        pytest.param(b"<?xml version='1.0' encoding='nonsense'?>{}", None, id="prolog of nonsense"),
    ],
)
def test_bytes_that_are_utf8_are_read_so_whatever_is_declared(raw: bytes, content_type: str | None) -> None:
    body = raw.replace(b"{}", rss("<title>Café “Bar”</title>").encode())
    assert only(feed(body, content_type=content_type)).title == "Café “Bar”"


@pytest.mark.parametrize(
    ("encoding", "declared", "content_type"),
    [
        pytest.param("windows-1252", "utf-8", None, id="prolog says UTF-8"),
        pytest.param("windows-1252", "iso-8859-1", None, id="prolog says Latin-1 and means Windows"),
        pytest.param("windows-1252", "utf-8", "text/xml; charset=windows-1252", id="header says it"),
        pytest.param("utf-16", "utf-16", None, id="UTF-16 with its mark"),
        pytest.param("utf-16-le", "utf-16", None, id="UTF-16 without"),
    ],
)
def test_bytes_in_another_encoding_are_read(encoding: str, declared: str, content_type: str | None) -> None:
    text = rss("<title>Café “Bar”</title>", prolog=f'<?xml version="1.0" encoding="{declared}"?>')
    assert only(feed(text.encode(encoding), content_type=content_type)).title == "Café “Bar”"


@pytest.mark.parametrize(
    "declared", ["punycode", "idna", "utf-7", "unicode_escape", "base64", "undefined", "\udce9"]
)
def test_encoding_that_no_text_is_in_is_not_believed(declared: str) -> None:
    raw = rss("<title>Café “Bar”</title>").encode("windows-1252")
    assert only(feed(raw, content_type=f"text/xml; charset={declared}")).title == "Café “Bar”"


def test_damaged_letter_costs_itself_alone() -> None:
    damaged = rss("<title>" + "Füße “übermüdet” " * 3 + "X</title>").encode().replace(b"X", b"\xe9")
    assert only(feed(damaged)).title == "Füße “übermüdet” " * 3 + "\ufffd"


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("AT&amp;amp;T", "AT&T"),
        ("Don&amp;#8217;t", "Don’t"),
        ("&lt;b&gt;Bold&lt;/b&gt; move", "Bold move"),
        ("&amp;lt;b&amp;gt;", "<b>"),
        ("1 &lt; 2", "1 < 2"),
        ("<![CDATA[Don&#39;t]]>", "Don't"),
    ],
)
def test_title_that_was_escaped_twice_is_plain(written: str, read_as: str) -> None:
    assert only(feed(rss(f"<title>{written}</title>"))).title == read_as


def test_emoji_in_two_halves_is_one_and_what_names_no_character_is_none() -> None:
    entry = only(feed(rss("<title>&#55357;&#56832; &#xD800;&#x110000;&#0;&#99999999999999;ok</title>")))
    assert entry.title == "😀 ok"


@pytest.mark.parametrize(
    ("told", "link"),
    [
        ("<link>/1.html</link>", "https://news.test/1.html"),
        ("<link>2.html</link>", "https://news.test/feeds/2.html"),
        ("<link> https://news.test/\n3 </link>", "https://news.test/3"),
        ("<link>//other.test/4</link>", "https://other.test/4"),
        ('<link xml:base="https://other.test/a/">5</link>', "https://other.test/a/5"),
        ("<link>javascript:alert(1)</link>", None),
        ("<link>mailto:a@news.test</link>", None),
        ("<link>data:text/html,x</link>", None),
        ("<link>file:///etc/passwd</link>", None),
        ("<link>http://</link>", None),
        ("<link>https://news.test@other.test/</link>", None),
        ("<link>https://other.test\\.news.test/</link>", None),
        ("<link>https://news.test/@ana/1</link>", "https://news.test/@ana/1"),
        ("<link>http://[::1/</link>", None),
        ("<link></link>", None),
        ("<guid>https://news.test/6</guid>", "https://news.test/6"),
        ("<guid>n-6</guid>", None),
        ('<guid isPermaLink="false">https://news.test/7</guid>', "https://news.test/7"),
        ("<link>https://news.test/8</link><guid>https://news.test/?p=8</guid>", "https://news.test/8"),
        ('<enclosure url="https://news.test/9.mp3" type="audio/mpeg" length="1"/>', None),
    ],
)
def test_link_is_absolute_and_http_or_none(told: str, link: str | None) -> None:
    assert only(feed(rss(f"<title>T</title>{told}"))).link == link


def test_links_within_atom_are_joined_to_its_base() -> None:
    head = '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://other.test/a/">'
    assert only(feed(f'{head}<entry><link href="1"/></entry></feed>')).link == "https://other.test/a/1"


def test_id_stays_as_it_was_written() -> None:
    assert only(feed(rss("<guid>a/b</guid>"))).id == "a/b"
    assert only(feed(FORMS["atom10"].format("", "<id>HTTP://News.test/1</id>"))).id == "HTTP://News.test/1"


def test_year_in_two_figures_is_this_centurys() -> None:
    published = only(feed(rss("<pubDate>Tue, 24 Dec 24 10:00:00 GMT</pubDate>"))).published
    assert published is not None
    assert published.moment == datetime(2024, 12, 24, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    "words", ["1714000000", "-0001-11-30T00:00:00Z", "tomorrow", "Mon, 30 Feb 2024 10:00:00 GMT"]
)
def test_date_that_a_library_would_guess_is_kept_unread(words: str) -> None:
    published = only(feed(rss(f"<pubDate>{words}</pubDate>"))).published
    assert published is not None
    assert (published.words, published.moment) == (words, None)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Tue, 24 Dec 2024 10:00:00 GMT", True),
        ("2024-12-24T10:00:00+01:00", True),
        ("2024-12-24T10:00:00.123Z", True),
        ("2024-12-24", False),
        ("2024-12-24T10:00:00", False),
        ("Tue, 24 Dec 2024 10:00:00 MEZ", False),
    ],
)
def test_hour_is_told_only_with_its_zone(words: str, *, told: bool) -> None:
    published = only(feed(rss(f"<pubDate>{words}</pubDate>"))).published
    assert published is not None
    assert published.hour_told is told


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<p>It rained.</p><p>All\nday <b>long</b>.</p>", "It rained.\nAll day long."),
        ("It rained.<br>All day", "It rained.\nAll day"),
        ("<ul><li>One</li><li>Two &amp; three</li></ul>after", "One\nTwo & three\nafter"),
        ("No markup at all, 1 &lt; 2", "No markup at all, 1 < 2"),
        ("<img src='x'>", ""),
    ],
)
def test_words_of_a_text_stand_a_line_a_block(markup: str, words: str) -> None:
    assert only(feed(rss(f"<description><![CDATA[{markup}]]></description>"))).words == words


UNFINISHED = ["<", "<a ", "</", "<!", "<!--", "<?", "<![", "&", "<p a='", "<b>", "<div>", "<title>"]


@pytest.mark.parametrize("piece", UNFINISHED)
def test_markup_without_an_end_is_read(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    assert isinstance(text_of(text), str)
    assert isinstance(read(f"<!doctype html>{text}"), WebPage)


def test_text_that_is_said_to_be_plain_keeps_its_signs() -> None:
    plain = '<summary type="text">&lt;b&gt; is bold</summary>'
    entry = only(feed(FORMS["atom10"].format("", plain)))
    assert (entry.text, entry.words) == ("&lt;b&gt; is bold", "<b> is bold")


def test_scripts_are_left_out_of_texts() -> None:
    entry = only(
        feed(rss("<description><![CDATA[<p onclick='x()'>Rain<script>alert(1)</script></p>]]></description>"))
    )
    assert entry.text == "<p>Rain</p>"


def test_entities_that_grow_without_end_are_not_expanded() -> None:
    grown = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    entry = only(
        feed(rss("<title>&e9;</title>", prolog=f'<!DOCTYPE rss [<!ENTITY e0 "aaaaaaaaaa">{grown}]>'))
    )
    assert len(entry.title) < 100


@pytest.mark.parametrize("name", ["author", "dc:creator", "itunes:author", "managingEditor"])
@pytest.mark.parametrize("mail", ["", " a@news.test"], ids=["a name", "a name and mail"])
def test_author_without_an_end_is_cut_short_and_refuses_no_feed(name: str, mail: str) -> None:
    """A library looks for a mail address from each letter on: 300,000 took longer than any feed may."""
    told = f"<{name}>{'a' * 300_000}{mail}</{name}>"
    spaces = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'
    text = rss(f"<title>One</title>{told}", "<title>Two</title>", channel=told).replace(
        "<rss", f"<rss {spaces}", 1
    )
    read = read_within(
        text.encode(), address=HOME, content_type=None, name=HOME, limits=ReadingLimits(seconds=5)
    )
    assert isinstance(read, Feed)
    assert [entry.title for entry in read.entries] == ["One", "Two"]
    assert len(read.entries[0].author or "") <= 1_000


def test_entity_of_a_file_is_not_read() -> None:
    told = rss("<title>a&f;</title>", prolog='<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/hostname">]>')
    assert only(feed(told)).title in ("a", "a&f;")


@pytest.mark.parametrize(
    ("channel", "pause"),
    [
        ("<ttl>90</ttl>", timedelta(minutes=90)),
        ("<ttl> often </ttl>", None),
        ("<ttl>-5</ttl>", None),
        ("<sy:updatePeriod>daily</sy:updatePeriod>", timedelta(days=1)),
        (
            "<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>",
            timedelta(hours=6),
        ),
        (
            "<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>",
            timedelta(hours=1),
        ),
        ("<ttl>999999999999</ttl>", None),
        ("<ttl>9999999</ttl>", timedelta(days=30)),
        ("", None),
    ],
)
def test_pause_that_a_feed_asks_for_is_told(channel: str, pause: timedelta | None) -> None:
    spaced = f'<x xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">{channel}</x>'
    assert feed(rss(channel=spaced)).least_pause == pause


# What is no feed.


def test_page_names_its_feeds_those_of_comments_last() -> None:
    page = """<!DOCTYPE html><head><base href="https://www.news.test/">
    <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
    <link REL="home Alternate" TYPE="application/atom+xml; charset=utf-8" href="atom.xml">
    <link rel="alternate" type="application/feed+json" href="//cdn.news.test/feed.json">
    <link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1">
    <link rel="alternate" hreflang="de" href="/de/"><link rel="stylesheet" type="text/css" href="a.css">
    <link rel="alternate" type="application/rss+xml" href="javascript:1">
    <link rel="alternate" type="application/rss+xml">
    </head>"""
    found = (
        "https://www.news.test/atom.xml",
        "https://cdn.news.test/feed.json",
        "https://www.news.test/comments/feed",
    )
    assert read(page) == WebPage(feeds=found)


def test_address_that_is_a_feed_is_never_overruled() -> None:
    link = '<link rel="alternate" type="application/rss+xml" href="/other.xml"/>'
    found = read(rss("<title>T</title>", channel=link), content_type="text/html")
    assert isinstance(found, Feed)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("We will be back soon.", id="plain words"),
        pytest.param(
            "<?xml version='1.0'?><!-- x --><html><item><title>T</title></item></html>", id="a page in XML"
        ),
        pytest.param("<!doctype html><p>Down for maintenance</p>", id="maintenance"),
        pytest.param('{"version": "2", "items": []}', id="other JSON"),
        pytest.param("<urlset><url><loc>https://news.test/</loc></url></urlset>", id="a sitemap"),
        pytest.param("{" * 10, id="broken JSON"),
    ],
)
def test_what_is_no_feed_is_a_page_without(text: str) -> None:
    assert read(text) == WebPage()


def test_list_of_feeds_is_read_whatever_its_encoding() -> None:
    opml = """<?xml version="1.0" encoding="{}"?><opml version="2.0"><head><title>Café</title></head><body>
    <outline text="Group é"><outline text="A &amp; B é" xmlUrl="https://a.test/?x=1&amp;y=2"/></outline>
    <outline title="Again" xmlUrl="https://a.test/?x=1&amp;y=2"/><outline text="Relative" xmlUrl="b.xml"/>
    <outline text="Bad" xmlUrl="javascript:1"/><outline text="None"/></body></opml>"""
    found = FeedList(
        title="Café",
        feeds=(
            ListedFeed(address="https://a.test/?x=1&y=2", title="A & B é"),
            ListedFeed(address="https://news.test/feeds/b.xml", title="Relative"),
        ),
    )
    for encoding in ("utf-8", "iso-8859-1", "utf-16"):
        assert read(opml.format(encoding).encode(encoding)) == found


def test_entities_of_a_list_of_feeds_are_not_expanded() -> None:
    grown = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    opml = f'<!DOCTYPE opml [<!ENTITY e0 "aaaaaaaaaa">{grown}]><opml><body><outline text="&e9;" xmlUrl="https://a.test/"/></body></opml>'
    found = read(opml)
    assert isinstance(found, FeedList)
    assert [len(one.title) < 100 for one in found.feeds] == [True]
