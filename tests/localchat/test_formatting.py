"""HTML becomes text and entities, or the complaint that Telegram makes."""

from contextlib import suppress
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.localchat.entities import Entity, tidy
from bot.localchat.formatting import parse_html
from bot.localchat.wire import ApiError


def an(kind: str, offset: int, length: int, **more: object) -> Entity:
    return Entity(type=kind, offset=offset, length=length, **more)


MEANINGS = {
    "nothing": ("", "", ()),
    "plain": ("Good morning", "Good morning", ()),
    "references": ("&lt;b&gt; &amp; &quot;&#39;&#x27;", "<b> & \"''", ()),
    "reference-without-semicolon": ("a &lt b", "a < b", ()),
    "unknown-reference-stays": ("&nbsp;&laquo;&Or; R&D", "&nbsp;&laquo;&Or; R&D", ()),
    "code-point-too-high-stays": ("&#12345678;", "&#12345678;", ()),
    "bold": ("<b>x</b>", "x", (an("bold", 0, 1),)),
    "strong": ("<strong>x</strong>", "x", (an("bold", 0, 1),)),
    "italic": ("<i>x</i>", "x", (an("italic", 0, 1),)),
    "em": ("<em>x</em>", "x", (an("italic", 0, 1),)),
    "underline": ("<u>x</u>", "x", (an("underline", 0, 1),)),
    "ins": ("<ins>x</ins>", "x", (an("underline", 0, 1),)),
    "strike": (
        "<s>x</s><strike>y</strike><del>z</del>",
        "xyz",
        tuple(an("strikethrough", i, 1) for i in range(3)),
    ),
    "spoiler": ("<tg-spoiler>x</tg-spoiler>", "x", (an("spoiler", 0, 1),)),
    "spoiler-span": ('<span class="tg-spoiler">x</span>', "x", (an("spoiler", 0, 1),)),
    "upper-case": ("<B>x</b>", "x", (an("bold", 0, 1),)),
    "unknown-attribute": ("<b id=1 class='y'>x</b>", "x", (an("bold", 0, 1),)),
    "nameless-end": ("<i>x</>", "x", (an("italic", 0, 1),)),
    "space-in-end": ("<i>x</i  >", "x", (an("italic", 0, 1),)),
    "empty-tag-is-nothing": ("a<b></b>", "a", ()),
    "nested": ("<i>a<b>b</b></i>", "ab", (an("italic", 0, 2), an("bold", 1, 1))),
    "astral-counts-two": ("🏟<b>🏟x</b>", "🏟🏟x", (an("bold", 2, 3),)),
    "link": (
        '<a href="https://a.org/p?a=1&amp;b=2">x</a>',
        "x",
        (an("text_link", 0, 1, url="https://a.org/p?a=1&b=2"),),
    ),
    "link-single-quotes": (
        "<a href = 'https://a.org'>x</a>",
        "x",
        (an("text_link", 0, 1, url="https://a.org/"),),
    ),
    "link-without-scheme": ("<a href=a.org>x</a>", "x", (an("text_link", 0, 1, url="http://a.org/"),)),
    "link-of-its-text": ("<a>a.org</a>", "a.org", (an("text_link", 0, 5, url="http://a.org/"),)),
    "link-to-nowhere": ('<a href="nowhere">x</a>', "x", ()),
    "link-to-user": ('<a href="tg://user?id=7">x</a>', "x", (an("text_mention", 0, 1, user_id=7),)),
    "code": ("<code>x</code>", "x", (an("code", 0, 1),)),
    "pre": ("<pre>x</pre>", "x", (an("pre", 0, 1),)),
    "pre-with-language": (
        '<pre><code class="language-py">x</code></pre>',
        "x",
        (an("pre", 0, 1, language="py"),),
    ),
    "language-outside": (
        '<code class="language-py"><pre>x</pre></code>',
        "x",
        (an("pre", 0, 1, language="py"),),
    ),
    "blockquote": ('<blockquote cite="">x</blockquote>', "x", (an("blockquote", 0, 1),)),
    "expandable": ("<blockquote expandable>x</blockquote>", "x", (an("expandable_blockquote", 0, 1),)),
    "emoji": ('<tg-emoji emoji-id="54">x</tg-emoji>', "x", (an("custom_emoji", 0, 1, custom_emoji_id="54"),)),
    "time": (
        '<tg-time unix="1480000000" format="wDT">x</tg-time>',
        "x",
        (an("date_time", 0, 1, unix_time=1480000000, date_time_format="wDT"),),
    ),
}


@pytest.mark.parametrize(("html", "text", "entities"), MEANINGS.values(), ids=MEANINGS.keys())
def test_html_means(html: str, text: str, entities: tuple[Entity, ...]) -> None:
    assert parse_html(html) == (text, entities)


COMPLAINTS = {
    "never-closed": ("a <b>x", 'Can\'t find end tag corresponding to start tag "b"'),
    "less-than": ("é 1 < 2", 'Unsupported start tag "" at byte offset 5'),
    "unknown-tag": ("é<p>x</p>", 'Unsupported start tag "p" at byte offset 2'),
    "line-break-tag": ("x<br/>", 'Unsupported start tag "br/" at byte offset 1'),
    "cut-in-name": ("🏟<abc", "Unclosed start tag at byte offset 4"),
    "cut-in-attribute": ('<a href="x>y', "Unclosed start tag at byte offset 0"),
    "cut-before-value": ("<i a = ", 'Unclosed start tag "i" at byte offset 0'),
    "attribute-without-name": ("<i =x>", 'Empty attribute name in the tag "i" at byte offset 0'),
    "odd-bare-value": ("<i a=x/y>", "Unexpected end of name token at byte offset 5"),
    "span-of-another-class": (
        "<span class=x>y</span>",
        'Tag "span" must have class "tg-spoiler" at byte offset 0',
    ),
    "end-without-start": ("é</b>", "Unexpected end tag at byte offset 2"),
    "one-end-too-many": ("<b>x</b></b>", "Unexpected end tag at byte offset 8"),
    "end-not-closed": ("<i>a</i  ", "Unclosed end tag at byte offset 4"),
    "crossed": ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
    "half-a-surrogate": (
        "&#xDFDF;",
        "Text contains invalid Unicode characters after decoding HTML entities,"
        " check for unmatched surrogate code units",
    ),
    "odd-date-format": ('<tg-time unix="1" format="rt">x</tg-time>', "Invalid date format used"),
}


@pytest.mark.parametrize(("html", "complaint"), COMPLAINTS.values(), ids=COMPLAINTS.keys())
def test_broken_html_is_refused_in_telegrams_words(html: str, complaint: str) -> None:
    with pytest.raises(ApiError) as refused:
        parse_html(html)
    assert refused.value.description == f"Bad Request: can't parse entities: {complaint}"


TIDY = {
    "trimmed-with-entities": ("\n <b>ab </b>\n", "ab", (an("bold", 0, 2),)),
    "longer-first": ("<i><b>x</b>y</i>", "xy", (an("italic", 0, 2), an("bold", 0, 1))),
    "nothing-inside-code": ("<code><b>x</b></code>", "x", (an("code", 0, 1),)),
    "style-cut-around-code": (
        "<b>a<code>b</code>c</b>",
        "abc",
        (an("bold", 0, 1), an("code", 1, 1), an("bold", 2, 1)),
    ),
    "touching-styles-joined": ("<b>a</b><b>b</b>", "ab", (an("bold", 0, 2),)),
    "style-inside-itself": ("<b>a<i>b</i><b>c</b></b>", "abc", (an("bold", 0, 3), an("italic", 1, 1))),
    "no-code-in-a-link": (
        '<a href="https://a.org/x">a<code>b</code></a>',
        "ab",
        (an("text_link", 0, 2, url="https://a.org/x"),),
    ),
    "anything-in-a-quotation": (
        '<blockquote><code>a</code><a href="https://a.org/x">b</a></blockquote>',
        "ab",
        (an("blockquote", 0, 2), an("code", 0, 1), an("text_link", 1, 1, url="https://a.org/x")),
    ),
    "no-quotation-in-a-quotation": (
        "<blockquote>a<blockquote expandable>b</blockquote></blockquote>",
        "ab",
        (an("blockquote", 0, 2),),
    ),
    "finds-commands-and-addresses": (
        "/brief and /who@a_bot, see https://a.org/x. by @somebody a@b.org #news",
        "/brief and /who@a_bot, see https://a.org/x. by @somebody a@b.org #news",
        (
            an("bot_command", 0, 6),
            an("bot_command", 11, 10),
            an("url", 27, 15),
            an("mention", 47, 9),
            an("email", 57, 7),
            an("hashtag", 65, 5),
        ),
    ),
    "finds-nothing-in-code": ("<code>/brief</code>", "/brief", (an("code", 0, 6),)),
    "a-path-is-no-command": ("and/or 1/2 a/b/c", "and/or 1/2 a/b/c", ()),
    "command-after-astral": ("🏟 /who", "🏟 /who", (an("bot_command", 3, 4),)),
    "more-than-100-dropped": (
        "<b>x</b> " * 150,
        ("x " * 150).strip(),
        tuple(an("bold", 2 * i, 1) for i in range(100)),
    ),
}


@pytest.mark.parametrize(("html", "text", "entities"), TIDY.values(), ids=TIDY.keys())
def test_message_keeps(html: str, text: str, entities: tuple[Entity, ...]) -> None:
    assert tidy(*parse_html(html)) == (text, entities)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_escaped_words_come_back_as_they_were(words: str) -> None:
    assert parse_html(escape(words)) == (words, ())


@given(
    st.lists(
        st.sampled_from(["<b>", "</b>", "<i>", "</>", "<code>", "</code>", "🏟", "x ", "\n", "&lt;", "<"]),
        max_size=30,
    )
)
def test_any_html_is_read_or_refused(pieces: list[str]) -> None:
    """Never another error, and every entity lies inside the text."""
    with suppress(ApiError):
        check_places(*tidy(*parse_html("".join(pieces))))


def check_places(text: str, entities: tuple[Entity, ...]) -> None:
    units = len(text.encode("utf-16-le")) // 2
    assert all(0 <= entity.offset < entity.end <= units for entity in entities)
    assert list(entities) == sorted(entities, key=lambda entity: (entity.offset, -entity.length))
